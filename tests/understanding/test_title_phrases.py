"""Titles in sentences: short forms, stacks, pairs, owners, asides, posts to come; and what is no title."""

import pytest

from conftest import article_of
from dateline.annotated import Annotation, NameMention
from dateline.annotation.annotate import annotate
from dateline.understanding.identity.titles import Title, title_ending, titles_before, titles_behind


def first_person(text: str) -> tuple[Annotation, NameMention]:
    annotation = next(annotate([article_of(text)]))
    return annotation, next(name for name in annotation.names if name.label == "person")


def before(text: str) -> list[Title]:
    annotation, name = first_person(text)
    return list(titles_before(annotation, name.titles)) if name.titles else []


def behind(text: str) -> list[Title]:
    return list(titles_behind(*first_person(text)))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Gov. Ana Lund left.", ["Gov."]),
        ("Lt. Gov. Ana Lund left.", ["Lt. Gov."]),
        ("Rep. Ana Lund left.", ["Rep."]),
        ("State Sen. Ana Lund left.", ["State Sen."]),
        ("Capt. Ana Lund left.", ["Capt."]),
        ("Lt. Gen. Ana Lund left.", ["Lt. Gen."]),
        ("Sgt. Maj. Ana Lund left.", ["Sgt. Maj."]),
        ("Staff Sgt. Ana Lund left.", ["Staff Sgt."]),
        ("Lt. Cmdr. Ana Lund left.", ["Lt. Cmdr."]),
        ("Rev. Ana Lund left.", ["Rev."]),
        ("Msgr. Pedro Rojas left.", ["Msgr."]),
        ("Supt. Ana Lund left.", ["Supt."]),
        ("Attorney General Ana Lund left.", ["Attorney General"]),
        ("Director General Ana Lund left.", ["Director General"]),
        ("Secretary-General Ana Lund left.", ["Secretary-General"]),
        ("Commander-in-Chief Ana Lund left.", ["Commander-in-Chief"]),
        ("Vice-Chancellor Ana Lund left.", ["Vice-Chancellor"]),
        ("Undersecretary Ana Lund left.", ["Undersecretary"]),
        ("Archbishop Pedro Rojas left.", ["Archbishop"]),
        ("Grand Mufti Pedro Rojas left.", ["Grand Mufti"]),
        ("midfielder Pedro Rojas left.", ["midfielder"]),
        ("Detective Sergeant Ana Lund left.", ["Detective Sergeant"]),
        ("Chief executive Ana Lund left.", ["Chief executive"]),
        ("chairman and chief executive Ana Lund left.", ["chief executive", "chairman"]),
        ("rebel leader Gen. Pedro Rojas left.", ["Gen.", "rebel leader"]),
        ("the actress and activist Ana Lund left.", ["activist", "actress"]),
        ("The mayor and governor Ana Lund left.", ["governor"]),
        ("Rail engineer Mr. Rojas left.", ["Rail engineer"]),
    ],
)
def test_before_a_name(text: str, titles: list[str]) -> None:
    assert [title.text for title in before(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Ana Lund, 45, a farmer, left.", ["farmer"]),
        ("Ana Lund, a farmer and former mayor of Bergen, left.", ["farmer", "mayor"]),
        ("Ana Lund (D-Ohio), a former judge, left.", ["judge"]),
        ("Ana Lund, a senior fellow at Acme Institute, left.", ["senior fellow"]),
        ("Ana Lund, the president's spokeswoman, left.", ["spokeswoman"]),
        ("Ana Lund, Norway's first female bishop, left.", ["bishop"]),
        ("Ana Lund, an outspoken 44-year-old lawyer, left.", ["lawyer"]),
        ("Ana Lund, the minister responsible for ports, left.", ["minister"]),
        ("Ana Lund, secretary of state, left.", ["secretary of state"]),
        ("Ana Lund, chief of staff to the governor, left.", ["chief of staff"]),
        ("Ana Lund, director of the City Museum, and chairman of the Arts Council, left.", ["director", "chairman"]),
        ("Pedro Rojas, a police badge in hand, left.", []),
        ("Ana Lund, the minister's brother, left.", []),
        ("Ana Lund, the official said, left.", []),
        ("Ana Lund, appointed chief judge in 2014, left.", []),
        ("Ana Lund, tired of the mayor, left.", []),
        ("Ana Lund, Mayor Pedro Rojas and others left.", []),
        ("Ana Lund, whose father was king, left.", []),
        ("Ana Lund left the mayor, a farmer.", []),
    ],
)
def test_behind_a_name(text: str, titles: list[str]) -> None:
    assert [title.text for title in behind(text)] == titles


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("President-elect Ana Lund left.", "future"),
        ("Ambassador-designate Ana Lund left.", "future"),
        ("Nominated ambassador Ana Lund left.", "future"),
        ("Murdered mayor Ana Lund was buried.", "former"),
        ("Slain mayor Ana Lund was buried.", "former"),
        ("then-mayor Ana Lund left.", "former"),
        ("Then President Ana Lund left.", "current"),
        ("Once more retired Col. Ana Lund left.", "former"),
    ],
)
def test_when_it_is_held(text: str, state: str) -> None:
    assert before(text)[0].state == state


def test_former_counts_for_both_of_two_titles() -> None:
    assert [title.state for title in behind("Ana Lund, a former mayor and judge, left.")] == ["former", "former"]
    assert [title.state for title in behind("Ana Lund, a former mayor and a judge, left.")] == ["former", "current"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("US President Ana Lund left.", "USA"),
        ("Norway's new water minister Ana Lund left.", "NOR"),
        ("Ana Lund, ambassador to Norway, left.", None),
        ("Ana Lund, Norway's ambassador to Chile, left.", "NOR"),
        ("Ana Lund, president of Norway, left.", "NOR"),
    ],
)
def test_whose_it_is(text: str, country: str | None) -> None:
    assert [*before(text), *behind(text)][0].country == country


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("A major fire broke out.", "major"),
        ("The general public stayed.", "general"),
        ("A private school closed.", "private"),
        ("She is an art major.", "major"),
    ],
)
def test_an_adjective_is_no_rank(text: str, head: str) -> None:
    annotation = next(annotate([article_of(text)]))
    token = next(token for token in annotation.tokens if token.text == head)
    assert title_ending(annotation, token) is None


def test_the_captain_of_a_team_has_no_rank() -> None:
    assert not before("team captain Pedro Rojas left.")[0].rank
    assert before("Captain Pedro Rojas left.")[0].rank


def test_the_name_of_a_body_is_no_part_of_the_title() -> None:
    assert [title.text for title in before("Green Party presidential candidate Ana Lund left.")] == [
        "presidential candidate"
    ]
