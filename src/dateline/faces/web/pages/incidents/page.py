"""/incidents and /incident/ID: events in all their reports."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import Field

from dateline.desk import Desk
from dateline.desk.asking.incidents.flat import flat
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.why.explanation import Explanation
from dateline.errors import NotInDesk
from dateline.faces.web.formats import csv_of, geojson_of, json_answer, json_of, table_of
from dateline.faces.web.pages.incidents.brief import brief_of
from dateline.faces.web.pages.incidents.located import feature_of, shown_on_map
from dateline.faces.web.pages.incidents.whole import COLUMNS, table_rows, whole_of
from dateline.faces.web.pages.judgements.notices import notice_of, why_not
from dateline.faces.web.pages.judgements.ways import Judged, leading
from dateline.faces.web.pages.map.question import CHOICES, HappenedAsked
from dateline.faces.web.served import Here, Served
from dateline.merging.outcomes import Incident

router = APIRouter(tags=["incidents"])
ORDERS = {"newest": "newest first", "reports": "told most first", "killed": "deadliest first"}


class IncidentsAsked(HappenedAsked):
    """Which incidents, and in which order; what is asked of an event holds of all its reports together."""

    order: str | None = Field(None, description="best (with words), newest, reports or killed.")


Question = Annotated[IncidentsAsked, Query()]
Named = Annotated[str, Path(description="The id of an incident; an event's fact stands for its incident.")]


@router.get("/incidents", response_class=HTMLResponse, summary="Events, each in all its reports")
def listed(request: Request, here: Here, asked: Question) -> Response:
    """A page of incidents for people."""
    rows = _found(here, asked)
    return here.page(
        request, "incidents.html", rows=rows, briefs=[brief_of(row) for row in rows], asked=asked,
        orders=ORDERS, choices=CHOICES,
    )  # fmt: skip


@router.get("/incidents.json", summary="Events, each in its reports, as JSON", responses=json_answer(Rows[Incident]))
def listed_json(here: Here, asked: Question) -> Response:
    """The same incidents for programs: whole, as the contract has them."""
    return json_of(_found(here, asked))


@router.get("/incidents.csv", summary="Events, each in all its reports, as CSV")
def listed_csv(here: Here, asked: Question) -> Response:
    """The same incidents for spreadsheets, one a row."""
    return csv_of(flat(_found(here, asked)), "incidents")


@router.get("/incidents.geojson", summary="Events on the map, as GeoJSON")
def listed_geojson(here: Here, asked: Question) -> Response:
    """The same incidents for maps. One whose place is no point, as where only the country is known, has no geometry."""
    return geojson_of(map(feature_of, _found(here, asked)))


@router.get("/incident/{id}.json", summary="An incident, its reports and reasons", responses=json_answer(Explanation))
def whole_json(here: Here, id: Named) -> Response:  # noqa: A002
    """An incident, what its reports tell, why they are one, what is near, what people decided."""
    with here.desk() as desk:
        return json_of(_why(desk, id))


@router.get("/incident/{id}.csv", summary="The reports of an incident side by side, as CSV")
def whole_csv(here: Here, id: Named) -> Response:  # noqa: A002
    """A row for each report of an incident."""
    with here.desk() as desk, desk.moment():
        explained = _why(desk, id)
        return table_of(COLUMNS, table_rows(explained, desk.details(explained)), explained.id)


@router.get("/incident/{id}.geojson", summary="An incident on the map, as GeoJSON")
def whole_geojson(here: Here, id: Named) -> Response:  # noqa: A002
    """An incident for maps."""
    with here.desk() as desk:
        incident = _why(desk, id).incident
    return geojson_of([feature_of(incident)] if incident else ())


@router.get("/incident/{id:path}", response_class=HTMLResponse, summary="An incident in full")
def whole(request: Request, here: Here, id: Named, asked: Annotated[Judged, Query()]) -> Response:  # noqa: A002
    """An incident for people. Where it is one with another by now, the answer leads there."""
    judged = asked.judged or []
    with here.desk() as desk, desk.moment():
        try:
            explained = desk.why(id)
        except NotInDesk as error:
            return _gone(request, here, desk, id, judged, error)
        if explained.id != id or explained.incident is None:
            return leading(explained.about, explained.id, judged)
        told, notice = whole_of(desk, explained), notice_of(desk, judged)
    return here.page(
        request, "incident.html", told=told, notice=notice, why_not=why_not(here.path),
        on_map=shown_on_map(told.incident),
    )  # fmt: skip


def _gone(request: Request, here: Served, desk: Desk, name: str, judged: list[str], error: NotInDesk) -> Response:
    """To the incident that has its reports by now; where several have, a page that says so. Raises NotInDesk."""
    now, notice = desk.where_now(name), notice_of(desk, judged)
    if len(now) == 1:
        return leading("incident", now[0], judged)
    if not now and notice is None:
        raise error
    left = [brief_of(found) for each in now if (found := desk.why(each).incident)]
    return here.page(
        request, "incident/gone.html", status=404, id=name, now=left, notice=notice, why_not=why_not(here.path)
    )


def _why(desk: Desk, name: str) -> Explanation:
    explained = desk.why(name)
    if explained.incident is None:
        raise NotInDesk(f"{name!r} is a story, and no incident; its address is /story/{name}")
    return explained


def _found(here: Served, asked: IncidentsAsked) -> Rows[Incident]:
    with here.desk() as desk:
        return desk.incidents(asked.words, **asked.given("words"))
