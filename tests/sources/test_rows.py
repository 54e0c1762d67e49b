"""Rows: mappings, JSONL and JSON; what they say becomes fields, and nothing of it is lost."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Field, Page, Refused
from dateline.settings import Settings
from dateline.sources import pages


def all_of(*sources: Any, **settings: Any) -> list[Page | Refused]:
    return list(pages(sources, Settings(**settings)))


def page_of(source: Any, **settings: Any) -> Page:
    (found,) = all_of(source, **settings)
    assert isinstance(found, Page), found
    return found


def reason_of(source: Any, **settings: Any) -> str:
    (found,) = all_of(source, **settings)
    assert isinstance(found, Refused), found
    return found.reason


def fields_of(**row: Any) -> tuple[Field, ...]:
    return page_of({"text": "story", **row}).fields


def file_of(folder: Path, content: bytes | str, name: str = "rows.jsonl") -> str:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return (folder / name).as_posix()


def test_a_row_with_text() -> None:
    assert page_of({"id": "wire-7", "text": " As it\r\nstands. "}) == Page(
        id="wire-7", location="row#1", media_type="text/plain", content=" As it\r\nstands. "
    )


def test_a_row_with_html() -> None:
    found = page_of({"id": 12, "html": "<p>x", "url": "https://harbourpost.example/a"})
    assert (found.id, found.media_type, found.content) == ("12", "text/html", "<p>x")
    assert found.fields == (Field("url", "https://harbourpost.example/a", "row: url"),)


def test_text_goes_before_html_unless_it_is_blank() -> None:
    assert page_of({"text": "a", "html": "<p>b"}).content == "a"
    assert page_of({"text": " ", "html": "<p>b"}).content == "<p>b"
    assert page_of({"text": None, "html": "<p>b"}).content == "<p>b"


def test_any_mapping_is_a_row() -> None:
    row: Mapping[str, Any] = MappingProxyType({"text": "story"})
    assert page_of(row).content == "story"


@pytest.mark.parametrize(
    ("given_id", "expected"),
    [("  a b ", "  a b "), (7, "7"), (0, "0"), (-3, "-3"), (None, "row#1"), ("", "row#1"), (2**80, str(2**80))],
)
def test_ids_are_kept_verbatim(given_id: object, expected: str) -> None:
    assert page_of({"id": given_id, "text": "story"}).id == expected


@pytest.mark.parametrize("bad", [1.5, True, ["a"], {"a": 1}, pytest.param(10**5000, id="huge")])
def test_ids_of_other_kinds(bad: object) -> None:
    assert '"id" is ' in reason_of({"id": bad, "text": "story"})


def test_rows_without_ids_are_told_apart() -> None:
    assert [outcome.location for outcome in all_of({"text": "a"}, b"b", {"text": "c"})] == ["row#1", "bytes", "row#3"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({}, 'a row has a "text" or an "html"; this one has nothing'),
        ({"body": "x", "title": "y"}, "this one has body, title"),
        ({"text": 5}, '"text" is of type int; give a string'),
        ({"text": ["a"]}, '"text" is of type list'),
        ({"text": "a", "html": 5}, '"html" is of type int'),
        ({"text": ""}, "there is no text in it"),
        ({"html": "  \n"}, "there is no text in it"),
        ({"text": "half \ud83d"}, "(a lone surrogate) stands at offset 5"),
        ({"text": "x", "title": "\ud83d"}, "(a lone surrogate) stands at offset 0"),
    ],
)
def test_bad_rows(row: dict[str, Any], sentence: str) -> None:
    assert sentence in reason_of(row)


def test_limits_of_a_row() -> None:
    assert "it has 11 characters and the limit is 10; raise max_chars" in reason_of({"text": "a" * 11}, max_chars=10)
    assert "it has 11 bytes and the limit is 10; raise max_bytes" in reason_of({"html": "a" * 11}, max_bytes=10)


def test_what_a_row_says_becomes_fields() -> None:
    row = {
        "title": "Bridge closed",
        "published": "2024-03-05T10:00:00Z",
        "outlet": "Harbour Post",
        "language": "xx",
        "byline": ["Ines Okparo", "Tom Veld"],
        "section": "Local",
        "colour": "blue",
    }
    assert fields_of(**row) == (
        Field("published", "2024-03-05T10:00:00Z", "row: published"),
        Field("headline", "Bridge closed", "row: title"),
        Field("outlet", "Harbour Post", "row: outlet"),
        Field("language", "xx", "row: language"),
        Field("byline", "Ines Okparo", "row: byline"),
        Field("byline", "Tom Veld", "row: byline"),
        Field("section", "Local", "row: section"),
    )


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("2024-03-05", "2024-03-05"),
        (" 2024-03-05 ", "2024-03-05"),
        ("2024-03-05T10:00+05:00", "2024-03-05T10:00+05:00"),
        ("Tue, 05 Mar 2024 10:00:00 +0500", "2024-03-05T10:00:00+05:00"),
        ("5 Mar 2024 10:00 GMT", "2024-03-05T10:00:00+00:00"),
        (date(2024, 3, 5), "2024-03-05"),
        (datetime(2024, 3, 5, 10), "2024-03-05T10:00:00"),
    ],
)
def test_published(value: object, kept: str) -> None:
    assert fields_of(published=value) == (Field("published", kept, "row: published"),)


@pytest.mark.parametrize("value", ["last Tuesday", "2024-03-45", 1709632800, "05/03/2024", True])
def test_published_that_makes_no_sense_is_kept_aside(value: object) -> None:
    assert fields_of(published=value) == (Field("unreadable", str(value), "row: published"),)


def test_other_values_that_make_no_sense_are_kept_aside_too() -> None:
    assert fields_of(title=5) == (Field("unreadable", "5", "row: title"),)


@pytest.mark.parametrize("value", [None, "", "  ", float("nan"), []])
def test_empty_cells_say_nothing(value: object) -> None:
    assert fields_of(published=value, title=value) == ()


def test_values_that_compare_oddly() -> None:
    class Column(list[int]):
        def __ne__(self, other: object) -> bool:
            raise ValueError("the truth of a column is ambiguous")

    assert fields_of(title=Column([5])) == (Field("unreadable", "5", "row: title"),)


def test_options_fill_what_the_row_leaves_open() -> None:
    settings = {"published": "2024-01-01", "outlet": "Option Times", "language": "en"}
    row = {"text": "story", "published": "nonsense", "outlet": "Row Times"}
    assert page_of(row, **settings).fields == (
        Field("unreadable", "nonsense", "row: published"),
        Field("outlet", "Row Times", "row: outlet"),
        Field("published", "2024-01-01", "option: --published"),
        Field("language", "en", "option: --language"),
    )


@given(st.text(max_size=40))
def test_no_date_is_too_odd(words: str) -> None:
    assert len(all_of({"text": "story", "published": words})) == 1


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "html", "a"]), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["id", "text", "html", "url", "title", "published", "byline"]), _JSON))
def test_no_row_is_too_odd(row: dict[str, Any]) -> None:
    (found,) = all_of(row)
    assert isinstance(found, Page) or found.reason


@given(st.lists(_JSON, max_size=4))
def test_no_list_of_rows_is_too_odd(rows: list[Any]) -> None:
    assert len(all_of(json.dumps(rows).encode())) >= 1


def test_jsonl_line_by_line(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "one"}',
        "",
        '{"text": "two", "title": "Caf\\u00e9"}\r',
        '{"text": "thr',
        "[]",
        '"words"',
        '{"text": "\\ud83d"}',
        '{"html": "<p>four"}',
    ]
    path = file_of(tmp_path, "\n".join(lines))
    found = all_of(path)
    assert [(type(page).__name__, page.location.removeprefix(path)) for page in found] == [
        ("Page", "#1"),
        ("Page", "#3"),
        ("Refused", "#4"),
        ("Refused", "#5"),
        ("Refused", "#6"),
        ("Refused", "#7"),
        ("Page", "#8"),
    ]
    assert [page.id.removeprefix(path) for page in found if isinstance(page, Page)] == ["a", "#3", "#8"]
    assert "the line is no JSON" in str(found[2])
    assert "it is no object" in str(found[3])


@pytest.mark.parametrize(
    "line", [b'{"text": "\xff"}', b"[" * 100_000, b'{"a":1' + b"1" * 5000 + b"}", b"\x00", b"\xff"]
)
def test_lines_that_are_no_json(tmp_path: Path, line: bytes) -> None:
    first, second = all_of(file_of(tmp_path, line + b'\n{"text": "fine"}'))
    assert isinstance(first, Refused)
    assert isinstance(second, Page)


def test_what_other_programs_write(tmp_path: Path) -> None:
    found = page_of(file_of(tmp_path, '{"text": "one", "title": NaN, "id": 11111111111111111111, "weight": 1e999}'))
    assert (found.id, found.content, found.fields) == ("1" * 20, "one", ())


def test_a_line_too_long_is_skipped_to_its_end(tmp_path: Path) -> None:
    rows = [{"text": "a" * size} for size in (10, 200_000, 11, 500)]
    found = all_of(file_of(tmp_path, "\n".join(map(json.dumps, rows))), max_bytes=100)
    assert [isinstance(outcome, Page) for outcome in found] == [True, False, True, False]
    assert isinstance(found[1], Refused)
    assert found[1].location.endswith("#2")
    assert found[1].reason == "it has more than 100 bytes and the limit is 100; raise max_bytes or split it"


def test_a_first_line_too_long_is_skipped_too(tmp_path: Path) -> None:
    rows = [{"text": "a" * 200_000}, {"text": "b"}]
    found = all_of(file_of(tmp_path, "\n".join(map(json.dumps, rows))), max_bytes=100)
    assert [isinstance(outcome, Page) for outcome in found] == [False, True]


def test_the_longest_line_that_fits(tmp_path: Path) -> None:
    line = json.dumps({"text": "a" * 50})
    path = file_of(tmp_path, f"{line}\n{line}")
    assert [type(outcome) for outcome in all_of(path, max_bytes=len(line))] == [Page, Page]
    assert [type(outcome) for outcome in all_of(path, max_bytes=len(line) - 1)] == [Refused, Refused]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_jsonl_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    content = '{"text": "caf\u00e9 \U0001f600"}\n{"text": "two"}\n'.encode(encoding)
    assert [page.content for page in all_of(file_of(tmp_path, content)) if isinstance(page, Page)] == [
        "caf\u00e9 \U0001f600",
        "two",
    ]


@pytest.mark.parametrize("name", ["rows", "rows.txt", "rows.json", "rows.data"])
def test_jsonl_is_told_by_its_first_line(tmp_path: Path, name: str) -> None:
    path = file_of(tmp_path, '{"id": 1, "text": "one"}\n{"id": 2, "html": "two"}\n', name)
    assert [page.id for page in all_of(path) if isinstance(page, Page)] == ["1", "2"]


@pytest.mark.parametrize("name", ["rows.json", "rows"])
@pytest.mark.parametrize(
    ("rows", "contents"),
    [
        ({"text": "one"}, ["one"]),
        ([{"text": "one"}, {"text": "two"}], ["one", "two"]),
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_json_documents(tmp_path: Path, name: str, rows: Any, contents: list[str], indent: int | None) -> None:
    path = file_of(tmp_path, json.dumps(rows, indent=indent), name)
    found = all_of(path)
    assert [page.content for page in found if isinstance(page, Page)] == contents
    assert [page.location for page in found] == [f"{path}#{number}" for number in range(1, len(contents) + 1)]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[]", "it holds no row"),
        ("null", "it is no object"),
        ("5", "it is no object"),
        ('{"title": "x"}', "this one has title"),
        ("not json", "it is no JSON"),
        ('{"text": "x"', "it is no JSON"),
        (b'{"a": "\xff"}', "not UTF-8 at byte 7;"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_json_that_is_no_row(tmp_path: Path, content: bytes | str, sentence: str) -> None:
    assert sentence in reason_of(file_of(tmp_path, content, "rows.json"))


@pytest.mark.parametrize("text", ['{"title": "x"}', "[1] A note.", "{sic} he said", "[]", '["a"]', "[" * 9000])
def test_brackets_alone_make_no_rows(text: str) -> None:
    assert page_of(text.encode()).content == text


def test_a_list_with_one_bad_row() -> None:
    found = all_of(b'[{"text": "one"}, 5, {"text": "two"}]')
    assert [type(outcome) for outcome in found] == [Page, Refused, Page]
