"""Who said what, in which words."""
