"""The findings: the queue of a copy desk."""
