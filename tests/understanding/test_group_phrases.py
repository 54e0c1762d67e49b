"""The words of a group's phrase: where it begins, how many it tells of, whose it is; and what is no group."""

import pytest

from conftest import article_of
from dateline.annotated import Annotation
from dateline.annotation.annotate import annotate
from dateline.understanding.identity.groups.found import Group, groups


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)]))


def found(text: str) -> list[Group]:
    return list(groups(parsed(text)))


def phrases(text: str) -> list[str]:
    annotation = parsed(text)
    tokens = annotation.tokens
    return [text[tokens[group.first].start : tokens[group.head].end] for group in groups(annotation)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels left Lund.", ["The rebels"]),
        ("Nine police officers were hurt.", ["Nine police officers"]),
        ("Up to 400 soldiers were sent.", ["Up to 400 soldiers"]),
        ("At least two children were hurt.", ["At least two children"]),
        ("Nearly 1,000 refugees crossed the river.", ["Nearly 1,000 refugees"]),
        ("Dozens of students marched.", ["Dozens of students"]),
        ("Hundreds of thousands of workers went home.", ["Hundreds of thousands of workers"]),
        ("A crowd of farmers blocked the road.", ["A crowd of farmers"]),
        ("A small group of armed men took the mill.", ["A small group of armed men"]),
        ("Residents of Berg went home.", ["Residents"]),
        ("All the hostages were freed.", ["All the hostages"]),
        ("Both soldiers were hurt.", ["Both soldiers"]),
        ("The heavily armed rebels left.", ["The heavily armed rebels"]),
        ("The old and hungry miners left.", ["The old and hungry miners"]),
        ("Anti-government protesters marched.", ["Anti-government protesters"]),
        ("Norwegian and Swedish soldiers left.", ["Norwegian and Swedish soldiers"]),
        ("Peru's beleaguered government resigned.", ["Peru's beleaguered government"]),
        ("They met the mayor's supporters.", ["the mayor's supporters"]),
        ("Soldiers and police closed the road.", ["Soldiers", "police"]),
        ("Police, soldiers and firemen came.", ["Police", "soldiers"]),
        ("Two Norwegians and three Swedes were hurt.", ["Two Norwegians", "three Swedes"]),
        ("The Rohingya fled Myanmar.", ["The Rohingya"]),
        ("The Kurds and the Arabs met.", ["The Kurds", "the Arabs"]),
        ("Five of the gunmen fled.", ["the gunmen"]),
        ("An armed group headed by Anders Holm fled.", ["An armed group"]),
        ("The visiting fans sang.", ["The visiting fans"]),
        ("The ship's pilots and 40 passengers were saved.", ["The ship's pilots", "40 passengers"]),
        ("Men wearing helmets took the mill.", ["Men"]),
        ("Seven women were hurt.", ["Seven women"]),
        ("Customs seized the ship.", ["Customs"]),
        ("The blast killed 168 people.", ["168 people"]),
        ("People fleeing the flood slept in schools.", ["People", "schools"]),
        ("Buses took the wounded to Lund.", ["the wounded"]),
        ("Both teams lost.", ["Both teams"]),
    ],
)
def test_from_its_determiner_to_its_head(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The police station burned.",
        "Officer training begins in May.",
        "People power won.",
        "It was Armed Forces Day.",
        "The rebel-held town burned.",
        "She wore an army-green coat.",
        "They read of it on social media.",
        "The third parties agreed.",
        "Two jet fighters landed.",
        "The parties agreed.",
        "Her mother slept.",
        "The party went on all night.",
        "The Women's Cup begins in May.",
        "Both were members.",
        "Members of the National Water Council met.",
        "The number rose.",
        "A group of songs won.",
        "The offices were closed.",
        "The soldier song won.",
        "Government buildings burned.",
        "The wounded man slept.",
        "No soldiers left.",
        "They defend their customs and their faith.",
        "She used all her intelligence.",
    ],
)
def test_no_group(text: str) -> None:
    assert phrases(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nine soldiers left.", 9),
        ("Over 900 soldiers left.", 900),
        ("The two soldiers left.", 2),
        ("Dozens of soldiers left.", None),
        ("Soldiers left.", None),
        ("A gunman left.", None),
    ],
)
def test_how_many(text: str, number: int | None) -> None:
    (group,) = found(text)
    assert group.number == number


@pytest.mark.parametrize(
    ("text", "fresh"),
    [
        ("Nine soldiers left.", True),
        ("The nine soldiers left.", False),
        ("Other soldiers left.", True),
        ("The other soldiers left.", True),
        ("Another gunman left.", True),
        ("Dozens of soldiers left.", True),
        ("The soldiers left.", False),
        ("Soldiers left.", False),
    ],
)
def test_a_group_that_was_not_spoken_of_before(text: str, fresh: bool) -> None:
    (group,) = found(text)
    assert group.fresh == fresh


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("The soldiers left.", True),
        ("The gunman left.", False),
        ("Police left.", True),
        ("The appeals court refused.", True),
        ("The Arabs left.", True),
        ("An armed group left.", True),
    ],
)
def test_one_person_is_no_crowd(text: str, several: bool) -> None:
    assert [group.several for group in found(text)] == [several]


@pytest.mark.parametrize(
    ("text", "country", "owned"),
    [
        ("The government of Peru refused.", "PER", True),
        ("The Peruvian government refused.", "PER", False),
        ("The government refused.", None, False),
        ("Foreign troops left.", None, True),
        ("The Lundish government refused.", None, True),
        ("The armies of Peru, Chile and Bolivia met.", None, True),
    ],
)
def test_whose_it_is(text: str, country: str | None, owned: bool) -> None:
    (group,) = found(text)
    assert (group.country, group.owned) == (country, owned)
