"""Which articles tell of one happening and what followed."""
