"""Names: where they begin and end, what they are names of, and one label for all mentions."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Told, article_of
from dateline.annotated import NameMention
from dateline.annotation.annotate import annotate


def names(told: Told, text: str, **roles: str) -> dict[str, NameMention]:
    return {name.text: name for name in told(text, upto="places", **roles).annotation.names}


def labels(told: Told, text: str, **roles: str) -> dict[str, str]:
    return {text: name.label for text, name in names(told, text, **roles).items()}


def test_a_title_is_no_part_of_the_name(told: Told) -> None:
    record = told("Former Deputy Water Minister Paula Brandt left Berlin.", upto="places")
    name = next(n for n in record.annotation.names if n.label == "person")
    assert name.text == "Paula Brandt"
    assert name.titles is not None and record.words(name.titles) == "Deputy Water Minister"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("President Marta Oliveira spoke.", "Marta Oliveira"),
        ("Norway's President Marta Oliveira spoke.", "Marta Oliveira"),
        ("Norwegian Foreign Minister Marta Oliveira spoke.", "Marta Oliveira"),
        ("U.S. Secretary of State Marta Oliveira spoke.", "Marta Oliveira"),
        ("Colonel Jorge de la Vega was there.", "Jorge de la Vega"),
        ("The rebel commander Marta Oliveira was there.", "Marta Oliveira"),
        ("Mr. Oliveira was there.", "Oliveira"),
    ],
)
def test_titles_make_people(told: Told, text: str, person: str) -> None:
    assert labels(told, text)[person] == "person"


def test_a_rank_alone_is_no_name(told: Told) -> None:
    assert "Major General" not in labels(told, "She retired with the rank of Major General in Oslo.")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Finland's Interior Ministry denied it.", "Interior Ministry"),
        ("The Bank of Sweden denied it.", "Bank of Sweden"),
        ("The Social Progress Party denied it.", "Social Progress Party"),
        ("The State Department denied it.", "State Department"),
    ],
)
def test_nouns_make_organisations(told: Told, text: str, body: str) -> None:
    assert labels(told, text)[body] == "organisation"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They hid in the Karsa Gorge for days.", "Karsa Gorge"),
        ("Two villages near Lake Inari were flooded.", "Lake Inari"),
        ("The road to Bosnia and Herzegovina was closed.", "Bosnia"),
        ("Clashes went on in Bergen and Trondheim.", "Trondheim"),
    ],
)
def test_nouns_and_prepositions_make_places(told: Told, text: str, place: str) -> None:
    assert any(name.startswith(place) and label == "place" for name, label in labels(told, text).items())


def test_countries_are_never_nationalities(told: Told) -> None:
    found = labels(told, "Tunisia's army and Tunisian police met. Tunisia said so. The Tunisian court did not.")
    assert found["Tunisia"] == "place"
    assert found["Tunisian"] == "demonym"


def test_a_demonym_tells_its_country(told: Told) -> None:
    assert names(told, "Two Norwegian sailors were hurt.")["Norwegian"].country == "NOR"


@pytest.mark.parametrize(
    ("word", "iso3"),
    [("Norwegian", "NOR"), ("Texan", "USA"), ("Catalan", "ESP"), ("South Korean", "KOR"), ("Welsh", "GBR")],
)
def test_a_demonym_has_its_country_s_row(told: Told, word: str, iso3: str) -> None:
    found = names(told, f"Two {word} sailors were hurt.")[word]
    assert (found.label, found.country) == ("demonym", iso3)
    assert [(place.kind, place.country) for place in found.places] == [("country", iso3)]


def test_a_country_s_whole_name_has_its_row(told: Told) -> None:
    found = names(told, "The People's Republic of China denied it.")["People's Republic of China"]
    assert (found.label, found.country) == ("place", "CHN")
    assert found.places[0].name == "China"


def test_a_name_has_the_rows_that_its_place_in_the_text_asks_for(told: Told) -> None:
    found = names(told, "Snow fell in Cook and Lake counties. They moved to Parkersburg, W. Va.")
    assert {found[name].places[0].kind for name in ("Cook", "Lake")} == {"admin2"}
    assert [place.admin1 for place in found["W. Va."].places] == ["WV"]


def test_only_places_and_peoples_have_rows(told: Told) -> None:
    found = names(told, "President Marta Paris of the Lund Bank met two Norwegian sailors in Oslo.")
    assert {name.label for name in found.values() if name.places} == {"place", "demonym"}
    assert found["Marta Paris"].places == found["Lund Bank"].places == ()


def test_names_are_no_inner_places(told: Told) -> None:
    found = names(told, "Norwegian Ambassador Ana Lund of the Bank of Sweden met two Danish sailors in Oslo.")
    assert not any(name.inner for name in found.values())


@pytest.mark.parametrize(
    "text",
    [
        "District Judge Ana Lund left.",
        "U.S. District Judge Ana Lund left.",
        "State Senator Ana Lund left.",
        "City Councilwoman Ana Lund left.",
    ],
)
def test_a_title_that_begins_like_a_place_is_none(told: Told, text: str) -> None:
    found = labels(told, text)
    assert found["Ana Lund"] == "person"
    assert set(found) <= {"Ana Lund", "U.S."}


def test_a_surname_follows_the_full_name(told: Told) -> None:
    text = "Minister Paula Brandt arrived. Brandt met the mayor. Nobody told Brandt why."
    record = told(text, upto="places")
    assert [n.label for n in record.annotation.names if n.text == "Brandt"] == ["person", "person"]


def test_a_town_is_no_surname_after_a_title(told: Told) -> None:
    assert labels(told, "General Florence Lima spoke in Lima.").get("Lima") == "place"


def test_title_case_headlines_follow_the_body(told: Told) -> None:
    headline = "Mayor Brandt Blames Rivals For Harbour Fire In Norway"
    text = f"{headline}\nMayor Paula Brandt blamed rivals. Brandt spoke in Oslo."
    record = told(text, upto="places", headline=headline)
    in_headline = {n.text: n.label for n in record.annotation.names if n.end <= len(headline)}
    assert in_headline == {"Brandt": "person", "Norway": "place"}


def test_capitals_copy_keeps_its_offsets(told: Told) -> None:
    record = told("PRESIDENT MARTA OLIVEIRA DENIED TODAY THAT REBELS ATTACKED THE CITY OF BOGOTA.", upto="places")
    found = {record.text[n.start : n.end]: n.label for n in record.annotation.names}
    assert found["MARTA OLIVEIRA"] == "person"
    assert found["BOGOTA"] == "place"
    assert "REBELS" not in found


@pytest.mark.parametrize("word", ["Monday", "September", "Police", "The", "Similar", "After", "I"])
def test_no_name_for_ordinary_words(told: Told, word: str) -> None:
    assert word not in labels(told, f"{word} nine men were there, she said.")


def test_names_lie_in_order_and_apart(told: Told) -> None:
    record = told("Ana Lund of the Water Party met President Ivo Brek in Porto, Portugal, on Monday.", upto="places")
    spans = [(n.start, n.end) for n in record.annotation.names]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("THE TARMA LIBERATION FRONT (XQP) ATTACKED A BANK IN BOGOTA.", "TARMA LIBERATION FRONT"),
        ("THE WATER FRONT OF TARMA [EQUO] ATTACKED A BANK IN BOGOTA.", "WATER FRONT OF TARMA"),
        ("MEN OF THE TARMA LIBERATION FRONT ATTACKED A BANK IN BOGOTA.", "TARMA LIBERATION FRONT"),
        ("THE SUPREME COURT SAID NOTHING ABOUT THE BANK IN BOGOTA.", "SUPREME COURT"),
    ],
)
def test_bodies_in_capitals_copy(told: Told, text: str, body: str) -> None:
    record = told(text, upto="places")
    assert {record.text[n.start : n.end]: n.label for n in record.annotation.names}[body] == "organisation"


@pytest.mark.parametrize("word", ["COUNTRY", "GOVERNMENT", "GRENADE", "REBELS", "ANTIDRUG", "PEOPLE"])
def test_ordinary_words_are_no_names_in_capitals_copy(told: Told, word: str) -> None:
    record = told(f"THE {word}'S FATE WAS UNKNOWN. A {word} WAS SEEN NEAR THE ROAD TO BOGOTA.", upto="places")
    assert word not in {record.text[n.start : n.end].removesuffix("'S") for n in record.annotation.names}


def test_a_full_name_in_capitals_copy_keeps_its_surname(told: Told) -> None:
    record = told("MAYOR MARTA SULLIVAN LEFT BOGOTA. NOBODY TOLD SULLIVAN WHY.", upto="places")
    people = [record.text[n.start : n.end] for n in record.annotation.names if n.label == "person"]
    assert people == ["MARTA SULLIVAN", "SULLIVAN"]


@pytest.mark.parametrize("agency", ["XQP", "RADIO CADENA XORBA", "EL XORBA", "XORBA TELEVISION"])
def test_whatever_stands_in_a_datelines_brackets_is_no_person(told: Told, agency: str) -> None:
    line = f"BOGOTA, 30 AUG 89 ({agency}) --"
    record = told(f"{line}\nTHE ARMY SAID NOTHING ABOUT IT TODAY.", upto="places", dateline=line)
    assert "person" not in {name.label for name in record.annotation.names}
    assert "place" in {name.label for name in record.annotation.names if name.start < 6}


@pytest.mark.parametrize("agency", ["Europe", "Norway", "North Korea", "West Bank"])
def test_a_land_in_a_datelines_brackets_is_an_agency_there_and_a_land_elsewhere(told: Told, agency: str) -> None:
    line = f"OSLO, 3 May ({agency}) --"
    record = told(f"{line}\nThe army in {agency} said nothing.", upto="places", dateline=line)
    assert [name.label for name in record.annotation.names if name.text == agency] == ["organisation", "place"]


def test_names_follow_a_known_name_into_a_headline_of_capitals(told: Told) -> None:
    headline = "BRANDT BLAMES RIVALS FOR FIRE"
    record = told(f"{headline}\nMayor Paula Brandt blamed her rivals in Oslo.", upto="places", headline=headline)
    assert [n.label for n in record.annotation.names if n.end <= len(headline)] == ["person"]


def test_no_text_no_names(told: Told) -> None:
    assert told("", upto="places").annotation.names == ()


def test_the_longest_known_name_wins_in_a_headline(told: Told) -> None:
    headline = "Water Party Leader Marta Lund Leaves Norway Today"
    text = f"{headline}\nMarta Lund of the Water Party left. Lund was in Norway."
    record = told(text, upto="places", headline=headline)
    found = {n.text: n.label for n in record.annotation.names if n.end <= len(headline)}
    assert found == {"Water Party": "organisation", "Marta Lund": "person", "Norway": "place"}


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ABab '\u2019.,()[]-\n", max_size=60))
def test_names_of_any_text_lie_inside_it(text: str) -> None:
    found = next(annotate([article_of(text)])).names
    assert all(0 <= name.start < name.end <= len(text) for name in found)
    assert all(0 < name.score <= 1 for name in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
