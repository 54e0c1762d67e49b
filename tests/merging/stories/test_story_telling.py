"""A story made of its articles: title, names, times, copies."""

from typing import Any

from dateline.merging.outcomes import Copy
from dateline.merging.reports.report import Report
from dateline.merging.stories.telling import story_of
from merging.printed import printed
from merging.reported import organisation, person, place

LUND, TARN, ECHO = person("Ana Lund", mentions=3), place("Tarn"), organisation("Tarn Echo")
BODY = "A dam above Tarn broke on Sunday, and Ana Lund, the mayor, told everybody downstream to leave their homes."


def told(article: str, headline: str | None, body: str = BODY, **fields: Any) -> Report:
    return printed(article, body, headline, **{"published": "2024-05-03", "names": [LUND, TARN], **fields})


def test_the_title_is_the_headline_that_has_most_of_what_all_tell() -> None:
    reports = [
        told("a", "Photo"),
        told("b", "Dam breaks above Tarn, mayor tells homes to leave"),
        told("c", "A bad day"),
    ]
    assert story_of("s", reports, [], 3).title == "Dam breaks above Tarn, mayor tells homes to leave"


def test_marks_before_and_behind_a_headline_are_no_part_of_the_title() -> None:
    assert (
        story_of("s", [told("a", "UPDATE 2-Dam above Tarn breaks | Tarn Echo")], [], 1).title == "Dam above Tarn breaks"
    )
    assert story_of("s", [told("a", "Dam breaks - mayor tells all to leave")], [], 1).title.startswith(
        "Dam breaks - mayor"
    )


def test_without_a_headline_the_first_sentence_is_the_title() -> None:
    assert story_of("s", [told("a", None)], [], 1).title == BODY
    long = "The dam " + "that had long been feared for " * 10 + "broke."
    assert story_of("s", [told("a", None, long)], [], 1).title.endswith(" …")


def test_names_are_those_that_most_articles_name_without_outlets() -> None:
    reports = [
        told("a", "Dam breaks", names=[LUND, TARN, ECHO], outlet="Tarn Echo"),
        told("b", "Dam breaks", names=[person("Lund"), TARN, person("Kim Sand")]),
        told("c", "Dam breaks", names=[LUND, place("Vik")]),
    ]
    assert story_of("s", reports, [], 3).names == ("Ana Lund", "Tarn")


def test_one_article_alone_tells_whom_it_names_more_than_once() -> None:
    assert story_of("s", [told("a", "Dam breaks")], [], 1).names == ("Ana Lund",)


def test_first_last_and_order_are_by_day() -> None:
    reports = [told("b", "Dam", published="2024-05-09"), told("a", "Dam"), told("c", "Dam", published=None)]
    story = story_of("s", reports, [], 2)
    assert (story.first, story.last, story.articles) == ("2024-05-03", "2024-05-09", ("a", "b", "c"))
    assert story_of("s", [told("c", "Dam", published=None)], [], 1).first is None


def test_copies_are_told_and_weigh_nothing() -> None:
    reports = [
        told("a", "Dam breaks"),
        told("b", "Dam breaks"),
        told("c", "Dam breaks", names=[TARN, person("Ola Berg")]),
    ]
    copies = [Copy(article="b", of="a", how="exact", similarity=1.0)]
    story = story_of("s", reports, copies, 2)
    assert (story.duplicates, story.copies, story.independent) == ((("a", "b", 1.0),), tuple(copies), 2)
    assert story.names == ("Tarn",)
    assert story_of("s", reports[::-1], copies, 2) == story
