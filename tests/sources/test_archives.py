"""Zip and tar: their members in order, archives in archives, and all that an archive may be made to harm with."""

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warc_writer import ADDRESS, record

from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources import pages
from dateline.sources.documents import Origin, stream_pages
from dateline.sources.streams import Stream

STORY = b"Ines Okparo said on Monday that the bridge is closed."
HTML = b"<html><p>The ferry runs again.</p></html>"
Members = dict[str, bytes]


def zipped(members: Members, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def tarred(members: Members, mode: str = "w", **info: Any) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            header = tarfile.TarInfo(name)
            header.size = len(content)
            for key, value in info.items():
                setattr(header, key, value)
            archive.addfile(header, io.BytesIO(content))
    return file.getvalue()


Pack = Callable[[Members], bytes]
PACKS: list[Pack] = [zipped, tarred]
BOTH = pytest.mark.parametrize("pack", PACKS)


def read(raw: bytes, **settings: Any) -> list[Page | Refused]:
    return list(pages([raw], Settings(**settings)))


def contents(raw: bytes, **settings: Any) -> list[str]:
    """What the pages hold, and reasons, in their order."""
    return [found.content if isinstance(found, Page) else found.reason for found in read(raw, **settings)]


def reason(raw: bytes, **settings: Any) -> str:
    (found,) = read(raw, **settings)
    assert isinstance(found, Refused), found
    return found.reason


@BOTH
def test_members_in_their_order(pack: Pack) -> None:
    found = read(pack({"b/two.html": HTML, "a/one.txt": STORY, "./c.txt": STORY}))
    assert [(page.id, page.location, page.media_type) for page in found if isinstance(page, Page)] == [
        ("bytes!/b/two.html", "bytes!/b/two.html", "text/html"),
        ("bytes!/a/one.txt", "bytes!/a/one.txt", "text/plain"),
        ("bytes!/c.txt", "bytes!/c.txt", "text/plain"),
    ]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress], ids=["tar", "gz", "bz2", "xz"])
@pytest.mark.parametrize("kind", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_tars_of_all_kinds(tmp_path: Path, pack: Callable[[bytes], bytes], kind: int) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=kind) as archive:
        header = tarfile.TarInfo("may/" + "long" * 24 + "/story.txt")
        header.size = len(STORY)
        archive.addfile(header, io.BytesIO(STORY))
    path = tmp_path / "news.tar.any"
    path.write_bytes(pack(file.getvalue()))
    (page,) = pages([path], Settings())
    assert isinstance(page, Page)
    assert page.location == f"{path.as_posix()}!/{header.name}"


def test_a_zip_in_a_file_and_from_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "news.bin"
    path.write_bytes(zipped({"a.txt": STORY, "b.txt": HTML}))
    assert [page.id for page in pages([path], Settings()) if isinstance(page, Page)] == [
        f"{path.as_posix()}!/a.txt",
        f"{path.as_posix()}!/b.txt",
    ]
    assert len(read(gzip.compress(path.read_bytes()))) == 2


@BOTH
def test_any_format_within(pack: Pack) -> None:
    members = {
        "rows.jsonl": b'{"text": "one"}\n{"text": "two"}\n',
        "story.txt.gz": gzip.compress(STORY),
        "crawl.warc": record(),
        "item.xml": b"<nitf><body/></nitf>",
        "inner.tar.xz": lzma.compress(tarred({"deep.txt": STORY})),
    }
    assert [page.id for page in read(pack(members)) if isinstance(page, Page)] == [
        "bytes!/rows.jsonl#1",
        "bytes!/rows.jsonl#2",
        "bytes!/story.txt.gz",
        ADDRESS,
        "bytes!/item.xml",
        "bytes!/inner.tar.xz!/deep.txt",
    ]


@BOTH
def test_one_bad_member_harms_no_other(pack: Pack) -> None:
    found = contents(
        pack({"a.png": b"\x89PNG\r\n\x1a\n..", "b.txt": STORY, "c.gz": gzip.compress(STORY)[:-9], "d": b""})
    )
    assert found == [
        "this is a PNG picture; give plain text, HTML or JSONL",
        STORY.decode(),
        "its gzip data end too early; get the file again, whole",
        "there is no text in it",
    ]


@BOTH
def test_hidden_files_and_folders_do_not_count(pack: Pack) -> None:
    hidden = {".DS_Store": b"x", "__MACOSX/._a.txt": b"x", "a/.git/config": b"x"}
    assert contents(pack({**hidden, "../a.txt": STORY})) == [STORY.decode()]
    assert reason(pack(hidden)) == "the archive has no files; hidden ones do not count"
    assert reason(zipped({})) == "the archive has no files; hidden ones do not count"


@BOTH
def test_archives_in_archives_have_an_end(pack: Pack) -> None:
    raw = pack({"story.txt": STORY})
    for _ in range(2):
        raw = pack({"inner": raw})
    assert contents(raw) == [STORY.decode()]
    assert reason(pack({"inner": raw})).startswith("archives in archives are unpacked 3 deep, and this is one more")


def test_names_cannot_lead_out_or_break() -> None:
    found = read(tarred({"/etc/story.txt": STORY, "../../up.txt": STORY, "a\udcffb.txt": STORY}))
    assert [page.location for page in found if isinstance(page, Page)] == [
        "bytes!/etc/story.txt",
        "bytes!/../../up.txt",
        "bytes!/a\\udcffb.txt",
    ]


def test_an_encrypted_member() -> None:
    raw = bytearray(zipped({"secret.txt": STORY, "open.txt": STORY}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert contents(bytes(raw)) == ["it is locked with a password; unpack it and give the file", STORY.decode()]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_rare_packings_of_zip_are_refused(method: int) -> None:
    assert reason(zipped({"a.txt": STORY}, method)).startswith("it is packed in a rare way;")


def test_a_link_within_a_zip() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert reason(file.getvalue()).startswith("this is a link within an archive, and links are not followed")


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (tarfile.SYMTYPE, "this is a link within an archive"),
        (tarfile.LNKTYPE, "this is a link within an archive"),
        (tarfile.CHRTYPE, "this is a special file within an archive"),
        (tarfile.BLKTYPE, "this is a special file within an archive"),
        (tarfile.FIFOTYPE, "this is a special file within an archive"),
    ],
)
def test_links_and_devices_within_a_tar(kind: bytes, sentence: str) -> None:
    good = tarred({"good.txt": STORY})
    odd = tarred({"odd.txt": b""}, type=kind, linkname="/etc/passwd")[:512]
    refused, story = contents(odd + good)
    assert refused.startswith(sentence)
    assert story == STORY.decode()


@pytest.mark.parametrize(
    "members",
    [
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"},
        {"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<c/>"},
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"},
    ],
)
def test_office_files_are_no_archives(members: Members) -> None:
    assert reason(zipped(members)).startswith("this is a Word, OpenDocument or EPUB file; save it as")


@BOTH
def test_too_many_members(pack: Pack) -> None:
    raw = pack({f"{number}.txt": STORY for number in range(4)})
    assert contents(raw, max_members=4) == [STORY.decode()] * 4
    assert contents(raw, max_members=3)[-1] == "it has more than 3 members; raise max_members or split it"


def test_a_list_of_members_without_end() -> None:
    raw = zipped({f"{number:05}" + "x" * 60_000: b"" for number in range(40)})
    assert reason(raw, max_members=50).startswith("its list of members has 2,")


def bombs(size: int) -> Iterator[tuple[str, bytes]]:
    zeros = b"0" * size
    yield "zip", zipped({"a.txt": zeros, "b.txt": STORY})
    yield "tar.gz", gzip.compress(tarred({"a.txt": zeros, "b.txt": STORY}))
    yield "zip of zips", zipped({"a.zip": zipped({"a.txt": zeros}), "b.txt": STORY})
    yield "zip of gzip", zipped({"a.jsonl.gz": gzip.compress(zeros), "b.txt": STORY})


@pytest.mark.parametrize(("name", "raw"), list(bombs(2_000_000)))
def test_what_an_archive_may_unpack_to(name: str, raw: bytes) -> None:
    reasons = contents(raw, max_unpacked=1_000_000)
    assert all("it unpacks to more than 1,000,000 bytes; raise max_unpacked" in reason for reason in reasons), name


def test_a_zip_bomb_is_stopped_early() -> None:
    raw = zipped({f"{number}.jsonl": b"0" * 60_000_000 for number in range(2)})
    reasons = contents(raw)
    assert len(raw) < 200_000
    assert reasons[-1] == "it unpacks to more than 200 times its size, as a zip bomb does; unpack it first, with care"


def test_members_that_overlap() -> None:
    """Many entries of the directory that all point at one member."""
    raw = zipped({"a.jsonl": b"0" * 30_000_000})
    start = raw.index(b"PK\x01\x02")
    end = raw.index(b"PK\x05\x06")
    entry = raw[start:end]
    number = 10
    tail = bytearray(raw[end:])
    tail[8:12] = number.to_bytes(2, "little") * 2
    tail[12:16] = (len(entry) * number).to_bytes(4, "little")
    reasons = contents(raw[:start] + entry * number + bytes(tail))
    assert reasons == ["its members lie within each other, as in a zip bomb; unpack it first, with care"]


def test_a_member_that_claims_to_be_the_whole_archive() -> None:
    raw = zipped({"q.zip": b"x" * 400}, zipfile.ZIP_STORED)
    patched, at = bytearray(raw), raw.index(b"PK\x01\x02")
    for place in (18, 22, at + 20, at + 24):
        patched[place : place + 4] = len(raw).to_bytes(4, "little")
    assert "damaged within its ZIP archive" in reason(bytes(patched))


@BOTH
def test_archives_that_end_too_early(pack: Pack) -> None:
    raw = pack({f"{number}.txt": STORY * 200 for number in range(3)})
    found = contents(raw[: len(raw) // 2])
    assert "damaged" in found[-1] or "too early" in found[-1]


def test_a_damaged_member_of_a_zip() -> None:
    raw = bytearray(zipped({"a.txt": STORY, "b.txt": STORY}, zipfile.ZIP_STORED))
    raw[40] ^= 1
    spoilt, whole = contents(bytes(raw))
    assert spoilt.startswith("it is damaged within its ZIP archive (Bad CRC-32")
    assert whole == STORY.decode()


def test_rubbish_between_the_members_of_a_tar() -> None:
    good = tarred({"a.txt": STORY})
    for rubbish in (b"rubbish " * 64, b"few", b"rubbish " * 10_000):
        story, reason = contents(good[:1024] + rubbish + good)
        assert story == STORY.decode()
        assert reason == "this tar archive is damaged: what follows its last member is none; get it again"
    assert contents(good + b"\0" * 100_000) == contents(good[:1024]) == [STORY.decode()]


def test_headers_without_end() -> None:
    raw = tarred({"a.txt": STORY}, "w", pax_headers={"comment": "x" * 3_000_000})
    assert reason(raw).startswith("more than 1,000,000 bytes stand between two of its members")


def test_a_long_tar_is_not_remembered() -> None:
    member = tarred({"a.txt": STORY * 100})[:6144]

    def peak(number: int) -> int:
        tracemalloc.start()
        chunks = (member for _ in range(number))
        assert sum(1 for _ in stream_pages(Stream(chunks), Origin(location="tar"), Settings())) == number
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert peak(2000) < peak(20) + 100_000


_MEMBERS = {
    "a.txt": STORY,
    "b.jsonl": b'{"text": "x"}\n',
    "c.zip": zipped({"d.txt": STORY}),
    "e.tar": tarred({"f": STORY}),
}
_ARCHIVES = [zipped(_MEMBERS), zipped(_MEMBERS, zipfile.ZIP_STORED), tarred(_MEMBERS), gzip.compress(tarred(_MEMBERS))]


@given(st.sampled_from(_ARCHIVES), st.data())
def test_mutated_archives_never_crash(archive: bytes, data: st.DataObject) -> None:
    raw = bytearray(archive)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(raw)))
        raw[at : at + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=20))
    found = read(bytes(raw))
    assert found
    assert all(page.content.strip() if isinstance(page, Page) else page.reason for page in found)


@given(st.sampled_from([b"PK\x03\x04", b"PK\x05\x06", b"x" * 257 + b"ustar", b"WARC/1.0\r\n"]), st.binary(max_size=600))
def test_any_bytes_behind_a_magic_number(magic: bytes, rest: bytes) -> None:
    assert read(magic + rest)


def test_zlib_is_what_zip_is_made_of() -> None:
    """A member whose stream is cut, though the directory says that it is whole."""
    raw = bytearray(zipped({"a.txt": STORY * 100}))
    at = 30 + len("a.txt")
    raw[at : at + 4] = b"\xff" * 4
    with pytest.raises(zlib.error):
        zlib.decompress(bytes(raw[at:]), wbits=-15)
    assert reason(bytes(raw)).startswith("it is damaged within its ZIP archive (Error -3")
