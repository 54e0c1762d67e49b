"""The occasion of a statement stands in the line about who said it."""

from collections.abc import Callable

from dateline.faces.digest import digest
from dateline.record import Record


def test_a_line_tells_the_occasion(told: Callable[..., Record]) -> None:
    record = told("Marta Ruiz said in an interview that the pier was safe.", upto="statements")
    (section,) = [section for section in digest(record) if section.name == "statements"]
    assert [line.text for line in section.lines] == ["Marta Ruiz · in an interview"]
