"""Posts, ranks, and from when to when."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
        "Pedro Rojas was a regional commander of the Peruvian armed opposition in 1981-1984. "
        "In 2014 Rojas was promoted to major general and named deputy water minister."
    )
    record = told(text, upto="roles", published="2016-05-02")
    commander = role(record, "regional commander")
    assert commander.state == "former"
    assert isinstance(value(record, commander.organisation).value, Organisation)
    assert commander.since is not None and commander.since == commander.until
    assert timex(record, role(record, "major general").since) == "2014"
    assert timex(record, role(record, "deputy water minister").since) == "2014"


def test_a_dismissal_ends_the_post(told: Told) -> None:
    text = "In 2014 Pedro Rojas was appointed mayor. He was sacked from the post in May 2015."
    record = told(text, upto="roles", published="2016-05-02")
    found = role(record, "mayor")
    assert found.state == "former"
    assert timex(record, found.since) == "2014"
    assert timex(record, found.until) == "2015-05"


def test_who_heads_a_group(told: Told) -> None:
    record = told("Police seek an armed group led by Colonel Pedro Rojas.", upto="roles")
    found = role(record, "leader")
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


def titles(record: Record) -> list[str]:
    return [fact.value.title for fact in record.of("role") if isinstance(fact.value, Role)]


@pytest.mark.parametrize(
    ("text", "title", "country"),
    [
        ("Norwegian President Marta Oliveira met Chile's envoy.", "President", "NOR"),
        ("Marta Oliveira, Norway’s water minister, left.", "water minister", "NOR"),
        ("Marta Oliveira, the ambassador of Norway, left.", "ambassador", "NOR"),
        ("Marta Oliveira was elected president of Norway.", "president", "NOR"),
        ("Marta Oliveira became Norway's president.", "president", "NOR"),
    ],
)
def test_whose_post(told: Told, text: str, title: str, country: str) -> None:
    record = told(text, upto="roles")
    (fact,) = record.of("role")
    assert isinstance(fact.value, Role)
    assert (fact.value.title, fact.value.country) == (title, country)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Marta Oliveira was named chief judge.", "chief judge"),
        ("Marta Oliveira is mayor.", "mayor"),
        ("Marta Oliveira serves as mayor.", "mayor"),
        ("The council elected Marta Oliveira mayor.", "mayor"),
        ("The council appointed Marta Oliveira as mayor.", "mayor"),
        ("Marta Oliveira was a lawyer and senator.", "lawyer"),
        ("Marta Oliveira left. She is the mayor of Bergen.", "mayor"),
    ],
)
def test_verbs_of_posts(told: Told, text: str, title: str) -> None:
    assert title in titles(told(text, upto="roles"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The mayor left.",
        "Mr. Pedro Rojas left.",
        "Pedro Rojas never became mayor.",
        "Pedro Rojas was seen by the mayor.",
        "Pedro Rojas is not mayor.",
        "Pedro Rojas was the mayor's brother.",
        "Pedro Rojas was elected by farmers.",
        "Pedro Rojas was silent about the president.",
        "Pedro Rojas met the mayor, a farmer.",
        "The mayor appointed Pedro Rojas.",
    ],
)
def test_nobody_s_post(told: Told, text: str) -> None:
    assert titles(told(text, upto="roles")) == []


def test_a_post_of_three_words_is_not_cut(told: Told) -> None:
    assert titles(told("Marta Oliveira was secretary of state.", upto="roles")) == ["secretary of state"]


def test_a_word_of_the_clause_before_is_no_part_of_a_title(told: Told) -> None:
    text = "In his usual animated fashion President Marta Oliveira spoke."
    assert titles(told(text, upto="roles")) == ["President"]


def test_two_people_and_two_posts(told: Told) -> None:
    record = told("Water Minister Marta Oliveira met Police Chief Pedro Rojas.", upto="roles")
    held = {}
    for fact in record.of("role"):
        assert isinstance(fact.value, Role)
        holder = value(record, fact.value.person).value
        assert isinstance(holder, Person)
        held[holder.name] = fact.value.title
    assert held == {"Marta Oliveira": "Water Minister", "Pedro Rojas": "Police Chief"}


def test_former_in_one_place_is_former(told: Told) -> None:
    record = told("Mayor Marta Oliveira spoke. Oliveira, the former mayor, left.", upto="roles")
    assert [fact.value.state for fact in record.of("role") if isinstance(fact.value, Role)] == ["former"]


def test_a_rank_outlives_a_dismissal(told: Told) -> None:
    text = "Colonel Pedro Rojas was appointed mayor in 2014. He was dismissed in May 2015."
    record = told(text, upto="roles", published="2016-05-02")
    assert role(record, "colonel").state == "current"
    assert role(record, "mayor").state == "former"


def test_a_dismissal_of_another_ends_nothing(told: Told) -> None:
    text = "Mayor Marta Oliveira spoke. Mr. Pedro Rojas was dismissed."
    assert role(told(text, upto="roles"), "mayor").state == "current"


@pytest.mark.parametrize("text", ["Mayor Marta Oliveira dismissed him.", "Mayor Marta Oliveira dismissed them."])
def test_whoever_dismisses_stays(told: Told, text: str) -> None:
    assert role(told(text, upto="roles"), "mayor").state == "current"


def test_whoever_resigns_goes(told: Told) -> None:
    assert role(told("Mayor Marta Oliveira resigned.", upto="roles"), "mayor").state == "former"


@pytest.mark.parametrize(
    ("text", "title", "leader"),
    [
        ("Colonel Pedro Rojas commands the northern garrison.", "commander", "Pedro Rojas"),
        ("The rebel group was founded by Colonel Pedro Rojas.", "founder", "Pedro Rojas"),
        ("Colonel Pedro Rojas leads the rebels.", "leader", "Pedro Rojas"),
    ],
)
def test_leaders(told: Told, text: str, title: str, leader: str) -> None:
    record = told(text, upto="roles")
    found = role(record, title)
    holder = value(record, found.person).value
    assert isinstance(holder, Person) and holder.name == leader
    assert isinstance(value(record, found.organisation).value, Organisation)


@pytest.mark.parametrize("text", ["Colonel Pedro Rojas leads a quiet life.", "He leads the rebels.", "It led to war."])
def test_no_leader(told: Told, text: str) -> None:
    assert "leader" not in titles(told(text, upto="roles"))


def test_capitals_copy(told: Told) -> None:
    assert titles(told("FORMER WATER MINISTER MARTA OLIVEIRA LEFT LIMA.", upto="roles"))[0].lower() == "water minister"


PIECES = [
    "Former",
    "Mayor",
    "Marta",
    "Oliveira",
    ",",
    "the",
    "mayor",
    "was",
    "appointed",
    "dismissed",
    "he",
    "in",
    "2014",
    "of",
    "Norway",
    ".",
    "is",
    "head",
    "led",
    "by",
]


@given(st.lists(st.sampled_from(PIECES)))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_at_all(told: Told, pieces: list[str]) -> None:
    record = told(" ".join(pieces), upto="roles", published="2016-05-02")
    assert not [finding for finding in record.findings if finding.severity == "error"]
    for fact in record.of("role"):
        assert isinstance(fact.value, Role)
        assert isinstance(value(record, fact.value.person).value, Person)
        assert fact.value.title.lower() in {record.words(span).lower() for span in fact.spans} | {"head", "leader"}
