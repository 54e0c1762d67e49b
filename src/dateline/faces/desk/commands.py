"""The commands of the desk, joined to the command line."""

import typer

from dateline.faces.desk.doctor import doctor
from dateline.faces.desk.forget import forget
from dateline.faces.desk.incidents import incidents
from dateline.faces.desk.ingest import ingest
from dateline.faces.desk.judge import judge
from dateline.faces.desk.judgements import judgements
from dateline.faces.desk.people import people
from dateline.faces.desk.reread import reread
from dateline.faces.desk.search import search
from dateline.faces.desk.serve import serve
from dateline.faces.desk.show import show
from dateline.faces.desk.statements import statements
from dateline.faces.desk.stories import stories
from dateline.faces.desk.timeline import timeline
from dateline.faces.desk.watch import watch
from dateline.faces.desk.why import why


def join(app: typer.Typer) -> None:
    """Adds them, in the order in which a person meets them."""
    asking = (search, incidents, stories, people, timeline, statements, show, why)
    for command in (ingest, watch, serve, *asking, judge, judgements, reread, forget, doctor):
        app.command()(command)
