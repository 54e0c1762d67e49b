"""Words of THREATEN: who threatens whom with what; and wrong friends."""

import pytest

from lexicon.conftest import Case, Coded

TYPE = "THREATEN"
IS = (
    Case("Norway threatened Portugal.", modes=(), cameo="130", actors={"Norway"}, recipients={"Portugal"}),
    Case(
        "Rebels threatened to attack Norway.",
        modes=("violence",),
        cameo="138",
        actors={"Rebels"},
        recipients={"Norway"},
    ),
    Case(
        "Kenya threatened to impose sanctions on Ghana.",
        modes=("restrict",),
        cameo="1312",
        actors={"Kenya"},
        recipients={"Ghana"},
    ),
    Case("Chile threatened to expel the peacekeepers.", modes=("expel",), cameo="136", actors={"Chile"}),
    Case(
        "Norway threatened to break off relations with Portugal.",
        modes=("relations",),
        cameo="1313",
        actors={"Norway"},
        recipients={"Portugal"},
    ),
    Case(
        "Portugal threatened to arrest Henrik Dahl.",
        modes=("arrest",),
        cameo="137",
        actors={"Portugal"},
        recipients={"Henrik Dahl"},
    ),
    Case("Peru threatened to occupy the island.", modes=("territory",), cameo="1382", actors={"Peru"}),
    Case(
        "A court in Oslo issued an arrest warrant for Henrik Dahl.",
        modes=("arrest",),
        cameo="130",
        recipients={"Henrik Dahl"},
    ),
    Case("Norway gave Portugal an ultimatum.", modes=(), cameo="139", actors={"Norway"}, recipients={"Portugal"}),
    Case("The rebels vowed to fight the government.", modes=("violence",), cameo="138", actors={"rebels"}),
    Case(
        "President Ana Souza warned Norway against intervention.",
        modes=(),
        cameo="130",
        actors={"Ana Souza"},
        recipients={"Norway"},
    ),
    Case("Ghana threatened military action against Kenya.", actors={"Ghana"}, recipients={"Kenya"}),
    Case("Norway said it would expel the diplomats of Portugal.", actors={"Norway"}),
    Case("The union threatened to go on strike.", modes=("relations",), cameo="133"),
    Case("Kenya threatened to cut aid to Ghana.", modes=("relations",), cameo="1311", actors={"Kenya"}),
    Case(
        "Norway's threat to bomb Portugal was repeated on Monday.", modes=("violence",), cameo="138", actors={"Norway"}
    ),
)
NOT = (
    "A storm threatens the coast.",
    "The disease threatens many species.",
    "Rain threatened to spoil the match.",
    "High prices threaten growth.",
    "Police warned motorists of ice.",
    "The loss of light threatens the plants.",
    "The doctor warned of the dangers of smoking.",
    "He met the deadline for the tax form.",
    "The striker was a constant threat to the goal.",
    "The weather service issued a flood warning.",
    "Prime Minister Henrik Dahl warned against hackers from Chile.",
)
SENTENCES = (*(case.sentence for case in IS), *NOT)


@pytest.mark.parametrize("case", IS, ids=lambda case: case.sentence)
def test_is_told_as_threaten(coded: Coded, case: Case) -> None:
    events = coded(case.sentence)
    assert any(event.type == TYPE and case.holds(event) for event in events), events


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_threaten(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
