"""Articles on one happening and what followed: the list of stories, and each one in full."""
