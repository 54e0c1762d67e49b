"""PDF: the text layer, its lines put together into paragraphs."""
