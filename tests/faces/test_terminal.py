"""The terminal: sections, marks of doubt, widths, colours off, and strangers' control characters."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_story import Story, story
from rich.console import Console

from dateline.faces.terminal import Shown, story_text, terminal
from dateline.model import Article, Block, Source
from dateline.record import Record


def shown(record: Record, width: int = 80, color: bool = False) -> str:
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=color, color_system="256" if color else None).print(Shown(record))
    return out.getvalue()


def _record(text: str, *blocks: Block) -> Record:
    source = Source(location="made up", media_type="text/plain")
    return Record(Article(id="x", source=source, text=text, blocks=blocks))


def test_sections_stand_in_order() -> None:
    titles = [line for line in shown(story()).splitlines() if line == line.upper() and line[:1].isalpha()]
    assert [title.strip() for title in titles] == [
        "IN SHORT", "WHAT HAPPENED", "HOW MANY", "WHO SAID WHAT", "WHO", "ORGANISATIONS AND GROUPS", "WHERE", "WHEN",
        "CHARGES", "NUMBERS", "THE REPORT", "WHAT DOES NOT ADD UP",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "ACCUSE Prosecutors → Georgi Stanev · “charged” (allege)",
        "8 Mar 2024 · planned · according to their union",
        "wounded at least 7 dock workers · according to Petar Dobrev",
        "of them 3 wounded",
        "harbour master · 2009 to 2016 · former",
        "Varna · Varna, Bulgaria · 43.22° N, 27.92° E",
        "charged Georgi Stanev · negligence, forgery · by Prosecutors",
        "EUR 4,500,000 · losses · “€4.5 million” · possible, not certain",
        "error 5 March 2024 was a Tuesday",
        "published 5 Mar 2024, 18:20",
    ],
)
def test_facts_read_as_sentences(line: str) -> None:
    assert line in [" ".join(printed.split()) for printed in shown(story()).splitlines()]


def test_doubt_is_told_with_its_reason_and_only_where_it_is() -> None:
    doubts = re.findall(r" \? (.*)", shown(story(), width=120))
    assert [doubt.strip() for doubt in doubts] == [
        "nobody is named whose claim is denied",
        "a group with a number, perhaps no body of its own",
    ]


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_cut_off(width: int) -> None:
    printed = shown(story(), width)
    assert max(map(len, printed.splitlines())) <= width
    if width >= 40:
        assert " … " not in printed.replace("\n", " ")


def test_a_record_without_facts_shows_its_text_and_no_sections() -> None:
    printed = shown(_record("Rain fell.", Block("paragraph", 0, 10)))
    assert "Rain fell." in printed
    assert not re.search(r"^[A-Z]{2}", printed, re.MULTILINE)


def test_names_are_lit_and_furniture_is_dimmed() -> None:
    text, at = story_text(story()), Story().at
    styles = {(span.start, span.end): str(span.style) for span in text.spans}
    assert "133" in styles[at("Petar Dobrev")]
    assert "dim" in styles[at("World | Subscribe | Contact us")]


def test_no_color_keeps_weight_but_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "38;5;133" in shown(story(), color=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "38;5;" not in shown(story(), color=True)


def test_output_to_a_file_is_plain_and_separated_by_rules() -> None:
    out = io.StringIO()
    terminal([story(), story()], out)
    assert "\x1b" not in out.getvalue()
    assert out.getvalue().count("stories/varna.txt ─") == 2


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_no_control_character_of_the_story_reaches_the_terminal(text: str) -> None:
    blocks = (Block("paragraph", 0, len(text)),) if text else ()
    printed = shown(_record(text, *blocks))
    assert not set(printed) & {chr(c) for c in (*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x202E)}


def test_escape_sequences_become_pictures() -> None:
    assert "␛[2J" in shown(_record("a \x1b[2J b", Block("paragraph", 0, 8)))


def test_hard_line_ends_inside_a_paragraph_are_wrapped_away() -> None:
    assert "snowed all day" in shown(_record("It snowed\nall day.", Block("paragraph", 0, 18)))
