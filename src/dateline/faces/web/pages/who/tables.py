"""What is known of one as rows of a table, for spreadsheets: a part of it at a time."""

from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct, json

from dateline.desk.asking.articles.hits import Hit
from dateline.desk.asking.maps.glance import POINTS
from dateline.desk.asking.profiles.appearances import Appearance
from dateline.desk.asking.profiles.company import Companion, Company
from dateline.desk.asking.profiles.intervals import Interval
from dateline.desk.asking.profiles.place import PlaceProfile
from dateline.desk.asking.profiles.profile import NameUsed, Profile
from dateline.desk.asking.profiles.tenures import Tenure
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.statements.statements import StatementRow
from dateline.desk.asking.timelines.timeline_rows import TimelineRow
from dateline.faces.web.formats import feature

__all__ = ["PARTS", "FlatTenure", "features_of", "table_of_part", "ties_of"]

Part = Literal["posts", "statements", "events", "charges", "articles", "names", "company"]
PARTS: tuple[Part, ...] = ("posts", "statements", "events", "charges", "articles", "names", "company")
_EMPTY = Interval("", "")


class FlatTenure(Struct, frozen=True, kw_only=True):
    """A post and its bounds in one row; an empty bound is not told."""

    title: str
    person: str
    organisation: str | None
    country: str | None
    state: str
    acting: bool
    rank: bool
    since_earliest: str | None
    since_latest: str | None
    until_earliest: str | None
    until_latest: str | None
    held_first: str | None
    held_last: str | None
    over_by: str | None
    articles: int
    first: str | None
    last: str | None
    note: str | None


def table_of_part(known: Profile | PlaceProfile, part: str) -> Rows[Any]:
    """A part of what is known, as rows; a place has no posts and no charges."""
    posts, charges = (known.posts, known.charges) if isinstance(known, Profile) else ((), ())
    tables: dict[str, Rows[Any]] = {
        "posts": Rows(FlatTenure, map(_flat, posts)),
        "statements": Rows(StatementRow, known.statements.rows),
        "events": Rows(Appearance, known.incidents.rows),
        "charges": Rows(TimelineRow, charges),
        "articles": Rows(Hit, known.hits),
        "names": Rows(NameUsed, known.names),
        "company": Rows(Companion, known.company.named),
    }
    return tables[part]


def ties_of(company: Company) -> str:
    """Who stands beside whom, as JSON for the script that draws it: pairs of places in the list, and articles."""
    at = {each.id: place for place, each in enumerate(company.named)}
    return json.encode([(at[tie.left], at[tie.right], tie.articles) for tie in company.ties]).decode()


def features_of(events: Sequence[Appearance]) -> list[dict[str, Any]]:
    """Events as features of GeoJSON, each with how exactly it is placed; a country and a province have no point."""
    return [_feature(each) for each in events if each.country or each.lat is not None]


def _feature(each: Appearance) -> dict[str, Any]:
    told: dict[str, Any] = {
        "incident": each.incident,
        "type": each.type,
        "title": each.title,
        "earliest": each.earliest,
        "latest": each.latest,
        "place": each.place,
        "country": each.country,
        "precision": each.place_precision,
        "articles": each.articles,
    }
    return feature(*((each.lat, each.lon) if each.place_precision in POINTS else (None, None)), told)


def _flat(post: Tenure) -> FlatTenure:
    since, until = post.since or _EMPTY, post.until or _EMPTY
    return FlatTenure(
        title=post.title,
        person=post.person.name,
        organisation=post.organisation.name if post.organisation else None,
        country=post.country,
        state=post.state,
        acting=post.acting,
        rank=post.rank,
        since_earliest=since.earliest or None,
        since_latest=since.latest or None,
        until_earliest=until.earliest or None,
        until_latest=until.latest or None,
        held_first=post.held_first,
        held_last=post.held_last,
        over_by=post.over_by,
        articles=post.articles,
        first=post.first,
        last=post.last,
        note=post.note,
    )
