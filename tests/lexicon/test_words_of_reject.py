"""Words of REJECT: who refuses what; and wrong friends."""

import pytest

from lexicon.conftest import Case, Coded

TYPE = "REJECT"
IS = (
    Case(
        "Norway rejected the demand of Portugal.",
        modes=("yield",),
        cameo="124",
        actors={"Norway"},
        recipients={"Portugal"},
    ),
    Case(
        "President Ana Souza refused to meet Prime Minister Henrik Dahl.",
        modes=("meet",),
        cameo="125",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case("Portugal refused to release the prisoners.", modes=("yield",), cameo="1243", actors={"Portugal"}),
    Case(
        "Norway will not meet Henrik Dahl.", modes=("meet",), cameo="125", actors={"Norway"}, recipients={"Henrik Dahl"}
    ),
    Case("Kenya cancelled talks with Ghana.", modes=("meet",), cameo="125", actors={"Kenya"}, recipients={"Ghana"}),
    Case("Russia vetoed the resolution.", modes=("yield",), cameo="129", actors={"Russia"}),
    Case(
        "Norway refused to cooperate with Portugal.",
        modes=("assist",),
        cameo="121",
        actors={"Norway"},
        recipients={"Portugal"},
    ),
    Case("The parliament rejected the reform.", modes=("change",), cameo="123"),
    Case("The rebels rejected the peace plan.", modes=("meet",), cameo="127", actors={"rebels"}),
    Case("Chile denied permission to the ship.", modes=("yield",), cameo="1245", actors={"Chile"}),
    Case(
        "Ghana turned down the offer of mediation by Norway.",
        modes=("meet",),
        cameo="126",
        actors={"Ghana"},
        recipients={"Norway"},
    ),
    Case("President Ana Souza refused to resign.", modes=("change",), actors={"Ana Souza"}),
    Case("Peru refused to send aid to Chile.", modes=("assist",), cameo="122", actors={"Peru"}),
    Case(
        "Norway reneged on the accord with Portugal.",
        modes=("meet",),
        cameo="127",
        actors={"Norway"},
        recipients={"Portugal"},
    ),
    Case("The militia defied the order of the court.", modes=("yield",), cameo="128"),
    Case("Norway and Portugal failed to reach an agreement.", modes=(), cameo="120", actors={"Norway", "Portugal"}),
    Case("Prime Minister Henrik Dahl refused to resign.", modes=("change",), cameo="1231", actors={"Henrik Dahl"}),
    Case("The army refused to release the prisoners.", modes=("yield",), cameo="1243", recipients={"prisoners"}),
    Case("President Ana Souza refused to release her tax returns.", modes=(), cameo="120", actors={"Ana Souza"}),
    Case("Norway rejected Portugal's request for aid.", actors={"Norway"}, recipients={"Portugal"}),
)
NOT = (
    "The machine rejects coins of copper.",
    "The body rejected the new kidney.",
    "Henrik Dahl declined to comment.",
    "The price declined by two percent.",
    "The offer rejects nobody.",
    "The tower seems to defy gravity.",
    "The engine refused to start.",
    "The judge dismissed the class for lunch.",
    "Bad weather postponed the match.",
    "He refused to believe his eyes.",
    "President Ana Souza left the meeting early.",
)
SENTENCES = (*(case.sentence for case in IS), *NOT)


@pytest.mark.parametrize("case", IS, ids=lambda case: case.sentence)
def test_is_told_as_reject(coded: Coded, case: Case) -> None:
    events = coded(case.sentence)
    assert any(event.type == TYPE and case.holds(event) for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_reject(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
