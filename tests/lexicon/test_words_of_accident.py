"""Words of ACCIDENT: what goes wrong by itself; and wrong friends."""

import pytest

from lexicon.conftest import Coded

TYPE = "ACCIDENT"
TOLD = (
    "A bus overturned near Lund on Monday, killing nine passengers.",
    "A train derailed outside Bergen.",
    "A helicopter crashed in Portugal on Friday.",
    "Two cars collided on a highway near Oslo.",
    "A ferry capsized off Bergen, and 30 people drowned.",
    "The roof of a school collapsed in Porto.",
    "Six miners died in a mine collapse near Lund.",
    "A fire broke out at a hotel in Lisbon on Sunday.",
    "The collapse of a bridge in Oslo killed two workers.",
    "A gas explosion destroyed a house in Bergen.",
    "A factory exploded in Lund, injuring five workers.",
    "The plane crash near Porto killed all 12 people on board.",
    "Twelve fans were crushed in a stampede at a stadium in Lisbon.",
    "An oil spill near Bergen killed thousands of birds.",
    "A warehouse caught fire in Oslo on Monday.",
    "A truck plunged into a river near Lund.",
    "A chemical leak at a plant in Porto sent 20 workers to hospital.",
    "A blaze gutted a factory in Lund on Monday.",
    "Twelve people died in a fire in Lund.",
    "A fire in Lund killed two children.",
    "Three people were hurt in a road accident in Bergen.",
)
NOT = (
    "The crash of the stock market worried investors in Oslo.",
    "Share prices crashed in Lisbon on Monday.",
    "Talks between Norway and Portugal collapsed on Friday.",
    "The collapse of the bank in Lisbon hurt savers.",
    "Ana Souza took a crash course in Norwegian in Oslo.",
    "The government collapsed on Monday.",
    "The website crashed on Friday.",
    "An explosion of anger followed in Lisbon.",
    "The ship of state is sinking, Henrik Dahl said.",
    "Henrik Dahl sank the putt in Bergen.",
    "The two trains of thought collide.",
    "Soldiers returned fire in Lund on Monday.",
    "The minister is under fire in Lund.",
    "A fire in his belly drove Henrik Dahl.",
    "The team's season was a train wreck.",
)
SENTENCES = (*TOLD, *NOT)


@pytest.mark.parametrize("sentence", TOLD)
def test_is_told_as_accident(coded: Coded, sentence: str) -> None:
    events = coded(sentence)
    assert any(event.type == TYPE and event.status == "asserted" for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_accident(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
