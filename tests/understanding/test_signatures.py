"""Who signs a story below it: the agency, and those who reported it."""

import pytest

from conftest import Told
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Publication

BODY = "The port was closed, the mayor said."


def signed(told: Told, note: str, **roles: str) -> tuple[Record, Fact, Publication]:
    lines = [*roles.values(), BODY, note]
    record = told("\n".join(lines), upto="publications", published="2015-09-16", note=note, **roles)
    (fact,) = record.of("publication")
    assert isinstance(fact.value, Publication)
    return record, fact, fact.value


@pytest.mark.parametrize(
    ("note", "agency"),
    [
        ("Reuter", "Reuter"),
        ("REUTER...", "REUTER"),
        ("(LUSA)", "LUSA"),
        ("-- Reuters", "Reuters"),
        ("--LUSA ab/cd", "LUSA"),
        ("/TASS/", "TASS"),
        ("(ends)", None),
        ("ab/cd/", None),
        ("ap/jd", None),
        ("Reuters contributed to this report.", None),
        ("(Reporting by Jane Doe of Reuters)", None),
    ],
)
def test_the_agency_that_signs_is_the_publication_s(told: Told, note: str, agency: str | None) -> None:
    record, fact, value = signed(told, note)
    assert value.agency == agency
    assert agency is None or agency in [record.words(span) for span in fact.spans]


def test_the_dateline_s_agency_comes_first(told: Told) -> None:
    _, _, value = signed(told, "Reuter", dateline="LISBON, September 14 (Lusa) -")
    assert value.agency == "Lusa"


def test_a_note_above_the_story_signs_nothing(told: Told) -> None:
    record = told(f"LUSA\n{BODY}", upto="publications", published="2015-09-16", note="LUSA")
    value = record.of("publication")[0].value
    assert isinstance(value, Publication)
    assert value.agency is None


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("(Reporting by Jane Doe in Faro; Editing by John Roe)", ("Jane Doe",)),
        ("Reporting by Jane Doe and Ana Pires; editing by John Roe", ("Jane Doe", "Ana Pires")),
        ("(Editing by John Roe)", ()),
        ("Additional reporting by John Roe", ()),
        ("Editing by John Roe; reporting by Jane Doe", ("Jane Doe",)),
    ],
)
def test_those_who_reported_are_the_writers(told: Told, note: str, names: tuple[str, ...]) -> None:
    record, fact, value = signed(told, note)
    assert value.bylines == names
    assert not names or any(names[0] in record.words(span) for span in fact.spans)
    assert all("John Roe" not in record.words(span) for span in fact.spans)


def test_a_byline_comes_before_a_note(told: Told) -> None:
    _, _, value = signed(told, "(Reporting by Jane Doe; Editing by John Roe)", byline="By Ana Pires")
    assert value.bylines == ("Ana Pires",)
