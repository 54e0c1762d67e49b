"""What each answer of the gist holds, and what it leaves out."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import gist_of
from dateline.record import Record
from dateline.values import Gist

Told = Callable[..., Record]


def read(told: Told, text: str) -> dict[str, str]:
    """The parts of a text's gist, in its words."""
    record = told(text, upto="gists")
    return gist_of(record)


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        # who: the name alone, and never for somebody else's sake
        ("Foreign Minister Ana Souza resigned on Monday.", "who", "Ana Souza"),
        ("The Bergen Council closed two schools.", "who", "Bergen Council"),
        ("Most of Olav Lund's clerks resigned.", "who", "Most of Olav Lund's clerks"),
        ("The mayor, who had been ill for weeks, resigned.", "who", "The mayor"),
        ("The bridge, officials said, fell into the river.", "who", "The bridge"),
        ("The bridge was closed by Bergen Council.", "who", "Bergen Council"),
        ("The bridge was closed by Bergen Council.", "what", "The bridge was closed"),
        # what: up to the object, with what a verb is half told without
        ("Police accused the mayor of fraud on Monday.", "what", "accused the mayor of fraud"),
        ("A court sentenced the mayor to nine years in prison.", "what", "sentenced the mayor to nine years"),
        ("The council closed the school that the king had opened.", "what", "closed the school"),
        ("Workers are trying to reach a boy who fell into a well.", "what", "are trying to reach a boy"),
        ("The team won the cup to end a long drought.", "what", "won the cup"),
        ("The team narrowly won the cup.", "what", "narrowly won the cup"),
        ("The council voted for a re-run.", "what", "voted for a re-run"),
        ("The train was halted after two hours.", "what", "was halted"),
        # when: the day of the event, not of another
        ("The council met on Friday to talk of Tuesday's vote.", "when", "Friday"),
        ("The mayor, who was elected on Sunday, resigned on Friday.", "when", "Friday"),
        # where: as exactly as the story gives it
        ("Gunmen attacked a school in downtown Bergen.", "where", "downtown Bergen"),
        ("Gunmen attacked a school in Bergen, Norway.", "where", "Bergen, Norway"),
        ("A bomb exploded in Norway. The bomb went off in Bergen.", "where", "Bergen"),
        ("The council met at Riverside Stadium.", "where", "Riverside Stadium"),
        # why
        ("The mayor was criticised for leaving the town.", "why", "leaving the town"),
        ("The school closed because of the floods.", "why", "the floods"),
        ("The mayor resigned after the bridge fell.", "why", "the bridge fell"),
        ("The crash was caused by heavy fog.", "why", "heavy fog"),
        ("Fishermen protested over new taxes.", "why", "new taxes"),
        # how
        ("Nine soldiers were killed when a bomb exploded.", "how", "when a bomb exploded"),
        ("Nine soldiers were killed in an attack on their base.", "how", "in an attack on their base"),
        ("The thieves opened the door by breaking a window.", "how", "by breaking a window"),
        ("The president won in a landslide.", "how", "in a landslide"),
    ],
)
def test_each_answer(told: Told, text: str, part: str, words: str) -> None:
    assert read(told, text).get(part) == words


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("It rained.", "who"),
        ("The president met with fishermen.", "how"),
        ("Fishermen marched through the streets.", "how"),
        ("The council will abide by the ruling.", "how"),
        ("The school will open by Monday.", "how"),
        ("The mayor resigned after two years.", "why"),
        ("The mayor resigned hours after the bridge fell.", "why"),
        ("The plane flew over the town.", "why"),
        ("The road leads down to the harbour.", "why"),
        ("The council accused the mayor of fraud.", "why"),
        ("Police condemned the murder of a clerk.", "why"),
        ("The plane flew from Bergen to Oslo.", "where"),
        ("The mayor resigned. His firm was founded in 1998.", "when"),
        ("The mayor resigned. He will be tried in Bergen.", "where"),
    ],
)
def test_what_the_words_do_not_tell(told: Told, text: str, part: str) -> None:
    assert part not in read(told, text)


def test_what_nobody_is_told_to_say_stands_for_itself(told: Told) -> None:
    record = told("It was confirmed that the old bridge had fallen.", upto="gists")
    fact = record.of("gist")[0]
    assert isinstance(fact.value, Gist) and fact.value.who is not None
    assert record.words(fact.value.who) == "the old bridge"


def test_an_office_that_says_it_is_its_source(told: Told) -> None:
    record = told("Rebels killed nine soldiers in Bergen, the interior ministry said.", upto="gists")
    fact = record.of("gist")[0]
    assert fact.said_by is not None and fact.status == "asserted"


def test_an_announcement_is_nobody_elses_word(told: Told) -> None:
    record = told("The council announced job cuts.", upto="gists")
    fact = record.of("gist")[0]
    assert fact.said_by is None and fact.status == "asserted"


def test_a_question_and_a_pronoun_are_no_lead(told: Told) -> None:
    found = read(told, "Is the mill closed? It is. Bakers closed the mill in Bergen on Monday.")
    assert (found["who"], found["what"]) == ("Bakers", "closed the mill")


SOUP = "after of the killed 'when' a \"bomb\" over mayor in Bergen , Norway by using who ; : Monday's said that it was"


@given(st.lists(st.sampled_from(SOUP.split()), min_size=1, max_size=18).map(" ".join))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_answers_lie_in_one_sentence_and_end_in_a_whole_word(told: Told, text: str) -> None:
    record = told(text, upto="gists")
    assert not [finding for finding in record.findings if finding.severity == "error"]
    for fact in record.of("gist"):
        for span in fact.spans:
            assert 0 <= span.start < span.end <= len(text)
            assert record.words(span) == record.words(span).strip()
