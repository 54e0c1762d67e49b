"""Which tellings of a story are one event: what speaks against it, what ties them, and what they know together."""
