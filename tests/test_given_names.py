"""The pack's given names: well formed, each in one list, none that is oftener something else."""

import re
from collections import Counter
from itertools import chain

import pytest

from dateline.languages import load

NAMES = load("en").given_names
LISTS = {"male": NAMES.male, "female": NAMES.female, "either": NAMES.either}
EVERY = tuple(chain.from_iterable(LISTS.values()))

WELL_FORMED = re.compile(r"[a-z]+(?:[-'][a-z]+)*")

WORDS = "hope joy faith grace will rich trees said fares harm made come blessing justice amber rose dawn".split()
TIMES = "april may june july august jan jun sunday friday ramadan".split()
PLACES = (
    "chad jordan israel china france georgia india kenya paris sydney florence austin dallas houston lincoln washington "
    "santiago carolina virginia victoria charlotte milan medina lourdes sofia bethlehem changchun"
).split()
TITLES = "prince king major judge deacon dean sheikh imam mullah sultan emir bishop lord daw tengku wazir".split()
PARTICLES = "al abu bin ibn san santa van ould".split()
AGENCIES = "xinhua ria sana wafa efe hamas fatah".split()

AT_HOME = {
    "Europe": "john sergei sergey serhiy giorgos mehmet pedro wolfgang ingrid oleksandr agnieszka zoran siobhan".split(),
    "Asia": "mohammed muhammad mahmoud ahmed hussein hussain narendra jae-in jaein xiaoming jianguo haruki minh".split(),
    "Central Asia and the Caucasus": "nurlan gulnara irakli ketevan armen ramzan".split(),
    "Africa": "kwame ngozi abiy uhuru thabo faadumo fatou mwangi abdelaziz".split(),
    "America": "barack dilma nayib guadalupe usain jovenel".split(),
    "Oceania": "jacinda sitiveni sione wiremu".split(),
}


@pytest.mark.parametrize("names", LISTS.values(), ids=LISTS)
def test_names_are_well_formed_and_small(names: tuple[str, ...]) -> None:
    assert [name for name in names if not WELL_FORMED.fullmatch(name)] == []


def test_no_name_is_a_single_letter() -> None:
    assert [name for name in EVERY if len(name) < 2] == []


def test_no_name_stands_twice_within_or_across_lists() -> None:
    assert [name for name, times in Counter(EVERY).items() if times > 1] == []


@pytest.mark.parametrize(
    "others",
    [WORDS, TIMES, PLACES, TITLES, PARTICLES, AGENCIES],
    ids=["words", "times", "places", "titles", "particles", "agencies"],
)
def test_what_is_oftener_something_else_is_left_out(others: list[str]) -> None:
    assert set(EVERY).intersection(others) == set()


@pytest.mark.parametrize("names", AT_HOME.values(), ids=AT_HOME)
def test_every_continent_has_its_names(names: list[str]) -> None:
    assert set(names) - set(EVERY) == set()


@pytest.mark.parametrize(
    ("name", "kind"), [("mark", "male"), ("olena", "female"), ("kim", "either"), ("nur", "either")]
)
def test_a_name_is_in_the_list_of_those_who_bear_it(name: str, kind: str) -> None:
    assert [title for title, names in LISTS.items() if name in names] == [kind]


@pytest.mark.parametrize("name", ["jean", "andrea", "nicola"])
def test_a_mans_name_here_and_a_womans_there_is_either(name: str) -> None:
    assert name in NAMES.either
