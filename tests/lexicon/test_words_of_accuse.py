"""Words of ACCUSE: who disapproves, alleges, charges or investigates; and wrong friends."""

import pytest

from lexicon.conftest import Case, Coded

TYPE = "ACCUSE"
IS = (
    Case("Norway condemned Portugal.", modes=("disapprove",), cameo="111", actors={"Norway"}, recipients={"Portugal"}),
    Case(
        "President Ana Souza criticised Prime Minister Henrik Dahl.",
        modes=("disapprove",),
        cameo="111",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case("Kenya accused Ghana of aggression.", modes=("allege",), cameo="112", actors={"Kenya"}, recipients={"Ghana"}),
    Case(
        "The opposition accused President Ana Souza of corruption.",
        modes=("allege",),
        cameo="1121",
        recipients={"Ana Souza"},
    ),
    Case(
        "Norway accused Portugal of torture and human rights abuses.",
        modes=("allege",),
        cameo="1122",
        actors={"Norway"},
        recipients={"Portugal"},
    ),
    Case("Prosecutors charged Henrik Dahl with fraud.", modes=("allege",), cameo="115", recipients={"Henrik Dahl"}),
    Case("Henrik Dahl was indicted by a grand jury.", modes=("allege",), cameo="115", recipients={"Henrik Dahl"}),
    Case("The union filed a lawsuit against the ministry.", modes=("allege",), cameo="115"),
    Case(
        "Police are investigating Henrik Dahl.",
        modes=("investigate",),
        cameo="090",
        actors={"Police"},
        recipients={"Henrik Dahl"},
    ),
    Case("The parliament opened an inquiry into corruption in the ministry.", modes=("investigate",), cameo="091"),
    Case("Norway summoned the ambassador of Portugal.", modes=("disapprove",), cameo="114", actors={"Norway"}),
    Case(
        "Portugal lodged a formal protest with Norway.",
        modes=("disapprove",),
        cameo="114",
        actors={"Portugal"},
        recipients={"Norway"},
    ),
    Case("Chile blamed Peru for the shooting.", modes=("allege",), actors={"Chile"}, recipients={"Peru"}),
    Case("The Kenyan government expressed outrage over the raid.", modes=("disapprove",), cameo="110"),
    Case(
        "Henrik Dahl's criticism of President Ana Souza was harsh.",
        modes=("disapprove",),
        cameo="111",
        actors={"Henrik Dahl"},
        recipients={"Ana Souza"},
    ),
    Case(
        "President Ana Souza launched a scathing attack on Prime Minister Henrik Dahl.",
        modes=("disapprove",),
        cameo="111",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case(
        "Henrik Dahl faces charges of murder.", modes=("allege",), cameo="115", actors=set(), recipients={"Henrik Dahl"}
    ),
    Case("President Ana Souza criticised Henrik Dahl on The Berg Morning Show.", recipients={"Henrik Dahl"}),
    Case(
        "Portugal denounced what Prime Minister Henrik Dahl called a crime.",
        modes=("disapprove",),
        actors={"Portugal"},
        recipients=set(),
    ),
)
NOT = (
    "The bank charged a fee of ten dollars.",
    "She blamed the weather for the delay.",
    "The critic condemned the film.",
    "The driver slammed the door.",
    "The probe landed on the moon.",
    "Scientists are investigating the effect of light.",
    "The phone charged slowly.",
    "The patient complained of pain.",
    "He questioned the wisdom of the move.",
    "The rider blasted off from the line.",
)
SENTENCES = (*(case.sentence for case in IS), *NOT)


@pytest.mark.parametrize("case", IS, ids=lambda case: case.sentence)
def test_is_told_as_accuse(coded: Coded, case: Case) -> None:
    events = coded(case.sentence)
    assert any(event.type == TYPE and case.holds(event) for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_accuse(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
