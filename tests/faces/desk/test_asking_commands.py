"""`dateline people`, `timeline` and `statements`."""

import csv
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from newsroom import newsroom, run
from pyarrow import parquet
from shelf import Story, shelved

from dateline.faces.exits import CANNOT, READ, USAGE


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return newsroom(tmp_path_factory.mktemp("newsroom"))


def rows(result: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def shown(*arguments: object, **environment: str) -> list[str]:
    """What people see, without the blanks behind the lines of tables."""
    result = run(*arguments, "--to", "terminal", **environment)
    assert result.exit_code == READ
    return [line.rstrip() for line in result.stdout.splitlines()]


def flat(line: str) -> str:
    """The words of a line of a table."""
    return " ".join(line.split())


def test_people_is_a_table_with_posts_and_numbers(desk: Path) -> None:
    head, brek, post, *_, last = shown("people", "--desk", desk)
    assert flat(head) == "articles said events days"
    assert flat(brek) == "Ana Brek NOR, GOV 2 1 - 10 Mar to 2 Apr 2031"
    assert post == "  Minister"
    assert last == "2 names"


def test_people_tells_that_there_are_more_than_it_shows(desk: Path) -> None:
    assert shown("people", "--kind", "organisation", "--desk", desk)[-1] == "1 name"
    assert shown("people", "--desk", desk, "--limit", "1")[-1] == "the first 1 name; --limit 100 shows more"
    assert len(rows(run("people", "--desk", desk, "--limit", "1"))) == 1


def test_people_takes_filters(desk: Path) -> None:
    asked = ["--country", "NOR", "--sector", "GOV", "--since", "2031-04", "--until", "2031-04"]
    assert [row["articles"] for row in rows(run("people", "brek", *asked, "--desk", desk))] == [1]
    assert run("people", "--country", "Sweden", "--desk", desk).stderr == f"nobody in {desk} fits all of this\n"


def test_a_name_that_nobody_bears_gets_near_ones(desk: Path) -> None:
    for command in (["people", "Una Brekk"], ["statements", "--by", "Una Brekk"], ["timeline", "Una Brekk"]):
        found = run(*command, "--desk", desk)
        assert found.exit_code == CANNOT
        assert f"in {desk} is called 'Una Brekk'; did you mean Ana Brek?\n" in found.stderr


def test_timeline_shows_when_what_and_who_and_the_sentence(desk: Path) -> None:
    lines = shown("timeline", "Oslo", "--desk", desk)
    assert flat(lines[0]) == "1 Apr 2031 ASSAULT Gunmen → ferry port in · Oslo · at least 7 killed · 2 wounded"
    assert lines[1].strip().startswith("Gunmen attacked the ferry port in Oslo on Tuesday and killed")
    assert "The Lund Post · raid" in [line.strip() for line in lines]
    assert lines[-1] == "1 row"


def test_timeline_shows_posts_with_the_time_as_exact_as_it_is_told(desk: Path) -> None:
    first = shown("timeline", "Ana Brek", "--desk", desk)[0]
    assert flat(first) == "2030 takes post Ana Brek · Minister"


def test_timeline_takes_filters_and_gives_rows(desk: Path, tmp_path: Path) -> None:
    found = rows(run("timeline", "Oslo", "--kind", "place", "--since", "2031-04-01", "--desk", desk))
    assert [(row["type"], row["who"], row["killed_low"]) for row in found] == [("ASSAULT", ["Gunmen"], 7)]
    nothing = run("timeline", "Oslo", "--until", "2030", "--desk", desk)
    told = f"nothing that has happened to 'Oslo' is told in {desk} at that time\n"
    assert (nothing.exit_code, nothing.stderr) == (CANNOT, told)
    run("timeline", "Oslo", "--desk", desk, "-o", tmp_path / "oslo.csv")
    with (tmp_path / "oslo.csv").open(encoding="utf-8", newline="") as file:
        assert [row["whom"] for row in csv.DictReader(file)] == ["ferry port in"]


def test_timeline_of_somebody_who_only_spoke_leads_to_the_words(tmp_path: Path) -> None:
    story = Story("word", "Ivo Lund said: The ferry is late.", "2031-04-02")
    story.said(story.person("Ivo Lund"), "The ferry is late", addressee=None)
    shelved(tmp_path, story).close()
    found = run("timeline", "Ivo Lund", "--desk", tmp_path / "news.db")
    assert found.exit_code == CANNOT
    assert found.stderr.endswith("; what was said is: dateline statements --by 'Ivo Lund'\n")


def test_statements_show_who_says_what(desk: Path) -> None:
    lines = shown("statements", "--by", "Brek", "--desk", desk)
    assert lines[:4] == [
        "2 Apr 2031   Ana Brek · says",
        "  “We will find them”",
        "  The Lund Post · [bold]Raid on the ferry port",
        "  raid",
    ]
    assert lines[-1] == "1 statement"


def test_statements_take_words_and_filters(desk: Path) -> None:
    asked = ["find", "--by", "Brek", "--stance", "says", "--outlet", "The Lund Post", "--since", "2031", "--desk", desk]
    assert [row["words"] for row in rows(run("statements", *asked))] == ["We will find them"]
    nothing = run("statements", "submarine", "--desk", desk)
    assert (nothing.exit_code, nothing.stderr) == (CANNOT, f"nothing said in {desk} fits all of this\n")
    assert run("statements", "--stance", "sings", "--desk", desk).exit_code == USAGE


def test_parquet_of_all_of_them(desk: Path, tmp_path: Path) -> None:
    for name, *asked in (("people", "Brek"), ("timeline", "Oslo"), ("statements",)):
        run(name, *asked, "--desk", desk, "-o", tmp_path / f"{name}.parquet")
        assert parquet.read_table(tmp_path / f"{name}.parquet").num_rows == 1


def test_a_post_is_indented_on_its_second_line_too(tmp_path: Path) -> None:
    story = Story("one", "Ana Brek, deputy minister of the harbours and of all the waters, slept.", "2031-04-02")
    story.post(story.person("Ana Brek"), "deputy minister of the harbours and of all the waters")
    shelved(tmp_path, story).close()
    below = shown("people", "--desk", tmp_path / "news.db", COLUMNS="60")[2:-2]
    assert len(below) > 1 and all(line.startswith("  ") for line in below)


def test_what_has_neither_headline_nor_outlet_leaves_no_empty_line(tmp_path: Path) -> None:
    story = Story("one", "Ana Brek said: We will dig.", "2031-04-02", outlet="")
    story.said(story.person("Ana Brek"), "We will dig")
    shelved(tmp_path, story).close()
    with sqlite3.connect(tmp_path / "news.db") as connection:
        connection.execute("UPDATE articles SET headline = NULL, outlet = NULL")
    connection.close()
    assert shown("statements", "--desk", tmp_path / "news.db")[2:4] == ["  one", ""]


def test_in_a_narrow_terminal_names_and_ids_are_whole(tmp_path: Path) -> None:
    name = "https://news.example/2031/04/02/a-very-long-address-of-a-story"
    story = Story(name, "Ana Brek slept.", "2031-04-02")
    story.post(story.person("Ana Brek"), "slept", since=story.moment("slept", "2031-04-01").id)
    shelved(tmp_path, story).close()
    lines = shown("people", "--desk", tmp_path / "news.db", COLUMNS="44")
    assert flat(lines[1]) == "Ana Brek 1 - -"
    told = shown("timeline", "Ana Brek", "--desk", tmp_path / "news.db", COLUMNS="44")
    assert name in "".join(line.strip() for line in told)


def test_no_line_is_wider_than_the_terminal(desk: Path) -> None:
    for command in (["people"], ["timeline", "Oslo"], ["statements"]):
        assert max(map(len, shown(*command, "--desk", desk, COLUMNS="60"))) <= 60
