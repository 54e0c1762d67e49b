"""Who is one and who is another; posts in words."""

import pytest

from dateline.desk.asking.people.posts import Post, posts_of
from dateline.desk.asking.who.namesakes import Bearers, Met, may_be_several, told_apart


def names(*met: tuple[str, str | None, int]) -> list[tuple[tuple[str, ...], tuple[str, ...], int]]:
    found = told_apart([Met(name, country, None, many) for name, country, many in met], "person")
    return sorted((each.names, each.countries, each.facts) for each in found)


def test_an_initial_is_no_other_name() -> None:
    assert names(("Olle Brek", None, 5), ("Olle J. Brek", None, 2)) == [(("Olle Brek", "Olle J. Brek"), (), 7)]


def test_two_initials_are_two_people() -> None:
    found = names(("Olle Brek", None, 5), ("Olle J. Brek", None, 2), ("Olle K. Brek", None, 1))
    assert found == [(("Olle Brek", "Olle J. Brek"), (), 7), (("Olle K. Brek",), (), 1)]


def test_dots_and_capitals_make_no_spelling() -> None:
    assert len(names(("Olle J. Brek", None, 5), ("Olle J Brek", None, 1), ("OLLE J. BREK", None, 1))) == 1


def test_other_names_are_others() -> None:
    assert (
        len(names(("Petra Putin", None, 1), ("Petra Biden", None, 1), ("Brek", None, 1), ("Olle Brek", None, 1))) == 4
    )


def test_one_country_takes_in_who_has_none() -> None:
    assert names(("Ana Lund", "SWE", 1), ("Ana Lund", None, 9)) == [(("Ana Lund",), ("SWE",), 10)]


def test_bodies_of_several_countries_contradict_nobody() -> None:
    assert names(("Ana Lund", "SWE", 3), ("Ana Lund", "UNO", 1)) == [(("Ana Lund",), ("SWE", "UNO"), 4)]


def test_two_countries_are_two_people_and_the_rest_goes_to_the_one_by_far() -> None:
    found = names(("Ana Lund", "SWE", 8), ("Ana Lund", "DNK", 1), ("Ana Lund", None, 4))
    assert found == [(("Ana Lund",), ("DNK",), 1), (("Ana Lund",), ("SWE",), 12)]


def test_the_rest_stays_apart_where_no_country_leads() -> None:
    found = names(("Ana Lund", "SWE", 2), ("Ana Lund", "DNK", 2), ("Ana Lund", None, 4))
    assert found == [(("Ana Lund",), (), 4), (("Ana Lund",), ("DNK",), 2), (("Ana Lund",), ("SWE",), 2)]


@pytest.mark.parametrize(
    ("name", "country", "sector", "facts", "several"),
    [
        ("Ivo", None, None, 2, True),
        ("Ivo", None, None, 1, False),
        ("Ivo", "SWE", None, 2, True),
        ("Ivo", "SWE", "GOV", 2, False),
        ("Ivo Brek", None, None, 9, False),
    ],
)
def test_who_may_be_several(name: str, country: str | None, sector: str | None, facts: int, several: bool) -> None:
    one = Bearers((Met(name, country, sector, facts),))
    assert may_be_several(one, "person") is several
    assert not may_be_several(one, "organisation")


def post(title: str, body: str | None = None, state: str = "current", many: int = 1, acting: int = 0) -> Post:
    return Post(title, body, state, acting, 0, many)


def test_current_posts_come_first_the_most_told_of_each() -> None:
    told = [
        post("mayor", state="former", many=9),
        post("judge"),
        post("minister", many=3),
        post("envoy", state="future"),
    ]
    assert posts_of(told) == ("minister", "judge", "envoy (future)", "mayor (former)")


def test_one_post_is_given_once_in_the_state_of_most_tellings() -> None:
    told = [post("Mayor", many=2), post("mayor", state="former", many=4), post("mayor", "Town of Lund")]
    assert posts_of(told) == ("mayor, Town of Lund (former)",)


def test_dots_and_lines_make_no_other_post() -> None:
    assert posts_of([post("Gen."), post("gen", many=2)]) == ("gen",)
    assert posts_of([post("chief\nof staff", acting=1)]) == ("chief of staff (acting)",)


def test_only_some_posts_are_shown() -> None:
    assert len(posts_of([post(f"title {letter}") for letter in "abcdefgh"])) == 4
    assert posts_of([]) == ()
