"""Where a dateline ends and the story begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.plain.datelines import datelines_of, notes_after

FINDER = datelines_of("en")
STORY = "The mayor told reporters that the bridge would stay closed until the end of the month."


def found(text: str) -> str | None:
    span = FINDER.find(text, 0, len(text)) or FINDER.find_bare(text, 0, len(text))
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    "dateline",
    [
        "LISBON, September 14. /TASS/.",
        "Lisbon, September 14. /TASS/.",
        "LISBON, Sept 14 /ITAR-TASS/.",
        "LISBON (AP) -",
        "LISBON (AP) —",
        "LISBON (AP) --",
        "LISBON (AP)_",
        "Lisbon (AFP) –",
        "LISBON, Feb 3 (Reuters) –",
        "LISBON, Feb. 3 (Xinhua) --",
        "LISBON, 3 February (dpa) -",
        "LISBON, Sept. 15, 2015 (Lusa) --",
        "LISBON, 4 FEB 90 (RADIO TEJO) --",
        "LISBON (PORTUGAL), 4 FEB 90 (RADIO TEJO) --",
        "LISBON (PORTUGAL), NO DATE (DOMESTIC SERVICE) --",
        "NO CITY, 4 FEB 90 --",
        "NO CITY, NO DATE --",
        "LISBON, March 3 -",
        "LISBON, March 3 --",
        "Lisbon, March 3 -",
        "New york, march 3 -",
        "LISBON, March 3, -",
        "LISBON March 3 -",
        "LISBON —",
        "LISBON –",
        "LISBON ―",
        "LISBON --",
        "LISBON -",
        "NEW YORK —",
        "LOS ANGELES —",
        "SAO TOME —",
        "ST. JOHN'S, Newfoundland —",
        "L'AQUILA, Italy —",
        "AIX-EN-PROVENCE, France —",
        "PORTLAND, Ore. (AP) —",
        "PORTLAND, Ore., March 3 -",
        "CHARLESTON, W.Va. —",
        "WASHINGTON, D.C. —",
        "VANCOUVER, British Columbia, March 3 -",
        "HANOVER, West Germany, March 3 -",
        "THE HAGUE —",
        "REPORT HARBOUR, Nova Scotia —",
        "TASS, March 3.",
        "THE SPIT, Tasmania, March 3 -",
        "LISBON/MADRID (Reuters) -",
        "LISBON/MADRID, March 3 (Reuters) -",
        "LISBON and MADRID (Reuters) -",
        "LISBON, March 3 - RIA Novosti.",
        "March 3, LISBON (AFP) -",
        "3 March 2015, Lisbon –",
        "Monday, March 3 (Reuters) -",
        "(AP) —",
        "/TASS/ -",
        "****LISBON, March 3 -",
        "LISBON, 2019-02-17 (Lusa) -",
    ],
)
def test_a_dateline_is_found_up_to_its_closing_mark(dateline: str) -> None:
    assert found(f"{dateline} {STORY}") == dateline


@pytest.mark.parametrize(
    "line", ["LISBON 2019-02-17", "BEJA, Portugal 2019-02-17", "RIO MAIOR 2019-02-17", "LISBON, Sept 15"]
)
def test_a_line_of_place_and_date_needs_no_mark(line: str) -> None:
    assert found(line) == line


@pytest.mark.parametrize("line", ["LISBON, March 3 -", "LISBON, March 3 (Reuters) -"])
def test_a_dateline_may_stand_alone_on_its_line(line: str) -> None:
    assert found(line) == line


def test_a_hyphen_may_touch_the_first_word_after_a_date() -> None:
    assert (
        found("LISBON, March 3 -Year to Dec 31 was quiet for the port of Leixoes, its owners said.")
        == "LISBON, March 3 -"
    )
    assert found("LISBON, March 3 -<Tejo Holdings> said its unit would close.") == "LISBON, March 3 -"


def test_a_dateline_wrapped_over_two_lines() -> None:
    assert found("LISBON (PORTUGAL), 4 FEB 90 (TELEVISAO DO TEJO CANAL 2)\n-- THE MAYOR").endswith("--")


def test_a_town_in_capitals_before_a_colon() -> None:
    assert found(f"LISBON: {STORY} {STORY}") == "LISBON:"


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "In LONDON - a city of rain - the mayor spoke of the bridge for an hour and then left.",
        '"LISBON - my town - is full," she told the council in a speech that lasted an hour.',
        "WHAT HAPPENED — A bridge fell into the river on Monday, and four people were hurt by it.",
        "WHY IT MATTERS — The bridge carries half of the town's traffic, and four people were hurt.",
        "EXCLUSIVE — The bridge was known to be weak for years, according to papers seen by us.",
        "BREAKING: The bridge fell into the river on Monday, and four people were hurt, police said in a statement.",
        "QUESTION: When did the ministry know of the bridge, and who told the minister about it that day, please?",
        "TITLE: Bridge falls into the river LINK: and much more of that kind follows in this long line of text.",
        "Lisbon — the mayor's town — has three bridges over the river, and two of them are closed now.",
        "Ana Duarte (Labour) - the mayor's deputy - said that the bridge would stay closed for a month.",
        "BANK (BNKX) GETS LOAN FOR BRIDGE",
        "The Sept. 11 attacks - and what came after - changed how the town guards its only bridge.",
        "On March 3 - a Tuesday - the bridge fell into the river, and four people were hurt, police said.",
        "BUYERS OF CORK FROM ABROAD MEET ON MAY 9 - OWNERS",
        "FERRY OWNERS HOPE FOR LOAN ON MAY 31",
        "THE MAYOR -- WHO SPOKE FOR AN HOUR -- TOLD REPORTERS THAT THE BRIDGE WOULD STAY CLOSED.",
        "COIMBRA -- A TOWN OF STUDENTS -- HAS THREE BRIDGES, AND TWO OF THEM ARE CLOSED NOW.",
        "He left (again) - and nobody knew where he had gone until the police told them on Friday.",
        "2015-03-03",
        "-",
        "",
    ],
)
def test_these_are_no_datelines(text: str) -> None:
    assert found(text) is None


def test_a_bare_town_needs_a_story_behind_it() -> None:
    assert found("LISBON — Closed.") is None


def test_notes_between_a_dateline_and_its_story() -> None:
    text = "LISBON, 4 FEB 90 (LUSA) -- [SPEECH]\n[MAYOR DUARTE] [TEXT] THE BRIDGE IS CLOSED."
    end = FINDER.find(text, 0, len(text)).end  # type: ignore[union-attr]
    notes = [text[note.start : note.end] for note in notes_after(text, end, len(text))]
    assert notes == ["[SPEECH]", "[MAYOR DUARTE]", "[TEXT]"]
    assert notes_after("[THE] END", 5, 9) == []


@pytest.mark.parametrize(
    "line", ["March 27, 2006", "Monday, March 27, 2006", "27 March 2006", "2006-03-27", "March 27, 2006 14:05 GMT"]
)
def test_a_line_that_is_only_a_date(line: str) -> None:
    assert FINDER.is_date(line)


@pytest.mark.parametrize("line", ["March 27, 2006 was a Monday", "May", "Monday", "2006", "no date", "", STORY])
def test_a_line_that_is_more_or_less_than_a_date(line: str) -> None:
    assert not FINDER.is_date(line)


@given(st.text(alphabet=st.sampled_from("LISBON lisbon,.-—/()[]:0123456789March \n'"), max_size=300))
def test_a_dateline_lies_within_its_paragraph(text: str) -> None:
    for find in (FINDER.find, FINDER.find_bare):
        if span := find(text, 0, len(text)):
            assert span.start == 0
            assert 0 < span.end <= len(text)
            assert not text[span.end - 1].isspace()
