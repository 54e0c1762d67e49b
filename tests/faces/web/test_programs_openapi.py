"""What /openapi.json promises: complete, of one piece, and kept by every address."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from web_desk import client, examples_desk

import dateline

Promise = dict[str, Any]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return examples_desk(tmp_path_factory.mktemp("programs"))


@pytest.fixture(scope="module")
def visitor(path: Path) -> TestClient:
    return client(path)


@pytest.fixture(scope="module")
def promised(visitor: TestClient) -> Promise:
    told: Promise = visitor.get("/openapi.json").json()
    return told


@pytest.fixture(scope="module")
def known(path: Path) -> dict[str, str]:
    """An id for each kind of page that has one."""
    with dateline.open(path) as desk:
        desk.judge("wrong", desk.statements()[0].fact, who="Ines Oberg")
        names = {kind: desk.names(kind=kind)[0].id or "" for kind in ("person", "organisation", "place")}
        incident = next(each for each in desk.incidents(limit=None) if each.where)
        story, hit = desk.stories()[0], desk.search("ferry")[0]
    return {**names, "incident": incident.incident, "story": story.story, "article": hit.id}


def operations(promised: Promise) -> Iterator[tuple[str, str, Promise]]:
    for address, methods in promised["paths"].items():
        for method, operation in methods.items():
            yield address, method, operation


def refs(value: Any) -> Iterator[str]:
    for each in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        yield from refs(each)
    if isinstance(value, dict) and isinstance(value.get("$ref"), str):
        yield value["$ref"]


def test_every_operation_has_a_name_of_its_own_a_summary_and_a_tag_with_a_sentence(promised: Promise) -> None:
    names = [operation["operationId"] for _, _, operation in operations(promised)]
    assert len(names) == len(set(names)) > 5
    sentences = {tag["name"]: tag.get("description", "") for tag in promised["tags"]}
    for address, _, operation in operations(promised):
        assert operation["summary"], address
        assert [sentences[tag].endswith(".") for tag in operation["tags"]] == [True], address


def test_every_reference_leads_somewhere_and_nothing_of_the_making_is_left(promised: Promise) -> None:
    for ref in set(refs(promised)):
        here: Any = promised
        for name in ref.removeprefix("#/").split("/"):
            here = here[name]
    assert "x-parts" not in json.dumps(promised)
    assert "HTTPValidationError" not in json.dumps(promised)


def test_every_answer_in_json_has_a_type(promised: Promise) -> None:
    for address, method, operation in operations(promised):
        if address.endswith(".json") and method == "get":
            schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
            assert schema.keys() & {"$ref", "properties", "anyOf", "oneOf"}, address


def test_fields_are_described_where_their_types_describe_them(promised: Promise) -> None:
    row = promised["components"]["schemas"]["StatementRow"]["properties"]
    assert row["words"]["description"].startswith("The words said")


def test_an_address_with_an_id_may_answer_404_and_others_never(promised: Promise) -> None:
    for address, method, operation in operations(promised):
        assert method != "get" or ("404" in operation["responses"]) == ("{" in address), address


def test_every_address_keeps_its_promise(visitor: TestClient, promised: Promise, known: dict[str, str]) -> None:
    for address, method, operation in operations(promised):
        if method == "get":
            asked = address.split("{")[0].strip("/").partition("/")[0]
            ending = address.partition("}")[2]
            told = f"/{asked}/{quote(known[asked], safe='')}{ending}" if "{" in address else address
            keeps(promised, told, visitor.get(told), operation)


def keeps(promised: Promise, address: str, answer: Any, operation: Promise) -> None:
    assert answer.status_code == 200, (address, answer.text[:200])
    kind = answer.headers["content-type"].partition(";")[0]
    content = operation["responses"]["200"]["content"]
    assert kind in content, (address, kind)
    if "json" in kind:
        schema = {**content[kind]["schema"], "components": promised["components"]}
        wrong = [error.message[:200] for error in Draft202012Validator(schema).iter_errors(answer.json())]
        assert not wrong, (address, wrong[:3])
    if kind == "text/csv":
        columns, *rows = csv.reader(StringIO(answer.text))
        assert columns and all(len(row) == len(columns) for row in rows), address


@pytest.mark.parametrize(("address", "status"), [("/statements.json?stance=sings", 400), ("/person/nobody.json", 404)])
def test_errors_have_the_promised_shape(visitor: TestClient, promised: Promise, address: str, status: int) -> None:
    answer = visitor.get(address)
    assert answer.status_code == status
    Draft202012Validator(promised["components"]["schemas"]["Error"]).validate(answer.json())


def test_a_token_is_told_where_one_is_asked_for(path: Path) -> None:
    guarded = client(path, token="fjord")
    assert guarded.get("/openapi.json").status_code == 401
    told = guarded.get("/openapi.json", headers={"authorization": "Bearer fjord"}).json()
    assert told["security"] == [{"token": []}]
    assert told["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_the_page_for_programs_shows_how_to_ask_by_the_name_it_was_asked_by(visitor: TestClient) -> None:
    page = visitor.get("/docs")
    assert (
        "curl &#39;http://127.0.0.1/statements.json" in page.text
        or "curl 'http://127.0.0.1/statements.json" in page.text
    )
    assert "<td><code>/statements.csv</code></td>" in page.text, "without JavaScript there is a list"
    assert "<script>" not in page.text and " style=" not in page.text
    assert "asks for no token" in page.text
    assert "localhost:8000/statements.json" in visitor.get("/docs", headers={"host": "localhost:8000"}).text
