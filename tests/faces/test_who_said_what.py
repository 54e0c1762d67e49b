"""Who said what, as a person reads it: chains, addressees, occasions, denials."""

from collections.abc import Callable

from dateline.faces.digest.words import statements
from dateline.record import Record

Told = Callable[..., Record]


def lines(record: Record) -> list[str]:
    return [f"{line.label}: {line.text}" for line in statements(record)]


def test_what_one_reports_of_another_names_both(told: Told) -> None:
    record = told(
        "The news agency Kolva Press reported that the Interior Ministry denied that troops had left the town."
    )
    shown = lines(record)
    assert any("Interior Ministry" in line and "according to Kolva Press" in line for line in shown), shown


def test_to_whom_and_on_what_occasion(told: Told) -> None:
    record = told("Mayor Ana Lund told Marta Ruiz in an interview that the bridge was closed.")
    [shown] = lines(record)
    assert "Ana Lund to Marta Ruiz" in shown
    assert "in an interview" in shown


def test_what_was_not_said_is_marked(told: Told) -> None:
    record = told("Mayor Ana Lund did not say that the bridge was closed.")
    assert all("denied" in line for line in lines(record))
