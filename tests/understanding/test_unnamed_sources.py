"""Sources of whom the record knows nobody: the reason tells one sort of unknown speaker from another."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.understanding.speech.speakers.unnamed import (
    DOCUMENT,
    NOBODY,
    ONE,
    PASSIVE,
    SEVERAL,
    UNRESOLVED,
    WRITER,
)
from dateline.values import Statement

Told = Callable[..., Record]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It was reported that the pier was safe.", PASSIVE),
        ("The pier is safe, a source said.", ONE),
        ("A witness said the pier was safe.", ONE),
        ("Her lawyer said the pier was safe.", ONE),
        ("Sources said the pier was safe.", SEVERAL),
        ("Many said the pier was safe.", SEVERAL),
        ("Someone said the pier was safe.", NOBODY),
        ("A document said the pier was safe.", DOCUMENT),
        ("The pier fell. We think that it was old.", WRITER),
        ("The pier fell. He said that it was old.", UNRESOLVED),
    ],
)
def test_who_it_is_that_is_not_known(told: Told, text: str, reason: str) -> None:
    fact = told(text, upto="statements").of("statement")[-1]
    assert isinstance(fact.value, Statement)
    assert fact.value.speaker is None
    assert fact.reason == reason


def test_whom_an_open_pronoun_may_mean_is_told(told: Told) -> None:
    text = (
        "Pavel Novak and Ivan Brek met in Porto. Karl Moss waited for them outside. The pier fell. He said it was old."
    )
    record = told(text, upto="statements")
    fact = record.of("statement")[-1]
    assert isinstance(fact.value, Statement)
    assert fact.value.speaker is not None or "it is open whom" in (fact.reason or "")
