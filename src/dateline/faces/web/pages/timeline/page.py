"""/timeline: all that happened, in the order of time."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import Field

from dateline.desk.asking.chronicles.chronicle import Chronicle
from dateline.desk.asking.maps.glance import Glance
from dateline.desk.asking.rows import Rows
from dateline.faces.web.formats import csv_of, json_answer, json_of
from dateline.faces.web.pages.map.question import CHOICES, HappenedAsked
from dateline.faces.web.pages.map.wording import WORDING
from dateline.faces.web.pages.timeline.days import months
from dateline.faces.web.served import Here, Served

router = APIRouter(tags=["timeline"])


class TimelineAsked(HappenedAsked):
    """Which incidents, and from which end of time."""

    direction: Literal["first", "last", ""] | None = Field(
        None, description="Which come first: last (the latest, as usual) or first (the earliest)."
    )

    def ordered(self) -> dict[str, Any]:
        """What `Desk.chronicle` takes."""
        return self.given("direction") | {"direction": self.direction or "last"}


Question = Annotated[TimelineAsked, Query()]


@router.get("/timeline", response_class=HTMLResponse, summary="What happened, in the order of time")
def page(request: Request, here: Here, asked: Question) -> Response:
    """A page of the timeline for people."""
    page = _told(here, asked)
    values: dict[str, Any] = {"page": page, "months": months(page.rows), "asked": asked, "choices": CHOICES} | WORDING
    return here.page(request, "timeline.html", **values)


@router.get("/timeline.json", summary="What happened, in the order of time, as JSON", responses=json_answer(Chronicle))
def as_json(here: Here, asked: Question) -> Response:
    """The same page for programs, with how many incidents there were when."""
    return json_of(_told(here, asked))


@router.get("/timeline.csv", summary="What happened, in the order of time, as CSV")
def as_csv(here: Here, asked: Question) -> Response:
    """The same page for spreadsheets."""
    return csv_of(Rows(Glance, _told(here, asked).rows), "timeline")


def _told(here: Served, asked: TimelineAsked) -> Chronicle:
    with here.desk() as desk:
        return desk.chronicle(**asked.ordered())
