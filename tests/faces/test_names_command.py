"""`dateline names`: the score and its reasons, for people and for machines."""

import json
from typing import Any

from typer.testing import CliRunner

from dateline.faces.cli import app


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, ["names", *arguments])


def test_score_and_reasons_are_shown() -> None:
    result = run("Ali Dzhumaev", "Ali Jumaev")
    first, *reasons = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert first == "0.98  one name, compared as those of people"
    assert reasons == ["  - in “Dzhumaev” and “Jumaev”, “dzh” and “j” are two romanisations of one sound"]


def test_two_names() -> None:
    assert "two names" in run("John Harwick", "Joan Harwick").stdout


def test_as_json() -> None:
    shown = json.loads(run("Novaport GmbH", "ООО «Новапорт»", "--to", "json").stdout)
    assert shown["same"] is True and shown["kind"] == "organisation"
    assert shown["score"] >= 0.9 and shown["reasons"]


def test_the_kind_can_be_told() -> None:
    assert (
        json.loads(run("Lindmark", "Lindmarck", "--kind", "organisation", "--to", "json").stdout)["kind"]
        == "organisation"
    )


def test_wrong_usage() -> None:
    assert run("only one").exit_code == 2
    assert run("a", "b", "--kind", "ship").exit_code == 2
    assert run("a", "b", "--to", "html").exit_code == 2


def test_a_name_that_looks_like_an_option_comes_behind_two_dashes() -> None:
    assert run("--", "-x", "-x").exit_code == 0
