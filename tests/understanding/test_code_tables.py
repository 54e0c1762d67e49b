"""The tables of names with codes: what they hold is known codes, and a name finds its row however it is spelt."""

import re
from collections import defaultdict
from importlib.resources import files

import pytest

from dateline.bodies import (
    SUPRANATIONAL,
    TABLES,
    folded,
    is_acronym,
    known,
    leaders,
)
from dateline.languages import load
from dateline.understanding.identity.codes.wording import sector_of_body

SECTORS = {
    *("AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "OPP", "PRE"),
    *("PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF"),
}
HOME = files("dateline.bodies") / "data"


def rows(table: str) -> list[list[str]]:
    lines = (HOME / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def countries() -> set[str]:
    text = (files("dateline.annotation.gazetteer") / "countries.tsv").read_text(encoding="utf-8")
    return {line.split("\t")[0] for line in text.splitlines()[1:]} | SUPRANATIONAL | {""}


@pytest.mark.parametrize("table", [*TABLES, "leaders"])
def test_every_row_has_names_known_sectors_and_a_known_country(table: str) -> None:
    for row in rows(table):
        assert len(row) == (4 if table == "leaders" else 3), row
        names, sector, country = row[:3]
        assert all(name and name == " ".join(name.split()) for name in names.split("|")), row
        assert set(re.findall("...", sector)) <= SECTORS and len(sector) % 3 == 0, row
        assert country in countries(), row


@pytest.mark.parametrize("table", [*TABLES, "leaders"])
def test_no_name_stands_twice_in_a_row(table: str) -> None:
    for row in rows(table):
        names = row[0].split("|")
        assert len(set(names)) == len(names), row


NAMESAKES = {folded("People's Democratic Party")}
"""Full names that bodies of several countries bear; the story's country tells them apart."""


def test_a_full_name_has_one_meaning() -> None:
    """Acronyms may be those of several bodies; names of three words are not, but for those listed."""
    meant = defaultdict(set)
    for table in TABLES:
        for names, sector, country in rows(table):
            for name in names.split("|"):
                if name.count(" ") > 1:
                    meant[folded(name)].add((sector, country))
    assert {name: codes for name, codes in meant.items() if len(codes) > 1}.keys() == NAMESAKES


def test_the_terms_of_leaders_are_years_in_order() -> None:
    for names, _, _, years in rows("leaders"):
        for term in years.split():
            first, _, last = term.partition("-")
            assert 1940 < int(first) < 2030 and int(first) <= int(last or 9999), names


@pytest.mark.parametrize(
    ("name", "sector", "country"),
    [
        ("PKK", "REB", "TUR"),
        ("Kurdistan Workers’ Party", "REB", "TUR"),
        ("Al Qaida", "REB", "IMG"),
        ("al-Qaeda", "REB", "IMG"),
        ("Tehrik e Taliban Pakistan", "REB", "PAK"),
        ("Hizbullah", "REB", "LBN"),
        ("Sinn Féin", "PTY", "IRL"),
        ("U.N.", "", "UNO"),
        ("Unicef", "", "UNO"),
        ("NATO", "MIL", "IGO"),
        ("the Kremlin", "GOV", "RUS"),
        ("The Kremlin", "GOV", "RUS"),
        ("The Hindu", "JRN", "IND"),
        ("Knesset", "LEG", "ISR"),
        ("Guardia Civil", "COP", "ESP"),
        ("Scotland Yard", "COP", "GBR"),
        ("Xinhua", "JRN", "CHN"),
        ("Médecins Sans Frontières", "MED", "NGO"),
        ("Medecins sans Frontieres", "MED", "NGO"),
        ("Al-Jazeera", "JRN", "QAT"),
        ("International Criminal Court", "JUD", "IGO"),
        ("European Parliament", "LEG", "EUR"),
        ("Boeing", "BUS", "USA"),
    ],
)
def test_names_find_their_row(name: str, sector: str, country: str) -> None:
    assert [(row.sector, row.country) for row in known(name)] == [(sector, country)]


@pytest.mark.parametrize("name", ["is", "Is", "Hindu", "far", "Far", "un", "Lund Ice Company", "", "mas", "Gap"])
def test_words_are_no_acronyms(name: str) -> None:
    assert known(name) == ()


@pytest.mark.parametrize("name", ["ELN", "NPA", "PDF", "SLA", "RAF"])
def test_an_acronym_of_several(name: str) -> None:
    assert len({row.country for row in known(name)}) > 1


@pytest.mark.parametrize(
    ("name", "whether"), [("PKK", True), ("U.N.", True), ("M-19", True), ("Nato", False), ("PKK REBELS", False)]
)
def test_acronyms(name: str, whether: bool) -> None:
    assert is_acronym(name) is whether


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hezb-e-Islami", "Hezb e Islami"),
        ("al-Shabaab", "Al Shabaab"),
        ("Peshmerga", "Pesh Merga"),
        ("Élysée", "Elysee"),
        ("The Hague Tribunal", "Hague tribunal"),
        ("People's Army", "People’s Army"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_what_is_dropped_alone_stays() -> None:
    assert folded("El Al") == "elal"
    assert folded("The") == "the"


def test_leaders_by_surname_and_by_name() -> None:
    assert {row.country for row in leaders("Thatcher")} == {"GBR"}
    assert {row.country for row in leaders("Bush")} == {"USA"}
    assert not any(row.alone for row in leaders("Bush"))
    assert {row.country for row in leaders("Kim")} == {"KOR", "PRK"}
    assert leaders("Ana Lund") == ()


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Interior Ministry", "GOV"),
        ("Ministry of Police Affairs", "GOV"),
        ("Oslo Police", "COP"),
        ("Brek Police Department", "COP"),
        ("Lund County Sheriff's Office", "COP"),
        ("Supreme Court", "JUD"),
        ("Court of Appeals", "JUD"),
        ("National Assembly", "LEG"),
        ("Brek Liberation Front", "REB"),
        ("Front for the Liberation of Brek", "REB"),
        ("Brek People's Party", "PTY"),
        ("University of Brek", "EDU"),
        ("Institute for Ice Research", "EDU"),
        ("Brek General Hospital", "MED"),
        ("Brek Daily News", "JRN"),
        ("Radio Brek", "JRN"),
        ("Lund Shipping Ltd", "BUS"),
        ("Bank of Brek", "BUS"),
        ("Brek Farmers' Union", "AGR"),
        ("Brek Teachers Union", "LAB"),
        ("Church of Brek", "REL"),
        ("State Prosecutor's Office", "GOVJUD"),
        ("Brek Cartel", "CRM"),
        ("Friends of Brek", "SOC"),
        ("Reuters", "JRN"),
        ("Northern Union", None),
        ("Joint Fjord Fighter", None),
        ("Brek Football Club", None),
        ("Lund", None),
    ],
)
def test_words_of_a_name_tell_its_sector(name: str, sector: str | None) -> None:
    assert sector_of_body("en", name) == sector


@pytest.mark.parametrize("field", ["endings", "beginnings"])
def test_words_of_names_are_told_once(field: str) -> None:
    told = defaultdict(set)
    for sector, words in getattr(load("en").bodies, field).items():
        assert len(set(words)) == len(words), sector
        for word in words:
            told[word].add(sector)
    assert {word: sectors for word, sectors in told.items() if len(sectors) > 1} == {}


@pytest.mark.parametrize("field", ["home_links", "body_links", "name_links", "borrowing", "idle", "added", "elite"])
def test_no_word_of_bodies_stands_twice(field: str) -> None:
    words = getattr(load("en").bodies, field)
    assert len(set(words)) == len(words)
