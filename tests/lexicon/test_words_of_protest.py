"""Sentences of PROTEST: demonstrations, strikes, riots; not prices that rally or products that are demonstrated."""

import pytest

from lexicon.conftest import Coded
from lexicon.deeds import Deed

DEEDS = (
    Deed("Thousands of farmers protested in Lyon on Monday against lower milk prices.", "PROTEST-demo 141", "farmers"),
    Deed("Students marched through the streets of Quito on Friday.", "PROTEST-demo 141", "Students"),
    Deed(
        "Anti-nuclear activists held a demonstration outside the parliament in Seoul.",
        "PROTEST-demo 141",
        "activists",
    ),
    Deed("A protest against the mayor took place in Bergen on Saturday.", "PROTEST-demo 141"),
    Deed("Hundreds of residents chanted slogans against the governor in Oaxaca.", "PROTEST-demo 141", "residents"),
    Deed("Nurses took to the streets of Porto on Tuesday.", "PROTEST-demo 141", "Nurses"),
    Deed("Prisoners rioted in a jail near Recife on Sunday.", "PROTEST-riot 145", "Prisoners"),
    Deed("Riots broke out in Leicester on Thursday night.", "PROTEST-riot 145"),
    Deed("Train drivers in Belgium went on strike on Monday.", "PROTEST-strike 143", "drivers"),
    Deed("A strike by teachers entered its second week in Nairobi on Wednesday.", "PROTEST-strike 143", "teachers"),
    Deed("Dockers walked out in Rotterdam on Friday.", "PROTEST-strike 143", "Dockers"),
    Deed("Six prisoners went on hunger strike in Izmir on Monday.", "PROTEST-hunger 142", "prisoners"),
    Deed(
        "The opposition boycotted the parliament in Tirana on Thursday.",
        "PROTEST-boycott 143",
        "opposition",
        "parliament",
    ),
    Deed("Truckers blocked a highway near Zaragoza on Tuesday.", "PROTEST-obstruct 144", "Truckers"),
    Deed("Angry villagers burned tyres and barricaded the road to Durban.", "PROTEST-obstruct 144", "villagers"),
    Deed("Vandals defaced the statue of the general in Ghent on Sunday.", "PROTEST-vandalize 140", "Vandals"),
    Deed("Protesters vandalised statues in Bergen.", "PROTEST-vandalize", "Protesters"),
)
OTHERS = (
    "The strike rate of the batsman improved in Perth last season.",
    "Engineers gave a demonstration of the product in Munich on Monday.",
    "The home side marched to victory in Cardiff on Saturday.",
    "Oil prices rallied on Tuesday in London.",
    "Tests demonstrated that the vaccine works in Peru.",
    "The senator held a campaign rally in Ohio on Friday.",
    "The driver protested his innocence in a court in Graz.",
    "Troops marched into the town of Kassala on Monday.",
    "Jets carried out a strike on a depot near Tyre on Monday.",
    "Police blocked the road to the airport in Cali on Monday.",
    "A man was vandalising cars in Bergen.",
)
SENTENCES = (*(deed.text for deed in DEEDS), *OTHERS)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.text)
def test_is_protest(coded: Coded, deed: Deed) -> None:
    assert any(deed.fits(event) for event in coded(deed.text)), coded(deed.text)


@pytest.mark.parametrize("text", OTHERS)
def test_is_no_protest(coded: Coded, text: str) -> None:
    assert [event for event in coded(text) if event.type == "PROTEST"] == []
