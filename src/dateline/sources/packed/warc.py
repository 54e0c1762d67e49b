"""Web archives (WARC, ISO 28500) into Pages: one record in memory at a time, however long the file is.

FastWARC 2.0.1 reads records 1.3 times as fast over the same stream (2,000 pages, gzipped) and was tried instead. It
wants a file that it can seek in, gives a record that was cut off as if it were whole, and ends without a word at a
length that is none; so the little grammar that records have is read here.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from dateline.errors import Empty, NotText
from dateline.model import Page, Refused
from dateline.settings import Settings, is_moment
from dateline.sources.documents import Origin, document_page, whole
from dateline.sources.media import is_page
from dateline.sources.packed.http_message import (
    Answer,
    Block,
    Cut,
    Headers,
    answer_of,
    content_of,
    follows,
    header_line,
    headers_of,
    readline,
)
from dateline.sources.refusals import refusing
from dateline.sources.streams import Stream

Outcome = Page | Refused
WHOLE = (200, 203)
"""Statuses of answers that hold a whole page (RFC 9110)."""

_ROBOTS = re.compile(r"\w+://[^/]+/robots\.txt", re.IGNORECASE)
_REASONS = {
    "revisit": "revisit records, whose pages are kept elsewhere: {}; read the archive that has them",
    "truncated": "pages that were cut off when they were saved: {}; fetch them again",
    "segmented": "pages that are spread over several records: {}; save them again, whole",
    "damaged": "damaged records, which were skipped: {}; get the archive again",
}
_STATUS = "answers of status {}, which are no pages: {}; fetch them again if they matter"


class Record(Struct, frozen=True):
    """One record: its number in the file, from 1, its headers, and its block, to be read before the next one."""

    number: int
    headers: Headers
    block: Block

    @property
    def address(self) -> str:
        """The address that its content was fetched from."""
        return self.headers.get("warc-target-uri", "").strip("<>")


def warc_pages(stream: Stream, origin: Origin, settings: Settings) -> Iterator[Outcome]:
    """The Pages of a web archive: its HTML, XML and plain text that came whole.

    A Page's id is the address it was fetched from, its location "crawl.warc.gz#12" the 12th record. Revisits, cut
    pages, errors and redirects are counted, and each kind is one Refused at the end. Pictures, scripts, requests and
    what a crawler says of itself are passed over. Raises NotText where the archive ends in the middle of a record,
    Empty where no page was in it.
    """
    skipped: Counter[str] = Counter()
    complete, found = 0, False
    cut: Cut | None = None
    try:
        for record in _records(stream, skipped):
            outcomes = list(_outcomes(record, origin, settings, skipped))
            record.block.skip()
            complete = record.number
            # Where no record follows, its length was wrong, and a page may have run on into the next one.
            if outcomes and follows(stream, b"WARC/"):
                found = True
                yield from outcomes
    except Cut as error:
        cut = error
    for reason, count in sorted(skipped.items()):
        yield Refused(origin.location, "sources", _sentence(reason, count))
    if cut is not None:
        raise NotText(f"it could be read as far as record {complete}: {cut}") from cut
    if not found and not skipped:
        raise Empty("no page is in this web archive")


def _sentence(reason: str, count: int) -> str:
    return _REASONS[reason].format(count) if reason in _REASONS else _STATUS.format(reason, count)


def _records(stream: Stream, skipped: Counter[str]) -> Iterator[Record]:
    """The records in turn. What is no record is skipped up to the next one, and counted."""
    damaged, number = False, 0
    while line := readline(stream):
        if not line.startswith(b"WARC/"):
            damaged = damaged or not line.isspace()
            continue
        skipped.update(["damaged"] * damaged)
        headers = headers_of(partial(header_line, stream))
        length = _length(headers)
        damaged = length is None
        if headers is not None and length is not None:
            number += 1
            yield Record(number, headers, Block(stream, length))
    skipped.update(["damaged"] * damaged)


def _length(headers: Headers | None) -> int | None:
    stated = headers.get("content-length", "") if headers else ""
    return int(stated) if stated.isascii() and stated.isdecimal() and len(stated) < 19 else None


def _outcomes(record: Record, origin: Origin, settings: Settings, skipped: Counter[str]) -> Iterator[Outcome]:
    """The Page of a record, where it has one."""
    kind = record.headers.get("warc-type", "").lower()
    if kind == "revisit":
        skipped["revisit"] += 1
    elif kind not in ("response", "resource", "conversion"):
        return
    elif answer := _answer(record, kind):
        if answer.status not in WHOLE:
            skipped[str(answer.status)] += 1
        elif is_page(answer.media_type) and not _ROBOTS.fullmatch(record.address):
            yield from _pages(record, answer, origin, settings, skipped)


def _pages(
    record: Record, answer: Answer, origin: Origin, settings: Settings, skipped: Counter[str]
) -> Iterator[Outcome]:
    """The Page of an answer that holds one, unless it did not come whole."""
    for reason, header in (("truncated", "warc-truncated"), ("segmented", "warc-segment-number")):
        if header in record.headers:
            skipped[reason] += 1
            return
    place = f"{origin.location}#{record.number}"
    date = record.headers.get("warc-date", "")
    whence = Origin(
        location=place,
        id=record.address or place,
        media_type=answer.media_type or None,
        charset=answer.charset,
        fetched=date if is_moment(date) else None,
    )
    yield from refusing(place, _page(record, answer, whence, settings))


def _page(record: Record, answer: Answer, origin: Origin, settings: Settings) -> Iterator[Outcome]:
    raw = whole(Stream(content_of(answer, record.block)), origin, settings)
    yield document_page(raw, origin, settings)


def _answer(record: Record, kind: str) -> Answer | None:
    """What a record answers with; None where it is no answer that we know, of a name server for instance."""
    said = record.headers.get("content-type", "")
    if not said.lower().startswith("application/http"):
        return Answer(status=200, headers={"content-type": said}) if kind != "response" else None
    return answer_of(record.block)
