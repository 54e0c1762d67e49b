"""The map: where it happened, as exactly as the reports tell."""
