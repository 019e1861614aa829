"""Changes in one format each."""
