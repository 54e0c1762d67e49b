"""Learns how likely an attribution is one, by who sees it."""
