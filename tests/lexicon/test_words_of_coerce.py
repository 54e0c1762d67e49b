"""Sentences of COERCE: arrests, seizures, bans, curfews; not chances that are seized."""

import pytest

from lexicon.conftest import Coded
from lexicon.deeds import Deed

DEEDS = (
    Deed("Police arrested three men in Antwerp on Monday.", "COERCE-arrest 173", "Police", "men"),
    Deed(
        "Two journalists were detained by security forces in Minsk on Friday.",
        "COERCE-arrest 173",
        recipient="journalists",
    ),
    Deed("Police made 40 arrests in Lille on Sunday.", "COERCE-arrest 173", "Police"),
    Deed("Border police caught two smugglers near Tarvisio on Tuesday.", "COERCE-arrest 173", "police", "smugglers"),
    Deed("The arrest of Luis Ortega surprised his party in Quito.", "COERCE-arrest 173", recipient="Luis Ortega"),
    Deed("Customs officers seized 200 kilograms of cocaine in Hamburg on Monday.", "COERCE-seize 1711", "officers"),
    Deed(
        "The government confiscated the farms of two opposition leaders in Harare.",
        "COERCE-seize 1711",
        "government",
    ),
    Deed("Police raided the homes of two bankers in Porto on Monday.", "COERCE 170", "Police"),
    Deed("Officers carried out raids on offices in Lund.", "COERCE 170", "Officers"),
    Deed("Rebels captured the town of Bunia on Wednesday.", "COERCE-seize 192", "Rebels"),
    Deed("Canada imposed sanctions on Belarus on Thursday.", "COERCE-restrict 163", "Canada", "Belarus"),
    Deed("The police banned demonstrations in Yerevan on Monday.", "COERCE-restrict 1721", "police"),
    Deed("A court in Bangkok dissolved the opposition party on Wednesday.", "COERCE-restrict 1722"),
    Deed("Colombia closed its border with Venezuela on Friday.", "COERCE-restrict 163", "Colombia"),
    Deed("Government troops besieged the town of Madaya on Sunday.", "COERCE-restrict 191", "troops"),
    Deed("Authorities shut down a newspaper in Managua on Tuesday.", "COERCE-censor 1721", "Authorities"),
    Deed("The army imposed a curfew in Srinagar on Saturday.", "COERCE-curfew 1723", "army"),
    Deed("The Philippines declared martial law in Mindanao on Tuesday.", "COERCE-martial-law 1724", "Philippines"),
    Deed("Kenya deported a British pastor on Monday.", "COERCE-deport 174", "Kenya", "pastor"),
    Deed("The regime cut off water to the rebel districts of Aleppo on Monday.", "COERCE-withhold 170", "regime"),
    Deed("The government in Minsk spread disinformation about the vaccine.", "COERCE-misinformation 170", "government"),
    Deed(
        "Hackers from Romania launched a cyberattack on the Bank of Chile on Monday.",
        "COERCE-cyber 176",
        "Hackers",
        "bank",
    ),
)
OTHERS = (
    "The coach seized the opportunity to praise his team in Turin.",
    "The central bank arrested the decline of the currency in Ankara.",
    "The film captured the mood of Lisbon in the nineties.",
    "A cold snap arrested the growth of the vines in Mosel.",
    "The singer caught a cold in Vienna on Monday.",
    "The governor declared a state of emergency in Louisiana after the hurricane.",
    "The minister sanctioned the use of the hall in Leeds.",
    "The senator seized on the report in Boston on Monday.",
    "Two cutters hacked their way through the forest in Borneo.",
    "The player booked a room in Doha.",
)
SENTENCES = (*(deed.text for deed in DEEDS), *OTHERS)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.text)
def test_is_coerce(coded: Coded, deed: Deed) -> None:
    assert any(deed.fits(event) for event in coded(deed.text)), coded(deed.text)


@pytest.mark.parametrize("text", OTHERS)
def test_is_no_coerce(coded: Coded, text: str) -> None:
    assert [event for event in coded(text) if event.type == "COERCE"] == []
