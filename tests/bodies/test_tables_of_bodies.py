"""The tables of bodies row by row: how rows are written, which names meet, and what finds none of them."""

import itertools
import unicodedata
from collections import defaultdict
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bodies import SUPRANATIONAL, TABLES, KnownName, folded, is_acronym, known, leaders

HOME = files("dateline.bodies") / "data"
Row = tuple[str, str, str]
WRITTEN_SMALL = {"dpa", "bdnews24", "ver.di", "flydubai", "anti-balaka militia"}
"""Names without a capital, as their bearers write them."""
OF_SEVERAL = {"Mukhabarat", "Inter Press Service", "Ba'ath Party", "Jamaat-e-Islami"}
"""Bodies of several countries under one name: their rows leave the country open."""


def lines(table: str) -> list[str]:
    return (HOME / f"{table}.tsv").read_text(encoding="utf-8").splitlines()


def rows(table: str) -> list[Row]:
    found = (line.split("\t") for line in lines(table)[1:])
    return [(row[0], row[1], row[2]) for row in found]


def names(table: str) -> list[str]:
    return [name for row in rows(table) for name in row[0].split("|")]


def codes(name: str) -> list[tuple[str, str]]:
    return [(row.sector, row.country) for row in known(name)]


# How the tables are written


@pytest.mark.parametrize("table", TABLES)
def test_the_first_line_names_the_columns(table: str) -> None:
    assert lines(table)[0].split("\t") == ["names", "sector", "country"]


def test_leaders_have_a_column_of_years() -> None:
    assert lines("leaders")[0].split("\t") == ["names", "sector", "country", "years"]


@pytest.mark.parametrize("table", [*TABLES, "leaders"])
def test_letters_are_composed_and_lines_hold_no_stray_marks(table: str) -> None:
    for line in lines(table):
        assert line == unicodedata.normalize("NFC", line), line
        assert not set(line) & {"“", "”", "‘", "’", "\u00a0", '"', ";", "#"}, line


@pytest.mark.parametrize("table", [*TABLES, "leaders"])
def test_no_row_stands_twice(table: str) -> None:
    assert len(set(lines(table))) == len(lines(table))


@pytest.mark.parametrize("table", TABLES)
def test_a_name_has_letters_and_is_no_sentence(table: str) -> None:
    for name in names(table):
        assert any(letter.isalnum() for letter in name), name
        assert 2 <= len(name) <= 90 and len(name.split()) <= 12, name


@pytest.mark.parametrize("table", TABLES)
def test_a_name_has_a_capital_somewhere(table: str) -> None:
    for name in names(table):
        assert name[0].isdigit() or any(letter.isupper() for letter in name) or name in WRITTEN_SMALL, name


@pytest.mark.parametrize("table", [*TABLES, "leaders"])
def test_every_row_tells_something(table: str) -> None:
    for name, sector, country in rows(table):
        assert sector or country, name


@pytest.mark.parametrize(
    ("table", "sectors"),
    [
        ("armed", {"REB", "PRM", "UAF", "CRM", "MIL", "SPY", "REBPRE", "PTY", "GOV", "SOC"}),
        ("parties", {"PTY", "OPP"}),
        ("media", {"JRN", "SOC"}),
        ("companies", {"BUS"}),
        ("leaders", {"GOV", "REL"}),
    ],
)
def test_a_table_holds_bodies_of_its_kind(table: str, sectors: set[str]) -> None:
    assert {sector for _, sector, _ in rows(table)} <= sectors


@pytest.mark.parametrize("table", ["state", "media", "companies", "parties"])
def test_what_belongs_to_a_country_has_one(table: str) -> None:
    for spelt, _, country in rows(table):
        assert bool(country) is (spelt.split("|")[0] not in OF_SEVERAL), spelt
        assert country not in SUPRANATIONAL, spelt


def test_leaders_belong_to_a_country_or_to_a_body_of_many() -> None:
    assert {country for _, _, country in rows("leaders") if country in SUPRANATIONAL or not country} == {"UNO", "EUR"}


def test_bodies_of_all_countries_have_codes_of_their_own() -> None:
    assert {country for _, _, country in rows("international")} <= SUPRANATIONAL


@pytest.mark.parametrize("table", TABLES)
def test_no_row_has_two_spellings_that_fold_alike_under_two_codes(table: str) -> None:
    told = defaultdict(set)
    for spelt, sector, country in rows(table):
        for name in spelt.split("|"):
            if not is_acronym(name) and " " in name:
                told[folded(name), country].add(sector)
    assert {key: sectors for key, sectors in told.items() if len(sectors) > 1} == {}


# Every name finds its row


@pytest.mark.parametrize("table", TABLES)
def test_every_name_finds_its_row(table: str) -> None:
    for spelt, sector, country in rows(table):
        for name in spelt.split("|"):
            assert KnownName(sector, country, table) in known(name), name


@pytest.mark.parametrize("table", TABLES)
def test_every_name_finds_its_row_with_an_article(table: str) -> None:
    for spelt, sector, country in rows(table):
        for name in spelt.split("|"):
            if not is_acronym(name) and not name.startswith("The ") and folded(name) != "elal":
                assert KnownName(sector, country, table) in known(f"the {name}"), name


@pytest.mark.parametrize("table", TABLES)
def test_curly_apostrophes_and_dashes_are_no_other_names(table: str) -> None:
    for spelt, sector, country in rows(table):
        for name in spelt.split("|"):
            odd = name.replace("'", "’").replace("-", "–") if not is_acronym(name) else name
            assert KnownName(sector, country, table) in known(odd), name


@pytest.mark.parametrize("table", TABLES)
def test_a_long_name_is_found_in_capitals(table: str) -> None:
    for spelt, sector, country in rows(table):
        for name in spelt.split("|"):
            if name.count(" ") > 1:
                assert KnownName(sector, country, table) in known(name.upper()), name


@pytest.mark.parametrize("table", TABLES)
def test_an_acronym_in_small_letters_is_a_word(table: str) -> None:
    for name in names(table):
        if is_acronym(name) and name.isupper() and name.isalpha() and not codes(name.title()):
            assert known(name.lower()) == (), name


@pytest.mark.parametrize(
    ("name", "sector", "country"),
    [
        ("FMLN", "REB", "SLV"),
        ("Farabundo Martí National Liberation Front", "REB", "SLV"),
        ("Contras", "REB", "NIC"),
        ("the Contras", "REB", "NIC"),
        ("Security Council", "GOV", "UNO"),
        ("U.N. Security Council", "GOV", "UNO"),
        ("UNHCR", "", "UNO"),
        ("UNESCO", "EDU", "UNO"),
        ("Unesco", "EDU", "UNO"),
        ("World Health Organisation", "MED", "UNO"),
        ("Red Cross", "MED", "NGO"),
        ("Doctors without Borders", "MED", "NGO"),
        ("Greenpeace", "SOC", "NGO"),
        ("White House", "GOV", "USA"),
        ("the Pentagon", "GOVMIL", "USA"),
        ("U.S. State Department", "GOV", "USA"),
        ("Department of Justice", "GOVJUD", "USA"),
        ("Tory", "PTY", "GBR"),
        ("UKIP", "PTY", "GBR"),
        ("Agence France-Presse", "JRN", "FRA"),
        ("Agence France Presse", "JRN", "FRA"),
        ("Itar-Tass", "JRN", "RUS"),
        ("Novaya Gazeta", "JRN", "RUS"),
        ("People’s Daily", "JRN", "CHN"),
        ("Siemens", "BUS", "DEU"),
        ("SIEMENS", "BUS", "DEU"),
        ("Crédit Agricole", "BUS", "FRA"),
        ("Credit Agricole", "BUS", "FRA"),
        ("Standard and Poor's", "BUS", "USA"),
        ("AT&T", "BUS", "USA"),
    ],
)
def test_a_body_however_it_is_spelt(name: str, sector: str, country: str) -> None:
    assert codes(name) == [(sector, country)]


@pytest.mark.parametrize(
    "name",
    [
        *("Lund", "Brek Front", "Oslo", "Norway", "Ana Lund", "rebels", "the rebels", "army", "Parliament"),
        *("Ministry of Health", "Supreme Court", "police", "The", "a", "of the", "-", "'", ".", "  ", "…", "中"),
        *("gap", "target", "shell party", "Red Cross hospital", "Boeing 707", "Pentagon Street"),
        *("who", "it", "us", "plo", "pri", "un", "eta"),
    ],
)
def test_what_is_in_no_table(name: str) -> None:
    assert known(name) == ()


@pytest.mark.parametrize("text", ["WHO", "Who", "who"])
def test_the_word_who_is_no_organization(text: str) -> None:
    assert bool(known(text)) is (text == "WHO")


@pytest.mark.parametrize(
    ("name", "countries"), [("ELN", {"COL", "BOL"}), ("People's Democratic Party", {"NGA", "AFG"}), ("RAF", {"DEU"})]
)
def test_namesakes_are_all_told(name: str, countries: set[str]) -> None:
    found = {country for _, country in codes(name)}
    assert len(found) > 1
    assert found & countries


def test_one_body_is_told_once() -> None:
    for table in TABLES:
        for name in names(table):
            found = known(name)
            assert len(found) == len(set(found)), name


@given(st.text(max_size=30))
def test_any_text_can_be_asked_for(text: str) -> None:
    assert isinstance(known(text), tuple)
    assert isinstance(leaders(text), tuple)
    assert folded(folded(text)) == folded(folded(folded(text)))


# Folding and acronyms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brek Liberation Front", "BREK LIBERATION FRONT"),
        ("Front of Brek", "Front Brek"),
        ("Lund & Sons", "Lund and Sons"),
        ("Lund-Brek Front", "Lund Brek Front"),
        ("Lund/Brek Front", "Lund–Brek Front"),
        ("St. Lund Guard", "St Lund Guard"),
        ("Ansar al-Brek", "Ansar Brek"),
        ("Ansar ul Brek", "Ansar-ul-Brek"),
        ("Fjörd Front", "Fjord Front"),
        ("Brek's Army", "Breks Army"),
        ("Frente de la Lund", "Frente Lund"),
        ("Lund, Brek and Berg", "Lund Brek & Berg"),
    ],
)
def test_one_name_for_the_tables(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brek Front", "Brek Fronts"),
        ("Brek Front", "Front Brek"),
        ("The Lundian", "Lundian"),
        ("Northern Front", "Southern Front"),
        ("M-19", "M-20"),
        ("Brek", "Brekk"),
    ],
)
def test_two_names_for_the_tables(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("name", "whether"),
    [
        ("BLF", True),
        ("B.L.F.", True),
        ("B-52", True),
        ("AfD", True),
        ("BfV", True),
        ("UNICEF", True),
        ("INTERPOL", False),
        ("Interpol", False),
        ("Brek", False),
        ("blf", False),
        ("B L F", False),
        ("", False),
        ("HoLu", True),
        ("McDonald", False),
    ],
)
def test_what_looks_like_an_acronym(name: str, whether: bool) -> None:
    assert is_acronym(name) is whether


# Heads of state and government


def terms() -> list[tuple[str, str, list[tuple[int, int]]]]:
    found = []
    for line in lines("leaders")[1:]:
        name, _, country, years = line.split("\t")
        spans = [(int(a), int(b or 9999)) for a, _, b in (term.partition("-") for term in years.split())]
        found.append((name, country, spans))
    return found


def test_every_leader_is_found_by_the_full_name_and_by_the_surname() -> None:
    for spelt, country, _ in terms():
        for name in spelt.split("|"):
            assert country in {row.country for row in leaders(name)}, name
            assert any(row.whole for row in leaders(name)), name
            assert country in {row.country for row in leaders(name.upper())}, name


def test_every_leader_has_ruled() -> None:
    for name, _, years in terms():
        assert years, name
        assert all(last <= first for (_, last), (first, _) in itertools.pairwise(years)), name


def test_nobody_rules_from_two_countries() -> None:
    told = defaultdict(set)
    for spelt, country, _ in terms():
        for name in spelt.split("|"):
            if " " in name:
                told[folded(name)].add(country)
    assert {name: countries for name, countries in told.items() if len(countries) > 1} == {}


def test_a_surname_alone_is_of_one_country() -> None:
    told = defaultdict(set)
    for spelt, country, _ in terms():
        for name in spelt.split("|"):
            if " " not in name:
                told[folded(name)].add(country)
    assert {name: countries for name, countries in told.items() if len(countries) > 1} == {}


@pytest.mark.parametrize(
    ("name", "alone", "whole"),
    [("Reagan", True, True), ("Ronald Reagan", True, True), ("Carter", False, False), ("Jimmy Carter", False, True)],
)
def test_who_is_known_by_a_surname_alone(name: str, alone: bool, whole: bool) -> None:
    (row,) = leaders(name)
    assert (row.alone, row.whole, row.table) == (alone, whole, "leaders")


@pytest.mark.parametrize("name", ["Lund", "Ana Reagan", "Reagan Lund", "president", "Jimmy", "", "Bill"])
def test_nobody_of_that_name_ruled(name: str) -> None:
    assert leaders(name) == ()


def test_terms_are_read_as_years() -> None:
    (row,) = leaders("Donald Trump")
    assert row.years[0] == (2017, 2021)
    assert row.years[-1][1] == 9999
