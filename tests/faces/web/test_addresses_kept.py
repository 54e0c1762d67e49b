"""Addresses: what a page asks for is kept, one stroke leads to no other host, and numbers are what they say."""

from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from starlette.requests import Request

from dateline.errors import BadQuestion
from dateline.faces.web import addresses
from dateline.faces.web.asked import LARGEST, PAGE, Asked, whole_number
from dateline.faces.web.pages.map.question import HappenedAsked
from dateline.faces.web.pages.news.question import ArrivedAsked, NewsAsked
from dateline.faces.web.pages.timeline.page import TimelineAsked

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def asked_at(path: str, query: str = "", raw: bytes | None = None) -> Request:
    scope = {"type": "http", "path": path, "query_string": query.encode(), "headers": []}
    return Request(scope if raw is None else scope | {"raw_path": raw})


@given(TEXT)
@example(".")
@example("..")
@example("...")
@example("..html")
@example("...html.html")
@example(".html")
@example("a/../b")
def test_an_id_is_one_segment_that_no_browser_takes_away(id: str) -> None:  # noqa: A002
    address = addresses.of("person", id)
    assert address.startswith("/person/") and address.count("/") == 2 and address.isascii()
    segment = unquote(address.removeprefix("/person/"))
    assert segment not in (".", "..")
    assert addresses.id_of(segment) == id


@pytest.mark.parametrize(
    ("fact", "version", "address"),
    [
        (None, None, "/article/a%20b"),
        (None, 0, "/article/a%20b"),
        (None, 2, "/article/a%20b?version=2"),
        ("event-1", None, "/article/a%20b#event-1"),
        ("event-1", 2, "/article/a%20b?version=2#event-1"),
        ("#x?y", None, "/article/a%20b#%23x%3Fy"),
        ("", 3, "/article/a%20b?version=3"),
    ],
)
def test_an_article_at_a_fact_of_a_version(fact: str | None, version: int | None, address: str) -> None:
    assert addresses.article("a b", fact, version) == address


@given(st.dictionaries(st.sampled_from(["words", "person", "since"]), TEXT | st.integers() | st.none()))
def test_a_question_in_an_address_loses_only_what_is_empty(asked: dict[str, str | int | None]) -> None:
    query = urlsplit(addresses.asking("/news", **asked)).query
    assert dict(parse_qsl(query)) == {name: str(told) for name, told in asked.items() if told not in (None, "")}


def test_zero_and_false_are_no_empty_values() -> None:
    assert addresses.asking("/incidents", min_killed=0) == "/incidents?min_killed=0"
    assert addresses.asking("/incidents") == "/incidents"


@pytest.mark.parametrize(
    ("path", "ending"),
    [
        ("/news.json", "json"), ("/news.csv", "csv"), ("/map.geojson", "geojson"), ("/news", "html"), ("", "html"),
        ("/article/a.json.csv", "csv"), ("/article/a.JSON", "html"), ("/article/a.json/b", "html"), ("/json", "html"),
        ("/article/.json", "json"), ("/article/a.", "html"), ("/a.html", "html"),
    ],
)  # fmt: skip
def test_an_ending_is_what_stands_behind_the_last_dot(path: str, ending: str) -> None:
    assert addresses.format_of(path) == ending


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        (b"/news", "/news"), (b"//evil.example/x", "/evil.example/x"), (b"/\\evil.example", "/evil.example"),
        (b"///", "/"), (b"\\/\\/evil", "/evil"), (b"/article/a%2F%2Fb%3Fc", "/article/a%2F%2Fb%3Fc"),
    ],
)  # fmt: skip
def test_no_address_of_a_page_leads_to_another_host(raw: bytes, path: str) -> None:
    request = asked_at("/x", raw=raw)
    assert addresses.path_of(request) == path
    for address in (addresses.changed(request, words="x"), addresses.as_format(request, "csv")):
        assert urlsplit(address).netloc == "" and address.startswith(path)


def test_a_path_without_its_raw_form_is_encoded_again() -> None:
    request = asked_at("/article/å ?#", "version=2")
    assert addresses.path_of(request) == "/article/%C3%A5%20%3F%23"
    assert addresses.as_format(request, "json") == "/article/%C3%A5%20%3F%23.json?version=2"


@given(st.lists(st.tuples(st.sampled_from(["type", "words", "offset", "limit"]), TEXT), max_size=6), TEXT)
def test_a_changed_question_keeps_all_others_in_their_order(pairs: list[tuple[str, str]], words: str) -> None:
    request = asked_at("/news", urlsplit(addresses._query(pairs)).query)
    kept = [(name, told) for name, told in pairs if told and name in ("type", "limit")]
    told = parse_qsl(urlsplit(addresses.changed(request, words=words)).query)
    assert told == kept + ([("words", words)] if words else [])


def test_a_form_carries_along_what_it_does_not_ask() -> None:
    asked = {"words": "bus", "type": ["AID"], "since": None, "until": "", "limit": 0}
    assert addresses.hidden(asked, ["words"]) == [("type", ["AID"]), ("limit", 0)]
    assert addresses.hidden({}) == []


@pytest.mark.parametrize(
    ("given", "number"),
    [(None, 7), ("", 7), ("   ", 7), ("1", 1), (" 30 ", 30), (" " * 9 + "30 ", 30), ("007", 7), ("9" * 9, 999_999_999)],
)
def test_a_whole_number_of_an_address(given: str | None, number: int) -> None:
    assert whole_number("limit", given, 1, 7) == number


@pytest.mark.parametrize(
    "given", ["0", "-1", "+1", "1.0", "1e3", "0x10", "1_000", "٣", "²", "1 2", "9" * 10, "ten", "\x00"]
)
def test_what_is_no_whole_number_is_told_by_its_name(given: str) -> None:
    with pytest.raises(BadQuestion, match=r"offset cannot be .*; give a whole number from 1 up"):
        whole_number("offset", given, 1, 7)


def test_a_very_long_number_is_not_repeated_in_full() -> None:
    with pytest.raises(BadQuestion) as refused:
        whole_number("limit", "9" * 2000, 1, 7)
    assert len(str(refused.value)) < 150


def test_rows_of_a_page_are_some_and_never_too_many() -> None:
    assert (Asked().rows, Asked().first) == (PAGE, 0)  # type: ignore[call-arg]
    assert Asked(limit=str(LARGEST + 1), offset="5").given() == {"limit": LARGEST, "offset": 5}


def test_what_is_empty_is_not_asked_for() -> None:
    asked = NewsAsked(words="", type=[], country=None, person="Ada")  # type: ignore[call-arg]
    assert asked.filters() == {"person": "Ada"} and asked.narrowed
    assert asked.filters("person") == {}


@pytest.mark.parametrize(
    "cells", [{}, {"order": "newest"}, {"before": "x"}, {"every": "type"}, {"limit": "3", "offset": "9"}]
)
def test_a_page_and_an_order_narrow_nothing(cells: dict[str, str]) -> None:
    assert not NewsAsked(**cells).narrowed  # type: ignore[arg-type]


def test_what_came_in_since_begins_with_everything() -> None:
    assert ArrivedAsked().to_desk()["after"] == "0"  # type: ignore[call-arg]


@pytest.mark.parametrize(("direction", "told"), [(None, "last"), ("", "last"), ("last", "last"), ("first", "first")])
def test_a_timeline_begins_with_the_latest_unless_told(direction: str | None, told: str) -> None:
    assert TimelineAsked(direction=direction).ordered()["direction"] == told  # type: ignore[call-arg, arg-type]


@pytest.mark.parametrize("name", ["within", "person", "organisation", "status", "outlet", "reports", "disagreeing"])
def test_the_second_row_of_a_form_opens_for_what_stands_in_it(name: str) -> None:
    assert HappenedAsked(**{name: "x"}).more  # type: ignore[arg-type]
    assert not HappenedAsked(**{name: ""}, country="DNK", words="x").more  # type: ignore[arg-type]
