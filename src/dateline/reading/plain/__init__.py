"""Plain text, wire copy above all, cut into blocks; the tests of single lines serve the other readers too."""
