"""Merges two versions of a map by meaning."""
