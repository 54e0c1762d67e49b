"""Web archives: which records are pages, what is counted instead, and where a damaged archive ends."""

import gzip
import re
import tracemalloc
import zlib
from typing import Any

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from warc_writer import ADDRESS, DATE, HTML, STORY, crawl, http, record

from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources import pages
from dateline.sources.documents import Origin, stream_pages
from dateline.sources.streams import Stream


def read(*records: bytes, **settings: Any) -> list[Page | Refused]:
    return list(pages([b"".join(records)], Settings(**settings)))


def page_of(*records: bytes, **settings: Any) -> Page:
    (found,) = read(*records, **settings)
    assert isinstance(found, Page), found
    return found


def reason_of(*records: bytes, **settings: Any) -> str:
    (found,) = read(*records, **settings)
    assert isinstance(found, Refused), found
    return found.reason


def told(*records: bytes, **settings: Any) -> list[str]:
    """Addresses of pages, and reasons, in their order."""
    return [found.id if isinstance(found, Page) else found.reason for found in read(*records, **settings)]


def test_a_page() -> None:
    assert page_of(record()) == Page(
        id=ADDRESS, location="bytes#1", media_type="text/html", content=STORY, fetched=DATE, fields=()
    )


@pytest.mark.parametrize(
    "pack",
    [
        lambda records: b"".join(records),
        lambda records: b"".join(map(gzip.compress, records)),
        lambda records: gzip.compress(b"".join(records)),
    ],
    ids=["plain", "a member each", "one member"],
)
def test_records_in_their_order(pack: Any) -> None:
    found = read(pack([record(address=f"http://a.example/{number}") for number in range(3)]))
    assert [(page.id, page.location) for page in found if isinstance(page, Page)] == [
        ("http://a.example/0", "bytes#1"),
        ("http://a.example/1", "bytes#2"),
        ("http://a.example/2", "bytes#3"),
    ]


def test_addresses_in_brackets_and_none() -> None:
    assert page_of(record(address=f"<{ADDRESS}>")).id == ADDRESS
    assert page_of(record(address=None)).id == "bytes#1"


def test_a_date_that_is_none_is_left_out() -> None:
    assert page_of(record(WARC_Date="last week")).fetched is None


def test_headers_in_any_letters_and_over_two_lines() -> None:
    raw = record().replace(b"WARC-Target-URI: ", b"warc-target-uri:\r\n ").replace(b"Content-Length", b"CONTENT-LENGTH")
    assert page_of(raw).id == ADDRESS


def test_resources_and_conversions() -> None:
    resource = record(STORY.encode(), "resource", content="text/html")
    conversion = record(b"The bridge is closed.", "conversion", content="text/plain")
    assert page_of(resource).content == STORY
    assert page_of(conversion).media_type == "text/plain"


def test_feeds_and_other_xml_are_pages() -> None:
    assert page_of(record(http("<rss/>", "application/rss+xml"))).media_type == "application/rss+xml"


def test_an_answer_without_a_type_is_told_by_its_text() -> None:
    assert page_of(record(http(kind=None))).media_type == "text/html"


@pytest.mark.parametrize(
    "other",
    [
        record(b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(b"software: Crawler\r\n", "warcinfo", content="application/warc-fields"),
        record(b"via: x", "metadata", content="application/warc-fields"),
        record(http(b"\x89PNG\r\n\x1a\n", "image/png")),
        record(http("<svg/>", "image/svg+xml")),
        record(http("let x = 1", "text/javascript")),
        record(http("User-agent: *", "text/plain"), address="http://daily.example/robots.txt"),
        record(b"20240305 daily.example 192.0.2.1", content="text/dns"),
        record(b"no answer at all"),
    ],
)
def test_what_is_no_page_is_passed_over(other: bytes) -> None:
    assert told(other, record()) == [ADDRESS]
    assert reason_of(other) == "no page is in this web archive"


@pytest.mark.parametrize(
    ("others", "sentence"),
    [
        ([record(b"", "revisit")] * 2, "revisit records, whose pages are kept elsewhere: 2; read the archive"),
        ([record(WARC_Truncated="length")], "pages that were cut off when they were saved: 1; fetch them again"),
        ([record(WARC_Segment_Number="1")] * 3, "pages that are spread over several records: 3; save them again"),
        ([record(http(status=404))] * 2, "answers of status 404, which are no pages: 2; fetch them again if"),
        ([record(http(status=301))], "answers of status 301, which are no pages: 1;"),
    ],
)
def test_what_did_not_come_whole_is_counted(others: list[bytes], sentence: str) -> None:
    address, reason = told(*others, record())
    assert address == ADDRESS
    assert reason.startswith(sentence)


def test_each_reason_is_said_once_at_the_end() -> None:
    reasons = told(record(http(status=500)), record(b"", "revisit"), record(), record(http(status=404)))[1:]
    assert [re.split(r"[,:] ", reason)[0] for reason in reasons] == [
        "answers of status 404",
        "answers of status 500",
        "revisit records",
    ]


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body, wbits=-15)),
        ("br", brotli.compress),
        ("identity", bytes),
        ("br", bytes),  # archives keep the header of what they have unpacked
    ],
)
@pytest.mark.parametrize("length", [1, 50_000])
def test_content_encodings(coding: str, pack: Any, length: int) -> None:
    body = STORY.replace("closed", "closed " * length)
    assert page_of(record(http(pack(body.encode()), Content_Encoding=coding))).content == body


def test_an_encoding_that_is_not_read() -> None:
    assert reason_of(record(http(b"....", Content_Encoding="zstd"))).startswith("the server packed it as zstd,")


def chunked(body: bytes, size: int = 37) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;note=1\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def test_chunks_are_put_together() -> None:
    assert page_of(record(http(chunked(STORY.encode()), Transfer_Encoding="chunked"))).content == STORY
    packed = chunked(gzip.compress(STORY.encode()))
    assert page_of(record(http(packed, Transfer_Encoding="chunked", Content_Encoding="gzip"))).content == STORY
    assert page_of(record(http(STORY, Transfer_Encoding="chunked"))).content == STORY


@pytest.mark.parametrize("body", [b"5\r\nshort", b"5\r\nwords\r\nno size\r\nwords", b"fffffff\r\nfew"])
def test_damaged_chunks(body: bytes) -> None:
    broken = record(http(body, Transfer_Encoding="chunked"))
    assert told(broken, record()) == ["its HTTP chunks are damaged; fetch the page again", ADDRESS]


@pytest.mark.parametrize("said", ["text/html; charset=koi8-r", 'text/html;Charset="KOI8-R"'])
def test_the_charset_of_the_header(said: str) -> None:
    assert "Мост" in page_of(record(http("<html>Мост".encode("koi8-r"), said))).content


def test_a_page_that_is_too_large_is_not_read() -> None:
    large = record(http("<html>" + "x" * 5000))
    assert told(large, record(), max_bytes=1000) == [
        "it has more than 1,000 bytes and the limit is 1,000; raise max_bytes or split it",
        ADDRESS,
    ]


def test_a_bomb_in_an_answer_is_bounded() -> None:
    bomb = record(http(brotli.compress(b"<html>" + b"x" * 30_000_000), Content_Encoding="br"))
    assert told(bomb, record())[0].startswith("it has more than 20,000,000 bytes")


def test_an_empty_answer() -> None:
    assert told(record(http("")), record()) == ["there is no text in it", ADDRESS]


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_cut_in_the_middle(packed: bool) -> None:
    archive = [*crawl(3, packed)]
    found = read(*archive[:2], archive[2][:-100])
    assert [page.id for page in found[:2] if isinstance(page, Page)] == [f"{ADDRESS}/0", f"{ADDRESS}/1"]
    assert isinstance(found[2], Refused)
    assert found[2].reason.startswith("it could be read as far as record 2: ")


@pytest.mark.parametrize(
    ("left", "why"),
    [
        (b"WARC/1", "the next has half a header; get the file again, whole"),
        (b"WARC/1.1\r\nWARC-Ty", "the next has half a header; get the file again, whole"),
        (record()[:-50], "46 bytes of the next are missing; get the file again, whole"),
        (record(length=10**17), "bytes of the next are missing; get the file again, whole"),
    ],
)
def test_where_an_archive_is_cut(left: bytes, why: str) -> None:
    address, reason = told(record(), left)
    assert address == ADDRESS
    assert reason.startswith("it could be read as far as record 1: ")
    assert reason.endswith(why)


def test_what_was_counted_before_the_cut_is_said() -> None:
    reasons = told(record(http(status=404)), record()[:-50])
    assert reasons[0].startswith("answers of status 404")
    assert reasons[1].startswith("it could be read as far as record 1: ")


@pytest.mark.parametrize(
    "broken",
    [
        record(length="many"),
        record(length=-5),
        record(length=""),
        record(length=40),  # the page goes on behind its end
        record(length=len(http()) + 10),  # its end lies within the next record
        record(b"rubbish")[:-4] + b"\r\nmore rubbish\r\n\r\n",
        b"rubbish\r\n\r\n" * 5,
        b"WARC/1.0\r\n" + b"X: " + b"x" * 70_000 + b"\r\n\r\n",
        b"WARC/1.0\r\n" + b"X: x\r\n" * 1001 + b"\r\n",
    ],
)
def test_damaged_records_are_skipped_and_counted(broken: bytes) -> None:
    # A second one in front of the good one, which a length that is too long reaches into.
    found = told(
        record(address="http://a.example/"), record(b"x", "request"), broken, record(b"x", "request"), record()
    )
    assert found == ["http://a.example/", ADDRESS, "damaged records, which were skipped: 1; get the archive again"]


def test_a_record_with_no_line_end_behind_it() -> None:
    assert told(record()[:-4], record()[:-4]) == [ADDRESS, ADDRESS]


def test_damage_in_the_compression() -> None:
    members = [*crawl(3, packed=True)]
    spoilt = members[1][:200] + b"\xff" * 50 + members[1][250:]
    found = told(members[0], spoilt, members[2])
    assert found[0] == f"{ADDRESS}/0"
    assert found[1].startswith("it could be read as far as record 1: its gzip compression is damaged")


def test_nothing_is_remembered() -> None:
    """2,000 pages of 20 kB take no more memory than 20."""
    peaks = [_peak(number) for number in (20, 2000)]
    assert peaks[1] < peaks[0] + 200_000
    assert peaks[1] < 1_000_000


def _peak(number: int) -> int:
    tracemalloc.start()
    stream = Stream(crawl(number, packed=True))
    found = sum(isinstance(page, Page) for page in stream_pages(stream, Origin(location="crawl"), Settings()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == number
    return peak


_RECORDS = b"".join(
    [
        record(b"software: x", "warcinfo", content="application/warc-fields"),
        record(http(chunked(STORY.encode()), Transfer_Encoding="chunked")),
        record(http(brotli.compress(STORY.encode()), Content_Encoding="br")),
        record(b"", "revisit"),
        record(http(STORY, HTML)),
    ]
)


@given(st.data(), st.booleans())
def test_mutated_archives_never_crash(data: st.DataObject, packed: bool) -> None:
    raw = bytearray(_RECORDS)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(raw)))
        raw[at : at + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=20))
    found = read(gzip.compress(bytes(raw), 0) if packed else bytes(raw))
    assert found
    assert all(page.content.strip() if isinstance(page, Page) else page.reason for page in found)
