"""/people: everybody and every place that the news names, those in most articles first."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import Field

from dateline.annotation.gazetteer import gazetteer
from dateline.desk.asking.profiles.names_known import NameRow
from dateline.desk.asking.rows import Rows
from dateline.faces.web.addresses import changed
from dateline.faces.web.asked import Asked
from dateline.faces.web.formats import csv_of, feature, geojson_of, json_answer, json_of
from dateline.faces.web.pages.who import wording
from dateline.faces.web.served import Here, Served

router = APIRouter(tags=["people"])
KINDS = {"person": "People", "organisation": "Organisations", "place": "Places", "": "All"}


class NamesAsked(Asked):
    """What the list is asked for."""

    name: str | None = Field(None, description="A name in any spelling, or a part of it.")
    kind: str | None = Field(None, description="person, organisation or place; empty: all of them.")
    country: str | None = Field(None, description="A country's name or code, which one of its articles tells.")
    order: str | None = Field(None, description="articles (those in most articles first), or name.")


Question = Annotated[NamesAsked, Query()]


@router.get("/people.json", summary="Who and what is named, as JSON", responses=json_answer(Rows[NameRow]))
def as_json(here: Here, asked: Question) -> Response:
    """The same list for programs."""
    return json_of(_found(here, asked))


@router.get("/people.csv", summary="Who and what is named, as CSV")
def as_csv(here: Here, asked: Question) -> Response:
    """The same list for spreadsheets."""
    return csv_of(_found(here, asked), asked.kind or "names")


@router.get("/people.geojson", summary="Places that are named, as GeoJSON")
def as_geojson(here: Here, asked: Question) -> Response:
    """Those of the list that lie on the map; a country has no point."""
    rows = _found(here, asked)
    return geojson_of(_placed(row) for row in rows if row.lat is not None and row.lon is not None)


@router.get("/people", response_class=HTMLResponse, summary="Who and what is named")
def page(request: Request, here: Here, asked: Question) -> Response:
    """People, bodies and places for people; people, unless another kind is asked for."""
    shown = asked if "kind" in request.query_params or asked.name else asked.model_copy(update={"kind": "person"})
    rows = _found(here, shown)
    most = max((row.articles for row in rows), default=1)
    return here.page(
        request,
        "who/everybody.html",
        rows=rows,
        wording=wording,
        asked=shown,
        kinds=_kinds(request, shown.kind or ""),
        title=KINDS.get(shown.kind or ""),
        most=most,
    )


def _placed(row: NameRow) -> dict[str, Any]:
    told = {"id": row.id, "name": row.name, "country": next(iter(row.countries), None), "articles": row.articles}
    return feature(*((None, None) if _is_land(row) else (row.lat, row.lon)), told)


def _is_land(row: NameRow) -> bool:
    """Whether its point is the middle of a country: that is no place where anything lies."""
    lands = [land.place for code in row.countries if (land := gazetteer().country(code))]
    return any((land.lat, land.lon) == (row.lat, row.lon) for land in lands)


def _kinds(request: Request, shown: str) -> list[tuple[str, str, bool]]:
    """The kinds by name, each with its address, and whether it is the one that is shown."""
    other = changed(request, "kind")
    join = "&" if "?" in other else "?"
    return [(name, f"{other}{join}kind={kind}", kind == shown) for kind, name in KINDS.items()]


def _found(here: Served, asked: NamesAsked) -> Rows[NameRow]:
    with here.desk() as desk:
        return desk.names(asked.name, **asked.given("name"))
