"""The desk in the browser: pages for people, the same addresses as JSON, CSV and GeoJSON for programs."""
