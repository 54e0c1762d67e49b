"""`dateline search`: a list for people, rows for programs, files that are whole."""

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from newsroom import newsroom, run
from pyarrow import parquet

from dateline.faces.exits import CANNOT, READ, USAGE


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return newsroom(tmp_path_factory.mktemp("newsroom"))


def rows(result: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_without_a_terminal_it_gives_json_lines_all_of_them(desk: Path) -> None:
    found = run("search", "--desk", desk)
    assert (found.exit_code, found.stderr) == (READ, "")
    assert len(rows(found)) == 32
    assert rows(found)[0]["id"] == "raid"


def test_for_people_it_shows_what_happened_and_the_words_found(desk: Path) -> None:
    shown = run("search", "ferry guards", "--desk", desk, "--to", "terminal").stdout
    assert shown == (
        "[bold]Raid on the ferry port\n"
        "  The Lund Post · 2 Apr 2031 · ! 1 finding\n"
        "  ASSAULT  at least 7 killed  2 wounded\n"
        "  [bold]Raid on the ferry port. Gunmen attacked the ferry port in Oslo on Tuesday and\n"
        "  killed at least seven guards. Minister Ana Brek said: We will find them. Two guards were\n"
        "  wounded.\n"
        "  raid\n"
        "\n"
        "1 article\n"
    )


def test_words_found_are_marked_in_colour(desk: Path) -> None:
    from rich.console import Console

    import dateline
    from dateline.faces.desk.answers.hit_list import draw

    out = io.StringIO()
    with dateline.open(desk) as opened:
        draw(opened.search("guards"), Console(file=out, force_terminal=True, width=90, highlight=False, markup=False))
    assert "\x1b[1;4mguards\x1b[0m" in out.getvalue()


def test_control_characters_of_strangers_do_not_reach_the_terminal(desk: Path) -> None:
    shown = run("search", "calm", "--desk", desk, "--to", "terminal").stdout
    assert "\x1b" not in shown
    assert "␛[2JVarde" in shown


def test_people_get_a_page_and_are_told_how_to_see_more(desk: Path) -> None:
    shown = run("search", "--desk", desk, "--to", "terminal").stdout
    assert shown.endswith("20 of 32; --limit 32 shows more\n")
    assert run("search", "--desk", desk, "--to", "terminal", "--limit", 40).stdout.endswith("32 articles\n")


def test_no_line_is_wider_than_the_terminal(desk: Path) -> None:
    shown = run("search", "--desk", desk, "--to", "terminal", COLUMNS="50").stdout
    assert max(map(len, shown.splitlines())) <= 50


def test_all_filters_reach_the_desk(desk: Path) -> None:
    asked = ["--person", "Brek", "--place", "Oslo", "--within", "50km:59.9,10.7", "--country", "NOR"]
    asked += ["--type", "ASSAULT", "--type", "PROTEST", "--since", "2031-04", "--until", "2031", "--min-killed", "7"]
    asked += ["--said-by", "Ana Brek", "--status", "asserted", "--outlet", "The Lund Post", "--has-finding", "any"]
    found = run("search", "gunmen", *asked, "--order", "newest", "--limit", "5", "--desk", desk)
    assert [row["id"] for row in rows(found)] == ["raid"]
    assert run("search", *asked[:-2], "--min-killed", "8", "--desk", desk).exit_code == CANNOT


def test_nothing_found_is_told_with_names_that_are_near(desk: Path) -> None:
    found = run("search", "--person", "Una Brekk", "--desk", desk)
    assert (found.exit_code, found.stdout) == (CANNOT, "")
    assert found.stderr == f"nobody in {desk} is called 'Una Brekk'; did you mean Ana Brek?\n"
    assert run("search", "submarine", "--desk", desk).stderr == f"nothing in {desk} fits all of this\n"


def test_a_question_that_makes_no_sense_is_wrong_usage(desk: Path) -> None:
    found = run("search", "--within", "near Oslo", "--desk", desk)
    assert found.exit_code == USAGE
    assert found.stderr.startswith("dateline: within cannot be 'near Oslo'; give a distance and a place")


def test_how_a_place_was_understood_is_told_beside_the_result(desk: Path) -> None:
    found = run("search", "--within", "50km:Oslo", "--desk", desk)
    assert "within 50 km of Oslo" in found.stderr
    assert [row["id"] for row in rows(found)] == ["raid"]


def test_the_ending_of_the_file_says_the_format(desk: Path, tmp_path: Path) -> None:
    assert run("search", "ferry", "--desk", desk, "-o", tmp_path / "found.csv").stdout == ""
    with (tmp_path / "found.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["id"] for row in table] == ["raid", "quiet"]
    assert table[0]["events"] == "ASSAULT"
    assert (table[0]["killed_low"], table[0]["killed_high"]) == ("7", "")
    assert table[1]["outlet"] == "'=Calm Times"
    run("search", "ferry", "--desk", desk, "-o", tmp_path / "found.jsonl")
    lines = (tmp_path / "found.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["events"] for line in lines] == [["ASSAULT"], []]


def test_an_ending_that_promises_another_format_is_wrong_usage(desk: Path, tmp_path: Path) -> None:
    found = run("search", "ferry", "--desk", desk, "-o", tmp_path / "found.jsonl.gz", COLUMNS="300")
    assert found.exit_code == USAGE and "no answer is written as .gz" in found.stderr
    assert run("search", "ferry", "--to", "csv", "--desk", desk, "-o", tmp_path / "found.xlsx").exit_code == READ
    assert [path.name for path in tmp_path.iterdir()] == ["found.xlsx"]


def test_parquet_has_the_types_of_the_rows_also_where_there_are_none(desk: Path, tmp_path: Path) -> None:
    run("search", "ferry", "--desk", desk, "-o", tmp_path / "found.parquet")
    assert run("search", "submarine", "--desk", desk, "-o", tmp_path / "none.parquet").exit_code == CANNOT
    found, none = (parquet.read_table(tmp_path / name) for name in ("found.parquet", "none.parquet"))
    assert found.num_rows == 2
    assert found.schema.equals(none.schema)
    assert str(none.schema.field("killed_low").type) == "int64"
    assert str(none.schema.field("events").type).startswith("list<")


def test_without_pyarrow_it_says_what_to_install(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    found = run("search", "ferry", "--desk", desk, "-o", tmp_path / "found.parquet")
    assert (found.exit_code, list(tmp_path.iterdir())) == (CANNOT, [])
    assert 'pip install "dateline[arrow]"' in found.stderr


def test_where_nothing_can_be_written_is_told_before_anything_is_asked(desk: Path, tmp_path: Path) -> None:
    for output, told in ((tmp_path, "is a folder"), (tmp_path / "no" / "x.csv", "there is no folder")):
        found = run("search", "--desk", desk, "-o", output, COLUMNS="300")
        assert found.exit_code == USAGE
        assert told in found.stderr
    before = desk.read_bytes()
    found = run("search", "--desk", desk, "-o", desk, COLUMNS="300")
    assert "would overwrite the desk" in found.stderr
    assert desk.read_bytes() == before


def test_where_no_desk_is_it_says_how_to_make_one(tmp_path: Path) -> None:
    found = run("search", "ferry", "--desk", tmp_path / "news.db")
    assert found.exit_code == CANNOT
    assert "dateline ingest SOURCE --desk" in found.stderr
    assert not (tmp_path / "news.db").exists()


def test_the_desk_may_be_a_setting(desk: Path) -> None:
    assert run("search", "ferry", DATELINE_DESK=str(desk)).exit_code == READ
