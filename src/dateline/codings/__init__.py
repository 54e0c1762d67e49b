"""What events are called elsewhere: codes of ACLED, UCDP, CAMEO's scales, derived from the record, never stored in it.

Each function takes a record and the fact of an event and gives codes, or None where the other codebook would not have
the event. `columns` gives all of them as a row of a table. `docs/codes.md` says what each means and follows from.
"""

from dateline.codings.acled import AcledCodes, acled
from dateline.codings.columns import COLUMNS, Cell, columns
from dateline.codings.scales import CUTS, Cut, Goldstein, goldstein, quad_class
from dateline.codings.ucdp import UcdpCodes, ucdp

__all__ = [
    "COLUMNS",
    "CUTS",
    "AcledCodes",
    "Cell",
    "Cut",
    "Goldstein",
    "UcdpCodes",
    "acled",
    "columns",
    "goldstein",
    "quad_class",
    "ucdp",
]
