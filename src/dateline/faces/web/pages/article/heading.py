"""What stands above an article: who published it, when, and where it was found."""

from urllib.parse import urlsplit

from msgspec import Struct

from dateline.faces.digest import title
from dateline.faces.digest.wording import shortened
from dateline.faces.safe import printable
from dateline.record import Record
from dateline.values import Dateline, Moment, Publication, Ref

LONGEST = 400
"""Characters of what stands above an article."""
_AS_TOLD = {"month": 7, "year": 4}
"""Characters of a moment that is told no more exactly."""
_NEWS_TO_READERS = ("embargoed", "updated", "corrected", "killed")


class Heading(Struct, frozen=True, kw_only=True):
    """The publication of an article, as far as it is known. Moments are ISO 8601."""

    outlet: str | None
    agency: str | None
    published: str | None
    updated: str | None
    dateline: str | None
    """The dateline's day, where nobody says when it was published."""
    section: str | None
    status: str | None
    """What a reader should know of it: embargoed, updated, corrected, killed."""
    location: str
    """Where it was read from: text, whatever it holds."""
    address: str | None
    """The same where a browser may follow it: http and https alone."""
    title: str
    has_headline: bool
    """Whether the text itself has one."""


def heading(record: Record) -> Heading:
    """What the publication and the dateline of a record tell."""
    publication = next((fact.value for fact in record.of("publication")), None)
    told = publication if isinstance(publication, Publication) else Publication()
    dateline = next((fact.value for fact in record.of("dateline")), None)
    source = record.article.source
    return Heading(
        outlet=_shown(told.outlet or source.outlet),
        agency=_shown(told.agency),
        published=_moment(record, told.published),
        updated=_moment(record, told.updated),
        dateline=_moment(record, dateline.date if isinstance(dateline, Dateline) else None),
        section=_shown(told.section),
        status=told.status if told.status in _NEWS_TO_READERS else None,
        location=_shown(source.location) or "",
        address=_followed(told.url) or _followed(source.location),
        title=_shown(title(record)) or "",
        has_headline=bool(record.article.blocks_of("headline")),
    )


def _moment(record: Record, id: Ref | None) -> str | None:  # noqa: A002
    """A moment as exact as it is told: a day where its interval is one."""
    fact = record.get(id)
    if fact is None or not isinstance(fact.value, Moment):
        return None
    earliest, latest = fact.value.earliest, fact.value.latest
    length = _AS_TOLD.get(fact.value.precision or "")
    if length and earliest and latest and earliest[:length] == latest[:length]:
        return earliest[:length]
    is_day = bool(earliest and latest and earliest != latest and earliest[:10] == latest[:10])
    return earliest[:10] if earliest and (is_day or fact.value.precision == "day") else earliest or latest


def _followed(location: str | None) -> str | None:
    """An address that a browser may follow; None for what is no http or https address with a host."""
    try:
        found = urlsplit(location or "")
        return (
            location
            if len(location or "") <= LONGEST and found.scheme in ("http", "https") and found.hostname
            else None
        )
    except ValueError:
        return None


def _shown(words: str | None) -> str | None:
    return shortened(printable(words), LONGEST) if words else None
