"""Where the writer goes on behind what somebody says, with what is no more said."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Statement

Told = Callable[..., Record]


def contents(ruled: Told, text: str, cue: str) -> list[str]:
    """What is said by the statement with this cue. The encoder has no say."""
    record = ruled(text, upto="statements")
    for fact in record.of("statement"):
        if isinstance(fact.value, Statement) and fact.value.cue and record.words(fact.value.cue) == cue:
            return [record.words(span) for span in fact.value.content]
    return []


@pytest.mark.parametrize(
    ("text", "cue", "said"),
    [
        ("While the mayor said the pier was safe, the union closed it.", "said", "the pier was safe"),
        ("When Ruiz promised to repair the pier, sailors cheered.", "promised", "to repair the pier"),
        ("Two days after Ruiz announced that the pier was safe, it fell.", "announced", "that the pier was safe"),
        ("Claiming that the pier was safe, the mayor opened it.", "Claiming", "that the pier was safe"),
        ("By saying the pier was safe, the mayor won votes.", "saying", "the pier was safe"),
    ],
)
def test_the_main_clause_is_not_said_by_a_verb_that_leads_up_to_it(ruled: Told, text: str, cue: str, said: str) -> None:
    assert contents(ruled, text, cue) == [said]


def test_a_clause_that_leads_up_within_what_is_said_ends_nothing(ruled: Told) -> None:
    text = "Ruiz said that if the pier fell, sailors would strike."
    assert contents(ruled, text, "said") == ["that if the pier fell, sailors would strike"]


@pytest.mark.parametrize(
    ("text", "cue", "said"),
    [
        ("Ruiz denied the charge, drawing cheers.", "denied", "the charge"),
        ("Ruiz criticised Pavel Novak, who left on Monday.", "criticised", "Pavel Novak"),
        ("Ruiz condemned the attack during a visit to Porto.", "condemned", "the attack"),
        ("Ruiz condemned the attack in a letter on Monday.", "condemned", "the attack"),
        ("Ruiz said the pier was safe, though she admitted that it was old.", "said", "the pier was safe"),
        ("The crew (Ruiz said that it was safe) left.", "said", "that it was safe"),
        ('Sailors were chanting "Save the pier" as the mayor left.', "were chanting", "Save the pier"),
        ("A clerk who said the bridge would hold was wrong.", "said", "the bridge would hold"),
        ("The gap between what Ruiz says and what she does is wide.", "says", ""),
    ],
)
def test_what_the_writer_adds_is_not_said(ruled: Told, text: str, cue: str, said: str) -> None:
    assert contents(ruled, text, cue) == ([said] if said else [])


@pytest.mark.parametrize(
    "said",
    [
        "accused the mayor of theft in May",
        "called the pier a wreck in the harbour",
        "demanded a new pier in the harbour",
        "criticised the mayor for closing the pier",
    ],
)
def test_what_belongs_to_the_phrase_stays(ruled: Told, said: str) -> None:
    verb, rest = said.split(" ", 1)
    assert contents(ruled, f"Ruiz {said}.", verb) in ([rest], [rest.removesuffix(" in May")])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ruiz says she hopes to win, but she knows the pier is old.",
            "she hopes to win, but she knows the pier is old",
        ),
        ("Ruiz said it would help at first, but would cost more.", "it would help at first, but would cost more"),
        ("Ruiz said that it was early, and there was no boat.", "that it was early, and there was no boat"),
        ("Ruiz said the bridge would hold but warned of floods.", "the bridge would hold"),
        ("Ruiz said it was early, but closed the pier.", "it was early"),
    ],
)
def test_what_goes_on_in_another_form_is_still_said(ruled: Told, text: str, said: str) -> None:
    assert contents(ruled, text, text.split()[1]) == [said]


def test_a_parenthesis_keeps_both_its_sides(ruled: Told) -> None:
    said = contents(ruled, "Though the pier had fallen, Novak said, nobody had been hurt.", "said")
    assert said == ["Though the pier had fallen", "nobody had been hurt"]
    said = contents(ruled, "The pier had fallen, Novak said, and nobody had been hurt.", "said")
    assert said == ["The pier had fallen", "and nobody had been hurt"]


def test_the_word_that_stands_for_what_is_said_goes_with_it(ruled: Told) -> None:
    assert contents(ruled, "Novak closed the pier, which Ruiz said was safe.", "said") == ["which", "was safe"]


def test_where_and_about_what_is_not_said(ruled: Told) -> None:
    said = contents(ruled, "As for the pier, Ruiz said, sailors would close it.", "said")
    assert said == ["sailors would close it"]
    assert contents(ruled, 'On the programme "Harbour Talk," Ruiz said the pier was safe.', "said") == [
        "the pier was safe"
    ]


def test_only_the_quotation_goes_on_behind_a_quotation(ruled: Told) -> None:
    text = '"It is safe," Ruiz said, smiling at sailors. "We will see."'
    assert contents(ruled, text, "said")[0] == "It is safe,"
    assert not any("smiling" in part for part in contents(ruled, text, "said"))
