"""What merging knows of one article."""
