"""The list of rules in one format each."""
