"""What lists and the head of a page say of an incident, where little is known or much."""

from typing import Any

import pytest

from dateline.faces.web.pages.incidents.brief import brief_of, is_blamed, marks_of
from dateline.faces.web.pages.incidents.known import ALWAYS, STATUSES, Point, points_of
from dateline.faces.web.pages.incidents.located import feature_of, shown_on_map
from dateline.merging.outcomes import Count, Disagreement, Figure, Incident, Party, When, Where


def incident(**more: Any) -> Incident:
    told = {"incident": "incident-1", "type": "DISASTER", "when": None, "where": None, "facts": ("event-1",),
            "articles": ("a",)} | more  # fmt: skip
    return Incident(**told)


def point(label: str, **more: Any) -> Point:
    (found,) = (point for point in points_of(incident(**more)) if point.label == label)
    return found


def differing(about: str, how: Any = "disagreement", minor: bool = False) -> Disagreement:
    return Disagreement(about=about, how=how, sides=(), message="", minor=minor)


def figure(article: str, best: int, copy: bool = False) -> Figure:
    return Figure(fact=f"casualties-{article}", article=article, low=best, high=best, best=best, copy=copy)


def test_of_an_incident_of_which_nothing_is_known_nothing_is_said() -> None:
    brief = brief_of(incident())
    assert (brief.title, brief.day, brief.when, brief.where, brief.who, brief.whom) == ("", "", "", "", "", "")
    assert (brief.harm, brief.marks, brief.modes, brief.reports, brief.independent) == ((), (), (), 1, 1)


@pytest.mark.parametrize(
    ("when", "first", "day"),
    [
        (When(earliest="2033-02-01T06:00", latest="2033-02-03"), "2033-02-04", "2033-02-01"),
        (When(latest="2033-02-03T09:00"), "2033-02-04", "2033-02-03"),
        (When(), "2033-02-04T10:00+05:00", "2033-02-04"),
        (None, "2033-02-04", "2033-02-04"),
        (None, None, ""),
    ],
)
def test_the_day_of_a_list_is_that_of_the_event_else_that_of_the_first_report(
    when: When | None, first: str | None, day: str
) -> None:
    assert brief_of(incident(when=when, first=first)).day == day


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([], ""),
        (["Kesh Line"], "Kesh Line"),
        (["Kesh Line", "Kesh Line"], "Kesh Line"),
        (["a", "b", "c"], "a, b, c"),
        (["a", "b", "c", "d"], "a, b, c and 1 more"),
        (["a", "a", "b", "c", "d", "e"], "a, b, c and 2 more"),
    ],
)
def test_three_are_named_and_the_others_counted_each_once(names: list[str], told: str) -> None:
    parties = tuple(Party(name=name) for name in names)
    assert brief_of(incident(actors=parties)).who == told
    assert brief_of(incident(recipients=parties)).whom == told


def test_a_title_stands_on_one_line() -> None:
    assert brief_of(incident(title=" Ferry\n\tsinks  off Kesh ")).title == "Ferry sinks off Kesh"
    assert brief_of(incident(title="\n ")).title == ""


@pytest.mark.parametrize(
    ("found", "blamed"),
    [
        ([], False),
        ([differing("actor")], True),
        ([differing("actor", "denial")], True),
        ([differing("actor", "update")], False),
        ([differing("killed"), differing("recipient")], False),
        ([differing("actor", "update"), differing("actor", "denial")], True),
    ],
)
def test_blame_is_open_where_it_is_denied_or_told_of_two_and_not_where_more_is_known(
    found: list[Disagreement], blamed: bool
) -> None:
    of = incident(actors=(Party(name="Kesh Line"),), disagreements=tuple(found))
    assert is_blamed(of) is blamed
    assert brief_of(of).who == ("" if blamed else "Kesh Line")
    who = point("Who did it", actors=of.actors, disagreements=of.disagreements)
    assert who.names == (() if blamed else ("Kesh Line",))


def test_marks_stand_in_one_order_whatever_came_first() -> None:
    found = [differing("where", "update"), differing("killed", "denial"), differing("when")]
    assert marks_of(found) == marks_of(found[::-1]) == ("disagreement", "denial", "update")
    assert marks_of([differing("name", minor=True)]) == ()


def test_points_come_in_the_order_of_questions_and_each_once() -> None:
    labels = [each.label for each in points_of(incident(casualties={"missing": Count(low=2), "killed": Count(best=1)}))]
    assert labels == ["What", "When", "Where", "Who did it", "To whom", "Killed", "Wounded", "Missing"]


def test_nobody_is_left_without_a_reason() -> None:
    for each in points_of(incident()):
        assert each.value or each.names or (each.missing and each.note), each.label


@pytest.mark.parametrize("status", [*STATUSES, "something new"])
def test_every_status_is_told(status: str) -> None:
    assert point("What", status=status).note == STATUSES.get(status, status)


def test_a_type_that_has_no_words_is_told_as_it_is() -> None:
    assert point("What", type="SHIP_LOST").value == "Ship lost"
    assert point("What", type="SHIP_LOST", modes=("sunk", "burnt")).value == "Ship lost (sunk, burnt)"


@pytest.mark.parametrize(
    ("told", "facts", "note"),
    [
        (1, 1, "Known to the day, by the only telling."),
        (1, 3, "Known to the day, by 1 of 3 tellings."),
        (3, 3, "Known to the day, by all 3 tellings."),
    ],
)
def test_a_time_says_how_many_tell_it(told: int, facts: int, note: str) -> None:
    names = tuple(f"event-{at}" for at in range(facts))
    when = When(earliest="2033-02-01", latest="2033-02-01", precision="day", facts=names[:told])
    assert point("When", when=when, facts=names).note == note


def test_a_time_of_no_told_precision_is_only_known() -> None:
    when = When(earliest="2033-02-01", latest="2033-02-02", facts=("event-1",))
    assert point("When", when=when).note == "Known, by the only telling."
    assert point("When", when=When(facts=("event-1",))).note == "No report tells when it was."


def test_a_place_says_how_exactly_it_is_meant_and_by_how_many() -> None:
    where = Where(name="Kesh", country="NOR", precision="admin1", facts=("place-1",))
    assert point("Where", where=where, articles=("a", "b")).note == (
        "Somewhere in this province, by 1 of 2 reports."
    )  # fmt: skip
    vague = point("Where", where=Where(name="Kesh", facts=("place-1",)))
    assert (vague.value, vague.note) == ("Kesh", "How exactly is not known, by the only report.")


@pytest.mark.parametrize(
    ("count", "note"),
    [
        (Count(low=4, high=4, best=4, by_source=(figure("a", 4),)), "From 1 figure."),
        (Count(low=4, high=6, best=6, by_source=(figure("a", 4), figure("b", 6))),
         "The best figure is 6. From 2 figures."),
        (Count(low=4, high=4, best=4, by_source=(figure("a", 4), figure("b", 4, copy=True))),
         "From 1 figure; 1 copied one left aside."),
        (Count(low=4, high=None, by_source=(figure("a", 4), *(figure(at, 4, copy=True) for at in "bc"))),
         "From 1 figure; 2 copied ones left aside."),
        (Count(low=4, high=6, best=5), "The best figure is 5."),
        (Count(low=4, high=4, best=4), ""),
    ],
)  # fmt: skip
def test_a_count_says_whom_it_rests_on_and_copies_are_no_voices(count: Count, note: str) -> None:
    assert point("Killed", casualties={"killed": count}).note == note


def test_killed_and_wounded_are_always_told_of() -> None:
    for label in ALWAYS:
        found = point(label.capitalize())
        assert (found.value, found.missing, found.note) == ("", "not known", "No report gives a number.")


def test_names_of_a_party_are_told_once_and_as_they_are() -> None:
    found = point("To whom", recipients=(Party(name="<b>Kesh</b>"), Party(name="<b>Kesh</b>"), Party(name="كيش")))
    assert found.names == ("<b>Kesh</b>", "كيش")


def test_a_feature_tells_what_is_not_known_as_nothing() -> None:
    told = feature_of(incident(casualties={"killed": Count(low=2)}))
    assert told["id"] == "incident-1" and told["geometry"] is None
    properties = told["properties"]
    assert (properties["killed_low"], properties["killed_high"], properties["killed_best"]) == (2, None, None)
    assert properties["earliest"] is properties["place"] is properties["country"] is properties["precision"] is None


def test_a_point_without_one_of_its_numbers_is_none() -> None:
    half = incident(where=Where(name="Kesh", lat=60.0, country="NOR", precision="exact"))
    assert feature_of(half)["geometry"] is None
    shown = shown_on_map(half)
    assert shown is not None and (shown.kind, shown.lat, shown.lon) == ("country", None, None)


def test_a_place_of_a_country_that_no_map_has_is_drawn_only_as_a_point() -> None:
    odd = {"name": "Kesh", "country": "QQQ", "lat": 60.0, "lon": 5.0}
    assert shown_on_map(incident(where=Where(**odd, precision="admin1"))) is None
    shown = shown_on_map(incident(where=Where(**odd, precision="exact")))
    assert shown is not None and (shown.kind, shown.middle) == ("point", None)


def test_south_and_west_are_drawn_where_they_lie() -> None:
    told = feature_of(incident(where=Where(name="Kesh", lat=-33.4, lon=-70.7, country="CHL", precision="near")))
    assert told["geometry"]["coordinates"] == [-70.7, -33.4], "longitude first"
