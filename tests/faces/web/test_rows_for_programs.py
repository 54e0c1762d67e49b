"""Rows and features as files for programs: JSON, CSV and GeoJSON keep what is unknown unknown, and harm no reader."""

import csv
import json
from io import StringIO
from typing import Any

import pytest
from fastapi import FastAPI, Response
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from dateline.desk.asking.rows import Rows
from dateline.faces.web.formats import csv_of, feature, geojson_of, json_answer, json_of, table_of
from dateline.faces.web.pages.programs.described import described, operations
from dateline.faces.web.schemas import PARTS, lifted, schema_of


class Pier(Struct, frozen=True):
    """A pier."""

    name: str | None
    """What it is called."""
    boats: int = 0
    """How many lie there."""
    owners: tuple[str, ...] = ()


PIERS = Rows(Pier, [Pier("North", 2, ("Ada", "Olli")), Pier(None)])


def cells(answer: Response) -> list[list[str]]:
    return list(csv.reader(StringIO(bytes(answer.body).decode())))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (Rows(Pier), {"total": None, "notes": [], "rows": []}),
        (Rows(Pier, [Pier("N")], total=9, notes=["near"]),
         {"total": 9, "notes": ["near"], "rows": [{"name": "N", "boats": 0, "owners": []}]}),
    ],
)  # fmt: skip
def test_rows_as_json_say_how_many_there_are_or_that_nobody_counted(rows: Rows[Pier], told: dict[str, Any]) -> None:
    answer = json_of(rows)
    assert json.loads(bytes(answer.body)) == told and answer.headers["content-type"] == "application/json"


def test_a_table_names_its_columns_also_where_it_is_empty() -> None:
    assert cells(csv_of(Rows(Pier), "piers")) == [["name", "boats", "owners"]]
    assert cells(csv_of(PIERS, "piers")) == [["name", "boats", "owners"], ["North", "2", "Ada; Olli"], ["", "0", ""]]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("piers", "piers.csv"), ("", "rows.csv"), ("../../etc/passwd", "etc-passwd.csv"), ('x"; y="', "x-y.csv"),
        ("a\r\nset-cookie: b", "a-set-cookie-b.csv"), ("æøå", "rows.csv"), ("a.b_c-d", "a-b_c-d.csv"),
        ("---", "rows.csv"),
    ],
)  # fmt: skip
def test_the_name_of_a_file_breaks_out_of_no_header(name: str, file: str) -> None:
    answer = table_of(("a",), [], name)
    assert answer.headers["content-disposition"] == f'attachment; filename="{file}"'
    assert "set-cookie" not in answer.headers


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_is_one_cell_that_no_spreadsheet_counts_out(text: str) -> None:
    (_, row) = cells(table_of(("a", "b"), [{"a": text, "b": 1}], "x"))
    assert len(row) == 2 and not row[0].startswith(("=", "+", "-", "@"))
    assert row[1] == "1" and "\0" not in row[0]


def test_numbers_below_zero_stay_numbers() -> None:
    assert cells(table_of(("lat", "lon"), [{"lat": -33.5, "lon": -0.1}], "x"))[1] == ["-33.5", "-0.1"]


@pytest.mark.parametrize(
    ("lat", "lon", "geometry"),
    [
        (55.6, 8.4, {"type": "Point", "coordinates": [8.4, 55.6]}),
        (0.0, 0.0, {"type": "Point", "coordinates": [0.0, 0.0]}),
        (0.0, -180.0, {"type": "Point", "coordinates": [-180.0, 0.0]}),
        (None, 8.4, None),
        (55.6, None, None),
        (None, None, None),
    ],
)
def test_a_point_needs_both_of_its_numbers_and_zero_is_one(
    lat: float | None, lon: float | None, geometry: dict[str, Any] | None
) -> None:
    assert feature(lat, lon, {"a": 1}) == {"type": "Feature", "geometry": geometry, "properties": {"a": 1}}


def test_a_feature_has_an_id_where_it_has_one() -> None:
    assert feature(1.0, 2.0, {}, "incident-1")["id"] == "incident-1"
    assert "id" not in feature(1.0, 2.0, {}, "") and "id" not in feature(1.0, 2.0, {})


def test_a_collection_without_features_is_a_collection() -> None:
    answer = geojson_of(iter(()))
    assert json.loads(bytes(answer.body)) == {"type": "FeatureCollection", "features": []}
    assert answer.headers["content-type"] == "application/geo+json"


def test_a_number_that_is_none_is_null_in_json() -> None:
    told = json.loads(bytes(geojson_of([feature(float("nan"), float("inf"), {})]).body))
    assert told["features"][0]["geometry"]["coordinates"] == [None, None]


def piers() -> FastAPI:
    app = FastAPI(title="Piers", version="1")

    @app.get("/pier/{id}.json", tags=["zoo"], summary="A pier", responses=json_answer(Pier))
    @app.get("/piers.json", tags=["news"], summary="Piers", responses=json_answer(Rows[Pier], "All of them."))
    @app.get("/piers.csv", tags=["news"], summary="A table")
    @app.get("/piers.geojson", tags=["news"])
    @app.get("/piers", tags=["news"])
    @app.post("/piers", tags=["news"], summary="A new pier")
    def answer(id: str = "") -> Response:  # noqa: A002
        return Response(id)

    return app


def test_every_address_is_told_with_its_media_type() -> None:
    paths = described(piers())["paths"]
    given = {path: list(paths[path]["get"]["responses"]["200"]["content"]) for path in paths}
    assert given == {
        "/piers": ["text/html"], "/piers.geojson": ["application/geo+json"], "/piers.csv": ["text/csv"],
        "/piers.json": ["application/json"], "/pier/{id}.json": ["application/json"],
    }  # fmt: skip


def test_operations_have_names_that_tell_address_and_verb() -> None:
    paths = described(piers())["paths"]
    names = {(path, method): told["operationId"] for path, methods in paths.items() for method, told in methods.items()}
    assert names["/pier/{id}.json", "get"] == "pier_by_id_json" and names["/piers.csv", "get"] == "piers_csv"
    assert names["/piers", "get"] == "piers" and names["/piers", "post"] == "post_piers"
    assert ("get", "/piers.csv", "A table") in operations({"paths": paths})


def test_only_what_has_an_id_can_be_missing() -> None:
    paths = described(piers())["paths"]
    assert "404" in paths["/pier/{id}.json"]["get"]["responses"]
    assert "404" not in paths["/piers.json"]["get"]["responses"]
    assert {"400", "422", "503"} <= paths["/piers.csv"]["get"]["responses"].keys()


def test_a_tag_that_nobody_describes_comes_last_by_its_name() -> None:
    news, zoo = described(piers())["tags"]
    assert news["name"] == "news" and news["description"].endswith(".") and zoo == {"name": "zoo"}


def test_a_token_is_told_only_where_one_is_asked_for() -> None:
    asking, open_ = described(piers(), token=True), described(piers())
    assert (
        asking["security"] == [{"token": []}] and asking["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    )
    assert "security" not in open_ and "securitySchemes" not in open_["components"]


def test_fields_are_described_by_the_words_below_them() -> None:
    components: dict[str, Any] = {}
    rows = lifted(schema_of(Rows[Pier]), components)
    fields = components["Pier"]["properties"]
    assert fields["name"]["description"] == "What it is called." and "description" not in fields["owners"]
    assert rows["required"] == ["total", "notes", "rows"] and PARTS not in rows
    assert rows["properties"]["rows"]["items"] == {"$ref": "#/components/schemas/Pier"}
    assert components["Pier"]["required"] == ["name"]
