"""Why reports were put together, or kept apart, in sentences."""
