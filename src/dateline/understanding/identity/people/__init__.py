"""People: chains of their mentions by name, alias and post, and what is said of them beside the name."""
