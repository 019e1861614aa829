"""Runs the program git."""
