"""Who leads a body, who belongs to it, who is whose kin, and which posts the nouns around a name tell of."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.values import Organisation, Person, Role


def name_of(record: Record, fact: str | None) -> str:
    found = record.get(fact)
    assert found is not None and isinstance(found.value, Person | Organisation)
    return found.value.name


def posts(told: Told, text: str) -> list[str]:
    """Each post as "person: state title @ body", kin as "person: state title of relative"."""
    record = told(text, upto="roles", published="2016-05-02")
    found = []
    for fact in record.of("role"):
        assert isinstance(fact.value, Role)
        role = fact.value
        body = f" @ {name_of(record, role.organisation)}" if role.organisation else ""
        kin = f" of {name_of(record, role.relative)}" if role.relative else ""
        found.append(f"{name_of(record, role.person)}: {role.state} {role.title}{body}{kin}")
    return found


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("Greta Holm heads the Torvik Foundation.", ["Greta Holm: current head @ Torvik Foundation"]),
        ("Greta Holm has headed the Torvik Foundation since 2010.", ["Greta Holm: current head @ Torvik Foundation"]),
        (
            "Greta Holm headed the Torvik Foundation from 1994 to 2001.",
            ["Greta Holm: former head @ Torvik Foundation"],
        ),
        ("The Torvik Foundation, headed by Greta Holm, closed.", ["Greta Holm: current head @ Torvik Foundation"]),
        (
            "The Torvik Foundation is led by Greta Holm and Olav Brandt.",
            ["Greta Holm: current leader @ Torvik Foundation", "Olav Brandt: current leader @ Torvik Foundation"],
        ),
        ("Greta Holm will lead the Torvik Foundation.", ["Greta Holm: future leader @ Torvik Foundation"]),
        ("A militia led by Olav Brandt attacked Vik.", ["Olav Brandt: current leader @ militia"]),
        ("Greta Holm commanded the rebels.", ["Greta Holm: former commander @ rebels"]),
        ("Greta Holm owns Torvik Corp.", ["Greta Holm: current owner @ Torvik Corp."]),
        ("Greta Holm founded Torvik Corp. in 1990.", ["Greta Holm: current founder @ Torvik Corp."]),
        ("Torvik Corp. was founded by Greta Holm.", ["Greta Holm: current founder @ Torvik Corp."]),
        ("Greta Holm chairs the Arts Council.", ["Greta Holm: current chairman @ Arts Council"]),
        ("Greta Holm runs Torvik Corp.", ["Greta Holm: current head @ Torvik Corp."]),
        ("Greta Holm, who runs Torvik Corp., left.", ["Greta Holm: current head @ Torvik Corp."]),
    ],
)
def test_who_leads(told: Told, text: str, led: list[str]) -> None:
    assert posts(told, text) == led


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm does not lead the Torvik Foundation.",
        "Greta Holm wants to lead the Torvik Foundation.",
        "Greta Holm may lead the Torvik Foundation.",
        "Greta Holm leads a quiet life.",
        "Greta Holm led Olav Brandt to the door.",
        "Greta Holm ran from Torvik Corp.",
        "Greta Holm headed to the Torvik Foundation.",
        "Greta Holm found Torvik Corp. in the phone book.",
        "Torvik Corp. was founded in 1990.",
        "Torvik Corp. may be led by Greta Holm.",
        "A militia not led by Olav Brandt attacked Vik.",
    ],
)
def test_nobody_leads(told: Told, text: str) -> None:
    assert posts(told, text) == []


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("Greta Holm joined the Labour Party.", ["Greta Holm: current member @ Labour Party"]),
        ("Greta Holm joined the army as a driver in 1988.", ["Greta Holm: current driver @ army"]),
        ("Greta Holm will join Torvik Corp. in June.", ["Greta Holm: future member @ Torvik Corp."]),
        ("Greta Holm was elected to the Senate in 2010.", ["Greta Holm: current member @ Senate"]),
        ("Greta Holm was appointed to the Supreme Court.", ["Greta Holm: current member @ Supreme Court"]),
        ("Greta Holm defected to the rebels.", ["Greta Holm: current member @ rebels"]),
        ("Greta Holm defected from the army.", ["Greta Holm: former member @ army"]),
        ("Greta Holm switched to the Labour Party.", ["Greta Holm: current member @ Labour Party"]),
        ("Greta Holm is no longer a member of the Labour Party.", ["Greta Holm: former member @ Labour Party"]),
        ("Greta Holm, a former member of the Labour Party, left.", ["Greta Holm: former member @ Labour Party"]),
        ("Greta Holm, an independent, left.", ["Greta Holm: current independent"]),
        ("Greta Holm (D-Ohio), a Democrat, left.", ["Greta Holm: current Democrat"]),
        ("Republican Greta Holm left.", ["Greta Holm: current Republican"]),
    ],
)
def test_who_belongs(told: Told, text: str, member: list[str]) -> None:
    assert posts(told, text) == member


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm joined her sister.",
        "Greta Holm joined the protest.",
        "Greta Holm did not join the Labour Party.",
        "Greta Holm hopes to join Torvik Corp.",
        "Greta Holm may join the Labour Party.",
        "Greta Holm was joined by the Labour Party.",
        "Greta Holm was not elected to the Senate.",
        "Greta Holm was elected to lead.",
        "Greta Holm switched to tea.",
        "Greta Holm, an independent mind, left.",
    ],
)
def test_nobody_belongs(told: Told, text: str) -> None:
    assert posts(told, text) == []


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("Greta Holm and her son, Olav Brandt, left.", "Olav Brandt: current son of Greta Holm"),
        ("Greta Holm said her father Olav Brandt was ill.", "Olav Brandt: current father of Greta Holm"),
        ("Greta Holm's mother, Tyra Holm, left.", "Tyra Holm: current mother of Greta Holm"),
        ("Olav Brandt, the husband of Greta Holm, left.", "Olav Brandt: current husband of Greta Holm"),
        ("Olav Brandt, Greta Holm's former husband, left.", "Olav Brandt: former husband of Greta Holm"),
        ("Olav Brandt is the nephew of Greta Holm.", "Olav Brandt: current nephew of Greta Holm"),
        ("Greta Holm, whose sister, Tyra Holm, is a nurse, left.", "Tyra Holm: current sister of Greta Holm"),
        ("Olav Brandt, a driver and the son of Greta Holm, left.", "Olav Brandt: current son of Greta Holm"),
        ("King Olav Brandt left. Tyra Holm, the king's sister, stayed.", "Tyra Holm: current sister of Olav Brandt"),
        ("Olav Brandt's own son, Jan Brek, shot Greta Holm.", "Jan Brek: current son of Olav Brandt"),
    ],
)
def test_kin(told: Told, text: str, kin: str) -> None:
    assert [post for post in posts(told, text) if " of " in post] == [kin]


@pytest.mark.parametrize(
    "text",
    [
        "Olav Brandt is not the nephew of Greta Holm.",
        "Olav Brandt could be the son of Greta Holm.",
        "Olav Brandt denied being the son of Greta Holm.",
        "Olav Brandt is like a brother to Greta Holm.",
        "Olav Brandt, father of four, left.",
        "Olav Brandt, a father, left.",
        "Olav Brandt, the judge's brother, left.",
        "Greta Holm met Olav Brandt's wife.",
        "Greta Holm wrote to her son.",
        "Greta Holm, her husband, Olav Brandt and their son left.",
        "Father Olav Brandt met Sister Greta Holm.",
        "The Holm brothers left.",
    ],
)
def test_no_kin(told: Told, text: str) -> None:
    assert not [post for post in posts(told, text) if " of " in post]


def test_kin_by_a_shared_surname_is_less_sure(told: Told) -> None:
    sure, doubtful = (
        told(f"{first} and Greta Holm spoke. Jan Brek, Holm's uncle, slept.", upto="roles").of("role")[0]
        for first in ("Olav Brandt", "Tyra Holm")
    )
    assert sure.confidence > doubtful.confidence
    assert sure.reason is None and doubtful.reason == "several people bear the name of the one whose kin it is"


def test_kin_by_a_pronoun_says_so(told: Told) -> None:
    (fact,) = told("Greta Holm and her son, Olav Brandt, left.", upto="roles").of("role")
    assert fact.reason == "whose kin it is, a pronoun tells"


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The firm's director, Greta Holm, left.", "Greta Holm: current director @ firm"),
        ("Torvik Corp.'s new director, Greta Holm, left.", "Greta Holm: current director @ Torvik Corp."),
        ("The head of the Torvik Foundation, Greta Holm, left.", "Greta Holm: current head @ Torvik Foundation"),
        ("After the talks, the mayor, Greta Holm, left.", "Greta Holm: current mayor"),
        ("A retired nurse, Greta Holm left.", "Greta Holm: former nurse"),
        ("The ex-mayor, Greta Holm, left.", "Greta Holm: former mayor"),
        ("Ex-mayor Greta Holm left.", "Greta Holm: former mayor"),
        ("Prof. Greta Holm of Vik University left.", "Greta Holm: current Prof. @ Vik University"),
        ("director Greta Holm from Torvik Corp. left.", "Greta Holm: current director @ Torvik Corp."),
        ("Greta Holm, Torvik Corp. director, left.", "Greta Holm: current director @ Torvik Corp."),
        ("Greta Holm, 45, a nurse at Vik Hospital, left.", "Greta Holm: current nurse @ Vik Hospital"),
        ("Greta Holm (a nurse) left.", "Greta Holm: current nurse"),
        ("Greta Holm, nurse, left.", "Greta Holm: current nurse"),
        ("The appointment of Greta Holm as judge was late.", "Greta Holm: current judge"),
        ("Greta Holm's resignation as mayor surprised Vik.", "Greta Holm: former mayor"),
        ("During her time as mayor, Greta Holm built roads.", "Greta Holm: former mayor"),
        ("Greta Holm met Olav Brandt while mayor of Vik.", "Greta Holm: former mayor"),
    ],
)
def test_posts_that_nouns_tell_of(told: Told, text: str, post: str) -> None:
    assert posts(told, text) == [post]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, Greta Holm, Olav Brandt and others left.",
        "The mayors, Greta Holm and Olav Brandt, left.",
        "In front of the judge, Greta Holm wept.",
        "When the judge spoke, Greta Holm left.",
        "For the mayor, Greta Holm is a friend.",
        "The judge told the nurse, Greta Holm left.",
        "under a President Greta Holm taxes would rise.",
        "Greta Holm, a friend of the mayor, left.",
        "Greta Holm, not a judge, left.",
        "Greta Holm, a judge's daughter, left.",
        "Greta Holm, like the judge, left.",
        "Greta Holm met Olav Brandt while mayors slept.",
        "There was no appointment of Greta Holm as judge.",
    ],
)
def test_posts_that_nouns_do_not_tell_of(told: Told, text: str) -> None:
    assert posts(told, text) == []


@pytest.mark.parametrize(
    ("text", "merged"),
    [
        ("Gen. Olav Brandt left. Brandt, a general, came back.", ["Olav Brandt: current Gen."]),
        ("Mayor Greta Holm left. Former mayor Greta Holm came back.", ["Greta Holm: former Mayor"]),
        (
            "Greta Holm, the trade minister, left. Trade Minister Greta Holm came back.",
            ["Greta Holm: current trade minister"],
        ),
        (
            "Greta Holm, a lawyer, left. Greta Holm, a human rights lawyer, came back.",
            ["Greta Holm: current human rights lawyer"],
        ),
        (
            "Deputy Mayor Greta Holm left. Mayor Greta Holm came back.",
            ["Greta Holm: current Deputy Mayor", "Greta Holm: current Mayor"],
        ),
        (
            "Greta Holm, head of Torvik Corp., left. Greta Holm, head of Brek Corp., came back.",
            ["Greta Holm: current head @ Torvik Corp.", "Greta Holm: current head @ Brek Corp."],
        ),
        (
            "Mayor Greta Holm left. Mayor Olav Brandt came back.",
            ["Greta Holm: current Mayor", "Olav Brandt: current Mayor"],
        ),
    ],
)
def test_one_fact_for_one_post(told: Told, text: str, merged: list[str]) -> None:
    assert posts(told, text) == merged
