"""What the grammar of a sentence tells of who says what: verbs, nouns and phrases of saying, and where content ends."""
