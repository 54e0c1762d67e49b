"""One article after the other."""
