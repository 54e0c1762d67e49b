"""Dates in the reader's language, times in the story's own zone."""

import re

import pytest
from browsing import Visit
from playwright.sync_api import expect
from serving import Site

VERDICT = "/news?words=Gdynia"
"""A story of the afternoon of 18 April 2024, in the summer time of Poland."""


@pytest.mark.parametrize(
    ("locale", "day"),
    [
        ("de-DE", "Donnerstag, 18. April 2024"),
        ("en-US", "Thursday, April 18, 2024"),
        ("ar-EG", "الخميس، ١٨ أبريل ٢٠٢٤"),
    ],
)
def test_days_are_in_the_readers_language(site: Site, visit: Visit, locale: str, day: str) -> None:
    page = visit(site, "/news?since=2024-04-18&until=2024-04-18", locale=locale, timezone_id="America/New_York")
    expect(page.locator("h2[data-day]")).to_have_text(day)


def test_times_are_in_the_storys_zone(site: Site, visit: Visit) -> None:
    page = visit(site, VERDICT, locale="de-DE", timezone_id="America/New_York")
    page.locator("[data-item]").click()
    told = page.locator("main time").first
    expect(told).to_have_text(re.compile(r"18\. April 2024, 14:05 \+02:00"))
    expect(told).to_have_attribute("title", re.compile("08:05"))


def test_without_scripts_they_are_in_english(site: Site, visit: Visit) -> None:
    page = visit(site, VERDICT, java_script_enabled=False, locale="de-DE")
    page.locator("[data-item]").click()
    expect(page.locator("main time").first).to_have_text("18 April 2024, 14:05 +02:00")
