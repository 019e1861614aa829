"""The command line: the only place that parses arguments, prints, and decides on an exit code."""
