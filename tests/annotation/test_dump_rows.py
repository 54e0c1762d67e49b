"""Lines of GeoNames' tables: a place, a name or None, never an exception; what each weighs; names sorted on disk."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotation.gazetteer.building.alternates import OtherName, other_name
from dateline.annotation.gazetteer.building.dump import MOST_ID, Row, parsed
from dateline.annotation.gazetteer.building.runs import Runs
from dateline.annotation.gazetteer.building.weights import extent_of, package_weights, weight_of
from dateline.annotation.gazetteer.compiling.places import divisions, features, regions, unlisted
from dateline.annotation.gazetteer.compiling.world import World, _admin1, _cities, _countries
from geonames_dump import other, row

ISO3 = {"NO": "NOR", "XK": "KOS"}


def test_a_line_is_a_place() -> None:
    line = row(
        7, "Ørnjuv", "T GRGE", plain="Ornjuv", others="Eagle Gorge,Орнюв", lat="61.25", lon="-9.5", admin2="0512"
    )
    found = parsed(line + "\r\n", ISO3)
    assert found == Row(
        geonames=7,
        name="Ørnjuv",
        ascii="Ornjuv",
        alternates="Eagle Gorge,Орнюв",
        lat=61.25,
        lon=-9.5,
        feature="GRGE",
        country="NOR",
        admin1="09",
        admin2="0512",
        population=0,
        natural=True,
    )
    assert found.names() == {"ornjuv"}
    assert found.others() == {"eagle gorge", "орнюв"}


def test_names_in_plain_letters_count_where_they_are_others() -> None:
    found = parsed(
        row(7, "Kürnach", plain="Kuernach", others="KRN,kurnakh,St. Kürnach,Kürnach (Land),Saint Kürnach"), ISO3
    )
    assert found is not None
    assert found.names() == {"kurnach", "kuernach"}
    assert found.others() == {"st kurnach", "saint kurnach"}


@pytest.mark.parametrize(
    ("line", "country", "admin1", "natural"),
    [
        (row(1, "X-by", country="XK"), "KOS", "09", False),
        (row(1, "X-sea", "H SEA", country="", admin1="00"), None, None, True),
        (row(1, "X-land", "A PCLH", country="YU", admin1=""), None, None, False),
        ("\t".join(row(1, "X-by").split("\t")[:15]), "NOR", "09", False),
    ],
)
def test_what_a_line_may_lack(line: str, country: str | None, admin1: str | None, natural: bool) -> None:
    found = parsed(line, ISO3)
    assert found is not None
    assert (found.country, found.admin1, found.natural) == (country, admin1, natural)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "\n",
        "1\tX-by\tX-by",
        row("one", "X-by"),
        row(0, "X-by"),
        row(-5, "X-by"),
        row(MOST_ID + 1, "X-by"),
        row(1, ""),
        row(1, "  "),
        row(1, "X" * 201),
        row(1, "X\x00by"),
        row(1, "X\ufffdby"),
        row(1, "X-by", lat="north"),
        row(1, "X-by", lat="nan"),
        row(1, "X-by", lon="inf"),
        row(1, "X-by", lat=90.5),
        row(1, "X-by", lon=-181),
        row(1, "X-by", people="many"),
        row(1, "X-by", people=-1),
        row(1, "X-by", people=10**30),
    ],
)
def test_a_broken_line_is_no_place(line: str) -> None:
    assert parsed(line, ISO3) is None


CELLS = st.one_of(
    st.text(max_size=12), st.sampled_from(["", "1", "-1", "1e999", "60.5", "NO", "P", "PPL", "09", "\x00"])
)


@given(st.one_of(st.text(), st.lists(CELLS, max_size=21).map("\t".join)))
def test_any_line_is_a_place_or_none(line: str) -> None:
    found = parsed(line, ISO3)
    assert found is None or (found.name and found.names() is not None and found.others() is not None)
    name = other_name(line)
    assert name is None or name.name


@given(st.text(max_size=20), st.text(max_size=40), st.floats(), st.integers())
def test_any_cell_of_a_whole_row(name: str, others: str, lat: float, people: int) -> None:
    found = parsed(row(1, name, others=others, lat=lat, people=people), ISO3)
    assert found is None or -90 <= found.lat <= 90
    if found:
        assert all(key == key.strip() for key in found.names() | found.others())


# Alternate names


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (other(7, "Eagle Gorge", "en", "p"), OtherName(7, "Eagle Gorge", True)),
        (other(7, "The Gorge", "en", "s"), OtherName(7, "The Gorge", True)),
        (other(7, "Old Gorge", "en", "ph"), OtherName(7, "Old Gorge", False)),
        (other(7, "Gorgie", "en", "sc"), OtherName(7, "Gorgie", False)),
        (other(7, "Eagle Gorge", "en"), OtherName(7, "Eagle Gorge", False)),
        (other(7, "Adlerschlucht", "de", "p"), OtherName(7, "Adlerschlucht", False)),
        (other(7, "鷹谷", "zh-Hant"), OtherName(7, "鷹谷", False)),
        (other(7, "Ying Gu", "piny"), OtherName(7, "Ying Gu", False)),
        (other(7, "Ørnjuv"), OtherName(7, "Ørnjuv", False)),
        ("1\t7\t\tØrnjuv", OtherName(7, "Ørnjuv", False)),
    ],
)
def test_a_line_is_another_name(line: str, found: OtherName) -> None:
    assert other_name(line) == found


@pytest.mark.parametrize(
    "word", ["link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "abbr", "fr_1793"]
)
def test_links_and_codes_are_no_names(word: str) -> None:
    assert other_name(other(7, "Ørnjuv", word)) is None


@pytest.mark.parametrize(
    "line", ["", "1\t7\tno", other(7, ""), other(7, "ORN"), "1\tx\tno\tØrnjuv", "1\t-7\tno\tØrnjuv", other(7, "a\x00b")]
)
def test_a_broken_line_is_no_name(line: str) -> None:
    assert other_name(line) is None


# Weights


def test_weights_order_namesakes() -> None:
    def town(code: str, people: int = 0) -> float:
        return weight_of(code, people, natural=False)

    ranked = [
        town("PPLC", 20_000),
        town("PPL", 100_000),
        town("ADM1", 100_000),
        town("ADM2", 20_000),
        town("PPL", 9000),
        town("ADM3", 20_000),
        town("PPLA"),
        weight_of("AIRP", 0, natural=True),
        town("PPLA2"),
        weight_of("MTS", 0, natural=True),
        town("PPLA3"),
        weight_of("GRGE", 0, natural=True),
        weight_of("SCH", 0, natural=True),
        town("PPL"),
        town("PPLX"),
        town("PPLQ"),
        town("PPLH", 90_000),
    ]
    assert ranked == sorted(ranked, reverse=True)


def test_a_town_comes_before_the_district_it_gives_its_name() -> None:
    for level in ("ADM1", "ADM2", "ADM3", "ADM4", "ADM5"):
        assert weight_of(level, 12_000, natural=False) < weight_of("PPL", 8000, natural=False)


@pytest.mark.parametrize(
    ("code", "radius"), [("GRGE", 10), ("STM", 50), ("DSRT", 200), ("ISL", 20), ("SCH", 1), ("", 1)]
)
def test_how_far_features_reach(code: str, radius: int) -> None:
    assert extent_of(code) == radius


@pytest.mark.slow
def test_the_places_of_the_package_weigh_what_they_weigh_there() -> None:
    world = World()
    world.cities = world.cities[::500]
    for made in (_countries(world), regions(), _admin1(world), divisions(), _cities(world), unlisted(), features()):
        for place in made:
            known = place.geonames is not None
            weights = package_weights(place.feature, place.population, place.extent, known=known)
            assert weights == pytest.approx((place.weight, place.alternate_weight)), place


# Sorting on disk


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_names_come_in_order_with_their_candidates_best_first(tmp_path: Path, size: int) -> None:
    runs = Runs(tmp_path, size)
    runs.add(["b", "aa"], 5.0, 2, 1)
    runs.add(["aa", "ø", "鷹"], 7.5, 4, 1)
    runs.add(["aa", "a"], 1e12, 2**32 - 2, 2)
    runs.add(["aa"], 0.5, 5, 1)
    runs.add([], 9.0, 8, 1)
    seen: list[tuple[int, int]] = []
    found = list(runs.names(lambda done, total: seen.append((done, total))))
    assert [key for key, _ in found] == ["a", "aa", "b", "ø", "鷹"]
    codes = dict(found)["aa"]
    assert [int.from_bytes(codes[i : i + 4], "big") for i in range(0, len(codes), 4)] == [2**32 - 2, 4, 2]
    assert seen[-1] == (8, 8) and seen == sorted(seen)


@given(st.lists(st.tuples(st.text(min_size=1, max_size=3), st.integers(0, 9), st.integers(0, 99)), max_size=60))
def test_sorting_on_disk_is_sorting(
    tmp_path_factory: pytest.TempPathFactory, entries: list[tuple[str, int, int]]
) -> None:
    entries = [each for each in entries if "\0" not in each[0] and each[0].isprintable()]
    runs = Runs(tmp_path_factory.mktemp("runs"), 7)
    for key, weight, number in entries:
        runs.add([key], weight, 2 * number, number)
    found = list(runs.names())
    assert [key for key, _ in found] == sorted({key for key, _, _ in entries})
    for key, codes in found:
        best = max((weight, -number) for each, weight, number in entries if each == key)
        assert int.from_bytes(codes[:4], "big") == 2 * -best[1]


def test_nothing_to_sort_is_nothing(tmp_path: Path) -> None:
    assert list(Runs(tmp_path).names()) == []
