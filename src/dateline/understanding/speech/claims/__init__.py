"""What the encoder claims to be speech, and what becomes of it beside the grammar."""
