"""A raw page or wire story in, a record out whose every fact points at its words."""
