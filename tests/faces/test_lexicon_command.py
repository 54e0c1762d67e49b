"""`dateline lexicon`: rows tried on a sentence, listed, found, and begun."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.faces.cli import app


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["lexicon", *words])


def test_the_row_that_fired_is_shown_with_what_came_of_it() -> None:
    result = run("test", "Rebels attacked soldiers near Lund on Monday.")
    assert result.exit_code == 0
    assert "✓ ASSAULT / " in result.stdout
    assert "who: Rebels" in result.stdout
    assert "when: Monday" in result.stdout


def test_where_nothing_fires_it_says_why_and_ends_with_one() -> None:
    result = run("test", "The team killed the game.")
    assert result.exit_code == 1
    assert "✗ harm" in result.stdout
    assert run("test", "The lake is blue.").exit_code == 1
    assert "no row" in run("test", "The lake is blue.").stdout


def test_a_word_that_makes_it_another_story_is_told() -> None:
    assert '"heart" makes it another story' in run("test", "Ana Souza had a heart attack.").stdout


def test_misfits_are_counted_and_shown_on_demand() -> None:
    sentence = "The lake was the colour of a bomb."
    told, every = run("test", sentence).stdout, run("test", sentence, "--all").stdout
    assert "does not stand before it" not in told
    assert "--all says why" in told
    assert "does not stand before it" in every


def test_one_json_object_for_each_row() -> None:
    result = run("test", "Rebels attacked soldiers near Lund.", "--to", "json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"fired"} <= {row["verdict"] for row in rows}
    fired = next(row for row in rows if row["verdict"] == "fired")
    assert (fired["text"], fired["row"]["type"]) == ("attacked", "ASSAULT")


def test_types_rows_and_words_are_listed() -> None:
    assert "PROTEST" in run("rows").stdout
    assert 'modes = ["demo"]' in run("rows", "protest", "--to", "toml").stdout
    assert "PROTEST / " in run("rows", "protest").stdout
    assert run("rows", "WAR").exit_code == 2
    assert run("find", "qwertz").exit_code == 1
    assert "attack, not attacked" in run("find", "attacked").stderr


def test_rows_say_in_words_what_they_need() -> None:
    rows = run("rows", "ASSAULT").stdout
    assert "ASSAULT / attack · CAMEO 190" in rows
    assert "(victim)" in rows
    assert "[[rows]]" not in rows


def test_a_word_is_found_as_what_tells_beside_and_against() -> None:
    told = run("find", "strike").stdout
    before, beside = told.split("“strike” beside other words tells of")
    beside, against = beside.split("with “strike” it is another story")
    assert "PROTEST" in before
    assert "as object of" in beside
    assert against.strip()
    assert "CONCEDE" not in against
    assert "as object of launch" in run("find", "launch", "a", "verbal", "attack").stdout


def test_a_lexicon_of_ones_own_is_begun_checked_and_used(tmp_path: Path) -> None:
    folder = tmp_path / "words"
    assert run("start", str(folder), "protest").exit_code == 0
    assert "left alone" in run("start", str(folder), "PROTEST").stdout
    assert "1 row can be read" in run("check", str(folder)).stdout
    row = 'type = "PROTEST"\n[[rows]]\nname = "pots"\nverbs = ["bang"]\nobjects = ["pot"]\nneeds = ["actor"]\n'
    (folder / "protest.toml").write_text(row, encoding="utf-8")
    sentence = "Residents of Lund banged pots on Monday."
    assert "PROTEST / pots" in run("test", sentence, "--lexicon", str(folder)).stdout
    assert run("test", sentence).exit_code == 1


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('name = "a"\nmodes = ["x"]\nverbs = ["b"]', "row 'a': 'x' is no mode of AID"),
        ('name = "a"\nverb = ["b"]', "row 'a': 'verb' is no part of a row; do you mean 'verbs'?"),
        ('name = "a"\nverbs = ["b"]\nneeds = ["actr"]', "row 'a': 'actr' is nothing that a row may need"),
        ('name = "a"\nverbs = "b"', "row 'a': `verbs` is a list"),
        ('name = "a"', "row 'a' has no words"),
        ('verbs = ["b"]', "row 1: it has no name"),
    ],
)
def test_a_broken_lexicon_is_refused_with_its_row(tmp_path: Path, row: str, told: str) -> None:
    (tmp_path / "aid.toml").write_text(f'type = "AID"\n[[rows]]\n{row}\n', encoding="utf-8")
    result = run("check", str(tmp_path))
    assert result.exit_code == 1
    assert told in result.stderr
    assert "aid.toml" in result.stderr


def test_a_folder_without_rows_and_a_type_that_is_none_are_told(tmp_path: Path) -> None:
    assert run("check", str(tmp_path)).exit_code == 1
    assert "holds no row" in run("check", str(tmp_path)).stderr
    assert run("start", str(tmp_path), "WAR").exit_code == 2


@pytest.mark.parametrize("flag", ["--lexicon"])
def test_reading_takes_the_lexicon_and_the_record_tells(tmp_path: Path, flag: str) -> None:
    row = 'type = "PROTEST"\n[[rows]]\nname = "pots"\nverbs = ["bang"]\nobjects = ["pot"]\nneeds = ["actor"]\n'
    (tmp_path / "protest.toml").write_text(row, encoding="utf-8")
    story = tmp_path / "story.txt"
    story.write_text("Residents of Lund banged pots on Monday.", encoding="utf-8")
    read = ["read", str(story), "--to", "jsonl", "--language", "en", "--quiet"]
    told = json.loads(CliRunner().invoke(app, [*read, flag, str(tmp_path)]).stdout)
    assert any(fact["kind"] == "event" and fact["value"]["type"] == "PROTEST" for fact in told["facts"])
    assert "own lexicon" in told["made_by"]["model"]
    assert "own lexicon" not in json.loads(CliRunner().invoke(app, read).stdout)["made_by"]["model"]
