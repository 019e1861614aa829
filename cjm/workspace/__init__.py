"""The maps and settings of a folder or a repository: found, read, paired."""
