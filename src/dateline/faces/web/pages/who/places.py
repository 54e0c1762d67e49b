"""/place/ID: all that is told of a place."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from dateline.desk.asking.profiles.place import PlaceProfile
from dateline.faces.web.addresses import of
from dateline.faces.web.formats import csv_of, feature, geojson_of, json_answer, json_of
from dateline.faces.web.pages.who import wording
from dateline.faces.web.pages.who.asked import Given, PartQuestion, Question
from dateline.faces.web.pages.who.tables import features_of, table_of_part, ties_of
from dateline.faces.web.served import Here, Served

router = APIRouter(tags=["people"])


@router.get("/place/{where}.json", summary="A place, as JSON", responses=json_answer(PlaceProfile))
def as_json(here: Here, where: Given, asked: Question) -> Response:
    """All that is told of a place, for programs."""
    return json_of(_known(here, where, asked.pages))


@router.get("/place/{where}.csv", summary="Events, articles ... of a place, as CSV")
def as_csv(here: Here, where: Given, asked: PartQuestion) -> Response:
    """A part of it for spreadsheets: the events, unless another is asked for."""
    part = asked.wanted("events")
    known = _known(here, where, asked.pages)
    return csv_of(table_of_part(known, part), f"{known.name}-{part}")


@router.get("/place/{where}.geojson", summary="A place and what happened there, as GeoJSON")
def as_geojson(here: Here, where: Given, asked: PartQuestion) -> Response:
    """The place itself, then the events; what is only known to be in a country has no point."""
    known = _known(here, where, asked.pages)
    return geojson_of([_itself(known), *features_of(known.incidents.rows)])


@router.get("/place/{where}", response_class=HTMLResponse, summary="A place: what happened there, who is named with it")
def page(request: Request, here: Here, where: Given, asked: Question) -> Response:
    """A place for people."""
    known = _known(here, where, asked.pages)
    if known.id and known.id != where:
        return RedirectResponse(of("place", known.id), status_code=307)
    return here.page(
        request,
        "who/place.html",
        known=known,
        wording=wording,
        ties=ties_of(known.company),
        asked=asked,
        placing=known.placings[0],
    )


def _itself(known: PlaceProfile) -> dict[str, Any]:
    placing = known.placings[0]
    told = {"place": known.id, "name": known.name, "country": placing.country, "precision": placing.precision}
    at = (placing.lat, placing.lon) if placing.precision in wording.POINTS else (None, None)
    return feature(*at, told)


def _known(here: Served, where: str, pages: dict[str, Any]) -> PlaceProfile:
    with here.desk() as desk:
        return desk.place(where, **pages)
