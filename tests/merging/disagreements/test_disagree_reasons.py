"""What caused it, and why it was done."""

import pytest

from dateline.merging.disagreements.disagreeing import disagreements_of
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named
from merging.reported import Said, organisation, person, saying, telling_of

POLICE = organisation("Police", proper=False, sector="COP")
MAYOR = person("Ada Holm")


def told(article: str, *sayings: Said, kind: str = "ACCIDENT", **fields: object) -> Part:
    known = {"lead": True, "triggers": ["explosion"], "sentence": "An explosion shook Lund.", **fields}
    return telling_of(article, "2024-05-03", kind, outlet=article.upper(), sayings=sayings, **known)


def says(speaker: Named, words: str, cue: str = "said", stance: str = "says") -> Said:
    return saying(words, speaker, stance, cue=cue, manner="indirect")


def of(*parts: Part, about: str = "cause") -> list[Disagreement]:
    return [found for found in disagreements_of(parts) if found.about == about]


LEAK = told("a1", says(POLICE, "the explosion was caused by a gas leak"))


def test_two_causes_that_two_speakers_give() -> None:
    (found,) = of(LEAK, told("a2", says(MAYOR, "a bomb had caused the explosion")))
    assert (found.how, [(side.value, side.said_by) for side in found.sides]) == (
        "disagreement",
        [("gas leak", "Police"), ("a bomb", "Ada Holm")],
    )
    assert found.message == (
        "What caused it: gas leak, says Police (A1, 3 May 2024); a bomb, says Ada Holm (A2, 3 May 2024)"
    )


def test_few_words_may_say_what_it_was() -> None:
    (found,) = of(LEAK, told("a2", says(MAYOR, "it was a bomb")))
    assert found.sides[1].value == "a bomb"


def test_what_the_report_itself_tells_is_a_side_against_a_speaker() -> None:
    own = told("a2", sentence="The explosion in Lund was set off by arsonists.")
    (found,) = of(LEAK, own)
    assert [(side.value, side.said_by) for side in found.sides] == [("gas leak", "Police"), ("arsonists", None)]


def test_one_report_may_give_both() -> None:
    both = told("a1", says(POLICE, "the explosion was caused by a gas leak"),
                says(MAYOR, "a bomb had caused the explosion"))  # fmt: skip
    assert len(of(both)) == 1


@pytest.mark.parametrize(
    "other",
    [
        says(MAYOR, "the explosion was caused by a gas explosion in a kitchen"),
        says(MAYOR, "it was not clear whether a bomb had caused the explosion"),
        says(MAYOR, "a bomb may have caused the explosion"),
        says(MAYOR, "a bomb caused great damage in another town"),
        says(POLICE, "a bomb had caused the explosion"),
        says(MAYOR, "the explosion was caused by a bomb or a gas leak"),
        says(MAYOR, "the explosion was the worst in years"),
    ],
    ids=["of one kind", "open", "perhaps", "of another deed", "the same speaker", "either", "none"],
)
def test_causes_that_do_not_disagree(other: Said) -> None:
    assert of(LEAK, told("a2", other)) == []


def test_a_cause_that_is_ruled_out() -> None:
    bomb = told("a1", says(MAYOR, "a bomb had caused the explosion"))
    (found,) = of(bomb, told("a2", says(POLICE, "a bomb as the cause of the explosion", "ruled out", "denies")))
    assert (found.how, [side.value for side in found.sides]) == ("denial", ["a bomb", "denied"])
    assert found.message.endswith("denied by Police (A2, 3 May 2024)")


def test_talks_have_no_cause() -> None:
    first = told("a1", says(POLICE, "the explosion was caused by a gas leak"), kind="CONSULT")
    assert of(first, told("a2", says(MAYOR, "a bomb had caused the explosion"), kind="CONSULT")) == []


def test_two_motives() -> None:
    terror = told("a1", says(MAYOR, "the motive was terrorism"), kind="ASSAULT")
    feud = told("a2", says(POLICE, "the killer was motivated by a family feud"), kind="ASSAULT")
    (found,) = of(terror, feud, about="motive")
    assert [side.value for side in found.sides] == ["terrorism", "feud"]
    assert found.message.startswith("Why it was done: terrorism, says Ada Holm")


def test_a_motive_that_is_ruled_out_and_one_that_is_looked_for() -> None:
    terror = told("a1", says(MAYOR, "the motive was terrorism"), kind="ASSAULT")
    no = told("a2", says(POLICE, "terrorism as a motive", "ruled out", "denies"), kind="ASSAULT")
    looking = told("a3", says(POLICE, "they were investigating whether robbery was the motive"), kind="ASSAULT")
    assert [found.how for found in of(terror, no, about="motive")] == ["denial"]
    assert of(terror, looking, about="motive") == []
