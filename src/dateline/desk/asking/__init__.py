"""What may be asked of a desk, and the typed rows that answer."""
