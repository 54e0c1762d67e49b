"""What people decide, and decided: written, listed, undone."""
