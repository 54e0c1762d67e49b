"""What an editor put into quoted words, or left out of them."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotation.quotes.insertions import insertions
from dateline.record import Record
from dateline.values import Span

Told = Callable[..., Record]


def found(text: str, *pronouns: str) -> list[str]:
    ends = {text.index(f"{word} (") + len(word) for word in pronouns}
    return [text[s.start : s.end] for s in insertions(text, Span(0, len(text)), ends)]


@pytest.mark.parametrize(
    ("words", "inserted"),
    [
        ("We hold it [the northern pier - Coast Wire] and stay", ["[the northern pier - Coast Wire]"]),
        ("They dont [sic] pay", ["[sic]"]),
        ("They dont (sic) pay, nor does noone (Sic!) else", ["(sic)", "(Sic!)"]),
        ("[T]he pier is old [...] and rotten", ["[T]", "[...]"]),
        ("We waited ... and left", ["..."]),
        ("We waited … and left…", ["…", "…"]),
        ("We waited . . . and left", [". . ."]),
        ("We waited. ... They left", ["..."]),
        ("We waited.... They left", ["...."]),
        ("The pier (built in 1960) is old. It is 3.5 metres wide.", []),
        ("The Ports Board (PB) pays", []),
        ("We have great respect (for them)", []),
        ("Nothing at all", []),
        ("An open [bracket and a lone (one", []),
    ],
)
def test_brackets_and_ellipses(words: str, inserted: list[str]) -> None:
    assert found(words) == inserted


@pytest.mark.parametrize(
    ("words", "inserted"),
    [
        ("he (Berg) told us", ["(Berg)"]),
        ("he ( the old mayor ) told us", ["( the old mayor )"]),
        ("he (who paid for all of it in the end) told us", []),
        ("he (61) told us", []),
    ],
)
def test_round_brackets_behind_a_pronoun_tell_whom_it_means(words: str, inserted: list[str]) -> None:
    assert found(words, "he") == inserted
    assert found(words) == []


def test_an_insertion_within_another_is_part_of_it() -> None:
    assert found("We left [for the pier (sic) ... as told] then") == ["[for the pier (sic) ... as told]"]


@given(st.text(alphabet=st.sampled_from(list("ab .…[]()sic")), max_size=50))
def test_insertions_stand_in_order_and_inside(text: str) -> None:
    inner = Span(len(text) // 4, len(text))
    spans = insertions(text, inner, range(len(text)))
    assert all(inner.start <= s.start < s.end <= inner.end for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_statement_has_the_insertions_of_its_words(told: Told) -> None:
    text = '"They (the crew) want it [the pier - Coast Wire] ... and dont (sic) pay," Ana Ruiz said.'
    record = told(text, upto="statements")
    (fact,) = [f for f in record.facts if f.kind == "statement"]
    inserted = [record.words(span) for span in fact.value.insertions]
    assert inserted == ["(the crew)", "[the pier - Coast Wire]", "...", "(sic)"]


def test_brackets_outside_a_quotation_are_the_writers(told: Told) -> None:
    record = told('"They pay," she [Ana Ruiz] said (again).', upto="statements")
    assert not record.annotation.quotations[0].insertions
