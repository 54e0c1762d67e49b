"""Words of SUPPORT: who praises or backs whom, and agreements that are signed; and wrong friends."""

import pytest

from lexicon.conftest import Case, Coded

TYPE = "SUPPORT"
IS = (
    Case("Norway praised Portugal.", modes=(), cameo="051", actors={"Norway"}, recipients={"Portugal"}),
    Case(
        "President Ana Souza endorsed Prime Minister Henrik Dahl.",
        modes=(),
        cameo="051",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case(
        "The foreign ministry of Norway welcomed the decision of Portugal.",
        modes=(),
        cameo="051",
        recipients={"Portugal"},
    ),
    Case("Norway expressed its support for Ghana.", modes=(), cameo="051", actors={"Norway"}, recipients={"Ghana"}),
    Case(
        "Kenya established diplomatic relations with Peru.",
        modes=(),
        cameo="054",
        actors={"Kenya"},
        recipients={"Peru"},
    ),
    Case("Norway recognised Kosovo.", modes=(), cameo="054", actors={"Norway"}, recipients={"Kosovo"}),
    Case("Portugal and Norway signed a trade agreement.", modes=(), cameo="057", actors={"Portugal", "Norway"}),
    Case("Chile reached a deal with Peru.", modes=(), cameo="057", actors={"Chile"}, recipients={"Peru"}),
    Case("President Ana Souza defended the government's decision.", modes=(), cameo="052", actors={"Ana Souza"}),
    Case("Chile forgave Peru.", modes=(), cameo="056", actors={"Chile"}, recipients={"Peru"}),
    Case(
        "President Ana Souza congratulated Prime Minister Henrik Dahl on his election.",
        modes=(),
        cameo="051",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
    Case("The parliament ratified the treaty with Norway.", modes=(), cameo="057", recipients={"Norway"}),
    Case("Norway strengthened its ties with Ghana.", modes=(), cameo="050", actors={"Norway"}, recipients={"Ghana"}),
    Case("The opposition rallied support for the bill in parliament.", modes=(), cameo="053"),
    Case(
        "Henrik Dahl, the prime minister, won the backing of President Ana Souza.",
        modes=(),
        cameo="051",
        actors={"Ana Souza"},
        recipients={"Henrik Dahl"},
    ),
)
NOT = (
    "Four pillars support the roof.",
    "The shares found support at nine dollars.",
    "The study supports the theory.",
    "She defended her title in Oslo.",
    "The bank supports the file format.",
    "The truck backed into the house.",
    "The team welcomed back its captain.",
    "A mother supports three children on her wage.",
    "The singer thanked God.",
    "The data back up the claim.",
    "President Ana Souza defended her tweets.",
    "The Liberal Party received 38 percent support in the poll.",
    "The singer signed a record deal with Nordbank.",
)
SENTENCES = (*(case.sentence for case in IS), *NOT)


@pytest.mark.parametrize("case", IS, ids=lambda case: case.sentence)
def test_is_told_as_support(coded: Coded, case: Case) -> None:
    events = coded(case.sentence)
    assert any(event.type == TYPE and case.holds(event) for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_support(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
