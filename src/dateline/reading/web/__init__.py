"""Web pages: the body, the furniture around it, and what the markup says of both."""
