"""Plain text becomes blocks: nothing is lost, nothing is changed, nothing overlaps."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import Empty
from dateline.model import Block, Field, Page
from dateline.reading.plain.wire import blocks_of, wire_text

P1 = "The mayor told reporters on Friday that the bridge would stay closed until the end of the month."
P2 = "She said that engineers had found cracks in two of its pillars, and that a third was being watched."
P3 = "Around nine thousand people cross the river there on a working day, according to the ministry."


def roles(text: str, *fields: Field) -> list[tuple[str, str]]:
    return [(block.role, text[block.start : block.end]) for block in blocks_of(text, fields)]


def of_role(text: str, role: str) -> list[str]:
    return [words for each, words in roles(text) if each == role]


PASTED = f"""World

River town counts cost of "careless" bridge closure

Engineers found cracks in two pillars of the Mondego bridge, and a third is being watched
 Mayor Ana Duarte and engineer Luis Prado at the bridge LUSA/Rita Campos
Mayor Ana Duarte and engineer Luis Prado at the bridge
© LUSA/Rita Campos

COIMBRA, September 14. /LUSA/. {P1}

{P2}

Read also: Ferry timetable for the weekend

"{P3}" she added
"""


def test_a_web_page_pasted_as_text() -> None:
    assert roles(PASTED) == [
        ("section", "World"),
        ("headline", 'River town counts cost of "careless" bridge closure'),
        ("deck", "Engineers found cracks in two pillars of the Mondego bridge, and a third is being watched"),
        ("caption", "Mayor Ana Duarte and engineer Luis Prado at the bridge"),
        ("credit", "LUSA/Rita Campos"),
        ("caption", "Mayor Ana Duarte and engineer Luis Prado at the bridge"),
        ("credit", "© LUSA/Rita Campos"),
        ("dateline", "COIMBRA, September 14. /LUSA/."),
        ("paragraph", P1),
        ("paragraph", P2),
        ("furniture", "Read also: Ferry timetable for the weekend"),
        ("paragraph", f'"{P3}" she added'),
    ]


def test_one_paragraph_a_line_with_a_byline_and_furniture() -> None:
    header = "Bridge stays closed\nBy JOANA REIS, Associated Press\nCOIMBRA, Portugal (AP) —"
    text = f"{header} {P1}\nADVERTISEMENT\n{P2}\n(AP Photo/Rita Campos)\nShare on Facebook\n"
    assert [role for role, _ in roles(text)] == [
        "headline",
        "byline",
        "dateline",
        "paragraph",
        "furniture",
        "paragraph",
        "credit",
        "furniture",
    ]


def test_notes_of_the_desk() -> None:
    signed = "(Reporting by Joana Reis; Editing by Paulo Vaz)"
    text = f"Bridge stays closed\n\nUpdated at 12:30 GMT\n\n{P1}\n\n{P2}\n\n{signed}\n\n"
    text += "Editor's note: the figures are the ministry's.\n\nCorrection: an earlier text misspelt the river."
    assert [role for role, _ in roles(text)] == ["headline", "note", "paragraph", "paragraph", "note", "note", "note"]


WRAPPED = """   COIMBRA, 4 FEB 90 (RADIO MONDEGO) -- [TEXT] THE MAYOR OF THIS TOWN
TOLD REPORTERS TODAY THAT THE BRIDGE WILL STAY CLOSED UNTIL THE END OF
THE MONTH.

   SHE SAID THAT ENGINEERS HAD FOUND CRACKS IN TWO OF ITS PILLARS, AND
THAT A THIRD WAS BEING WATCHED.  [PASSAGE OMITTED]

   [WORDS INDISTINCT]
"""


def test_hard_wrapped_copy_in_capitals() -> None:
    found = roles(WRAPPED)
    assert [role for role, _ in found] == ["dateline", "note", "paragraph", "paragraph", "note"]
    assert found[0][1] == "COIMBRA, 4 FEB 90 (RADIO MONDEGO) --"
    assert found[1][1] == "[TEXT]"
    assert found[2][1].startswith("THE MAYOR OF") and found[2][1].endswith("THE MONTH.")


TELEX = """RIVER PORT SEES GAINS IN CORK TRADE
By Joana Reis, Reuters
    COIMBRA, March 3 - The port of the river town sold more
cork than in any year since the war, its owners said, and
hopes to sell more.
    The port said it had signed a contract with buyers abroad
for three years.
 Reuter
"""


def test_telex_copy_with_indented_paragraphs_and_a_sign_off() -> None:
    found = roles(TELEX)
    assert [role for role, _ in found] == ["headline", "byline", "dateline", "paragraph", "paragraph", "note"]
    assert found[0][1] == "RIVER PORT SEES GAINS IN CORK TRADE"
    assert found[3][1].endswith("hopes to sell more.")
    assert found[-1][1] == "Reuter"


def test_a_headline_in_capitals_over_two_lines() -> None:
    headline = "RIVER PORT SEES GAINS IN CORK TRADE WITH BUYERS ABROAD\nAND HOPES FOR MORE, OWNERS SAY"
    text = f"{headline}\n    COIMBRA, March 3 - {P1}"
    assert [role for role, _ in roles(text)] == ["headline", "headline", "dateline", "paragraph"]


def test_a_headline_twice_a_name_and_a_bare_dateline() -> None:
    twice = "PORTUGAL: Bridge stays closed for a month.\nBridge stays closed for a month."
    text = f"{twice}\nJoana Reis-Vaz\nCOIMBRA 2019-02-17\n{P1}\n{P2}\n"
    assert [role for role, _ in roles(text)] == ["headline", "headline", "byline", "dateline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "headline",
    [
        "Mayor Keeps Bridge Closed Amid Anger.",
        "Mayor keeps bridge closed until end of month.",
        "MAYOR KEEPS BRIDGE CLOSED.",
        "Mayor keeps bridge closed",
        "Bridge: what the mayor told reporters, and what she did not",
    ],
)
def test_a_headline_above_paragraphs(headline: str) -> None:
    assert [role for role, _ in roles(f"{headline}\n\n{P1}\n\n{P2}")] == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        P1,
        "Four hurt in bridge collapse",
        "Four people were hurt when a bridge fell into the river near Coimbra on Monday",
        "By Monday, the river had risen.",
        "Share",
        "World",
        "© 2019",
    ],
)
def test_a_line_with_nothing_around_it_is_a_paragraph(text: str) -> None:
    assert roles(text) == [("paragraph", text)]


@pytest.mark.parametrize(
    "first",
    [
        "Four people were hurt on Monday.",
        "The town's hospital treated nine people overnight, a doctor said.",
        '"We saw it fall," said a fisherman.',
        "Nobody crossed the river that night because the ferry had stopped running at eight, as it does every winter, "
        "and because the next bridge up the valley is an hour away by car when the road is dry",
    ],
)
def test_a_first_paragraph_is_no_headline(first: str) -> None:
    assert [role for role, _ in roles(f"{first}\n\n{P1}\n\n{P2}")] == ["paragraph"] * 3


def test_lines_that_hold_no_running_text_have_no_headline() -> None:
    assert {role for role, _ in roles("Pears\n\nApples and plums\n\nCork, 3 tonnes\n\nSardines, fresh")} == {
        "paragraph"
    }


def test_a_lone_paragraph_may_have_a_dateline() -> None:
    assert [role for role, _ in roles(f"COIMBRA (Lusa) - {P1}")] == ["dateline", "paragraph"]


HEADERS = {
    "a broadcaster's page": (
        "BBC News\nWorld\n\nNine hurt at bridge\nBy Joana Reis\nBBC News, Coimbra\n\nPublished\n3 March\n\nShare\n\n"
        "Image source, Getty Images\nImage caption, The bridge on Sunday",
        "byline section headline byline byline note note furniture credit caption",
    ),
    "a deck that is a sentence": (
        "NEWS|Conflict\n\nNine hurt at bridge, mayor says\n\nThe fall is the third this month on this river.\n\n"
        "The bridge on Sunday [Rita Campos/Reuters]\nBy River Press Staff\nPublished On 3 Mar 2019",
        "section headline deck caption credit byline note",
    ),
    "a wire's page": (
        "Nine hurt at bridge - mayor\nMarch 3, 2019 4:05 PM UTC Updated 2 days ago\nBy Joana Reis\n2 Min Read",
        "headline note byline furniture",
    ),
    "bullets": (
        "UPDATE 2-Nine hurt at bridge\n\n* Third fall this month\n* Mayor blames builders\n\nBy Joana Reis",
        "headline deck deck byline",
    ),
    "a trail of pages": (
        "Home / World / Nine hurt\n\nNine hurt at bridge\n\n3 March 2019, 14:05",
        "section headline dateline",
    ),
    "a byline and a day": ("By JOANA REIS\nMARCH 3, 2019", "byline dateline"),
}


@pytest.mark.parametrize(("header", "expected"), HEADERS.values(), ids=HEADERS)
def test_headers_of_many_houses(header: str, expected: str) -> None:
    assert [role for role, _ in roles(f"{header}\n\n{P1}\n\n{P2}")] == [*expected.split(), "paragraph", "paragraph"]


def test_a_section_without_a_headline() -> None:
    assert [role for role, _ in roles(f"World\n\n{P1}\n\n{P2}")] == ["section", "paragraph", "paragraph"]
    assert [role for role, _ in roles(f"World\n\nCOIMBRA (AP) — {P1}")] == ["section", "dateline", "paragraph"]


def test_the_agency_signs_below_the_story() -> None:
    assert roles(f"Mayor keeps bridge closed\n\n{P1}\n\n-- Reuters")[-1] == ("note", "-- Reuters")


def test_a_deck_above_a_byline() -> None:
    deck = "The town waits for a ferry that nobody has paid for yet."
    text = f"Mayor keeps bridge closed\n\n{deck}\n\nBy Joana Reis\n\n{P1}\n\n{P2}"
    assert [role for role, _ in roles(text)] == ["headline", "deck", "byline", "paragraph", "paragraph"]


def test_a_headline_that_ends_in_a_semicolon_goes_on_in_its_deck() -> None:
    text = f"Mayor keeps bridge closed; \nThe town waits for a ferry that nobody has paid for.\n\n{P1}\n\n{P2}"
    assert [role for role, _ in roles(text)] == ["headline", "deck", "paragraph", "paragraph"]


def test_a_line_with_the_day_is_the_dateline_where_there_is_no_other() -> None:
    assert of_role(f"Mayor keeps bridge closed\nMarch 3, 2019\n{P1}\n{P2}", "dateline") == ["March 3, 2019"]
    both = f"Mayor keeps bridge closed\nMarch 3, 2019\nCOIMBRA (AP) — {P1}\n{P2}"
    assert of_role(both, "dateline") == ["March 3, 2019", "COIMBRA (AP) —"]


def test_a_line_with_another_day_than_the_dateline_is_a_note() -> None:
    both = f"Mayor keeps bridge closed\nMarch 3, 2019\nCOIMBRA, March 2 (AP) — {P1}\n{P2}"
    assert of_role(both, "dateline") == ["COIMBRA, March 2 (AP) —"]
    assert of_role(both, "note") == ["March 3, 2019"]


def test_a_transcript_has_no_datelines() -> None:
    text = f"DUARTE: {P1} {P2}\n\nPRADO: {P2} {P3}\n\nDUARTE: {P3}"
    assert [role for role, _ in roles(text)] == ["paragraph"] * 3


def test_the_dateline_is_looked_for_below_the_headline_first() -> None:
    headline = "PORTUGAL: A bridge that the mayor of a river town keeps closed divides the people on its two banks."
    text = f"{headline}\n\nCOIMBRA (AP) — {P1}"
    assert of_role(text, "dateline") == ["COIMBRA (AP) —"]


def test_a_picture_in_the_middle_of_the_story() -> None:
    text = f"Mayor keeps bridge closed\n\n{P1}\n\nA ferry crosses the river on Monday. (Rita Campos/AFP)\n\n{P2}"
    assert roles(text)[2:4] == [("caption", "A ferry crosses the river on Monday."), ("credit", "(Rita Campos/AFP)")]


def test_a_box_of_links() -> None:
    text = (
        f"Mayor keeps bridge closed\n\n{P1}\n\nRelated stories\nFerry to run on Sunday\nA history of the bridge\n\n{P2}"
    )
    assert of_role(text, "furniture") == ["Related stories", "Ferry to run on Sunday", "A history of the bridge"]
    assert of_role(text, "paragraph") == [P1, P2]


def test_a_known_headline_is_the_headline() -> None:
    title = Field("headline", "Nine thousand people wait for a ferry on the river.", "row: title")
    text = f"Nine thousand people wait for a ferry on the river.\n\n{P1}"
    assert [role for role, _ in roles(text)] == ["paragraph", "paragraph"]
    assert [role for role, _ in roles(text, title)] == ["headline", "paragraph"]


def test_a_known_headline_alone_is_still_a_paragraph() -> None:
    assert [role for role, _ in roles(P1, Field("headline", P1, "row: title"))] == ["paragraph"]


def test_the_text_is_kept_verbatim() -> None:
    content = "\ufeff  " + PASTED.replace("\n", "\r\n") + "\u00a0\n"
    page = Page(id="a", location="a.txt", media_type="text/plain", content=content)
    article = wire_text(page)
    assert article.text == content
    assert [block.role for block in article.blocks] == [role for role, _ in roles(PASTED)]


@pytest.mark.parametrize("content", ["", " \n\t\r\n", "\ufeff", "\u200b\n"])
def test_white_space_is_no_article(content: str) -> None:
    with pytest.raises(Empty, match=r"a\.txt"):
        wire_text(Page(id="a", location="a.txt", media_type="text/plain", content=content))


def assert_well_formed(text: str, blocks: list[Block]) -> None:
    last = 0
    for block in blocks:
        words = text[block.start : block.end]
        assert last <= block.start < block.end <= len(text)
        assert words.strip() == words
        assert (
            not text[last : block.start]
            .strip("\ufeff\u200b\u200c\u200d\u2060 \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029")
            .strip()
        )
        last = block.end
    assert not "".join(
        char for char in text[last:] if not char.isspace() and char not in "\ufeff\u200b\u200c\u200d\u2060"
    )


@given(st.text(max_size=400))
def test_any_text_is_covered_by_blocks_in_order(text: str) -> None:
    assert_well_formed(text, list(blocks_of(text)))


PARTS = st.sampled_from(
    [
        P1,
        P2,
        P3,
        "World",
        "Bridge stays closed",
        "BRIDGE STAYS CLOSED",
        "By Joana Reis",
        "© LUSA/Rita Campos",
        "COIMBRA (AP) — ",
        "COIMBRA, March 3 -",
        "Share",
        "[TEXT]",
        "Image caption",
        "At the river on Monday Rita Campos/AFP",
        "Photo: Rita Campos",
        "Reuter",
        "***",
        "Read more",
        "March 3, 2019",
        "",
        "Image copyright Rita Campos Image caption The ferry at the river",
    ]
)


@given(st.lists(st.tuples(PARTS, st.sampled_from(["\n", "\n\n", "\r\n", "\n    ", " ", "\n\n\n"])), max_size=14))
def test_any_order_of_parts_is_covered_by_blocks_in_order(parts: list[tuple[str, str]]) -> None:
    text = "".join(words + gap for words, gap in parts)
    assert_well_formed(text, list(blocks_of(text)))


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "A" * 1_000_000,
        " A" * 500_000,
        "[" * 1_000_000,
        "ABC, " * 200_000,
        "\n" * 100_000,
        "© " * 500_000,
        "A/B/" * 250_000,
        "." * 1_000_000,
    ],
    ids=["words", "letters", "capitals", "brackets", "places", "empty lines", "marks", "slashes", "dots"],
)
def test_no_text_takes_long(text: str) -> None:
    begun = time.perf_counter()
    assert_well_formed(text, list(blocks_of(text)))
    assert time.perf_counter() - begun < 5


def test_a_caption_signed_like_a_credit_line_elsewhere() -> None:
    caption, credit = "Mayor Ana Lund on the quay in Bergen", "FJORD PRESS/Ivo Brek"
    body = "BERGEN (Fjord Press) - The quay was opened."
    text = f"A quay is opened again\n\n{caption} {credit}\n{caption}\n© {credit}\n\n{body}\n"
    blocks = [(block.role, text[block.start : block.end]) for block in blocks_of(text)]
    assert ("caption", caption) in blocks
    assert ("credit", credit) in blocks
    assert ("credit", f"© {credit}") in blocks


def test_a_caption_above_its_credit_in_copy_without_blank_lines() -> None:
    caption, credit = "Engineers at the second pillar of the bridge on Thursday", "Rita Campos/AFP"
    text = "\n".join(["Mayor keeps bridge closed", f"COIMBRA (Lusa) - {P1}", caption, credit, P2, P3])
    assert (of_role(text, "caption"), of_role(text, "credit")) == ([caption], [credit])
    assert of_role(text, "paragraph") == [P1, P2, P3]


def test_a_paragraph_above_a_credit_stays_one() -> None:
    text = "\n".join(["Mayor keeps bridge closed", f"COIMBRA (Lusa) - {P1}", P2, "Rita Campos/AFP", P3])
    assert of_role(text, "paragraph") == [P1, P2, P3]
