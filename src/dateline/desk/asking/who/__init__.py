"""Names: whose they are, who is one and who another, what is called so."""
