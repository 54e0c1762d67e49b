"""`dateline incidents` and `dateline stories`: a list for people, whole incidents for programs, one in full."""

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from newsroom import run

sys.path.append(str(Path(__file__).parents[2] / "desk" / "asking"))

from put_together import newsdesk

from dateline.faces.exits import CANNOT, READ, USAGE


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("incidents_command")
    newsdesk(folder).close()
    return folder / "news.db"


def rows(result: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_for_people_each_says_what_where_when_how_many_and_who_tells_it(desk: Path) -> None:
    shown = run("incidents", "--reports", 2, "--desk", desk, "--to", "terminal")
    assert (shown.exit_code, shown.stderr) == (READ, "")
    assert shown.stdout == (
        "A blast tore through the old mill in Varde on Monday.\n"
        "  31 Mar 2031 · Varde, Denmark · violence (ASSAULT: explosives)\n"
        "  Brek Front\n"
        "  7 to 9 (best 9) killed\n"
        "  3 reports · 2 independent · published 1 to 2 Apr 2031\n"
        "  ≠ The police say 7, the hospital 9.\n"
        "  incident-mill\n"
        "\n"
        "1 incident\n"
    )


def test_json_lines_are_the_incidents_themselves(desk: Path) -> None:
    found = rows(run("incidents", "--desk", desk))
    assert [each["incident"] for each in found] == ["incident-second", "incident-march", "incident-mill"]
    mill = found[-1]
    assert mill["casualties"]["killed"]["by_source"][1]["copy"] is True
    assert mill["disagreements"][0]["sides"][1]["value"] == "9"
    assert rows(run("incidents", "incident-mill", "--desk", desk)) == [mill]


def test_a_table_has_a_row_for_each(desk: Path) -> None:
    written = run("incidents", "--order", "killed", "--desk", desk, "--to", "csv").stdout
    mill, second = csv.DictReader(io.StringIO(written))
    assert (mill["killed_best"], mill["articles"], second["killed_high"]) == ("9", "first; copied; later", "2")
    stories = list(csv.DictReader(io.StringIO(run("stories", "--desk", desk, "--to", "csv").stdout)))
    assert [each["reports"] for each in stories] == ["1", "4"]


def test_one_in_full(desk: Path) -> None:
    shown = run("incidents", "incident-mill", "--desk", desk, "--to", "terminal").stdout
    for line in (
        "    1 Apr 2031: 7 → 2 Apr 2031: 7 to 9 (best 9)\n",
        "    7 workers · says the police · Fjord News · 1 Apr 2031 · copied · “killed 7 workers”\n",
        "  ≠ The police say 7, the hospital 9.\n"
        "     7 · says the police · The Lund Post · 1 Apr 2031 · and 1 report more\n",
        "  1 Apr 2031 · The Lund Post · Blast at the Varde mill\n",
        "      1 Apr 2031 · Fjord News · Blast at the Varde mill · copy, the same words\n        copied\n",
    ):
        assert line in shown
    assert not re.search(r" $", shown, re.MULTILINE)


def test_a_story_in_full(desk: Path) -> None:
    shown = run("stories", "story-mill", "--desk", desk, "--to", "terminal").stdout
    assert shown.startswith("Blast at the Varde mill\n  1 to 3 Apr 2031 · 4 articles · 3 independent · 1 copy\n")
    assert "  3 Apr 2031 · Calm Times · March in Lund\n    march\n" in shown
    assert rows(run("stories", "story-mill", "--desk", desk))[0]["duplicates"] == [["first", "copied", 1.0]]


@pytest.mark.parametrize("columns", [30, 44, 80, 120])
def test_no_line_is_wider_than_the_terminal(desk: Path, columns: int) -> None:
    for command in (["incidents"], ["stories"], ["incidents", "incident-mill"], ["stories", "story-mill"]):
        shown = run(*command, "--desk", desk, "--to", "terminal", COLUMNS=str(columns)).stdout
        assert max(map(len, shown.splitlines())) <= columns


def test_words_of_strangers_are_safe_and_wide_letters_are_counted_as_wide(desk: Path) -> None:
    from rich.cells import cell_len
    from rich.console import Console

    from dateline.desk.asking.rows import Rows
    from dateline.faces.desk.answers.incident_list import draw
    from dateline.merging.outcomes import Incident, Party

    title = "\x1b[2J爆発が港で起きた。 انفجار في الميناء \u202e" * 3
    party = Party(name="港湾労働者組合の代表たち" * 3)
    odd = Incident(
        incident="incident-odd", type="NOVEL", when=None, where=None, facts=(), articles=("a",), title=title,
        actors=(party,), recipients=(party,),
    )  # fmt: skip
    out = io.StringIO()
    draw(Rows(Incident, [odd], total=1), Console(file=out, width=40, highlight=False, markup=False))
    assert "\x1b" not in out.getvalue() and "\u202e" not in out.getvalue()
    assert max(map(cell_len, out.getvalue().splitlines())) <= 40
    assert "  NOVEL\n" in out.getvalue()


def test_marks_tell_without_colour(desk: Path) -> None:
    shown = run("incidents", "--disagreeing", "any", "--desk", desk, "--to", "terminal", NO_COLOR="1").stdout
    assert "≠ The police say 7, the hospital 9." in shown and "\x1b" not in shown


def test_all_filters_reach_the_desk(desk: Path) -> None:
    asked = ["--organisation", "Brek", "--place", "Varde", "--within", "50km:55.6,8.4", "--country", "DNK"]
    asked += ["--type", "ASSAULT", "--type", "PROTEST", "--since", "2031-03", "--until", "2031", "--min-killed", "7"]
    asked += ["--outlet", "Fjord News", "--reports", "3", "--independent", "2", "--disagreeing", "killed"]
    found = rows(run("incidents", "mill", *asked, "--status", "asserted", "--order", "reports", "--desk", desk))
    assert [each["incident"] for each in found] == ["incident-mill"]
    found = rows(run("stories", "mill", *asked, "--order", "reports", "--desk", desk))
    assert [each["story"] for each in found] == ["story-mill"]
    assert [each["incident"] for each in rows(run("incidents", "--person", "Brek", "--desk", desk))] == [
        "incident-march"
    ]
    assert run("stories", "--said-by", "Brek", "--desk", desk).exit_code == CANNOT


def test_nothing_found_is_told_with_what_is_near(desk: Path) -> None:
    found = run("incidents", "--person", "Una Brekk", "--desk", desk)
    assert (found.exit_code, found.stdout) == (CANNOT, "")
    assert found.stderr == f"nobody in {desk} is called 'Una Brekk'; did you mean Ana Brek?\n"
    found = run("incidents", "--reports", "7", "--desk", desk)
    assert found.stderr == f"without reports there are 3 incidents\nno incident in {desk} fits all of this\n"
    assert run("stories", "submarine", "--desk", desk).stderr == f"no story in {desk} fits all of this\n"


def test_wrong_usage_is_told_in_one_line(desk: Path) -> None:
    found = run("incidents", "--disagreeing", "kiled", "--desk", desk)
    assert found.exit_code == USAGE
    assert found.stderr == "dateline: disagreeing cannot be 'kiled'; did you mean 'killed'?\n"
    assert run("incidents", "incident-mil", "--desk", desk).exit_code == CANNOT


def test_a_search_says_what_other_reports_tell(desk: Path) -> None:
    assert "  Varde Radio · 2 Apr 2031 · also in 1 report\n" in run("search", "--desk", desk, "--to", "terminal").stdout


def test_a_timeline_says_where_reports_differ(desk: Path) -> None:
    shown = run("timeline", "Varde", "--desk", desk, "--to", "terminal").stdout
    assert "≠ The police say 7, the hospital 9." in shown
    assert "The Lund Post · first · and 2 articles more · 2 independent" in shown
