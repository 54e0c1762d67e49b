"""All codes of an event as one row."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from staged import SECTORS, staged

from conftest import Told
from dateline.codings import COLUMNS, columns
from dateline.ontology import OTHER, PLOVER


def test_a_row_of_a_battle() -> None:
    row = columns(*staged("ASSAULT", "rebels", "army", modes=("firearms",), cameo="193", where="Karsvik", dead=3))
    assert row["acled_event_type"] == "Battles" and row["acled_interaction"] == 12
    assert (row["acled_actor1"], row["acled_inter1"], row["acled_inter2"]) == ("rebels", "Rebel groups", "State forces")
    assert (row["ucdp_type_of_violence"], row["ucdp_side_a"], row["ucdp_fatal"]) == (1, "army", 1)
    assert (row["cameo_code"], row["cameo_base"], row["cameo_root"]) == ("193", "193", "19")
    assert (row["goldstein"], row["quad_gdelt"], row["quad_phoenix"]) == (-10.0, 4, 4)
    assert (row["ucdp_where_prec"], row["acled_geo_precision"]) == (1, 1)


def test_an_accident_has_empty_cells() -> None:
    row = columns(*staged("ACCIDENT", scheme="other"))
    assert tuple(row) == COLUMNS and set(row.values()) == {None}


def test_only_events_have_a_row() -> None:
    record, _ = staged("ASSAULT", "rebels", "army")
    assert columns(record, record.of("organisation")[0]) == {}


@given(
    st.sampled_from([*PLOVER, *OTHER]),
    st.lists(st.sampled_from(list(SECTORS)), max_size=2, unique=True),
    st.sampled_from([None, "042", "190", "0871"]),
)
def test_every_event_fills_the_same_columns(kind: str, actors: list[str], cameo: str | None) -> None:
    scheme = "other" if kind in OTHER else "plover"
    row = columns(*staged(kind, " ".join(actors), "villagers", cameo=cameo, scheme=scheme))
    assert tuple(row) == COLUMNS
    assert all(cell is None or isinstance(cell, str | int | float) for cell in row.values())


def test_the_record_is_left_as_it_was(told: Told) -> None:
    record = told("Rebels attacked soldiers near Oslo, killing nine.", upto="casualties")
    before = record.to_json()
    rows = [columns(record, fact) for fact in record.of("event")]
    assert rows and record.to_json() == before


def test_the_page_explains_each_column() -> None:
    page = (Path(__file__).parents[2] / "docs" / "codes.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in page] == []
