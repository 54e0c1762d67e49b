"""Filters: days by hand and by the calendar, addresses that are short enough to pass on, folded away on a phone."""

from urllib.parse import urlsplit

import pytest
from browsing import Visit
from playwright.sync_api import expect
from serving import Site


def test_empty_fields_stay_out_of_the_address(site: Site, visit: Visit) -> None:
    page = visit(site, "/incidents")
    page.get_by_label("From", exact=True).fill("2026-03")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**/incidents?*")
    assert urlsplit(page.url).query == "since=2026-03"
    assert page.get_by_label("From", exact=True).input_value() == "2026-03"


@pytest.mark.parametrize("path", ["/incidents", "/stories", "/map", "/timeline", "/findings", "/statements", "/news"])
def test_each_day_has_a_calendar(path: str, site: Site, visit: Visit) -> None:
    page = visit(site, path)
    if path == "/news":
        page.get_by_text("Choose days").click()
    for label in ("From", "To"):
        button = page.get_by_role("button", name=f"Calendar: {label}")
        expect(button).to_be_visible()
        page.locator(f".dated:has(button[aria-label='Calendar: {label}']) input[type=date]").evaluate(
            "(field) => { field.value = '2026-03-09'; field.dispatchEvent(new Event('change')); }"
        )
        assert page.get_by_label(label, exact=True).input_value() == "2026-03-09"


def test_filters_are_folded_away_on_a_phone(site: Site, visit: Visit) -> None:
    page = visit(site, "/incidents", viewport={"width": 390, "height": 844})
    place = page.get_by_label("Place", exact=True)
    expect(place).to_be_hidden()
    page.locator(".filters > summary").click()
    expect(place).to_be_visible()
    assert page.locator(".sections a").last.bounding_box()["x"] < 390  # type: ignore[index]
