"""The versions of an article, and what each changed."""
