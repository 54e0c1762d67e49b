"""The lists of words about places in the language packs: small letters, nothing twice, numbers that make sense."""

from itertools import chain

import pytest

from dateline.languages import load

NAMES, GEOGRAPHY = load("en").names, load("en").geography
LISTS = (
    "school_nouns",
    "memorial_nouns",
    "way_nouns",
    "state_ways",
    "naming_nouns",
    "halls",
    "people_prefixes",
    "given_places",
    "borrowed_names",
    "namesakes",
    "namesake_things",
    "illness_nouns",
    "dwellers",
)
OF_GEOGRAPHY = ("distance_leads", "distance_adverbs", "lying", "motion", "works", "doer_endings", "people_endings")
TABLES = ("metonymy", "distance_units", "bearings", "place_kinds")

ALL: dict[str, tuple[str, ...]] = {name: getattr(NAMES, name) for name in LISTS}
ALL |= {name: getattr(GEOGRAPHY, name) for name in OF_GEOGRAPHY}
ALL |= {f"{table}.{key}": words for table in TABLES for key, words in getattr(GEOGRAPHY, table).items()}
ALL |= {
    "division_plurals": tuple(GEOGRAPHY.division_plurals),
    "division_plurals.values": tuple(GEOGRAPHY.division_plurals.values()),
}


@pytest.mark.parametrize("name", ALL)
def test_a_list_has_words_in_small_letters_and_none_twice(name: str) -> None:
    words = ALL[name]
    assert words
    assert [word for word in words if word != word.lower() or word != " ".join(word.split()) or not word] == []
    assert len(words) == len(set(words))


@pytest.mark.parametrize("table", ["bearings", "distance_units", "place_kinds"])
def test_a_word_means_one_thing(table: str) -> None:
    words = list(chain.from_iterable(getattr(GEOGRAPHY, table).values()))
    assert len(words) == len(set(words))


def test_bearings_are_degrees() -> None:
    degrees = [float(key) for key in GEOGRAPHY.bearings]
    assert all(0 <= each < 360 for each in degrees)
    assert len(degrees) == len(set(degrees))


def test_every_bearing_has_its_opposite() -> None:
    degrees = {float(key) for key in GEOGRAPHY.bearings}
    assert degrees == {(each + 180) % 360 for each in degrees}


def test_a_bearing_between_two_others_is_named_after_both() -> None:
    degrees = {word: float(key) for key, words in GEOGRAPHY.bearings.items() for word in words}
    for between in (word for word in degrees if "-" in word):
        first, second = (degrees[part] for part in between.split("-", 1))
        assert degrees[between] in {(first + second) / 2, (first + second + 360) / 2}
        assert degrees.get(between.replace("-", ""), degrees[between]) == degrees[between]


def test_units_of_distance_have_a_length() -> None:
    lengths = {word: float(key) for key, words in GEOGRAPHY.distance_units.items() for word in words}
    assert all(length > 0 for length in lengths.values())
    assert lengths["km"] == 1
    assert 1.6 < lengths["mile"] < 1.62


def test_who_dwells_in_a_town_is_not_named_after_it() -> None:
    assert not set(NAMES.dwellers) & set(NAMES.namesakes)


def test_no_way_is_a_school() -> None:
    assert not set(NAMES.way_nouns) & set(NAMES.school_nouns)


def test_schools_are_bodies() -> None:
    assert set(NAMES.school_nouns) <= set(NAMES.organisation_nouns)


def test_the_noun_of_a_plural_is_a_kind_of_division() -> None:
    divisions = {*GEOGRAPHY.place_kinds["admin1"], *GEOGRAPHY.place_kinds["admin2"]}
    assert set(GEOGRAPHY.division_plurals.values()) <= divisions
    assert not set(GEOGRAPHY.division_plurals) & divisions


def test_kinds_of_places_have_no_dwellers() -> None:
    assert not set(chain.from_iterable(GEOGRAPHY.place_kinds.values())) & set(NAMES.dwellers)
