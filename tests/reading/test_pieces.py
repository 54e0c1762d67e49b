"""Lines, and the paragraphs they were wrapped from."""

from textwrap import fill, indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.plain.pieces import ends_sentence, pieces_of
from dateline.reading.plain.shapes import shapes_of

SHAPES = shapes_of("en")
FIRST = (
    "The mayor told reporters on Friday that the bridge would stay closed until the end of the month, because the "
    "engineers had found cracks in two of its pillars and wanted to look at the third."
)
SECOND = "She said that a ferry would run from Monday, and that nobody would have to pay for it before the spring came."


def pieces(text: str) -> list[str]:
    return [" ".join(text[piece.start : piece.end].split()) for piece in pieces_of(text, SHAPES)]


@pytest.mark.parametrize("width", [55, 60, 70, 80, 100])
def test_wrapped_paragraphs_between_blank_lines(width: int) -> None:
    assert pieces(f"{fill(FIRST, width)}\n\n{fill(SECOND, width)}\n") == [FIRST, SECOND]


@pytest.mark.parametrize("width", [55, 60, 70, 80])
def test_wrapped_paragraphs_that_only_an_indent_sets_apart(width: int) -> None:
    text = "\n".join(fill(words, width, initial_indent="    ") for words in (FIRST, SECOND, FIRST))
    assert pieces(text) == [FIRST, SECOND, FIRST]


def test_wrapped_paragraphs_that_are_indented_as_a_whole() -> None:
    text = "\n\n".join(indent(fill(words, 60), "  ") for words in (FIRST, SECOND))
    assert pieces(text) == [FIRST, SECOND]


def test_carriage_returns_count_as_line_ends() -> None:
    text = f"{fill(FIRST, 60)}\n\n{fill(SECOND, 60)}"
    assert pieces(text.replace("\n", "\r\n")) == [FIRST, SECOND]
    assert pieces(text.replace("\n", "\r")) == [FIRST, SECOND]


def test_long_lines_stay_apart() -> None:
    assert pieces(f"{FIRST}\n{SECOND}\n{FIRST}") == [FIRST, SECOND, FIRST]


def test_short_lines_stay_apart() -> None:
    lines = ["Bridge stays closed", "Ferry runs on Monday", "Mayor speaks", "Engineers look at pillars"]
    assert pieces("\n".join(lines)) == lines


def test_a_line_that_goes_on_in_small_letters_is_no_line_of_its_own() -> None:
    broken = FIRST.replace("until the", "until\nthe")
    assert pieces(f"{broken}\n\n{SECOND}") == [FIRST, SECOND]


def test_a_byline_and_a_sign_off_stand_alone_in_wrapped_copy() -> None:
    headline = "RIVER TOWN MAYOR KEEPS BRIDGE CLOSED TO END OF MONTH NOW"
    body = fill(FIRST, 60, initial_indent="    ")
    assert pieces(f"{headline}\nBy Joana Reis, Reuters\n{body}\n Reuter\n") == [
        headline,
        "By Joana Reis, Reuters",
        FIRST,
        "Reuter",
    ]


def test_gaps_count_blank_lines() -> None:
    assert [piece.gap for piece in pieces_of("a b\nc d\n\ne f\n\n\ng h", SHAPES)] == [0, 0, 1, 2]
    assert [piece.gap for piece in pieces_of("a b\r\nc d\r\n\r\ne f", SHAPES)] == [0, 0, 1]


def test_indents_count_spaces() -> None:
    assert [piece.indent for piece in pieces_of("a b\n  c d\n\te f", SHAPES)] == [0, 2, 1]


@pytest.mark.parametrize(
    "words", ["It fell.", "It fell?", 'It "fell."', "It fell.)", "It fell…", "It fell.”", "他说。"]
)
def test_what_ends_a_sentence(words: str) -> None:
    assert ends_sentence(words)


@pytest.mark.parametrize("words", ["It fell", "It fell,", "It fell:", 'It "fell"', "3.5", ""])
def test_what_ends_no_sentence(words: str) -> None:
    assert not ends_sentence(words)


@given(st.text(alphabet="ab. \n\r\t\u2028\ufeffZ", max_size=300))
def test_pieces_stand_in_order_and_hold_every_letter(text: str) -> None:
    last = 0
    for piece in pieces_of(text, SHAPES):
        assert last <= piece.start < piece.end <= len(text)
        assert not any(char.isalnum() for char in text[last : piece.start])
        assert not text[piece.start].isspace() and not text[piece.end - 1].isspace()
        last = piece.end
    assert not any(char.isalnum() for char in text[last:])


def test_a_line_that_goes_on_with_by_is_no_byline() -> None:
    text = "\n".join(
        [
            "    The port said that it had sold most of its shares",
            "through underwriters that were led on that day in March",
            "by Lund and Brek of Bergen and their partners abroad.",
        ]
    )
    assert len(pieces(text)) == 1
