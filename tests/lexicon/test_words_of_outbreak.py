"""Words of OUTBREAK: diseases that spread; and wrong friends."""

import pytest

from lexicon.conftest import Coded

TYPE = "OUTBREAK"
TOLD = (
    "An outbreak of cholera killed 20 people in Kenya.",
    "The measles epidemic in Portugal has spread.",
    "A cholera outbreak has killed 20 people in Mozambique.",
    "The Ebola outbreak in Guinea killed 200 people in May.",
    "An outbreak of bird flu hit farms in Portugal.",
    "The flu epidemic reached Oslo in January.",
    "A dengue outbreak in Brazil filled the hospitals.",
    "Cholera broke out in Lund on Monday.",
    "Polio resurfaced in Kenya in June.",
    "The virus spread to Portugal in March.",
    "Officials declared an outbreak of measles in Bergen.",
    "A pandemic reached Norway in January.",
    "Dengue swept Lund in February.",
    "An outbreak of typhoid in Porto made 30 children ill.",
    "The disease outbreak in Lund began in April.",
    "An outbreak of cholera was reported in Lund.",
    "The outbreak has killed nine people.",
)
NOT = (
    "The outbreak of war in Norway shocked Portugal.",
    "An outbreak of violence followed in Lund.",
    "Loneliness is an epidemic in Norway.",
    "An epidemic of divorce swept Lund.",
    "The video spread in Lund on Monday.",
    "A computer virus spread to banks in Oslo.",
    "The outbreak of fighting in Lund ended the truce.",
    "The song spread through Portugal.",
    "Fear swept Lund on Monday.",
    "The epidemic of loneliness in Norway worries doctors.",
)
SENTENCES = (*TOLD, *NOT)


@pytest.mark.parametrize("sentence", TOLD)
def test_is_told_as_outbreak(coded: Coded, sentence: str) -> None:
    events = coded(sentence)
    assert any(event.type == TYPE and event.status == "asserted" for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_outbreak(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
