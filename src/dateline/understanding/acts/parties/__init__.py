"""Who takes part in an event: by grammar, as facts of the record, and as things that are struck."""
