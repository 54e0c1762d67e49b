"""Which of the known identities a name means."""

from itertools import permutations

from dateline.merging.identities.profiles import Profile, joined, profiles_of
from dateline.merging.identities.resolving import resolve
from dateline.merging.reports.report import Named
from merging.reported import organisation, person, place, report

HALLA = place("Halla", country="FIN", geonames=77, lat=61.0, lon=25.0, feature="PPL")
OKOTH, FOODS = person("Ben Okoth"), organisation("Pellworm Foods")


def told(named: Named, *others: Named) -> Profile:
    profile = profiles_of(report("a1", "2031-05-02", names=[named, *others]))[0]
    assert profile is not None
    return profile


AINO = told(person("Aino Tervo", country="FIN"), HALLA, OKOTH, FOODS)
EERO = told(person("Eero Tervo", country="FIN"), HALLA, OKOTH, FOODS)
TERVO = told(person("Tervo", country="FIN"), HALLA, OKOTH)


def test_nobody_known_means_somebody_new() -> None:
    assert resolve(AINO, []) == (None, 0.0, None, None)


def test_the_likeliest_is_chosen() -> None:
    choice = resolve(told(person("Aino Tervo", country="FIN")), [(1, EERO), (2, AINO)])
    assert (choice.identity, choice.open) == (2, None)


def test_a_stranger_is_new_and_not_open() -> None:
    choice = resolve(told(person("Aino Tervo", country="CAN")), [(2, AINO)])
    assert (choice.identity, choice.likeliest, choice.open) == (None, 2, None)


def test_a_surname_of_two_stays_open_and_says_why() -> None:
    choice = resolve(TERVO, [("aino", AINO), ("eero", EERO)])
    assert choice.identity is None
    assert choice.open == "“Tervo” may be Aino Tervo or Eero Tervo"


def test_a_surname_of_one_is_found() -> None:
    assert resolve(TERVO, [("aino", AINO)]).identity == "aino"


def test_a_surname_means_whoever_is_named_much_more() -> None:
    known = AINO
    for _ in range(40):
        known = joined(known, AINO)
    assert resolve(TERVO, [("aino", known), ("eero", EERO)]).identity == "aino"


def test_two_that_are_the_same_are_no_rivals() -> None:
    assert resolve(TERVO, [(1, AINO), (2, told(person("Aino Tervo", country="FIN"), HALLA, OKOTH))]).identity in (1, 2)


def test_a_whole_name_never_means_a_bare_one() -> None:
    assert resolve(AINO, [(1, TERVO)]).identity is None


def test_names_in_part_can_wait() -> None:
    assert resolve(TERVO, [(1, AINO)], parts=False).identity is None


def test_the_order_of_candidates_tells_nothing() -> None:
    known = [(1, AINO), (2, EERO), (3, TERVO)]
    assert len({resolve(TERVO, order) for order in permutations(known)}) == 1


def test_a_persons_word_wins() -> None:
    known = [(1, AINO), (2, EERO)]
    mine = told(person("Aino Tervo", country="FIN"))
    assert resolve(mine, known, {1: "different"}).identity is None
    assert resolve(mine, known, {2: "same"}) == (2, 1.0, 2, None)
    assert resolve(mine, known, {1: "unsure"}).identity == 1
