"""A story of one's own, read at once and not kept."""
