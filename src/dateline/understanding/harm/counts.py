"""One count: a harm, whom it befell, and where it is told."""

from msgspec import Struct

from dateline.model import Fact
from dateline.understanding.harm.harms import Harm
from dateline.understanding.harm.sufferer import Sufferer
from dateline.values import Span


class Count(Struct, frozen=True, kw_only=True):
    """A harm with its sufferers, before the counts of one claim are joined.

    `group` and `head` are the words for the sufferers and their noun, taken from the count before for "12 others".
    """

    harm: Harm
    sufferer: Sufferer
    group: str
    head: str
    spans: tuple[Span, ...]
    event: Fact | None = None
    doubt: str | None = None
    """Why there is no event, or why it is doubtful."""
    part: "int | None" = None
    """Index of the count that this one is part of."""
    recalling: bool = False
    """ "the victim": one told of before."""

    @property
    def is_one(self) -> bool:
        """Whether it counts exactly one."""
        return (self.sufferer.low, self.sufferer.high) == (1, 1)
