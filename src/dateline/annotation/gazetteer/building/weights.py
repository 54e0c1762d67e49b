"""What a place weighs beside its namesakes, and how far it reaches, by its feature code and its people."""

from dateline.annotation.gazetteer.compiling.kinds import kind
from dateline.annotation.gazetteer.compiling.places import (
    ADMIN1,
    ADMIN1_ALTERNATE,
    ADMIN2,
    ALTERNATE,
    CAPITAL,
    CAPITALS,
    COUNTRY,
    FEATURE,
    FEATURE_ALTERNATE,
    REGION,
    UNLISTED,
)

# Radius in kilometres of what is no point: rough, for news that names a range or a river means some part of it.
_RADII = {
    2: "AIRP AIRB AIRF BCH CAPE CAVE CNYN DAM FLLS HLL MT PASS PK PT RDGE SPNG SPIT VLC",
    5: "BAYS COVE FRST GLCR LGN MRSH PND PORT RVN SWMP WAD WTLD",
    10: "BAY CHN FJD GRGE HLLS INLT LK LKS MESA OAS PRK RES RESN RESW RSV SALT SD SHOR",
    20: "CLDA DLTA ISL ISLS MTSU PLN SHOL VAL VALS",
    50: "CNL GULF MTS PEN PLAT STM STMI STMS STRT UPLD",
    100: "AREA GLCRS RGN RGNE RGNL TERR",
    200: "CST DSRT OCN SEA",
}
_EXTENTS = {code: radius for radius, codes in _RADII.items() for code in codes.split()}

# People that a town is counted with whose people GeoNames does not know: seats of divisions above hamlets, these above
# quarters, anything above what is no longer there.
_TOWNS = {"PPLA": 400, "PPLA2": 200, "PPLA3": 100, "PPLA4": 50, "PPLA5": 30, "PPLX": 2, "PPLQ": 1, "PPLW": 1}
_HAMLET = 10

# A division weighs part of its people, so that the town it is named after comes first; the rest of its weight is for
# divisions whose people are unknown.
_DIVISIONS = {"ADM1": (0.5, 1000), "ADM2": (ADMIN2, 300), "ADM3": (0.2, 40), "ADM4": (0.1, 20)}
_DIVISION = (0.1, 15)

_NATURE, _PER_KILOMETRE = 30, 2
_AIRPORT = 300
_GONE = 0.5
_HISTORICAL = frozenset(
    ("ADM1H", "ADM2H", "ADM3H", "ADM4H", "ADM5H", "ADMDH", "PCLH", "PPLCH", "PPLH", "PRSHH", "RGNH")
)


def extent_of(feature: str) -> int:
    """The rough radius in kilometres of a feature that is neither town nor division."""
    return _EXTENTS.get(feature, 1)


def weight_of(feature: str, population: int, *, natural: bool) -> float:
    """The weight of a row of the dump; under another than its own name it weighs `ALTERNATE` of that."""
    if feature in _HISTORICAL:
        return _GONE
    if feature.startswith("PPL"):
        return (population or _TOWNS.get(feature, _HAMLET)) * (CAPITAL if feature in CAPITALS else 1.0)
    if not natural:
        share, least = _DIVISIONS.get(feature, _DIVISION)
        return population * share + least
    if feature == "AIRP":
        return _AIRPORT
    return _NATURE + _PER_KILOMETRE * extent_of(feature)


def package_weights(feature: str, population: int, extent: int, *, known: bool) -> tuple[float, float]:
    """Of a place of the package, what its own and its alternate names weigh there; `known` if GeoNames has it."""
    match kind(feature, extent):
        case "country":
            return COUNTRY + population, (COUNTRY + population) * ALTERNATE
        case "region" | "continent":
            return REGION, REGION * ALTERNATE
        case "admin1":
            return ADMIN1, ADMIN1_ALTERNATE
        case "admin2":
            return ADMIN2 * population, ADMIN2 * population * ALTERNATE
        case "feature":
            return FEATURE, FEATURE_ALTERNATE
    if not known:
        return UNLISTED, UNLISTED
    return population * (CAPITAL if feature in CAPITALS else 1.0), population * ALTERNATE
