"""What happened to somebody, or somewhere, in the order of time."""
