"""A dump in GeoNames' form, of invented places, and a small package to build on."""

from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from dateline.annotation.gazetteer.compiling.file import write
from dateline.annotation.gazetteer.compiling.folding import place_keys
from dateline.annotation.gazetteer.compiling.places import Place
from dateline.annotation.gazetteer.compiling.tables import People


def row(
    number: int | str,
    name: str,
    feature: str = "P PPL",
    *,
    lat: object = 61.0,
    lon: object = 9.0,
    country: str = "NO",
    admin1: str = "09",
    admin2: str = "",
    people: object = 0,
    others: str = "",
    plain: str | None = None,
) -> str:
    """A line of the main table. `feature` is class and code."""
    feature_class, _, code = feature.partition(" ")
    cells = [number, name, name if plain is None else plain, others, lat, lon, feature_class, code, country, ""]
    cells += [admin1, admin2, "", "", people, "", 120, "Europe/Oslo", "2024-05-06"]
    return "\t".join(map(str, cells))


def other(geonames: int, name: str, language: str = "", flags: str = "") -> str:
    """A line of the table of alternate names. `flags`: p preferred, s short, c colloquial, h historic."""
    marks = ("1" if flag in flags else "" for flag in "psch")
    return "\t".join(("1", str(geonames), language, name, *marks, "", ""))


def text(path: Path, lines: Iterable[str]) -> Path:
    """The lines as a text file."""
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def packed(path: Path, lines: Iterable[str]) -> Path:
    """The lines as the text in a zip archive, beside a description."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "A description of the columns.\n" * 500)
        archive.writestr(path.stem + ".txt", "".join(line + "\n" for line in lines))
    return path


def place(name: str, feature: str, geonames: int | None = None, *, alternates: str = "", **given: object) -> Place:
    """A place of the small package; its weights do not matter, since a build works them out anew."""
    where: dict[str, object] = {"country": "NOR", "admin1": None, "admin2": None, "lat": 61.0, "lon": 9.0}
    rest: dict[str, object] = {"population": 0, "extent": 0, "weight": 1.0, "alternate_weight": 1.0}
    names = place_keys([name])
    fields = {**where, **rest, **given, "names": names, "alternates": place_keys(alternates.split(";")) - names}
    return Place(geonames=geonames, name=name, feature=feature, **fields)  # type: ignore[arg-type]


PACKAGE = (
    place("Norway", "PCLI", 1, population=5_000_000),
    place("Finland", "PCLI", 2, country="FIN", population=5_000_000),
    place("Northern Reaches", "RGN", country=None, lat=66.0, lon=15.0),
    place("Vestmark", "ADM1", admin1="09", alternates="Western March"),
    place("Midtmark", "ADM1", admin1="10", lat=63.0, lon=10.0),
    place("Ulvdal District", "ADM2", admin1="09", population=8000, alternates="Ulvdal"),
    place("Oslo", "PPLC", 10, admin1="12", population=1_000_000, alternates="Kristiania", lat=59.9, lon=10.7),
    place("Ulvdal", "PPL", 11, admin1="09", population=6000),
    place("Torsby", "PPL", None, admin1="09", lat=61.3, lon=9.1),
    place("Store Elv", "STM", None, lat=61.5, lon=9.5, extent=50),
)


def package(path: Path) -> Path:
    """A file like the one that comes with Dateline, of two countries and a handful of places."""
    number = {entry.geonames: i for i, entry in enumerate(PACKAGE, start=1)}
    countries: list[tuple[object, ...]] = [
        ("FIN", "FI", "Finland", "Republic of Finland", number[2], None),
        ("NOR", "NO", "Norway", "Kingdom of Norway", number[1], number[10]),
    ]
    peoples = {"finnish": People("FIN", None), "norwegian": People("NOR", None)}
    write(path, PACKAGE, countries, peoples | {"northerner": People(None, "Northern Reaches")})
    return path
