"""People and bodies, with their posts and how often they are told of."""
