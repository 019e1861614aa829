"""Two versions of a map that have grown from one are brought together by meaning, each line where its author put it."""
