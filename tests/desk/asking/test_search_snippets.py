"""Snippets: which words of a story are shown, and that marks fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.desk.asking.articles.snippets import CLOSE, LEAD, LENGTH, OPEN, Snippet, lead_of, snippet_of


def marked(text: str, *words: str) -> str:
    for word in words:
        text = text.replace(word, f"{OPEN}{word}{CLOSE}")
    return text


def shown(snippet: Snippet) -> str:
    pieces, at = [], 0
    for start, end in snippet.marks:
        pieces += [snippet.text[at:start], f"[{snippet.text[start:end]}]"]
        at = end
    return "".join([*pieces, snippet.text[at:]])


def test_a_short_story_is_shown_whole() -> None:
    assert shown(snippet_of(marked("It rained in Lund.", "rained"), 0)) == "It [rained] in Lund."


def test_the_headline_is_not_shown_again() -> None:
    text = "Rain in Lund\nIt poured. Then the rain went."
    assert shown(snippet_of(marked(text, "Rain", "rain"), 13)) == "Then the [rain] went."


def test_words_in_the_headline_alone_give_the_lead() -> None:
    assert snippet_of(marked("Rain in Lund\nIt poured.\nAll day.", "Rain"), 13) == Snippet("It poured.")


def test_the_sentence_begins_where_it_is_near() -> None:
    text = "Nothing of note. " * 20 + "Here a ferry sank in the bay. " + "More of the same. " * 20
    found = snippet_of(marked(text, "ferry"), 0)
    assert shown(found).startswith("Here a [ferry] sank in the bay. More of the same.")


def test_a_long_sentence_is_cut() -> None:
    text = "and so on " * 50 + "a ferry sank " + "and so forth " * 50
    found = snippet_of(marked(text, "ferry"), 0)
    assert found.text.startswith("… ") and found.text.endswith(" …")
    assert "[ferry]" in shown(found) and len(found.text) < LENGTH + 30


def test_an_article_with_control_characters_has_no_marks_of_its_own() -> None:
    text = "A \x02ferry\x03 sank, and \x02nobody came."
    assert shown(snippet_of(marked(text, "nobody"), 0)) == "A \x02ferry\x03 sank, and \x02[nobody] came."


def test_most_of_the_words_are_shown() -> None:
    text = "The ferry left.\n" + "Nothing. " * 40 + "\nThe ferry sank in the bay.\n" + "Nothing. " * 40
    assert shown(snippet_of(marked(text, "ferry", "sank", "bay"), 0)).startswith("The [ferry] [sank] in the [bay].")


def test_lines_become_one() -> None:
    assert shown(snippet_of(marked("One  ferry\n\n sank.", "ferry", "sank"), 0)) == "One [ferry] [sank]."


def test_leads() -> None:
    assert lead_of("\n It poured.\nAll day.") == Snippet("It poured.")
    long = lead_of("word " * 100)
    assert long.text.endswith("word …") and len(long.text) <= LEAD + 2
    assert lead_of("x" * 500).text == "x" * LEAD + " …"
    assert lead_of("") == Snippet("")


@given(
    st.lists(st.sampled_from(["a", "ferry", f"{OPEN}bay{CLOSE}", "\n", ". ", " ", "…", "”", OPEN, CLOSE]), max_size=80)
)
def test_marks_lie_within(pieces: list[str]) -> None:
    text, marks = snippet_of("".join(pieces), len(pieces) // 4)
    at = 0
    for start, end in marks:
        assert at <= start < end <= len(text)
        at = end


@pytest.mark.parametrize("lead", [0, 5, 100])
def test_no_text_at_all(lead: int) -> None:
    assert snippet_of("", lead) == Snippet("")
