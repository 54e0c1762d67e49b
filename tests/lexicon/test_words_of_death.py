"""Words of DEATH: who dies of no violence; and wrong friends."""

import pytest

from lexicon.conftest import Coded

TYPE = "DEATH"
TOLD = (
    "Ana Souza died in Lund on Monday.",
    "The singer Henrik Dahl has died at the age of 80.",
    "Three swimmers drowned near Bergen.",
    "Two climbers froze to death in Norway.",
    "The death of Ana Souza shocked Portugal.",
    "Henrik Dahl passed away on Friday.",
    "Two children suffocated in a car in Porto.",
    "A former minister committed suicide in Oslo.",
    "Henrik Dahl shot himself in Lund.",
    "The actress succumbed to cancer on Tuesday.",
    "Five sailors perished off Bergen.",
    "A prisoner hanged himself in his cell in Lisbon.",
    "Ana Souza's suicide shocked the town of Lund.",
    "Dozens of villagers starved to death in Kenya.",
    "Six workers lost their lives in Lund.",
)
NOT = (
    "The battery died on Monday.",
    "Talks died in committee in Oslo.",
    "The death penalty was abolished in Portugal.",
    "The death toll rose in Lund on Monday.",
    "The bill died in parliament on Friday.",
    "Hopes of a deal died on Monday.",
    "The death of democracy worries Ana Souza.",
    "The company is drowning in debt, Ana Souza said.",
    "Schools in Lund are starved of funds.",
    "The old custom died out in Norway.",
    "The death row inmate spoke to reporters in Lund.",
    "Henrik Dahl survived.",
    "Every year 5,000 smokers die in Portugal.",
    "Ten people die every day on the roads of Portugal.",
    "Dozens of birds died in Lund on Monday.",
)
SENTENCES = (*TOLD, *NOT)


@pytest.mark.parametrize("sentence", TOLD)
def test_is_told_as_death(coded: Coded, sentence: str) -> None:
    events = coded(sentence)
    assert any(event.type == TYPE and event.status == "asserted" for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_death(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
