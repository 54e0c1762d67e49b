"""Whom pronouns and nouns take up, across people, bodies and places."""
