"""Countries by their names."""

from dateline.annotation.gazetteer import gazetteer

__all__ = ["country_name"]


def country_name(code: str) -> str:
    """The name of a country by its ISO code (alpha-3); the code itself where nobody knows it."""
    known = gazetteer().country(code)
    return known.name if known else code
