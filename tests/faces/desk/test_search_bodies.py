"""`dateline search --organisation`: articles that name a body, and what is said where nobody is called so."""

from pathlib import Path

from newsroom import run
from shelf import Story, shelved

from dateline.faces.exits import CANNOT, READ


def test_articles_that_name_a_body(tmp_path: Path) -> None:
    story = Story("union", "Dockers wait. The Harbour Union meets in Lund.")
    story.body("Harbour Union")
    shelved(tmp_path, story, Story("other", "Nobody met. Lund slept.")).close()
    found = run("search", "--desk", tmp_path / "news.db", "--organisation", "harbour")
    assert found.exit_code == READ and found.stdout.count('"id":"union"') == 1 and '"other"' not in found.stdout
    none = run("search", "--desk", tmp_path / "news.db", "--organisation", "Gravel Board")
    assert none.exit_code == CANNOT and "is called 'Gravel Board'" in none.stderr
