"""Sentences of MOBILIZE: troops, police and weapons made ready; not support that is mobilised."""

import pytest

from lexicon.conftest import Coded
from lexicon.deeds import Deed

DEEDS = (
    Deed("Greece deployed troops along the border with Turkey on Monday.", "MOBILIZE-troops 154", "Greece"),
    Deed("Ecuador sent 2,000 soldiers to the frontier with Peru on Friday.", "MOBILIZE-troops 154", "Ecuador"),
    Deed("Soldiers patrolled the streets of Caracas on Tuesday.", "MOBILIZE-troops 154", "Soldiers"),
    Deed("The deployment of warships in the Aegean Sea worried Athens on Wednesday.", "MOBILIZE-troops 154"),
    Deed("Chad ordered a general mobilisation on Thursday.", "MOBILIZE-troops 154", "Chad"),
    Deed("Japan put its navy on alert on Sunday.", "MOBILIZE-troops 152", "Japan"),
    Deed("Russia held military exercises in the Baltic Sea on Monday.", "MOBILIZE-troops 152", "Russia"),
    Deed("Finland scrambled two fighter jets on Friday.", "MOBILIZE-troops 154", "Finland"),
    Deed("The government deployed riot police in Tunis on Saturday.", "MOBILIZE-police 153", "government"),
    Deed("Armed police patrolled the station in Basel on Monday.", "MOBILIZE-police 153", "police"),
    Deed("Authorities tightened security at the port of Genoa on Tuesday.", "MOBILIZE-police 151", "Authorities"),
    Deed("Pakistan tested a ballistic missile on Wednesday.", "MOBILIZE-weapons 150", "Pakistan"),
    Deed("A nuclear test by India alarmed its neighbours in May.", "MOBILIZE-weapons 150"),
    Deed("Sudan armed a militia in Darfur on Thursday.", "MOBILIZE-militia 154", "Sudan"),
    Deed("The government mobilised tribal militias in Marib on Sunday.", "MOBILIZE-militia 154", "government"),
    Deed("About 400 soldiers and police officers were deployed to Bergen.", "MOBILIZE-troops", "soldiers police"),
)
OTHERS = (
    "The charity mobilised support for the hospital in Accra.",
    "The firm deployed new software in Bristol on Monday.",
    "The airbag deployed late in a crash test.",
    "The club sent its striker to Spain on loan.",
    "The company tested a new drug in Basel on Tuesday.",
    "Spain and Portugal held a joint military exercise on Friday.",
    "The publisher launched a magazine in Ghent.",
    "Gunmen fired rockets at the base in Kunduz on Monday.",
    "The school held a fire drill in Perth on Monday.",
    "Norway sent peacekeepers to South Sudan on Sunday.",
)
SENTENCES = (*(deed.text for deed in DEEDS), *OTHERS)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.text)
def test_is_mobilize(coded: Coded, deed: Deed) -> None:
    assert any(deed.fits(event) for event in coded(deed.text)), coded(deed.text)


@pytest.mark.parametrize("text", OTHERS)
def test_is_no_mobilize(coded: Coded, text: str) -> None:
    assert [event for event in coded(text) if event.type == "MOBILIZE"] == []
