"""One event as all its reports together tell it."""
