"""Nouns that mean somebody named, posts that may, second names, families, doubts, and the countries of a story."""

import pytest

from conftest import Told, article_of
from dateline.annotated import Annotation
from dateline.annotation.annotate import annotate
from dateline.record import Record
from dateline.understanding.identity.aliases import aliases, second_names
from dateline.understanding.identity.coreference import antecedents
from dateline.understanding.identity.countries import country_before, main_country, name_behind, qualifies
from dateline.understanding.identity.people.by_name import in_full, people_by_name
from dateline.understanding.identity.people.by_post import may_be
from dateline.understanding.identity.people.certainty import LONE, certainty, is_somebody
from dateline.understanding.identity.people.mended_names import mended_names
from dateline.understanding.identity.settled import head_of
from dateline.understanding.identity.titles import title_ending
from dateline.values import Mention, Organisation, Person, Span


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)]))


def words(record: Record, kind: str, name: str) -> list[str]:
    for fact in record.of(kind):
        if isinstance(fact.value, Person | Organisation) and fact.value.name == name:
            return [record.text[m.start : m.end] for m in fact.value.mentions]
    return []


def span_of(text: str, phrase: str) -> Span:
    at = text.rindex(phrase)
    return Span(at, at + len(phrase))


# Nouns that somebody named is told by


@pytest.mark.parametrize(
    ("text", "phrase", "head"),
    [
        ("The old mayor of Bergen left.", "The old mayor of Bergen", "mayor"),
        ("Ana Lund left.", "Ana Lund", "Lund"),
        ("The Fjord Bank of Bergen left.", "The Fjord Bank of Bergen", "Bank"),
        ("They left.", "They", "They"),
    ],
)
def test_the_head_of_a_mention(text: str, phrase: str, head: str) -> None:
    span = span_of(text, phrase)
    found = head_of(parsed(text), Mention(start=span.start, end=span.end))
    assert found is not None and found.text == head


def test_no_words_have_no_head() -> None:
    assert head_of(parsed("Ana Lund left."), Mention(start=0, end=0)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orlek Airways cancelled its flights. The airline gave no reason.", "Orlek Airways"),
        ("The Fjord Bank failed. The bank had lent too much.", "Fjord Bank"),
    ],
)
def test_a_body_told_by_its_noun_is_no_group(told: Told, text: str, name: str) -> None:
    record = told(text, upto="organisations")
    (noun,) = {"airline", "bank"} & set(text.replace(".", "").lower().split())
    named = [f.value.name for f in record.of("organisation") if isinstance(f.value, Organisation)]
    assert name in named and noun not in named
    assert f"The {noun}" in words(record, "organisation", name)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Orlek Airways cancelled its flights. Another airline flew.", "airline"),
        ("Orlek Airways cancelled its flights. The pilots slept.", "pilots"),
        ("The Fjord Bank failed. The soldiers left.", "soldiers"),
    ],
)
def test_other_groups_stay(told: Told, text: str, group: str) -> None:
    record = told(text, upto="organisations")
    names = {f.value.name for f in record.of("organisation") if isinstance(f.value, Organisation)}
    assert group in names or group == "airline"
    assert not any(
        group in phrase for name in names if name[0] in "OF" for phrase in words(record, "organisation", name)
    )


@pytest.mark.parametrize(
    "text", ["Ana Lund fled. The suspect was caught.", "Ana Lund, a farmer, fled. The farmer was caught."]
)
def test_a_person_told_by_a_noun_is_no_group(told: Told, text: str) -> None:
    record = told(text, upto="people")
    groups = [f.value.name for f in record.of("organisation") if isinstance(f.value, Organisation)]
    assert groups == []


# Posts that may be somebody's


@pytest.mark.parametrize(
    ("text", "phrase", "possible"),
    [
        ("Mayor Ana Lund spoke. The mayor left.", "The mayor", True),
        ("Mayor Ana Lund spoke. The woman left.", "The woman", True),
        ("Mayor Ana Lund spoke. The judge left.", "The judge", True),
        ("Former Mayor Ana Lund spoke. The mayor left.", "The mayor", False),
        ("Mayor Ana Lund spoke. The former mayor left.", "The former mayor", False),
        ("Deputy Mayor Ana Lund spoke. The mayor left.", "The mayor", False),
        ("Ana Lund spoke. Mayor Ole Berg came. The mayor left.", "The mayor", False),
        ("Mayor Ana Lund spoke. Mayor Ole Berg came. The mayor left.", "The mayor", False),
        ("Mayor Ole Berg came. Mayor Ana Lund spoke. The mayor left.", "The mayor", True),
    ],
)
def test_whom_a_post_may_mean(text: str, phrase: str, possible: bool) -> None:
    annotation = parsed(text)
    chains = people_by_name(annotation)
    chain = next(chain for chain in chains if chain.name == "Ana Lund")
    assert may_be(annotation, chains, chain, span_of(text, phrase)) is possible


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The Lt. Gen. left.", "Gen.", ("lieutenant", "general")),
        ("The general left.", "general", ("general",)),
        ("The prime minister left.", "minister", ("prime", "minister")),
    ],
)
def test_a_title_in_full(text: str, head: str, expected: tuple[str, ...]) -> None:
    annotation = parsed(text)
    title = title_ending(annotation, next(token for token in annotation.tokens if token.text == head))
    assert title is not None and in_full(annotation, title) == expected


# How sure a person is


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Mayor Lund left.", True),
        ("Mr. Lund left.", True),
        ("Ana left.", True),
        ("Ana Lund left.", True),
        ("Yesterday Brekov met Lundov in Oslo.", False),
    ],
)
def test_a_lone_word_is_less_sure(text: str, sure: bool) -> None:
    annotation = parsed(text)
    for chain in people_by_name(annotation):
        confidence, reason = certainty(annotation, chain)
        assert (confidence == 1.0) is sure
        assert confidence in (1.0, LONE) and (reason is None) is sure


def test_a_word_written_small_elsewhere_is_nobody() -> None:
    annotation = parsed("Yesterday Brekov met Lundov in Oslo.")
    for chain in people_by_name(annotation):
        assert is_somebody(annotation, chain, frozenset())
        assert not is_somebody(annotation, chain, frozenset({chain.name.casefold()}))


def test_whoever_has_a_title_is_somebody_whatever_the_word() -> None:
    annotation = parsed("Mayor Stone threw a stone.")
    (chain,) = people_by_name(annotation)
    assert is_somebody(annotation, chain, frozenset({"stone"}))


# Second names


@pytest.mark.parametrize(
    ("told_as", "alias"),
    [
        (", better known by the alias Badger,", "Badger"),
        (", known to friends as Badger,", "Badger"),
        (", nicknamed “the old badger”,", "old badger"),
        (' ("The Badger")', "Badger"),
        (", 47, dubbed Badger,", "Badger"),
        (", who is better known as Badger,", "Badger"),
        (", whose real name was Olga Brek,", "Olga Brek"),
    ],
)
def test_how_a_second_name_is_told(told_as: str, alias: str) -> None:
    annotation = parsed(f"Captain Ana Lund{told_as} fled.")
    assert [second.name.text for second in second_names(annotation)] == [alias]


@pytest.mark.parametrize(
    "text",
    [
        "Captain Ana Lund, known for her songs, fled.",
        "Captain Ana Lund, known to be ill, fled.",
        "Captain Ana Lund, born in May, fled.",
        "Captain Ana Lund was called to Oslo.",
        "Captain Ana Lund was dubbed a fool.",
        "Captain Ana Lund fled. Known as Badger is her son.",
        'Captain Ana Lund said "Badger" and fled.',
        "Captain Ana Lund, never known as Badger, fled.",
        "Captain Ana Lund, unknown as Badger, fled.",
    ],
)
def test_what_tells_no_second_name(text: str) -> None:
    assert second_names(parsed(text)) == []


def test_an_alias_is_found_by_its_owners_first_token() -> None:
    annotation = parsed("Captain Ana Lund, dubbed Badger, met Judge Ole Berg, dubbed Fox.")
    found = {annotation.tokens[first].text: alias.text for first, alias in aliases(annotation).items()}
    assert found == {"Ana": "Badger", "Ole": "Fox"}


@pytest.mark.parametrize(
    ("text", "used"),
    [("Captain Ana Lund, dubbed Badger, fled.", True), ("Captain Ana Lund, née Berg, fled.", False)],
)
def test_a_name_of_birth_is_borne_no_longer(text: str, used: bool) -> None:
    (second,) = second_names(parsed(text))
    assert second.used is used


def test_an_alias_of_one_is_no_alias_of_another(told: Told) -> None:
    text = "Captain Ana Lund, dubbed Badger, met Captain Eva Brek. Badger left."
    record = told(text, upto="people")
    assert words(record, "person", "Ana Lund") == ["Ana Lund", "Badger", "Badger"]
    assert words(record, "person", "Eva Brek") == ["Eva Brek"]


# Countries


@pytest.mark.parametrize(
    ("text", "noun", "country"),
    [
        ("Chile's fleet left.", "fleet", "CHL"),
        ("The Chilean fleet left.", "fleet", "CHL"),
        ("A Chilean-led fleet left.", "led", "CHL"),
        ("They left Chile. Fleets slept.", "Fleets", None),
        ("Ana's fleet left.", "fleet", None),
        ("Santiago's fleet left.", "fleet", None),
    ],
)
def test_the_country_before(text: str, noun: str, country: str | None) -> None:
    annotation = parsed(text)
    assert country_before(annotation, next(t.i for t in annotation.tokens if t.text == noun)) == country


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("The fleet of Chile left.", "fleet", "Chile"),
        ("The fleet near Bergen left.", "fleet", "Bergen"),
        ("The fleet of the Netherlands left.", "fleet", "Netherlands"),
        ("The fleet against Chile left.", "fleet", None),
        ("The fleet left. In Chile it rained.", "left", None),
        ("The fleet of old left.", "fleet", None),
    ],
)
def test_the_name_behind(text: str, noun: str, name: str | None) -> None:
    annotation = parsed(text)
    found = name_behind(annotation, next(t.i for t in annotation.tokens if t.text == noun) + 1)
    assert (found.text.removeprefix("the ") if found else None) == name


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Chile's fleet left.", "Chile", True),
        ("The Bergen police left.", "Bergen", True),
        ("In Bergen police left.", "Bergen", False),
        ("They left Bergen.", "Bergen", False),
    ],
)
def test_a_name_that_qualifies(text: str, name: str, expected: bool) -> None:
    annotation = parsed(text)
    assert qualifies(annotation, next(each for each in annotation.names if each.text == name)) is expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Chile waits. Chilean farmers wait.", None),
        ("Norway waits. Chile waits. Norway sleeps.", "NOR"),
        ("Norwegian farmers wait in Bergen.", "NOR"),
        ("Chile, Peru, Japan, Kenya and Norway wait.", None),
    ],
)
def test_the_country_that_a_story_is_about(told: Told, text: str, country: str | None) -> None:
    line = "OSLO (Fjord News) -"
    assert main_country(told(f"{line}\n{text}", upto="places", dateline=line)) == country


def test_a_name_made_whole_is_given_once() -> None:
    names = mended_names(parsed('Police found Ana "Fox" Lund in Oslo.'))
    assert [name.text for name in names] == ["Ana Lund", "Oslo"]


@pytest.mark.parametrize("text", ["Nobody in this town wanted it.", "Nobody in Oslo wanted it."])
def test_nobody_does_a_thing_to_the_place_that_he_is_in(text: str) -> None:
    annotation = parsed(text)
    (pronoun,) = [token for token in annotation.tokens if token.lower == "it"]
    assert pronoun.i not in antecedents(annotation)
