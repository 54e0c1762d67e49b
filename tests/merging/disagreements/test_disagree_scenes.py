"""Days and towns that exclude each other."""

import pytest

from dateline.merging.disagreements.disagreeing import disagreements_of
from dateline.merging.outcomes import Disagreement
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named
from merging.reported import happening, part, person, place, report, telling_of, toll

LUND = place("Lund", lat=55.7, lon=13.2, country="SWE", geonames=1)
KALMAR = place("Kalmar", lat=56.66, lon=16.36, country="SWE", geonames=2)
MALMO = place("Malmo", lat=55.6, lon=13.0, country="SWE", geonames=3)
KIRUNA = place("Kiruna", lat=67.86, lon=20.23, country="SWE", geonames=4)
OSLO = place("Oslo", lat=59.9, lon=10.7, country="NOR", geonames=5)


def told(article: str, day: str | None = "2024-05-02", *where: Named, kind: str = "ASSAULT", **fields: object) -> Part:
    known = {"lead": True, "tolls": [toll("killed", 9)], "sentence": "A bomb killed nine people at noon.", **fields}
    return telling_of(article, "2024-05-04", kind, outlet=article.upper(), day=day, where=where, **known)


def of(*parts: Part) -> list[Disagreement]:
    return [found for found in disagreements_of(parts) if found.about in ("when", "where")]


def test_two_days_of_one_deed() -> None:
    (found,) = of(told("a1"), told("a2"), told("a3", "2024-05-03"))
    assert (found.about, found.how) == ("when", "disagreement")
    assert [(side.value, side.articles) for side in found.sides] == [
        ("2024-05-02", ("a1", "a2")),
        ("2024-05-03", ("a3",)),
    ]
    assert found.message.startswith("When it was: 2024-05-02 (A1, 4 May 2024)")


@pytest.mark.parametrize(
    "other",
    [
        told("a2", "2024-04-25"),
        told("a2", "2024-05-03", tolls=[toll("killed", 4)]),
        told("a2", "2024-05-03", lead=False),
        told("a2", "2024-05-03", status="planned"),
        told("a2", "2024-05-03", sentence="A bomb killed nine people late on Friday."),
        told("a2", None, earliest="2024-05-02T22:30", latest="2024-05-02T22:30", time_precision="minute"),
        told("a2", None, earliest="2024-04-29", latest="2024-05-05", time_precision="week"),
        told("a2", "2024-05-03", copy_of="a1"),
    ],
    ids=["a week before", "another toll", "in passing", "planned", "at night", "by the hour", "a week", "a copy"],
)
def test_days_that_do_not_disagree(other: Part) -> None:
    assert of(told("a1"), other) == []


def test_police_of_both_reports_may_give_two_days() -> None:
    assert len(of(told("a1", said_by="police"), told("a2", "2024-05-03", said_by="police"))) == 1


def test_what_lasts_has_many_days() -> None:
    assert of(told("a1", kind="PROTEST"), told("a2", "2024-05-03", kind="PROTEST")) == []


def test_one_victim_by_name_makes_sure_that_it_is_one_deed() -> None:
    victim = person("Ada Holm")
    first = told("a1", tolls=[], recipients=[victim])
    (found,) = of(first, told("a2", "2024-05-03", tolls=[], recipients=[victim]))
    assert found.about == "when"


def test_two_towns_of_one_deed() -> None:
    (found,) = of(told("a1", "2024-05-02", LUND), told("a2", "2024-05-02", KALMAR))
    assert (found.about, [side.value for side in found.sides]) == ("where", ["Lund", "Kalmar"])
    assert found.sides[0].facts == ("a1:n0", "a1:e0")


@pytest.mark.parametrize(
    "where",
    [
        [MALMO],
        [KIRUNA],
        [OSLO],
        [LUND, KALMAR],
        [place("Skania", country="SWE", precision="admin1", lat=55.9, lon=13.6)],
        [place("Lund", lat=56.9, lon=15.9, country="SWE", geonames=9)],
        [place("Oster", country="SWE")],
    ],
    ids=["near by", "too far", "abroad", "both", "a province", "one name twice", "unknown"],
)
def test_places_that_do_not_disagree(where: list[Named]) -> None:
    assert of(told("a1", "2024-05-02", LUND), told("a2", "2024-05-02", *where)) == []


def test_a_report_that_names_both_towns_may_mean_either() -> None:
    both = report(
        "a2",
        "2024-05-04",
        "A2",
        happenings=[happening("ASSAULT", day="2024-05-02", where=[KALMAR], lead=True, tolls=[toll("killed", 9)])],
        names=[LUND],
    )
    assert of(told("a1", "2024-05-02", LUND), part(both)) == []


def test_an_unsure_deed_has_no_second_town() -> None:
    other = told("a2", "2024-05-02", KALMAR, tolls=[toll("killed", 3)])
    assert of(told("a1", "2024-05-02", LUND), other) == []
