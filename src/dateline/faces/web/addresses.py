"""Where things are: the address of each article, fact, incident, person; and the same address with another question."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from starlette.requests import Request

FORMATS = ("json", "csv", "geojson")
"""What may stand behind the last dot of an address."""
_SPELT = ".html"
_DOTS = re.compile(r"\.\.?(\.html)*")
"""Browsers take one dot and two out of an address, however they are encoded: these ids, and those that look like what
they are spelt there, are spelt with an ending."""


def article(id: str, fact: str | None = None, version: int | None = None) -> str:  # noqa: A002
    """An article, at one of its facts or findings where one is named."""
    query = f"?version={version}" if version else ""
    return f"/article/{_segment(id)}{query}" + (f"#{_segment(fact)}" if fact else "")


def id_of(segment: str) -> str:
    """The id that stands in an address."""
    return segment.removesuffix(_SPELT) if _DOTS.fullmatch(segment) else segment


def of(kind: str, id: str) -> str:  # noqa: A002
    """An incident, a story, a person, an organisation or a place, by its id."""
    return f"/{kind}/{_segment(id)}"


def asking(path: str, **asked: object) -> str:
    """A page with a question: `asking("/statements", by="Mahmud")`. What is None or empty is left out."""
    pairs = [(name, str(value)) for name, value in asked.items() if value not in (None, "")]
    return path + _query(pairs)


def changed(request: Request, *without: str, **changes: object) -> str:
    """This address with some of its question changed (None: taken away), back on the first page."""
    gone = {*without, *changes, "offset"}
    pairs = [(name, value) for name, value in request.query_params.multi_items() if name not in gone and value]
    pairs += [(name, str(value)) for name, value in changes.items() if value not in (None, "")]
    return path_of(request) + _query(pairs)


def format_of(path: str) -> str:
    """What an address asks for by its ending: json, csv, geojson, else html."""
    ending = path.rpartition(".")[2]
    return ending if ending in FORMATS else "html"


def as_format(request: Request, ending: str) -> str:
    """This address as JSON, CSV or GeoJSON."""
    query = request.scope["query_string"].decode("ascii", "replace")
    return f"{path_of(request)}.{ending}" + (f"?{query}" if query else "")


def path_of(request: Request) -> str:
    """The path of this address, encoded as it was asked for: ids of articles have ? and # in them."""
    raw: bytes = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    return "/" + raw.decode("ascii", "replace").lstrip("/\\")  # two strokes would lead to another host


def hidden(asked: Mapping[str, object], without: Iterable[str] = ()) -> list[tuple[str, object]]:
    """What a form must carry along so that the rest of the question stays."""
    return [(name, value) for name, value in asked.items() if name not in set(without) and value not in (None, "")]


def _query(pairs: Iterable[tuple[str, str]]) -> str:
    encoded = urlencode(list(pairs), errors="replace")
    return f"?{encoded}" if encoded else ""


def _segment(id: str) -> str:  # noqa: A002
    """An id as one piece of an address, whatever it holds. What is no character at all becomes a question mark."""
    return quote(id + _SPELT if _DOTS.fullmatch(id) else id, safe="", errors="replace")
