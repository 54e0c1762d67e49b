"""Words of GATHERING: ceremonies, festivals and crowds; and wrong friends."""

import pytest

from lexicon.conftest import Coded

TYPE = "GATHERING"
TOLD = (
    "Thousands of pilgrims gathered in Lund on Sunday.",
    "The funeral of Ana Souza was held in Lisbon on Friday.",
    "A film festival opened in Bergen on Monday.",
    "Veterans commemorated the battle in Oslo on Tuesday.",
    "Norway celebrated its national day on Friday.",
    "A memorial service was held in Porto on Sunday.",
    "The carnival in Lisbon began on Saturday.",
    "Crowds gathered outside the palace in Oslo on Monday.",
    "The opening ceremony took place in Lund on Friday.",
    "A concert was held in Bergen on Saturday.",
    "Thousands of Christians celebrated Easter in Lisbon.",
    "A military parade was held in Oslo on Monday.",
    "Residents held a vigil in Lund on Friday.",
    "The wedding of Ana Souza took place in Porto on Saturday.",
    "Fans mourned the singer in Lund on Monday.",
)
NOT = (
    "Police gathered evidence in Lund on Monday.",
    "The storm gathered strength near Bergen.",
    "The firm gathered data in Oslo.",
    "The horror festival of errors amused Lund.",
    "A parade of witnesses told the court in Oslo the same story.",
    "The striker celebrated a goal in Bergen on Sunday.",
    "The team assembled the engine in Lund.",
    "The car gathered pace on Monday.",
    "Dust gathered on the shelves in Oslo.",
    "She gathered signatures in Lund on Monday.",
    "Goal celebrations in Bergen were muted.",
)
SENTENCES = (*TOLD, *NOT)


@pytest.mark.parametrize("sentence", TOLD)
def test_is_told_as_gathering(coded: Coded, sentence: str) -> None:
    events = coded(sentence)
    assert any(event.type == TYPE and event.status == "asserted" for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_gathering(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
