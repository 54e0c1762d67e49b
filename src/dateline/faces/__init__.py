"""Where people and programs look in: terminal, page, exports."""
