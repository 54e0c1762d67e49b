"""What is sent to be read is taken in no further than it may be read, and understood as what it is."""

from typing import Any

import anyio
import pytest
from fastapi import HTTPException, Request

from dateline.errors import BadQuestion, BadRow, Empty
from dateline.faces.web.pages.paste.taken import AROUND, Pasted, taken
from dateline.settings import Settings

SETTINGS = Settings(max_bytes=1000, max_chars=300)


def sent(body: bytes, kind: str, *, endless: bool = False, length: int | None = None) -> Pasted:
    headers = [(b"content-type", kind.encode())]
    headers += [(b"content-length", str(length).encode())] if length is not None else []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": endless}

    scope = {"type": "http", "method": "POST", "headers": headers, "app": None}
    return anyio.run(taken, Request(scope, receive), SETTINGS)


def form(**fields: str) -> tuple[bytes, str]:
    parts = [
        f'--fjord\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{value}' for name, value in fields.items()
    ]
    return "\r\n".join([*parts, "--fjord--\r\n"]).encode(), "multipart/form-data; boundary=fjord"


def test_what_never_ends_is_refused_while_it_comes_in() -> None:
    with pytest.raises(HTTPException, match="more than the 1,000 bytes") as refused:
        sent(b"x" * 5000, "application/json", endless=True)
    assert refused.value.status_code == 413


def test_what_says_that_it_is_too_long_is_refused_before_it_comes_in() -> None:
    with pytest.raises(HTTPException, match="It has 999,999,999 bytes, more than the 1,000"):
        sent(b"", "application/json", endless=True, length=999_999_999)


def test_a_text_of_too_many_characters_is_refused() -> None:
    assert AROUND > 301
    for body, kind in (form(text="é" * 301), (b'{"text": "' + b"x" * 301 + b'"}', "application/json")):
        with pytest.raises(HTTPException, match="It has 301 characters, more than the 300"):
            sent(body, kind)


def test_other_kinds_are_refused_with_what_would_do() -> None:
    with pytest.raises(HTTPException, match="Send JSON, or a form") as refused:
        sent(b"story", "text/plain")
    assert refused.value.status_code == 415


@pytest.mark.parametrize("body", [b"[]", b"{", b'{"words": "x"}', b"\xff\xfe", b"null"])
def test_json_that_is_no_story_is_refused(body: bytes) -> None:
    with pytest.raises(BadRow):
        sent(body, "application/json")


def test_a_row_of_a_program_keeps_what_belongs_to_a_story() -> None:
    assert sent(b'{"text": "Rain.", "outlet": "Fen Times", "limit": 3}', "application/json").document == {
        "text": "Rain.",
        "outlet": "Fen Times",
    }


def test_lines_of_a_box_come_as_they_were_typed() -> None:
    body, kind = form(text="Rain.\r\nMore rain.\rSun.", outlet=" Fen Times ")
    pasted = sent(body, kind)
    assert pasted.document == b"Rain.\nMore rain.\nSun."
    assert pasted.options == {"outlet": "Fen Times"}


def test_what_stands_beside_the_story_makes_it_a_row() -> None:
    told = Pasted(text="<html><p>Rain.</p></html>", title="Rain", published="2031-04-03").document
    assert told == {"html": "<html><p>Rain.</p></html>", "title": "Rain", "url": "", "published": "2031-04-03"}
    assert "text" in dict(Pasted(text="Rain.", url="https://fen.example/rain").document)  # type: ignore[arg-type]


def test_a_file_goes_before_the_box() -> None:
    assert Pasted(text="Rain.", file=b"Snow.").document == b"Snow."


def test_an_empty_box_and_a_day_that_is_none_are_told() -> None:
    with pytest.raises(Empty, match="there is nothing to read"):
        _ = Pasted(text=" \n").document
    with pytest.raises(BadQuestion, match="give a date in ISO 8601"):
        _ = Pasted(text="Rain.", published="yesterday").options
