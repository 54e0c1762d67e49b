"""Weights of pronouns."""
