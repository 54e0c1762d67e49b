"""Words of CAREER: who comes into office and who is put out of it; and wrong friends."""

import pytest

from lexicon.conftest import Coded

TYPE = "CAREER"
TOLD = (
    "The president dismissed Finance Minister Henrik Dahl on Monday.",
    "Norway appointed Ana Souza as ambassador to Portugal.",
    "Henrik Dahl was elected mayor of Bergen.",
    "The company fired its director Ana Souza.",
    "The king sacked Prime Minister Henrik Dahl.",
    "Ana Souza was sworn in as president on Friday.",
    "Norway named Henrik Dahl as its envoy.",
    "Henrik Dahl succeeded Ana Souza as mayor of Lund.",
    "The judge Ana Souza retired on Monday.",
    "The president nominated Ana Souza as ambassador.",
    "The dismissal of Henrik Dahl surprised Oslo.",
    "Ana Souza's appointment was announced on Monday.",
    "Henrik Dahl was promoted to general.",
    "Ana Souza took office in Lisbon on Friday.",
    "The general was relieved of command in Oslo on Monday.",
    "Henrik Dahl resigned as chief executive on Monday.",
    "Henrik Dahl resigned from the newspaper The Daily Post.",
    "Henrik Dahl was elected mayor of Bergen.",
)
NOT = (
    "Soldiers fired shots in Lund.",
    "The campaign promotes tourism in Norway.",
    "The minister fired a missile of a remark.",
    "The report was commissioned by Norway.",
    "Engineers replaced the engine in Oslo.",
    "The judge dismissed the claim on Monday.",
    "Norway succeeded in cutting debt.",
    "The firm appointed a study of the market.",
    "He was named as the suspect.",
    "The police named the victim as Henrik Dahl.",
    "The striker retired hurt.",
    "Workers installed a camera in Lund.",
    "The elected officials left the town.",
    "The newly appointed judges met in Oslo.",
    "Prime Minister Henrik Dahl resigned on Monday.",
    "They confirmed their opposition to the plan.",
    "The firm hired thousands of workers.",
)
SENTENCES = (*TOLD, *NOT)


@pytest.mark.parametrize("sentence", TOLD)
def test_is_told_as_career(coded: Coded, sentence: str) -> None:
    events = coded(sentence)
    assert any(event.type == TYPE and event.status == "asserted" for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_career(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
