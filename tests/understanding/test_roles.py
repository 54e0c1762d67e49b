"""Posts, ranks, and from when to when."""

import pytest

from conftest import Told
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Moment, Organisation, Person, Role


def role(record: Record, title: str) -> Role:
    found = [f.value for f in record.of("role") if isinstance(f.value, Role) and f.value.title.lower() == title]
    assert found, [f.value for f in record.of("role")]
    return found[0]


def value(record: Record, fact: str | None) -> Fact:
    found = record.get(fact)
    assert found is not None
    return found


def timex(record: Record, fact: str | None) -> str | None:
    moment = value(record, fact).value
    assert isinstance(moment, Moment)
    return moment.timex


@pytest.mark.parametrize(
    ("text", "title", "state"),
    [
        ("Water Minister Marta Oliveira left.", "water minister", "current"),
        ("Former Water Minister Marta Oliveira left.", "water minister", "former"),
        ("Ex-President Marta Oliveira left.", "president", "former"),
        ("Marta Oliveira, the former water minister, left.", "water minister", "former"),
        ("Marta Oliveira, Norway's water minister, left.", "water minister", "current"),
    ],
)
def test_titles_and_appositions(told: Told, text: str, title: str, state: str) -> None:
    assert role(told(text, upto="roles"), title).state == state


def test_acting(told: Told) -> None:
    assert role(told("Acting President Marta Oliveira left.", upto="roles"), "president").acting


def test_the_country_of_a_post(told: Told) -> None:
    assert role(told("Norway's President Marta Oliveira left.", upto="roles"), "president").country == "NOR"


def test_a_rank_is_a_role_of_its_own(told: Told) -> None:
    found = role(told("Colonel Pedro Rojas left.", upto="roles"), "colonel")
    assert found.rank and found.country is None


def test_a_career(told: Told) -> None:
    text = (
        "Pedro Rojas was a field commander of the Peruvian armed opposition in 1992-1995. "
        "In 2014, he was promoted to the rank of major general and appointed deputy water minister."
    )
    record = told(text, upto="roles", published="2016-05-02")
    commander = role(record, "field commander")
    assert commander.state == "former"
    assert isinstance(value(record, commander.organisation).value, Organisation)
    assert commander.since is not None and commander.since == commander.until
    assert timex(record, role(record, "major general").since) == "2014"
    assert timex(record, role(record, "deputy water minister").since) == "2014"


def test_a_dismissal_ends_the_post(told: Told) -> None:
    text = "In 2014 Pedro Rojas was appointed mayor. He was dismissed from the post in May 2015."
    record = told(text, upto="roles", published="2016-05-02")
    found = role(record, "mayor")
    assert found.state == "former"
    assert timex(record, found.since) == "2014"
    assert timex(record, found.until) == "2015-05"


def test_who_heads_a_group(told: Told) -> None:
    record = told("Police seek an armed group headed by Colonel Pedro Rojas.", upto="roles")
    found = role(record, "head")
    person, group = value(record, found.person).value, value(record, found.organisation).value
    assert isinstance(person, Person) and person.name == "Pedro Rojas"
    assert isinstance(group, Organisation) and group.name == "armed group"


@pytest.mark.parametrize(
    "text",
    [
        "Pedro Rojas was not appointed mayor.",
        "The mayor left and Pedro Rojas stayed.",
        "Pedro Rojas was a tall man.",
    ],
)
def test_no_post(told: Told, text: str) -> None:
    assert told(text, upto="roles").of("role") == []


def test_several_mentions_of_one_post_are_one_role(told: Told) -> None:
    record = told("Water Minister Marta Oliveira left. Water Minister Marta Oliveira came back.", upto="roles")
    assert len(record.of("role")) == 1
    assert len(record.of("role")[0].spans) == 2
