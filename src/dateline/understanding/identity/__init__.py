"""Machinery of places, organisations, people and roles: countries, groups, titles, aliases, pronouns."""
