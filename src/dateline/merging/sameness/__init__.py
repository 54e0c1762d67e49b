"""Whether two reports tell of one event."""
