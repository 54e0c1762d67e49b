"""What the pages of people and places show, as rows, features and ties; and what may be asked of them."""

from typing import Any

import pytest

from dateline.desk.asking.profiles.appearances import Appearance, Appearances
from dateline.desk.asking.profiles.company import Companion, Company, Tie
from dateline.desk.asking.profiles.coverage import Page
from dateline.desk.asking.profiles.intervals import Interval
from dateline.desk.asking.profiles.place import PlaceProfile
from dateline.desk.asking.profiles.profile import NameUsed, Profile, Said
from dateline.desk.asking.profiles.tenures import Tenure
from dateline.desk.asking.who.identities import Who
from dateline.errors import BadQuestion
from dateline.faces.web.pages.who.asked import PartAsked, ProfileAsked
from dateline.faces.web.pages.who.tables import PARTS, features_of, table_of_part, ties_of

COMPANY = Company(
    named=tuple(Companion(id=each, name=each.upper(), kind="person", articles=2) for each in ("a", "b", "c")),
    ties=(Tie("a", "c", 2),),
    counted=2,
)


def event(**cells: Any) -> Appearance:
    told = {
        "incident": "incident-1", "sides": ("actor",), "type": "ASSAULT", "title": "A blast", "status": "asserted",
        "earliest": None, "latest": None, "precision": None, "place": "Varde", "country": "DNK", "lat": 55.6,
        "lon": 8.5, "place_precision": "exact", "articles": 1,
        "independent": 1, "disagreements": 0, "first": None, "last": None,
    }  # fmt: skip
    return Appearance(**{**told, **cells})


@pytest.fixture
def mayor() -> Profile:
    """Somebody with one post, one event and no more."""
    post = Tenure(
        title="mayor", person=Who("Ana Brek", "person", "x"), organisation=Who("Varde", "organisation"), country="DNK",
        state="former", acting=False, rank=False, since=Interval("2029-01-01", "2029-12-31", "year"), until=None,
        held_first=None, held_last=None, over_by="2031-04-02", articles=2, first="2031-04-02", last="2031-04-02",
        sources=(),
    )  # fmt: skip
    return Profile(
        id="x", kind="person", name="Ana Brek", names=(NameUsed("Ana Brek", 2),), aliases=(), countries={}, sectors={},
        articles=2, first=None, last=None, posts=(post,), relations=(), statements=Said((), 0),
        incidents=Appearances(rows=(event(),), total=1), charges=(), company=COMPANY, hits=(), likenesses=(),
    )  # fmt: skip


def test_a_post_is_one_row(mayor: Profile) -> None:
    (row,) = table_of_part(mayor, "posts").to_dicts()
    assert (row["title"], row["person"], row["organisation"]) == ("mayor", "Ana Brek", "Varde")
    assert (row["since_earliest"], row["since_latest"], row["until_earliest"]) == ("2029-01-01", "2029-12-31", None)


def test_every_part_is_a_table(mayor: Profile) -> None:
    many = {part: len(table_of_part(mayor, part)) for part in PARTS}
    assert many == {"posts": 1, "statements": 0, "events": 1, "charges": 0, "articles": 0, "names": 1, "company": 3}
    assert all(table_of_part(mayor, part).columns for part in PARTS), "the columns are known where there are no rows"


def test_a_place_has_no_posts() -> None:
    varde = PlaceProfile(
        id="p", name="Varde", names=(), placings=(), articles=1, first=None, last=None, within=None,
        incidents=Appearances(rows=(event(),), total=1), statements=Said((), 0), company=COMPANY, hits=(),
        likenesses=(),
    )  # fmt: skip
    assert len(table_of_part(varde, "posts")) == len(table_of_part(varde, "charges")) == 0
    assert len(table_of_part(varde, "events")) == 1


@pytest.mark.parametrize(
    ("precision", "has_point"),
    [("exact", True), ("near", True), ("admin1", False), (None, False), ("country", False), ("region", False)],
)
def test_only_points_are_points(precision: str | None, has_point: bool) -> None:
    (feature,) = features_of([event(place_precision=precision)])
    assert (feature["geometry"] is not None) == has_point
    assert feature["properties"]["precision"] == precision


def test_what_is_nowhere_is_no_feature() -> None:
    assert features_of([event(country=None, lat=None, lon=None)]) == []


def test_ties_by_places_in_the_list() -> None:
    assert ties_of(COMPANY) == "[[0,2,2]]"


def test_pages_that_are_asked_for() -> None:
    assert ProfileAsked().pages == {"statements": Page(0, 12), "incidents": Page(0, 12), "articles": Page(0, 12)}
    assert ProfileAsked(events="24").page("events") == Page(24, 12)
    assert ProfileAsked(limit="5", offset="10").page("articles") == Page(10, 5)
    with pytest.raises(BadQuestion, match="events cannot be '-1'"):
        ProfileAsked(events="-1").page("events")


def test_parts_that_are_asked_for() -> None:
    assert (PartAsked().wanted("posts"), PartAsked(part=" events ").wanted("posts")) == ("posts", "events")
    assert PartAsked().pages["incidents"] == Page(0, 10_000)
    assert PartAsked(limit="3", offset="6").pages["articles"] == Page(6, 3)
    with pytest.raises(BadQuestion, match="part cannot be 'shoes'"):
        PartAsked(part="shoes").wanted("posts")
