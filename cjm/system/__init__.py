"""The machine: files, streams, fonts, Graphviz, git."""
