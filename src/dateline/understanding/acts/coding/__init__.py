"""How a draft is coded: PLOVER types and modes, CAMEO leaves, and events that come beside each other."""
