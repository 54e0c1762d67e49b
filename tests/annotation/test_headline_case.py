"""Headlines in title case with a sentence's letters, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Told, article_of
from dateline.annotation.acronyms import CaseWords
from dateline.annotation.gazetteer import gazetteer
from dateline.annotation.headline_case import Printed, headings, sentence_cased
from dateline.annotation.parser import READ_ROLES, Prepared, case_words
from dateline.model import BlockRole
from dateline.values import Event

COMMON = {"police", "kill", "kills", "robber", "in", "fire", "ferry", "dead", "dies", "at", "the", "of", "a", "may"}
COMMON |= {"wins", "water", "heron", "new", "court", "mayor", "press", "lake", "sues", "bridge", "marsh", "prime"}
RARE = {"heron", "marsh"}
VERBS = {"kills": ("kill",), "killed": ("kill",), "dies": ("die",), "wins": ("win",), "sues": ("sue",)}
WORDS = CaseWords(
    is_common=COMMON.__contains__,
    is_place={"new porto"}.__contains__,
    is_usual=(COMMON - RARE).__contains__,
    is_rare=RARE.__contains__,
    verbs=lambda word: VERBS.get(word, ()),
    is_listed_noun=RARE.__contains__,
    stops=frozenset({"in", "at", "the", "of", "a", "may"}),
    given=frozenset({"ilse", "otto"}),
    titles=frozenset({"mayor", "prime minister", "minister"}),
    determiners=frozenset({"a", "the"}),
    geographic=frozenset({"lake", "bridge"}),
    bodies=frozenset({"council", "court"}),
    body_adjectives=frozenset({"supreme"}),
    times=frozenset({"may", "monday"}),
)


def cased(text: str, *story: str, role: BlockRole = "headline") -> str:
    return sentence_cased(text, role, WORDS, Printed(story))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police Kill Robber in Orlena", "Police kill robber in Orlena"),
        ("Three Dead in Ferry Fire", "Three dead in ferry fire"),
        ("Ilse Brum Dies At 90", "Ilse Brum dies at 90"),
        ("Fire In The New Court", "Fire in the new court"),
        ("Brum's Robber Dies", "Brum's robber dies"),
        ("2 Dead in Ferry Fire", "2 dead in ferry fire"),
        ("Orlena: A Robber Dies", "Orlena: a robber dies"),
        ("Robber Kills OPQ Police", "Robber kills OPQ police"),
        ("Robber Kills McBrum", "Robber kills McBrum"),
        ("Fire in Orlena. Ferry Dies", "Fire in Orlena. Ferry dies"),
        ("Fire in St. Brum Court", "Fire in St. Brum Court"),
        ("Police Kill Robber A. Brum", "Police kill robber A. Brum"),
    ],
)
def test_words_are_small_and_names_large(text: str, expected: str) -> None:
    assert cased(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fire Kills Otto Marsh", "Fire kills Otto Marsh"),
        ("Otto Kills Robber", "Otto kills robber"),
        ("Ilse Otto Wins Court", "Ilse Otto wins court"),
        ("OTTO Heron Dies", "OTTO Heron dies"),
        ("Fire Kills Mayor Brum", "Fire kills Mayor Brum"),
        ("Fire Kills Mayor", "Fire kills mayor"),
        ("Fire Kills Prime Minister Brum", "Fire kills Prime Minister Brum"),
        ("Ferry Fire on Lake Brum Kills Mayor", "Ferry fire on Lake Brum kills mayor"),
        ("Police Kill Robber on Brum Bridge", "Police kill robber on Brum Bridge"),
        ("Police Kill Robber on Bridge", "Police kill robber on bridge"),
        ("Robber Sues Supreme Court", "Robber sues Supreme Court"),
        ("Robber Sues Orlena Council", "Robber sues Orlena Council"),
        ("Fire Kills Robber in New Porto", "Fire kills robber in New Porto"),
        ("Red Cross Sues Police", "Red Cross sues police"),
    ],
)
def test_what_makes_a_name_of_common_words(text: str, expected: str) -> None:
    assert cased(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orlena May Kill Robber", "Orlena may kill robber"),
        ("Robber Dies in May", "Robber dies in May"),
        ("Robber Dies on 3 May", "Robber dies on 3 May"),
        ("Robber Dies Monday", "Robber dies Monday"),
    ],
)
def test_months_that_are_verbs(text: str, expected: str) -> None:
    assert cased(text) == expected


@pytest.mark.parametrize(
    ("text", "story", "expected"),
    [
        ("Heron Dies, Marsh Wins", "A heron died by the marsh.", "Heron dies, marsh wins"),
        ("Heron Dies, Marsh Wins", "They saw Anna Marsh there.", "Heron dies, Marsh wins"),
        ("Ferry Kills Marsh", "It was Anna P. Marsh who left.", "Ferry kills Marsh"),
        ("Rebels Kill Falk", "They were killed.", "Rebels kill Falk"),
        ("Rebels Kill Falk", "They were dead.", "Rebels Kill Falk"),
        ("Robber Sues Water Press", "He said that Water Press had it.", "Robber sues Water Press"),
        ("Robber Sues Water Press", "He said that the water was cold.", "Robber sues water press"),
        ("Robber Sues Press", "He read it in Press on that day.", "Robber sues Press"),
        ("Robber Sues Press", "He read it in Press, but the press knew, all the press.", "Robber sues press"),
        ("Robber Sues Press", "Press was there.", "Robber sues press"),
        ("Robber Sues Press", "See http://orlena.example/of-Press for it.", "Robber sues press"),
    ],
)
def test_the_story_knows_better(text: str, story: str, expected: str) -> None:
    assert cased(text, story) == expected


def test_a_name_in_quotation_marks_stays_unless_the_story_has_its_words() -> None:
    assert cased("Brum's 'Dead Water' Wins") == "Brum's 'Dead Water' wins"
    assert cased("Police Kill 'Dead Robber'", "The robber is not dead.") == "Police kill 'dead robber'"
    assert cased("Robber: 'The Ferry Dies'", "A ferry sank.") == "Robber: 'The ferry dies'"


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brum, Otto Falk and Tilda Orne",
        "Orlena",
        "Orlena Press",
        "",
        "12.30",
        "...",
    ],
)
def test_a_headline_that_is_a_name_stays(text: str) -> None:
    assert cased(text) == text


def test_a_line_of_the_text_needs_a_clause_or_the_words_of_the_story() -> None:
    line = "Orlena Water Press Fire"
    assert cased(line, role="paragraph") == line
    assert cased(line, "There was water, and then a fire.", role="paragraph") == "Orlena water press fire"
    assert cased("Orlena Water Kills Robber", role="paragraph") == "Orlena water kills robber"
    assert cased("Orlena Press", "The press was there.", role="paragraph") == "Orlena Press"
    assert cased("Rebels Kill Falk", "They were killed.", role="paragraph") == "Rebels kill Falk"


@pytest.mark.parametrize(
    ("texts", "roles", "expected"),
    [
        (["Police Kill Robber in Orlena"], ["headline"], [0]),
        (["Police Kill Robber in Orlena."], ["headline"], [0]),
        (["Police kill robber in Orlena"], ["headline"], []),
        (["Police Kill Robber in Orlena"], ["caption"], []),
        (["Police Kill Robber", "By Brum", "Ferry Burns Down"], ["headline", "byline", "deck"], [0, 2]),
        (["Police Kill Robber", "Ferry Burns Down", "He left."], ["paragraph"] * 3, [0, 1]),
        (["Police Kill Robber."], ["paragraph"], []),
        (["He left.", "Police Kill Robber"], ["paragraph"] * 2, []),
        (["He left.", "Police Kill Robber"], ["paragraph", "deck"], [1]),
        (["see www.Orlena.example Police Kill"], ["paragraph"], []),
        (["Police Kill Robber " * 12], ["headline"], []),
        (["Police"], ["headline"], []),
        ([], [], []),
    ],
)
def test_where_headlines_stand(texts: list[str], roles: list[BlockRole], expected: list[int]) -> None:
    assert headings(texts, roles) == expected


def test_how_a_story_prints_a_word() -> None:
    printed = Printed(["The heron of Marsh Town left; a heron, said Brum's man, and Élan."])
    assert printed.is_small("heron") and not printed.is_large("heron")
    assert printed.is_large("marsh") and printed.is_large("brum")
    assert printed.is_pair("marsh", "town") and printed.is_behind("town")
    assert not printed.is_large("the") and not printed.is_large("town")


@given(
    st.lists(st.sampled_from(["Police", "Kill", "Otto", "Marsh", "In", "A", "May", "'Dead", "Lake'", "2", ".", "É"]))
)
def test_only_the_case_of_first_letters_changes(words: list[str]) -> None:
    text = " ".join(words)
    assert cased(text).lower() == text.lower()
    assert len(cased(text)) == len(text)


@given(st.text(max_size=60))
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(cased(text, text)) == len(text)


def prepared(text: str, **roles: str) -> list[str]:
    world = gazetteer()
    ready = Prepared(article_of(text, **roles), READ_ROLES)
    ready.fill(lambda: case_words("en", world.is_large, world.is_demonym))
    return ready.pieces


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Two Killed as Bomb Hits Bus Near Tarvo", "Two killed as bomb hits bus near Tarvo"),
        ("Former President Ilse Brum Jailed for Fraud", "Former President Ilse Brum jailed for fraud"),
        ("White House Sues Tarvo Over Bridge", "White House sues Tarvo over bridge"),
        ("Fire in South Africa Kills Five", "Fire in South Africa kills five"),
        ("U.N. Security Council Meets on Monday", "U.N. Security Council meets on Monday"),
        ("Norwegian Ferry Sinks off Tarvo", "Norwegian ferry sinks off Tarvo"),
        ("Ministry of Fisheries", "Ministry of Fisheries"),
        ("Ilse Brum in Tarvo", "Ilse Brum in Tarvo"),
        ("Ilse Brum meets Red Cross in New York", "Ilse Brum meets Red Cross in New York"),
        ("BOMB KILLS TWO IN TARVO MARKET", "Bomb kills two in Tarvo market"),
    ],
)
def test_headlines_with_the_words_of_english(head: str, expected: str) -> None:
    assert prepared(f"{head}\nIt was a long day.", headline=head)[0] == expected


def test_only_the_first_lines_of_a_plain_text_may_be_headlines() -> None:
    text = "Police Shoot Man in Tarvo\nPolice shot a man on Monday.\nBlind Man's Shoot"
    assert prepared(text) == ["Police shoot man in Tarvo", "Police shot a man on Monday.", "Blind Man's Shoot"]


@pytest.mark.parametrize(
    ("head", "trigger", "name"),
    [
        ("Ilse Brum Dies at 90", "Dies", "Ilse Brum"),
        ("Tarvo Court Jails Otto Falk for Fraud", "Jails", "Otto Falk"),
        ("Policeman Kills Robber in Tarvo", "Kills", "Tarvo"),
        ("Five Dead in Tarvo Ferry Fire", "Fire", "Tarvo"),
    ],
)
def test_events_and_names_of_such_a_headline(told: Told, head: str, trigger: str, name: str) -> None:
    record = told(f"{head}\nNobody knew more by the evening.", upto="events", headline=head)
    events = [fact.value for fact in record.of("event")]
    assert [record.words(event.trigger) for event in events if isinstance(event, Event)] == [trigger]
    named = [*record.of("person"), *record.of("place"), *record.of("organisation")]
    assert name in [fact.value.name for fact in named]  # type: ignore[union-attr]
