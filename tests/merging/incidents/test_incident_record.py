"""The record of an incident: one event as all its reports together tell it."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merging.incidents import incident
from dateline.merging.incidents.incident import incident_of
from dateline.merging.outcomes import Disagreement, Incident
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named
from merging.reported import organisation, place, telling_of, toll

LUND = place("Lund", geonames=11, lat=55.7, lon=13.2, country="SWE", admin1="27", feature="PPL")
SWEDEN = place("Sweden", geonames=15, country="SWE", precision="country", feature="PCLI")
FRONT = organisation("Brek Front", sector="REB")
GUNMEN = organisation("gunmen", proper=False, sector="UAF")
VILLAGERS = organisation("villagers", proper=False, sector="CVL")


def reports() -> list[Part]:
    """Three reports of one attack and a copy, not in order."""
    late = telling_of(
        "late", "2031-05-05", "DEATH", scheme="other", day="2031-05-03", where=[SWEDEN], tolls=[toll("killed", 12)],
        outlet="The Holm Echo", sentence="Twelve villagers have died.", recipients=[VILLAGERS],
    )  # fmt: skip
    first = telling_of(
        "first", "2031-05-03", earliest="2031-05-01", latest="2031-05-31", time_precision="month", where=[LUND],
        actors=[GUNMEN], tolls=[toll("killed", 9), toll("wounded", low=20)], lead=True, triggers=["attack"],
        outlet="The Lund Post", headline="Nine die in attack near Lund", sentence="Gunmen attacked a village.",
        modes=("firearms",), cameo="193", recipients=[VILLAGERS],
    )  # fmt: skip
    copy = telling_of(
        "copy", "2031-05-04", earliest="2031-05-01", latest="2031-05-31", time_precision="month", where=[LUND],
        actors=[GUNMEN], tolls=[toll("killed", 9)], copy_of="first", source="first", sentence="Gunmen attacked.",
    )  # fmt: skip
    blamed = telling_of("blamed", "2031-05-04", actors=[FRONT], where=[LUND], sentence="The front burnt a village.")
    return [late, copy, blamed, first]


def test_what_several_reports_tell_together() -> None:
    found = incident_of("i1", reports(), "s1")
    assert (found.incident, found.story, found.type, found.scheme, found.cameo) == (
        "i1",
        "s1",
        "ASSAULT",
        "plover",
        "193",
    )
    assert found.when and (found.when.earliest, found.when.latest, found.when.precision) == (
        "2031-05-03", "2031-05-03", "day",
    )  # fmt: skip
    assert found.where and (found.where.name, found.where.precision, found.where.lat) == ("Lund", "exact", 55.7)
    assert [party.name for party in found.actors] == ["Brek Front", "gunmen"]
    assert [party.name for party in found.recipients] == ["villagers"]
    assert (found.status, found.modes, found.title) == ("asserted", ("firearms",), "Nine die in attack near Lund")


def test_reports_in_order_and_sources_that_copy_none() -> None:
    found = incident_of("i1", reports())
    assert found.articles == ("first", "blamed", "copy", "late")
    assert (found.independent, found.first, found.last) == (3, "2031-05-03", "2031-05-05")
    assert found.facts[0] == "first:e0"
    assert sorted(found.facts) == ["blamed:e0", "copy:e0", "first:e0", "late:e0"]


def test_casualties_over_time() -> None:
    killed = incident_of("i1", reports()).casualties["killed"]
    assert (killed.low, killed.best, killed.high) == (12, 12, 12)
    assert [(step.published, step.best) for step in killed.over_time] == [("2031-05-03", 9), ("2031-05-05", 12)]
    assert [(figure.article, figure.copy) for figure in killed.by_source] == [
        ("first", False), ("copy", True), ("late", False),
    ]  # fmt: skip


def test_confidence_grows_with_sources_and_is_never_certain() -> None:
    one = telling_of("a0", confidence=0.7)
    found = [incident_of("i", [telling_of(f"a{at}", confidence=0.7) for at in range(n)]).confidence for n in (1, 2, 40)]
    assert found[0] == 0.7 < found[1] < found[2] == 0.99
    assert incident_of("i", [one, one._replace(report=one.report, copy_of="a0")]).confidence == 0.7


@pytest.mark.parametrize(
    ("fields", "status", "reason"),
    [
        ({"day": "2031-05-03", "where": [LUND]}, "asserted", None),
        ({"where": [LUND]}, "asserted", "no report tells when it was; it was not after its first report"),
        ({"day": "2031-05-03"}, "asserted", "no report tells where it was"),
        (
            {"status": "planned", "where": [LUND]},
            "planned",
            "no report tells it as having happened: planned; no report tells when it was",
        ),
        ({"day": "2031-05-03", "where": [LUND], "reason": "a guess"}, "asserted", "a guess"),
    ],
)
def test_what_is_empty_says_why(fields: dict[str, Any], status: str, reason: str | None) -> None:
    found = incident_of("i1", [telling_of("a", "2031-05-05", **fields)])
    assert (found.status, found.reason) == (status, reason)


def test_an_unknown_time_ends_with_the_first_report() -> None:
    found = incident_of("i1", [telling_of("a", "2031-05-05"), telling_of("b", "2031-05-04T10:00:00")])
    assert found.when and (found.when.earliest, found.when.latest, found.when.facts) == (None, "2031-05-04", ())
    assert incident_of("i1", [telling_of("a", "2031-05-05", status="planned")]).when is None
    assert incident_of("i1", [telling_of("a")]).when is None


def test_a_denial_disputes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    told, denied = telling_of("a", day="2031-05-03", where=[LUND]), telling_of("b", status="denied")
    before = incident_of("i1", [told, denied])
    denial = Disagreement(about="happened", how="denial", sides=(), message="Whether it happened")
    monkeypatch.setattr(incident, "disagreements_of", lambda parts, tallies: (denial,))
    found = incident.incident_of("i1", [told, denied])
    assert (found.status, found.reason) == ("disputed", "a report denies that it happened")
    assert found.disagreements == (denial,)
    assert (before.status, before.confidence > found.confidence) == ("asserted", True)
    assert incident.incident_of("i1", [denied]).status == "denied"


def test_the_headline_is_the_title_where_it_tells_of_it() -> None:
    told = telling_of("a", headline="Mayor opens bridge", lead=True, triggers=["attack"], sentence="They attacked.")
    assert incident_of("i1", [told]).title == "They attacked."
    assert incident_of("i1", [telling_of("a", headline="Only a headline", sentence="")]).title == "Only a headline"


@pytest.mark.parametrize(
    "dateline",
    ["LUND, Sweden — ", "LUND (Reuters) - ", "NEW HOLM -- ", "(BNA) ", "LUND/YSTAD, Sweden, May 3 (BNA) — ", ""],
)
def test_the_title_begins_after_the_dateline(dateline: str) -> None:
    told = telling_of("a", sentence=f"{dateline}Gunmen - nine of them - attacked a village.")
    assert incident_of("i1", [told]).title == "Gunmen - nine of them - attacked a village."


def test_what_only_one_of_several_reports_tells_is_doubtful() -> None:
    parts = [telling_of("a0", day="2031-05-03", where=[LUND]), *(telling_of(f"a{at}") for at in range(1, 4))]
    assert incident_of("i1", parts).reason == (
        "only one report of 4 tells when it was; only one report of 4 tells where it was"
    )
    assert incident_of("i1", parts[:3]).reason is None


def test_what_one_report_doubts_is_not_what_all_doubt() -> None:
    parts = [telling_of(f"a{at}", day="2031-05-03", where=[LUND], reason="a guess") for at in range(2)]
    assert incident_of("i1", parts).reason is None


PLACES: list[Named | None] = [LUND, SWEDEN, None]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["2031-05-03", "2031-05-04", "2031-05-04T08:00:00+02:00", None]),
        st.sampled_from(["ASSAULT", "DEATH", "ACCIDENT"]),
        st.sampled_from(["asserted", "denied", "possible", "historical"]),
        st.sampled_from(["2031-05-02", "2031-05-03", None]),
        st.sampled_from(PLACES),
        st.sampled_from([FRONT, GUNMEN, None]),
        st.integers(7, 10) | st.none(),
    ),
    min_size=1,
    max_size=7,
)


def parts_of(rows: list[Any]) -> list[Part]:
    return [
        telling_of(
            f"a{at}", published, type_, status=status, day=day, where=[where] if where else [],
            actors=[actor] if actor else [], tolls=[toll("killed", count)] if count else [], outlet=f"o{at % 3}",
        )
        for at, (published, type_, status, day, where, actor, count) in enumerate(rows)
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(ROWS, st.randoms())
def test_any_order_of_reports_gives_the_same_incident(rows: list[Any], chance: Any) -> None:
    parts = parts_of(rows)
    mixed = parts.copy()
    chance.shuffle(mixed)
    assert incident_of("i1", mixed) == incident_of("i1", parts)


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_an_incident_is_json_and_loses_no_fact(rows: list[Any]) -> None:
    parts = parts_of(rows)
    found = incident_of("i1", parts)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Incident) == found
    assert sorted(found.facts) == sorted(each.happening.fact for each in parts)
    assert 0.0 < found.confidence <= 0.99


def test_two_thousand_reports_are_one_incident() -> None:
    parts = [
        telling_of(
            f"a{at}", f"2031-05-{at % 28 + 1:02}T{at % 24:02}:00:00", day=f"2031-05-{at % 9 + 1:02}", where=[LUND],
            actors=[FRONT if at % 2 else GUNMEN], tolls=[toll("killed", 5 + at % 40)], outlet=f"o{at}",
        )
        for at in range(2000)
    ]  # fmt: skip
    found = incident_of("i1", parts)
    assert (found.independent, len(found.articles), len(found.casualties["killed"].by_source)) == (2000, 2000, 2000)
