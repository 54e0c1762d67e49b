"""What to say where a desk has no article of an id: ids that look like it, and whether it was taken out."""

import sqlite3
from heapq import nlargest
from typing import Literal

from dateline.errors import NotInDesk

MOST = 3
"""Ids that are named."""
LIKENESS = 70
"""Out of 100: an id less alike is not meant."""


def not_in_desk(
    connection: sqlite3.Connection, article: str, table: Literal["articles", "forgotten"] = "articles"
) -> NotInDesk:
    """The error for an id that this table does not have."""
    if table == "articles":
        taken = connection.execute("SELECT at FROM forgotten WHERE id = ?", (article,)).fetchone()
        if taken is not None:
            return NotInDesk(f"the article {article!r} was taken out of this desk on {taken[0][:10]}, and stays out")
    near = near_ids(connection, article, table)
    lists = "`dateline search` prints the ids" if table == "articles" else "the desk's table `forgotten` has the ids"
    meant = f"did you mean {' or '.join(repr(each) for each in near)}?" if near else lists
    said = "no article has the id" if table == "articles" else "no article was forgotten that has the id"
    return NotInDesk(f"{said} {article!r}; {meant}")


def near_ids(
    connection: sqlite3.Connection, article: str, table: Literal["articles", "forgotten"] = "articles"
) -> list[str]:
    """The ids that look most like this one, best first."""
    from rapidfuzz import fuzz, process

    ids = (name for (name,) in connection.execute(f"SELECT id FROM {table}"))
    near = process.extract_iter(article, ids, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return [name for name, _, _ in nlargest(MOST, near, key=lambda found: found[1])]
