"""What stands below a story: agencies' names, the initials of desks, who reported it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Page
from dateline.reading.assembly import Part, article_of
from dateline.reading.plain.shapes import shapes_of
from dateline.reading.plain.wire import blocks_of

P1 = "The mayor told reporters on Friday that the bridge would stay closed until the end of the month."
P2 = "She said that engineers had found cracks in two of its pillars, and that a third was being watched."
SHAPES = shapes_of("en")


def roles(text: str) -> list[tuple[str, str]]:
    return [(block.role, text[block.start : block.end]) for block in blocks_of(text)]


SIGNOFFS = [
    "Reuter",
    "REUTER",
    "Reuter...",
    "REUTERS",
    "-- Reuters",
    "AFP",
    "(AFP)",
    "/LUSA/",
    "(ends)",
    "ENDS",
    "-0-",
    "-30-",
    "Enditem",
    "END",
    "ab/cd",
    "ab/cd/",
    "AB/cd/ef",
    "ab-cd",
    "--LUSA ab/cd",
    "REUTERS ab/cd",
]


@pytest.mark.parametrize("line", SIGNOFFS)
def test_the_last_line_signs_the_story(line: str) -> None:
    assert roles(f"Bridge stays closed\n\n{P1}\n\n{P2}\n\n{line}")[2:] == [("paragraph", P2), ("note", line)]


@pytest.mark.parametrize(
    "line", ["Mayor", "Ana Lund", "mayor/deputy", "9/11", "Co-op", "30 boats", "ABC-DEF", "AFP said"]
)
def test_these_lines_sign_nothing(line: str) -> None:
    assert not SHAPES.is_signoff(line)


def test_two_lines_of_signature_and_a_note_between() -> None:
    text = f"Bridge stays closed\n\n{P1}\n\n{P2}\n\n(Reporting by Ana Lund; Editing by Ivo Brek)\n\nLUSA\n\nab/cd"
    assert [role for role, _ in roles(text)] == ["headline", "paragraph", "paragraph", "note", "note", "note"]


def test_initials_in_the_middle_of_a_story_sign_nothing() -> None:
    assert roles(f"Bridge stays closed\n\n{P1}\n\nab/cd\n\n{P2}")[2] == ("paragraph", "ab/cd")


@pytest.mark.parametrize(
    "signature",
    [
        "(LUSA)",
        "-- LUSA",
        "--LUSA ab/cd",
        "/LUSA/",
        "– Lusa",
        "(ends)",
        "(END)",
        "=LUSA",
        "(Reuters).",
        "REUTER",
        "LUSA ab/cd",
    ],
)
def test_a_signature_on_the_last_line_of_the_story(signature: str) -> None:
    assert roles(f"Bridge stays closed\n\n{P1}\n\n{P2} {signature}")[2:] == [("paragraph", P2), ("note", signature)]
    assert roles(f"COIMBRA, March 3 - {P1} {signature}")[1:] == [("paragraph", P1), ("note", signature)]


@pytest.mark.parametrize(
    "ending",
    ["he told Reuters.", "(the mayor)", "according to the AFP", "in the end.", "she told REUTERS", "and the AP"],
)
def test_a_sentence_that_ends_in_an_agency_is_whole(ending: str) -> None:
    text = f"Bridge stays closed\n\n{P1}\n\n{P2} So it was, {ending}"
    assert roles(text)[-1] == ("paragraph", f"{P2} So it was, {ending}")


def test_a_signature_is_cut_off_the_last_paragraph_only() -> None:
    found = roles(f"Bridge stays closed\n\n{P2}\n\n{P1} (LUSA)\n\n{P2}")
    assert found[2] == ("paragraph", f"{P1} (LUSA)")


def test_parts_of_a_page_are_signed_too() -> None:
    page = Page(id="a", location="a.xml", media_type="text/xml", content="-")
    parts = [Part("headline", "Bridge stays closed"), Part("paragraph", P1), Part("paragraph", f"{P2} (LUSA)")]
    article = article_of(page, [*parts, Part("paragraph", "ab/cd")], ())
    found = [(block.role, article.text[block.start : block.end]) for block in article.blocks]
    assert found[1:] == [("paragraph", P1), ("paragraph", P2), ("note", "(LUSA)"), ("note", "ab/cd")]


def test_a_lone_part_stays_a_paragraph() -> None:
    page = Page(id="a", location="a.xml", media_type="text/xml", content="-")
    article = article_of(page, [Part("paragraph", "AFP")], ())
    assert [block.role for block in article.blocks] == ["paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Lund",
        "By Ana Lund, Lusa",
        "By Ana d'Alba, Lusa",
        "By d'Alba",
        "From Ana Lund in Coimbra",
        "From ANA LUND in New York",
        "Ana Lund, special correspondent",
        "ANA LUND, Staff Writer",
        "Ana Lund, Lusa",
    ],
)
def test_lines_that_name_the_writer(line: str) -> None:
    assert SHAPES.is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "From Coimbra to Beja in Nine Hours",
        "From Monday in Coimbra",
        "From bad to worse in Coimbra",
        "Ana Lund, mayor of Coimbra",
        "Coimbra, special",
        "Harbour Institute, of",
        "Ports in Coimbra and the Harbour Institute, of",
        "Bridge, Ferry and Road",
    ],
)
def test_lines_that_name_no_writer(line: str) -> None:
    assert not SHAPES.is_byline(line)


@given(st.text(max_size=60))
def test_any_ending_is_cut_within_its_words(words: str) -> None:
    at = SHAPES.signoff_in(f"{P1} {words}")
    assert at is None or len(P1) <= at < len(P1) + 1 + len(words)
    assert SHAPES.is_signoff(words) in (True, False)
