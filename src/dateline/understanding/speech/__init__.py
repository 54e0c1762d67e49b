"""Machinery of the step `statements`: cues, sources, contents, loose quotations."""
