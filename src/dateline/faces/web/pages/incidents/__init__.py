"""Events in all their reports: the list of them, and each one in full."""
