"""PDF into a Page: the text layer that was put in when it was made. A scan has none."""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from dateline.errors import CannotRead, NotText, TooLarge
from dateline.model import Field, Page, Refused
from dateline.settings import Settings
from dateline.sources.documents import Origin, whole
from dateline.sources.fields import fields
from dateline.sources.media import PDF
from dateline.sources.pdf.lines import Line, paragraphs
from dateline.sources.rows import refuse_unfit
from dateline.sources.streams import Stream

if TYPE_CHECKING:
    from pypdf import PdfReader

OPERATIONS = 3_000_000
"""Instructions that drawing all pages may take. A newspaper's page takes some thousands."""
DRAWN = 200_000
"""Words of the drawing language that one page may have."""
FORMS = 500
"""Drawings that one page may borrow from others."""
_NO_TITLE = (".doc", ".docx", ".indd", ".qxd", ".qxp", ".pub", ".pdf", ".odt", ".rtf", ".txt", ".ppt", ".pptx", ".tex")


def pdf_pages(stream: Stream, origin: Origin, settings: Settings) -> Iterator[Page | Refused]:
    """The Page of a PDF: its paragraphs, with blank lines between, and what its information says of it.

    Raises NotText where it has a password, is damaged or holds pictures only; TooLarge beyond `max_bytes`, `max_pages`
    or `max_chars`, or where drawing it would take very long.
    """
    raw = whole(stream, origin, settings)
    try:
        with _bounds(settings.max_bytes):
            page = _page(raw, origin, settings)
    except CannotRead:
        raise
    except RecursionError as error:
        raise NotText("this PDF is nested too deeply; print it into a new one") from error
    except Exception as error:  # pypdf raises what Python does where a file is not what it promises
        if type(error).__name__ == "LimitReachedError":
            raise TooLarge("this PDF swells far beyond its size, as bombs do; save its text instead") from error
        raise NotText("this PDF is damaged; get it again, or print it into a new one") from error
    yield page


def _bounds(max_bytes: int) -> AbstractContextManager[object]:
    """Within it pypdf unpacks no stream beyond the limit, and follows no page that is drawn without end."""
    from pypdf import apply_configuration

    return apply_configuration(
        maximum_declared_stream_length=max_bytes,
        array_based_stream_maximum_output_length=max_bytes,
        zlib_maximum_output_length=max_bytes,
        lzw_maximum_output_length=max_bytes,
        run_length_maximum_output_length=max_bytes,
        stream_decoding_work_maximum_length=4 * max_bytes,
        stream_parsing_work_maximum_count=DRAWN,
        xform_maximum_invocations_per_extraction=FORMS,
    )


def _page(raw: bytes, origin: Origin, settings: Settings) -> Page:
    reader = _opened(raw, settings)
    text = "\n\n".join(paragraphs(_lines(reader, settings)))
    if not any(char.isalnum() for char in text):
        raise NotText("this PDF holds pictures of pages and no text; run text recognition (OCR) over it first")
    refuse_unfit(text, PDF, settings)
    return Page(
        id=origin.id or origin.location,
        location=origin.location,
        media_type=PDF,
        content=text,
        fetched=origin.fetched,
        fields=tuple(_told(reader)) + fields(settings),
    )


def _opened(raw: bytes, settings: Settings) -> "PdfReader":
    # Here and not above: most runs meet no PDF and need not wait for this import.
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends without a loss is nobody's trouble
    reader = PdfReader(BytesIO(raw))
    if reader.is_encrypted and not _is_opened(reader):
        raise NotText("this PDF has a password; save it without one")
    if (count := len(reader.pages)) > settings.max_pages:
        raise TooLarge(f"it has {count:,} pages and the limit is {settings.max_pages:,}; raise max_pages or split it")
    return reader


def _is_opened(reader: "PdfReader") -> bool:
    """Whether no password is needed to read it: some are locked against changes only."""
    from pypdf import PasswordType
    from pypdf.errors import DependencyError

    try:
        return reader.decrypt("") != PasswordType.NOT_DECRYPTED
    except DependencyError:  # a cipher that pypdf needs another package for
        return False


def _lines(reader: "PdfReader", settings: Settings) -> list[list[Line]]:
    """The lines of each page, in the order in which the file draws them: columns, where its maker kept to them."""
    drawn = _Drawn(settings)
    pages = []
    for page in reader.pages:
        page.extract_text(visitor_operand_before=drawn.count, visitor_text=drawn.text)
        pages.append(drawn.lines())
    return pages


class _Drawn:
    """Listens while pages are drawn: pieces of text, and where they stand."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._operations = self._chars = 0
        self._found: list[Line] = []
        self._words: list[str] = []
        self._place = (0.0, 0.0, 0.0)

    def count(self, *_: Any) -> None:
        """Called before each instruction. Raises TooLarge after too many."""
        self._operations += 1
        if self._operations > OPERATIONS:
            raise TooLarge("drawing this PDF takes too long; print it into a new one, or save it as text")

    def text(self, words: str, page: list[float], line: list[float], _font: Any, size: float) -> None:
        """Called with each piece of text, the matrices of page and line, and the size of its letters."""
        self._chars += len(words)
        if self._chars > self._settings.max_chars:
            raise TooLarge(f"it has more than {self._settings.max_chars:,} characters; raise max_chars or split it")
        for i, part in enumerate(words.split("\n")):
            if i:
                self._end()
            if part.strip() and not self._words:
                scale = abs(line[3] * page[3]) or abs(line[1] * page[2]) or 1.0
                x, y = line[4] * page[0] + page[4], line[5] * page[3] + page[5]
                self._place = (float(x), float(y), round(abs(float(size)) * scale, 1) or 1.0)
            if part:
                self._words.append(part)

    def lines(self) -> list[Line]:
        """The lines since the last call."""
        self._end()
        found, self._found = self._found, []
        return found

    def _end(self) -> None:
        if words := " ".join("".join(self._words).split()):
            self._found.append(Line(words, *self._place))
        self._words = []


def _told(reader: "PdfReader") -> Iterator[Field]:
    """What the document information says. Programs put file names where the headline belongs.

    The day it was made on is left out: a story of last year that is printed today was not published today.
    """
    told = reader.metadata
    title = " ".join(str(told.title or "").split()) if told else ""
    if len(title.split()) > 2 and not title.lower().endswith(_NO_TITLE) and not title.lower().startswith("microsoft "):
        yield Field("headline", title, "pdf: Title")
    if told and (author := " ".join(str(told.author or "").split())) and len(author.split()) > 1:
        yield Field("byline", author, "pdf: Author")
