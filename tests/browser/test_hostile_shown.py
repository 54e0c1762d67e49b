"""Stories that mean harm, in a real browser: shown as text, and nothing of theirs runs."""

from collections.abc import Iterator

import pytest
from browsing import SIDEWAYS, Visit
from hostile_desk import hostile_desk
from places_of_site import linked
from playwright.sync_api import expect
from serving import Site, site_of

from dateline.faces.web import addresses
from dateline.faces.web.rendering import NAVIGATION

PHONE = {"width": 390, "height": 800}
FOREIGN = "main :is(script, iframe, object, embed, base, [onerror], [onload], [style*=url]), a[href^='javascript:' i]"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site_of(hostile_desk(tmp_path_factory.mktemp("shown"))) as served:
        yield served


@pytest.mark.parametrize("path", [path for path, _ in NAVIGATION])
def test_pages_of_hostile_stories(hostile: Site, visit: Visit, path: str) -> None:
    page = visit(hostile, path, viewport=PHONE)
    assert page.locator("h1").count() == 1
    assert page.locator(FOREIGN).count() == 0
    assert page.evaluate("window.hacked") is None
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("number", range(9))
def test_a_hostile_story(hostile: Site, visit: Visit, number: int) -> None:
    page = visit(hostile, addresses.article(f"odd-{number}-a"), viewport=PHONE)
    assert page.locator("h1").count() == 1
    assert page.locator(FOREIGN).count() == 0
    assert page.evaluate("window.hacked") is None
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("kind", ["incident", "story"])
def test_what_hostile_stories_tell_together(hostile: Site, visit: Visit, kind: str) -> None:
    path = linked(hostile, "/incidents", "/incident/")[0]
    page = visit(hostile, path if kind == "incident" else linked(hostile, path, "/story/")[0])
    assert page.locator(FOREIGN).count() == 0
    assert page.evaluate("window.hacked") is None


@pytest.mark.parametrize("name", ["long", "unbroken"])
def test_a_paragraph_of_two_megabytes_comes_in_parts(hostile: Site, visit: Visit, name: str) -> None:
    page = visit(hostile, addresses.article(name), viewport=PHONE)
    parts = page.get_by_label("Parts")
    expect(parts).to_contain_text("Part 1 of")
    parts.get_by_role("link", name="Part 2").click()
    expect(page.get_by_label("Parts")).to_contain_text("Part 2 of")
    assert page.locator("main").inner_text().count("word" if name == "long" else "x") > 1000
    assert page.evaluate(SIDEWAYS) <= 0
