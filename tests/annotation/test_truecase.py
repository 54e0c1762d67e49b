"""Capitals copy in newspaper letters, character by character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotation.acronyms import CaseWords, SpeltOut, spelt_out
from dateline.annotation.truecase import common_words, in_capitals, is_capitals, truecased

COMMON = {"the", "president", "said", "that", "army", "in", "new", "national", "water", "council", "of", "man", "a"}
COMMON |= {"youth", "front", "and", "for", "its", "country", "country's", "won't", "galan", "marti"}
PLACES = {"new york", "san marco", "porto"}
WORDS = CaseWords(
    is_common=COMMON.__contains__,
    is_place=PLACES.__contains__,
    is_rare={"galan", "marti"}.__contains__,
    stops=frozenset({"the", "that", "in", "of", "a", "and", "for"}),
    given=frozenset({"luis"}),
    titles=frozenset({"president", "msgr"}),
    determiners=frozenset({"the", "a", "its"}),
    indefinite=frozenset({"a"}),
    links=frozenset({"of", "and", "the", "for"}),
    bodies=frozenset({"front", "council"}),
    body_adjectives=frozenset({"national", "youth"}),
)


def cased(text: str) -> str:
    return truecased(text, WORDS, spelt_out([text], WORDS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE PRESIDENT SAID THAT ORLENA BRUM", "The president said that Orlena Brum"),
        ("SAID. THE ARMY", "Said. The army"),
        ('SAID: "THE ARMY', 'Said: "the army'),
        ("THE ARMY IN NEW YORK", "The army in New York"),
        ("A NEW MAN", "A new man"),
        ("THE NATIONAL WATER COUNCIL (NWC) SAID", "The National Water Council (NWC) said"),
        ("THE NATIONAL COUNCIL OF WATER (NCW)", "The National Council of Water (NCW)"),
        ("THE FPMR SAID", "The FPMR said"),
        ("THE U.S. ARMY", "The U.S. army"),
        ("", ""),
        ("THE", "The"),
        ("THE ARMY, 12 SAID", "The army, 12 said"),
    ],
)
def test_newspaper_letters(text: str, expected: str) -> None:
    assert cased(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THAT ORLENA'S ARMY", "That Orlena's army"),
        ("THAT COUNTRY'S ARMY", "That country's army"),
        ("THE ARMY'S MAN", "The army's man"),
        ("THAT THE FPMR'S ARMY", "That the FPMR's army"),
        ("THAT ILA O'BREK SAID", "That Ila O'Brek said"),
        ("THAT OTTO D'ORBA SAID", "That Otto D'Orba said"),
    ],
)
def test_apostrophes(text: str, expected: str) -> None:
    assert cased(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE WATER FRONT OF TARMA (XEPA) SAID XEPA", "The Water Front of Tarma (XEPA) said XEPA"),
        (
            "ITS WATER FRONT OF TARMA (XEPA). THE WATER FRONT OF TARMA",
            "Its Water Front of Tarma (XEPA). The Water Front of Tarma",
        ),
        ("XEPA [WATER COUNCIL OF TARMA] SAID", "XEPA [Water Council of Tarma] said"),
        ("THE ARMY IN (PORTO) SAID", "The army in (Porto) said"),
    ],
)
def test_names_before_brackets_are_names_all_over_the_article(text: str, expected: str) -> None:
    assert cased(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THAT THE TARMA YOUTH FRONT SAID", "That the Tarma Youth Front said"),
        ("THAT THE NATIONAL COUNCIL SAID", "That the National Council said"),
        ("THAT THE ORLA MARTI NATIONAL FRONT SAID", "That the Orla Marti National Front said"),
        ("THAT A NATIONAL COUNCIL SAID", "That a national council said"),
        ("THAT A TARMA COUNCIL SAID", "That a Tarma Council said"),
        ("THAT THE COUNCIL SAID", "That the council said"),
        ("THAT THE WATER COUNCIL SAID", "That the water council said"),
        ("THAT TARMA, COUNCIL", "That Tarma, council"),
    ],
)
def test_nouns_that_end_a_name(text: str, expected: str) -> None:
    assert cased(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THAT LUIS GALAN SAID. THAT GALAN", "That Luis Galan said. That Galan"),
        ("THAT PRESIDENT GALAN SAID", "That president Galan said"),
        ("THAT THE GALAN SAID", "That the galan said"),
        ("THAT MSGR ORLENA", "That Msgr Orlena"),
    ],
)
def test_rare_words_behind_given_names(text: str, expected: str) -> None:
    assert cased(text) == expected


def test_what_one_block_tells_holds_in_the_next() -> None:
    spelt = spelt_out(["THE WATER FRONT OF TARMA (XEPA) SAID THAT LUIS GALAN"], WORDS)
    assert truecased("GALAN SAID THAT XEPA", WORDS, spelt) == "Galan said that XEPA"
    assert truecased("GALAN SAID THAT XEPA", WORDS, SpeltOut()) == "Galan said that Xepa"


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("THE ARMY LEFT THE TOWN", True),
        ("The army left the town", False),
        ("UN", False),
        ("THE ARMY LEFT THE McKAY TOWN", True),
        ("12 345 678 901 234", False),
        ("", False),
    ],
)
def test_what_counts_as_capitals(text: str, capitals: bool) -> None:
    assert is_capitals(text) is capitals


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["[ARMY]", "THE ARMY LEFT THE TOWN"], [True, True]),
        (["[ARMY]", "The army left the old town"], [False, False]),
        (["THE ARMY LEFT THE TOWN", "The army left, and nobody knew where it had gone"], [True, False]),
        (["[ARMY]"], [False]),
        ([], []),
    ],
)
def test_a_short_block_follows_its_article(texts: list[str], expected: list[bool]) -> None:
    assert in_capitals(texts) == expected


def test_learnt_words_are_single_small_words() -> None:
    words = common_words("en")
    assert len(words) > 5_000
    assert all(word.isalpha() and word.islower() for word in words)
    assert {"said", "the", "police"} <= words


def test_a_language_without_a_list_has_none() -> None:
    assert common_words("xx") == frozenset()


@given(st.text(max_size=80))
def test_length_never_changes(text: str) -> None:
    assert len(cased(text.upper())) == len(text.upper())


@given(st.text(alphabet="ABC ().\"'- [\n", max_size=60))
def test_only_the_case_changes(text: str) -> None:
    assert cased(text).upper() == text.upper()


@given(st.lists(st.sampled_from(["THE", "LUIS", "GALAN", "XEPA", "(XEPA)", "FRONT", "NATIONAL", "OF", "O'BREK", "."])))
def test_any_order_of_words_keeps_every_character(words: list[str]) -> None:
    text = " ".join(words)
    assert cased(text).upper() == text
