"""A small encoder of our own: labels learnt from people, at less than the price of the parse."""

VERSION = "1"
"""Which of the files that were ever shipped this is; a record says so in `made_by`."""
