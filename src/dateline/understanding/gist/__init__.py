"""The lead event: where a story tells it, and the words that answer each question about it."""
