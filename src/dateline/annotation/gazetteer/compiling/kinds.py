"""What the feature codes of GeoNames mean to us."""

from typing import Literal

Kind = Literal["city", "admin1", "admin2", "country", "region", "continent", "feature"]

KINDS: dict[str, Kind] = {"PCLI": "country", "ADM1": "admin1", "CONT": "continent", "STLMT": "city"}
REGIONS = ("RGN", "SEA", "OCN", "GULF", "ISLS", "PEN", "MTS", "STRT", "CNL", "CHN", "BAY", "ISL", "VAL")


def kind(feature: str, extent: int) -> Kind:
    """What a place is by its code. Regions of the world have no extent; what has one is a feature of nature.

    "admin2" is a division of any level below the first.
    """
    if feature in KINDS:
        return KINDS[feature]
    if feature.startswith("PPL"):
        return "city"
    if feature.startswith("ADM"):
        return "admin2"
    return "region" if extent == 0 and feature in REGIONS else "feature"
