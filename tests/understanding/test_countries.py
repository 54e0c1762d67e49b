"""The country that stands before or behind a phrase, the country of a story, and where a phrase begins."""

import pytest

from conftest import Told, article_of
from dateline.annotated import Annotation, Token
from dateline.annotation.annotate import annotate
from dateline.understanding.identity.countries import (
    country_before,
    country_behind,
    dateline_countries,
    main_country,
    names_labelled,
    phrase_first,
    place_behind,
)


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)]))


def word(annotation: Annotation, text: str) -> Token:
    return next(token for token in annotation.tokens if token.text == text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Norway's army left.", "NOR"),
        ("Norway’s army left.", "NOR"),
        ("The Norwegian army left.", "NOR"),
        ("The U.S. army left.", "USA"),
        ("A Norwegian-army truck left.", "NOR"),
        ("The army left Norway.", None),
        ("He likes Norway. Its army left.", None),
        ("army", None),
    ],
)
def test_before(text: str, country: str | None) -> None:
    annotation = parsed(text)
    assert country_before(annotation, word(annotation, "army").i) == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The army of Norway left.", "NOR"),
        ("The army of the United States left.", "USA"),
        ("The army and Norway left.", None),
        ("The army of thieves left.", None),
        ("The army in Norway left.", "NOR"),
        ("The ambassador of Chile and the army to Norway left.", None),
        ("The army of", None),
        ("The army", None),
    ],
)
def test_behind(text: str, country: str | None) -> None:
    annotation = parsed(text)
    assert country_behind(annotation, word(annotation, "army").i + 1) == country


def test_a_town_behind_is_a_place_but_no_country() -> None:
    annotation = parsed("The mayor of Bergen left.")
    last = word(annotation, "mayor").i + 1
    place = place_behind(annotation, last)
    assert place is not None and place.text == "Bergen"
    assert country_behind(annotation, last) is None


def test_a_person_behind_is_no_place() -> None:
    annotation = parsed("The brother of Mr. Pedro Rojas left.")
    assert place_behind(annotation, word(annotation, "brother").i + 1) is None


@pytest.mark.parametrize(
    ("line", "text", "country"),
    [
        ("OSLO (Fjord News) -", "Norway waits. Norway's army left.", "NOR"),
        ("OSLO (Fjord News) -", "Sweden waits. Sweden's army left. Sweden sleeps.", None),
        ("OSLO (Fjord News) -", "Norway, Chile, Peru, Japan and Kenya met.", None),
        ("OSLO (Fjord News) -", "It rained.", None),
        ("OSLO (Fjord News) -", "The road from Bergen to Trondheim is closed.", "NOR"),
    ],
)
def test_what_a_story_is_about(told: Told, line: str, text: str, country: str | None) -> None:
    assert main_country(told(f"{line}\n{text}", upto="places", dateline=line)) == country


def test_no_dateline_and_no_country(told: Told) -> None:
    record = told("Norway waits. Norway's army left.", upto="places")
    assert dateline_countries(record) == set()
    assert main_country(record) is None


def test_a_dateline_of_two_towns(told: Told) -> None:
    line = "OSLO and STOCKHOLM (Fjord News) -"
    record = told(f"{line}\nIt rained.", upto="places", dateline=line)
    assert dateline_countries(record) == {"NOR", "SWE"}


@pytest.mark.parametrize(
    ("text", "head", "first"),
    [
        ("The nine tired soldiers left.", "soldiers", "The"),
        ("They saw more than 60 soldiers.", "soldiers", "more"),
        ("In Bergen soldiers left.", "soldiers", "soldiers"),
        ("On Monday, armed soldiers left.", "soldiers", "armed"),
        ("Norway's tired soldiers left.", "soldiers", "Norway"),
        ("He praised his soldiers.", "soldiers", "his"),
        ("Soldiers left.", "Soldiers", "Soldiers"),
    ],
)
def test_where_a_phrase_begins(text: str, head: str, first: str) -> None:
    annotation = parsed(text)
    assert phrase_first(annotation, word(annotation, head)).text == first


def test_a_phrase_stays_in_its_sentence() -> None:
    annotation = parsed("It rained. Soldiers left. It rained.")
    token = word(annotation, "Soldiers")
    assert phrase_first(annotation, token).sentence == token.sentence


def test_names_by_label() -> None:
    annotation = parsed("Mr. Pedro Rojas met Mrs. Ana Lund in Bergen.")
    assert [name.text for name in names_labelled(annotation, "person")] == ["Pedro Rojas", "Ana Lund"]
    assert [name.text for name in names_labelled(annotation, "place", "organisation")] == ["Bergen"]
    assert names_labelled(annotation) == []
