"""A story in full: its articles in time, its events, what is near."""

from collections.abc import Sequence

from msgspec import Struct

from dateline.desk import Desk
from dateline.desk.asking.why.explanation import Explanation, Telling
from dateline.faces.web.pages.incidents.brief import Brief, brief_of
from dateline.faces.web.pages.incidents.near import Neighbour, neighbours, reasons_of
from dateline.faces.web.pages.incidents.reports import Row, below_originals, report_row, titles_of
from dateline.faces.web.pages.judgements.notices import Notice, noticed
from dateline.merging.outcomes import Story


class Whole(Struct, frozen=True, kw_only=True):
    """A story as its page tells it."""

    story: Story
    title: str
    copies: int
    articles: tuple[Row, ...]
    incidents: tuple[Brief, ...]
    """In the order of time."""
    sentences: tuple[str, ...]
    near: tuple[Neighbour, ...]
    decided: tuple[Notice, ...]


def whole_of(desk: Desk, explained: Explanation) -> Whole:
    """All of it. The explanation is one of a story."""
    story = explained.story
    assert story is not None
    beside = desk.details(explained)
    return Whole(
        story=story,
        title=" ".join(story.title.split()),
        copies=len({copy.article for copy in story.copies}),
        articles=articles_in_time(explained.tellings),
        incidents=tuple(brief_of(incident) for incident in beside.incidents),
        sentences=reasons_of(explained),
        near=neighbours("story", explained.apart, beside.near),
        decided=tuple(noticed(desk, explained.judgements)),
    )


def articles_in_time(tellings: Sequence[Telling]) -> tuple[Row, ...]:
    """The articles in the order of publication, each copy below what it copies."""
    titles = titles_of(tellings)
    return tuple(report_row(telling, depth, titles) for telling, depth in below_originals(tellings))
