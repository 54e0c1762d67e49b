"""Counts against each other, counts that rose, and counts that only seem to differ."""

import pytest

from dateline.merging.disagreements.disagreeing import disagreements_of
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from merging.reported import Tolled, happening, part, report, telling_of, toll


def of(*parts: Part) -> list[Disagreement]:
    return list(disagreements_of(parts))


def told(article: str, *tolls: Tolled, at: str = "2024-05-03", outlet: str | None = None, **fields: object) -> Part:
    """A report whose lead tells of one blast with these counts."""
    known = {"lead": True, "triggers": ["blast"], **fields}
    return telling_of(article, at, outlet=outlet or f"The {article} Post", tolls=tolls, **known)


def test_two_named_speakers_who_count_differently_are_a_disagreement() -> None:
    ministry = told("a1", toll("killed", 9, said_by="Interior Ministry", words="nine dead"), outlet="Brek Post")
    hospital = told("a2", toll("killed", 12, said_by="fire service", words="Twelve people"), outlet="Lund Times")
    (found,) = of(ministry, hospital)
    assert (found.about, found.how, found.minor) == ("killed", "disagreement", False)
    assert [(side.value, side.said_by, side.words) for side in found.sides] == [
        ("9 killed", "Interior Ministry", "nine dead"),
        ("12 killed", "fire service", "Twelve people"),
    ]
    assert [side.facts for side in found.sides] == [("a1:t0",), ("a2:t0",)]
    assert found.message == (
        "9 killed, says Interior Ministry (Brek Post, 3 May 2024); "
        "12 killed, says fire service (Lund Times, 3 May 2024)"
    )


def test_a_figure_that_somebody_denies_is_a_denial() -> None:
    union = told("a1", toll("killed", 12, said_by="the union"), outlet="Brek Post")
    ministry = told("a2", toll("killed", 12, said_by="the ministry", status="denied", words="12 people"))
    (found,) = of(union, ministry)
    assert (found.about, found.how) == ("killed", "denial")
    assert [(side.value, side.said_by) for side in found.sides] == [
        ("12 killed", "the union"),
        ("denied", "the ministry"),
    ]


def test_denying_a_figure_that_nobody_gives_is_none() -> None:
    union = told("a1", toll("killed", 12, said_by="the union"))
    ministry = told("a2", toll("killed", 30, said_by="the ministry", status="denied"))
    assert of(union, ministry) == []


def test_one_report_that_gives_both_sides_is_enough() -> None:
    both = told("a1", toll("killed", 9, said_by="the army"), toll("killed", 20, said_by="Rebels"))
    (found,) = of(both)
    assert [(side.value, side.said_by, side.article) for side in found.sides] == [
        ("9 killed", "the army", "a1"),
        ("20 killed", "Rebels", "a1"),
    ]


def test_one_report_whose_own_words_give_two_counts_has_no_sides() -> None:
    assert of(told("a1", toll("killed", 9), toll("killed", 12))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (toll("killed", 9, said_by="police"), toll("killed", 9, said_by="rescuers")),
        (toll("killed", low=9, said_by="police"), toll("killed", 12, said_by="rescuers")),
        (toll("killed", low=24, high=99, said_by="police"), toll("killed", 40, said_by="rescuers")),
        (toll("killed", 23, said_by="police"), toll("killed", 7, part=True, said_by="rescuers")),
        (toll("killed", 4, group="soldiers", said_by="police"), toll("killed", 9, group="farmers", said_by="rescuers")),
        (toll("killed", 12, said_by="police"), toll("wounded", 9, said_by="rescuers")),
        (toll("killed", 12, said_by="police"), toll("killed", 5, status="denied", said_by="rescuers")),
        (toll("killed", 12, said_by="police"), toll("killed", 1, words="a teacher", said_by="rescuers")),
        (toll("killed", 3, said_by="police"), toll("killed", 90, said_by="rescuers")),
        (toll("wounded", 51, said_by="police"), toll("wounded", 20, said_by="St Olaf's Hospital")),
        (toll("killed", 6644, said_by="police"), toll("killed", 9000, said_by="rescuers")),
        (toll("unharmed", 5, said_by="police"), toll("unharmed", 8, said_by="rescuers")),
    ],
    ids=[
        "alike", "at least", "dozens", "a part", "two groups", "two effects", "denied", "one by what he was",
        "ten times as many", "a hospital's own", "of a war", "nobody hurt",
    ],
)  # fmt: skip
def test_counts_that_only_seem_to_differ(one: Tolled, other: Tolled) -> None:
    assert of(told("a1", one), told("a2", other)) == []


def test_a_hospital_that_counts_more_than_the_police_disagrees() -> None:
    police, hospital = toll("killed", 9, said_by="police"), toll("killed", 14, said_by="the hospital")
    (found,) = of(told("a1", police), told("a2", hospital))
    assert [side.value for side in found.sides] == ["9 killed", "14 killed"]


def test_a_count_of_one_stands_only_where_it_is_counted() -> None:
    counted = toll("killed", 1, words="One person", said_by="police")
    (found,) = of(told("a1", counted), told("a2", toll("killed", 2, said_by="rescuers")))
    assert [side.value for side in found.sides] == ["1 killed", "2 killed"]


def test_reports_of_one_day_without_hours_and_speakers_may_follow_each_other() -> None:
    assert of(told("a1", toll("killed", 9)), told("a2", toll("killed", 12))) == []


def test_a_lower_count_that_comes_later_is_a_disagreement() -> None:
    first = [told(name, toll("killed", 12)) for name in ("a1", "a2", "a3")]
    later = told("b1", toll("killed", 9, said_by="police"), at="2024-05-04")
    (found,) = of(*first, later)
    assert [(side.value, side.articles) for side in found.sides] == [
        ("12 killed", ("a1", "a2", "a3")),
        ("9 killed", ("b1",)),
    ]


def test_reports_weeks_apart_and_reports_without_a_date_do_not_disagree() -> None:
    nine, twelve = toll("killed", 12, said_by="police"), toll("killed", 9, said_by="rescuers")
    assert of(told("a1", nine), told("a2", twelve, at="2024-07-03")) == []
    undated = [telling_of(name, None, lead=True, tolls=[count]) for name, count in (("a1", nine), ("a2", twelve))]
    assert of(*undated) == []


def test_background_that_is_told_in_passing_makes_no_side() -> None:
    passing = told("a2", toll("killed", 12, said_by="rescuers"), lead=False)
    assert of(told("a1", toll("killed", 9, said_by="police")), passing) == []


def test_a_copy_is_no_side() -> None:
    copied = telling_of("a2", "2024-05-03", lead=True, tolls=[toll("killed", 12, said_by="rescuers")], copy_of="a1")
    assert of(told("a1", toll("killed", 9, said_by="police")), copied) == []


def test_a_count_of_several_in_one_report_may_be_of_one_town_only() -> None:
    towns = report(
        "a2",
        "2024-05-03",
        "Sund Daily",
        happenings=[
            happening("ASSAULT", lead=True, tolls=[toll("killed", 8, said_by="soldiers")]),
            happening("ASSAULT", tolls=[toll("killed", low=6, best=6, said_by="doctors")]),
        ],
    )
    assert of(told("a1", toll("killed", 21)), part(towns)) == []


def test_no_casualties_against_some_needs_one_deed() -> None:
    nobody = told("a1", toll("wounded", 0, said_by="workers", words="no casualties"))
    some = toll("wounded", 3, said_by="a shopkeeper")
    assert [found.about for found in of(nobody, told("a2", some))] == ["wounded"]
    assert of(nobody, told("a2", some, triggers=["raid"])) == []


def test_a_toll_that_rises_is_one_update_with_its_steps() -> None:
    steps = [("a1", 5, "2024-05-03T08:00Z"), ("a2", 7, "2024-05-03T10:00Z"), ("a3", 9, "2024-05-03T15:00Z")]
    (found,) = of(*(told(name, toll("killed", count), at=at) for name, count, at in steps))
    assert (found.about, found.how) == ("killed", "update")
    assert [side.value for side in found.sides] == ["5 killed", "7 killed", "9 killed"]
    assert found.message.startswith("The count of killed rose: 5 killed (The a1 Post, 3 May 2024); 7 killed")


def test_a_source_that_takes_its_count_back_is_an_update_that_says_so() -> None:
    first = told("a1", toll("killed", 12), at="2024-05-03T08:00Z", outlet="Brek Post")
    later = told("a2", toll("killed", 10), at="2024-05-03T15:00Z", outlet="Brek Post")
    (found,) = of(first, later)
    assert found.how == "update"
    assert found.message.startswith("The count of killed was brought down: 12 killed")


def test_the_missing_grow_fewer() -> None:
    first = told("a1", toll("missing", 30), at="2024-05-03T08:00Z")
    later = told("a2", toll("missing", 11), at="2024-05-04T08:00Z")
    (found,) = of(first, later)
    assert (found.how, [side.value for side in found.sides]) == ("update", ["30 missing", "11 missing"])


def test_open_and_rough_counts_are_told_as_they_are() -> None:
    rough = told("a1", toll("killed", 20, low=18, high=22, said_by="police"))
    open_ended = told("a2", toll("killed", 31, low=31, said_by="rescuers"))
    most = told("a3", toll("killed", 12, low=0, high=12, said_by="the army"))
    found = of(rough, open_ended, most)
    values = {side.value for each in found for side in each.sides}
    assert values <= {"about 20 killed", "at least 31 killed", "up to 12 killed"}
    assert len(values) > 1
