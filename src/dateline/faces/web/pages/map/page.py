"""/map: where it happened, as exactly as the reports tell."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from dateline.desk.asking.maps.shown import Shown
from dateline.faces.web.formats import geojson_of, json_answer, json_of, table_of
from dateline.faces.web.pages.map.places import COLUMNS, features, groups, table
from dateline.faces.web.pages.map.question import CHOICES, HappenedAsked
from dateline.faces.web.pages.map.wording import WORDING
from dateline.faces.web.served import Here, Served

router = APIRouter(tags=["map"])
Question = Annotated[HappenedAsked, Query()]


@router.get("/map", response_class=HTMLResponse, summary="Where it happened")
def page(request: Request, here: Here, asked: Question) -> Response:
    """The map, and the same as lists."""
    shown = _shown(here, asked)
    return here.page(request, "map.html", shown=shown, groups=groups(shown), asked=asked, choices=CHOICES, **WORDING)


@router.get("/map.json", summary="Where it happened, as JSON", responses=json_answer(Shown))
def as_json(here: Here, asked: Question) -> Response:
    """All places with how many incidents were there and when; `limit` and `offset` are of the incidents in `page`."""
    return json_of(_shown(here, asked))


@router.get("/map.geojson", summary="Where it happened, as GeoJSON")
def as_geojson(here: Here, asked: Question) -> Response:
    """All places; what is known only by its country, province or region has no geometry."""
    return geojson_of(features(_shown(here, asked)))


@router.get("/map.csv", summary="Where it happened, as CSV")
def as_csv(here: Here, asked: Question) -> Response:
    """All places, a row each."""
    return table_of(COLUMNS, table(_shown(here, asked)), "map")


def _shown(here: Served, asked: HappenedAsked) -> Shown:
    with here.desk() as desk:
        return desk.map(**asked.given())
