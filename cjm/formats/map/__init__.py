"""A map in one format each."""
