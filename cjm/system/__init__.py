"""The operating system: files, streams, fonts, Graphviz, git."""
