"""All that a desk knows of one person, one body or one place."""
