"""Who is behind a deed that a noun tells of: by order, by announcement, by planting it; for or against whom."""

from collections.abc import Callable

import pytest

from dateline.annotated import Annotation, Token
from dateline.record import Record
from dateline.understanding.acts.parties import authors

Told = Callable[..., Record]


def at(told: Told, text: str, word: str) -> tuple[Annotation, Token]:
    annotation = told(text, upto="places").annotation
    return annotation, next(token for token in annotation.tokens if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        ("The general ordered the killing of a judge.", "killing", "ASSAULT", ["general"]),
        ("The killing was ordered by the general.", "killing", "ASSAULT", ["general"]),
        ("Norway announced a suspension of aid.", "suspension", "SANCTION", ["Norway"]),
        ("Norway announced the release of a judge.", "release", "RETREAT", []),
        ("Norway condemned the killing.", "killing", "ASSAULT", []),
    ],
)
def test_whose_order_it_was(told: Told, text: str, word: str, kind: str, expected: list[str]) -> None:
    annotation, noun = at(told, text, word)
    assert [token.text for token in authors.ordering(annotation, noun, kind)] == expected


def test_those_who_planted_it_are_behind_the_blast(told: Told) -> None:
    annotation, bomb = at(told, "A bomb planted by rebels exploded.", "bomb")
    assert [token.text for token in authors.placing(annotation, [bomb])] == ["bomb", "rebels"]


@pytest.mark.parametrize(
    ("text", "sided"),
    [
        ("The anti-Norway protest grew.", False),
        ("The pro-Norway protest grew.", True),
        ("The Norway protest grew.", None),
    ],
)
def test_for_or_against(told: Told, text: str, sided: bool | None) -> None:
    assert authors.is_for(*at(told, text, "Norway")) is sided
