"""Whether something is told as a fact: marks at its words, what governs them, and how long ago or how far off it is."""
