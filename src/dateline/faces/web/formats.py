"""Answers for programs: rows and values as JSON, CSV and GeoJSON; and what the OpenAPI promises of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from io import StringIO
from typing import Any

import msgspec
from fastapi import Response

from dateline.desk.asking.rows import Rows
from dateline.faces.desk.answers.csv_rows import write_csv
from dateline.faces.web import kept
from dateline.faces.web.schemas import later, record_shape, schema_of

Promise = dict[int | str, dict[str, Any]]
KEEP = {kept.KEEP: kept.SAME_DESK}
GEOJSON = "application/geo+json"
JSON = "application/json"
CSV = "text/csv; charset=utf-8"


def json_of(value: Any) -> Response:
    """Any value of ours. Rows become an object: `total` (null: not counted), `notes`, `rows`."""
    if isinstance(value, Rows):
        value = {"total": value.total, "notes": value.notes, "rows": list(value)}
    return Response(msgspec.json.encode(value), media_type=JSON, headers=KEEP)


def csv_of(rows: Rows[Any], name: str) -> Response:
    """Rows as a file for spreadsheets, called by this name."""
    return table_of(rows.columns, rows.to_dicts(), name)


def table_of(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], name: str) -> Response:
    """The same for rows without a type of their own."""
    out = StringIO()
    write_csv(columns, rows, out)
    attached = {"content-disposition": f'attachment; filename="{_plain(name)}.csv"'}
    return Response(out.getvalue().encode("utf-8", "replace"), media_type=CSV, headers=KEEP | attached)


def geojson_of(features: Iterable[dict[str, Any]]) -> Response:
    """Features (RFC 7946) as a collection."""
    collection = {"type": "FeatureCollection", "features": list(features)}
    return Response(msgspec.json.encode(collection), media_type=GEOJSON, headers=KEEP)


def feature(lat: float | None, lon: float | None, told: dict[str, Any], id: str | None = None) -> dict[str, Any]:  # noqa: A002
    """A feature (RFC 7946) with what is told of it: at a point of the map, or without geometry where none is known."""
    at = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}  # the longitude first
    return {"type": "Feature", **({"id": id} if id else {}), "geometry": at, "properties": told}


def json_answer(kind: Any, description: str = "What was asked for.") -> Promise:
    """What the OpenAPI says of an address that answers with the JSON of this type; `Rows[X]` for rows.

    For a route's `responses=`. Media types of `.csv` and `.geojson`, and errors, are told of every address by itself.
    """
    return {200: {"description": description, "content": {JSON: {"schema": later(partial(schema_of, kind))}}}}


def record_answer(description: str = "The record of the article.", *others: Any) -> Promise:
    """The same of an address that answers with a whole record (`Record.to_json`), or with one of the other types."""
    schemas = [later(record_shape), *(later(partial(schema_of, kind)) for kind in others)]
    schema = {"anyOf": schemas} if others else schemas[0]
    return {200: {"description": description, "content": {JSON: {"schema": schema}}}}


def _plain(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-") or "rows"
