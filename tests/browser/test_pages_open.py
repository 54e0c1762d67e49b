"""Every page opens, in both themes, on a phone, on paper and without scripts; who uses no eyes can read it."""

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from browsing import SIDEWAYS, Visit
from places_of_site import PAGES, address_of
from playwright.sync_api import Page
from serving import Site

WIDE: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 800}, "color_scheme": "dark", "has_touch": True}
TITLE = "h1:not(.swagger-ui *)"
SERIOUS = """
const { violations } = await axe.run(document, { resultTypes: ["violations"] });
const told = ({ id, help, nodes }) =>
  `${id}: ${help}: ${nodes.slice(0, 4).map(({ html, failureSummary }) => html.slice(0, 160) + failureSummary).join()}`;
return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(told);
"""
"""What axe finds that is serious: the rule, and where."""
MISSING = ("status of 404",)
"""What the browser says of a page that is not there."""
EACH = pytest.mark.parametrize("name", PAGES)


@pytest.mark.parametrize("screen", [WIDE, PHONE], ids=["wide and light", "phone and dark"])
@EACH
def test_it_opens_and_everybody_can_read_it(site: Site, visit: Visit, name: str, screen: dict[str, Any]) -> None:
    page = visit(site, address_of(site, name), forgiven=MISSING, **screen)
    assert_whole(page)
    assert page.evaluate(SIDEWAYS) <= 0
    assert not page.evaluate(f"async () => {{ {AXE_SCRIPT}; {SERIOUS} }}")
    page.emulate_media(media="print")
    assert page.locator(TITLE).is_visible()
    assert not page.locator("nav.sections").is_visible()


@EACH
def test_it_reads_without_scripts(site: Site, visit: Visit, name: str) -> None:
    page = visit(site, address_of(site, name), forgiven=MISSING, java_script_enabled=False, **WIDE)
    assert_whole(page)
    assert len(page.locator("main").inner_text()) > 40


@pytest.mark.parametrize("name", ["news", "article", "incident"])
def test_it_fits_on_paper(site: Site, visit: Visit, name: str) -> None:
    page = visit(site, address_of(site, name), **WIDE)
    page.emulate_media(media="print")
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.set_viewport_size({"width": 700, "height": 900})
    assert page.evaluate(SIDEWAYS) <= 0


def test_the_reader_chooses_light_or_dark(site: Site, visit: Visit) -> None:
    page = visit(site, "/statements", color_scheme="light", locale="en-IE")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="dark").click()
    assert page.evaluate(paper) != light
    page.goto(f"{site.address}/news")
    assert page.get_by_role("button", name="dark").get_attribute("aria-pressed") == "true"
    assert page.evaluate(paper) != light
    page.get_by_role("button", name="as the system").click()
    assert page.evaluate(paper) == light


def assert_whole(page: Page) -> None:
    """A title, one heading above all others, a main part and the way on."""
    assert page.title().endswith("Dateline")
    assert page.locator(TITLE).count() == 1
    assert page.locator(TITLE).is_visible()
    assert page.locator("main:not(.swagger-ui *)").count() == page.locator("nav.sections").count() == 1
