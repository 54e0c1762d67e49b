"""Words of AGREE: who agrees, offers or promises to co-operate, to help, to meet or to yield; and wrong friends."""

import pytest

from lexicon.conftest import Case, Coded

TYPE = "AGREE"
IS = (
    Case("Norway agreed to send food aid to Portugal.", modes=(), cameo="0333", actors={"Norway"}),
    Case("Kenya and Ghana agreed on Monday to start talks.", modes=(), cameo="036", actors={"Kenya", "Ghana"}),
    Case("The rebels agreed to release the hostages.", modes=(), cameo="0353", actors={"rebels"}),
    Case(
        "Portugal agreed to lift its sanctions on Norway.",
        modes=(),
        cameo="0354",
        actors={"Portugal"},
        recipients={"Norway"},
    ),
    Case("Chile agreed to withdraw its troops from Peru.", modes=(), cameo="0356", actors={"Chile"}),
    Case("Finland has offered to mediate between Chile and Peru.", modes=(), cameo="039", actors={"Finland"}),
    Case(
        "President Ana Souza accepted an invitation from Norway.",
        modes=(),
        cameo="036",
        actors={"Ana Souza"},
        recipients={"Norway"},
    ),
    Case("Norway offered Portugal aid after the storm.", modes=(), cameo="033", actors={"Norway"}),
    Case("Prime Minister Henrik Dahl pledged to cooperate with Ghana.", modes=(), cameo="031", actors={"Henrik Dahl"}),
    Case("The Kenyan government promised to hold talks with the opposition.", modes=(), cameo="036"),
    Case("Norway will visit Portugal, the minister said."),
    Case("The two governments signed a peace treaty in Bergen.", modes=(), cameo="0356"),
    Case("Peru is willing to withdraw its troops from Chile.", modes=(), cameo="0356", actors={"Peru"}),
    Case("Ghana expressed its readiness to meet the rebels.", modes=(), cameo="036", actors={"Ghana"}),
    Case("Norway will send food aid to Kenya next week.", modes=(), actors={"Norway"}, recipients={"Kenya"}),
    Case(
        "Portugal and Norway agreed on a timetable for the elections.",
        modes=(),
        cameo="030",
        actors={"Portugal", "Norway"},
    ),
)
NOT = (
    "The board offered him a job in Oslo.",
    "The results are promising, the doctors said.",
    "Stocks offered little value on Monday.",
    "The hotel offers guests a free breakfast.",
    "The film festival accepted the award in Bergen.",
    "Experts agree with the view of the minister.",
    "The colours of the coat agree with the hat.",
    "The team pledged to win the final.",
    "Norway vowed to attack Portugal.",
    "The shop offers a discount of ten percent.",
)
SENTENCES = (*(case.sentence for case in IS), *NOT)


@pytest.mark.parametrize("case", IS, ids=lambda case: case.sentence)
def test_is_told_as_agree(coded: Coded, case: Case) -> None:
    events = coded(case.sentence)
    assert any(event.type == TYPE and case.holds(event) for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_agree(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
