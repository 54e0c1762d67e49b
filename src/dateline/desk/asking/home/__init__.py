"""What a desk knows about one article beside its record: versions, story, incidents, who is who."""
