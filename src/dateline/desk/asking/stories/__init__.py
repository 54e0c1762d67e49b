"""Stories of which filters hold: articles on one happening and what followed."""
