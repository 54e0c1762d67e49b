"""Wire messages in plain characters: envelopes, slugs, options, the day and time, and the story between them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outcomes import articles, blocks, fields, is_sound, only, outcomes, reason, values

from dateline.model import Article, Refused
from dateline.reading.wires.day_time import day_time
from dateline.reading.wires.envelopes import Envelope, envelopes_of
from dateline.reading.wires.slugs import Slug, Status, option_in, slug_of, status_of, until

WIRE = "text/x-iptc7901"
CORPUS = Path(__file__).parents[2] / "corpus" / "wires"
STORY = "FARO, Portugal (RVN) -- The river rose by two metres in one night, the mayor said on Wednesday."


def read(name: str) -> str:
    return (CORPUS / name).read_bytes().decode()


def message(text: str = STORY, header: str = "rvn0123 4 i 20", tail: str = "051405 GMT Mar 24") -> str:
    return f"\x01{header}\r\n\x02{text}\r\n\x03{tail}\r\n\x04"


def test_a_story_between_its_control_characters() -> None:
    article = outcomes(WIRE, read("river-news.iptc"))[0]
    assert isinstance(article, Article)
    assert article.id == "page#1"
    assert fields(article) == [
        ("section", "pol", "iptc7901: header"),
        ("published", "2024-03-05T14:05:00", "iptc7901: day and time"),
        ("tag", "Harbour", "iptc7901: keywords"),
        ("tag", "Strike", "iptc7901: keywords"),
        ("revision", "2", "iptc7901: keywords"),
        ("status", "updated", "iptc7901: keywords"),
    ]
    assert [(role, " ".join(words.split())) for role, words in blocks(article)] == [
        ("furniture", "Harbour/Strike/2nd Ld/"),
        ("headline", "Dockers end strike in Coimbra"),
        ("dateline", "Coimbra, March 5 (RVN) -"),
        (
            "paragraph",
            "Dockers went back to work on Tuesday after the port agreed to pay overtime for the night shift, the union "
            "said in a statement that was read out at the gate.",
        ),
        (
            "paragraph",
            '"We are tired," said Ana Ruiz, who speaks for 400 workers. She said that the strike would go on in two '
            "smaller ports along the coast until Friday at least.",
        ),
        ("note", "rvn ar jk"),
    ]


def test_the_text_stays_but_for_control_characters() -> None:
    article = outcomes(WIRE, read("river-news.iptc"))[0]
    assert isinstance(article, Article)
    between = read("river-news.iptc").split("\x02")[1].split("\x03")[0]
    assert article.text == between.replace("\x0e", "").replace("\x0f", "")


def test_a_killed_story_keeps_its_status_and_an_advisory_is_no_story() -> None:
    _, killed, advisory = outcomes(WIRE, read("river-news.iptc"))
    assert isinstance(killed, Article)
    assert values(killed, "status") == ["killed"]
    assert values(killed, "published") == ["2024-03-05T14:10:00+00:00"]
    assert [role for role, _ in blocks(killed)] == ["note", "note", "note"]
    assert advisory == Refused("wire.xml#3", "reading", "the message holds no story, only words of the desk")


def test_an_american_message_with_typesetting_marks() -> None:
    article = only(WIRE, read("coast-wire.anpa"))
    assert article.id == "page"
    assert blocks(article) == [
        ("furniture", "bc-Storm-Coast,1st Ld-Writethru,0145"),
        ("headline", "Storm hits coast"),
        ("byline", "By JOAO REIS"),
        ("byline", "River News Writer"),
        ("dateline", "FARO, Portugal (RVN) _"),
        ("paragraph", "A storm hit the coast on Tuesday and tore the roofs off 30 houses."),
        ("paragraph", "Nobody was hurt, the police said."),
    ]
    assert values(article, "published") == ["2024-03-05T09:05:00-05:00"]
    assert values(article, "tag") == ["Storm", "Coast"]
    assert values(article, "section") == ["i"]


def test_messages_of_which_only_print_is_left() -> None:
    flood, lines = articles(WIRE, read("telex.txt"))
    assert [article.id for article in (flood, lines)] == ["page#1", "page#2"]
    assert values(flood, "status") == ["embargoed"]
    assert values(flood, "embargoed") == ["2024-03-06T06:00:00+00:00"]
    assert values(flood, "revision") == ["1"]
    assert [role for role, _ in blocks(flood)] == [
        "furniture", "note", "headline", "byline", "dateline", "paragraph", "note", "furniture",
    ]  # fmt: skip
    assert blocks(flood)[-2:] == [("note", "(MORE)"), ("furniture", "051500 GMT MAR 24")]
    assert [role for role, _ in blocks(lines)] == ["paragraph"]
    assert lines.fields == ()


def test_a_file_without_messages_is_refused() -> None:
    assert reason(WIRE, "Nothing here at all.") == "no message of a wire is in it"
    assert reason(WIRE, "\x01\x02\r\n\x03\x04") == "no message of a wire is in it"
    for header in ("rvn0123 4 i 20", "Flood/Faro/KILL"):
        assert reason(WIRE, f"\x01{header}\r\n\x02\r\n\x03") == "the message holds no text"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("\x01h\x02t\x03z\x04", [Envelope("h", "t", "z")]),
        ("\x01h\x02t", [Envelope("h", "t", "")]),
        ("\x02t\x03z", [Envelope("", "t", "z")]),
        ("\x01h\nt\x04", [Envelope("h", "t", "")]),
        ("\x01a\x02t\x03y\x01b\x02u\x03z", [Envelope("a", "t", "y"), Envelope("b", "u", "z")]),
        ("\x02t\x03y\x02u\x03z", [Envelope("", "t", "y"), Envelope("", "u", "z")]),
        ("rvn0123 4 i 20\n\x02t\x03", [Envelope("rvn0123 4 i 20", "t", "")]),
        ("noise\x04\x01h\x11\x12x\x02a\x0eb\x7f\x03", [Envelope("h x", "ab", "")]),
        ("\x01h\x02t\nNNNN\n\x03", [Envelope("h", "t\n", "")]),
        ("ZCZC rvn0123 4 i 20\nt\nNNNN", [Envelope("rvn0123 4 i 20", "\nt\n", "")]),
        ("ZCZC 1\nt\nZCZC 2\nu", [Envelope("", "\nt\n", ""), Envelope("", "\nu", "")]),
        ("a ZCZC b", []),
    ],
)
def test_envelopes(content: str, found: list[Envelope]) -> None:
    assert envelopes_of(content) == found


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("051405 MAR 24", "2024-03-05T14:05:00"),
        ("051405 GMT MAR 24", "2024-03-05T14:05:00+00:00"),
        ("051405Z Mar 2024", "2024-03-05T14:05:00+00:00"),
        ("05 1405 GMT MARCH 24", "2024-03-05T14:05:00+00:00"),
        ("051405 MAR 91 GMT", "1991-03-05T14:05:00+00:00"),
        ("051405 CEST Jun 24", "2024-06-05T14:05:00+02:00"),
        ("03-05-24 0905EST", "2024-03-05T09:05:00-05:00"),
        ("03-05-24 0905", "2024-03-05T09:05:00"),
        ("352505 MAR 24", None),
        ("051405 MAR", None),
        ("call 051405 now", None),
    ],
)
def test_the_day_and_time(words: str, moment: str | None) -> None:
    assert day_time(words) == moment
    assert day_time(f"rvn {words}") == moment


def test_a_moment_within_a_sentence_is_no_sign_of_the_end() -> None:
    assert day_time("The note of 051405 MAR 24 was wrong", whole=True) is None
    assert day_time("#1234 051405 MAR 24", whole=True) == "2024-03-05T14:05:00"


@pytest.mark.parametrize(
    ("line", "slug"),
    [
        ("Harbour/Strike/", Slug(("Harbour", "Strike"))),
        ("BC-Storm-Coast,0450", Slug(("Storm", "Coast"))),
        ("BC-Storm,2nd Ld-Writethru,0450", Slug(("Storm",), ("2nd Ld-Writethru",))),
        ("FLOOD-FARO/UPDATE 3", Slug(("FLOOD", "FARO"), ("UPDATE 3",))),
        ("Harbour/KILL/", Slug(("Harbour",), ("KILL",))),
        ("STORM", Slug(("STORM",))),
        ("Police-Kill-Suspect", Slug(("Police", "Kill", "Suspect"))),
        ("Storm-hit town waits for help", None),
        ("River rises above the old bridge", None),
        ("The dead/missing were counted at noon on Monday.", None),
        ("URGENT", None),
        ("", None),
    ],
)
def test_slugs(line: str, slug: Slug | None) -> None:
    assert slug_of(line) == slug


@pytest.mark.parametrize(
    "line",
    ["URGENT", "FLASH", "/EDS/", "(MORE)", "KILL", "CORRECTION", "ADVISORY", "TAKE 2", "2nd Ld", "1ST LEAD", "2-2",
     "Eds: note the new figures", "MANDATORY KILL", "BULLETIN - KILL", "EMBARGOED UNTIL 060600 GMT MAR 24"],
)  # fmt: skip
def test_lines_for_other_desks(line: str) -> None:
    assert option_in(line)


@pytest.mark.parametrize("line", ["Urgent help is needed", "They kill for less", "More than 30 houses fell", "", "--"])
def test_lines_of_the_story(line: str) -> None:
    assert not option_in(line)


@pytest.mark.parametrize(
    ("option", "status"),
    [
        ("KILL", Status.killed),
        ("MANDATORY KILL", Status.killed),
        ("URGENT/KILL", Status.killed),
        ("Story withdrawn", None),
        ("WITHDRAWN", Status.killed),
        ("CORRECTION: the age", Status.corrected),
        ("CORR", Status.corrected),
        ("HOLD FOR RELEASE 6 p.m.", Status.embargoed),
        ("2nd Ld-Writethru", Status.updated),
        ("UPDATE 3", Status.updated),
        ("URGENT", None),
    ],
)
def test_statuses(option: str, status: Status | None) -> None:
    assert status_of((option,)) == status


def test_the_gravest_status_counts() -> None:
    article = only(WIRE, message(f"Flood-Faro/2nd Ld/\r\nCORRECTION\r\n{STORY}"))
    assert fields(article)[-1] == ("status", "corrected", "iptc7901: note")


def test_a_slug_that_speaks_of_killing_kills_no_story() -> None:
    article = only(WIRE, message(f"BC-Police-Kill-Bear,0200\r\nPolice shoot bear near school\r\n{STORY}"))
    assert values(article, "status") == []


def test_embargoes() -> None:
    assert until("EMBARGOED UNTIL 060600 GMT MAR 24") == "2024-03-06T06:00:00+00:00"
    assert until("NOT FOR PUBLICATION BEFORE 060600 MAR 24") == "2024-03-06T06:00:00"
    assert until("Embargoed until noon") is None
    assert until("060600 MAR 24") is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_no_paragraph_goes_on_over_a_line_for_other_desks(end: str) -> None:
    lines = ("The river rose by two metres in one night and flooded", "URGENT", "nine streets near the old bridge.")
    article = only(WIRE, message(end.join(lines)))
    assert [words for _, words in blocks(article)] == list(lines)


SCRAPS = ["\x01", "\x02", "\x03", "\x04", "rvn0123 4 i 20\r\n", "ZCZC", "\r\nNNNN\n", "Flood/Faro/", "KILL",
          "^By ANA RUIZ=", STORY, "051405 MAR 24", "(MORE)", "\x0e", "\n", "\r", "rvn ar jk", "/EDS/ "]  # fmt: skip


@given(st.lists(st.sampled_from(SCRAPS), max_size=16).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_scraps_of_a_wire_are_read_or_refused(content: str) -> None:
    found = outcomes(WIRE, content)
    assert found
    assert all(map(is_sound, found))


@given(st.text(alphabet=st.characters(max_codepoint=0x17F), max_size=120))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_or_refused(content: str) -> None:
    assert all(map(is_sound, outcomes(WIRE, content)))
