"""The pack's given names: well formed, each in one list, none that is oftener something else."""

import re
from collections import Counter
from itertools import chain

import pytest

from dateline.languages import load
from dateline.languages.given import given_names

NAMES = load("en").given_names
LISTS = {"male": NAMES.male, "female": NAMES.female, "either": NAMES.either}
EVERY = tuple(chain.from_iterable(LISTS.values()))

WELL_FORMED = re.compile(r"[a-z]+(?:[-'][a-z]+)*")

LEFT_OUT = {
    "words": "hope joy faith grace will rich trees said fares harm made come blessing justice amber rose dawn",
    "times": "april may june july august jan jun sunday friday ramadan",
    "countries": "chad jordan israel china france georgia india kenya cuba mali malta montserrat",
    "towns": "paris sydney florence austin dallas houston lincoln washington santiago milan medina lourdes sofia",
    "provinces": "carolina virginia victoria dakota montana sindh bahia",
    "titles": "prince king major judge deacon dean sheikh imam mullah sultan emir bishop lord tengku wazir",
    "particles": "al abu bin ibn san santa van ould",
    "bodies": "xinhua ria sana wafa efe hamas fatah",
}

AT_HOME = {
    "Europe": "john sergei sergey serhiy giorgos pedro wolfgang ingrid oleksandr agnieszka zoran siobhan",
    "Asia": "mohammed muhammad mahmoud ahmed hussein hussain narendra jae-in jaein xiaoming haruki minh mehmet",
    "Central Asia and the Caucasus": "nurlan gulnara irakli ketevan armen ramzan",
    "Africa": "kwame ngozi abiy uhuru thabo faadumo fatou mwangi abdelaziz",
    "America": "barack dilma nayib guadalupe usain jovenel",
    "Oceania": "jacinda sitiveni sione wiremu",
}


@pytest.mark.parametrize("names", LISTS.values(), ids=LISTS)
def test_names_are_well_formed_and_small(names: tuple[str, ...]) -> None:
    assert names
    assert [name for name in names if len(name) < 2 or not WELL_FORMED.fullmatch(name)] == []


def test_no_name_stands_twice_within_or_across_lists() -> None:
    assert [name for name, times in Counter(EVERY).items() if times > 1] == []


@pytest.mark.parametrize("others", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_oftener_something_else_is_left_out(others: str) -> None:
    assert set(EVERY).intersection(others.split()) == set()


@pytest.mark.parametrize("names", AT_HOME.values(), ids=AT_HOME)
def test_every_continent_has_its_names(names: str) -> None:
    assert set(names.split()) - set(EVERY) == set()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("mark", "male"),
        ("olena", "female"),
        ("kim", "either"),
        ("jean", "either"),
        ("andrea", "either"),
        ("nur", "either"),
    ],
)
def test_a_name_is_in_the_list_of_those_who_bear_it(name: str, kind: str) -> None:
    assert [title for title, names in LISTS.items() if name in names] == [kind]


@pytest.mark.parametrize(
    ("word", "gender"),
    [("Pedro", "male"), ("Marta", "female"), ("JOSÉ", "male"), ("Andrea", None), ("Table", None)],
)
def test_looking_up(word: str, gender: str | None) -> None:
    assert given_names("en").gender(word) == gender


def test_a_name_that_both_bear_is_a_name() -> None:
    assert "Andrea" in given_names("en")
    assert "Table" not in given_names("en")
