"""The timeline: all that happened, in the order of time."""
