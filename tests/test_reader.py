"""The whole way: one source, many, several processes, refusals kept, order kept."""

import logging
from pathlib import Path

import pytest

import dateline
from dateline.errors import CannotRead
from dateline.model import Refused
from dateline.settings import Settings
from dateline.values import Moment, Publication

STORY = "OSLO, March 5 (Fjord News) - Two men were hurt in Bergen on Monday, police said."


def test_a_row_keeps_its_id_and_its_text() -> None:
    record = dateline.read({"id": "x1", "text": f"\n  {STORY}\r\n"})
    assert record.article.id == "x1"
    assert record.text == f"\n  {STORY}\r\n"


def test_what_the_row_says_is_kept_with_its_key(tmp_path: Path) -> None:
    record = dateline.read({"id": "x1", "text": STORY, "published": "2024-03-05", "outlet": "Fjord News"})
    value = record.of("publication")[0].value
    assert isinstance(value, Publication) and value.published is not None
    published = record.get(value.published)
    assert published is not None and isinstance(published.value, Moment)
    assert (published.value.timex, published.field) == ("2024-03-05", "row: published")
    assert record.article.source.outlet == "Fjord News"


def test_settings_speak_for_sources_that_do_not_say(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    record = dateline.read(path, Settings(published="2023-03-05", outlet="Fjord News"))
    assert record.of("dateline")[0].value.date is not None  # type: ignore[attr-defined]
    moment = record.get(record.of("dateline")[0].value.date)  # type: ignore[attr-defined]
    assert moment is not None and moment.value.timex == "2023-03-05"  # type: ignore[attr-defined]


def test_one_bad_source_never_stops_the_run(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(STORY)
    refused: list[Refused] = []
    sources = [tmp_path / "missing.txt", good, b"\x89PNG\r\n\x1a\n\x00\x00", {"id": "r", "text": "  "}, good]
    records = list(dateline.read_many(sources, Settings(), refused=refused.append))
    assert [record.article.id for record in records] == [str(good), str(good)]
    assert len(refused) == 3
    assert all(r.reason and r.stage for r in refused)


def test_refusals_are_logged_where_nobody_takes_them(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "dateline"):
        assert list(dateline.read_many(["nowhere.txt"], Settings())) == []
    assert "nowhere.txt" in caplog.text


def test_read_raises_with_the_reason() -> None:
    with pytest.raises(CannotRead, match=r"nowhere\.txt"):
        dateline.read("nowhere.txt")


def test_limit() -> None:
    rows = [{"id": str(i), "text": STORY} for i in range(5)]
    assert [r.article.id for r in dateline.read_many(rows, Settings(limit=2))] == ["0", "1"]


def test_another_language_is_read_for_its_furniture() -> None:
    text = (
        "BERLIN (dpa) - Bei einem Unfall in der Nähe von Hamburg sind am Montag zwei Menschen verletzt worden, "
        "teilte die Polizei mit. Die Straße blieb mehrere Stunden lang gesperrt, und der Verkehr wurde umgeleitet."
    )
    record = dateline.read({"id": "de", "text": text})
    assert record.article.language == "de"
    assert [finding.severity for finding in record.findings if "'de'" in finding.message] == ["note"]
    assert record.of("dateline") and not record.of("event") and not record.of("statement")


def test_reading_twice_gives_the_same_record() -> None:
    row = {"id": "x", "text": STORY}
    assert dateline.read(row).to_json() == dateline.read(row).to_json()


def test_a_batch_reads_like_one_by_one() -> None:
    rows = [{"id": str(i), "text": f"{STORY} The mayor of Porto said {i} times no."} for i in range(6)]
    together = [record.facts for record in dateline.read_many(rows, Settings(batch=6))]
    assert together == [dateline.read(row).facts for row in rows]


@pytest.mark.slow
def test_several_processes_keep_the_order() -> None:
    rows = [{"id": str(i), "text": STORY} for i in range(9)] + [{"id": "bad", "text": ""}]
    refused: list[Refused] = []
    alone = [record.to_json() for record in dateline.read_many(rows[:9], Settings(batch=2))]
    many = [r.to_json() for r in dateline.read_many(rows, Settings(batch=2), workers=2, refused=refused.append)]
    assert many == alone
    assert len(refused) == 1
