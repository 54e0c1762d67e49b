"""Words of REQUEST: who asks whom for what; and wrong friends."""

import pytest

from lexicon.conftest import Case, Coded

TYPE = "REQUEST"
IS = (
    Case(
        "Norway urged Portugal to release the prisoners.",
        modes=("yield",),
        cameo="1053",
        actors={"Norway"},
        recipients={"Portugal"},
    ),
    Case(
        "President Ana Souza called for talks with the rebels.",
        modes=("meet",),
        cameo="106",
        actors={"Ana Souza"},
        recipients={"rebels"},
    ),
    Case("Kenya asked Ghana for military aid.", modes=("assist",), actors={"Kenya"}, recipients={"Ghana"}),
    Case("The opposition demanded early elections.", modes=("change",), cameo="1041"),
    Case(
        "The United Nations called for a ceasefire in Peru.", modes=("yield",), cameo="1056", actors={"United Nations"}
    ),
    Case(
        "Protesters demanded the resignation of President Ana Souza.",
        modes=("change",),
        cameo="1041",
        recipients={"Ana Souza"},
    ),
    Case(
        "Norway appealed to Portugal to withdraw its troops.",
        modes=("yield",),
        cameo="1056",
        actors={"Norway"},
        recipients={"Portugal"},
    ),
    Case("Activists called for reform of the constitution.", modes=("change",), cameo="104"),
    Case("Portugal asked Norway to mediate.", modes=("meet",), cameo="108", actors={"Portugal"}, recipients={"Norway"}),
    Case("The governor requested assistance from the federal government.", modes=("assist",), cameo="103"),
    Case("Journalists demanded freedom of the press.", modes=("change",), cameo="1043"),
    Case(
        "Norway called on Chile to allow observers.",
        modes=("yield",),
        cameo="1055",
        actors={"Norway"},
        recipients={"Chile"},
    ),
    Case(
        "Ghana pressed Kenya to lift the embargo.",
        modes=("yield",),
        cameo="1054",
        actors={"Ghana"},
        recipients={"Kenya"},
    ),
    Case("The refugees sought asylum in Norway.", modes=("assist",), cameo="103"),
    Case(
        "Norway invited President Ana Souza to Oslo.",
        modes=("meet",),
        cameo="106",
        actors={"Norway"},
        recipients={"Ana Souza"},
    ),
    Case(
        '"Norway must negotiate with Portugal," President Ana Souza said.',
        modes=("meet",),
        cameo="106",
        actors={"Ana Souza"},
    ),
    Case(
        "Protesters called on Prime Minister Henrik Dahl to resign.",
        modes=("change",),
        cameo="1041",
        recipients={"Henrik Dahl"},
    ),
)
NOT = (
    "She asked about the price of the house.",
    "Demand for oil rose in May.",
    "He ordered a pizza.",
    "The judge heard his appeal.",
    "The recipe calls for two eggs.",
    "The airline ordered fifty jets.",
    "The pianist asked for silence.",
    "He called the plan a call for hope.",
    "The book appeals to children.",
    "The minister asked himself whether it would rain.",
    "The ministry appealed the case to the Fifth Circuit.",
)
SENTENCES = (*(case.sentence for case in IS), *NOT)


@pytest.mark.parametrize("case", IS, ids=lambda case: case.sentence)
def test_is_told_as_request(coded: Coded, case: Case) -> None:
    events = coded(case.sentence)
    assert any(event.type == TYPE and case.holds(event) for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_request(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
