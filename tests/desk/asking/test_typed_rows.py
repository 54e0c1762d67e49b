"""Typed rows: a sequence that turns into dicts, Arrow, pandas and a table for notebooks."""

import builtins
from typing import Any, Literal

import pyarrow as pa
import pytest
from msgspec import Struct

from dateline.desk.asking.articles.hits import Hit
from dateline.desk.asking.rows import Rows
from dateline.errors import MissingPart
from dateline.values import Span


class Inner(Struct, frozen=True):
    name: str
    weight: float | None = None


class Row(Struct, frozen=True):
    name: str
    many: int | None
    kind: Literal["tall", "short"]
    tags: tuple[str, ...] = ()
    marks: tuple[Span, ...] = ()
    inner: Inner | None = None
    good: bool = True


ROWS = Rows(
    Row,
    [Row("one", 1, "tall", ("a", "b"), (Span(0, 3),), Inner("x", 0.5)), Row("two & <b>", None, "short")],
    total=7,
    notes=("as asked",),
)


def test_they_are_a_sequence() -> None:
    assert len(ROWS) == 2 and ROWS[0].name == "one" and [row.name for row in ROWS] == ["one", "two & <b>"]
    assert ROWS[1] in ROWS and ROWS[-1].many is None
    assert isinstance(ROWS[:1], Rows) and ROWS[:1].total == 7 and ROWS[:1].notes == ("as asked",)
    assert Rows(Row, list(ROWS)) == ROWS and Rows(Row) != ROWS and hash(ROWS) == hash(Rows(Row, ROWS))
    assert repr(ROWS) == "<2 of 7 rows of Row>" and repr(Rows(Row)) == "<0 rows of Row>"
    assert repr(ROWS[:1]) == "<1 of 7 rows of Row>" and repr(Rows(Row, ROWS[:1])) == "<1 row of Row>"
    assert not Rows(Row) and ROWS.columns[:2] == ("name", "many")


def test_dicts() -> None:
    assert ROWS.to_dicts()[0] == {
        "name": "one", "many": 1, "kind": "tall", "tags": ["a", "b"], "marks": [[0, 3]],
        "inner": {"name": "x", "weight": 0.5}, "good": True,
    }  # fmt: skip


def test_arrow() -> None:
    table = ROWS.to_arrow()
    assert table.num_rows == 2 and table.to_pylist()[1]["many"] is None
    assert table.schema.equals(Rows(Row).to_arrow().schema)
    assert [str(field.type) for field in table.schema] == [
        "string", "int64", "string", "list<item: string>", "list<item: list<item: int64>>",
        "struct<name: string not null, weight: double>", "bool",
    ]  # fmt: skip
    assert [field.nullable for field in table.schema] == [False, True, False, False, False, True, False]
    assert table.schema.field("many").type == pa.int64()


def test_the_schema_of_hits_without_hits() -> None:
    schema = Rows(Hit).to_arrow().schema
    assert schema.names == list(Hit.__struct_fields__)
    assert str(schema.field("events").type) == "list<item: string>"
    assert str(schema.field("killed_low").type) == "int64" and schema.field("killed_low").nullable


def test_pandas() -> None:
    frame = ROWS.to_pandas()
    assert list(frame.columns) == list(ROWS.columns) and len(frame) == 2
    assert str(frame["many"].dtype) == "Int64" and frame["many"].isna().tolist() == [False, True]
    empty = Rows(Row).to_pandas()
    assert list(empty.columns) == list(ROWS.columns) and str(empty["many"].dtype) == "Int64"


def test_without_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name in ("pyarrow", "pandas"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(MissingPart, match=r'pip install "dateline\[arrow\]"'):
        ROWS.to_arrow()
    with pytest.raises(MissingPart, match=r'pip install "dateline\[pandas\]"'):
        ROWS.to_pandas()


def test_notebooks() -> None:
    page = ROWS._repr_html_()
    assert "<td>two &amp; &lt;b&gt;</td>" in page and "<td>a, b</td>" in page and "as asked" in page
