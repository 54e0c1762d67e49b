"""What people decided about facts, incidents and articles."""
