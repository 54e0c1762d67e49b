"""A record in, facts out: one step for every kind of fact."""
