"""What happened, all of a desk, in the order of time."""
