"""Sentences of SANCTION: convictions, expulsions, ties and aid cut off; not cloth that is cut."""

import pytest

from lexicon.conftest import Coded
from lexicon.deeds import Deed

DEEDS = (
    Deed("A court in Lyon convicted Paul Roche of fraud on Monday.", "SANCTION-convict 160", recipient="Paul Roche"),
    Deed(
        "Marta Silva was sentenced to five years in prison in Porto on Tuesday.",
        "SANCTION-convict 160",
        recipient="Marta Silva",
    ),
    Deed(
        "A jury found Liam Byrne guilty of theft in Dublin on Friday.",
        "SANCTION-convict 160",
        recipient="Liam Byrne",
    ),
    Deed(
        "The conviction of Jorge Rivas was announced in Lima on Monday.",
        "SANCTION-convict 160",
        recipient="Jorge Rivas",
    ),
    Deed("Poland expelled three Belarusian diplomats on Thursday.", "SANCTION-expel 166", "Poland", "diplomats"),
    Deed("The Labour Party expelled Pavel Novak on Monday.", "SANCTION-expel 166", "Labour", "Pavel Novak"),
    Deed("Sudan expelled an aid agency on Wednesday.", "SANCTION-expel 1663", "Sudan"),
    Deed("Syria expelled foreign observers on Sunday.", "SANCTION-expel 1662", "Syria", "observers"),
    Deed("Qatar severed diplomatic relations with Chad on Monday.", "SANCTION-withdraw 161", "Qatar", "Chad"),
    Deed("Turkey recalled its ambassador from Austria on Tuesday.", "SANCTION-withdraw 161", "Turkey"),
    Deed("The rebels broke off talks with the government on Friday.", "SANCTION-withdraw 164", "rebels", "government"),
    Deed("Burundi withdrew from the treaty on Thursday.", "SANCTION-withdraw 161", "Burundi"),
    Deed("Denmark suspended aid to Uganda on Monday.", "SANCTION-discontinue 162", "Denmark", "Uganda"),
    Deed("Norway halted arms sales to Egypt on Wednesday.", "SANCTION-discontinue 1622", "Norway", "Egypt"),
    Deed("Oman ended its mediation in Yemen on Saturday.", "SANCTION-discontinue 165", "Oman", "Yemen"),
    Deed("Ireland pulled out its peacekeepers from Lebanon on Sunday.", "SANCTION-withdraw 1661", "Ireland"),
)
OTHERS = (
    "She spoke with deep conviction in Oslo on Monday.",
    "The school expelled a pupil in Leeds on Tuesday.",
    "The chain broke at its weakest link in Kiel.",
    "The tailor cut the cloth in Milan on Monday.",
    "The company cut costs in Madrid on Thursday.",
    "The committee sanctioned the use of helmets in Delhi.",
    "The sentence was difficult to read in Latin.",
    "The striker broke his leg in Rome on Sunday.",
    "The council ended its meeting in Cork on Friday.",
    "The pump expels air through a pipe.",
)
SENTENCES = (*(deed.text for deed in DEEDS), *OTHERS)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.text)
def test_is_sanction(coded: Coded, deed: Deed) -> None:
    assert any(deed.fits(event) for event in coded(deed.text)), coded(deed.text)


@pytest.mark.parametrize("text", OTHERS)
def test_is_no_sanction(coded: Coded, text: str) -> None:
    assert [event for event in coded(text) if event.type == "SANCTION"] == []
