"""Counts of one event: which stand, which a later one replaced, and which stand against each other."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merging.parts import Part
from dateline.merging.tolling import Tally, tallies_of
from merging.reported import Tolled, organisation, person, telling_of, toll

DAY = [f"2031-05-{day:02}" for day in range(1, 29)]


def told(article: str, published: str | None, *tolls: Tolled, **fields: Any) -> Part:
    return telling_of(article, published, tolls=tolls, outlet=fields.pop("outlet", f"The {article} Post"), **fields)


def tally(*parts: Part, effect: str = "killed") -> Tally:
    return tallies_of(parts)[effect]


def points(claims: Iterable[Any]) -> list[int]:
    return [claim.point for claim in claims]


def outdated(of: Tally) -> list[tuple[int, int, bool]]:
    return [(old.claim.point, old.by.point, old.corrected) for old in of.outdated]


def why(of: Tally) -> list[tuple[int, str]]:
    return [(claim.point, reason) for claim, reason in of.aside]


def test_a_rising_toll_is_no_disagreement() -> None:
    found = tally(*(told(f"a{n}", DAY[n], toll("killed", count)) for n, count in enumerate((9, 9, 12, 15))))
    assert (found.value, points(found.agreeing), found.against) == (15, [15], ())
    assert outdated(found) == [(9, 15, False), (9, 15, False), (12, 15, False)]


def test_the_missing_grow_fewer() -> None:
    found = tally(told("a", DAY[0], toll("missing", 40)), told("b", DAY[1], toll("missing", 7)), effect="missing")
    assert (found.value, found.against, outdated(found)) == (7, (), [(40, 7, False)])


def test_a_lower_count_of_another_source_later_stands_against() -> None:
    found = tally(told("a", DAY[0], toll("killed", 12)), told("b", DAY[1], toll("killed", 9)))
    assert (found.value, points(found.against), found.outdated) == (9, [12], ())


def test_counts_of_one_day_stand_against_each_other() -> None:
    found = tally(told("a", DAY[0], toll("killed", 12)), told("b", DAY[0], toll("killed", 9)))
    assert (found.value, points(found.against)) == (9, [12])


def test_hours_tell_what_came_first_where_all_of_the_day_have_them() -> None:
    hours = (
        told("a", f"{DAY[0]}T08:00:00Z", toll("killed", 9)),
        told("b", f"{DAY[0]}T15:00:00+02:00", toll("killed", 12)),
    )
    assert outdated(tally(*hours)) == [(9, 12, False)]
    assert points(tally(*hours, told("c", DAY[0], toll("killed", 12))).against) == [9]


def test_an_outlet_replaces_its_own_count_also_by_a_lower_one() -> None:
    found = tally(
        told("a", DAY[0], toll("killed", 12), outlet="The Lund Post"),
        told("b", DAY[1], toll("killed", 9), outlet="The Lund Post"),
    )
    assert (found.value, found.against, outdated(found)) == (9, (), [(12, 9, True)])


def test_a_speaker_by_name_replaces_a_count_given_to_another_outlet() -> None:
    ministry = organisation("Ministry of Health", sector="GOV")
    said = {"said_by": "the Ministry of Health"}
    found = tally(
        told("a", DAY[0], toll("killed", 12, **said), actors=[organisation("Ministry of Health", sector="GOV")]),
        told("b", DAY[1], toll("killed", 9, said_by="Ministry of Health"), actors=[ministry]),
    )
    assert outdated(found) == [(12, 9, True)]


def test_a_count_that_stood_beside_another_one_is_not_outdated_by_it() -> None:
    first = told("a", DAY[0], toll("killed", 9, said_by="the ministry"), toll("killed", 20, said_by="rebels"))
    found = tally(first, told("b", DAY[1], toll("killed", 20)))
    assert (found.value, points(found.against)) == (20, [9])


def test_both_speakers_of_one_report_are_kept() -> None:
    found = tally(told("a", DAY[0], toll("killed", 9, said_by="the ministry"), toll("killed", 20, said_by="rebels")))
    assert sorted(points(found.current)) == [9, 20]


def test_an_odd_leap_of_one_source_is_no_rise() -> None:
    found = tally(*(told(f"a{n}", DAY[0], toll("killed", 9)) for n in range(4)), told("z", DAY[1], toll("killed", 90)))
    assert (found.value, points(found.against)) == (9, [90])


def test_open_counts_leave_room_for_exact_ones() -> None:
    found = tally(
        *(told(f"a{n}", DAY[n], toll("killed", low=7)) for n in range(3)), told("z", DAY[0], toll("killed", 9))
    )
    assert (found.value, found.against) == (9, ())


def test_rounded_counts_agree_with_what_lies_in_them() -> None:
    round_ones = [told(f"a{n}", DAY[0], toll("displaced", 420, low=378, high=462)) for n in range(2)]
    found = tally(*round_ones, told("b", DAY[0], toll("displaced", 431)), effect="displaced")
    assert (found.value, points(found.agreeing), found.against) == (431, [420, 420, 431], ())


def test_several_is_less_than_a_figure() -> None:
    found = tally(
        told("a", DAY[0], toll("wounded", low=3, high=9)),
        told("b", DAY[0], toll("wounded", 30)),
        told("c", DAY[0], toll("wounded", low=24, high=99)),
        effect="wounded",
    )
    assert (found.value, points(found.agreeing), points(found.against)) == (30, [30, 24], [3])


def test_what_is_not_the_total_is_put_aside_and_says_why() -> None:
    found = tally(
        told(
            "a", DAY[1], toll("killed", 23, group="people"), toll("killed", 7, group="police", part=True),
            toll("killed", 50, status="denied"), toll("killed", 99, status="possible"), toll("killed", 4),
            toll("killed", 500, earliest="2031-01-01", latest=DAY[1]), toll("killed", 3, latest="2030-12-31"),
            day=DAY[0],
        )
    )  # fmt: skip
    assert points(found.current) == [23]
    assert sorted(why(found)) == [
        (3, "other time"), (4, "less complete"), (7, "part"), (50, "not asserted"), (99, "not asserted"),
        (500, "other time"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("own", "kept"),
    [
        ({"earliest": DAY[3], "latest": DAY[3]}, True),
        ({"earliest": DAY[2], "latest": DAY[4]}, True),
        ({"earliest": "2029-05-01", "latest": "2029-05-02"}, False),
        ({"earliest": "2031-01-01", "latest": "2031-05-20"}, False),
        ({"latest": DAY[3]}, False),
    ],
)
def test_a_count_has_the_time_of_its_event(own: dict[str, str], kept: bool) -> None:
    found = tallies_of([told("a", DAY[3], toll("killed", 9, **own), day=DAY[3])])
    assert bool(found) is kept


def test_people_of_a_kind_are_part_of_a_higher_count_elsewhere() -> None:
    found = tally(
        told("a", DAY[0], toll("killed", 23, group="people")),
        told("b", DAY[1], toll("killed", 7, group="police officers")),
        told("c", DAY[1], toll("killed", 1, group="Ada Holm")),
    )
    assert (points(found.current), why(found)) == ([23], [(7, "part"), (1, "part")])


def test_a_hospital_counts_its_own_patients() -> None:
    hospital = organisation("Clover Hospital", sector="MED")
    said = told("b", DAY[1], toll("wounded", 16, said_by="Clover Hospital"), recipients=[hospital])
    found = tally(told("a", DAY[0], toll("wounded", low=24, high=99)), said, effect="wounded")
    assert (points(found.current), why(found)) == ([24], [(16, "part")])
    assert points(tally(said, effect="wounded").current) == [16]


def test_a_witness_counts_less_than_the_report_does() -> None:
    ministry = organisation("ministry", sector="GOV", proper=False)
    own = toll("killed", 20)
    found = tally(told("a", DAY[0], own, toll("killed", 4, said_by="a witness")))
    assert (points(found.current), why(found)) == ([20], [(4, "part")])
    office = tally(told("a", DAY[0], own, toll("killed", 9, said_by="the ministry"), actors=[ministry]))
    assert sorted(points(office.current)) == [9, 20]


def test_people_named_one_by_one_are_as_many_as_are_named() -> None:
    ada, britt, holm = person("Ada Holm"), person("Britt Lind"), person("Holm")
    each = [toll("detained", 1, victims=[of], group=of.name, words=of.name) for of in (ada, britt, holm)]
    found = tally(told("a", DAY[0], *each), effect="detained")
    assert (found.value, why(found)) == (2, [(1, "part"), (1, "part")])
    assert (found.agreeing[0].toll.words, found.agreeing[0].toll.victims) == ("Ada Holm; Britt Lind", (0, 1))
    counted = tally(told("a", DAY[0], toll("detained", 2, group="men"), *each), effect="detained")
    assert (points(counted.current), counted.agreeing[0].toll.group) == ([2], "men")


def test_a_name_and_a_noun_may_be_one_person() -> None:
    both = toll("killed", 1, victims=[person("Ada Holm")], group="Ada Holm"), toll("killed", 1, group="receptionist")
    assert tally(told("a", DAY[0], *both)).value == 1


def test_two_others_are_no_second_count() -> None:
    both = toll("killed", 6, group="monks"), toll("killed", 2, words="two more persons", said_by="witnesses")
    assert why(tally(told("a", DAY[0], *both))) == [(2, "part")]
    alone = tally(told("a", DAY[0], toll("wounded", 2, words="two others")), effect="wounded")
    assert points(alone.current) == [2]
    more = toll("killed", 2, words="more than two", said_by="the Lund Post")
    assert points(tally(told("a", DAY[0], toll("killed", 6, said_by="witnesses"), more)).against) == [6]


def test_one_person_of_a_kind_is_one_of_those_whom_others_count() -> None:
    cousin = told("b", DAY[1], toll("abducted", 1, group="cousin"))
    found = tally(told("a", DAY[0], toll("abducted", 21, group="pupils")), cousin, effect="abducted")
    assert why(found) == [(1, "part")]
    assert points(tally(cousin, effect="abducted").current) == [1]


def test_an_official_count_weighs_more() -> None:
    ministry = organisation("ministry", sector="GOV", proper=False)
    official = told("b", DAY[0], toll("killed", 12, said_by="the ministry"), actors=[ministry])
    assert tally(told("a", DAY[0], toll("killed", 9)), official).value == 12


def test_counts_of_one_kind_are_compared() -> None:
    found = tally(
        told("a", DAY[0], toll("freed", 21, group="pupils")), told("b", DAY[0], toll("freed", 25, group="pupils")),
        effect="freed",
    )  # fmt: skip
    assert points(found.against) == [25]


def test_counts_of_what_is_long_past_are_those_of_a_past_event() -> None:
    past = {"status": "historical"}
    assert tallies_of([told("a", DAY[0], toll("killed", 49, **past), **past)])["killed"].value == 49
    assert not tallies_of([told("a", DAY[0], toll("killed", 49, **past))])


def test_girls_are_no_figure_beside_one() -> None:
    found = tally(told("a", DAY[0], toll("freed", 21)), told("b", DAY[0], toll("freed", low=2)), effect="freed")
    assert (points(found.current), why(found)) == ([21], [(2, "less complete")])


def test_copies_repeat_and_updates_of_copies_are_news() -> None:
    first = told("a", DAY[0], toll("killed", 9), source="wire")
    copy = told("b", DAY[1], toll("killed", 9), source="wire", copy_of="a")
    update = told("c", DAY[2], toll("killed", 12), source="wire", copy_of="a")
    assert why(tally(first, copy)) == [(9, "copy")]
    assert outdated(tally(first, copy, update)) == [(9, 12, True)]


def test_without_dates_nothing_is_outdated() -> None:
    found = tally(told("a", None, toll("killed", 9)), told("b", None, toll("killed", 12)))
    assert (found.outdated, len(found.current)) == ((), 2)
    late = tally(
        told("a", DAY[0], toll("killed", 9)), told("b", DAY[1], toll("killed", 12)), told("c", None, toll("killed", 9))
    )
    assert (late.value, late.against) == (12, ())


def test_up_to_so_many_is_open_below() -> None:
    found = tally(told("a", DAY[0], toll("killed", 9, high=9, low=None)), told("b", DAY[0], toll("killed", high=30)))
    assert found.against == ()


def test_nobody_counts_nothing() -> None:
    assert tallies_of([]) == {}
    assert tallies_of([told("a", DAY[0])]) == {}
    assert tallies_of([told("a", DAY[0], toll("killed"))]) == {}


COUNTS = st.lists(
    st.tuples(
        st.sampled_from(DAY[:4]) | st.none(),
        st.integers(0, 12),
        st.booleans(),
        st.sampled_from(("", "The Lund Post", "The Holm Echo")),
        st.sampled_from((None, "police", "rebels")),
    ),
    min_size=1,
    max_size=9,
)


def parts_of(rows: list[tuple[str | None, int, bool, str, str | None]]) -> list[Part]:
    return [
        told(
            f"a{n}", day, toll("killed", None if is_open else count, low=count, said_by=voice), outlet=outlet or f"o{n}"
        )
        for n, (day, count, is_open, outlet, voice) in enumerate(rows)
    ]


@settings(deadline=None)
@given(COUNTS, st.randoms())
def test_the_order_of_reports_does_not_matter(rows: list[Any], chance: Any) -> None:
    parts = parts_of(rows)
    mixed = parts.copy()
    chance.shuffle(mixed)
    assert tallies_of(mixed) == tallies_of(parts)


@settings(deadline=None)
@given(COUNTS)
def test_every_count_has_one_place(rows: list[Any]) -> None:
    parts = parts_of(rows)
    found = tally(*parts)
    facts = [claim.toll.fact for claim in found.current]
    facts += [old.claim.toll.fact for old in found.outdated] + [claim.toll.fact for claim, _ in found.aside]
    assert sorted(facts) == sorted(each.fact for part in parts for each in part.happening.tolls)
    assert any(claim.holds(found.value) for claim in found.agreeing)


@settings(deadline=None)
@given(COUNTS, st.integers(0, 8))
def test_a_copy_changes_nothing(rows: list[Any], which: int) -> None:
    parts = parts_of(rows)
    of = parts[which % len(parts)]
    row = rows[which % len(parts)]
    copy = parts_of([row])[0]
    again = told(
        "copy", DAY[9], toll("killed", copy.happening.tolls[0].best, low=row[1], said_by=row[4]), outlet="The Copier",
        copy_of=of.report.article, source=of.source,
    )  # fmt: skip
    before, after = tally(*parts), tally(*parts, again)
    assert (after.value, after.current, after.outdated) == (before.value, before.current, before.outdated)
