"""Names of places put together, with what the words beside them tell."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.understanding.geography.evidence import Toponym
from dateline.understanding.geography.toponyms import HOME, WIDE, Named, named


def found(record: Record) -> list[Named]:
    return list(named(record.annotation, record.article))


def toponyms(record: Record) -> list[Toponym]:
    return [each.toponym for each in found(record)]


def toponym(record: Record, text: str) -> Toponym:
    """The only one of this name."""
    (one,) = [each for each in toponyms(record) if each.text == text]
    return one


def regions(record: Record, text: str) -> list[str]:
    return [place.name for place in toponym(record, text).regions]


def test_in_the_order_of_the_text_with_how_often_each_stands(told: Told) -> None:
    record = told("Rain fell in Trondheim and Oslo. Trondheim slept.", upto="places")
    assert [(each.text, each.count) for each in toponyms(record)] == [("Trondheim", 2), ("Oslo", 1)]
    assert [[name.text for name in each.names] for each in found(record)] == [["Trondheim"] * 2, ["Oslo"]]


def test_capitals_are_the_same_name(told: Told) -> None:
    line = "OSLO, May 3 (Fjord Wire) -"
    record = told(f"{line}\nRain fell in Oslo.", upto="places", dateline=line)
    assert [(each.text, each.count) for each in toponyms(record)] == [("OSLO", 2)]


def test_a_dateline_tells_where_a_story_plays(told: Told) -> None:
    line = "OSLO, May 3 (Fjord Wire) -"
    record = told(f"{line}\nRain fell in Trondheim.", upto="places", dateline=line)
    assert {each.text: each.home for each in toponyms(record)} == {"OSLO": HOME, "Trondheim": 1.0}


@pytest.mark.parametrize("text", ["", "It rained.", "Andrea Dahl left.", "The Ministry of Trade left."])
def test_no_names(told: Told, text: str) -> None:
    assert toponyms(told(text, upto="places")) == []


def test_what_the_map_does_not_know_has_no_candidates(told: Told) -> None:
    assert toponym(told("Rain fell in Karsvik.", upto="places"), "Karsvik").candidates == ()


def test_peoples_stand_for_their_country(told: Told) -> None:
    record = told("Norwegian police left. A Norwegian slept.", upto="places")
    people = toponym(record, "Norwegian")
    assert ([place.name for place in people.candidates], people.count) == (["Norway"], 2)


def test_a_name_inside_a_name_counts(told: Told) -> None:
    record = told("Oslo Police Department officers left Oslo.", upto="places")
    (one,) = found(record)
    assert [name.inner for name in one.names] == [True, False]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Rain fell in Tripoli, Lebanon.", "Tripoli", ["Lebanon"]),
        ("Rain fell in Tripoli, Lebanon, on Monday.", "Tripoli", ["Lebanon"]),
        ("Rain fell in Tripoli (Lebanon).", "Tripoli", ["Lebanon"]),
        ("Rain fell in Columbus, Ga.", "Columbus", ["Georgia"]),
        ("Rain fell in Lund in Sweden.", "Lund", ["Sweden"]),
        ("Rain fell in Lund in southern Sweden.", "Lund", ["Sweden"]),
        ("Rain fell in Ozark, Dale County, Alabama.", "Ozark", ["Dale County", "Alabama"]),
        ("Rain fell in the Norwegian town of Halden.", "Halden", ["Norway"]),
        ("Rain fell in Norway's Halden.", "Halden", ["Norway"]),
        ("Rain fell in Lund.", "Lund", []),
        ("Rain fell in Lund, Oslo and Trondheim.", "Lund", []),
        ("Rain fell in Lund in the north.", "Lund", []),
        ("Rain fell in Lund. Sweden waits.", "Lund", []),
        ("Rain fell in Lund as Sweden voted.", "Lund", []),
    ],
)
def test_regions_beside_a_name(told: Told, text: str, name: str, expected: list[str]) -> None:
    assert regions(told(text, upto="places"), name) == expected


def test_a_state_before_the_noun_is_a_region_too(told: Told) -> None:
    assert regions(told("Rain fell in the Texas town of Paris.", upto="places"), "Paris")[0] == "Texas"


def test_a_region_of_two_readings_keeps_both(told: Told) -> None:
    record = told("Rain fell in Athens, Georgia.", upto="places")
    assert {place.kind for place in toponym(record, "Athens").regions} == {"country", "admin1"}


@pytest.mark.parametrize(
    "text", ["Rain fell in Texas, Georgia and Ohio.", "Rain fell in Chad, Niger and Mali.", "Rain fell in Chad, Niger."]
)
def test_no_region_in_a_list_of_states(told: Told, text: str) -> None:
    assert all(not each.regions for each in toponyms(told(text, upto="places")))


def test_a_town_in_a_list_of_towns_is_no_region(told: Told) -> None:
    """ "New York" is a state too, but not between two towns."""
    record = told("After stops in Washington, New York and Boston the minister left.", upto="places")
    assert all(not each.regions for each in toponyms(record))


def test_a_region_counts_for_the_whole_story(told: Told) -> None:
    record = told("Tripoli slept. Rain fell in Tripoli, Lebanon. Police left Tripoli.", upto="places")
    one = toponym(record, "Tripoli")
    assert ([place.name for place in one.regions], one.count) == (["Lebanon"], 3)


def test_two_towns_of_one_name_stay_two(told: Told) -> None:
    record = told("Rain fell in Richmond, Virginia, and in Richmond, California.", upto="places")
    pair = [each for each in toponyms(record) if each.text == "Richmond"]
    assert [[place.name for place in each.regions] for each in pair] == [["Virginia"], ["California"]]


def test_what_stands_behind_a_town_is_no_town(told: Told) -> None:
    record = told("Rain fell in Buffalo, New York. Fog lay on New York.", upto="places")
    pair = [each for each in toponyms(record) if each.text == "New York"]
    assert [each.kinds for each in pair] == [WIDE, ()]


@pytest.mark.parametrize(
    ("text", "name", "kinds"),
    [
        ("Rain fell in Washington state.", "Washington", ("admin1",)),
        ("Rain fell in the state of Georgia.", "Georgia", ("admin1",)),
        ("Rain fell in the province of Lund.", "Lund", ("admin1",)),
        ("Rain fell in Lund county.", "Lund", ("admin2",)),
        ("Rain fell in the city of Lund.", "Lund", ("city",)),
        ("Rain fell in Lund. Police in the town of Lund slept.", "Lund", ("city",)),
        ("Rain fell in Lund.", "Lund", ()),
        ("People of Lund slept.", "Lund", ()),
        ("Lund people slept.", "Lund", ()),
    ],
)
def test_nouns_that_tell_the_kind(told: Told, text: str, name: str, kinds: tuple[str, ...]) -> None:
    assert toponym(told(text, upto="places"), name).kinds == kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rain fell in Norway, Sweden and Oslo.",
            {"Norway": ("country",), "Sweden": ("country", "city"), "Oslo": ("country",)},
        ),
        ("Rain fell in Trondheim or Oslo.", {"Trondheim": ("city",), "Oslo": ("city",)}),
        ("Rain fell in Trondheim and the Philippines.", {"Trondheim": ("country",), "Philippines": ("city",)}),
        ("A bus from Trondheim went to Oslo.", {"Trondheim": (), "Oslo": ()}),
        ("Rain fell in Trondheim. Oslo slept.", {"Trondheim": (), "Oslo": ()}),
        ("Rain fell in Trondheim.", {"Trondheim": ()}),
    ],
)
def test_company_in_a_list(told: Told, text: str, expected: dict[str, tuple[str, ...]]) -> None:
    record = told(text, upto="places")
    assert {each.text.removeprefix("the "): each.company for each in toponyms(record)} == expected


def test_every_place_and_people_is_in_one_group(told: Told) -> None:
    text = "Norwegian police left Lund, Norway. Oslo Police Department officers met in Oslo and Lund, Sweden."
    record = told(text, upto="places")
    grouped = sorted(name.start for each in found(record) for name in each.names)
    names = (*record.annotation.names, *record.annotation.inner_places)
    assert grouped == sorted(n.start for n in names if n.label == "place" or (n.label == "demonym" and n.places))
    assert len(set(grouped)) == len(grouped)
    assert all(each.toponym.count == len(each.names) for each in found(record))


def test_a_town_called_by_its_own_name_is_not_what_the_shorter_name_means(told: Told) -> None:
    both = toponym(told("Rain fell in Mexico City. Snow fell in Mexico.", upto="places"), "Mexico")
    alone = toponym(told("Snow fell in Mexico.", upto="places"), "Mexico")
    assert "Mexico City" in {place.name for place in alone.candidates}
    assert "Mexico City" not in {place.name for place in both.candidates}
    assert both.candidates[0].kind == "country"
