"""The map is no more exact than the reports: countries are shaded, places are signs, days can be chosen."""

import re
from collections.abc import Iterator

import pytest
from browsing import Visit
from hostile_desk import Story, desk_of
from playwright.sync_api import Page, expect
from serving import Site, site_of


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Two towns side by side, one far off; of each story another event is known by its country alone."""
    stories = [
        Story("west", "Westby", at=(55.60, 8.40), day="2031-01-05"),
        Story("near", "Nearby", at=(55.62, 8.43), day="2031-02-05"),
        Story("east", "Eastby", at=(55.10, 14.90), day="2031-06-05"),
    ]
    with site_of(desk_of(tmp_path_factory.mktemp("map") / "map.db", stories)) as served:
        yield served


@pytest.fixture
def page(mapped: Site, visit: Visit) -> Page:
    opened = visit(mapped, "/map", reduced_motion="reduce")
    expect(opened.locator("figure.world a.sign").first).to_be_visible()
    return opened


def signs(page: Page) -> list[str]:
    return sorted(str(sign.get_attribute("aria-label")) for sign in page.locator("figure.world a.sign").all())


def test_a_country_is_shaded_and_not_pinned(page: Page) -> None:
    assert page.locator("figure.world path.land[class*=step-]").count() == 1
    page.mouse.move(*inland(page))
    expect(page.locator(".hover")).to_have_text(re.compile("3 incidents: somewhere in Denmark, not told where"))
    assert sum(int(label.split()[0]) for label in signs(page)) == 3, "only what has a point has a sign"
    assert "Denmark" not in " ".join(signs(page))


def inland(page: Page) -> tuple[float, float]:
    """A point of the screen on the shaded country, off every sign."""
    x, y = page.evaluate("""() => {
      const land = document.querySelector("figure.world path.land[class*=step-]");
      const box = land.getBoundingClientRect();
      for (let x = box.left; x < box.right; x += 2) for (let y = box.top; y < box.bottom; y += 2)
        if (document.elementFromPoint(x, y) === land) return [x, y];
    }""")
    return x, y


def test_towns_side_by_side_share_a_sign_until_one_looks_closer(page: Page) -> None:
    page.get_by_role("button", name="Show all places").click()
    together = page.get_by_role("button", name=re.compile("2 incidents: .*Zoom in"))
    together.locator(".spot").click()
    expect(page.locator("a.sign[aria-label$=Westby]")).to_be_visible()
    expect(page.locator("a.sign[aria-label$=Nearby]")).to_be_visible()


def test_days_are_chosen_by_the_slider(page: Page) -> None:
    first = page.get_by_label(re.compile("^First"))
    first.focus()
    page.keyboard.press("End")
    expect(page.locator("figure.world a.sign")).to_have_count(1)
    assert signs(page) == ["1 incident: Eastby"]
    expect(page.locator("[data-window]")).to_have_text(re.compile("2031"))
    page.wait_for_url(re.compile("#days="))
    page.reload()
    expect(page.locator("figure.world a.sign")).to_have_count(1)
    page.get_by_role("button", name="All time").click()
    expect(page.locator("figure.world a.sign")).not_to_have_count(1)


def test_a_sign_leads_to_its_incident(page: Page) -> None:
    assert str(page.locator("a.sign[aria-label$=Eastby]").get_attribute("href")).startswith("/incident/")


def test_the_lists_hold_the_same(page: Page) -> None:
    words = page.get_by_role("region", name="The same in words")
    for name in ("Westby", "Nearby", "Eastby", "Denmark"):
        expect(words.get_by_role("link", name=re.compile(name)).first).to_be_visible()
