"""The lists over everything, one a file: pure functions from an index and a filter to lines."""
