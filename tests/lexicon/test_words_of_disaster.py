"""Words of DISASTER: what nature does; and wrong friends."""

import pytest

from lexicon.conftest import Coded

TYPE = "DISASTER"
TOLD = (
    "A strong earthquake shook Lund on Monday.",
    "Floods hit Bergen on Friday, killing 12 people.",
    "A hurricane devastated the coast of Portugal in September.",
    "A landslide buried a village near Porto on Sunday.",
    "Heavy rain caused flooding in Oslo.",
    "A volcano erupted near Lund on Tuesday.",
    "A wildfire destroyed 40 homes in Portugal.",
    "A tornado killed three people in Lund.",
    "An avalanche near Bergen killed four skiers.",
    "The drought in Kenya has killed thousands of cattle.",
    "A tsunami struck the coast of Chile on Saturday.",
    "Two climbers died in a storm in Norway.",
    "A cyclone hit Mozambique on Monday.",
    "The river burst its banks in Lund.",
    "The earthquake struck Chile on Monday.",
    "Hurricane Zelda hit Cuba on Monday.",
    "Storm Orla lashed Norway on Monday.",
    "Typhoon Orla made landfall in Japan on Monday.",
    "The Chilean earthquake killed nine people.",
    "A landslide was reported in Lund.",
    "A blizzard left 5,000 homes in Bergen without power.",
)
NOT = (
    "The film took Lisbon by storm.",
    "A storm of protest followed the decision in Oslo.",
    "The striker ended a drought of goals in Bergen on Sunday.",
    "A flood of complaints reached the ministry in Oslo.",
    "An avalanche of letters arrived in Lund on Monday.",
    "The eruption of violence in Lund shocked Norway.",
    "The perfect storm hit the company on Monday.",
    "The manager weathered the storm.",
    "He won a landslide.",
    "The party won a landslide victory in Portugal.",
    "A storm of protest hit Oslo on Monday.",
    "A tsunami of debt threatens Portugal.",
)
SENTENCES = (*TOLD, *NOT)


@pytest.mark.parametrize("sentence", TOLD)
def test_is_told_as_disaster(coded: Coded, sentence: str) -> None:
    events = coded(sentence)
    assert any(event.type == TYPE and event.status == "asserted" for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_disaster(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
