"""Records into the rows of a desk, and the rows into its file."""
