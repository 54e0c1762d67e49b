"""Files, folders, standard input and bytes: what comes out, and what is refused with which words."""

import gzip
import io
import json
import os
import socket
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from dateline.model import Field, Page, Refused
from dateline.settings import Settings
from dateline.sources import pages

STORY = "Ines Okparo said on Monday that\r\nthe bridge \u201cis closed\u201d.\n\n  It reopens in May.\n"
PAGE = "<!DOCTYPE html>\n<html><body><p>The bridge is closed.</p></body></html>"


def all_of(*sources: Any, **settings: Any) -> list[Page | Refused]:
    return list(pages(sources, Settings(**settings)))


def page_of(source: Any, **settings: Any) -> Page:
    (found,) = all_of(source, **settings)
    assert isinstance(found, Page), found
    return found


def refusal_of(source: Any, **settings: Any) -> Refused:
    (found,) = all_of(source, **settings)
    assert isinstance(found, Refused), found
    return found


def jsonl(rows: Iterable[object]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def put(path: Path, content: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_file_comes_verbatim(tmp_path: Path) -> None:
    path = put(tmp_path / "story.txt", STORY)
    assert page_of(path) == Page(id=path.as_posix(), location=path.as_posix(), media_type="text/plain", content=STORY)


def test_the_path_stays_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "in/story.txt", STORY)
    monkeypatch.chdir(tmp_path)
    assert [page.location for page in all_of("./in/story.txt", "in/story.txt", "./in")] == [
        "./in/story.txt",
        "in/story.txt",
        "./in/story.txt",
    ]


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.html", "<p>no frame around it", "text/html"),
        ("a.HTM", "<p>capitals", "text/html"),
        ("a.xhtml", '<?xml version="1.0"?>\n<html/>', "text/html"),
        ("a.txt", PAGE, "text/html"),
        ("a", "\n <!-- saved --> <!-- twice --><HTML lang=en>x", "text/html"),
        ("a.xml", '<?xml version="1.0"?><html>x</html>', "text/html"),
        ("a.xml", "<nitf><body/></nitf>", "text/vnd.iptc.nitf"),
        ("a", '<?xml version="1.0"?><!-- x --><n:newsItem xmlns:n="n"/>', "application/vnd.iptc.g2.newsmessage+xml"),
        ("a", '<!DOCTYPE NewsML SYSTEM "n.dtd" [<!ENTITY a "b">]>\n<NewsML/>', "text/vnd.iptc.newsml"),
        ("a", '<feed xmlns="http://www.w3.org/2005/Atom"/>', "application/atom+xml"),
        ("a", "<rdf:RDF/>", "application/rss+xml"),
        ("a", "\x01abc 12\r\n\x02A bridge is closed.\x03", "text/x-iptc7901"),
        ("a", "ZCZC\nA bridge is closed.\nNNNN", "text/x-iptc7901"),
        ("a.rss", "<rss/>", "application/rss+xml"),
        ("a.csv", "a,b", "text/csv"),
        ("a", "story", "text/plain"),
        ("a.story", "story", "text/plain"),
        ("a.txt", "<htmlish> is no HTML", "text/plain"),
        ("story.exe", "text all the same", "text/plain"),
    ],
)
def test_media_types(tmp_path: Path, name: str, content: str, media_type: str) -> None:
    found = page_of(put(tmp_path / name, content))
    assert (found.media_type, found.content) == (media_type, content)


@pytest.mark.parametrize("name", ["a.xml", "a"])
@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<?xml version='1.0'?><story>x</story>", "the root of this XML is <story>"),
        ("<?xml version='1.0'?>", "this XML has no root element"),
    ],
)
def test_xml_of_another_kind(tmp_path: Path, name: str, content: str, what: str) -> None:
    reason = refusal_of(put(tmp_path / name, content)).reason
    assert reason.startswith(f"{what}, which nothing here reads; give plain text, HTML")


def test_comments_without_end_are_looked_through_quickly() -> None:
    assert page_of(b"<!---->" * 5000 + b"<!").media_type == "text/plain"


@pytest.mark.parametrize("name", ["story.txt.gz", "story.gz", "story.txt"])
def test_gzip_is_told_by_its_magic_number(tmp_path: Path, name: str) -> None:
    path = put(tmp_path / name, gzip.compress(STORY.encode()))
    assert page_of(path).content == STORY


def test_a_name_in_gz_may_lie(tmp_path: Path) -> None:
    assert page_of(put(tmp_path / "story.txt.gz", STORY)).content == STORY


def test_gzipped_html_and_rows(tmp_path: Path) -> None:
    assert page_of(put(tmp_path / "a.html.gz", gzip.compress(b"<p>x"))).media_type == "text/html"
    found = all_of(put(tmp_path / "a.jsonl.gz", gzip.compress(jsonl([{"text": "one"}, {"text": "two"}]))))
    assert [page.content for page in found if isinstance(page, Page)] == ["one", "two"]


def test_gzip_members_in_a_row_are_one_text() -> None:
    assert page_of(gzip.compress(b"one ") + b"\0\0" + gzip.compress(b"two") + b"\0" * 9).content == "one two"


def test_a_gzip_bomb_is_refused_early(tmp_path: Path) -> None:
    path = put(tmp_path / "bomb.txt", gzip.compress(b"a" * 3_000_000))
    assert refusal_of(path, max_bytes=1000).reason == (
        "it has more than 1,000 bytes and the limit is 1,000; raise max_bytes or split it"
    )


@pytest.mark.parametrize(
    ("damage", "sentence"), [(lambda raw: raw[:-12], "too early"), (lambda raw: raw[:12] + b"\xff" * 40, "damaged")]
)
def test_damaged_gzip(damage: Any, sentence: str) -> None:
    assert sentence in refusal_of(damage(gzip.compress(STORY.encode() * 5))).reason


def test_rows_before_the_damage_are_kept() -> None:
    rows = jsonl({"text": os.urandom(3000).hex()} for _ in range(50))
    found = all_of(gzip.compress(rows)[:-4000])
    assert isinstance(found[0], Page)
    assert [type(outcome) for outcome in found].count(Refused) == 1
    assert isinstance(found[-1], Refused)
    assert "too early" in found[-1].reason


def test_gzip_within_gzip() -> None:
    assert "gzip data within gzip data" in refusal_of(gzip.compress(gzip.compress(b"a"))).reason


def test_a_folder_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ["b.txt", "a/z.txt", "a/.hidden.txt", ".git/config", "c.html", "a/b/c.txt"]:
        put(tmp_path / name, "story")
    locations = [outcome.location for outcome in all_of(tmp_path)]
    assert locations == [f"{tmp_path.as_posix()}/{name}" for name in ["a/b/c.txt", "a/z.txt", "b.txt", "c.html"]]


def test_one_bad_file_does_not_end_a_folder(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", b"\x89PNG\r\n\x1a\n")
    put(tmp_path / "b.txt", "story")
    (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere")
    assert [type(outcome) for outcome in all_of(tmp_path)] == [Refused, Page, Refused]


def test_links_to_folders_are_followed_but_never_in_a_circle(tmp_path: Path) -> None:
    put(tmp_path / "other/a.txt", "story")
    put(tmp_path / "main/b.txt", "story")
    (tmp_path / "main/linked").symlink_to(tmp_path / "other")
    (tmp_path / "main/round").symlink_to(tmp_path / "main")
    found = all_of(tmp_path / "main")
    assert [Path(outcome.location).name for outcome in found] == ["b.txt", "a.txt", "round"]
    assert isinstance(found[-1], Refused)
    assert "link to a folder that it lies in" in found[-1].reason


def test_an_empty_folder(tmp_path: Path) -> None:
    put(tmp_path / ".hidden", "x")
    assert refusal_of(tmp_path).reason == "the folder has no files; hidden ones do not count"


@pytest.mark.parametrize("missing", ["nowhere.txt", "nowhere/at/all", "a\0b", "\ud800"])
def test_a_wrong_path(missing: str) -> None:
    assert "check" in refusal_of(missing).reason
    refusal_of(missing).location.encode()


def test_a_text_instead_of_a_path() -> None:
    assert 'give its bytes or a row {"text": ...}' in refusal_of("The mayor said so. " * 300).reason


def test_an_empty_path_is_not_the_working_directory() -> None:
    assert "empty path" in refusal_of("").reason


def test_permission_denied_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = put(tmp_path / "a.txt", "story")
    monkeypatch.setattr(Path, "open", refuse)
    assert refusal_of(path) == Refused(path.as_posix(), "sources", "permission denied; ask for the right to read it")


def test_sockets_and_pipes_in_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "a")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("b")
        assert [outcome.reason.partition(";")[0] for outcome in all_of(".") if isinstance(outcome, Refused)] == [
            "this is a pipe",
            "this is a socket",
        ]
        assert "this is a socket" in refusal_of("b").reason


def test_a_pipe_named_directly_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(STORY.encode(),))
    writer.start()
    assert page_of(tmp_path / "pipe").content == STORY
    writer.join()


def test_names_that_no_json_can_hold(tmp_path: Path) -> None:
    (Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt"))).write_bytes(b"story")
    assert page_of(tmp_path).id.endswith("caf\\udce9.txt")


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert refusal_of(path, max_bytes=100_000).reason == (
        "it has 50,000,000 bytes and the limit is 100,000; raise max_bytes or split it"
    )


def test_no_more_is_read_than_the_limit_asks_for() -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def read1(self, size: int) -> bytes:
            self.taken += size
            return b"a" * size

    class Input:
        buffer = Endless()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", Input)
        assert "more than 1,000,000 bytes" in refusal_of("-", max_bytes=1_000_000).reason
    assert Input.buffer.taken <= 1_000_000 + 3 * 65_536


@pytest.mark.parametrize("size", [999, 1000, 1001])
@pytest.mark.parametrize("piece", ["a", "a\n"])
def test_the_limit_itself_is_within_the_limit(size: int, piece: str) -> None:
    raw = (piece * size)[:size].encode()
    (found,) = all_of(raw, max_bytes=1000)
    assert isinstance(found, Page) == (size <= 1000)


def test_too_many_characters() -> None:
    assert page_of("é".encode() * 10, max_chars=10).content == "é" * 10
    assert refusal_of(b"a" * 1234, max_chars=1000).reason == (
        "it has 1,234 characters and the limit is 1,000; raise max_chars or split it"
    )


def test_markup_is_no_text_yet() -> None:
    assert page_of(PAGE.encode(), max_chars=10).content == PAGE


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n", "\u3000\u2003".encode(), b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_nothing_in_it(raw: bytes) -> None:
    assert refusal_of(raw).reason == "there is no text in it"


@pytest.mark.parametrize(("name", "reason"), [("a.jsonl", "it holds no row"), ("a.json", "there is no text in it")])
def test_empty_files_of_rows(tmp_path: Path, name: str, reason: str) -> None:
    assert refusal_of(put(tmp_path / name, " \n")).reason == reason


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Any:
    def feed(raw: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))

    return feed


def test_a_document_on_standard_input(stdin: Any) -> None:
    stdin(STORY.encode())
    found = page_of("-")
    assert (found.id, found.location, found.content) == ("stdin", "stdin", STORY)


def test_rows_on_standard_input(stdin: Any) -> None:
    stdin(jsonl([{"id": 7, "text": "one"}, {"text": "two"}]))
    assert [(page.id, page.location) for page in all_of("-") if isinstance(page, Page)] == [
        ("7", "stdin#1"),
        ("stdin#2", "stdin#2"),
    ]


def test_standard_input_is_left_open_and_may_be_missing(stdin: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(b"story")
    page_of("-")
    assert not sys.stdin.closed
    monkeypatch.setattr(sys, "stdin", None)
    assert "no standard input" in refusal_of("-").reason


def test_rows_come_as_they_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    out, into = os.pipe()
    with os.fdopen(into, "wb", buffering=0) as writer, io.TextIOWrapper(os.fdopen(out, "rb")) as reader:
        monkeypatch.setattr(sys, "stdin", reader)
        found = pages(["-"], Settings())
        for text in ["one", "two"]:
            writer.write(jsonl([{"text": text}]))
            page = next(found)
            assert isinstance(page, Page)
            assert page.content == text
        writer.close()
        assert list(found) == []


def test_bytes_are_a_document() -> None:
    found = page_of(PAGE.encode(), outlet="Harbour Post")
    assert (found.id, found.location, found.media_type) == ("bytes", "bytes", "text/html")
    assert found.fields == (Field("outlet", "Harbour Post", "option: --outlet"),)


def test_sources_are_read_lazily_and_in_order(tmp_path: Path) -> None:
    asked = []

    def sources() -> Iterable[Any]:
        for source in [b"one", str(tmp_path / "nowhere"), {"text": "two"}]:
            asked.append(source)
            yield source

    found = pages(sources(), Settings())
    assert not asked
    assert isinstance(next(found), Page)
    assert len(asked) == 1
    assert [type(outcome) for outcome in found] == [Refused, Page]


@pytest.mark.parametrize("wrong", ["story.txt", b"story", {"text": "a"}, Path("story.txt")])
def test_one_source_instead_of_several_is_wrong_usage(wrong: Any) -> None:
    with pytest.raises(TypeError, match="put the one"):
        pages(wrong, Settings())


@pytest.mark.parametrize("wrong", [None, 5, ["a"], bytearray(b"a")])
def test_a_source_of_another_kind_is_wrong_usage(wrong: Any) -> None:
    with pytest.raises(TypeError, match="a source is a path"):
        list(pages([wrong], Settings()))


def test_an_abandoned_run_closes_its_file(tmp_path: Path) -> None:
    found = pages([put(tmp_path / "a.jsonl", jsonl([{"text": "one"}] * 3))], Settings())
    next(found)
    del found  # a file left open would warn, and warnings are errors
