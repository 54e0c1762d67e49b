"""Input that is made to harm, or merely broken: a sentence for each, in bounded time, and every good story is read."""

import gzip
import json
import tracemalloc
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warc_writer import http, record

from dateline.model import Article, Page, Refused
from dateline.reading.articles import read_page
from dateline.settings import Settings
from dateline.sources import pages
from dateline.sources.documents import Origin, stream_pages
from dateline.sources.streams import Stream

STORY = "BASEL, March 5 (Daily) - The bridge is closed until May, Ines Okparo said on Tuesday.\n"
DEEP = 100_000
_PARAGRAPHS = "".join(
    f"<p>The bridge is closed until May, Ines Okparo said; part {n} of it is weak.</p>" for n in range(5)
)
PAGE = f"<html><head><title>Bridge closed</title></head><body><article>{_PARAGRAPHS}</article></body></html>"


def bomb_of_entities(depth: int = 12) -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, depth))
    return f'<!DOCTYPE nitf [<!ENTITY e0 "boom">{entities}]><nitf><body>&e{depth - 1};</body></nitf>'


def one_long_entity() -> str:
    text = "&a;" * 100_000
    return f'<!DOCTYPE nitf [<!ENTITY a "{"x" * 100_000}">]><nitf><body>{text}</body></nitf>'


def outside_entity(address: str) -> str:
    return f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "{address}">]><nitf><body><p>&x;</p></body></nitf>'


def zip_of(name: str, content: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


BAD: dict[str, bytes] = {
    "deep.html": b"<html><body>" + b"<div>" * DEEP + STORY.encode(),
    "deep.xml": b"<nitf>" + b"<p>" * DEEP + b"</p>" * DEEP + b"</nitf>",
    "deep.json": b"[" * DEEP,
    "entities.xml": bomb_of_entities().encode(),
    "entity.xml": one_long_entity().encode(),
    "outside.xml": outside_entity("file:///etc/passwd").encode(),
    "address.xml": outside_entity("http://127.0.0.1:9/x").encode(),
    "unknown.xml": b"<?xml version='1.0'?><recipe>Salt</recipe>",
    "truncated.txt.gz": gzip.compress(STORY.encode() * 50)[:-20],
    "utf8.txt": "Žofie řekla, že most je zavřený.".encode() * 3 + b"\xc5" + "Žofie".encode(),
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "zeros.txt": bytes(5000),
    "large.txt": b"word " * 4_100_000,
    "bomb.gz": gzip.compress(b"0" * 30_000_000),
    "bomb.zip": zip_of("a.txt", b"0" * 30_000_000),
    "half.zip": zip_of("a.txt", STORY.encode())[:-30],
    "half.warc": record(http(PAGE))[:-60],
    "empty.txt": b"",
    "half.pdf": b"%PDF-1.7\n1 0 obj\n<<",
    "rows.json": b'{"text": ',
    "broken.eml": b"From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed\r\n\r\n",
}


def outcomes(*sources: Any, **settings: Any) -> Iterator[Article | Refused]:
    for found in pages(sources, Settings(**settings)):
        if isinstance(found, Page):
            yield from read_page(found)
        else:
            yield found


@pytest.mark.parametrize("name", BAD)
def test_each_is_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name])
    found = list(outcomes(path))
    assert found
    for each in found:
        assert isinstance(each, Refused), each
        assert each.location.startswith(path.as_posix())
        assert len(each.reason.split()) > 4
        assert len(each.reason) < 400


def test_every_good_story_beside_them_is_read(tmp_path: Path) -> None:
    for number, (name, content) in enumerate(BAD.items()):
        (tmp_path / f"{number:02}-{name}").write_bytes(content)
        (tmp_path / f"{number:02}-good.txt").write_text(STORY)
    (tmp_path / "good.zip").write_bytes(zip_of("a.txt", STORY.encode()))
    (tmp_path / "good.warc.gz").write_bytes(gzip.compress(record(http(PAGE))))
    read = [each for each in outcomes(tmp_path) if isinstance(each, Article)]
    assert len(read) == len(BAD) + 2
    assert all("The bridge is closed until May, Ines Okparo said" in article.text for article in read)


def test_nothing_outside_is_looked_up(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    (found,) = outcomes(outside_entity(secret.as_uri()).encode())
    assert "SECRET" not in (found.text if isinstance(found, Article) else found.reason)


def endless(taken: list[int], start: bytes, size: int) -> Iterator[bytes]:
    """Chunks of a page of so many bytes; `taken` gets what was asked for."""
    piece = start
    while sum(taken) < size:
        taken.append(len(piece))
        yield piece
        piece = b"<p>The bridge is closed.</p>" * 2000


@pytest.mark.parametrize("start", [b"<html>", b"The bridge. ", b"<nitf>", b'[{"text": "'])
def test_a_page_of_100_mb_is_not_read_to_its_end(start: bytes) -> None:
    taken: list[int] = []
    tracemalloc.start()
    stream = Stream(endless(taken, start, 100_000_000))
    with pytest.raises(Exception, match="it has more than 20,000,000 bytes and the limit is 20,000,000"):
        list(stream_pages(stream, Origin(location="x"), Settings()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sum(taken) < 20_200_000
    assert peak < 80_000_000


def test_a_line_of_100_mb_costs_one_row() -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"text": "one"}\n{"text": "'
        for _ in range(100):
            yield b"x" * 1_000_000
        yield b'"}\n{"text": "two"}\n'

    found = list(stream_pages(Stream(chunks()), Origin(location="x"), Settings()))
    assert [each.content if isinstance(each, Page) else each.location for each in found] == ["one", "x#2", "two"]


_STARTS = [b"", b"<html>", b"<nitf>", b"<?xml ", b"{", b"[{", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\0", b"%PDF-1.4\n"]


@given(st.sampled_from([*_STARTS, b"\x01a\x02", b"ZCZC", b"From a 12:00\n", b"\xff\xfe"]), st.binary(max_size=400))
def test_any_bytes_give_pages_or_refusals(start: bytes, rest: bytes) -> None:
    found = list(pages([start + rest], Settings()))
    assert found
    assert all(each.content.strip() if isinstance(each, Page) else each.reason for each in found)


@given(
    st.recursive(
        st.none() | st.text() | st.integers(), lambda inner: st.dictionaries(st.text(), inner) | st.lists(inner)
    )
)
def test_any_json_gives_pages_or_refusals(value: object) -> None:
    assert list(pages([json.dumps(value).encode()], Settings()))


_LONG = "".join(f"The bridge is closed until {day} May. " for day in range(1, 31)).encode()
_WARC = b"".join(record(http(words, "text/plain")) for words in (STORY, _LONG, STORY))
_CONTAINERS = {
    "zip": zip_of("a.txt", _LONG),
    "warc": _WARC,
    "warc.gz": gzip.compress(_WARC),
    "zip of warc": zip_of("a.warc", _WARC),
}


@pytest.mark.parametrize("raw", _CONTAINERS.values(), ids=_CONTAINERS)
def test_wherever_it_is_cut_what_is_given_is_whole(raw: bytes) -> None:
    """No half story, and no loss without a word, but where a cut falls between two records."""
    whole = [each.content for each in pages([raw], Settings()) if isinstance(each, Page)]
    silent = 0
    for cut in range(8, len(raw) - 4, 5):
        found = list(pages([raw[:cut]], Settings()))
        given = [each.content for each in found if isinstance(each, Page)]
        assert given == whole[: len(given)]
        silent += all(isinstance(each, Page) for each in found)
    assert silent <= 2
