"""Scales on the type of an event: quad classes by their four cuts, Goldstein's values.

Sources: the cut at 05, 08 and 13 is that of GDELT's event codebook and of code that reads it; another is Phoenix's own
(roots 01 and 02 neutral, 16 verbal conflict). PLOVER's manual of 2021 gives SANCTION to quad 4 in its chapters and to
quad 3 in its summary table. Goldstein's values are those of the table `CAMEO.goldsteinscale`: all roots, and the leaves
that are used most; a code that the table lacks has the value of the code that it is part of.
"""

from typing import Literal, NamedTuple, get_args

from dateline.codings.tables import scales
from dateline.values import Event

Cut = Literal["gdelt", "phoenix", "plover-chapters", "plover-summary"]
CUTS: tuple[Cut, ...] = get_args(Cut)
"""The cuts in the wild: two by CAMEO root, two by PLOVER type."""


class Goldstein(NamedTuple):
    """A value from -10 (conflict) to +10 (co-operation), and the CAMEO code whose value it is."""

    value: float
    code: str


def cameo_root(event: Event) -> str | None:
    """The two digits of the event's CAMEO code, else the root that its PLOVER type comes from; None outside both."""
    if event.cameo:
        return event.cameo[:2]
    return scales().roots.get(event.type) if event.scheme == "plover" else None


def quad_class(event: Event, cut: Cut) -> int | None:
    """1 verbal co-operation, 2 material co-operation, 3 verbal conflict, 4 material conflict; Phoenix has 0, neutral.

    The cut must be named: they differ for statements, appeals and sanctions. None for what PLOVER has no type for.
    """
    tables = scales()
    if event.scheme != "plover":
        return None
    if cut == "gdelt":
        return tables.gdelt.get(cameo_root(event) or "")
    if cut == "phoenix":
        return tables.phoenix.get(cameo_root(event) or "")
    chapter = tables.plover_chapters.get(event.type)
    return tables.plover_summary.get(event.type, chapter) if cut == "plover-summary" else chapter


def goldstein(event: Event) -> Goldstein | None:
    """The value of the event's CAMEO code, else of the longest part of it that has one; None outside CAMEO.

    It says what an event of this kind weighs in theory: ten rioters or ten thousand weigh the same.
    """
    code = (event.cameo or cameo_root(event) or "") if event.scheme == "plover" else ""
    values = scales().goldstein
    known = next((code[:length] for length in range(len(code), 1, -1) if code[:length] in values), None)
    return Goldstein(values[known], known) if known is not None else None
