"""The commands of the desk: what comes in, what may be asked, and care of the file."""
