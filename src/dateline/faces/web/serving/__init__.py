"""A desk on a port of this machine: where it listens, how it runs and ends, and a browser opened on it."""
