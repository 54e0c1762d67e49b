"""The towns of a dateline, known to the map or not."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import NameMention
from dateline.annotation.annotate import annotate

BODY = "The port was closed, the mayor said."


def names_in(line: str) -> list[NameMention]:
    annotation = next(annotate([article_of(f"{line}\n{BODY}", dateline=line)]))
    return [name for name in annotation.names if name.end <= len(line)]


def places_in(line: str) -> list[tuple[str, str | None]]:
    """The words of each place, and what the map calls it."""
    found = [name for name in names_in(line) if name.label == "place"]
    return [(name.text, name.places[0].name if name.places else None) for name in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("KUALA LUMPUR, March 5 (Bernama) -", [("KUALA LUMPUR", "Kuala Lumpur")]),
        ("ST. PAUL, MINN., March 5 -", [("ST. PAUL", "Saint Paul"), ("MINN.", "Minnesota")]),
        ("ERIE, PA., March 5 -", [("ERIE", "Erie"), ("PA.", "Pennsylvania")]),
        ("ERIE, PA, March 5 -", [("ERIE", "Erie"), ("PA", "Pennsylvania")]),
        ("LISBON, VNA, March 5 -", [("LISBON", "Lisbon")]),
        ("MOBILE, Ala., March 5 -", [("MOBILE", "Mobile"), ("Ala.", "Alabama")]),
        ("omaha, march 5 -", [("omaha", "Omaha")]),
        ("LISBON/MADRID (Reuters) -", [("LISBON", "Lisbon"), ("MADRID", "Madrid")]),
        ("LISBON and MADRID (Reuters) -", [("LISBON", "Lisbon"), ("MADRID", "Madrid")]),
        ("LISBON (PORTUGAL), 4 FEB 90 (RADIO TEJO) --", [("Lisbon", "Lisbon"), ("Portugal", "Portugal")]),
        ("AIX-EN-PROVENCE, France —", [("AIX-EN-PROVENCE", "Aix-en-Provence"), ("France", "France")]),
        ("L'AQUILA, Italy —", [("L'AQUILA", "L'Aquila"), ("Italy", "Italy")]),
        ("WASHINGTON, D.C. (AP) —", [("Washington", "Washington"), ("D.C.", "District of Columbia")]),
        ("3 March 2015, Lisbon –", [("Lisbon", "Lisbon")]),
        ("**** LISBON, March 5 -", [("LISBON", "Lisbon")]),
        ("OSLO. /NTB/.", [("OSLO", "Oslo")]),
        ("MOSCOW. Interfax -", [("MOSCOW", "Moscow")]),
        ("LISBON, Sept. 14 Xinhua --", [("LISBON", "Lisbon")]),
        ("SPA, Belgium, March 5 -", [("SPA", "Spa"), ("Belgium", "Belgium")]),
        ("NEAR LISBON, March 5 (Lusa) -", [("LISBON", "Lisbon")]),
        ("NO CITY (PERU), 4 FEB 90 (RADIO LIMA) --", [("Peru", "Peru")]),
    ],
)
def test_the_towns_and_regions_of_a_dateline(line: str, expected: list[tuple[str, str]]) -> None:
    assert places_in(line) == expected


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("OUTPOST, 4 FEB 90 (RADIO OUTPOST) --", "OUTPOST"),
        ("UNITED NATIONS, March 5 -", "UNITED NATIONS"),
        ("ABOARD THE MV NORDLYS, March 5 (AP) —", "ABOARD THE MV NORDLYS"),
    ],
)
def test_a_town_that_the_map_does_not_know(line: str, town: str) -> None:
    ((text, known),) = places_in(line)
    assert (text.upper(), known) == (town, None)


@pytest.mark.parametrize(
    "line", ["NO CITY, NO DATE --", "(Reuters) -", "TASS, March 5.", "March 5, 2019 14:05 GMT", "MONDAY, March 5 -"]
)
def test_a_dateline_without_a_town(line: str) -> None:
    assert places_in(line) == []


@pytest.mark.parametrize("line", ["LISBON (Lusa) -", "TASS, March 5.", "LISBON, Sept. 14 Xinhua --"])
def test_the_agency_is_still_an_organisation(line: str) -> None:
    assert [name.label for name in names_in(line) if name.label != "place"] == ["organisation"]


def test_the_same_words_in_the_story_are_voted_on_as_ever() -> None:
    line = "UNITED NATIONS, March 5 -"
    body = "The United Nations sent its envoy to Lisbon, the United Nations said."
    annotation = next(annotate([article_of(f"{line}\n{body}", dateline=line)]))
    labels = {name.label for name in annotation.names if name.text == "United Nations"}
    assert labels == {"organisation"}


PARTS = (
    "LISBON",
    "Lisbon",
    ", ",
    "/",
    "(",
    ")",
    " and ",
    "PERU",
    "Reuters",
    "March 5",
    "-",
    ".",
    "'S",
    "St.",
    "NO CITY",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).map("".join))
def test_any_dateline_gives_names_in_order_that_do_not_overlap(line: str) -> None:
    found = names_in(line)
    assert all(before.last <= after.first for before, after in pairwise(found))
