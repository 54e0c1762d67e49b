"""Words of CRIME: what is stolen, smuggled and forged; and wrong friends."""

import pytest

from lexicon.conftest import Coded

TYPE = "CRIME"
TOLD = (
    "Two men robbed a bank in Lund on Monday.",
    "Thieves stole a painting from a museum in Oslo.",
    "Henrik Dahl embezzled funds from the charity.",
    "Two men smuggled cocaine into Portugal on Monday.",
    "Burglars broke into a house in Bergen.",
    "The robbery of a jeweller in Porto shocked the town.",
    "Ana Souza bribed an official in Lisbon.",
    "Police are looking for two men who mugged a tourist in Lund.",
    "Henrik Dahl forged documents in Oslo.",
    "The gang laundered money through a bank in Lisbon.",
    "A clerk defrauded pensioners in Bergen.",
    "A fraud at the ministry in Lisbon cost Portugal millions.",
    "Poachers killed two rhinos and smuggled the horns.",
    "Robbers held up a petrol station near Porto.",
    "A man stole a car in Lund on Friday.",
)
NOT = (
    "The singer stole the show in Lund.",
    "The team was robbed of victory in Bergen.",
    "Norway and Portugal forged an alliance.",
    "The runner stole a glance at the clock.",
    "Ana Souza forged a career in Oslo.",
    "The player stole second base in Lund.",
    "Norway forged ahead.",
    "The striker robbed the defender of the ball.",
    "The price is daylight robbery.",
    "The two parties forged a consensus on Monday.",
    "The young actor stole every scene.",
    "The reform stole jobs from Portugal.",
)
SENTENCES = (*TOLD, *NOT)


@pytest.mark.parametrize("sentence", TOLD)
def test_is_told_as_crime(coded: Coded, sentence: str) -> None:
    events = coded(sentence)
    assert any(event.type == TYPE and event.status == "asserted" for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_crime(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
