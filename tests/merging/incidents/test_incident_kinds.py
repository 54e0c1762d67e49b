"""What kind of event an incident was, and whether it happened."""

from typing import Any

import pytest

from dateline.merging.incidents.kinds import as_told, kind_of, status_of
from dateline.merging.parts import Part
from merging.reported import telling_of


def told(*types: str, **fields: Any) -> list[Part]:
    return [telling_of(f"a{at}", type=name, **fields) for at, name in enumerate(types)]


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (["ASSAULT"], "ASSAULT"),
        (["ASSAULT", "DEATH"], "ASSAULT"),
        (["DEATH", "DEATH", "DEATH", "ASSAULT"], "ASSAULT"),
        (["DEATH"] * 9 + ["ASSAULT"], "DEATH"),
        (["ACCIDENT", "DEATH", "DEATH", "ASSAULT", "ACCIDENT"], "ACCIDENT"),
        (["DEATH", "CRIME", "ASSAULT"], "ASSAULT"),
        (["GATHERING", "PROTEST"], "PROTEST"),
        (["PROTEST", "ACCIDENT", "ACCIDENT"], "ACCIDENT"),
        (["COERCE", "AID"], "AID"),
    ],
)
def test_most_sources_and_what_says_more_of_the_same(types: list[str], expected: str) -> None:
    assert kind_of(told(*types)).type == expected


def test_the_scheme_is_the_types() -> None:
    parts = [telling_of("a", type="DEATH", scheme="other"), telling_of("b", type="ASSAULT")]
    assert (kind_of(parts).scheme, kind_of(parts[:1]).scheme) == ("plover", "other")


def test_modes_and_contexts_that_are_told_often() -> None:
    parts = [
        telling_of("a", modes=("explosives",), contexts=("terrorism",)),
        telling_of("b", modes=("explosives", "suicide-attack"), contexts=("terrorism", "crime")),
        telling_of("c", modes=("explosives",)),
        telling_of("d", modes=("explosives", "firearms", "suicide-attack")),
        telling_of("e", type="DEATH", scheme="other", modes=("odd",)),
    ]
    kind = kind_of(parts)
    assert (kind.modes, kind.contexts) == (("explosives", "suicide-attack"), ("terrorism", "crime"))


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["190", "193", "193"], "193"),
        (["18", "183", "18"], "183"),
        (["18"] * 9 + ["183"], "18"),
        ([None, "190"], "190"),
        ([None], None),
    ],
)
def test_the_code(codes: list[str | None], expected: str | None) -> None:
    assert kind_of([telling_of(f"a{at}", cameo=code) for at, code in enumerate(codes)]).cameo == expected


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (["asserted", "planned", "planned"], "asserted"),
        (["historical", "historical"], "historical"),
        (["historical", "asserted"], "asserted"),
        (["asserted", "denied"], "asserted"),
        (["denied"], "denied"),
        (["planned", "possible", "possible"], "possible"),
        (["planned", "requested"], "planned"),
    ],
)
def test_one_telling_as_having_happened_is_needed(statuses: list[str], expected: str) -> None:
    assert status_of([telling_of(f"a{at}", status=status) for at, status in enumerate(statuses)]) == expected


def test_only_tellings_of_what_happened_count_where_there_are_any() -> None:
    parts = [telling_of("a", status="denied"), telling_of("b"), telling_of("c", status="historical")]
    assert [part.report.article for part in as_told(parts)] == ["b", "c"]
    assert as_told(parts[:1]) == parts[:1]
