"""Why a word told of an event, or of none."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.understanding.explained import Considered, explained

Told = Callable[..., Record]


@pytest.fixture
def why(told: Told) -> Callable[[str], list[Considered]]:
    """The rows that were considered in a sentence."""

    def read(sentence: str) -> list[Considered]:
        return list(explained(told(sentence, upto="events")))

    return read


Why = Callable[[str], list[Considered]]


def of(found: list[Considered], verdict: str) -> list[Considered]:
    return [each for each in found if each.verdict == verdict]


def test_the_row_that_fired_shows_its_event(why: Why) -> None:
    fired = of(why("Rebels attacked soldiers in Lund on Monday."), "fired")
    assert [(each.row.type, each.wording) for each in fired if each.row] == [("ASSAULT", "attack")]
    assert fired[0].event is not None
    assert fired[0].event.kind == "event"


def test_a_row_that_lacks_something_says_what(why: Why) -> None:
    lacking = of(why("The goalkeeper attacked the ball."), "lacking")
    assert any("weapon" in each.why for each in lacking)


def test_a_row_whose_words_do_not_fit_says_which(why: Why) -> None:
    turned = of(why("Ana Souza had a heart attack in Oslo."), "turned")
    assert any("heart" in each.why for each in turned)
    misfits = of(why("The committee fired the clerk."), "misfit")
    assert any("does not stand" in each.why for each in misfits)


def test_one_row_fires_for_a_word_and_the_rest_come_too_late(why: Why) -> None:
    found = why("Soldiers opened fire on protesters in Lund.")
    assert len(of([each for each in found if each.wording.startswith("open")], "fired")) == 1


def test_harm_needs_no_row(why: Why) -> None:
    fired = of(why("Rebels killed nine soldiers in Lund."), "fired")
    assert [(each.row, each.wording) for each in fired] == [(None, "kill")]
    lacking = of(why("The team killed the game."), "lacking")
    assert [(each.row, each.event) for each in lacking] == [(None, None)]


def test_a_sentence_without_a_word_of_the_lexicon_has_nothing_to_explain(why: Why) -> None:
    assert why("The lake is blue.") == []


@pytest.mark.parametrize("sentence", ["The team killed the game.", "The scandal wounded the party.", "It hurt a lot."])
def test_each_word_of_harm_is_explained_where_it_tells_of_nothing(why: Why, sentence: str) -> None:
    found = why(sentence)
    assert (None, "lacking", None) in [(each.row, each.verdict, each.event) for each in found]
    assert not of(found, "fired")


def test_a_word_of_dying_has_rows(why: Why) -> None:
    assert any(each.row for each in why("Nine farmers died in Lund."))


def test_two_events_of_one_word_are_both_shown(why: Why) -> None:
    found = of(why("A court sentenced Ana Souza to nine years in prison on Monday."), "fired")
    events = [(each.event.value.type, each.event.value.modes) for each in found if each.event]  # type: ignore[union-attr]
    assert events == [("SANCTION", ("convict",)), ("COERCE", ("arrest",))]
