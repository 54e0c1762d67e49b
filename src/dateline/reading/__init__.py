"""Reading: a Page becomes an Article, a text cut into blocks, with what its page says of it."""

from dateline.reading.articles import READERS, read_page

__all__ = ["READERS", "read_page"]
