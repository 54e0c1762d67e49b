"""The schema of what merging gives says exactly what it writes."""

import json

import jsonschema
import pytest
from told_records import LUNDVIK, record

from dateline.merger import merge_lines
from dateline.schema import MERGED, merged_schema


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(merged_schema())
    return jsonschema.Draft202012Validator(merged_schema())


def test_what_merging_writes_follows_it(validator: jsonschema.Draft202012Validator) -> None:
    records = [
        record("a1"),
        record("a2", outlet="The Wire"),
        record("a3", toll=12, published="2024-05-05", headline="{town} toll at {toll}"),
        record("b1", type="PROTEST", town=LUNDVIK),
    ]
    found = [(outcome.what, json.loads(outcome.line)) for outcome in merge_lines(each.to_json() for each in records)]
    assert {what for what, _ in found} == {"story", "incident", "link"}
    for _, line in found:
        validator.validate(line)


def test_a_line_is_one_of_three(validator: jsonschema.Draft202012Validator) -> None:
    assert not validator.is_valid({})
    assert not validator.is_valid({"story": "s"})


def test_every_shape_and_field_is_described() -> None:
    definitions = merged_schema()["$defs"]
    assert all(definitions[shape.__name__]["description"] for shape in MERGED)
    assert definitions["Link"]["properties"]["score"]["description"] == "0.0 to 1.0."


def test_nothing_is_defined_that_nothing_uses() -> None:
    text = json.dumps(merged_schema())
    assert [name for name in merged_schema()["$defs"] if f'"#/$defs/{name}"' not in text] == []
