"""Typed rows that answer a question: a sequence of values of one kind, which turns into tables of other libraries."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints, overload

import msgspec
from msgspec import Struct

from dateline.errors import MissingPart

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

T = TypeVar("T", bound=Struct)


class Rows(Sequence[T], Generic[T]):
    """Rows of one type, which do not change. `kind` is their type, and tells the columns even where there are none.

    `total` is how many there are in all when these are a page of them; None where that was not counted. `notes` are
    sentences about how the question was understood: which place was meant, what was left aside.
    """

    __slots__ = ("_rows", "kind", "notes", "total")

    def __init__(
        self, kind: type[T], rows: Iterable[T] = (), *, total: int | None = None, notes: Sequence[str] = ()
    ) -> None:
        self.kind = kind
        self._rows = tuple(rows)
        self.total = total
        self.notes = tuple(notes)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows[T]": ...
    def __getitem__(self, at: int | slice) -> "T | Rows[T]":
        if isinstance(at, slice):
            return Rows(self.kind, self._rows[at], total=self.total, notes=self.notes)
        return self._rows[at]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and (self.kind, self._rows) == (other.kind, other._rows)

    def __hash__(self) -> int:
        return hash((self.kind, self._rows))

    def __repr__(self) -> str:
        of = "" if self.total is None or self.total == len(self) else f" of {self.total}"
        return f"<{len(self)}{of} {'row' if len(self) == 1 and not of else 'rows'} of {self.kind.__name__}>"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return self.kind.__struct_fields__

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each row as a dict of plain values, as JSON would have them."""
        dicts: list[dict[str, Any]] = msgspec.json.decode(msgspec.json.encode(self._rows))
        return dicts

    def to_arrow(self) -> "pa.Table":
        """An Arrow table whose schema follows from the row's type, also where there are no rows.

        What Arrow has no type for, such as a dict, is JSON. Raises MissingPart where pyarrow is not installed.
        """
        pyarrow = _pyarrow()
        hints = get_type_hints(self.kind)
        schema = pyarrow.schema([_column(pyarrow, name, hints[name]) for name in self.columns])
        as_json = [name for name in self.columns if not _has_columns(hints[name])]
        rows = self.to_dicts()
        for row in rows:
            row.update({name: msgspec.json.encode(row[name]).decode() for name in as_json if row[name] is not None})
        return pyarrow.Table.from_pylist(rows, schema=schema)

    def to_pandas(self) -> "pd.DataFrame":
        """A pandas DataFrame; whole numbers that may be missing are pandas' own `Int64`.

        Raises MissingPart where pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise MissingPart('pandas is not installed: pip install "dateline[pandas]"') from error
        frame = pandas.DataFrame.from_records(self.to_dicts(), columns=list(self.columns))
        hints = get_type_hints(self.kind)
        return frame.astype({name: PANDAS[held] for name in self.columns if (held := _plain(hints[name])) in PANDAS})

    def _repr_html_(self) -> str:
        """A table for notebooks."""
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_shown(row[name]))}</td>" for name in self.columns) + "</tr>"
            for row in self.to_dicts()
        )
        notes = "".join(f"<p>{escape(note)}</p>" for note in self.notes)
        return f"{notes}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{escape(repr(self))}</p>"


PANDAS: dict[Any, str] = {int: "Int64", float: "Float64", bool: "boolean", str: "string"}
"""pandas' types for columns; all of them know missing values. What has no type here stays an object."""


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    return ", ".join(map(_shown, cell)) if isinstance(cell, list) else str(cell)


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise MissingPart('pyarrow is not installed: pip install "dateline[arrow]"') from error
    return pyarrow


def _plain(held: Any) -> Any:
    """The type without its None."""
    if get_origin(held) in (Union, UnionType):
        kinds = [kind for kind in get_args(held) if kind is not NoneType]
        return kinds[0] if len(kinds) == 1 else held
    return held


def _has_columns(held: Any) -> bool:
    """Whether Arrow has a type for it: no dict is in it, and no tuple of several types."""
    held = _plain(held)
    if get_origin(held) is dict:
        return False
    if isinstance(held, type) and issubclass(held, Struct):
        return all(map(_has_columns, get_type_hints(held).values()))
    if get_origin(held) in (tuple, list):
        kinds = {kind for kind in get_args(held) if kind is not Ellipsis}
        return len(kinds) < 2 and all(map(_has_columns, kinds))
    return True


def _column(pyarrow: Any, name: str, held: Any) -> Any:
    kind = _arrow(pyarrow, held) if _has_columns(held) else pyarrow.string()
    return pyarrow.field(name, kind, nullable=_plain(held) is not held)


def _arrow(pyarrow: Any, held: Any) -> Any:
    """The Arrow type of a Python type; text where it is none of those that rows are made of."""
    held = _plain(held)
    simple = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    if held in simple:
        return simple[held]
    if get_origin(held) is Literal:
        return simple[type(get_args(held)[0])]
    if isinstance(held, type) and issubclass(held, Struct):
        hints = get_type_hints(held)
        return pyarrow.struct([_column(pyarrow, name, hints[name]) for name in held.__struct_fields__])
    if isinstance(held, type) and issubclass(held, tuple):  # a NamedTuple: all of its fields are of one type
        return pyarrow.list_(_arrow(pyarrow, next(iter(get_type_hints(held).values()))))
    if get_origin(held) in (tuple, list):
        return pyarrow.list_(_arrow(pyarrow, get_args(held)[0]))
    return pyarrow.string()
