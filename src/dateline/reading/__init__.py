"""A Page in, an Article out: its text cut into blocks with roles, and what its markup says of it."""
