"""UCDP's type of violence and sides, for events built by hand and for read sentences."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from staged import SECTORS, staged

from conftest import Told
from dateline.codings import ucdp


@pytest.mark.parametrize(
    ("actors", "recipients", "violence", "side_a", "side_b"),
    [
        ("army", "rebels", 1, "army", "rebels"),
        ("rebels", "army", 1, "army", "rebels"),
        ("rebels", "officials", 1, "officials", "rebels"),
        ("army rebels", "", 1, "army", "rebels"),
        ("Norland", "Sudland", 1, "Norland", "Sudland"),
        ("rebels", "gunmen", 2, "rebels", "gunmen"),
        ("gang", "rebels", 2, "gang", "rebels"),
        ("army", "villagers", 3, "army", "villagers"),
        ("rebels", "villagers", 3, "rebels", "villagers"),
    ],
)
def test_types(actors: str, recipients: str, violence: int, side_a: str, side_b: str) -> None:
    record, fact = staged("ASSAULT", actors, recipients)
    codes = ucdp(record, fact)
    assert codes is not None and codes.type_of_violence == violence
    names = [[record.get(one).value.name for one in side] for side in (codes.side_a, codes.side_b)]  # type: ignore[union-attr]
    assert names == [[side_a], [side_b]]


@pytest.mark.parametrize(
    ("kind", "actors", "recipients"),
    [
        ("ASSAULT", "", "villagers"),
        ("ASSAULT", "rebels", ""),
        ("ASSAULT", "army", "Karsvik"),
        ("ASSAULT", "Berg", "villagers"),
        ("ASSAULT", "villagers", "army"),
        ("ASSAULT", "army", "gang"),
        ("ASSAULT", "gang", "villagers"),
        ("COERCE", "army", "rebels"),
        ("THREATEN", "rebels", "army"),
    ],
)
def test_none_of_the_three(kind: str, actors: str, recipients: str) -> None:
    assert ucdp(*staged(kind, actors, recipients)) is None


@pytest.mark.parametrize("status", ["planned", "possible", "requested", "denied"])
def test_what_did_not_happen_is_none(status: Any) -> None:
    assert ucdp(*staged("ASSAULT", "rebels", "army", status=status)) is None


@pytest.mark.parametrize(("dead", "fatal"), [(None, False), (0, False), (3, True)])
def test_deaths_are_counted(dead: int | None, fatal: bool) -> None:
    codes = ucdp(*staged("ASSAULT", "rebels", "army", dead=dead))
    assert codes is not None and codes.fatal is fatal


NAMES = st.lists(st.sampled_from([*SECTORS, "Norland", "Karsvik", "Berg"]), max_size=3, unique=True)


@given(NAMES, NAMES)
def test_sides_are_those_of_the_event(actors: list[str], recipients: list[str]) -> None:
    record, fact = staged("ASSAULT", " ".join(actors), " ".join(recipients))
    codes = ucdp(record, fact)
    if codes is not None:
        told = {record.get(one).value.name for one in (*codes.side_a, *codes.side_b)}  # type: ignore[union-attr]
        assert codes.side_a and codes.side_b and told <= {*actors, *recipients}


def test_a_read_sentence(told: Told) -> None:
    record = told("Rebels attacked an army patrol near Oslo, killing nine soldiers.", upto="casualties")
    found = [codes for fact in record.of("event") if (codes := ucdp(record, fact)) is not None]
    assert {codes.type_of_violence for codes in found} == {1}


def test_civilians_who_are_only_counted_are_one_side() -> None:
    found = ucdp(*staged("ASSAULT", "army", "", modes=("aerial",), dead=20, group="civilians"))
    assert found is not None
    assert (found.type_of_violence, found.fatal) == (3, True)
