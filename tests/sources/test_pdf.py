"""PDF: the text layer in paragraphs, and a sentence for whatever has none."""

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pdf_writer import Line, pdf, pdf_of
from pypdf import PdfReader, PdfWriter

from dateline.model import Article, Page, Refused
from dateline.reading import read_page
from dateline.settings import Settings
from dateline.sources import pages
from dateline.sources.pdf import text_layer as pdfs
from dateline.sources.pdf.lines import Line as Drawn
from dateline.sources.pdf.lines import paragraphs

LEAD = [
    "COIMBRA, March 3 (Lusa) - The mayor told reporters on Fri-",
    "day that the bridge would stay closed until the end of the",
    "month.",
]
SECOND = ["She said that engineers had found cracks (two) in its pillars", "and that a third one was being watched."]


def column(lines: list[str], top: float, left: float = 72, indent: float = 0) -> list[Line]:
    return [(left + (indent if i == 0 else 0), top - 14 * i, 11, words) for i, words in enumerate(lines)]


def outcome(raw: bytes, settings: Settings | None = None) -> Page | Refused:
    [found] = pages([raw], settings or Settings())
    return found


def page_of(raw: bytes) -> Page:
    found = outcome(raw)
    assert isinstance(found, Page), found
    return found


def reason(raw: bytes, settings: Settings | None = None) -> str:
    found = outcome(raw, settings)
    assert isinstance(found, Refused), found
    assert (found.location, found.stage) == ("bytes", "sources")
    return found.reason


STORY = pdf(
    [(72, 790, 20, "Mayor keeps bridge closed"), *column(LEAD, 750), *column(SECOND, 708, indent=12)],
    info={"Title": "Mayor keeps bridge closed", "Author": "Joana Reis", "CreationDate": "D:20240303101500Z"},
)


def test_headline_and_paragraphs_with_words_mended() -> None:
    assert page_of(STORY).content.split("\n\n") == [
        "Mayor keeps bridge closed",
        "COIMBRA, March 3 (Lusa) - The mayor told reporters on Friday that the bridge would stay closed until the end "
        "of the month.",
        "She said that engineers had found cracks (two) in its pillars and that a third one was being watched.",
    ]


def test_it_is_read_as_an_article() -> None:
    [article] = read_page(page_of(STORY))
    assert isinstance(article, Article)
    assert article.source.media_type == "application/pdf"
    assert [block.role for block in article.blocks] == ["headline", "dateline", "paragraph", "paragraph"]


def test_the_information_gives_fields_and_no_day_of_publication() -> None:
    told = [(field.name, field.value, field.path) for field in page_of(STORY).fields]
    assert told == [("headline", "Mayor keeps bridge closed", "pdf: Title"), ("byline", "Joana Reis", "pdf: Author")]


@pytest.mark.parametrize("title", ["Microsoft Word - bridge final version", "the bridge story.indd", "Untitled"])
def test_names_of_files_are_no_headline(title: str) -> None:
    assert page_of(pdf([*column(LEAD, 750)], info={"Title": title, "Author": "redaktion7"})).fields == ()


def test_options_count_too() -> None:
    [found] = pages([STORY], Settings(outlet="River Press"))
    assert isinstance(found, Page)
    assert found.fields[-1].path == "option: --outlet"


def test_a_packed_file_on_disk_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "story.bin").write_bytes(b"junk before\n" + pdf([*column(LEAD, 750)], packed=True))
    [found] = pages([tmp_path / "story.bin"], Settings())
    assert isinstance(found, Page)
    assert found.content.startswith("COIMBRA")


def test_running_titles_and_page_numbers_are_left_out() -> None:
    made = [
        [
            (72, 810, 8, "River Press Weekly"),
            *column([f"The {name} paragraph goes on here."], 700),
            (280, 30, 8, f"Page {i} of 3"),
        ]
        for i, name in enumerate(("first", "second", "third"), 1)
    ]
    assert page_of(pdf(*made)).content.split("\n\n") == [
        f"The {name} paragraph goes on here." for name in ("first", "second", "third")
    ]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    first = [*column(["The mayor said that the bridge"], 80), *column(["would stay closed until the"], 750, left=320)]
    assert page_of(pdf(first, column(["end of the month."], 750))).content == (
        "The mayor said that the bridge would stay closed until the end of the month."
    )


def test_letters_of_another_size_and_wider_gaps_part_paragraphs() -> None:
    lines = [
        Drawn("A crossing for nine thousand people", 72, 700, 16),
        Drawn("The bridge is closed", 72, 670, 11),
        Drawn("and stays so", 72, 656, 11),
        Drawn("A ferry is late", 72, 620, 11),
        Drawn("and nobody pays", 72, 606, 11),
        Drawn("for it, they say", 72, 592, 11),
        Drawn("• Buses run", 72, 578, 11),
    ]
    assert list(paragraphs([lines])) == [
        "A crossing for nine thousand people",
        "The bridge is closed and stays so",
        "A ferry is late and nobody pays for it, they say",
        "• Buses run",
    ]


def test_a_hyphen_between_two_names_stays() -> None:
    lines = [Drawn("They met on the Coimbra-", 72, 700, 11), Drawn("Lisbon train.", 72, 686, 11)]
    assert list(paragraphs([lines])) == ["They met on the Coimbra- Lisbon train."]


def test_a_year_alone_is_no_page_number_in_the_middle() -> None:
    lines = [Drawn(words, 72, 700 - 14 * i, 11) for i, words in enumerate(("It was built in", "1987", "by the state."))]
    assert list(paragraphs([lines])) == ["It was built in 1987 by the state."]


def test_a_scan_has_no_text() -> None:
    assert reason(pdf_of([b"0 0 595 842 re f"], {})) == (
        "this PDF holds pictures of pages and no text; run text recognition (OCR) over it first"
    )


@pytest.mark.parametrize("cipher", ["RC4-128"])
def test_a_password(cipher: str) -> None:
    assert reason(locked("secret", cipher)) == "this PDF has a password; save it without one"


def test_a_lock_against_changes_only_is_none() -> None:
    assert page_of(locked("", "RC4-128")).content.startswith("Mayor keeps")


def locked(password: str, cipher: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(STORY)))
    writer.encrypt(password, owner_password="owner", algorithm=cipher)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_damage_and_limits_have_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reason(b"%PDF-1.7\nnothing").startswith("this PDF is damaged")
    assert reason(STORY[: len(STORY) // 3]).startswith(("this PDF is damaged", "this PDF holds pictures"))
    assert (
        reason(pdf(*[column(LEAD, 700)] * 4), Settings(max_pages=3))
        == "it has 4 pages and the limit is 3; raise max_pages or split it"
    )
    assert reason(STORY, Settings(max_chars=50)).startswith("it has more than 50 characters")
    assert reason(STORY, Settings(max_bytes=500)).startswith("it has ")
    monkeypatch.setattr(pdfs, "OPERATIONS", 5)
    assert reason(STORY).startswith("drawing this PDF takes too long")


def test_a_small_file_that_swells_is_bounded() -> None:
    swollen = b"BT /F1 9 Tf 1 0 0 1 9 9 Tm (words and words ) Tj ET\n" * 1_500_000
    raw = pdf_of([swollen], {}, packed=True)
    assert len(raw) < 1_000_000 < len(zlib.decompress(zlib.compress(swollen)))
    assert reason(raw) == "this PDF swells far beyond its size, as bombs do; save its text instead"


def test_a_page_drawn_without_end_is_bounded() -> None:
    raw = pdf_of([b"q Q " * 200_000], {}, packed=True)
    assert reason(raw) == "this PDF swells far beyond its size, as bombs do; save its text instead"


def test_others_are_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (tmp_path / "b.pdf").write_bytes(STORY)
    first, second = pages([tmp_path], Settings())
    assert isinstance(first, Refused)
    assert isinstance(second, Page)


@hypothesis_settings(max_examples=60, deadline=None)
@given(st.integers(0, len(STORY) - 1), st.binary(min_size=1, max_size=12), st.booleans())
def test_any_damage_is_read_or_refused(at: int, junk: bytes, cut: bool) -> None:
    raw = STORY[:at] + junk + (b"" if cut else STORY[at + len(junk) :])
    for found in pages([raw], Settings()):
        assert isinstance(found, Page | Refused)
