"""One article: its words as they were published, and in the margin what was read from them."""
