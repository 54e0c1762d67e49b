"""Keys by which reports of one event find each other."""

from typing import Any

from dateline.merging.reports.report import Report
from dateline.merging.sameness.families import families_of, family_of
from dateline.merging.sameness.sameness import keys_of
from merging.reported import happening, person, place, report

HARV = place("Harv", lat=50.0, lon=10.0, country="DEU", admin1="03", geonames=31)
LIND = place("Lind", lat=53.0, lon=10.0, country="DEU", admin1="06", geonames=32)
MIRA = person("Mira Fennewald")


def told(article: str, published: str | None, day: str | None = None, kind: str = "ASSAULT", **fields: Any) -> Report:
    """A report with one event."""
    return report(article, published, happenings=[happening(kind, day, **fields)])


def meet(one: Report, other: Report) -> bool:
    """Whether two reports share a key."""
    return not set(keys_of(one)).isdisjoint(keys_of(other))


def test_day_and_province_meet() -> None:
    one = told("a1", "2024-03-02", "2024-03-01", where=[HARV])
    assert meet(one, told("a2", "2024-03-02", "2024-03-01", where=[HARV]))
    assert meet(one, told("a2", "2024-03-02", "2024-03-02", where=[HARV], kind="DEATH"))
    assert not meet(one, told("a2", "2024-03-06", "2024-03-05", where=[HARV]))
    assert not meet(one, told("a2", "2024-03-02", "2024-03-01", where=[LIND]))
    assert not meet(one, told("a2", "2024-03-02", "2024-03-01", where=[HARV], kind="CAREER"))


def test_an_undated_event_is_looked_for_about_its_report() -> None:
    dated = told("a1", "2024-03-02", "2024-03-01", where=[HARV])
    for published in ("2024-03-01", "2024-03-02", "2024-03-03"):
        assert meet(dated, told("a2", published, where=[HARV]))
    assert not meet(dated, told("a2", "2024-03-09", where=[HARV]))


def test_a_name_is_found_within_its_month() -> None:
    one = told("a1", "2024-03-12", "2024-03-10", recipients=[MIRA])
    assert meet(one, told("a2", "2024-03-25", "2024-03-11", recipients=[person("Fennewald")]))
    assert not meet(one, told("a2", "2024-08-25", "2024-08-11", recipients=[MIRA]))
    assert not meet(one, told("a2", "2024-03-12", "2024-03-10", recipients=[person("Jo Sandberg")]))


def test_a_report_has_few_keys_and_its_lead_comes_first() -> None:
    many = [
        happening("ASSAULT", f"2024-03-{n:02d}", where=[HARV], recipients=[MIRA], lead=n == 20) for n in range(1, 21)
    ]
    crowded = report("a1", "2024-03-22", happenings=many)
    assert len(keys_of(crowded)) <= 12
    assert meet(crowded, told("a2", "2024-03-22", "2024-03-20", where=[HARV]))


def test_keys_are_the_same_everywhere_and_nothing_is_known_without_events() -> None:
    assert keys_of(told("a1", "2024-03-02", "2024-03-01", where=[HARV])) == keys_of(
        told("a9", "2024-03-02", "2024-03-01", where=[HARV])
    )
    assert keys_of(report("a1", "2024-03-02")) == ()


def test_families_part_deeds_from_what_follows_them() -> None:
    assert families_of("ASSAULT") & families_of("DEATH")
    assert not families_of("ASSAULT") & families_of("ACCUSE")
    assert family_of("DISASTER") == family_of("CRIME")
    assert families_of("own:flood") == families_of("own:flood")
    assert not families_of("own:flood") & families_of("ASSAULT")
    assert family_of("own:flood") == "own:flood"
