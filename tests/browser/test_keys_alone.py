"""Without a mouse: what Tab comes to in order and visibly, the way past the head of a page, the keys / j k."""

import pytest
from browsing import Visit
from playwright.sync_api import Page, expect
from serving import Site

STOPS = 40
"""Stops of Tab that are looked at on a page."""
HERE = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const own = "svg *, input[type=date], input[type=range]";
  const seen = style.outlineStyle !== "none" || style.boxShadow !== "none" || at.matches(own);
  return at === document.body ? null : { told: at.outerHTML.slice(0, 120), seen, size: box.width * box.height };
}"""
"""What has the focus. The signs of a drawing, days and sliders show it in their own way."""


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def test_the_first_stop_leads_past_the_head(site: Site, visit: Visit) -> None:
    page = visit(site, "/news")
    page.keyboard.press("Tab")
    assert focused(page) == "To the content"
    assert page.get_by_role("link", name="To the content").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_keys_find_and_step(site: Site, visit: Visit) -> None:
    page = visit(site, "/news")
    headlines = page.locator("[data-item]").all_inner_texts()
    for key, at in (("j", 0), ("j", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        assert focused(page) == headlines[at]
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("j/k")
    assert page.get_by_role("searchbox").input_value() == "j/k"


def test_keys_open_a_story(site: Site, visit: Visit) -> None:
    page = visit(site, "/news")
    headline = page.locator("[data-item]").first.inner_text()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(headline)


@pytest.mark.parametrize("path", ["/news", "/map", "/people", "/statements", "/paste"])
def test_every_stop_is_seen(site: Site, visit: Visit, path: str) -> None:
    page = visit(site, path)
    stops = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(HERE)) is None:
            break
        stops.append(stop)
    assert len(stops) > 10
    assert not [stop["told"] for stop in stops if not stop["seen"] or not stop["size"]]
