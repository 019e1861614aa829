"""Two versions of a map brought together by what they mean."""
