"""Articles of which filters hold, and what a search shows of them."""
