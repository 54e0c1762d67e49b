"""Words of CONCEDE: who gives way, apologises or pardons; and wrong friends."""

import pytest

from lexicon.conftest import Case, Coded

TYPE = "CONCEDE"
IS = (
    Case("Norway apologised to Portugal.", modes=(), cameo="055", actors={"Norway"}, recipients={"Portugal"}),
    Case("The government gave in and bowed to the strikers.", modes=(), cameo="080"),
    Case(
        "President Ana Souza pardoned Henrik Dahl.",
        modes=(),
        cameo="081",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case("The government granted an amnesty to the rebels.", modes=(), cameo="081", recipients={"rebels"}),
    Case("The court acquitted Henrik Dahl.", modes=(), cameo="081", recipients={"Henrik Dahl"}),
    Case("The prosecutor dropped the charges against Henrik Dahl.", modes=(), cameo="081", recipients={"Henrik Dahl"}),
    Case("The government accepted the demands of the strikers.", modes=(), cameo="083"),
    Case("Norway will release the prisoners.", modes=(), cameo="080", actors={"Norway"}),
    Case(
        "Portugal withdrew its complaint against Norway.",
        modes=(),
        cameo="080",
        actors={"Portugal"},
        recipients={"Norway"},
    ),
    Case("President Ana Souza called an early election.", modes=(), cameo="083", actors={"Ana Souza"}),
    Case("The parliament granted citizenship to the refugees.", modes=(), cameo="0833"),
    Case("Prime Minister Henrik Dahl backed down after the protests.", modes=(), cameo="080", actors={"Henrik Dahl"}),
    Case("Henrik Dahl, who led the opposition, conceded defeat.", modes=(), cameo="080", actors={"Henrik Dahl"}),
    Case("The military government lifted censorship of the press.", modes=(), cameo="0811"),
    Case("Norway's apology to Portugal came late.", modes=(), cameo="055", actors={"Norway"}, recipients={"Portugal"}),
    Case("Henrik Dahl was found not guilty of murder.", modes=(), cameo="081", recipients={"Henrik Dahl"}),
)
NOT = (
    "The team conceded a goal in the last minute.",
    "Bonds yielded four percent on Monday.",
    "The field yielded ten tons of wheat.",
    "The airline apologised for the delay.",
    "The player was cleared of injury.",
    "The shop reduced the charge for delivery.",
    "The road gave way under the truck.",
    "The plant must meet the demand for power.",
    "He dropped the ball.",
    "The company holds a mining concession in Peru.",
    "The government gave a vote of confidence to the army.",
)
SENTENCES = (*(case.sentence for case in IS), *NOT)


@pytest.mark.parametrize("case", IS, ids=lambda case: case.sentence)
def test_is_told_as_concede(coded: Coded, case: Case) -> None:
    events = coded(case.sentence)
    assert any(event.type == TYPE and case.holds(event) for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_concede(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
