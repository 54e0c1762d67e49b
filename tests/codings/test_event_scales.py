"""Quad classes by their cuts, and Goldstein's values."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codings import CUTS, goldstein, quad_class
from dateline.codings.tables import scales
from dateline.ontology import PLOVER
from dateline.values import Event, Span


def event(kind: str, cameo: str | None = None, scheme: Any = "plover") -> Event:
    return Event(scheme=scheme, type=kind, cameo=cameo, trigger=Span(0, 1))


@pytest.mark.parametrize(
    ("kind", "cameo", "quads"),
    [
        ("AGREE", "030", (1, 1, 1, 1)),
        ("CONSULT", "042", (1, 1, 1, 1)),
        ("AID", "073", (2, 2, 2, 2)),
        ("ACCUSE", "112", (3, 3, 3, 3)),
        ("SANCTION", "163", (4, 3, 4, 3)),
        ("SANCTION", None, (4, 3, 4, 3)),
        ("PROTEST", "141", (4, 4, 4, 4)),
        ("ASSAULT", "193", (4, 4, 4, 4)),
        ("CONCEDE", "083", (2, 2, 1, 1)),
        ("SUPPORT", "010", (1, 0, 1, 1)),
        ("COERCE", None, (4, 4, 4, 4)),
    ],
)
def test_quad_classes(kind: str, cameo: str | None, quads: tuple[int, ...]) -> None:
    assert tuple(quad_class(event(kind, cameo), cut) for cut in CUTS) == quads


@pytest.mark.parametrize(
    ("kind", "cameo", "value", "code"),
    [
        ("RETREAT", "0871", 9.0, "0871"),
        ("RETREAT", "0874", 5.0, "08"),
        ("CONSULT", "042", 1.9, "042"),
        ("CONSULT", "041", 1.0, "04"),
        ("ASSAULT", "1831", -10.0, "183"),
        ("ASSAULT", None, -9.0, "18"),
        ("MOBILIZE", None, -7.2, "15"),
        ("AGREE", None, 4.0, "03"),
    ],
)
def test_goldstein(kind: str, cameo: str | None, value: float, code: str) -> None:
    assert goldstein(event(kind, cameo)) == (value, code)


def test_what_plover_has_no_type_for_has_no_scale() -> None:
    accident = event("ACCIDENT", scheme="other")
    assert goldstein(accident) is None and [quad_class(accident, cut) for cut in CUTS] == [None] * 4


def test_tables_are_whole() -> None:
    roots = {f"{root:02d}" for root in range(1, 21)}
    table = scales()
    assert set(table.gdelt) == set(table.phoenix) == roots <= set(table.goldstein)
    assert set(table.roots) == set(table.plover_chapters) == set(PLOVER)


@given(st.sampled_from(list(PLOVER)), st.none() | st.from_regex(r"(0[1-9]|1[0-9]|20)[0-9]{1,2}", fullmatch=True))
def test_every_event_has_a_value_and_four_classes(kind: str, cameo: str | None) -> None:
    one = event(kind, cameo)
    value = goldstein(one)
    assert value is not None and -10 <= value.value <= 10
    assert (cameo or scales().roots[kind]).startswith(value.code)
    assert all(quad_class(one, cut) in range(5) for cut in CUTS)
