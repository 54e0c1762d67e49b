"""Words of CONSULT: who meets, talks with, visits or telephones whom; and wrong friends."""

import pytest

from lexicon.conftest import Case, Coded

TYPE = "CONSULT"
IS = (
    Case(
        "President Ana Souza met Prime Minister Henrik Dahl in Oslo on Monday.",
        modes=(),
        cameo="040",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case(
        "Norway and Portugal held talks in Bergen.",
        modes=(),
        cameo="040",
        actors={"Norway", "Portugal"},
        recipients=set(),
    ),
    Case(
        "President Ana Souza visited Norway on Tuesday.",
        modes=("visit",),
        cameo="042",
        actors={"Ana Souza"},
        recipients={"Norway"},
    ),
    Case(
        "Foreign Minister Henrik Dahl arrived in Portugal for a summit.",
        modes=("visit",),
        cameo="042",
        actors={"Henrik Dahl"},
        recipients={"Portugal"},
    ),
    Case(
        "Prime Minister Henrik Dahl hosted President Ana Souza in Oslo.",
        modes=("visit",),
        cameo="043",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case(
        "President Ana Souza was received by Prime Minister Henrik Dahl.",
        modes=("visit",),
        cameo="043",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case(
        "President Ana Souza telephoned Prime Minister Henrik Dahl.",
        modes=("phone",),
        cameo="041",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case(
        "President Ana Souza called Prime Minister Henrik Dahl on Friday.",
        modes=("phone",),
        cameo="041",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case(
        "The phone call between President Ana Souza and Prime Minister Henrik Dahl was short.",
        modes=("phone",),
        cameo="041",
    ),
    Case(
        "Finland mediated between Chile and Peru.",
        modes=("third-party",),
        cameo="045",
        actors={"Finland"},
        recipients={"Chile", "Peru"},
    ),
    Case("Leaders of Norway and Portugal attended a summit in Geneva.", modes=("multilateral",), cameo="040"),
    Case("Kenya negotiated with Ghana over the border.", modes=(), cameo="046", actors={"Kenya"}, recipients={"Ghana"}),
    Case("Negotiations between the government and the rebels began on Monday.", modes=(), cameo="046"),
    Case(
        "Foreign Minister Henrik Dahl conferred with President Ana Souza.",
        modes=(),
        cameo="040",
        actors={"Henrik Dahl"},
        recipients={"Ana Souza"},
    ),
    Case(
        "The visit of President Ana Souza to Norway ended on Sunday.",
        modes=("visit",),
        cameo="042",
        actors={"Ana Souza"},
        recipients={"Norway"},
    ),
    Case(
        "President Ana Souza discussed the crisis with Prime Minister Henrik Dahl.",
        cameo="040",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case("Norway is in talks with Portugal over the border.", actors={"Norway"}, recipients={"Portugal"}),
    Case(
        "Finland's mediation between Chile and Peru failed.",
        modes=("third-party",),
        cameo="045",
        actors={"Finland"},
        recipients={"Chile", "Peru"},
    ),
    Case(
        "Church leaders praised President Ana Souza for meeting Prime Minister Henrik Dahl.",
        cameo="040",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case(
        "Church leaders praised President Ana Souza after meeting Prime Minister Henrik Dahl.",
        actors={"Church leaders"},
    ),
    Case("President Ana Souza spoke of her Norway visit.", actors={"Ana Souza"}, recipients={"Norway"}),
)
NOT = (
    "The factory met its target in May.",
    "The goods do not meet the standard.",
    "Tourists visit Norway in summer.",
    "He spoke to reporters after the match.",
    "The minister met with resistance.",
    "Please visit our website for news.",
    "The city will host the tournament.",
    "She received a letter from her aunt.",
    "The singer began her tour of Europe in Oslo.",
    "Norway met the demand.",
    "The mayor, Henrik Dahl, welcomed thousands of tourists on Monday.",
    "Senator Henrik Dahl arrived in Parliament in 1993.",
)
SENTENCES = (*(case.sentence for case in IS), *NOT)


@pytest.mark.parametrize("case", IS, ids=lambda case: case.sentence)
def test_is_told_as_consult(coded: Coded, case: Case) -> None:
    events = coded(case.sentence)
    assert any(event.type == TYPE and case.holds(event) for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_consult(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
