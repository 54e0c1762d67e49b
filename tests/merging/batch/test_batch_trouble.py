"""What may go wrong in a batch: killed processes, torn files, odd articles."""

import gzip
import os
import subprocess
import sys
from pathlib import Path
from signal import SIGKILL

import pytest
from told_records import event_of, record

import dateline
from dateline.errors import BadRecord, LostWorker
from dateline.merger import record_lines
from dateline.merging.batch import assembling, columns, gathered, mapping, merging, telling, telling_links
from dateline.merging.batch.spreading import Processes
from dateline.model import Article, Source
from dateline.record import Record
from dateline.values import Event, Span


def fall(_: int) -> int:
    os.kill(os.getpid(), SIGKILL)
    return 0


def test_a_killed_process_is_told_plainly() -> None:
    with Processes(2) as spread, pytest.raises(LostWorker, match="--workers"):
        list(spread(fall, range(9)))


KILLED = """
import os, sys, time
from dateline.merging.batch.spreading import Processes
from test_batch_trouble import number_of

if __name__ == "__main__":
    with Processes(1) as spread:
        print(next(spread(number_of, [0])), flush=True)
        os.kill(os.getpid(), 9)
"""


def number_of(_: int) -> int:
    return os.getpid()


def test_where_the_parent_is_killed_nobody_stays_behind(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    paths = os.pathsep.join((str(Path(__file__).parent), str(Path(__file__).parents[1])))
    # Its output ends when nobody holds it any more, the worker included.
    done = subprocess.run(
        [sys.executable, script], capture_output=True, env={**os.environ, "PYTHONPATH": paths}, timeout=60, check=False
    )
    assert done.returncode == -SIGKILL and int(done.stdout) > 0


def test_a_torn_gzip_file_is_told_plainly(tmp_path: Path) -> None:
    torn, other = tmp_path / "torn.jsonl.gz", tmp_path / "other.jsonl.gz"
    torn.write_bytes(gzip.compress(record("a1").to_json() + b"\n")[:-40])
    other.write_bytes(record("a1").to_json() + b"\n")
    for path in (torn, other):
        with pytest.raises(BadRecord, match="gzip"):
            list(record_lines([path]))


def test_a_pipe_is_read(tmp_path: Path) -> None:
    inner, outer = os.pipe()
    os.write(outer, b"{}\n")
    os.close(outer)
    try:
        assert list(record_lines([f"/dev/fd/{inner}"])) == [b"{}\n"]
    finally:
        os.close(inner)


def bare(article: str, text: str = "Nothing is said here.", events: int = 0) -> Record:
    """An article without date, names and headline, with so many events of one word each."""
    made = Record(
        Article(
            id=article, source=Source(location=article, media_type="text/plain"), text=text, blocks=(), language="en"
        )
    )
    for place in range(events):
        span = Span(place * 8, place * 8 + 7)
        made.add(made.fact(Event(type="PROTEST", trigger=span), span))
    return made


def test_bare_articles_are_stories_of_their_own() -> None:
    merged = dateline.merge([bare("x"), bare("y", "")])
    assert sorted(article for story in merged.stories for article in story.articles) == ["x", "y"]
    assert not merged.incidents


def test_an_article_of_too_many_events_takes_none_of_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (columns, mapping, gathered, merging, telling, telling_links, assembling):
        monkeypatch.setattr(module, "EVENTS", 8)
    crowded = bare("m", "rallied " * 20, 20)
    merged = dateline.merge([record("a1"), crowded, record("z1", type="PROTEST")], people=False)
    told = [fact for incident in merged.incidents for fact in incident.facts]
    own = [event.id for event in crowded.of("event")]
    assert len(told) == len(set(told)) == 10 and {event_of(record("a1")), event_of(record("z1", type="PROTEST"))} < {
        *told
    }
    assert len({*told} & {*own}) == 8
