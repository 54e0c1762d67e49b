"""One claim told again is one count; what is said in passing, in figures of speech or of sport is none."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Casualties

Told = Callable[..., Record]
Row = tuple[str, int | None, int | None, str | None]


def counts(told: Told, text: str) -> list[Row]:
    facts = [fact.value for fact in told(text, upto="casualties").of("casualties")]
    return [(v.effect, v.low, v.high, v.group) for v in facts if isinstance(v, Casualties)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six guards were killed in Porto. The six victims died when a mine went off.",
            [("killed", 6, 6, "guards")],
        ),
        ("Six people were killed in Porto. Six guards died at noon.", [("killed", 6, 6, "guards")]),
        ("Nine soldiers died in Porto. The nine men were killed by a mine.", [("killed", 9, 9, "soldiers")]),
        (
            "Six Jesuit priests were killed. The murder of the Jesuits is unsolved.",
            [("killed", 6, 6, "Jesuit priests")],
        ),
        ("Ten dead, 30 wounded. The blast left 10 dead and 30 wounded.", 2),
        ("Mayor Ana Ruiz was shot dead. The murder of the mayor shocked Porto.", 1),
        ("The mayor was killed at noon. Mayor Ana Ruiz was killed in her car.", 1),
        ("A nurse was killed in Porto. This nurse was killed at noon.", 1),
        ("Two guards and two nurses were killed.", 2),
        ("Six guards were killed. Six other people died.", 2),
        ("Six guards were killed. Seven people were killed.", 2),
        ("Ana Ruiz was killed. Her son was killed.", 2),
        ("Ana Ruiz and her son were killed.", 2),
    ],
)
def test_told_again(told: Told, text: str, expected: list[Row] | int) -> None:
    found = counts(told, text)
    assert len(found) == expected if isinstance(expected, int) else found == expected


def test_three_places_of_one_claim(told: Told) -> None:
    text = "Nine guards killed in raid\nNine guards were killed in Porto.\nThe nine guards died at noon."
    (fact,) = told(text, upto="casualties").of("casualties")
    assert len(fact.spans) == 6


def test_an_earlier_figure_says_so(told: Told) -> None:
    text = "Fourteen people died in the fire. Earlier reports had put the toll at nine."
    later, earlier = told(text, upto="casualties").of("casualties")
    assert earlier.reason and "earlier" in earlier.reason and later.reason != earlier.reason


def test_two_sources_with_two_figures(told: Told) -> None:
    text = "Police said 12 people died in the fire, but the mayor put the toll at 14."
    assert [row[1] for row in counts(told, text)] == [12, 14]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bomber died, killing himself and four bystanders.", [("killed", 1, 1), ("killed", 4, 4)]),
        ("A bomber blew himself up at a market.", [("killed", 1, 1)]),
        ("A man, his wife and three children were found dead.", [("killed", 1, 1), ("killed", 1, 1), ("killed", 3, 3)]),
        ("The storm killed one person in Porto and two in Faro.", [("killed", 1, 1), ("killed", 2, 2)]),
        ("The mayor was killed along with two guards.", [("killed", 1, 1), ("killed", 2, 2)]),
        ("Rebels took as hostages three nuns.", [("abducted", 3, 3)]),
        ("The rebels freed nine hostages.", [("freed", 9, 9)]),
        ("The blast resulted in the injury of six people.", [("wounded", 6, 6)]),
        ("Rescuers pulled 12 bodies from the rubble.", [("killed", 12, 12)]),
        ("The bodies of 28 rebels were found.", [("killed", 28, 28)]),
        ("Police found 28 bodies of rebels.", [("killed", 28, 28)]),
        ("There were no casualties.", [("killed", 0, 0), ("wounded", 0, 0)]),
        ("No deaths or injuries were reported.", [("killed", 0, 0), ("wounded", 0, 0)]),
        ("The car hit two students; neither was hurt.", [("wounded", 0, 0)]),
        ("Two suspects ran; one was shot dead and the other was arrested.", [("killed", 1, 1), ("detained", 1, 1)]),
        ("The blast left dozens dead or wounded.", [("killed", None, 99), ("wounded", None, 99)]),
        ("The driver, who escaped unhurt, called for help.", [("unharmed", 1, 1)]),
        ("The bomb could have killed hundreds of people.", [("killed", 200, 999)]),
        ("Between 20 and 30 rebels were killed.", [("killed", 20, 30)]),
        ("As many as 40 people died.", [("killed", None, 40)]),
        ("Fewer than ten people were injured in the crash.", [("wounded", None, 9)]),
        ("A further six people were wounded.", [("wounded", 6, 6)]),
        ("Two of the wounded died in hospital.", [("killed", 2, 2)]),
        ("The mayor responded to Ana Ruiz's death with a statement.", [("killed", 1, 1)]),
        ("The driver fell to his death.", [("killed", 1, 1)]),
    ],
)
def test_ways_of_telling(told: Told, text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert [row[:3] for row in counts(told, text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The murder of activists must stop.",
        "Many children have been maimed.",
        "He was accused of killing civilians.",
        "People are being killed.",
        "The slump has hurt 5 million workers.",
        "The army is hurting the president.",
        "Three companies died in the crisis.",
        "The club released Paulo Mendes after two seasons.",
        "Ana Ruiz was released from hospital.",
        "The striker was injured in the match against Porto.",
        "About 20 people are killed per day on the roads.",
        "One in ten soldiers was wounded.",
        "The fire killed 300 cows and two horses.",
        "The race ended in a dead heat.",
        "The plant announced 300 job losses.",
        "There was no word on casualties.",
        "The dead and wounded were taken to Porto.",
        "She freed her deputy of his duties.",
        "Drivers lost control on the home straight.",
        "No casualty figure was given.",
        "A boy was the sole survivor.",
        "They oppose the party that kills the Dutch people.",
    ],
)
def test_nobody_is_counted(told: Told, text: str) -> None:
    assert counts(told, text) == []


def test_others_of_several_groups_are_people(told: Told) -> None:
    text = "Two soldiers and three nurses died, and four were wounded."
    assert counts(told, text)[-1] == ("wounded", 4, 4, "people")
