"""Two words of names and by what rule they are one; which word goes with which; scores on their way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.names import Likeness
from dateline.names.bodies import body
from dateline.names.organisations import compare_bodies
from dateline.names.pairing import join, paired, whole
from dateline.names.people import compare_people
from dateline.names.persons import person
from dateline.names.verdict import CONTRADICTED, Verdict
from dateline.names.words import ENOUGH, Tie, Word, is_given, tie


def word(text: str) -> Word:
    (found,) = person(text).words
    return found


def names(text: str) -> tuple[Word, ...]:
    return person(text).names


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("Torvik", "Torvik", "same"),
        ("Torvik", "TORVIK", "same"),
        ("Holm", "Hólm", "same"),
        ("陳", "陈", "same"),
        ("Vetrov", "Wetrow", "romanisation"),
        ("Юрий", "Yuri", "romanisation"),
        ("Katherine", "Catherine", "romanisation"),
        ("Ana", "Anna", "romanisation"),
        ("Smith", "Smyth", "romanisation"),
        ("نبيل", "Nabil", "no vowels"),
        ("كريم", "Karim", "no vowels"),
        ("Robert", "Bob", "short form"),
        ("Peter", "Pedro", "kin"),
        ("Vetrov", "Vetrova", "feminine"),
        ("Abdulkarim", "Karim", "servant"),
        ("Altorviki", "Torviki", "ending"),
        ("Rahmon", "Rahmonov", "ending"),
        ("Penrose", "Pemrose", "slip"),
        ("Penrose", "Penrsoe", "slip"),
        ("Penrose", "Penroe", "slip"),
    ],
)
def test_words_that_are_one(a: str, b: str, rule: str) -> None:
    found = tie(word(a), word(b))
    assert found.rule == rule and found.likeness >= ENOUGH
    assert bool(found.reason) == (rule != "same")
    assert tie(word(b), word(a)).likeness == found.likeness


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Torvik", "Ashby"),
        ("Möller", "Müller"),
        ("John", "Joan"),
        ("Maria", "Mario"),
        ("Rosa", "Rose"),
        ("Hassan", "Hussein"),
        ("林", "王"),
        ("نبيل", "Karim"),
        ("Ek", "Ik"),
        ("Brandt", "Brandenburg"),
        ("Kim", "Lim"),
    ],
)
def test_words_that_are_two(a: str, b: str) -> None:
    found = tie(word(a), word(b))
    assert found.likeness < ENOUGH and found.rule == "differ" and found.reason
    assert tie(word(b), word(a)).likeness == found.likeness


def test_a_slip_counts_its_letters_and_weighs_less_in_short_words() -> None:
    long, short, two = (tie(word(a), word(b)) for a, b in SLIPS)
    assert (long.letters, short.letters, two.letters) == (1, 1, 2)
    assert long.likeness > short.likeness and long.likeness > two.likeness >= ENOUGH


SLIPS = [("Lindenbaum", "Lindenbuam"), ("Bergo", "Borgo"), ("Lindenbaum", "Lindembuam")]


@given(st.text(max_size=20), st.text(max_size=20))
@settings(deadline=None)
def test_any_two_words_have_a_tie(a: str, b: str) -> None:
    for one in person(a).words:
        assert tie(one, one).likeness == 1.0
        for other in person(b).words:
            found = tie(one, other)
            assert 0.0 <= found.likeness <= 1.0
            assert found.rule in ("same", "romanisation") or found.reason
            assert found.likeness == tie(other, one).likeness


@pytest.mark.parametrize(("text", "given_name"), [("maria", True), ("bob", True), ("torvik", False), ("m", False)])
def test_given_names_are_known(text: str, given_name: bool) -> None:
    assert is_given(text) is given_name


@pytest.mark.parametrize(
    ("a", "b", "pairs", "left", "right"),
    [
        ("Greta Holm", "Greta Holm", [(0, 0), (1, 1)], [], []),
        ("Greta Holm", "Holm Greta", [(0, 1), (1, 0)], [], []),
        ("Greta Maria Holm", "Greta Holm", [(0, 0), (2, 1)], [1], []),
        ("Greta Holm", "Olav Brandt", [], [0, 1], [0, 1]),
        ("Holm Holm", "Holm", [(0, 0)], [1], []),
        ("Greta Holm", "", [], [0, 1], []),
    ],
)
def test_which_word_is_which(a: str, b: str, pairs: list[tuple[int, int]], left: list[int], right: list[int]) -> None:
    found = paired(names(a), names(b))
    assert [(i, j) for i, j, _ in found.ties] == pairs
    assert (found.left, found.right, found.joined) == (left, right, [])


@pytest.mark.parametrize(
    ("a", "b", "joined"),
    [
        ("Jan Daniel Holm", "Jandaniel Holm", True),
        ("Jandaniel Holm", "Jan Daniel Holm", True),
        ("Nova Torvik", "Novatorwik", True),
        ("Jan Daniel Holm", "Jan Holm", False),
        ("Jan Daniel Holm", "Johan Holm", False),
        ("Jan Daniel Holm", "Danieljan Holm", False),
    ],
)
def test_words_that_make_up_one(a: str, b: str, joined: bool) -> None:
    found = paired(names(a), names(b))
    join(found, names(a), names(b))
    assert bool(found.joined) is joined
    assert (not found.left and not found.right) is joined


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("holm", "holm", True),
        ("", "", False),
        ("holm", "holn", False),
        ("vanderholm", "vanderhulm", True),
        ("vetrovsky", "wetrovski", True),
        ("ashdown", "ashdwn", False),
        ("brandt", "brandtson", False),
        ("gretaholm", "gretabrandt", False),
    ],
)
def test_names_without_their_spaces(a: str, b: str, one: bool) -> None:
    assert whole(a, b) is whole(b, a) is one


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Greta Holm", "Holm Greta", "another order"),
        ("Greta Maria Holm", "Greta Holm", "only one of the two has “Maria”"),
        ("G. Holm", "Greta Holm", "“G.” may stand for “Greta”"),
        ("G. Holm", "Olav Holm", "does not stand for"),
        ("King Torvik", "Queen Torvik", "of different sexes"),
        ("Robert Holm Jr.", "Robert Holm Sr.", "different generations"),
        ("Robert Holm Jr.", "Robert Holm", "only one of the two has “jr”"),
        ("Olav V", "Olav X", "different generations"),
        ("Salem bin Karim", "Karim bin Salem", "is the child of"),
        ("Greta Holm", "Olav Brandt", "no name of the one is like a name of the other"),
        ("Greta Holm", "", "no letters to compare"),
        ("Jan van den Holm", "Jan Vandenholm", "grown together"),
    ],
)
def test_why_people_are_one_name_or_two(a: str, b: str, reason: str) -> None:
    found = compare_people(person(a), person(b))
    assert any(reason in told for told in found.reasons), found.reasons


@pytest.mark.parametrize(
    ("a", "b", "higher"),
    [
        ("Torvik Ltd.", "Torvik Inc.", ("Torvik Ltd.", "Torvik Co.")),
        ("Torvik Fund", "Torvik Fund 4", ("Torvik Fund 4", "Torvik Fund IV")),
        ("Torvik Shipping", "Torvik Mining", ("Torvik Shipping", "Torvik")),
        ("Torvik Bank", "Holm Bank", ("Torvik Bank", "Bank of Torvik")),
    ],
)
def test_bodies_that_are_liker(a: str, b: str, higher: tuple[str, str]) -> None:
    low = compare_bodies(body(a), body(b))
    assert low.score < compare_bodies(body(higher[0]), body(higher[1])).score
    assert low.reasons


@pytest.mark.parametrize("text", ["33", "Brigade", "The", "3M", "Fifty"])
def test_a_body_is_itself_whatever_is_left_of_it(text: str) -> None:
    assert compare_bodies(body(text), body(text)).score >= 0.9


def test_bodies_of_numbers_alone_need_the_same_numbers() -> None:
    assert compare_bodies(body("33 44"), body("33 45")).score < 0.5


def test_a_verdict_only_falls() -> None:
    verdict = Verdict(0.9, [])
    verdict.at_most(0.95, "a little")
    assert verdict.score == 0.9
    verdict.at_most(CONTRADICTED, "much")
    assert verdict.score == CONTRADICTED
    verdict.less(0.5, "more")
    assert verdict.score == CONTRADICTED / 2
    assert verdict.reasons == ["a little", "much", "more"]


@pytest.mark.parametrize(("score", "same"), [(0.0, False), (0.49, False), (0.5, True), (1.0, True)])
def test_the_line_between_two_names_and_one(score: float, same: bool) -> None:
    assert Likeness(score, ("told",), "person").same is same


def test_contradicted_names_stay_below_the_line() -> None:
    assert not Likeness(CONTRADICTED, ("told",), "person").same
    assert Tie(1.0, "same").letters == 0
