"""Names of bodies as words: keys, initials, shorter forms and slips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.understanding.identity.bodies.name_words import (
    body_name,
    fits_initials,
    holds,
    is_acronym,
    is_shorter,
    is_slip,
    name_key,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Health", "Health Ministry"),
        ("the Fjord Council", "Fjord Council"),
        ("Fjord Organisation", "Fjord Organization"),
        ("Ministry of Defence", "Defense Ministry"),
        ("U.N.", "UN"),
    ],
)
def test_one_key(one: str, other: str) -> None:
    assert name_key("en", one) == name_key("en", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Health", "Ministry of Justice"),
        ("Bank of Fjord", "Fjord Bank"),
        ("Northern Brigade", "Southern Brigade"),
        ("Health Ministry", "Ministry of Health and Work"),
    ],
)
def test_two_keys(one: str, other: str) -> None:
    assert name_key("en", one) != name_key("en", other)


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("NWC", "National Water Council"),
        ("OFU", "Organisation of Fjord Unity"),
        ("O.F.U.", "Organisation of Fjord Unity"),
        ("OOFU", "Organisation of Fjord Unity"),
        ("FN", "Fjord Nations"),
        ("CWA", "Central West-Fjord Association"),
        ("CWFA", "Central West-Fjord Association"),
    ],
)
def test_initials(letters: str, name: str) -> None:
    assert fits_initials(letters, "en", name)


@pytest.mark.parametrize(
    ("letters", "name"),
    [("NWA", "National Water Council"), ("N", "Norway"), ("FI", "Fjord"), ("CWN", "National Water Council")],
)
def test_other_letters(letters: str, name: str) -> None:
    assert not fits_initials(letters, "en", name)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Brekon", "Brekon Co"),
        ("Brekon", "Brekon Holdings Ltd."),
        ("Brekon", "Brekon Movement"),
        ("Harper Foundation", "Harper Foundation for the Arts"),
        ("Supreme Court", "Supreme Court of Appeal"),
        ("National Guard", "Lundish National Guard"),
    ],
)
def test_shorter(short: str, long: str) -> None:
    assert is_shorter("en", short, long)
    assert not is_shorter("en", long, short)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Harper", "Harper Foundation"),
        ("University of Lund", "University of Lund Hospital"),
        ("Lund University", "Lund University at Berg"),
        ("Red Cross", "Committee of the Red Cross"),
        ("Council", "National Water Council"),
        ("Brekon", "Brekon"),
        ("Party", "Party of Work"),
        ("Fjord Bank", "Fjord Council"),
    ],
)
def test_not_shorter(short: str, long: str) -> None:
    assert not is_shorter("en", short, long)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hizbaran Movement", "Hizberan Movement"),
        ("Azkarim", "Askarim"),
        ("Fjord Untied", "Fjord United"),
        ("Abdalah Brigade", "Abdallah Brigade"),
    ],
)
def test_slips(one: str, other: str) -> None:
    assert is_slip("en", one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northern Brigade", "Southern Brigade"),
        ("Eastern Command", "Western Command"),
        ("Fjord Department", "Fjord Departments"),
        ("Iran Bank", "Iraq Bank"),
        ("Socialist Front", "Socialism Front"),
        ("NWC", "NWA"),
        ("Fjord Council", "Fjord Council"),
        ("First Brigade", "Fifth Brigade"),
    ],
)
def test_no_slips(one: str, other: str) -> None:
    assert not is_slip("en", one, other)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Ministry of Health", "ministry"),
        ("Health Ministry", "ministry"),
        ("University of Lund", "university"),
        ("Harper Foundation for the Arts", "foundation"),
        ("Brekon", ""),
    ],
)
def test_the_noun_of_a_name(name: str, head: str) -> None:
    assert body_name("en", name).head == head


@pytest.mark.parametrize(
    ("text", "expected"), [("OAU", True), ("U.N.", True), ("Oau", False), ("A", False), ("A1", False)]
)
def test_what_an_acronym_looks_like(text: str, expected: bool) -> None:
    assert is_acronym(text) == expected


def test_a_name_within_a_name() -> None:
    assert holds("en", "Red Cross", "Committee of the Red Cross")
    assert not holds("en", "Red Council", "Committee of the Red Cross")


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_words_at_all(one: str, other: str) -> None:
    name_key("en", one)
    fits_initials(one, "en", other)
    is_shorter("en", one, other)
    assert is_slip("en", one, other) == is_slip("en", other, one)
    assert not is_slip("en", one, one)
