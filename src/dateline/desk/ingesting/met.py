"""What a desk has met already: documents by their content, articles by what would be read in them."""

import re
import sqlite3
from hashlib import blake2b
from pathlib import Path
from posixpath import normpath

from msgspec import Struct, json
from msgspec.structs import replace

from dateline.desk.saving.forgotten import is_forgotten
from dateline.desk.saving.rows import digest_of
from dateline.desk.storage.opening import reading
from dateline.model import Article, Page

_NAMELESS = re.compile(r"#\d+$|^(?:bytes|stdin)$")


class Met(Struct, frozen=True):
    """An article that is in the desk as it is, or was forgotten and stays out."""

    id: str
    digest: bytes
    forgotten: bool = False


def document_digest(page: Page) -> bytes:
    """Of a document's content and of what its source says of it.

    Its name counts where its source gave it one. Where only its place does, the same content elsewhere is the same.
    """
    name = None if page.id in (page.location, normpath(page.location), _content_name(page)) else page.id
    return blake2b(json.encode((name, page.media_type, page.content, page.fields)), digest_size=16).digest()


def named(page: Page) -> Page:
    """The page under a name that no other one will have.

    A row or a message without an id is called by its number, and bytes by nothing. The next source has the same number
    for another story, which would pass for a new version of this one. Such a page is named after its content; and a
    file by its path as it is, however it was typed ("./a/../story.txt").
    """
    if page.id != page.location or "://" in page.id:
        return page
    return replace(page, id=_content_name(page) if _NAMELESS.search(page.id) else normpath(page.id))


def _content_name(page: Page) -> str:
    told = json.encode((page.media_type, page.content, page.fields))
    return f"document-{blake2b(told, digest_size=8).hexdigest()}"


class Memory:
    """Asks a desk what it has met. Any process may, while another one writes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def of(cls, path: Path) -> "Memory":
        """The memory of the desk at this path, by a connection of its own."""
        connection = reading(path)
        # A worker asks for single rows all over the file: what it mapped would grow with the desk.
        connection.execute("PRAGMA mmap_size = 0")
        connection.execute("PRAGMA cache_size = -2048")
        return cls(connection)

    def has_read(self, document: bytes) -> bool:
        """Whether a document of this digest was read."""
        return self._finds("SELECT 1 FROM documents WHERE digest = ?", document)

    def has_refused(self, document: bytes) -> bool:
        """Whether nothing at all came of a document of this digest."""
        return self._finds("SELECT 1 FROM refusals WHERE digest = ?", document)

    def met(self, article: Article) -> Met | None:
        """The article as one that was met; None where it is to be read."""
        met = Met(article.id, digest_of(article))
        if self.holds(met):
            return met
        forgotten = is_forgotten(self._connection, article.id, article.version)
        return replace(met, forgotten=True) if forgotten else None

    def holds(self, met: Met) -> bool:
        """Whether the article is in the desk as it was met, or still forgotten."""
        if met.forgotten:
            return True
        return self._finds("SELECT 1 FROM articles WHERE id = ? AND digest = ?", met.id, met.digest)

    def _finds(self, statement: str, *cells: object) -> bool:
        return self._connection.execute(statement, cells).fetchone() is not None
