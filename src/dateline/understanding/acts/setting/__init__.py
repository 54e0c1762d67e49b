"""Where, when, with what, and in what context an event happened."""
