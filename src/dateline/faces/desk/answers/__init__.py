"""What a question gave: lists and tables for people, formats for programs."""
