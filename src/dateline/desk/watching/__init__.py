"""Watching: what is new in feeds and folders, and when to ask again."""

from dateline.desk.watching.rounds import watch
from dateline.desk.watching.states import FeedState, Keeper, Met
from dateline.desk.watching.watched import Told

__all__ = ["FeedState", "Keeper", "Met", "Told", "watch"]
