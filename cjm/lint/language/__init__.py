"""Words, alphabets and spellings of what authors write."""
