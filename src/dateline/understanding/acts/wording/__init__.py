"""Which words tell of an event, and the grammar of the clauses they stand in."""
