"""Headlines and outlets in a page's titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Field
from dateline.reading.web.titles import halves, headline_of, host_of, outlet_in, without_outlet


@pytest.mark.parametrize(
    ("title", "outlets", "host", "bare"),
    [
        ("Port reopens | River Press", ["River Press"], "", "Port reopens"),
        ("Port reopens - RIVER PRESS", ["River Press"], "", "Port reopens"),
        ("River Press: Port reopens", ["River Press"], "", "River Press: Port reopens"),
        ("River Press | Port reopens", ["River Press"], "", "Port reopens"),
        ("Port reopens - Portugal - River Press", ["River Press"], "", "Port reopens - Portugal"),
        ("Port reopens · riverpress.org", [], "riverpress.org", "Port reopens"),
        ("Port reopens – The River Press", [], "riverpress.org", "Port reopens"),
        ("Port - reopens", ["River Press"], "riverpress.org", "Port - reopens"),
        ("River Press", ["River Press"], "", "River Press"),
        ("", ["River Press"], "", ""),
    ],
)
def test_the_outlet_is_taken_from_titles(title: str, outlets: list[str], host: str, bare: str) -> None:
    assert without_outlet(title, outlets, host) == bare


@pytest.mark.parametrize(
    ("title", "host", "outlet"),
    [
        ("Port reopens | River Press", "riverpress.org", "River Press"),
        ("River Press - Port reopens", "www.riverpress.org", "River Press"),
        ("Port reopens | Portugal", "riverpress.org", None),
        ("Port reopens", "riverpress.org", None),
        ("Port reopens | River Press", "", None),
    ],
)
def test_the_outlet_that_the_host_vouches_for(title: str, host: str, outlet: str | None) -> None:
    assert outlet_in(title, host) == outlet


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("River Press: Port reopens today", ["River Press: Port reopens today", "Port reopens today"]),
        ("The River Press | Port is open", ["The River Press | Port is open", "The River Press", "Port is open"]),
        ("Port reopens", ["Port reopens"]),
        ("", [""]),
    ],
)
def test_the_halves_of_a_title(title: str, parts: list[str]) -> None:
    assert halves(title) == parts


def told(*values: str) -> list[Field]:
    return [Field("headline", value, f"told {i}") for i, value in enumerate(values)]


@pytest.mark.parametrize(
    ("pieces", "values", "headline"),
    [
        (["Port reopens after storm"], ["Port reopens after storm"], "Port reopens after storm"),
        (["Portugal", "Port reopens after storm"], ["Port reopens after storm"], "Port reopens after storm"),
        (["Port reopens after storm", "Ferries run"], ["Port reopens after storm"], "Port reopens after storm"),
        (["Local | Port reopens after storm"], ["Port reopens after storm"], "Port reopens after storm"),
        (["Port reopens after storm"], ["Port reopens"], "Port reopens after storm"),
        (["Port reopens after storm"], ["Port reopens after a week of storm"], "Port reopens after storm"),
        (["River Press"], ["Port reopens after storm"], "Port reopens after storm"),
        (["Opinion"], ["Port reopens after storm | Opinion"], "Port reopens after storm | Opinion"),
        ([], ["Port reopens", "Another"], "Port reopens"),
        (["Port reopens"], [], "Port reopens"),
    ],
)
def test_the_visible_headline_counts_where_a_told_one_vouches_for_it(
    pieces: list[str], values: list[str], headline: str
) -> None:
    found = headline_of(" ".join(pieces), pieces, told(*values))
    assert found is not None
    assert found.value == headline


def test_no_title_at_all() -> None:
    assert headline_of("", [], []) is None


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.example.org/a", "example.org"),
        ("https://news.example.org:443/a", "news.example.org"),
        ("story.html", ""),
        ("https://[broken/a", ""),
        ("http://localhost/a", ""),
    ],
)
def test_hosts(address: str, host: str) -> None:
    assert host_of(address) == host


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=3))
def test_what_is_left_of_a_title_stands_in_it(title: str, outlets: list[str]) -> None:
    assert without_outlet(title, outlets, "example.org") in title
