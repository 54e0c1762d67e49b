"""Whether a deed is told as a fact: in a claim that is false, before a court, tried in vain, and behind "and"."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.understanding.factuality.deciding import factuality

Told = Callable[..., Record]


def status_of(told: Told, sentence: str, word: str) -> str:
    annotation = told(sentence, upto="places").annotation
    token = next(token for token in annotation.tokens if token.lower == word)
    return factuality(annotation, token).status


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        ("The report that Ana Dahl was shot is unfounded.", "shot", "denied"),
        ("Reports that rebels attacked Porto are false.", "attacked", "denied"),
        ("Reports that rebels attacked Porto are not false.", "attacked", "asserted"),
        ("False rumours that rebels attacked Porto spread.", "attacked", "denied"),
        ("There was no truth to reports that Ana Dahl was shot.", "shot", "denied"),
        ("The false report of the killing of Ana Dahl spread.", "killing", "denied"),
        ("The report that Ana Dahl was shot shocked Porto.", "shot", "asserted"),
        ("Police read a complaint that soldiers attacked Ana Dahl.", "attacked", "possible"),
    ],
)
def test_a_claim(told: Told, sentence: str, word: str, status: str) -> None:
    assert status_of(told, sentence, word) == status


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        ("Ana Dahl was acquitted of killing Jan Holm.", "killing", "denied"),
        ("Ana Dahl was cleared of the killing of Jan Holm.", "killing", "asserted"),
        ("Ana Dahl pleaded guilty to killing Jan Holm.", "killing", "asserted"),
        ("Ana Dahl pleaded not guilty to killing Jan Holm.", "killing", "denied"),
        ("Ana Dahl pleaded guilty to the murder of Jan Holm.", "murder", "asserted"),
        ("Ana Dahl pleaded for talks with Jan Holm.", "talks", "requested"),
        ("The killing of Jan Holm was planned by Ana Dahl.", "killing", "asserted"),
        ("The talks are planned for Friday.", "talks", "planned"),
    ],
)
def test_before_a_court(told: Told, sentence: str, word: str, status: str) -> None:
    assert status_of(told, sentence, word) == status


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        ("Rebels tried unsuccessfully to storm Porto.", "storm", "denied"),
        ("Rebels tried to storm Porto.", "storm", "planned"),
        ("A failed attempt to storm Porto angered them.", "storm", "denied"),
        ("Failed talks with Ana Dahl angered them.", "talks", "asserted"),
    ],
)
def test_an_attempt(told: Told, sentence: str, word: str, status: str) -> None:
    assert status_of(told, sentence, word) == status


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        ("They plotted to kidnap Ana Dahl and then attack Porto.", "attack", "planned"),
        ("They threatened to kidnap Ana Dahl and then attacked Porto.", "attacked", "asserted"),
        ("They failed to meet Ana Dahl and attacked Porto.", "attacked", "asserted"),
    ],
)
def test_behind_and(told: Told, sentence: str, word: str, status: str) -> None:
    assert status_of(told, sentence, word) == status
