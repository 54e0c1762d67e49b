"""The single functions behind careers: titles set off from a name, voices of verbs, one post out of several."""

import pytest
from msgspec.structs import replace

from conftest import Told, article_of
from dateline.annotated import Annotation, NameMention, Token
from dateline.annotation.annotate import annotate
from dateline.languages.titles import State
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.careers.fronted import titles_in_front
from dateline.understanding.careers.merging import key_of, merged, role
from dateline.understanding.careers.posts import Desk, Post, has_members, shared
from dateline.understanding.careers.standing import FUTURE, REAL, is_infinitive, standing
from dateline.understanding.careers.subjects import is_passive, object_of, subject_of
from dateline.understanding.careers.terms import is_ahead, is_stretch, term_of_clause
from dateline.understanding.careers.words import career_words
from dateline.understanding.identity.set_off import behind_comma, phrase_head
from dateline.values import Moment, Organisation, Person, Role, Span

WORDS = career_words("en")


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)], model=False))


def word(annotation: Annotation, text: str) -> Token:
    return next(token for token in annotation.tokens if token.text == text)


def first_person(text: str) -> tuple[Annotation, NameMention]:
    annotation = parsed(text)
    return annotation, next(name for name in annotation.names if name.label == "person")


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Greta Holm, a lawyer, left.", "a"),
        ("Greta Holm, 45, a lawyer, left.", "a"),
        ("Greta Holm (a lawyer) left.", "a"),
        ("Greta Holm (D-Ohio), a lawyer, left.", "a"),
        ("Greta Holm -- a lawyer -- left.", "a"),
        ("Greta Holm – a lawyer – left.", "a"),
        ("Greta Holm left.", None),
        ("Greta Holm and a lawyer left.", None),
        ("Greta Holm", None),
        ("Greta Holm.", None),
    ],
)
def test_what_stands_behind_the_comma(text: str, behind: str | None) -> None:
    annotation, name = first_person(text)
    at = behind_comma(annotation, name)
    assert (annotation.tokens[at].text if at is not None else None) == behind


@pytest.mark.parametrize(
    ("text", "begins", "head"),
    [
        ("Holm, a lawyer, left.", "a", "lawyer"),
        ("Holm, Norway's former water minister, left.", "Norway", "minister"),
        ("Holm, an outspoken 44-year-old lawyer from Vik, left.", "an", "lawyer"),
        ("Holm, a lawyer who won, left.", "a", "lawyer"),
        ("Holm, retired general, left.", "retired", "general"),
        ("Holm, appointed chief judge, left.", "appointed", None),
        ("Holm, who left, won.", "who", None),
        ("Holm, tired and cold, left.", "tired", None),
    ],
)
def test_the_head_of_a_phrase_set_off(text: str, begins: str, head: str | None) -> None:
    annotation = parsed(text)
    found = phrase_head(annotation, word(annotation, begins).i)
    assert (found.text if found else None) == head


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The firm's director, Greta Holm, left.", ["director"]),
        ("A former teacher, Greta Holm left.", ["teacher"]),
        ("The club's coach, Mr. Olav Brandt, left.", ["coach"]),
        ("Greta Holm, a nurse, left.", []),
        ("The mayor, Greta Holm and Olav Brandt left.", []),
        ("The mayors, Greta Holm and Olav Brandt, left.", []),
        ("According to the mayor, Greta Holm left.", []),
        ("The teacher left, Greta Holm stayed.", []),
        ("On Monday, Greta Holm left.", []),
    ],
)
def test_titles_in_front_of_a_name(text: str, titles: list[str]) -> None:
    assert [title.text for title in titles_in_front(*first_person(text))] == titles


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("Holm was appointed judge.", "appointed", True),
        ("Holm, appointed judge in 1994, left.", "appointed", True),
        ("Holm was promoted and appointed judge.", "appointed", True),
        ("The king appointed Holm judge.", "appointed", False),
        ("Holm has appointed a judge.", "appointed", False),
        ("Holm will appoint a judge.", "appoint", False),
    ],
)
def test_voice(text: str, verb: str, passive: bool) -> None:
    annotation = parsed(text)
    assert is_passive(annotation, word(annotation, verb)) is passive


def desk_of(told: Told, text: str) -> Desk:
    return Desk(told(text, upto="people", published="2016-05-02"))


def name_of(fact: Fact | None) -> str | None:
    return fact.value.name if fact is not None and isinstance(fact.value, Person | Organisation) else None


@pytest.mark.parametrize(
    ("text", "verb", "subject", "thing"),
    [
        ("Greta Holm hired Olav Brandt.", "hired", "Greta Holm", "Olav Brandt"),
        ("Greta Holm was hired.", "hired", "Greta Holm", None),
        ("Greta Holm came and left.", "left", "Greta Holm", None),
        ("Greta Holm wants to leave.", "leave", "Greta Holm", None),
        ("Greta Holm woke before leaving.", "leaving", "Greta Holm", None),
        ("Greta Holm helped Olav Brandt become mayor.", "become", "Olav Brandt", None),
        ("Greta Holm, who left, slept.", "left", "Greta Holm", None),
        ("Greta Holm woke. Hired in 2014, she left.", "left", "Greta Holm", None),
        ("In 2015 Greta Holm was hired.", "hired", "Greta Holm", None),
        ("The boat sank. Greta Holm slept.", "sank", None, None),
        ("Greta Holm sold the boat.", "sold", "Greta Holm", None),
    ],
)
def test_whom_a_verb_is_about(told: Told, text: str, verb: str, subject: str | None, thing: str | None) -> None:
    desk = desk_of(told, text)
    token = word(desk.annotation, verb)
    assert name_of(subject_of(desk, token)) == subject
    assert name_of(object_of(desk, token)) == thing


@pytest.mark.parametrize(
    ("text", "verb", "state"),
    [
        ("Greta Holm became mayor.", "became", "current"),
        ("Greta Holm will become mayor.", "become", "future"),
        ("Greta Holm is no longer mayor.", "is", "former"),
        ("Greta Holm went on to become mayor.", "become", "current"),
        ("Greta Holm is expected to become mayor.", "become", "future"),
        ("Greta Holm did not become mayor.", "become", None),
        ("Greta Holm might become mayor.", "become", None),
        ("Greta Holm wants to become mayor.", "become", None),
        ("Greta Holm hopes not to become mayor.", "become", None),
        ("If Greta Holm became mayor, it would rain.", "became", None),
        ("Did Greta Holm become mayor?", "become", None),
    ],
)
def test_how_a_clause_is_told(told: Told, text: str, verb: str, state: str | None) -> None:
    desk = desk_of(told, text)
    found = standing(desk, word(desk.annotation, verb))
    assert (found.state if found else None) == state
    assert REAL.less < FUTURE.less


@pytest.mark.parametrize(("text", "infinitive"), [("Holm wants to leave.", True), ("Holm will leave.", False)])
def test_infinitives(told: Told, text: str, infinitive: bool) -> None:
    desk = desk_of(told, text)
    assert is_infinitive(desk, word(desk.annotation, "leave")) is infinitive


@pytest.mark.parametrize(
    ("text", "verb", "term"),
    [
        ("Greta Holm was mayor since 2009.", "was", ("2009", None, None)),
        ("Greta Holm was mayor until 2009.", "was", (None, "2009", None)),
        ("Greta Holm was mayor in 2009.", "was", (None, None, "2009")),
        ("Greta Holm was mayor from 1994 to 2001.", "was", (None, None, "1994/2001")),
        ("In 2009 Greta Holm woke and left.", "left", (None, None, "2009")),
        ("Greta Holm woke and left in 2009.", "woke", (None, None, None)),
        ("Greta Holm left for two years.", "left", (None, None, None)),
    ],
)
def test_terms(told: Told, text: str, verb: str, term: tuple[str | None, ...]) -> None:
    desk = desk_of(told, text)
    found = term_of_clause(desk, word(desk.annotation, verb))
    facts = (found.since, found.until, found.at)
    assert tuple(f.value.timex if f and isinstance(f.value, Moment) else None for f in facts) == term


@pytest.mark.parametrize(
    ("text", "stretch", "ahead"),
    [
        ("Holm left in 2009.", False, False),
        ("Holm ruled from 1994 to 2001.", True, False),
        ("Holm ruled in the 1990s.", True, False),
        ("Holm will leave in 2019.", False, True),
        ("Holm left on Monday.", False, False),
    ],
)
def test_stretches_and_what_lies_ahead(told: Told, text: str, stretch: bool, ahead: bool) -> None:
    desk = desk_of(told, text)
    times = [time.fact for listed in desk.times.values() for time in listed]
    assert [is_stretch(fact) for fact in times] == [stretch]
    assert [is_ahead(desk, fact) for fact in times] == [ahead]
    assert not is_stretch(None) and not is_ahead(desk, None)


RECORD = Record(article_of("Greta Holm met Olav Brandt of Torvik and Brek. She was a mayor and a judge."))
HOLM, BRANDT = (
    RECORD.fact(Person(name=name), Span(at, at + len(name))) for name, at in (("Greta Holm", 0), ("Olav Brandt", 15))
)
TORVIK, BREK = (
    RECORD.fact(Organisation(name=name), Span(at, at + len(name))) for name, at in (("Torvik", 30), ("Brek", 41))
)


def post(title: str, at: int = 0, state: State = "current", rank: bool = False, body: Fact | None = None) -> Post:
    return Post(person=HOLM, title=title, span=Span(at, at + 3), state=state, rank=rank, organisation=body)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minister of Trade", "trade minister"),
        ("Gen.", "General"),
        ("Lt. Gen.", "lieutenant general"),
        ("vice-president", "Vice President"),
        ("Secretary for Ports", "ports secretary"),
        ("head of the bank", "bank head"),
    ],
)
def test_one_post_in_two_orders_of_words(one: str, other: str) -> None:
    assert key_of(post(one), WORDS) == key_of(post(other), WORDS)


@pytest.mark.parametrize(
    ("one", "other", "posts"),
    [
        (post("mayor"), post("Mayor", 9), 1),
        (post("leader"), post("rebel leader", 9), 1),
        (post("rebel leader"), post("leader", 9), 1),
        (post("mayor"), post("deputy mayor", 9), 2),
        (post("president"), post("vice president", 9), 2),
        (post("general", rank=True), post("major general", 9, rank=True), 2),
        (post("leader"), post("rebel leader", 9, "former"), 2),
        (post("mayor"), post("mayor", 9, "former"), 1),
        (post("head", body=TORVIK), post("head", 9), 1),
        (post("head", body=TORVIK), post("head", 9, body=TORVIK), 1),
        (post("head", body=TORVIK), post("head", 9, body=BREK), 2),
        (post("mayor"), replace(post("mayor", 9), person=BRANDT), 2),
        (post("brother"), replace(post("brother", 9), relative=BRANDT), 2),
        (post("secretary"), post("secretary's aide", 9), 2),
        (post("mayor"), post("judge", 9), 2),
    ],
)
def test_which_posts_are_one(one: Post, other: Post, posts: int) -> None:
    assert len(list(merged([one, other], WORDS))) == posts
    assert next(merged([other, one], WORDS))[0] is one


def test_no_posts_make_no_facts() -> None:
    assert list(merged([], WORDS)) == []


def test_a_fact_has_the_fullest_title_and_the_surest_confidence() -> None:
    group = [post("leader", 3), replace(post("rebel leader", 9, body=TORVIK), confidence=0.6, acting=True)]
    fact = role(RECORD, group)
    assert isinstance(fact.value, Role)
    assert (fact.value.title, fact.value.organisation, fact.value.acting) == ("rebel leader", TORVIK.id, True)
    assert fact.confidence == 0.85
    assert fact.spans == (Span(3, 6), Span(9, 12))


@pytest.mark.parametrize(
    ("states", "state"),
    [
        (("current",), "current"),
        (("current", "former"), "former"),
        (("former", "current"), "former"),
        (("future", "current"), "future"),
        (("future",), "future"),
    ],
)
def test_the_state_of_several(states: tuple[State, ...], state: str) -> None:
    value = role(RECORD, [post("mayor", at, told) for at, told in enumerate(states)]).value
    assert isinstance(value, Role) and value.state == state


def test_two_posts_share_the_body_of_the_second() -> None:
    bare, held = post("president"), post("founder", 9, body=TORVIK)
    assert shared(bare, held).organisation == TORVIK
    assert shared(post("president", body=BREK), held).organisation == BREK
    assert shared(held, bare) == held


@pytest.mark.parametrize(("text", "members"), [("The Labour Party met Ana Lund.", True), ("The rebels left.", True)])
def test_bodies_have_members(told: Told, text: str, members: bool) -> None:
    bodies = told(text, upto="people").of("organisation")
    assert [has_members(body) for body in bodies] == [members]


def test_words_of_careers_do_not_contradict_each_other() -> None:
    assert WORDS.once.isdisjoint(WORDS.still)
    assert WORDS.expected.isdisjoint(WORDS.unreal)
    assert WORDS.since.isdisjoint(WORDS.until)
    assert set(WORDS.nouns.values()) == {"current", "former"}
    assert WORDS.member in WORDS.of_bodies
    assert all("lead" in WORDS.verbs[verb] for verb in WORDS.lead)
    assert career_words("en") is WORDS
