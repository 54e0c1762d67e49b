"""Bytes into text: every encoding in use, and a refusal rather than a wrong character."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import NotText
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources import pages
from dateline.sources.decoding import text_of

QUOTES = "The mayor said \u201cwe won\u2019t pay\u201d \u2013 and left\u2026"
RUSSIAN = "Мэр заявила в четверг, что мост останется закрытым до мая."
JAPANESE = "市長は木曜日、橋を五月まで閉鎖すると発表した。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [QUOTES, RUSSIAN, JAPANESE, "\U0001f600 line\r\nline\rline\n"])
def test_unicode_encodings(encoding: str, text: str) -> None:
    (found,) = pages([text.encode(encoding)], Settings())
    assert isinstance(found, Page)
    assert found.content == text


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le", "utf-32-be"])
def test_marks_of_either_order(encoding: str) -> None:
    (found,) = pages([("\ufeff" + QUOTES).encode(encoding)], Settings())
    assert isinstance(found, Page)
    assert found.content == QUOTES


def test_only_the_first_mark_is_no_text() -> None:
    (found,) = pages(["\ufeff\ufeffa\ufeff".encode()], Settings())
    assert isinstance(found, Page)
    assert found.content == "\ufeffa\ufeff"


@pytest.mark.parametrize("raw", [b"\xff\xfea", b"\xff\xfe\x00\xd8a\x00", b"\xff\xfe\x00\x00\xff\xff\xff\xff"])
def test_a_mark_that_lies(raw: bytes) -> None:
    (found,) = pages([raw], Settings())
    assert isinstance(found, Refused)
    assert "its byte order mark says UTF-" in found.reason


@pytest.mark.parametrize(
    "text",
    [
        QUOTES,
        "It\u2019s over.",
        "Nicol\u00e1s N\u00fa\u00f1ez told reporters in Bras\u00edlia that the caf\u00e9 was closed.",
        "Les \u00e9lections ont \u00e9t\u00e9 cr\u00e9\u00e9es \u00e0 l\u2019H\u00f4tel de Ville.",
        "Die B\u00fcrgermeisterin sagte, die Br\u00fccke sei wegen gro\u00dfer Sch\u00e4den gesperrt.",
        "It cost \u20ac5m, or \u00a34.2m \u2014 \u201ctoo much\u201d.",
    ],
)
def test_windows_1252(text: str) -> None:
    assert text_of(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        ("市长周四表示，大桥将关闭至五月。", "gb18030"),
        ("시장은 목요일 다리를 5월까지 폐쇄한다고 밝혔다.", "cp949"),
        ("Η δήμαρχος δήλωσε την Πέμπτη ότι η γέφυρα παραμένει κλειστή.", "cp1253"),
    ],
)
def test_a_guess_at_other_encodings(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)) == text


def test_a_guess_with_rivals_is_refused() -> None:
    with pytest.raises(NotText, match=r"its encoding could not be told; it may be .* or "):
        text_of("Policja zatrzymała wczoraj pięć osób podejrzanych o kradzież w Łodzi.".encode("cp1250"))


def test_the_sample_has_the_bytes_that_matter() -> None:
    text = "plain words here\n" * 20_000 + RUSSIAN
    assert text_of(text.encode("cp1251")) == text


@pytest.mark.parametrize(
    ("declaration", "encoding", "text"),
    [
        ('<meta charset="windows-1251">', "cp1251", "Мост"),
        ("<META HTTP-EQUIV='Content-Type' content='text/html; charset=koi8-r'>", "koi8-r", "Мост"),
        ("<meta charset=iso-8859-1>", "cp1252", "\u201cquoted\u201d"),
        ("<meta charset=gb2312>", "gb18030", "大桥"),
        ("<meta charset=shift_jis>", "cp932", "①橋"),
        ("<meta charset=iso-2022-jp>", "iso-2022-jp", "橋"),
        ('<?xml version="1.0" encoding="ISO-8859-2"?>', "iso-8859-2", "Łódź"),
        ("<meta charset=iso-8859-1>", "utf-8", "\u201cbelies its page\u201d"),
    ],
)
def test_declared_encodings(declaration: str, encoding: str, text: str) -> None:
    page = f"<html>{declaration}<p>{text}"
    assert text_of(page.encode(encoding)) == page


@pytest.mark.parametrize(
    "name", ["utf-16", "rot13", "base64", "unicode_escape", "undefined", "idna", "no-such", "utf-7", "x" * 300]
)
def test_declarations_that_make_no_sense_are_passed_over(name: str) -> None:
    page = f"<meta charset={name}><p>{QUOTES}"
    assert text_of(page.encode("cp1252")) == page


def test_the_server_goes_before_the_page() -> None:
    page = "<meta charset=windows-1252><p>Мост"
    assert text_of(page.encode("cp1251"), "windows-1251") == page


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n....", "a PNG picture"),
        (b"%PDF-1.7\n", "this PDF is damaged"),
        (b"PK\x03\x04word/document.xml", "this ZIP archive is damaged"),
        (b"{\\rtf1\\ansi", "an RTF file"),
        (b"text and\0more", "zero bytes"),
        ("words without a mark".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        ("words without a mark".encode("utf-16-be"), "UTF-16 without a byte order mark"),
        (b"\x01\x02\x03\x04 and words", "4 of its 14 bytes are control characters"),
    ],
)
def test_binary_data_are_named(raw: bytes, sentence: str) -> None:
    (found,) = pages([raw], Settings())
    assert isinstance(found, Refused)
    assert sentence in found.reason


def test_a_wire_service_has_its_control_characters() -> None:
    text = "\x01\x02BRIDGE CLOSED\r\n" + "The bridge is closed until May. " * 10 + "\x03\x04"
    assert text_of(text.encode()) == text


def test_damaged_utf8_is_no_other_encoding() -> None:
    raw = RUSSIAN.encode() + b"\x92 and more " + RUSSIAN.encode()
    with pytest.raises(NotText, match=f"but for 1 damaged characters, the first at byte {len(RUSSIAN.encode())}"):
        text_of(raw)


def test_damaged_utf8_declared_otherwise() -> None:
    with pytest.raises(NotText, match="damaged characters"):
        text_of(b"<meta charset=windows-1252>" + RUSSIAN.encode() + b"\xff")


@given(st.binary(max_size=300))
def test_no_bytes_are_too_odd(raw: bytes) -> None:
    found = list(pages([raw], Settings(max_bytes=200, max_chars=150)))
    assert found
    assert all(outcome.content.strip() if isinstance(outcome, Page) else outcome.reason for outcome in found)


_ANY: Any = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t")


@given(st.text(_ANY, min_size=1).filter(lambda text: text.strip() and not text.startswith(("\ufeff", "{", "["))))
def test_text_comes_back_verbatim(text: str) -> None:
    for raw in (text.encode(), text.encode("utf-16")):
        (found,) = pages([raw], Settings())
        assert isinstance(found, Page)
        assert found.content == text


@given(st.text(min_size=1), st.sampled_from(["cp1252", "cp1251", "shift_jis", "gb18030", "utf-16-le"]))
def test_other_encodings_never_crash(text: str, encoding: str) -> None:
    assert list(pages([text.encode(encoding, "ignore")], Settings()))
