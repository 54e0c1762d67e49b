"""Reading by several processes: what a document does to its process costs nobody else's document."""

from dateline.workers.pool import Pool, outcomes
from dateline.workers.serving import Work

__all__ = ["Pool", "Work", "outcomes"]
