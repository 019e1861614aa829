"""Git as a program that is asked."""
