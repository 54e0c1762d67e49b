"""An article as a proof: words and facts light each other; what a fact rests on, and a verdict, are one click away."""

import re
from collections.abc import Iterator

import pytest
from browsing import Visit
from places_of_site import address_of
from playwright.sync_api import Locator, Page, expect
from serving import Site

import dateline

HOT = re.compile(r"\bhot\b")
SAID = "They came from the sea"
"""Words of the example, and who says them."""
SPEAKER = "Nadia Saroufim"


@pytest.fixture
def page(site: Site, visit: Visit) -> Iterator[Page]:
    yield visit(site, address_of(site, "article"), viewport={"width": 1400, "height": 900})


def lit(page: Page, words: str) -> Locator:
    return page.locator(".lit").filter(has_text=words).first


def note(page: Page, words: str) -> Locator:
    return page.locator("details.remark").filter(has_text=words).first


def test_words_light_their_facts(page: Page) -> None:
    saying = note(page, SAID)
    lit(page, SAID).hover()
    expect(saying).to_have_class(HOT)
    page.locator("h1").hover(position={"x": 1, "y": 1})
    page.mouse.move(2, 2)
    expect(saying).not_to_have_class(HOT)


def test_facts_light_their_words(page: Page) -> None:
    note(page, SAID).locator("summary").hover()
    expect(lit(page, SAID)).to_have_class(HOT)


def test_the_keyboard_lights_both_ways(page: Page) -> None:
    word = page.locator(".lit[tabindex='0']").first
    word.focus()
    expect(page.locator("details.remark.hot, aside.gist.hot").first).to_be_visible()
    assert "n" in str(word.get_attribute("aria-describedby"))
    note(page, SAID).locator("summary").focus()
    expect(lit(page, SAID)).to_have_class(HOT)


def test_what_a_fact_rests_on_is_one_click_away(page: Page) -> None:
    saying = note(page, SAID)
    lit(page, SAID).click()
    evidence = saying.locator(".evidence").first
    expect(evidence).to_be_visible()
    expect(evidence).to_contain_text("How sure")
    expect(evidence).to_contain_text("Read by")
    expect(evidence.get_by_role("link", name=re.compile(SAID))).to_be_visible()
    page.wait_for_url(re.compile("#statement-"))
    page.reload()
    expect(evidence).to_be_visible()
    page.keyboard.press("Escape")
    expect(evidence).not_to_be_visible()


def test_evidence_is_there_without_scripts(site: Site, visit: Visit) -> None:
    page = visit(site, address_of(site, "article"), java_script_enabled=False)
    if not (saying := note(page, SAID).locator("> summary")).is_visible():
        page.locator("details.margin").filter(has=page.locator(".remark", has_text=SAID)).locator("> summary").click()
    saying.click()
    expect(note(page, SAID).locator(".evidence").first).to_be_visible()


def test_statements_name_their_speakers(page: Page) -> None:
    expect(note(page, SAID)).to_contain_text(SPEAKER)


def test_findings_are_underlined_with_their_reason(page: Page) -> None:
    found = page.locator("details.remark.finding").first
    expect(found).to_be_visible()
    found.locator("summary").hover()
    expect(page.locator(".lit.hot").first).to_be_visible()


def test_a_fact_is_judged_where_it_stands(own_site: Site, visit: Visit) -> None:
    page = visit(own_site, address_of(own_site, "article"))
    lit(page, SAID).click()
    note(page, SAID).get_by_role("button", name="Wrong").first.click()
    expect(page.locator("details.remark.struck").first).to_contain_text(SAID)
    with dateline.open(own_site.desk) as desk:
        assert [row.verdict for row in desk.judgements()] == ["wrong"]
    struck = page.locator("details.remark.struck").first
    if not struck.evaluate("details => details.open"):
        struck.locator("> summary").click()
    struck.get_by_role("button", name="Right after all").click()
    expect(page.locator("details.remark.struck")).to_have_count(0)


@pytest.mark.parametrize("anchor", ["#100%", "#nothing", "#finding-0", "#%E0%A4%A"])
def test_no_anchor_breaks_it(site: Site, visit: Visit, anchor: str) -> None:
    page = visit(site, address_of(site, "article") + anchor)
    expect(page.locator("h1")).to_be_visible()
