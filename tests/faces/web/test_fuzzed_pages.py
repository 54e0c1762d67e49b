"""Requests of every kind to every address of the OpenAPI, and worse ones than it describes: none may break a page."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from serving import Site, site_of
from web_desk import examples_desk

import dateline
from dateline.faces.web.application import application
from dateline.faces.web.served import Served

SCHEMA = application(Served(Path("nowhere.db"))).openapi()
OPERATIONS = [result.ok() for result in schemathesis.openapi.from_dict(SCHEMA).get_all_operations()]
PATHS = sorted(path for path, operations in SCHEMA["paths"].items() if "get" in operations)
CALM: dict[str, Any] = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "phases": (Phase.generate,),
    "suppress_health_check": list(HealthCheck),
}
IN_TIME = 60
"""Seconds until an answer has to be there. Pages take milliseconds; reading a story loads its models first."""

odd_text = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=20),
    st.sampled_from(
        ["\0", "\ud800", "%", "../..", "'\"--", "x" * 2000, "9" * 400, "-1", "1e999", "nan", "[" * 99, "{}"]
    ),
    st.sampled_from(["2026-03-10", "50km:Varna", "NOT", '"', "a*", "*", "AND OR", "() NEAR(a b, 3)", "^a", "killed:9"]),
    st.binary(max_size=20).map(lambda raw: raw.decode("latin-1")),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site_of(examples_desk(tmp_path_factory.mktemp("fuzzed"))) as served:
        yield served


@pytest.fixture(scope="module")
def session() -> Iterator[requests.Session]:
    with requests.Session() as opened:
        opened.headers["Connection"] = "keep-alive"
        yield opened


@pytest.fixture(scope="module")
def known(site: Site) -> st.SearchStrategy[str]:
    """Ids of the desk: a request for nothing that exists finds little that could break."""
    with dateline.open(site.desk) as desk:
        tables = ("articles", "incidents", "stories", "facts")
        sql = " UNION ".join(f"SELECT id FROM {table}" for table in tables)
        return st.sampled_from([row[0] for row in desk.reader.execute(sql)])


def sound(answer: requests.Response) -> None:
    """No fault of ours, and what the address promises."""
    assert answer.status_code < 500, answer.text[:2000]
    kind = answer.headers.get("content-type", "")
    if "json" in kind:
        json.loads(answer.content)
    elif kind.startswith("text/html"):
        assert answer.content.rstrip().endswith(b"</html>")


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_no_request_breaks_an_address(
    operation: Any, site: Site, session: requests.Session, known: st.SearchStrategy[str]
) -> None:
    _ask(operation, site, session, known, examples=12)


@pytest.mark.slow
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_no_request_breaks_an_address_long(
    operation: Any, site: Site, session: requests.Session, known: st.SearchStrategy[str]
) -> None:
    _ask(operation, site, session, known, examples=100)


def _ask(operation: Any, site: Site, session: requests.Session, known: st.SearchStrategy[str], examples: int) -> None:
    """Requests as the description has them and as it forbids them, half of them about something that is there."""
    cases = [operation.as_strategy(generation_mode=mode) for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)]

    @settings(max_examples=examples, **CALM)
    @given(case=st.one_of(cases), id=st.none() | known)
    def ask(case: Case, id: str | None) -> None:  # noqa: A002
        if id is not None:
            for name in case.path_parameters or {}:
                case.path_parameters[name] = id
        told = case.as_transport_kwargs(base_url=site.address)
        sound(session.request(**told, timeout=IN_TIME, allow_redirects=False))

    ask()


@pytest.mark.parametrize("path", PATHS)
def test_no_question_breaks_a_page(path: str, site: Site, session: requests.Session) -> None:
    names = [parameter["name"] for parameter in SCHEMA["paths"][path]["get"].get("parameters", ())] + ["odd"]
    pairs = st.lists(st.tuples(st.sampled_from(names), odd_text), max_size=6)

    @settings(max_examples=25, **CALM)
    @given(pairs=pairs, segment=odd_text)
    def ask(pairs: list[tuple[str, str]], segment: str) -> None:
        query = "&".join(f"{name}={_escaped(value)}" for name, value in pairs)
        where = path.split("{")[0] + (_escaped(segment) + path.rpartition("}")[2] if "{" in path else "")
        sound(session.get(f"{site.address}{where}?{query}", timeout=IN_TIME, allow_redirects=False))

    ask()


def _escaped(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe="")
