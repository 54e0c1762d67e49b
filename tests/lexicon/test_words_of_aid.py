"""Sentences of AID: money, food, arms, shelter and rescue; not help on the pitch."""

import pytest

from lexicon.conftest import Coded
from lexicon.deeds import Deed

DEEDS = (
    Deed("Norway sent food to Mozambique on Monday.", "AID 073", "Norway", "Mozambique"),
    Deed("Germany gave 20 million euros to Jordan on Tuesday.", "AID 07", "Germany", "Jordan"),
    Deed("The government of Sweden supplied weapons to Ukraine on Friday.", "AID 072", "government", "Ukraine"),
    Deed("The World Bank approved a loan for Ghana on Thursday.", "AID 071", "World Bank", "Ghana"),
    Deed("Norway sent peacekeepers to South Sudan on Sunday.", "AID 074", "Norway", "South Sudan"),
    Deed("Ecuador granted asylum to a Belarusian blogger on Monday.", "AID 075", "Ecuador"),
    Deed("Uganda took in 3,000 refugees from Sudan in April.", "AID 075", "Uganda", "refugees"),
    Deed(
        "Firefighters rescued two children from a flooded house in Graz on Monday.",
        "AID 073",
        "Firefighters",
        "children",
    ),
    Deed("Army commandos rescued four hostages in Sokoto on Wednesday.", "AID 073", "commandos", "hostages"),
    Deed("British soldiers trained Somali troops in Baidoa in March.", "AID 072", "soldiers"),
    Deed("The Paris Club cancelled the debt of Sudan on Thursday.", "AID 071", "Paris Club", "Sudan"),
    Deed("The Red Cross distributed blankets to villagers in Kunar on Sunday.", "AID 073", "Red Cross", "villagers"),
    Deed("Haiti received humanitarian aid from Canada on Tuesday.", "AID 07", "Canada", "Haiti"),
    Deed("The Indian navy evacuated its citizens from Yemen on Saturday.", "AID 073", "navy", "citizens"),
    Deed("Germany paid reparations to Namibia on Monday.", "AID 07", "Germany", "Namibia"),
    Deed("President Ana Souza welcomed hundreds of refugees to Bergen.", "AID 075", "Ana Souza", "refugees"),
)
OTHERS = (
    "The coach helped his team to victory in Porto.",
    "The poll gave the senator 38 percent support in Iowa.",
    "She gives credit to her mother for the success.",
    "The critics treated the writer unfairly in Boston.",
    "The remark gave ammunition to his rivals in Rome.",
    "The surgeon gave his wife a ring in Lima.",
    "The teacher trained for the marathon in Berlin.",
    "The singer rescued the show in Graz.",
    "The goalkeeper saved a penalty in Turin.",
    "The shop supplies flowers for weddings in Ghent.",
)
SENTENCES = (*(deed.text for deed in DEEDS), *OTHERS)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.text)
def test_is_aid(coded: Coded, deed: Deed) -> None:
    assert any(deed.fits(event) for event in coded(deed.text)), coded(deed.text)


@pytest.mark.parametrize("text", OTHERS)
def test_is_no_aid(coded: Coded, text: str) -> None:
    assert [event for event in coded(text) if event.type == "AID"] == []
