"""What became of an item: killed, embargoed, corrected, updated, or sent as a summary."""

import pytest

from dateline.checks.standing import standing
from dateline.model import Article, Field, Page
from dateline.pipeline import understand
from dateline.reading import read_page
from dateline.record import Record

STORY = "COIMBRA, March 5 (RVN) - The ferry will stop on Friday, the mayor said in a letter to the town."


def record(*fields: Field, text: str = STORY) -> Record:
    from dateline.annotation.annotate import annotate

    [article] = read_page(Page(id="a", location="a", media_type="text/plain", content=text, fields=fields))
    assert isinstance(article, Article)
    [annotation] = annotate([article])
    return Record(article, annotation)


def findings(*fields: Field, text: str = STORY) -> list[tuple[str, str]]:
    done = understand(record(*fields, text=text))
    return [(each.severity, each.message) for each in done.findings if each.check == "standing"]


def test_a_usable_story_has_nothing_to_tell() -> None:
    assert findings() == findings(Field("status", "usable", "x: status"), Field("extent", "full text", "x")) == []


@pytest.mark.parametrize(
    ("status", "severity", "words"),
    [
        ("killed", "error", "nothing of it may be used"),
        ("embargoed", "warning", "embargoed: not for publication yet"),
        ("corrected", "note", "a corrected version"),
        ("updated", "note", "an updated version"),
    ],
)
def test_the_status_that_was_sent(status: str, severity: str, words: str) -> None:
    [(grave, message)] = findings(Field("status", status, "ninjs: pubstatus"))
    assert grave == severity
    assert words in message


def test_until_when_it_is_embargoed() -> None:
    sent = (
        Field("status", "embargoed", "ninjs: pubstatus"),
        Field("embargoed", "2024-03-06T06:00:00Z", "ninjs: embargoed"),
    )
    assert findings(*sent) == [("warning", "embargoed until 2024-03-06T06:00:00Z: not for publication before")]


def test_a_summary_says_so() -> None:
    [(severity, message)] = findings(Field("extent", "summary", "rss: item/description"))
    assert severity == "note"
    assert message.startswith("only a summary was sent")


def test_the_note_that_says_so_is_shown() -> None:
    done = record(text=f"Ferry to stop\n\n{STORY}\n\nCorrection: The ferry stops on Friday, not on Saturday.")
    [finding] = [each for each in understand(done).findings if each.check == "standing"]
    assert [done.words(span) for span in finding.spans] == ["Correction: The ferry stops on Friday, not on Saturday."]
    assert list(standing(done)) == [finding]
