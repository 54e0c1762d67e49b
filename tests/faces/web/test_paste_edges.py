"""What is pasted, on its way in and to the process that reads it: nothing of it is lost, and no odd form breaks it."""

import json
from typing import Any
from urllib.parse import urlencode

import anyio
import pytest
from fastapi import Request
from hypothesis import example, given, settings
from hypothesis import strategies as st
from starlette.exceptions import HTTPException

from dateline.desk.asking.home.home import Home
from dateline.errors import BadQuestion, BadRow, Empty
from dateline.faces.web.pages.paste.page import _sentence
from dateline.faces.web.pages.paste.reading import _page, _unpacked
from dateline.faces.web.pages.paste.shown import LONGEST, shown
from dateline.faces.web.pages.paste.taken import AROUND, ROW, Pasted, taken
from dateline.model import Article, Block, Source
from dateline.record import Record
from dateline.settings import Settings
from dateline.values import Person, Span

SMALL = Settings(max_bytes=1000, max_chars=300)
FORM = "application/x-www-form-urlencoded"
ANY = st.text(st.characters(exclude_categories=()), max_size=40)


def sent(chunks: bytes | list[bytes], kind: str | None, settings: Settings = SMALL, **headers: str) -> Pasted:
    waiting = [chunks] if isinstance(chunks, bytes) else list(chunks)
    told = ({"content-type": kind} if kind is not None else {}) | {
        name.replace("_", "-"): v for name, v in headers.items()
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": waiting.pop(0), "more_body": bool(waiting)}

    raw = [(name.encode(), value.encode("latin-1")) for name, value in told.items()]
    return anyio.run(taken, Request({"type": "http", "method": "POST", "headers": raw, "app": None}, receive), settings)


def multipart(*parts: tuple[str, str | None, bytes]) -> bytes:
    """Fields, or files where a file's name is given."""
    out = b""
    for name, file, content in parts:
        named = f'; filename="{file}"' if file is not None else ""
        out += f'--fjord\r\ncontent-disposition: form-data; name="{name}"{named}\r\n\r\n'.encode() + content + b"\r\n"
    return out + b"--fjord--\r\n"


BOXES = "multipart/form-data; boundary=fjord"


@settings(deadline=None)
@given(st.binary(max_size=200), st.dictionaries(st.sampled_from(["published", "outlet"]), ANY))
@example(b"\x00\xff\r\n", {"outlet": "\ud800"})
def test_bytes_come_to_the_process_as_they_were_sent(document: bytes, options: dict[str, str]) -> None:
    assert _unpacked(_page(document, options)) == (document, options)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(ROW), ANY | st.none() | st.integers() | st.booleans()))
@example({"text": "\ud800 half", "html": "\x00"})
def test_a_row_comes_to_the_process_as_it_was_sent(row: dict[str, Any]) -> None:
    assert _unpacked(_page(row, {})) == (row, {})


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["title", "url", "published", "outlet"]), st.text("aé &=\n#+%")))
def test_fields_of_a_form_come_without_blanks_around_them(fields: dict[str, str]) -> None:
    found = sent(urlencode({"text": "Rain.", **fields}).encode(), FORM)
    assert {name: getattr(found, name) for name in fields} == {name: told.strip() for name, told in fields.items()}
    assert found.text == "Rain." and found.row is None


@settings(deadline=None)
@given(st.text("ab\r\n", max_size=30))
def test_lines_of_a_box_end_in_one_way_and_are_as_many(text: str) -> None:
    found = sent(urlencode({"text": text}).encode(), FORM).text
    assert "\r" not in found and found == "\n".join(text.replace("\r\n", "\n").split("\r"))


@pytest.mark.parametrize(
    "kind", [None, "", "text/plain", "application/jsonl", "multipart/mixed; boundary=x", ";", "*/*"]
)
def test_what_says_no_kind_or_another_one_is_refused(kind: str | None) -> None:
    with pytest.raises(HTTPException) as refused:
        sent(b'{"text": "Rain."}', kind)
    assert refused.value.status_code == 415


@pytest.mark.parametrize("kind", ["application/json", " Application/JSON ; charset=utf-8", "APPLICATION/JSON;"])
def test_the_kind_is_known_however_it_is_written(kind: str) -> None:
    assert sent(b'{"text": "Rain."}', kind).row == {"text": "Rain."}


@pytest.mark.parametrize("length", ["", "-1", "1e9", "abc", "0", "+5", " 9999999 x"])
def test_a_length_that_is_none_is_not_believed(length: str) -> None:
    assert sent(b'{"text": "Rain."}', "application/json", content_length=length).row == {"text": "Rain."}


def test_a_length_without_end_is_refused_without_counting_it() -> None:
    with pytest.raises(HTTPException) as refused:
        sent(b"", "application/json", content_length="9" * 5000)
    assert refused.value.status_code == 413 and len(refused.value.detail) < 200


def test_a_body_in_pieces_is_one_and_its_limit_is_that_of_all_pieces() -> None:
    pieces = [b'{"te', b"", b'xt": "Ra', b'in."}']
    assert sent(pieces, "application/json").row == {"text": "Rain."}
    with pytest.raises(HTTPException) as refused:
        sent([b"x" * AROUND, b"x" * 1000, b"x"], "application/json")
    assert refused.value.status_code == 413


@pytest.mark.parametrize("over", [0, 1])
def test_a_text_may_be_as_long_as_the_limit_and_no_longer(over: int) -> None:
    body = ('{"text": "' + "é" * (300 + over) + '"}').encode()
    if not over:
        assert len(dict(sent(body, "application/json").row or {})["text"]) == 300
        return
    with pytest.raises(HTTPException, match="301 characters"):
        sent(body, "application/json")


@pytest.mark.parametrize(
    "body", [b"", b'"text"', b"[{}]", b'{"Text": "x"}', b'{"title": "x"}', b"\x00", b"{" * 900, b"NaN"]
)
def test_json_without_a_story_is_refused_in_words(body: bytes) -> None:
    with pytest.raises(BadRow, match=r"it is no JSON|give an object"):
        sent(body, "application/json")


@pytest.mark.parametrize("text", [None, 3, [], {"a": 1}, True])
def test_a_text_of_another_type_is_left_for_the_reader_to_refuse(text: object) -> None:
    assert sent(json.dumps({"text": text}).encode(), "application/json").row == {"text": text}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"--x\r\n\r\n--x--"), ("multipart/form-data; boundary=", b"text"),
        (BOXES, b"no boundary at all"), (BOXES, b"--fjord\r\nno header"),
        (BOXES, multipart(*((f"f{at}", None, b"x") for at in range(30)))),
        (BOXES, multipart(("document", "a.txt", b"one"), ("document", "b.txt", b"two"))),
    ],
)  # fmt: skip
def test_a_form_that_is_broken_or_crowded_is_refused_or_empty(kind: str, body: bytes) -> None:
    try:
        found = sent(body, kind)
    except HTTPException as refused:
        assert refused.status_code == 400
    else:
        with pytest.raises(Empty):
            _ = found.document


def test_a_file_keeps_its_bytes_and_its_name_and_goes_before_the_box() -> None:
    content = b"\xff\xfe\r\n\x00 Rain"
    found = sent(multipart(("text", None, b"Snow."), ("document", "<i>.txt", content)), BOXES)
    assert (found.file, found.name, found.document) == (content, "<i>.txt", content)


def test_no_file_chosen_leaves_what_is_in_the_box() -> None:
    found = sent(multipart(("text", None, b"Snow."), ("document", "", b"")), BOXES)
    assert (found.file, found.name, found.document) == (b"", "", b"Snow.")


def test_a_file_in_the_place_of_a_text_is_no_text_and_a_text_in_that_of_a_file_no_file() -> None:
    found = sent(multipart(("text", "a.txt", b"Snow."), ("document", None, b"Rain.")), BOXES)
    assert (found.text, found.file) == ("", b"")


@pytest.mark.parametrize(
    ("published", "is_one"),
    [("2031-04-02", True), ("2031-04-02T06:30:00+02:00", True), ("2031-04-02T06:30:00Z", True), ("2031-02-30", False),
     ("2031-13-01", False), ("soon", False), ("x" * 3000, False), ("0", False)],
)  # fmt: skip
def test_a_day_of_publication_is_a_day(published: str, is_one: bool) -> None:
    pasted = Pasted(text="Rain.", published=published)
    if is_one:
        assert pasted.options == {"published": published}
        return
    with pytest.raises(BadQuestion) as refused:
        _ = pasted.options
    assert len(str(refused.value)) < 200


def test_a_row_goes_before_a_file_and_a_file_before_a_text() -> None:
    assert Pasted(row={"text": "a"}, file=b"b", text="c").document == {"text": "a"}
    assert Pasted(file=b"b", text="c", title="d").document == b"b"


def test_half_characters_of_a_box_are_replaced_and_not_fatal() -> None:
    assert Pasted(text="Rain \ud800.").document == b"Rain ?."


@pytest.mark.parametrize("text", ["\ufeff", "\u200b", "."])
def test_a_box_with_hardly_anything_is_still_given_to_the_reader(text: str) -> None:
    assert Pasted(text=text).document == text.encode()


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("it is empty", "It is empty."),
        ("Why?", "Why?"),
        ("no!", "No!"),
        ("x", "X."),
        ("état.", "État."),
        ("3 of it", "3 of it."),
    ],
)
def test_why_it_cannot_be_read_is_a_sentence(message: str, sentence: str) -> None:
    assert _sentence(message) == sentence


def record(text: str) -> Record:
    source = Source(location="pasted", media_type="text/plain")
    return Record(Article(id="pasted", source=source, text=text, blocks=(Block("paragraph", 0, len(text)),)))


def test_a_story_that_is_in_no_desk_leads_nowhere() -> None:
    read = record("Ada Roe came.")
    ada = read.add(read.fact(Person(name="Ada Roe"), Span(0, 7)))
    told = shown(read)
    home: Home = told["home"]
    assert (home.identities, home.incidents, home.story, home.reports) == ({}, {}, None, ())
    ((margin,),) = told["proof"].margins.values()
    assert margin.note.facts == (ada.id,) and margin.evidence[0].links == ()
    assert (told["cut"], told["facts"], told["language"]) == (False, 1, "und")


@pytest.mark.parametrize(("size", "cut"), [(0, False), (LONGEST, False), (LONGEST + 1, True)])
def test_what_is_longer_than_a_page_says_that_it_is_cut(size: int, cut: bool) -> None:
    told = shown(record("a " * (size // 2) + "b" * (size % 2)))
    assert told["cut"] == cut and (told["parts"][0].end < size) == cut
    assert len(told["parts"]) == 1, "nobody keeps what the second part would show"
