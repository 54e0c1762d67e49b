"""Zip and tar into the Pages of their members. Nothing is written to disk but a large zip that comes from a pipe."""

import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, Any, BinaryIO, cast

from dateline.errors import CannotRead, Empty, NotText, TooLarge, UnknownFormat
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources.decoding import OFFICE
from dateline.sources.documents import Origin, stream_pages
from dateline.sources.packed.allowance import Allowance, allowed
from dateline.sources.packed.compression import CHUNK, FLOOR, RATIO
from dateline.sources.refusals import refusing
from dateline.sources.streams import Stream

DEPTH = 3
"""Archives within archives that are unpacked."""
TAR_HEADERS = 1_000_000
"""Bytes that may stand between two members of a tar: long names, rights, padding."""
ENTRY = 200
"""Bytes of a zip's directory for each member that it may have."""

Outcome = Page | Refused
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError, KeyError, IndexError)
_LINK = "this is a link within an archive, and links are not followed; give the file itself"


def zip_pages(stream: Stream, origin: Origin, settings: Settings) -> Iterator[Outcome]:
    """The Pages of a zip's members. Raises CannotRead where the archive as a whole cannot be read."""
    _refuse_depth(origin)
    allowance = origin.allowance or _allowance(settings)
    with _seekable(stream, settings) as (file, size):
        bomb = f"it unpacks to more than {RATIO} times its size, as a zip bomb does; unpack it first, with care"
        allowance = Allowance(max(FLOOR, RATIO * size), bomb, allowance)
        archive = _opened(file, settings)
        members = [
            info for info in archive.infolist() if not info.filename.endswith("/") and not _is_hidden(info.filename)
        ]
        _refuse_office(archive.infolist())
        _refuse_number(len(members), settings)
        _refuse_overlap(members)
        for info in members:
            allowance.refuse_spent()
            inner = _member(origin, info.filename, info.file_size, allowance)
            yield from refusing(inner.location, _zip_member(archive, info, inner, settings))
    if not members:
        raise Empty("the archive has no files; hidden ones do not count")


def tar_pages(stream: Stream, origin: Origin, settings: Settings) -> Iterator[Outcome]:
    """The Pages of a tar's members, while it streams by. Raises CannotRead where reading on is impossible."""
    _refuse_depth(origin)
    allowance = origin.allowance or _allowance(settings)
    metered = _Metered(stream)
    number = 0
    for number, (file, info) in enumerate(_tar_members(metered), 1):
        allowance.refuse_spent()
        _refuse_number(number, settings)
        inner = _member(origin, info.name, info.size, allowance)
        yield from refusing(inner.location, _tar_member(file, info, inner, settings))
    if not number:
        raise Empty("the archive has no files; hidden ones do not count")


def _refuse_depth(origin: Origin) -> None:
    if origin.depth >= DEPTH:
        raise TooLarge(f"archives in archives are unpacked {DEPTH} deep, and this is one more; unpack it first")


def _refuse_number(number: int, settings: Settings) -> None:
    if number > settings.max_members:
        raise TooLarge(f"it has more than {settings.max_members:,} members; raise max_members or split it")


def _refuse_overlap(members: list[zipfile.ZipInfo]) -> None:
    """Many entries of the directory that point at one member are a bomb; only newer Pythons look for that."""
    ordered = sorted(members, key=lambda info: info.header_offset)
    for info, following in pairwise(ordered):
        if info.header_offset + info.compress_size > following.header_offset:
            raise NotText("its members lie within each other, as in a zip bomb; unpack it first, with care")


def _allowance(settings: Settings) -> Allowance:
    limit = settings.max_unpacked
    return Allowance(limit, f"it unpacks to more than {limit:,} bytes; raise max_unpacked or split it")


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part == "__MACOSX" or (part.startswith(".") and part not in (".", "..")) for part in parts)


def _member(origin: Origin, name: str, size: int, allowance: Allowance) -> Origin:
    """Where a member comes from: "news.zip!/may/story.txt"."""
    plain = name.encode("utf-8", "backslashreplace").decode().removeprefix("./").lstrip("/")
    return Origin(
        location=f"{origin.location}!/{plain}",
        name=PurePosixPath(plain).name,
        size=size,
        fetched=origin.fetched,
        depth=origin.depth + 1,
        allowance=allowance,
    )


@contextmanager
def _seekable(stream: Stream, settings: Settings) -> Iterator[tuple[BinaryIO, int]]:
    """A zip's bytes with its directory at their end, which only a file can be asked for first; and their number."""
    if stream.file is not None:
        yield stream.file, stream.file.seek(0, 2)
        return
    with SpooledTemporaryFile(max_size=settings.max_bytes) as file:
        for chunk in iter(partial(stream.read, CHUNK), b""):
            file.write(chunk)
            if file.tell() > settings.max_unpacked:
                raise TooLarge(f"it has more than {settings.max_unpacked:,} bytes; raise max_unpacked or split it")
        yield cast(BinaryIO, file), file.tell()


class _Directory:
    """A zip's file, which refuses to be asked for a longer list of members than may be."""

    def __init__(self, file: BinaryIO, limit: int) -> None:
        self._file = file
        self._limit = limit
        self.seek, self.tell = file.seek, file.tell

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if size > self._limit:
            raise TooLarge(f"its list of members has {size:,} bytes; raise max_members or split it")
        return self._file.read(size if size >= 0 else self._limit)


def _opened(file: BinaryIO, settings: Settings) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(cast(IO[bytes], _Directory(file, max(CHUNK, settings.max_members * ENTRY))))
    except (*_DAMAGE, NotImplementedError, OSError) as error:
        raise NotText(f"this ZIP archive is damaged ({error}); get it again, whole") from error


def _refuse_office(members: list[zipfile.ZipInfo]) -> None:
    """Word, EPUB and OpenDocument files are zips too, and no archives."""
    if members and (members[0].filename == "mimetype" or any(m.filename == "[Content_Types].xml" for m in members)):
        raise NotText(OFFICE)


def _zip_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, origin: Origin, settings: Settings
) -> Iterator[Outcome]:
    if info.flag_bits & 1:
        raise CannotRead("it is locked with a password; unpack it and give the file")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise CannotRead(_LINK)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # zipfile bounds what comes out of these two only.
        raise UnknownFormat("it is packed in a rare way; pack the archive again with the usual method, deflate")
    chunks = _zip_chunks(archive, info)
    yield from _member_pages(chunks, origin, settings)


def _member_pages(chunks: Iterator[bytes], origin: Origin, settings: Settings) -> Iterator[Outcome]:
    """The Pages of a member, whose bytes count against the allowance, and once more where they unpack to others."""
    allowance = cast(Allowance, origin.allowance)
    yield from stream_pages(Stream(allowed(chunks, allowance), allowance=allowance), origin, settings)


def _zip_chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        with archive.open(info) as file:
            yield from iter(partial(file.read, CHUNK), b"")
    except (*_DAMAGE, NotImplementedError, RuntimeError) as error:
        raise NotText(f"it is damaged within its ZIP archive ({error}); get the archive again") from error


class _Metered:
    """A tar's stream, which refuses headers without end: `bound` is the offset that may be read up to."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._taken = 0
        self._kept = b""
        self.bound = TAR_HEADERS

    def rest(self, offset: int) -> bytes:
        """The bytes from a late offset on, with some that were not read yet."""
        start = max(0, offset - self._taken + len(self._kept))
        return self._kept[start:] + self._stream.read(CHUNK)

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._taken += len(data)
        self._kept = self._kept[-size:] + data  # a header may lie in two of the pieces that are asked for
        if self._taken > self.bound:
            raise TooLarge(f"more than {TAR_HEADERS:,} bytes stand between two of its members; make the archive again")
        return data


def _tar_members(metered: _Metered) -> Iterator[tuple[tarfile.TarFile, tarfile.TarInfo]]:
    """Members that are neither folders nor hidden. What the caller leaves of one is skipped."""
    try:
        with tarfile.open(fileobj=cast(IO[bytes], metered), mode="r|") as archive:
            while (info := archive.next()) is not None:
                cast(Any, archive).members.clear()  # it would remember all of them
                metered.bound = archive.offset + TAR_HEADERS  # where the next header begins, and its length
                if not info.isdir() and not _is_hidden(info.name):
                    yield archive, info
    except (tarfile.TarError, *_DAMAGE, OSError) as error:
        raise NotText(f"this tar archive is damaged or ends too early ({error}); get it again, whole") from error
    # Whatever is no header counts as the end there.
    if metered.rest(archive.offset).strip(b"\0"):
        raise NotText("this tar archive is damaged: what follows its last member is none; get it again")


def _tar_member(
    archive: tarfile.TarFile, info: tarfile.TarInfo, origin: Origin, settings: Settings
) -> Iterator[Outcome]:
    if info.issym() or info.islnk():
        raise CannotRead(_LINK)
    if not info.isreg() or info.issparse():
        raise CannotRead("this is a special file within an archive; give a file or a folder")
    file = archive.extractfile(info)
    chunks = _tar_chunks(file) if file else iter(())
    yield from _member_pages(chunks, origin, settings)


def _tar_chunks(file: IO[bytes]) -> Iterator[bytes]:
    try:
        yield from iter(partial(file.read, CHUNK), b"")
    except (tarfile.TarError, *_DAMAGE) as error:
        raise NotText(f"its tar archive ends too early ({error}); get the archive again, whole") from error
