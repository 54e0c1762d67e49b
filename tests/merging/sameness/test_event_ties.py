"""Events of two reports: what is one, what only looks like it. All places and people are invented."""

from typing import Any

import pytest

from dateline.merging.reports.report import Report
from dateline.merging.sameness.sameness import LINE, event_ties, own_ties
from dateline.merging.ties import Tie
from merging.reported import Told, happening, organisation, person, place, report, toll

BREKHOLM = place("Brekholm", lat=58.1, lon=15.2, country="SWE", admin1="05", geonames=11)
SANDVE = place("Sandve", lat=63.9, lon=20.3, country="SWE", admin1="24", geonames=12)
OSTLAND = place("Ostland", lat=58.0, lon=15.5, country="SWE", admin1="05", geonames=13, precision="admin1")
ANA, BORIS = person("Ana Lund"), person("Boris Kettering")


def blast(day: str = "2024-05-03", **fields: Any) -> Told:
    """A bomb at the market of Brekholm, unless told otherwise."""
    given = {
        "where": [BREKHOLM],
        "triggers": ["blast"],
        "modes": ("explosives",),
        "tolls": [toll("killed", 9)],
        "sentence": "A blast at the fish market of Brekholm killed nine people.",
        "lead": True,
    }
    return happening("ASSAULT", day, **{**given, **fields})


def two(a: Told, b: Told, published: str = "2024-05-04", later: str = "2024-05-04") -> tuple[Report, Report]:
    """Two reports with one event each."""
    return report("a1", published, happenings=[a]), report("a2", later, happenings=[b])


def tie(a: Told, b: Told, story: float = 0.9, **dated: str) -> Tie | None:
    """The tie of the only events of two reports, if there is any."""
    return next(iter(event_ties(*two(a, b, **dated), story)), None)


def is_one(found: Tie | None) -> bool:
    """Whether a tie is on the right side of the line."""
    return found is not None and found.verdict != "different" and found.score >= LINE


def test_one_event_in_two_reports_is_tied() -> None:
    found = tie(blast(), blast(sentence="Nine died when a bomb went off at a market in Brekholm.", triggers=["bomb"]))
    assert is_one(found)
    assert found is not None and (found.left, found.right) == ("a1:e0", "a2:e0")


def test_the_tie_is_the_same_whichever_report_comes_first() -> None:
    a, b = two(blast(), blast("2024-05-04", tolls=[toll("killed", low=11)]))
    there, back = event_ties(a, b, 0.7), event_ties(b, a, 0.7)
    assert [(t.score, t.verdict) for t in there] == [(t.score, t.verdict) for t in back]
    assert {there[0].left, there[0].right} == {back[0].left, back[0].right}


def test_an_event_that_nobody_dates_may_be_one_of_a_known_day() -> None:
    undated = happening("ASSAULT", where=[BREKHOLM], triggers=["blast"], lead=True)
    assert is_one(tie(blast(), undated))


def test_a_rising_toll_is_no_contradiction() -> None:
    assert is_one(tie(blast(), blast(tolls=[toll("killed", 14)]), later="2024-05-06"))


def test_a_death_and_an_attack_may_be_one() -> None:
    death = happening("DEATH", "2024-05-03", where=[BREKHOLM], triggers=["die"], tolls=[toll("killed", 9)], lead=True)
    assert is_one(tie(blast(), death))


def test_midnight_and_clocks_make_no_two_events() -> None:
    assert is_one(tie(blast("2024-05-03"), blast("2024-05-04")))


def test_a_town_lies_in_its_province() -> None:
    assert is_one(tie(blast(), blast(where=[OSTLAND])))


def test_two_blasts_in_one_town_in_one_week_are_two() -> None:
    found = tie(blast("2024-05-03"), blast("2024-05-07"), published="2024-05-04", later="2024-05-08")
    assert found is not None and found.verdict == "different"


def test_blasts_in_two_towns_on_one_day_are_two() -> None:
    found = tie(blast(), blast(where=[SANDVE]))
    assert found is not None and found.verdict == "different"


def test_the_anniversary_of_a_blast_is_not_a_blast() -> None:
    march = happening("GATHERING", "2025-05-03", where=[BREKHOLM], triggers=["march"], lead=True)
    assert tie(blast(), march, later="2025-05-04") is None


def test_the_anniversary_story_tells_of_the_blast_itself() -> None:
    a = report("a1", "2024-05-04", happenings=[blast()])
    march = happening("GATHERING", "2025-05-03", where=[BREKHOLM], triggers=["march"], lead=True)
    b = report("a2", "2025-05-04", happenings=[march, blast(lead=False)])
    ties = [t for t in event_ties(a, b, 0.6) if t.score >= LINE]
    assert [(t.left, t.right) for t in ties] == [("a1:e0", "a2:e1")]


def test_a_verdict_is_not_the_crime() -> None:
    verdict = happening("SANCTION", "2024-05-03", triggers=["convict"], recipients=[BORIS], lead=True)
    assert tie(blast(actors=[BORIS]), verdict) is None


def test_a_charge_is_not_the_arrest() -> None:
    arrest = happening("COERCE", "2024-05-03", modes=("arrest",), triggers=["arrest"], recipients=[BORIS], lead=True)
    charge = happening("ACCUSE", "2024-05-03", triggers=["charge"], recipients=[BORIS], lead=True)
    assert not is_one(tie(arrest, charge))


def test_arrests_of_two_people_are_two() -> None:
    def arrest(of: Any) -> Told:
        return happening("COERCE", None, modes=("arrest",), triggers=["arrest"], recipients=[of], lead=True)

    found = tie(arrest(ANA), arrest(BORIS))
    assert found is not None and found.verdict == "different"
    assert is_one(tie(arrest(ANA), arrest(person("Ana Lund", aliases=("Lund",)))))


def test_one_of_many_victims_does_not_part_two_tellings() -> None:
    killed = toll("killed", 9)
    found = tie(blast(recipients=[ANA], tolls=[killed]), blast(recipients=[BORIS], tolls=[killed]))
    assert found is not None and found.verdict != "different"


def test_what_comes_later_is_not_told_before() -> None:
    undated = happening("ASSAULT", where=[BREKHOLM], triggers=["blast"], modes=("explosives",), lead=True)
    found = tie(undated, blast("2024-05-20"), published="2024-05-04", later="2024-05-21")
    assert found is not None and found.verdict == "different"


def test_what_is_planned_is_told_before() -> None:
    def talks(day: str | None, status: str) -> Told:
        return happening("CONSULT", day, where=[SANDVE], triggers=["talks"], status=status, lead=True)

    found = tie(talks(None, "planned"), talks("2024-05-20", "asserted"), later="2024-05-21")
    assert found is None or found.verdict != "different"


def test_another_year_is_another_event() -> None:
    old = blast(None, earliest="2019-01-01", latest="2019-12-31", time_precision="year")
    found = tie(blast(), old)
    assert found is None or found.verdict == "different"


@pytest.mark.parametrize(("weekday", "one"), [("XXXX-WXX-5", True), ("XXXX-WXX-4", True), ("XXXX-WXX-1", False)])
def test_days_of_the_week_meet_within_a_day(weekday: str, one: bool) -> None:
    def fall(timex: str) -> Told:
        return happening("DEATH", where=[BREKHOLM], triggers=["fall"], timex=timex, lead=True)

    assert is_one(tie(fall("XXXX-WXX-5"), fall(weekday))) is one


def test_a_wrong_day_of_the_same_victim_is_a_disagreement_not_another_event() -> None:
    def death(day: str) -> Told:
        sentence = "Ana Lund died when her boat sank off Brekholm."
        told = {"where": [BREKHOLM], "triggers": ["die"], "recipients": [ANA], "sentence": sentence}
        return happening("DEATH", day, lead=True, **told)

    assert is_one(tie(death("2024-05-03"), death("2024-05-06"), published="2024-05-07", later="2024-05-07"))


def test_unrelated_reports_have_no_ties() -> None:
    storm = happening("DISASTER", "2023-01-09", where=[SANDVE], triggers=["storm"])
    career = happening("CAREER", "2024-05-03", triggers=["resign"], actors=[ANA])
    assert tie(storm, career, story=0.01) is None
    assert tie(blast(), storm, story=0.01) is None


def test_what_speaks_against_a_likely_event_is_told_too() -> None:
    a = report("a1", "2024-05-08", happenings=[blast("2024-05-03"), blast("2024-05-07")])
    b = report("a2", "2024-05-04", happenings=[blast("2024-05-03")])
    found = {t.left: t for t in event_ties(a, b, 0.9)}
    assert is_one(found["a1:e0"])
    assert found["a1:e1"].verdict == "different"


def test_events_of_one_report_are_two_unless_told_alike() -> None:
    raid = happening("ASSAULT", "2024-05-09", where=[SANDVE], triggers=["raid"], recipients=[BORIS], lead=True)
    again = blast(lead=False, sentence="The blast at the fish market was heard in all of Brekholm.")
    found = {(t.left, t.right): t for t in own_ties(report("a1", "2024-05-10", happenings=[blast(), again, raid]))}
    assert is_one(found["a1:e0", "a1:e1"])
    assert not is_one(found["a1:e0", "a1:e2"])
    assert not is_one(found["a1:e1", "a1:e2"])


def test_a_chronicle_of_many_events_is_compared_within_reach() -> None:
    chronicle = report("a1", "2024-05-10", happenings=[blast(f"19{year:02}-05-03") for year in range(100)] * 3)
    assert len(own_ties(chronicle)) == 300 * 100 - sum(range(101)), "each with the hundred behind it, not with all"


def test_groups_without_a_name_speak_for_one_event() -> None:
    def attack(who: str) -> Told:
        return happening("ASSAULT", triggers=["attack"], recipients=[organisation(who, proper=False)], lead=True)

    same, other = tie(attack("climbers"), attack("climbers")), tie(attack("climbers"), attack("nurses"))
    assert same is not None and other is not None and same.score > other.score
