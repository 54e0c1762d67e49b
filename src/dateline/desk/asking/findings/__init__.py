"""The queue of a copy desk: what the checks found, with the words it is about."""
