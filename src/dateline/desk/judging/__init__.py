"""What people decide about facts, incidents, articles and stories: kept, obeyed at once, and undone."""
