"""A desk of a raid, a calm day and much rain for the commands that ask, and the command line as tests call it."""

import sys
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

# The desk's own tests have the stories.
sys.path.append(str(next((Path(__file__).parents[2] / "desk").rglob("shelf.py")).parent))

from shelf import Story, shelved

from dateline.faces.cli import app

OSLO = {"geonames": 3143244, "lat": 59.913, "lon": 10.746, "country": "NOR", "precision": "exact"}


def run(*arguments: object, **environment: str) -> Any:
    """The command line, called with these words."""
    wide = {"COLUMNS": "90", "DATELINE_DESK": ""} | environment
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env=wide)


def raid() -> Story:
    """An assault in Oslo with people killed and wounded, told by a minister; a finding, and markup in the headline."""
    text = (
        "[bold]Raid on the ferry port. Gunmen attacked the ferry port in Oslo on Tuesday and killed at least seven "
        "guards. Minister Ana Brek said: We will find them. Two guards were wounded."
    )
    story = Story("raid", text, "2031-04-02")
    oslo, brek = story.place("Oslo", **OSLO), story.person("Ana Brek", country="NOR", sector="GOV", alias="A. Brek")
    gunmen, port = story.body("Gunmen"), story.body("ferry port in")
    tuesday = story.moment("on Tuesday", "2031-04-01")
    attack = story.event("ASSAULT", "attacked", actors=(gunmen,), recipients=(port,), where=(oslo,), when=tuesday)
    story.harm("killed at least seven", effect="killed", low=7, event=attack.id)
    story.harm("Two guards were wounded", effect="wounded", low=2, high=2, best=2, event=attack.id)
    story.post(brek, "Minister", since=story.moment("Tuesday", "2030-01-01", "2030-12-31", "year").id)
    story.said(brek, "We will find them", addressee=None)
    story.record.keep(story.record.report("weekday_and_date", "warning", "no such day", story.span("on Tuesday")))
    return story


def newsroom(folder: Path) -> Path:
    """The desk, made in this folder."""
    quiet = Story(
        "quiet", "A calm day. Ana Brek and Ivo Lund opened the ferry line to \x1b[2JVarde.", "2031-03-10", "=Calm Times"
    )
    quiet.person("Ana Brek", country="NOR")
    quiet.person("Ivo Lund")
    days = (f"{number:02}" for number in range(1, 31))
    rain = [Story(f"rain-{day}", f"Rain fell for {day} days in Varde.", f"2031-01-{day}") for day in days]
    shelved(folder, raid(), quiet, *rain).close()
    return folder / "news.db"
