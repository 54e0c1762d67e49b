"""Where reports of one event do not agree."""
