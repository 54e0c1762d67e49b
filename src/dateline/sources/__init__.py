"""A location in, Pages out: files, folders, standard input, JSONL rows, addresses."""
