"""How many documents there are to come, told quickly."""

import bz2
import gzip
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.faces.desk.progress import expected as counting
from dateline.faces.desk.progress.expected import expected


def rows(count: int, *, end: str = "\n") -> bytes:
    lines = [
        json.dumps({"id": str(number), "text": f"Rain fell on Varna for {number} days."}) for number in range(count)
    ]
    return ("\n".join(lines) + end).encode()


def write(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return str(path)


def test_a_file_is_one_document_and_a_list_of_rows_has_as_many_as_it_has_rows(tmp_path: Path) -> None:
    assert expected([write(tmp_path / "a.txt", b"Rain.\n\nMore rain.\n")]) == 1
    assert expected([write(tmp_path / "b.jsonl", rows(7))]) == 7
    assert expected([write(tmp_path / "c.ndjson", rows(7, end=""))]) == 7
    assert expected([write(tmp_path / "d.json", b'[{"id": "1"}, {"id": "2"}]')]) == 2
    assert expected([write(tmp_path / "e.json", b'{"id": "1"}')]) == 1


@pytest.mark.parametrize(("ending", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress)])
def test_packed_rows_are_counted_too(tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]) -> None:
    assert expected([write(tmp_path / f"a.jsonl.{ending}", pack(rows(60)))]) == 60


def test_a_folder_is_the_sum_of_its_files_but_for_hidden_ones(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / ".git").mkdir()
    write(tmp_path / "a.txt", b"Rain.")
    write(tmp_path / "in" / "b.jsonl", rows(4))
    write(tmp_path / ".git" / "c.txt", b"Rain.")
    write(tmp_path / "in" / ".d.txt", b"Rain.")
    assert expected([str(tmp_path)]) == 5


def test_the_beginning_of_a_large_file_stands_for_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "SAMPLE", 1)  # one chunk
    found = expected([write(tmp_path / "a.jsonl", rows(20_000))])
    assert found is not None
    assert 18_000 < found < 22_000


def test_messages_and_pages_of_a_crawl_are_counted_by_how_they_begin(tmp_path: Path) -> None:
    messages = b"From a@example.org\nSubject: Rain\n\nRain.\n\nFrom b@example.org\nSubject: Sun\n\nFrom here on sun.\n"
    assert expected([write(tmp_path / "a.mbox", messages)]) == 3  # a line of a message may look like the next one
    crawl = b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n" + b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" * 3
    assert expected([write(tmp_path / "b.warc.gz", gzip.compress(crawl))]) == 3


def test_a_zip_has_as_many_as_it_has_members(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.mkdir("in")
        archive.writestr("in/a.txt", "Rain.")
        archive.writestr("b.txt", "Sun.")
    assert expected([str(tmp_path / "a.zip")]) == 2


def test_what_cannot_be_told_quickly_is_not_guessed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as archive:
        archive.add(write(tmp_path / "a.txt", b"Rain."))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.writestr("a.jsonl", rows(3))
    assert expected(["-"]) is None
    assert expected([str(tmp_path / "a.tar.gz")]) is None
    assert expected([str(tmp_path / "b.zip")]) is None
    assert expected([str(tmp_path)]) is None


def test_what_cannot_be_read_will_be_one_refusal(tmp_path: Path) -> None:
    bad = [write(tmp_path / "a.zip", b"no zip"), write(tmp_path / "b.jsonl.gz", gzip.compress(rows(3))[:30])]
    bad += [write(tmp_path / "c.json", b"{"), str(tmp_path / "nowhere.txt"), "https://example.org/story"]
    assert expected(bad) == 5
