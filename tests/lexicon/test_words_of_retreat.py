"""Sentences of RETREAT: releases, withdrawals, truces, resignations; not albums that are released."""

import pytest

from lexicon.conftest import Coded
from lexicon.deeds import Deed

DEEDS = (
    Deed("Israel released 40 prisoners on Sunday.", "RETREAT-release 0841", "Israel", "prisoners"),
    Deed("Anders Lund was freed by the rebels in Darfur on Tuesday.", "RETREAT-release 0841", recipient="Anders Lund"),
    Deed("Armenia and Azerbaijan carried out a prisoner exchange on Friday.", "RETREAT-release 0841"),
    Deed("Germany returned two statues to Benin on Monday.", "RETREAT-release 0842", "Germany", "Benin"),
    Deed("Ethiopia withdrew its troops from Somalia on Thursday.", "RETREAT-withdraw 0874", "Ethiopia"),
    Deed("The rebels retreated from the town of Goma on Wednesday.", "RETREAT-withdraw 0874", "rebels"),
    Deed("Dozens of fighters surrendered to the army in Borno on Saturday.", "RETREAT-withdraw 0874", "fighters"),
    Deed("The army lifted the siege of Homs on Monday.", "RETREAT-withdraw 0872", "army"),
    Deed("The European Union lifted sanctions on Zimbabwe on Tuesday.", "RETREAT 085", "European Union", "Zimbabwe"),
    Deed("The militia laid down its weapons in Ituri on Sunday.", "RETREAT-disarm 0873", "militia"),
    Deed("The guerrillas declared a ceasefire in Cauca on Friday.", "RETREAT-ceasefire 0871", "guerrillas"),
    Deed("A truce between the two clans took effect in Marib on Monday.", "RETREAT-ceasefire 0871"),
    Deed("Iran admitted nuclear inspectors to the site on Thursday.", "RETREAT-access 0862", "Iran"),
    Deed("The government allowed an aid convoy into the valley on Wednesday.", "RETREAT-access 0863", "government"),
    Deed("The finance minister of Peru resigned on Tuesday.", "RETREAT-resign 083", "minister"),
    Deed("Karin Holm stepped down as mayor of Odense on Friday.", "RETREAT-resign 083", "Karin Holm"),
    Deed("Prime Minister Henrik Dahl resigned on Monday.", "RETREAT-resign 0831", "Henrik Dahl"),
    Deed("Maria Berg was arrested and released on Monday.", "RETREAT-release", "", "Maria Berg"),
)
OTHERS = (
    "The band released an album in Cardiff on Monday.",
    "The firm released its annual report in Zurich on Tuesday.",
    "The runner withdrew from the race in Doha on Sunday.",
    "He withdrew money from a bank in Lima on Friday.",
    "The yoga teacher opened a retreat in Bali on Monday.",
    "The goalkeeper quit smoking in June.",
    "Apple released a phone in California on Tuesday.",
    "The farmers lifted potatoes near Ely on Thursday.",
    "The couple resigned themselves to a long wait in Faro.",
    "The dam released water into the valley on Sunday.",
    "Henrik Dahl resigned as chief executive on Monday.",
    "Henrik Dahl resigned from the newspaper The Daily Post.",
    "Maria Berg was treated and released on Monday.",
    "Maria Berg was released from hospital on Monday.",
)
SENTENCES = (*(deed.text for deed in DEEDS), *OTHERS)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.text)
def test_is_retreat(coded: Coded, deed: Deed) -> None:
    assert any(deed.fits(event) for event in coded(deed.text)), coded(deed.text)


@pytest.mark.parametrize("text", OTHERS)
def test_is_no_retreat(coded: Coded, text: str) -> None:
    assert [event for event in coded(text) if event.type == "RETREAT"] == []
