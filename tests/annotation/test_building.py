"""Building a gazetteer from a dump: what joins, what is one with what is there, what may go wrong, what is left."""

import errno
import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import dateline
from dateline.annotated import PlaceEntry
from dateline.annotation.gazetteer import FILE, Gazetteer
from dateline.annotation.gazetteer.building import build, builder, default_target, places, runs
from dateline.errors import CannotBuild, MissingPart, NoSuchPath
from dateline.settings import Settings
from geonames_dump import PACKAGE, other, package, packed, row, text

GORGE = row(100, "Ørnjuv Gorge", "T GRGE", lat=61.2, admin2="0512", others="Eagle Chasm,Орнюв")
DUMP = [
    GORGE,
    row(101, "Blåfoss Elv", "H STM", plain="Blafoss Elv", lat=61.4),
    row(102, "Ulvdal", "A ADM2", admin2="0512", people=9000, others="Ulvdalen", lat=61.1),
    row(103, "Vestmark", "A ADM1", people=70_000),
    row(104, "Middle Mark", "A ADM1", admin1="10", lat=63.1, lon=10.1),
    row(11, "Ulvdal", "P PPLA2", admin2="0512", people=6100, others="Wolfdale"),
    row(10, "Oslo", "P PPLC", admin1="12", admin2="0301", people=1_100_000, others="Kristiania,Ánslo,OSL"),
    row(1, "Kingdom of Norway", "A PCLI", admin1="00", others="Norge,Noreg"),
    row(105, "Torsby", lat=61.31, lon=9.11, people=300, admin2="0512"),
    row(106, "Torsby", lat=61.35, lon=9.2, people=50),
    row(107, "Torsby", country="FI", lat=61.3, lon=24.0),
    row(108, "Store Elv", "H STM", lat=61.9, lon=9.9),
    row(109, "Store Elv", "S SCH", lat=61.5, lon=9.5),
    row(110, "Northern Reaches", "L RGN", country="", admin1="", lat=66.5, lon=16.0),
    row(111, "Helsinki", "P PPLC", country="FI", admin1="01", people=600_000, lat=60.2, lon=24.9),
    row(112, "Brekka", people=90, others="Ørnjuv Gorge"),
    row(113, "Gammelby", "P PPLH"),
    "114\tBroken",
    row(115, "Nowhere", lat="?"),
]


Make = Callable[..., Gazetteer]


@pytest.fixture(autouse=True)
def small_package(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Builds start from a handful of places, and at home nobody finds anything."""
    small = package(tmp_path_factory.mktemp("package") / "gazetteer.sqlite")
    monkeypatch.setattr(builder, "FILE", small)
    monkeypatch.setenv("XDG_DATA_HOME", str(small.parent / "data"))
    return small


@pytest.fixture
def made(tmp_path: Path) -> Make:
    """Builds from these lines; from the dump above without any."""

    def make(lines: list[str] = DUMP, alternates: list[str] | None = None, name: str = "NO.zip") -> Gazetteer:
        write = packed if name.endswith(".zip") else text
        others = packed(tmp_path / "alternateNamesV2.zip", alternates) if alternates else None
        return Gazetteer(build(write(tmp_path / name, lines), others, tmp_path / "built.sqlite").path)

    return make


def ids(found: tuple[PlaceEntry, ...]) -> list[int | None]:
    return [place.geonames for place in found]


# What is in the file


def test_a_gorge_of_the_dump_is_found(made: Make) -> None:
    (gorge, hamlet) = made().places("Ornjuv Gorge")
    assert gorge == PlaceEntry(
        name="Ørnjuv Gorge",
        kind="feature",
        geonames=100,
        lat=61.2,
        lon=9.0,
        country="NOR",
        admin1="09",
        admin2="0512",
        feature="GRGE",
        extent=10,
    )
    assert (hamlet.name, hamlet.matched) == ("Brekka", "alternate")
    assert made().places("Орнюв")[0].matched == "alternate"


@pytest.mark.parametrize("name", ["NO.zip", "NO.txt"])
def test_a_zip_and_the_text_in_it_give_the_same(made: Make, name: str) -> None:
    built = made(name=name)
    rows = built._rows("SELECT * FROM place ORDER BY id"), built._rows("SELECT * FROM name ORDER BY key")
    assert [len(each) for each in rows] == [len(PACKAGE) + 8, len(rows[1])]
    assert made(name="XX.zip")._rows("SELECT * FROM name ORDER BY key") == rows[1]


def test_what_the_package_has_is_there_once_with_its_own_word(made: Make) -> None:
    built = made()
    town, county = built.places("Ulvdal")
    assert (town.geonames, town.population, town.feature, town.admin2) == (11, 6000, "PPLA2", "0512")
    assert (county.name, county.kind, county.geonames, county.admin2) == ("Ulvdal District", "admin2", 102, "0512")
    assert county.population == 8000
    assert ids(built.places("Wolfdale")) == [11]
    oslo = built.places("Oslo")
    assert (ids(oslo), oslo[0].feature, oslo[0].admin2) == ([10], "PPLC", "0301")
    assert [ids(built.places(name)) for name in ("Kristiania", "Ánslo", "OSL")] == [[10], [10], []]


def test_further_names_of_a_country_are_never_its_own(made: Make) -> None:
    built = made()
    assert [(each.geonames, each.matched) for each in built.places("Kingdom of Norway")] == [(1, "alternate")]
    assert built.places("Norway")[0].matched == "name"
    many = made([*DUMP, row(120, "Noreg", people=20_000)])
    assert ids(many.places("Noreg")) == [120, 1]


def test_states_get_their_ids_by_name_or_by_code(made: Make) -> None:
    built = made()
    assert [(p.geonames, p.kind, p.lat) for p in built.places("Vestmark")] == [(103, "admin1", 61.0)]
    assert [(p.geonames, p.name, p.matched) for p in built.places("Middle Mark")] == [(104, "Midtmark", "alternate")]


def test_a_state_of_the_same_code_far_away_is_another(made: Make) -> None:
    built = made([row(104, "Sormark", "A ADM1", admin1="10", lat=70.0)])
    assert [p.name for p in built.places("Sormark")] == ["Sormark"]
    assert [p.geonames for p in built.places("Midtmark")] == [None]


def test_the_largest_of_those_near_is_the_town_that_we_knew_without_an_id(made: Make) -> None:
    torsby = made().places("Torsby")
    assert [(p.geonames, p.country) for p in torsby] == [(105, "NOR"), (106, "NOR"), (107, "FIN")]
    assert (torsby[0].lat, torsby[0].admin2, torsby[0].population) == (61.3, "0512", 300)


def test_a_feature_is_one_with_ours_if_it_is_near_and_of_its_kind(made: Make) -> None:
    found = made().places("Store Elv")
    assert [(p.geonames, p.feature, p.extent) for p in found] == [(108, "STM", 50), (109, "SCH", 1)]
    far = made([row(108, "Store Elv", "H STM", lat=69.0)]).places("Store Elv")
    assert ids(far) == [None, 108]


def test_a_region_gets_its_id_and_stays_a_region(made: Make) -> None:
    assert [(p.geonames, p.kind) for p in made().places("Northern Reaches")] == [(110, "region")]


def test_a_capital_that_the_package_lacks_becomes_one(made: Make) -> None:
    built = made()
    finland = built.country("FIN")
    assert finland is not None and finland.capital is not None
    assert finland.capital.name == "Helsinki" and built.capital_of(built.places("Helsinki")[0]) == "FIN"
    assert built.country_of_demonym("Finnish") == "FIN"
    home = built.home_of_demonym("Northerner")
    assert home is not None and home.geonames == 110


def test_a_dump_of_one_country_leaves_the_others(made: Make) -> None:
    built = made([GORGE])
    assert built.places("Finland")[0].country == "FIN" and built.places("Oslo")[0].geonames == 10


def test_broken_lines_are_left_out_and_counted(made: Make) -> None:
    about = made().about()
    assert about["skipped"] == "2"
    assert about["places"] == str(len(PACKAGE) + 8)
    assert made().places("Nowhere") == made().places("Broken") == ()


def test_the_file_tells_what_it_was_made_of(made: Make, tmp_path: Path) -> None:
    built = made()
    about = built.about()
    assert about["source"].startswith("NO.zip 20") and about["made"][:2] == "20"
    kinds = json.loads(about["kinds"])
    features = [place for _, place in built._rows("SELECT id, feature FROM place")]
    assert sum(kinds.values()) == len(features) == int(about["places"])
    assert kinds["admin1"] == features.count("ADM1") == 2
    assert made(DUMP, [other(100, "Eagle Gorge")]).about()["source"].endswith(" and alternateNamesV2.zip")


def test_more_rows_than_are_written_at_once(made: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_AT_ONCE", 2)
    monkeypatch.setattr(runs.Runs.__init__, "__defaults__", (3,))
    built = made()
    assert ids(built.places("Torsby")) == [105, 106, 107]
    assert len(built._rows("SELECT id FROM place")) == len(PACKAGE) + 8


@pytest.mark.parametrize("word", ["Police", "Market", "Market Elv"])
def test_no_hamlet_is_found_under_an_ordinary_word(made: Make, word: str) -> None:
    small = made([row(120, word), row(121, word, "H STM"), row(122, "Lund", others=word), row(123, word, "S SCH")])
    assert len(small.places(word)) == (0 if " " not in word else 4)
    assert ids(made([row(120, word, people=700)]).places(word)) == [120]


def test_a_feature_of_one_word_is_only_sometimes_meant(made: Make) -> None:
    built = made([row(120, "Kestrin", "H STM"), row(121, "Kestrin Elv", "H STM"), row(122, "Kestrin", "P PPLX")])
    assert [(p.geonames, p.matched) for p in built.places("Kestrin")] == [(120, "alternate"), (122, "name")]
    assert [(p.geonames, p.matched) for p in built.places("Kestrin Elv")] == [(121, "name")]


# Alternate names


def test_a_table_of_names_stands_for_those_of_the_dump(made: Make) -> None:
    names = [
        other(100, "Eagle Gorge", "en", "p"),
        other(100, "Adlerschlucht", "de"),
        other(100, "https://example.org/Eagle", "link"),
        other(10, "Tigerstaden", "no", "c"),
        other(1, "Norseland", "en", "p"),
        other(999, "Elsewhere", "en"),
        other(10**9, "Elsewhere", "en"),
    ]
    built = made(DUMP, names)
    assert [(p.geonames, p.matched) for p in built.places("Eagle Gorge")] == [(100, "name")]
    assert [(p.geonames, p.matched) for p in built.places("Adlerschlucht")] == [(100, "alternate")]
    assert [(p.geonames, p.matched) for p in built.places("Norseland")] == [(1, "alternate")]
    assert ids(built.places("Tigerstaden")) == [10]
    assert built.places("Eagle Chasm") == built.places("Elsewhere") == ()


def test_names_of_other_places_are_told(made: Make) -> None:
    with pytest.raises(CannotBuild, match=r"no line of .*alternateNamesV2\.zip names a place of the dump"):
        made(DUMP, [other(999, "Elsewhere")])


# What may go wrong


@pytest.fixture
def old(tmp_path: Path, made: Make) -> Path:
    """A file that was built before."""
    return made([GORGE]).path


def left(old: Path) -> list[str]:
    """What lies beside the old file, which must still answer."""
    assert Gazetteer(old).places("Ørnjuv Gorge")
    return sorted(path.name for path in old.parent.iterdir() if path.name.startswith("built"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no line of .* is a place of GeoNames"),
        (b"just words\n" * 50, "no line of .* is a place of GeoNames"),
        (bytes(range(256)) * 9, "no line of .* is a place of GeoNames"),
        (b"PK\x03\x04" + b"x" * 99, "is damaged or cut short .*; download it again"),
        (b"\x1f\x8b" + b"x" * 99, "is packed with gzip; unpack it first"),
    ],
)
def test_what_is_no_dump_is_told_in_a_line(old: Path, tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "bad.zip").write_bytes(content)
    with pytest.raises(CannotBuild, match=sentence) as refusal:
        build(tmp_path / "bad.zip", to=old)
    assert "\n" not in str(refusal.value) and left(old) == ["built.sqlite"]


def test_a_zip_cut_short_is_told(old: Path, tmp_path: Path) -> None:
    whole = packed(tmp_path / "whole.zip", [row(n, f"Farm {n}") for n in range(1, 5000)]).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CannotBuild, match="damaged or cut short"):
        build(tmp_path / "cut.zip", to=old)
    middle = len(whole) // 2
    (tmp_path / "bits.zip").write_bytes(whole[:middle] + bytes(200) + whole[middle + 200 :])
    with pytest.raises(CannotBuild, match="damaged or cut short"):
        build(tmp_path / "bits.zip", to=old)
    assert left(old) == ["built.sqlite"]


def test_a_zip_without_a_text_is_told(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "no.zip", "w") as archive:
        archive.writestr("readme.txt", "A description.")
        archive.writestr("picture.png", "")
    with pytest.raises(CannotBuild, match=r"has no text file in it; take allCountries\.zip"):
        build(tmp_path / "no.zip", to=tmp_path / "built.sqlite")


def test_files_that_are_not_there_are_told_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath, match=r"there is no file .*none\.zip; get allCountries\.zip from"):
        build(tmp_path / "none.zip", to=tmp_path / "built.sqlite")
    dump = packed(tmp_path / "NO.zip", DUMP)
    with pytest.raises(NoSuchPath, match=r"there is no file .*names\.zip"):
        build(dump, tmp_path / "names.zip", tmp_path / "built.sqlite")
    with pytest.raises(CannotBuild, match="is a folder; name the zip"):
        build(tmp_path, to=tmp_path / "built.sqlite")


def test_a_table_of_names_is_no_dump(tmp_path: Path) -> None:
    names = packed(tmp_path / "alternateNamesV2.zip", [other(7, "Ørnjuv")])
    with pytest.raises(CannotBuild, match="19 columns"):
        build(names, to=tmp_path / "built.sqlite")


def test_no_other_file_is_overwritten(tmp_path: Path, small_package: Path) -> None:
    dump = packed(tmp_path / "NO.zip", DUMP)
    notes = text(tmp_path / "notes.txt", ["my notes"])
    with closing(sqlite3.connect(tmp_path / "diary.sqlite")) as diary:
        diary.execute("CREATE TABLE day (words)")
    for path, sentence in (
        (dump, "is no gazetteer and is left alone"),
        (notes, "is no gazetteer and is left alone"),
        (tmp_path / "diary.sqlite", "is no gazetteer and is left alone"),
        (tmp_path, "is a folder; name a file in it"),
        (tmp_path / "no" / "x.sqlite", "there is no folder .*no; make it first"),
        (small_package, "came with the package; name another file"),
    ):
        before = path.read_bytes() if path.is_file() else b""
        with pytest.raises(CannotBuild, match=sentence):
            build(dump, to=path)
        assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_full_disk_is_told(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def full_for_sqlite(*_: Any) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    for fails in (full, full_for_sqlite):
        monkeypatch.setattr(runs.Runs, "_flush", fails)
        with pytest.raises(CannotBuild, match=r"there is no room for it on this disk; make room beside .*built"):
            build(packed(tmp_path / "NO.zip", DUMP), to=old)
    monkeypatch.setattr(runs.Runs, "_flush", lambda _: (_ for _ in ()).throw(sqlite3.OperationalError("unable")))
    with pytest.raises(CannotBuild, match=r"cannot be written \(unable\); name another file"):
        build(tmp_path / "NO.zip", to=old)
    assert left(old) == ["built.sqlite"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, PermissionError("not yours"), MemoryError])
def test_whatever_ends_a_build_the_old_file_stays(old: Path, tmp_path: Path, error: Any) -> None:
    def progress(what: str, _done: int, _total: int) -> None:
        if what == "sorting names":
            raise error

    with pytest.raises(type(error) if isinstance(error, Exception) else error):
        build(packed(tmp_path / "NO.zip", DUMP), to=old, progress=progress)
    assert left(old) == ["built.sqlite"]


KILLED = """
import sys, time
from dateline.annotation.gazetteer.building import build, builder
builder.FILE = __import__("pathlib").Path(sys.argv[1])
def wait(what, done, total):
    if what == "sorting names":
        print("at work", flush=True)
        time.sleep(60)
build(sys.argv[2], to=sys.argv[3], progress=wait)
"""


def test_a_killed_build_leaves_the_old_file_and_is_cleared_by_the_next(
    old: Path, tmp_path: Path, small_package: Path
) -> None:
    dump = packed(tmp_path / "NO.zip", DUMP)
    command = [sys.executable, "-c", KILLED, str(small_package), str(dump), str(old)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as working:
        assert working.stdout is not None and working.stdout.readline() == "at work\n"
        with pytest.raises(CannotBuild, match=r"another build is writing .*built\.sqlite; wait for it"):
            build(dump, to=old)
        working.send_signal(signal.SIGKILL)
    assert left(old) == ["built.sqlite", "built.sqlite.unfinished"]
    build(dump, to=old)
    assert left(old) == ["built.sqlite"]
    assert Gazetteer(old).places("Helsinki")


def test_a_link_is_followed(old: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.sqlite"
    link.symlink_to(old)
    built = build(packed(tmp_path / "NO.zip", DUMP), to=link)
    assert link.is_symlink() and built.path == old.resolve()
    assert Gazetteer(link).places("Helsinki")


def test_a_missing_package_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "FILE", tmp_path / "none.sqlite")
    with pytest.raises(MissingPart, match="no gazetteer at"):
        build(packed(tmp_path / "NO.zip", DUMP), to=tmp_path / "built.sqlite")


# Where it goes, and who reads it


def test_the_default_is_in_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert default_target() == tmp_path / "data" / "dateline" / "gazetteer.sqlite"
    built = build(packed(tmp_path / "NO.zip", DUMP))
    assert built.path == default_target().resolve()
    assert (built.places, built.skipped, built.size) == (len(PACKAGE) + 8, 2, built.path.stat().st_size)
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_target() == tmp_path / ".local" / "share" / "dateline" / "gazetteer.sqlite"


STORY = {
    "id": "1",
    "published": "2024-03-05",
    "text": "OSLO, March 5 - Rebels attacked a convoy in the Ørnjuv Gorge on Monday, the ministry said.",
}


def gorge_in(settings: Settings, workers: int = 1) -> tuple[int | None, str]:
    (record,) = dateline.read_many([STORY], settings, workers=workers)
    (fact,) = [fact for fact in record.of("place") if "Gorge" in fact.value.name]  # type: ignore[union-attr]
    return fact.value.geonames, record.made_by.model  # type: ignore[union-attr]


def test_a_story_is_read_with_the_gazetteer_of_the_settings(made: Make) -> None:
    own = Settings(gazetteer=str(made().path), model="off")
    geonames, model = gorge_in(own)
    assert geonames == 100 and "gazetteer of NO.zip" in model
    geonames, model = gorge_in(Settings(model="off"))  # and settings do not mix
    assert geonames is None and "gazetteer" not in model
    assert gorge_in(own)[0] == 100


def test_worker_processes_read_with_it_too(made: Make) -> None:
    assert gorge_in(Settings(gazetteer=str(made().path), model="off"), workers=2)[0] == 100


def test_a_missing_file_of_the_settings_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match="or take `gazetteer` out of the settings"):
        dateline.read(STORY, Settings(gazetteer=str(tmp_path / "none.sqlite")))


@pytest.mark.slow
def test_a_dump_joins_the_real_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "FILE", FILE)
    real = Gazetteer()
    built = Gazetteer(build(packed(tmp_path / "NO.zip", [GORGE]), to=tmp_path / "built.sqlite").path)
    assert ids(built.places("Ørnjuv Gorge")) == [100]
    for name in ("Springfield", "Georgia", "London", "Congo", "Victoria", "Homs", "San José", "Sahel", "U.S."):
        assert built.places(name) == real.places(name)
