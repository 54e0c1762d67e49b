"""Builds a bigger gazetteer from a dump of GeoNames that the user has: `build` is `dateline gazetteer build`.

Rows of the dump (`dump.py`, `alternates.py`) get a weight (`weights.py`) and join the places of the package, or turn
out to be one of them (`claims.py`). Their names are sorted on disk (`runs.py`), since there are tens of millions.
"""

from dateline.annotation.gazetteer.building.builder import Built, build, default_target

__all__ = ["Built", "build", "default_target"]
