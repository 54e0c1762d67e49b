"""Compressed data, zip and tar, and web archives: what holds other documents, and how far it may swell."""
