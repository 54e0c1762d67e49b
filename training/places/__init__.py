"""Learns what evidence weighs when a place is chosen among its namesakes."""
