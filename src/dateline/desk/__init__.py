"""The desk: many articles and what they tell, kept in one SQLite file that other tools can open."""

from dateline.desk.desk import Desk, open  # noqa: A004
from dateline.desk.ingesting.runs import Tally

__all__ = ["Desk", "Tally", "open"]
