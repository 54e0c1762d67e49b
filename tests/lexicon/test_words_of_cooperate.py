"""Sentences of COOPERATE: work with a partner in public life; not with a cousin."""

import pytest

from lexicon.conftest import Coded
from lexicon.deeds import Deed

DEEDS = (
    Deed("Ghana cooperated with Togo on Monday.", "COOPERATE 060", "Ghana", "Togo"),
    Deed("The Danish police collaborated with the FBI in the case.", "COOPERATE 060", "police", "FBI"),
    Deed("Brazil joined forces with Argentina in the search for the ship.", "COOPERATE 06", "Brazil", "Argentina"),
    Deed("Spain and Portugal held a joint military exercise in Galicia on Friday.", "COOPERATE 062"),
    Deed("The Latvian army held military exercises with Estonia in June.", "COOPERATE 062", "army", "Estonia"),
    Deed("The navy of Kenya carried out joint patrols with Tanzania on Sunday.", "COOPERATE 062", "navy"),
    Deed("Norway shared intelligence with Sweden on Tuesday.", "COOPERATE 064", "Norway", "Sweden"),
    Deed("Interpol passed on information to the government of Malta.", "COOPERATE 064", "Interpol"),
    Deed("Chile resumed trade with Peru in March.", "COOPERATE 061", "Chile", "Peru"),
    Deed("The police cooperated with Unicef in Mali.", "COOPERATE 06", "police", "Unicef"),
    Deed("Oxfam teamed up with the government of Nepal on Monday.", "COOPERATE 06", "Oxfam"),
    Deed("Cooperation between Norway and Russia continued in the Barents Sea in 2019.", "COOPERATE 06"),
    Deed("A joint investigation by Italy and Malta began on Thursday.", "COOPERATE 063"),
    Deed("The union worked closely with the Labour Party in Wales.", "COOPERATE 06", "union"),
    Deed("Soldiers from Togo took part in exercises with France in May.", "COOPERATE 062"),
)
OTHERS = (
    "The singer wrote the song in collaboration with his cousin in Bern.",
    "The weather did not cooperate on Sunday in Oslo.",
    "The striker formed a good partnership with his brother on the pitch.",
    "The sisters shared a room in Faro.",
    "The school held a fire drill with its pupils on Monday.",
    "The couple exchanged rings in Rome on Saturday.",
    "Two chefs teamed up in a kitchen in Graz.",
    "Russia held military exercises in the Baltic Sea on Monday.",
    "He gave information in a low voice.",
    "The app shares data with the phone.",
)
SENTENCES = (*(deed.text for deed in DEEDS), *OTHERS)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.text)
def test_is_cooperate(coded: Coded, deed: Deed) -> None:
    assert any(deed.fits(event) for event in coded(deed.text)), coded(deed.text)


@pytest.mark.parametrize("text", OTHERS)
def test_is_no_cooperate(coded: Coded, text: str) -> None:
    assert [event for event in coded(text) if event.type == "COOPERATE"] == []
