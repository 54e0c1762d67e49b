"""Who is who in a story: which names, posts and phrases are joined to one person, and which must not be."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.values import Mention, Person, Span


def values(record: Record) -> list[Person]:
    return [fact.value for fact in record.of("person") if isinstance(fact.value, Person)]


def names(record: Record) -> dict[str, list[str]]:
    """Each person with the names that mean them."""
    return {
        v.name: [record.words(Span(m.start, m.end)) for m in v.mentions if m.form == "name"] for v in values(record)
    }


def nominals(record: Record, name: str) -> list[str]:
    value = next(value for value in values(record) if value.name == name)
    return [record.words(Span(m.start, m.end)) for m in value.mentions if m.form == "nominal"]


def rules(record: Record, name: str) -> list[str]:
    value = next(value for value in values(record) if value.name == name)
    return [mention.rule for mention in sorted(value.mentions, key=_start)]


def _start(mention: Mention) -> int:
    return mention.start


# By name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Ana Lund spoke. Minister Lund left. Lund slept.", ["Ana Lund", "Lund", "Lund"]),
        ("Minister Ana Lund spoke. Dr. Lund left.", ["Ana Lund", "Lund"]),
        ("Minister Ana Lund spoke. Ms. Lund left.", ["Ana Lund", "Lund"]),
        ("Minister Lund spoke. Ana Lund was tired.", ["Lund", "Ana Lund"]),
        ("Mr. Brek spoke. Ivan Brek was tired. Brek left.", ["Brek", "Ivan Brek", "Brek"]),
        ("Minister Ana Lund's plan failed. Lund's friends left.", ["Ana Lund", "Lund"]),
        ("Minister Ana Lund spoke. ANA LUND left.", ["Ana Lund", "ANA LUND"]),
        ("Minister Omar el-Brek spoke. El-Brek left. Brek slept.", ["Omar el-Brek", "El-Brek", "Brek"]),
        ("Judge Ana Lund-Brek spoke. Brek left.", ["Ana Lund-Brek", "Brek"]),
        ("Judge Pedro Brek Lund spoke. Brek Lund left. Brek slept.", ["Pedro Brek Lund", "Brek Lund", "Brek"]),
        ("Senator Bill Brek spoke. William Brek left.", ["Bill Brek", "William Brek"]),
        ("Senator A. J. Brek spoke. Brek left.", ["A. J. Brek", "Brek"]),
        ("Minister Kwon Tae-min spoke. Kwon left. Kwon Tae-min slept.", ["Kwon Tae-min", "Kwon", "Kwon Tae-min"]),
        ("Archbishop Ivan Brek spoke. Archbishop Brek left.", ["Ivan Brek", "Brek"]),
        ("Senator Ivan Brek III spoke. Brek left.", ["Ivan Brek III", "Brek"]),
        ("Ivan Brek met the press. Ivan was tired.", ["Ivan Brek", "Ivan"]),
    ],
)
def test_one_person_by_name(told: Told, text: str, expected: list[str]) -> None:
    assert list(names(told(text, upto="people")).values()) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Lund spoke. Minister Ole Lund left.",
        "Minister Ana Lund spoke. Minister Ana Brek left.",
        "Senator Joe Brek spoke. Senator Jane Brek left.",
        "Mr. Karl Brek spoke. Mrs. Karla Brek left.",
        "Judge Marta Lund spoke. Mr. Lund left.",
        "Senator A. Brek spoke. Senator B. Brek left.",
        "Senator Ivan Brek Jr. spoke. Senator Ivan Brek Sr. left.",
        "Minister Ivan Petrin spoke. Minister Olga Petrina left.",
        "Minister Lien Wei-han spoke. Minister Lien Mei-lin left.",
        "Minister Ana Lund spoke. Minister Lund Ana left.",
        "Minister Ivan Berg spoke. Minister Ivan Bergman left.",
        "Colonel Ivan Brek met his son, Pavel Brek.",
        "General Ivan Brek spoke. Corporal Pavel Brek left.",
    ],
)
def test_two_people_by_name(told: Told, text: str) -> None:
    record = told(text, upto="people")
    assert len([value for value in values(record) if any(m.form == "name" for m in value.mentions)]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The Lund Bank said so.",
        "Lund is a town in Sweden.",
        "They live in Berg.",
        "The Brek virus spread.",
        "The Ana Lund Foundation said so.",
        "The Ana Lund Prize was given to nobody.",
        "The mayor left.",
        "Nobody came on Monday.",
        "The Breks left Oslo.",
        "Farmers marched in Oslo.",
        "The Norwegians left Oslo.",
    ],
)
def test_nobody_by_name(told: Told, text: str) -> None:
    assert names(told(text, upto="people")) == {}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Minister Ana Lund spoke. Lund left.", "Ana Lund", ["name", "surname"]),
        ("Minister Ana Lund spoke. Ana left.", "Ana Lund", ["name", "part of the name"]),
        ("Minister Ana Lund spoke. Ana Lund left.", "Ana Lund", ["name", "name"]),
        ("Minister Ana Maria Lund spoke. Ana Lund left.", "Ana Maria Lund", ["name", "middle name"]),
        ("Minister Ana Maria Lund spoke. Maria Lund left.", "Ana Maria Lund", ["name", "surname"]),
        ("Senator John Karl Lund spoke. J. K. Lund left.", "John Karl Lund", ["name", "initials"]),
        ("Senator Joe Brek spoke. Joseph Brek left.", "Joe Brek", ["name", "short given name"]),
        ("General Pedro Rojas, dubbed Condor, fled.", "Pedro Rojas", ["name", "alias"]),
        ("Minister Sergei Lavrin left. Minister Sergey Lavrin came.", "Sergei Lavrin", ["name", "spelling variant"]),
        ("Ana Lund, a farmer, left.", "Ana Lund", ["name", "apposition"]),
        ("President Ana Lund spoke. The president left.", "Ana Lund", ["name", "title"]),
    ],
)
def test_every_link_keeps_its_rule(told: Told, text: str, name: str, expected: list[str]) -> None:
    assert rules(told(text, upto="people"), name) == expected


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Minister Ana Lund met Minister Ole Brek. Lund spoke of Brek. Brek spoke of Lund.",
            {"Ana Lund": ["Ana Lund", "Lund", "Lund"], "Ole Brek": ["Ole Brek", "Brek", "Brek"]},
        ),
        (
            "Mr. Ole Lund met Mrs. Ana Lund. Mr. Lund left. Mrs. Lund slept.",
            {"Ole Lund": ["Ole Lund", "Lund"], "Ana Lund": ["Ana Lund", "Lund"]},
        ),
        (
            "Judge Ana Lund met Senator Ole Lund. Judge Lund left. Senator Lund slept.",
            {"Ana Lund": ["Ana Lund", "Lund"], "Ole Lund": ["Ole Lund", "Lund"]},
        ),
        (
            "Ana Lund met Ole Lund. Ana spoke and Ole slept.",
            {"Ana Lund": ["Ana Lund", "Ana"], "Ole Lund": ["Ole Lund", "Ole"]},
        ),
    ],
)
def test_two_people_each_with_their_names(told: Told, text: str, people: dict[str, list[str]]) -> None:
    assert names(told(text, upto="people")) == people


def test_the_fullest_name_is_the_persons(told: Told) -> None:
    text = "Lund left. Mrs. Lund said so. Ana Lund was tired. Ana Maria Lund slept."
    assert list(names(told(text, upto="people"))) == ["Ana Maria Lund"]


def test_a_body_named_after_somebody_is_nobody(told: Told) -> None:
    record = told("Minister Ana Lund spoke. The Lund Foundation denied it.", upto="people")
    assert names(record) == {"Ana Lund": ["Ana Lund"]}


def test_people_in_the_order_of_the_text(told: Told) -> None:
    record = told("Ole Berg met Ana Lund and Ivan Brek. Lund and Berg left.", upto="people")
    assert list(names(record)) == ["Ole Berg", "Ana Lund", "Ivan Brek"]


def test_no_words_are_two_peoples(told: Told) -> None:
    text = "Minister Ana Lund met Mr. Ole Lund, a farmer. Lund, the minister, left. The farmer slept. She was tired."
    record = told(text, upto="people")
    spans = [(m.start, m.end) for value in values(record) for m in value.mentions]
    assert len(spans) == len(set(spans))


# By post


@pytest.mark.parametrize(
    ("text", "name", "phrases"),
    [
        ("Mayor Ana Lund spoke. The mayor left. The mayor slept.", "Ana Lund", ["The mayor", "The mayor"]),
        ("Ana Lund, the mayor, spoke. The mayor left.", "Ana Lund", ["the mayor", "The mayor"]),
        ("Judge Ana Lund spoke. They praised the judge.", "Ana Lund", ["the judge"]),
        ("Norway's President Ana Lund spoke. Norway's president left.", "Ana Lund", ["Norway's president"]),
        ("Norwegian President Ana Lund spoke. The Norwegian president left.", "Ana Lund", ["The Norwegian president"]),
        ("Lt. Gen. Ole Brek spoke. The lieutenant general left.", "Ole Brek", ["The lieutenant general"]),
        ("Water Minister Ana Lund spoke. The water minister left.", "Ana Lund", ["The water minister"]),
        ("Archbishop Ole Brek spoke. The archbishop left.", "Ole Brek", ["The archbishop"]),
    ],
)
def test_a_post_taken_up(told: Told, text: str, name: str, phrases: list[str]) -> None:
    assert nominals(told(text, upto="people"), name) == phrases


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ana Lund spoke. A mayor left.", "Ana Lund"),
        ("Mayor Ana Lund spoke. Every mayor left.", "Ana Lund"),
        ("Mayor Ana Lund spoke. The mayors left.", "Ana Lund"),
        ("Mayor Ana Lund spoke. The deputy mayor left.", "Ana Lund"),
        ("Mayor Ana Lund spoke. The former mayor left.", "Ana Lund"),
        ("Former Mayor Ana Lund spoke. The mayor left.", "Ana Lund"),
        ("Mayor Ana Lund spoke. The mayor's office was closed.", "Ole Berg"),
        ("Mayor Ana Lund met Mayor Ole Brek. The mayor left.", "Ana Lund"),
        ("Mayor Ana Lund met Mayor Ole Brek. The mayor left.", "Ole Brek"),
        ("Norwegian President Ana Lund spoke. The Swedish president left.", "Ana Lund"),
        ("Water Minister Ana Lund spoke. The trade minister left.", "Ana Lund"),
        ("Mayor Ana Lund spoke. Ole Brek wants to be mayor.", "Ana Lund"),
        ("Mayor Ana Lund spoke. Ole Brek ran for mayor.", "Ana Lund"),
        ("Judge Ana Lund spoke. The mayor left.", "Ana Lund"),
        ("Mayor Ana Lund spoke. Mayor Ole Brek left.", "Ana Lund"),
        ("Mayor Ana Lund spoke. The mayor of Bergen, Ole Brek, left.", "Ana Lund"),
    ],
)
def test_a_post_that_is_not_hers(told: Told, text: str, name: str) -> None:
    record = told(text, upto="people")
    assert name not in names(record) or nominals(record, name) == []


@pytest.mark.parametrize(
    ("text", "names_of_posts"),
    [
        ("The Norwegian ambassador left.", ["ambassador"]),
        ("Norway's ambassador met Sweden's ambassador.", ["ambassador", "ambassador"]),
        ("The Norwegian ambassador met the Norwegian consul.", ["ambassador", "consul"]),
        ("The Norwegian minister left. The Norwegian deputy minister slept.", ["minister", "deputy minister"]),
        ("The ambassador left.", []),
        ("Norwegian ambassadors left.", []),
        ("He wants to be Norwegian ambassador.", []),
    ],
)
def test_posts_of_a_country_without_a_name(told: Told, text: str, names_of_posts: list[str]) -> None:
    assert [value.name for value in values(told(text, upto="people"))] == names_of_posts


def test_a_post_without_a_name_is_less_sure(told: Told) -> None:
    for fact in told("The Norwegian ambassador left.", upto="people").of("person"):
        assert fact.confidence <= 0.7 and fact.reason == "no name is given, only the post"


# Beside the name


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Ana Lund, a retired teacher, left.", ["a retired teacher"]),
        ("Ana Lund, the bank's lawyer, left.", ["the bank's lawyer"]),
        ("Ana Lund, 52, a miner, left.", ["a miner"]),
        ("The witness, Ana Lund, left.", ["The witness"]),
        ("A farmer, Ana Lund, left.", ["A farmer"]),
        ("Ana Lund, one of the farmers, left.", []),
        ("Ana Lund, in Oslo, left.", []),
        ("Ana Lund, however, left.", []),
        ("Ana Lund and a farmer left.", []),
        ("Ana Lund, who met a farmer, left.", []),
        ("A farmer met Ana Lund.", []),
        ("The farmers, Ana Lund and Ole Brek, left.", []),
    ],
)
def test_phrases_beside_a_name(told: Told, text: str, phrases: list[str]) -> None:
    assert nominals(told(text, upto="people"), "Ana Lund") == phrases


# Whom a phrase beside a name holds


@pytest.mark.parametrize(
    ("text", "name", "phrases"),
    [
        ("Ole Berg, a carpenter by trade, and his sister, Ana Berg, left.", "Ole Berg", ["a carpenter by trade"]),
        ("Ole Berg, a carpenter and poet, left.", "Ole Berg", ["a carpenter and poet"]),
        ("Ole Berg, a friend of Ana Lund and Ivan Moss, left.", "Ole Berg", ["a friend of Ana Lund and Ivan Moss"]),
    ],
)
def test_a_phrase_ends_before_somebody_else(told: Told, text: str, name: str, phrases: list[str]) -> None:
    assert nominals(told(text, upto="people"), name) == phrases


@pytest.mark.parametrize("kin", ["brother", "father", "uncle", "cousin"])
def test_kin_beside_a_name_without_the_encoder(ruled: Told, kin: str) -> None:
    assert nominals(ruled(f"His {kin}, Ivan Lund, left.", upto="people"), "Ivan Lund") == [f"His {kin}"]


def test_a_former_holder_of_a_land_is_somebody_else(told: Told) -> None:
    record = told("The Norwegian ambassador left. The former Norwegian ambassador slept.", upto="people")
    assert len(values(record)) == 2
