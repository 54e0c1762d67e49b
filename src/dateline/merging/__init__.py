"""Many reports, one event: what several articles tell together. Pure functions over reports."""
