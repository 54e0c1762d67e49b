"""All codes of an event as one row of a table."""

from typing import get_args

from dateline.codings.acled import acled
from dateline.codings.scales import Cut, cameo_root, goldstein, quad_class
from dateline.codings.tables import acled_table
from dateline.codings.ucdp import ucdp
from dateline.model import Fact
from dateline.precisions import acled_geo_precision, acled_time_precision, ucdp_date_precision, ucdp_where_precision
from dateline.record import Record
from dateline.values import Event, Moment, Organisation, Person, Place

Cell = str | int | float | None
"""What a cell of a table holds; None is an empty one."""

COLUMNS = (
    "cameo_code", "cameo_base", "cameo_root", "goldstein", "goldstein_code", "plover_intensity",
    "quad_gdelt", "quad_phoenix", "quad_plover_chapters", "quad_plover_summary",
    "acled_event_type", "acled_sub_event_type", "acled_disorder_type", "acled_actor1", "acled_inter1", "acled_actor2",
    "acled_inter2", "acled_interaction", "acled_civilian_targeting", "acled_time_precision", "acled_geo_precision",
    "ucdp_type_of_violence", "ucdp_side_a", "ucdp_side_b", "ucdp_fatal", "ucdp_date_prec", "ucdp_where_prec",
)  # fmt: skip
"""The names of the columns, in order. Codes of CAMEO are text: they have leading zeros."""


def columns(record: Record, fact: Fact) -> dict[str, Cell]:
    """Every derived column of an event, by name; None where a codebook has nothing for it. {} for other facts."""
    if not isinstance(fact.value, Event):
        return {}
    cells = _scales(fact.value) | _acled(record, fact) | _ucdp(record, fact) | _precisions(record, fact.value)
    return {name: cells[name] for name in COLUMNS}


def _scales(event: Event) -> dict[str, Cell]:
    value = goldstein(event)
    cells: dict[str, Cell] = {
        "cameo_code": event.cameo,
        "cameo_base": event.cameo[:3] if event.cameo else None,
        "cameo_root": cameo_root(event),
        "goldstein": value.value if value else None,
        "goldstein_code": value.code if value else None,
        "plover_intensity": event.intensity,
    }
    return cells | {f"quad_{cut.replace('-', '_')}": quad_class(event, cut) for cut in get_args(Cut)}


def _acled(record: Record, fact: Fact) -> dict[str, Cell]:
    codes = acled(record, fact)
    names = ("event_type", "sub_event_type", "disorder_type", "interaction")
    cells: dict[str, Cell] = {f"acled_{name}": getattr(codes, name) if codes else None for name in names}
    for side in ("1", "2"):
        kind = getattr(codes, f"inter{side}") if codes else 0
        cells[f"acled_inter{side}"] = acled_table().inter.get(str(kind))
        cells[f"acled_actor{side}"] = _names(record, getattr(codes, f"actor{side}") if codes else ())
    return cells | {"acled_civilian_targeting": int(codes.civilian_targeting) if codes else None}


def _ucdp(record: Record, fact: Fact) -> dict[str, Cell]:
    codes = ucdp(record, fact)
    return {
        "ucdp_type_of_violence": codes.type_of_violence if codes else None,
        "ucdp_side_a": _names(record, codes.side_a if codes else ()),
        "ucdp_side_b": _names(record, codes.side_b if codes else ()),
        "ucdp_fatal": int(codes.fatal) if codes else None,
    }


def _precisions(record: Record, event: Event) -> dict[str, Cell]:
    when, where = record.get(event.when), record.get(event.where[0]) if event.where else None
    moment = when.value if when is not None and isinstance(when.value, Moment) else None
    place = where.value if where is not None and isinstance(where.value, Place) else None
    return {
        "ucdp_date_prec": ucdp_date_precision(moment) if moment else None,
        "acled_time_precision": acled_time_precision(moment) if moment else None,
        "ucdp_where_prec": ucdp_where_precision(place) if place else None,
        "acled_geo_precision": acled_geo_precision(place) if place else None,
    }


def _names(record: Record, ids: tuple[str, ...]) -> str | None:
    """The names of those on a side, as a cell: lists stay together ("; " between two)."""
    facts = (record.get(one) for one in ids)
    told = [
        fact.value.name for fact in facts if fact is not None and isinstance(fact.value, Person | Organisation | Place)
    ]
    return "; ".join(told) or None
