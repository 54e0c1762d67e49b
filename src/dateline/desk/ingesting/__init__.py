"""Sources into a desk: what is new is read by worker processes, and one writer keeps it."""
