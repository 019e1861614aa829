"""Findings in one format each."""
