"""A location in, Pages out: files, folders, archives, standard input, JSONL rows, addresses."""

from dateline.sources.locations import pages

__all__ = ["pages"]
