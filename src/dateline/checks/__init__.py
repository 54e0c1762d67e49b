"""A record in, findings out: one file for every family of check."""
