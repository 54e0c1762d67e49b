"""The words of a search: whatever is typed becomes a query that SQLite understands."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.desk.asking.question.words import MOST, Words, read_words
from dateline.errors import BadQuestion

TEXTS = (
    "The ceasefire in Varnia held on Monday.",
    "Police fired on protesters at the ferry port.",
    "A café owner protested against the peace talks.",
    "Peace was not what the talks were about; football was.",
)


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    """Four texts, as a desk keeps them."""
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE search USING fts5 (headline, text, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        connection.executemany("INSERT INTO search VALUES (NULL, ?)", [(text,) for text in TEXTS])
        yield connection


def found(index: sqlite3.Connection, typed: str) -> list[int]:
    query = read_words(typed).query
    return [at - 1 for (at,) in index.execute("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", (query,))]


def test_all_words_must_be_there(index: sqlite3.Connection) -> None:
    assert found(index, "peace talks") == [2, 3]
    assert found(index, "peace ferry") == []
    assert found(index, "peace AND talks") == [2, 3]


def test_a_phrase_stands_together(index: sqlite3.Connection) -> None:
    assert found(index, '"peace talks"') == [2]
    assert found(index, "“peace talks”") == found(index, "«peace talks»") == [2]


def test_a_phrase_without_its_end(index: sqlite3.Connection) -> None:
    assert found(index, '"peace talks') == [2]


def test_either_word(index: sqlite3.Connection) -> None:
    assert found(index, "ceasefire OR ferry") == [0, 1]
    assert found(index, "ceasefire OR ferry police") == [1]  # OR binds closer
    assert found(index, "OR ferry") == [1]


def test_small_or_is_a_word(index: sqlite3.Connection) -> None:
    assert found(index, "ceasefire or ferry") == []


def test_words_that_must_not_be_there(index: sqlite3.Connection) -> None:
    assert found(index, "peace -football") == [2]
    assert found(index, "peace NOT football") == [2]
    assert found(index, 'talks -"peace talks"') == [3]
    assert found(index, "peace -football -café") == []


def test_only_words_that_must_not_be_there() -> None:
    assert read_words("-football") == Words(None, '"football"')
    assert read_words("-football").query is None


def test_beginnings_of_words(index: sqlite3.Connection) -> None:
    assert found(index, "protest*") == [1, 2]
    assert found(index, "cease*") == [0]


def test_two_letters_begin_too_much() -> None:
    assert read_words("pr*").query == '"pr"'
    assert read_words("pro*").query == '"pro" *'


def test_endings_capitals_and_accents_do_not_matter(index: sqlite3.Connection) -> None:
    assert found(index, "PROTESTING") == [1, 2]
    assert found(index, "cafe") == found(index, "CAFÉ") == [2]


def test_a_word_of_two_is_a_phrase(index: sqlite3.Connection) -> None:
    assert found(index, "peace-talks") == [2]
    assert found(index, "talks-peace") == []


@pytest.mark.parametrize("typed", ["headline:ceasefire", "NEAR(a b)", "^ceasefire", "a + b", "{x} : y", "x AND", "NOT"])
def test_what_means_something_to_sqlite_are_words(index: sqlite3.Connection, typed: str) -> None:
    if _has_word(typed):
        found(index, typed)


@pytest.mark.parametrize("typed", ["", "  ", "!!!", '""', "- -", "OR", "(((", "\0", "*"])
def test_no_words_at_all(typed: str) -> None:
    with pytest.raises(BadQuestion, match="there is no word in"):
        read_words(typed)


@pytest.mark.parametrize("typed", ["word " * 65, f'"{"word " * 65}"', "-".join(["word"] * 65), "a OR b " * 33])
def test_too_many_words(typed: str) -> None:
    with pytest.raises(BadQuestion, match="takes 64 words, and these are 6"):
        read_words(typed)


@pytest.mark.parametrize("between", [" ", " OR ", " -"])
def test_as_many_words_as_may_be(index: sqlite3.Connection, between: str) -> None:
    found(index, between.join(f"word{number}" for number in range(MOST)))


def test_a_word_that_is_given_twice() -> None:
    assert read_words("peace peace OR peace").query == '"peace"'


@given(st.text(st.characters() | st.sampled_from('"*-()^:+{}ab \0\ud800'), max_size=60))
def test_nothing_that_is_typed_is_a_mistake(index: sqlite3.Connection, typed: str) -> None:
    if _has_word(typed):
        words = read_words(typed)
        for query in (words.query, words.wanted, words.unwanted):
            if query is not None:
                index.execute("SELECT count(*) FROM search WHERE search MATCH ?", (query,)).fetchone()


@given(st.lists(st.sampled_from(["peace", "-peace", '"peace talks"', "OR", "AND", "NOT", "fer*", '-"x', "é", "'"])))
def test_nothing_that_is_put_together_is_a_mistake(index: sqlite3.Connection, pieces: list[str]) -> None:
    typed = " ".join(pieces)
    if _has_word(typed) and (query := read_words(typed).query) is not None:
        index.execute("SELECT count(*) FROM search WHERE search MATCH ?", (query,)).fetchone()


def _has_word(typed: str) -> bool:
    try:
        read_words(typed)
    except BadQuestion:
        return False
    return True
