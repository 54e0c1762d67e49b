"""Names of armed groups, parties, state organs, media, societies and firms with their codes, and names of leaders.

`known` finds the rows of a body's name however it is spelt, `leaders` those of a head of state or government.
"""

from dateline.bodies.tables import SUPRANATIONAL, TABLES, KnownName, folded, is_acronym, known, leaders

__all__ = ["SUPRANATIONAL", "TABLES", "KnownName", "folded", "is_acronym", "known", "leaders"]
