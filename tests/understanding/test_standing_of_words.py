"""Whether a word is told as a fact: where the words that often make it doubtful do not, and the other way."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.understanding.factuality.deciding import factuality
from dateline.values import Statement

Told = Callable[..., Record]


@pytest.mark.parametrize(
    ("sentence", "start", "status"),
    [
        ("If compared to Oslo, Porto is safe.", "compared", "asserted"),
        ("If rebels compared Oslo to Porto, nobody knew.", "compared", "possible"),
        ("No fewer than nine soldiers attacked the town.", "attacked", "asserted"),
        ("No soldiers attacked the town.", "attacked", "denied"),
        ("The farmers did not deserve to die.", "die", "asserted"),
        ("Norway would like to thank Spain.", "thank", "asserted"),
        ("Norway would not like to thank Spain.", "thank", "denied"),
    ],
)
def test_what_a_word_makes_of_it(told: Told, sentence: str, start: str, status: str) -> None:
    annotation = told(sentence, upto="places").annotation
    token = next(token for token in annotation.tokens if token.lower == start)
    assert factuality(annotation, token).status == status


def test_of_two_days_the_one_nearest_to_the_verb_is_that_of_the_saying(told: Told) -> None:
    record = told("Greta Holm said on Monday at a rally on Sunday that it rained.", upto="statements")
    (value,) = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    when = record.get(value.when)
    assert when is not None and record.words(when.spans[0]).endswith("Monday")


def test_a_quotation_that_goes_on_in_the_next_paragraph_needs_no_full_stop(ruled: Told) -> None:
    text = '"We waited," Greta Holm said.\n"Nobody came to us:\n"Not the mayor, not the council."'
    record = ruled(text, upto="statements")
    values = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    assert len(values) == 2
    assert values[0].speaker == values[1].speaker is not None
