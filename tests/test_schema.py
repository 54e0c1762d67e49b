"""The schema says exactly what records are."""

import json
from typing import Any

import jsonschema
import pytest

from dateline.model import Article, Source
from dateline.record import Record
from dateline.schema import field_docs, record_schema
from dateline.settings import Settings
from dateline.values import KINDS
from faces.invented_story import story


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(record_schema())
    return jsonschema.Draft202012Validator(record_schema())


def _full() -> dict[str, Any]:
    return json.loads(story().to_json())  # type: ignore[no-any-return]


def test_the_full_story_has_every_kind() -> None:
    assert {fact["kind"] for fact in _full()["facts"]} == set(KINDS)


def test_records_follow_it(validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(_full())
    empty = Record(Article(id="x", source=Source(location="x", media_type="text/plain"), text="", blocks=()))
    validator.validate(json.loads(empty.to_json()))


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_with_a_field_too_many_or_too_few_does_not(
    validator: jsonschema.Draft202012Validator, kind: str
) -> None:
    for change in ({"surprise": 1}, None):
        record = _full()
        value = next(fact["value"] for fact in record["facts"] if fact["kind"] == kind)
        if change:
            value.update(change)
        else:
            value.popitem()
        assert not validator.is_valid(record)


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("confidence", 1.5),
        ("status", "maybe"),
        ("spans", [[1]]),
        ("id", "fact-1"),
        ("kind", "rumour"),
        ("because", None),
    ],
)
def test_a_fact_with_a_wrong_part_does_not(validator: jsonschema.Draft202012Validator, key: str, wrong: object) -> None:
    record = _full()
    record["facts"][0][key] = wrong
    assert not validator.is_valid(record)


@pytest.mark.parametrize("key", ["format", "id", "version", "source", "language", "text", "blocks", "facts", "made_by"])
def test_no_part_of_the_record_may_be_missing(validator: jsonschema.Draft202012Validator, key: str) -> None:
    record = _full()
    del record[key]
    assert not validator.is_valid(record)


def test_a_value_must_be_of_its_kind(validator: jsonschema.Draft202012Validator) -> None:
    record = _full()
    place = next(fact for fact in record["facts"] if fact["kind"] == "place")
    place["value"] = next(fact["value"] for fact in record["facts"] if fact["kind"] == "person")
    assert not validator.is_valid(record)


def test_every_kind_is_described_and_references_are_marked() -> None:
    definitions = record_schema()["$defs"]
    assert all(definitions[kind]["description"] for kind in KINDS)
    person = definitions["Role"]["properties"]["person"]
    assert person["description"] == "Id of a person."
    assert definitions["Charge"]["properties"]["same_as"]["description"].startswith("Id of the charge")


def test_nothing_is_defined_that_nothing_uses() -> None:
    text = json.dumps(record_schema())
    assert [name for name in record_schema()["$defs"] if f'"#/$defs/{name}"' not in text] == []


def test_field_descriptions_are_the_strings_below_the_fields() -> None:
    assert field_docs(Settings)["timeout"] == "Seconds that an address may take to answer."
    assert "user_agent" in field_docs(Settings)


def test_every_call_gives_a_schema_of_its_own() -> None:
    record_schema()["title"] = "changed"
    assert record_schema()["title"] != "changed"
