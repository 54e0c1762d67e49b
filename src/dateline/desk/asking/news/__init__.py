"""All news: pages of cards with what may be asked next, quickly, also of a desk of very many articles."""
