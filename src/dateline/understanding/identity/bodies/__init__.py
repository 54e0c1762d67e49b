"""Bodies with a name: chains of their mentions, acronyms, and the nouns that take them up."""
