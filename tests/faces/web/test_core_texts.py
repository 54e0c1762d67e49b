"""Text and ids of strangers: shown without harm, and found again whatever they hold."""

import json
import re
import unicodedata
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI, Request
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from serving import serving

from dateline.faces.web import addresses
from dateline.faces.web.rendering import Templates
from dateline.faces.web.texts import visible

ANY = st.text(st.characters(exclude_categories=()), max_size=80)
"""Any text that Python can hold, half characters as well."""
_HALF = re.compile("[\ud800-\udfff]")


@given(ANY)
@example("\x00\x1b[2J\x7f\x85\ud800\ufffe\ufdd0")
def test_what_is_shown_has_as_many_characters_and_none_that_html_forbids(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(sign in "\t\n\r" or unicodedata.category(sign) not in ("Cc", "Cs") for sign in shown)
    assert shown.encode("utf-8").decode("utf-8") == shown
    kept = [sign for sign in text if sign.isprintable() or sign in "\t\n\r"]
    assert [sign for sign in shown if sign in kept] == kept or "\N{REPLACEMENT CHARACTER}" in shown


@given(ANY)
@example("</p><script>alert(1)</script>")
@example("\x0b\x0c\x1c ' onload='x")
def test_a_template_shows_the_text_and_nothing_of_it_works(text: str) -> None:
    page = _DRAWN.from_string('<p title="{{ text }}">{{ text }}</p>').render(text=text)
    (paragraph,) = html.fragments_fromstring(page)
    assert (paragraph.tag, list(paragraph.attrib), len(paragraph)) == ("p", ["title"], 0)
    plain = visible(text).replace("\r\n", "\n").replace("\r", "\n")
    assert (paragraph.text or "").replace("\r", "\n").replace("\n\n", "\n") == plain.replace("\n\n", "\n")


_DRAWN = Templates(desk="news.db", local=True)._environment


class Names:
    """An application with an address for each id, which tells the id that it was asked for; asked over a socket."""

    def __init__(self) -> None:
        self.app = FastAPI()
        self.app.add_api_route("/article/{id:path}", _named)
        self.app.add_api_route("/person/{id:path}", _named)

    def ask(self, address: str) -> dict[str, str | None]:
        self.connection.request("GET", address)
        answer: dict[str, str | None] = json.load(self.connection.getresponse())
        return answer


def _named(id: str, request: Request) -> dict[str, str | None]:  # noqa: A002
    more = addresses.changed(request, limit="7")
    return {
        "id": id,
        "version": request.query_params.get("version"),
        "csv": addresses.as_format(request, "csv"),
        "more": more,
    }


@pytest.fixture(scope="module")
def names() -> Iterator[Names]:
    served = Names()
    with serving(served.app) as address:
        served.connection = HTTPConnection(urlsplit(address).netloc, timeout=20)
        yield served
        served.connection.close()


IDS = ANY.filter(lambda text: text not in ("", ".", ".."))  # browsers go by the dots, however they are written


@settings(deadline=None)
@given(id=IDS)
@example(id="https://example.org/a//b/../c?d=1&e=%2F#f")
@example(id="a\nb\n")
@example(id="\ud800")
@example(id="../../etc/passwd")
@example(id="100%")
@example(id="ünï ✓ \x00 \x7f;,+&=")
def test_every_id_comes_back_from_its_address(names: Names, id: str) -> None:  # noqa: A002
    named = _HALF.sub("?", id)
    person, asked = addresses.of("person", id), addresses.article(id, fact=id, version=3)
    assert names.ask(person)["id"] == named
    told = names.ask(asked.partition("#")[0])
    assert told == {
        "id": named,
        "version": "3",
        "csv": asked.partition("#")[0].replace("?", ".csv?"),
        "more": f"{addresses.article(id, version=3)}&limit=7",
    }
    assert names.ask(str(told["csv"]))["id"] == f"{named}.csv"
    assert urlsplit(asked).path.count("/") == 2, "one piece of the address"
    assert asked.isascii()


@given(ANY, ANY)
@example("a&b=c", "#?")
def test_every_question_comes_back_from_its_address(words: str, name: str) -> None:
    asked = addresses.asking("/news", words=words, person=name, limit=None)
    request = Request(
        {
            "type": "http",
            "query_string": urlsplit(asked).query.encode(),
            "headers": [],
            "path": "/news",
            "raw_path": b"/news",
        }
    )
    given_back = {"words": words, "person": name}
    assert dict(request.query_params) == {key: _HALF.sub("?", value) for key, value in given_back.items() if value}


def test_an_address_with_another_question_begins_on_its_first_page() -> None:
    query = b"words=harbour+fire&type=ASSAULT&type=PROTEST&offset=60&empty="
    request = Request({"type": "http", "query_string": query, "headers": [], "path": "/news", "raw_path": b"/news"})
    both = "words=harbour+fire&type=ASSAULT&type=PROTEST"
    assert addresses.changed(request) == f"/news?{both}"
    assert addresses.changed(request, person="Ada Roe") == f"/news?{both}&person=Ada+Roe"
    assert addresses.changed(request, "words", type=None) == "/news"
    assert addresses.changed(request, words="", type="AID") == "/news?type=AID"
