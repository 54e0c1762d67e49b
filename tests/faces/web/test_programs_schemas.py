"""Our types as the JSON Schema of an OpenAPI."""

from typing import Any

from msgspec import Struct

from dateline.desk.asking.rows import Rows
from dateline.faces.web.schemas import PARTS, lifted, record_shape, schema_of


class Bridge(Struct, frozen=True, rename="camel"):
    """Over water."""

    over_water: str
    """What flows below."""
    next_one: "Bridge | None" = None
    parts: tuple["Arch", ...] = ()


class Arch(Struct, frozen=True):
    """Of a bridge."""

    metres: float
    """How wide it is."""


def test_a_type_refers_to_its_parts_which_are_described_by_the_strings_below_their_fields() -> None:
    schema = schema_of(Bridge)
    assert schema["$ref"] == "#/components/schemas/Bridge"
    assert schema[PARTS]["Bridge"]["properties"]["overWater"]["description"] == "What flows below."
    assert schema[PARTS]["Arch"]["properties"]["metres"]["description"] == "How wide it is."
    assert schema[PARTS]["Bridge"]["description"] == "Over water."


def test_rows_are_an_object_with_their_total() -> None:
    schema = schema_of(Rows[Arch])
    assert schema["properties"]["rows"]["items"] == {"$ref": "#/components/schemas/Arch"}
    assert schema["required"] == ["total", "notes", "rows"]
    assert list(schema[PARTS]) == ["Arch"]


def test_parts_are_lifted_from_any_depth() -> None:
    components: dict[str, Any] = {}
    told = lifted({"paths": [{"schema": schema_of(Rows[Arch])}, {"schema": schema_of(Arch)}]}, components)
    assert list(components) == ["Arch"]
    assert told["paths"][1]["schema"] == {"$ref": "#/components/schemas/Arch"}


def test_of_two_types_of_one_name_the_second_goes_by_its_whole() -> None:
    other = {"type": "string", "title": "of a shoe"}
    components: dict[str, Any] = {"Arch": other}
    told = [lifted(schema_of(Bridge), components) for _ in range(2)]
    assert told == [{"$ref": "#/components/schemas/Bridge"}] * 2
    assert components["Arch"] == other and components["Bridge.Arch"]["title"] == "Arch"
    assert "#/components/schemas/Bridge.Arch" in str(components["Bridge"])


def test_what_refers_to_another_type_of_that_name_is_another_type() -> None:
    components: dict[str, Any] = {"Arch": {"type": "string"}, "Bridge": schema_of(Bridge)[PARTS]["Bridge"]}
    assert lifted(schema_of(Bridge), components) == {"$ref": "#/components/schemas/Bridge.Bridge"}
    assert "Bridge.Arch" in components


def test_a_record_brings_its_parts_under_names_of_their_own() -> None:
    parts = record_shape()[PARTS]
    assert parts["Record"]["properties"]["blocks"]["items"] == {"$ref": "#/components/schemas/Record.Block"}
    assert "Record.Block" in parts and "Block" not in parts
