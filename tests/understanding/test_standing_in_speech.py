"""Facts of other kinds inside what somebody says: whose words they stand in, and whether they are told as facts."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Statement

Told = Callable[..., Record]


def standing(record: Record, kind: str) -> list[tuple[str, str | None]]:
    """Status of each fact of a kind, and the words that name who says it."""
    sources = {fact.id: fact.value.speaker_span for fact in record.of("statement") if isinstance(fact.value, Statement)}
    found = []
    for fact in record.of(kind):
        source = sources.get(fact.said_by or "")
        found.append((fact.status, record.words(source) if source else None))
    return found


@pytest.mark.parametrize(
    ("text", "status", "source"),
    [
        ("Rebels attacked Porto.", "asserted", None),
        ("Greta Holm said that rebels attacked Porto.", "asserted", "Greta Holm"),
        ('"Rebels attacked Porto," Greta Holm said.', "asserted", "Greta Holm"),
        ("Rebels attacked Porto, according to Greta Holm.", "asserted", "Greta Holm"),
        ("Greta Holm denied that rebels attacked Porto.", "denied", "Greta Holm"),
        ("Greta Holm said rebels did not attack Porto.", "denied", "Greta Holm"),
        ("Greta Holm said rebels may have attacked Porto.", "possible", "Greta Holm"),
        ("Police believe that rebels attacked Porto.", "possible", "Police"),
        ("Greta Holm said troops would attack Porto next week.", "planned", "Greta Holm"),
        ("Greta Holm plans to attack Porto with rockets.", "planned", "Greta Holm"),
        ("Norway will attack Portugal.", "planned", None),
        ("Greta Holm said rebels attacked Porto in 1987.", "historical", "Greta Holm"),
        ("The Gazette reported that Greta Holm said that rebels attacked Porto.", "asserted", "Greta Holm"),
        ("Police left Bergen, Greta Holm said, and rebels attacked Porto.", "asserted", None),
    ],
)
def test_an_attack(told: Told, text: str, status: str, source: str | None) -> None:
    assert (status, source) in standing(told(text, published="2024-03-05"), "event")


@pytest.mark.parametrize(
    ("text", "status", "source"),
    [
        ("Nine people were killed in Porto.", "asserted", None),
        ("Police said that nine people were killed in Porto.", "asserted", "Police"),
        ("Nine people were killed in Porto, police said.", "asserted", "police"),
        ("Greta Holm denied that nine people were killed in Porto.", "denied", "Greta Holm"),
        ("Greta Holm said nine people may have been killed in Porto.", "possible", "Greta Holm"),
        ("In 1987, rebels attacked Porto and killed nine people, Greta Holm said.", "historical", "Greta Holm"),
        ("Nine people were killed in Porto. It rained, police said.", "asserted", None),
    ],
)
def test_a_count_of_the_dead(told: Told, text: str, status: str, source: str | None) -> None:
    assert standing(told(text, published="2024-03-05"), "casualties") == [(status, source)]


@pytest.mark.parametrize(
    ("text", "status", "source"),
    [
        ("Pavel Novak was charged with murder.", "asserted", None),
        ("Pavel Novak was charged with murder, prosecutors said.", "asserted", "prosecutors"),
        ("Greta Holm said prosecutors might charge Pavel Novak with fraud.", "possible", "Greta Holm"),
        ("Greta Holm denied that Pavel Novak was charged with fraud.", "denied", "Greta Holm"),
    ],
)
def test_a_charge(told: Told, text: str, status: str, source: str | None) -> None:
    assert standing(told(text, published="2024-03-05"), "charge") == [(status, source)]


@pytest.mark.parametrize(
    ("text", "status", "source"),
    [
        ("The firm paid 40 million dollars.", "asserted", None),
        ("The firm paid 40 million dollars, Greta Holm said.", "asserted", "Greta Holm"),
        ("Greta Holm denied that the firm paid 40 million dollars.", "denied", "Greta Holm"),
        ("Greta Holm said the firm would pay 40 million dollars.", "planned", "Greta Holm"),
        ("According to police, thieves stole 40 million dollars in Porto.", "asserted", "police"),
    ],
)
def test_a_sum(told: Told, text: str, status: str, source: str | None) -> None:
    assert standing(told(text, published="2024-03-05"), "quantity") == [(status, source)]


@pytest.mark.parametrize(
    ("kind", "source"),
    [("person", "Greta Holm"), ("place", "Greta Holm"), ("role", "Greta Holm"), ("charge", "Greta Holm")],
)
def test_who_where_and_as_what_are_said_too(told: Told, kind: str, source: str) -> None:
    text = "Greta Holm said that Judge Pavel Novak was arrested in Bergen on 3 March 2024 for fraud."
    assert ("asserted", source) in standing(told(text, published="2024-03-05"), kind)


def test_the_day_within_is_said_and_the_day_of_the_story_is_not(told: Told) -> None:
    text = "Greta Holm said that Pavel Novak was arrested in Bergen on 3 March 2024."
    record = told(text, published="2024-03-05")
    assert sorted(standing(record, "moment"), key=str) == [("asserted", "Greta Holm"), ("asserted", None)]


def test_whoever_speaks_stands_in_nobodys_words(told: Told) -> None:
    record = told("Greta Holm said that Pavel Novak was arrested in Bergen.", published="2024-03-05")
    said = {getattr(fact.value, "name", ""): fact.said_by is not None for fact in record.of("person")}
    assert said == {"Greta Holm": False, "Pavel Novak": True}


def test_no_fact_is_said_by_itself_and_each_statement_that_says_one_holds_its_words(told: Told) -> None:
    text = (
        'The Gazette reported that Greta Holm said that rebels attacked Porto. "Nine people were killed," she added.\n'
        "Pavel Novak denied that the army killed them. Police believe that 40 million dollars were stolen in Bergen."
    )
    record = told(text, published="2024-03-05")
    inside = [fact for fact in record.facts if fact.said_by is not None]
    assert len(inside) >= 8
    for fact in inside:
        by = record.get(fact.said_by)
        assert by is not None and by.id != fact.id and isinstance(by.value, Statement)
        if fact.kind not in ("statement", "gist"):
            assert all(any(c.start <= s.start and s.end <= c.end for c in by.value.content) for s in fact.spans)


def test_what_a_denied_deed_is_told_to_have_done_is_denied_too(told: Told) -> None:
    record = told("Greta Holm denied that soldiers opened fire on marchers, killing four students.")
    assert standing(record, "casualties") == [("denied", "Greta Holm")]
    assert {status for status, _ in standing(record, "event")} == {"denied"}


def test_a_post_to_come_is_planned(told: Told) -> None:
    record = told("Greta Holm said Pavel Novak would be appointed minister.")
    assert standing(record, "role") == [("planned", "Greta Holm")]


def test_quoted_words_before_told_are_no_request(told: Told) -> None:
    record = told('"We condemn this attack," Greta Holm told reporters.')
    assert all(fact.status == "asserted" for fact in record.of("event"))


def test_two_names_joined_speak_together(told: Told) -> None:
    [fact] = told("Greta Holm and Pavel Novak said the roof was safe.").of("statement")
    assert isinstance(fact.value, Statement)
    assert fact.reason == "said together with Pavel Novak"


def test_who_asks_not_to_be_named_says_no_more_by_it(told: Told) -> None:
    statements = told("A senior official who asked not to be named said the roof was safe.").of("statement")
    assert len(statements) == 1
