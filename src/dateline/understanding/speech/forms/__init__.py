"""Attributions that a layout tells rather than a verb of saying: transcripts, signatures, introductions."""
