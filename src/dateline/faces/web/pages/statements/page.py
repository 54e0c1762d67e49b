"""/statements: who said what, in which words, the latest first."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import Field

from dateline.desk.asking.rows import Rows
from dateline.desk.asking.statements.statements import STANCES, StatementRow
from dateline.faces.web.asked import Asked
from dateline.faces.web.formats import csv_of, json_answer, json_of
from dateline.faces.web.pages.statements.spells import spells
from dateline.faces.web.served import Here, Served

router = APIRouter(tags=["statements"])


class StatementsAsked(Asked):
    """What statements are asked for."""

    by: str | None = Field(None, description="Who says it: a name in any spelling, or a part of it.")
    to: str | None = Field(None, description="To whom it is said.")
    about: str | None = Field(None, description="Words in what is said, or in the headline.")
    stance: str | None = Field(None, description=f"One of {', '.join(STANCES)}.", examples=["denies"])
    outlet: str | None = Field(None, description="Who published it.")
    since: str | None = Field(None, description="The first day: 2026-03-09, 2026-03, yesterday.")
    until: str | None = Field(None, description="The last day.")


Question = Annotated[StatementsAsked, Query()]


@router.get("/statements", response_class=HTMLResponse, summary="Who said what")
def page(request: Request, here: Here, asked: Question) -> Response:
    """Statements in the sentences that they stand in, day by day, the latest first."""
    with here.desk() as desk:
        heard = desk.heard(**asked.given())
    return here.page(request, "statements.html", heard=heard, spells=spells(heard), asked=asked, stances=STANCES)


@router.get("/statements.json", summary="Who said what, as JSON", responses=json_answer(Rows[StatementRow]))
def as_json(here: Here, asked: Question) -> Response:
    """The same statements for programs, in the order of time; of many the latest ones."""
    return json_of(_found(here, asked))


@router.get("/statements.csv", summary="Who said what, as CSV")
def as_csv(here: Here, asked: Question) -> Response:
    """The same statements for spreadsheets."""
    return csv_of(_found(here, asked), "statements")


def _found(here: Served, asked: StatementsAsked) -> Rows[StatementRow]:
    with here.desk() as desk:
        return desk.statements(**asked.given())
