"""Words, alphabets and spellings in what authors write."""
