"""What is known of an incident in words, where it may be drawn, and how copies are sorted."""

import re

import pytest

from dateline.desk.asking.why.explanation import Telling
from dateline.faces.web.pages.incidents.brief import brief_of, marks_of
from dateline.faces.web.pages.incidents.known import points_of
from dateline.faces.web.pages.incidents.located import feature_of, shown_on_map
from dateline.faces.web.pages.incidents.reports import below_originals, report_row
from dateline.faces.web.pages.incidents.spelling import place_of, time_of
from dateline.merging.outcomes import Disagreement, Incident, Party, When, Where


def incident(**more: object) -> Incident:
    told = {"incident": "incident-1", "type": "ASSAULT", "when": None, "where": None, "facts": ("event-1", "event-2"),
            "articles": ("a", "b")} | more  # fmt: skip
    return Incident(**told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "words"),
    [
        ("2031-05-03", "2031-05-03", "day", "3 May 2031"),
        ("2031-05-03T06:00", "2031-05-03T11:59", "part", "3 May 2031, between 06:00 and 11:59"),
        ("2031-05-03T21:00", "2031-05-04T05:59", "part", "3 May 2031 to 4 May 2031"),
        ("2031-05-01", "2031-05-31", "month", "May 2031"),
        ("2031-01-01", "2031-12-31", "year", "2031"),
        ("2030-01-01", "2039-12-31", "decade", "2030 to 2039"),
        ("2031-05-03", None, None, "from 3 May 2031"),
        (None, "2031-05-03", None, "by 3 May 2031"),
        (None, None, None, ""),
        ("-0044", "-0044", "year", "-0044"),
    ],
)
def test_time_is_told_as_an_interval(
    earliest: str | None, latest: str | None, precision: str | None, words: str
) -> None:
    assert re.sub(r"<[^>]+>", "", str(time_of(earliest, latest, precision))) == words


def test_a_place_has_its_country_once() -> None:
    assert place_of("Varde", "DNK") == "Varde, Denmark"
    assert place_of("Denmark", "DNK") == "Denmark"
    assert place_of("the Sound", None) == "the Sound"
    assert place_of("Odd", "QQQ") == "Odd, QQQ"


def test_what_is_not_known_says_so_and_why() -> None:
    told = {point.label: point for point in points_of(incident(status="disputed", modes=("beat",)))}
    assert (told["When"].value, told["When"].note) == ("", "No report tells when it was.")
    assert told["Where"].note == "No report tells where it was."
    assert told["Killed"].note == told["Wounded"].note == "No report gives a number."
    assert (told["What"].value, told["What"].note) == ("Violence (beat)", "A report denies that it happened.")


def test_the_days_of_reports_are_no_time_of_its_own() -> None:
    (when,) = (point for point in points_of(incident(when=When(latest="2031-05-03"))) if point.label == "When")
    assert when.note == "No telling has a time of its own: this is what the days of the reports leave of it."


def test_nobody_is_named_as_the_one_who_did_it_where_reports_do_not_agree() -> None:
    blamed = Disagreement(about="actor", how="denial", sides=(), message="")
    named = incident(actors=(Party(name="Brek Front"),))
    assert brief_of(named).who == "Brek Front"
    disputed = incident(actors=(Party(name="Brek Front"),), disagreements=(blamed,))
    assert brief_of(disputed).who == ""
    (who,) = (point for point in points_of(disputed) if point.label == "Who did it")
    assert (who.names, who.missing) == ((), "not agreed")


def test_marks_are_told_once_and_letters_of_names_are_no_matter() -> None:
    found = [Disagreement(about="killed", how=how, sides=(), message="") for how in ("update", "denial", "denial")]  # type: ignore[arg-type]
    minor = Disagreement(about="name", how="disagreement", sides=(), message="", minor=True)
    assert marks_of([*found, minor]) == ("denial", "update")


@pytest.mark.parametrize(
    ("precision", "lat", "kind", "pinned"),
    [
        ("exact", 55.6, "point", True),
        ("near", 55.6, "near", True),
        ("admin1", 55.6, "part", False),
        ("region", None, "country", False),
        ("country", 55.6, "country", False),
        ("unresolved", 55.6, "country", False),
        (None, 55.6, "country", False),
    ],
)
def test_only_a_point_is_pinned(precision: str | None, lat: float | None, kind: str, pinned: bool) -> None:
    found = incident(where=Where(name="Varde", lat=lat, lon=8.4, country="DNK", precision=precision))
    shown = shown_on_map(found)
    assert shown is not None and shown.kind == kind and shown.country == "Denmark"
    assert (feature_of(found)["geometry"] is not None) == pinned
    if kind == "country":
        assert shown.lat is None and shown.lon is None


def test_the_equator_is_a_place_and_nowhere_is_none() -> None:
    island = incident(where=Where(name="Null Island", lat=0.0, lon=0.0, precision="exact"))
    assert feature_of(island)["geometry"] == {"type": "Point", "coordinates": [0.0, 0.0]}
    assert shown_on_map(island) is not None
    assert shown_on_map(incident()) is None
    assert shown_on_map(incident(where=Where(name="somewhere", precision="unresolved"))) is None


def telling(name: str, of: str | None = None, **more: object) -> Telling:
    told = {"headline": None, "outlet": None, "published": None, "location": name} | more
    return Telling(article=name, copy_of=of, **told)  # type: ignore[arg-type]


def test_copies_stand_below_what_they_copy_however_they_came() -> None:
    told = [telling("a"), telling("b", "c"), telling("c", "a"), telling("d", "gone"), telling("e")]
    assert [(each.article, depth) for each, depth in below_originals(told)] == [
        ("a", 0), ("c", 1), ("b", 2), ("d", 0), ("e", 0),
    ]  # fmt: skip


def test_copies_of_each_other_are_told_once_too() -> None:
    told = [telling("a", "b"), telling("b", "a"), telling("c", "c"), telling("d")]
    assert sorted(each.article for each, _ in below_originals(told)) == ["a", "b", "c", "d"]


def test_a_copy_says_how_much_it_has_of_what() -> None:
    row = report_row(telling("b", "a", how="trimmed", similarity=0.7, replaces=True), 1, {"a": "Fjord News"})
    assert row.copies == "is a shorter copy of Fjord News (70% of the words), which no longer stands"
    assert row.headline == "b" and row.address == "/article/b"
