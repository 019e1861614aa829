"""Formats in which changes are told: one file each, with a function `render` that takes a `ChangeReport`."""
