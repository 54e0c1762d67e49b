"""/findings: what the checks found in all articles, as a copy desk works it off."""

from functools import cache
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import Field

from dateline.desk.asking.findings.findings import GRAVITY, Found, Queue
from dateline.desk.asking.rows import Rows
from dateline.faces.web.asked import Asked
from dateline.faces.web.formats import csv_of, json_answer, json_of
from dateline.faces.web.served import Here, Served
from dateline.pipeline import checks

router = APIRouter(tags=["findings"])


class QueueAsked(Asked):
    """Which findings."""

    check: str | None = Field(None, description="The check that found it: spellings, weekday_and_date ...")
    severity: str | None = Field(None, description="error, warning or note.")
    outlet: str | None = Field(None, description="Who published the article.")
    words: str | None = Field(None, description="Words of the article, as a search takes them.")
    since: str | None = Field(None, description="The first day of the articles: 2026-03-09, 2026-03, yesterday.")
    until: str | None = Field(None, description="The last day.")
    order: str | None = Field(None, description="newest (as usual) or gravest: errors before warnings and notes.")


Question = Annotated[QueueAsked, Query()]


@router.get("/findings", response_class=HTMLResponse, summary="What does not add up")
def page(request: Request, here: Here, asked: Question) -> Response:
    """A page of the queue for people."""
    queue = _queue(here, asked)
    return here.page(request, "findings.html", queue=queue, asked=asked, gravity=GRAVITY, looks_for=looks_for())


@router.get("/findings.json", summary="What does not add up, as JSON", responses=json_answer(Queue))
def as_json(here: Here, asked: Question) -> Response:
    """The same for programs, with how many findings each check has."""
    return json_of(_queue(here, asked))


@router.get("/findings.csv", summary="What does not add up, as CSV")
def as_csv(here: Here, asked: Question) -> Response:
    """The same for spreadsheets."""
    return csv_of(Rows(Found, _queue(here, asked).rows), "findings")


@cache
def looks_for() -> dict[str, str]:
    """What each check looks for, in a sentence."""
    return {check.name: check.sentence for check in checks()}


def _queue(here: Served, asked: QueueAsked) -> Queue:
    with here.desk() as desk:
        return desk.findings(**asked.given())
