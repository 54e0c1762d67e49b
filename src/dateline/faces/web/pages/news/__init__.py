"""All news: what came in, newest first, and how to narrow it down."""
