"""The OpenAPI of the application: what FastAPI knows of its routes, made complete."""

import re
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from dateline.faces.web.addresses import format_of
from dateline.faces.web.formats import CSV, GEOJSON, JSON
from dateline.faces.web.pages.programs.tags import TAGS
from dateline.faces.web.schemas import ERROR, lifted

HTML = "text/html"
_ERRORS = {
    "400": ("BadQuestion", "The question makes no sense; the sentence says what would."),
    "404": ("NotInDesk", "The desk has nothing of this id."),
    "422": ("CannotRead", "What was sent cannot be read."),
    "503": ("DeskBusy", "The desk cannot be read just now; try again."),
}
_FILE = {"type": "string", "description": "A table: the first row names its columns."}
_PAGE = {"type": "string", "description": "A page for people."}
_COLLECTION = {
    "type": "object",
    "description": "A collection of features as RFC 7946 has it; coordinates are longitude, latitude.",
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {"type": "array", "items": {"type": "object", "required": ["type", "geometry", "properties"]}},
    },
    "required": ["type", "features"],
}
_KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "html": (HTML, _PAGE),
    "csv": (CSV.partition(";")[0], _FILE),
    "geojson": (GEOJSON, _COLLECTION),
    "json": (JSON, {}),
}
"""What an address gives by its ending, where its route does not say it itself."""


def described(app: FastAPI, token: bool = False) -> dict[str, Any]:
    """The OpenAPI, with types, media types, errors and names for everything; `token`: whether visitors need one."""
    told = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    told["tags"] = _tags(told)
    for path, method, operation in _operations(told):
        operation["operationId"] = _name(path, method)
        operation["responses"] = _responses(path, operation["responses"])
    schemas = told.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):  # FastAPI's own shape of errors, which is not ours
        schemas.pop(name, None)
    schemas["Error"] = ERROR
    told["components"]["responses"] = dict(map(_error, _ERRORS.values()))
    if token:
        told["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        told["security"] = [{"token": []}]
    complete: dict[str, Any] = lifted(told, schemas)
    complete["components"]["schemas"] = dict(sorted(schemas.items()))
    return complete


def operations(openapi: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Method, address and summary of each, in the order of the application."""
    return [(method, path, operation.get("summary", "")) for path, method, operation in _operations(openapi)]


def _tags(openapi: dict[str, Any]) -> list[dict[str, str]]:
    """The tags that addresses have, those of the list first."""
    used = {tag for _, _, operation in _operations(openapi) for tag in operation.get("tags", ())}
    known = [{"name": name, "description": words} for name, words in TAGS.items() if name in used]
    return known + [{"name": name} for name in sorted(used - TAGS.keys())]


def _operations(told: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def _name(path: str, method: str) -> str:
    """ "incident_by_id_json" for GET /incident/{id}.json; what writes begins with its verb."""
    words = re.sub(r"\{(\w+)(?::\w+)?\}", r"by_\1", path)
    plain = re.sub(r"\W+", "_", words).strip("_")
    return plain if method == "get" else f"{method}_{plain}"


def _responses(path: str, given: dict[str, Any]) -> dict[str, Any]:
    """What its route says of its answers, with media types and errors."""
    media_type, schema = _KINDS[format_of(path)]
    answers = {status: answer for status, answer in given.items() if status != "422"}
    well = answers.get("200")
    if well is not None and (format_of(path) != "json" or not _told(well)):
        other = {kind: told for kind, told in well.get("content", {}).items() if _told({"content": {kind: told}})}
        well["content"] = other if other and format_of(path) == "html" else {media_type: {"schema": schema}}
    for status, (name, _) in _ERRORS.items():
        if status != "404" or "{" in path:
            answers.setdefault(status, {"$ref": f"#/components/responses/{name}"})
    return answers


def _told(answer: dict[str, Any]) -> bool:
    """Whether a route says more of its answer than FastAPI makes up."""
    usual: tuple[Any, ...] = ({}, {"type": "string"}, None)
    return any(content.get("schema") not in usual for content in answer.get("content", {}).values())


def _error(named: tuple[str, str]) -> tuple[str, dict[str, Any]]:
    name, words = named
    content = {JSON: {"schema": {"$ref": "#/components/schemas/Error"}}, HTML: {"schema": _PAGE}}
    return name, {"description": words, "content": content}
