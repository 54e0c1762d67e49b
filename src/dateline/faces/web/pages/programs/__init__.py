"""What programs may ask for: the OpenAPI, and a page that lets people try it."""
