"""All news: searching, narrowing down and taking it back, an address for all of it; what comes in while one looks."""

import json
import re
import subprocess
import sys
from pathlib import Path

from browsing import Visit
from playwright.sync_api import Page, expect
from serving import Site

ARRIVES = 60_000
"""Milliseconds until what another process reads has to be on the page: it loads its models first."""
COMES = "A gas pipe burst in Lovund"


def headlines(page: Page) -> list[str]:
    return page.locator("main .stories h3").all_inner_texts()


def test_words_are_found_and_marked(site: Site, visit: Visit) -> None:
    page = visit(site, "/news")
    page.get_by_role("searchbox", name="Search all news").fill("captain")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_have_text(re.compile("captain", re.IGNORECASE))
    assert all("captain" in words.casefold() for words in page.locator("mark").all_inner_texts())
    assert page.get_by_role("searchbox").input_value() == "captain"


def test_facets_narrow_and_are_taken_back(site: Site, visit: Visit) -> None:
    page = visit(site, "/news")
    all_news = headlines(page)
    facet = page.locator("#facet-outlet").get_by_role("link", name=re.compile("Inland Post"))
    told = int(facet.locator(".many").inner_text())
    facet.click()
    narrowing = page.get_by_label("Narrowed down to")
    expect(narrowing.get_by_role("link")).to_have_count(1)
    assert page.locator("[data-key]").count() == told
    assert {words.split(" · ")[0] for words in page.locator(".card .outlet").all_inner_texts()} == {"Inland Post"}
    narrowing.get_by_role("link").click()
    expect(narrowing).to_have_count(0)
    assert headlines(page) == all_news


def test_the_address_says_it_all(site: Site, visit: Visit) -> None:
    page = visit(site, "/news?words=ferry")
    page.locator("#facet-type").get_by_role("link").first.click()
    page.wait_for_url(re.compile("type="))
    shown, address = headlines(page), page.url
    page.reload()
    assert (headlines(page), page.url) == (shown, address)
    page.go_back()
    expect(page.get_by_label("Narrowed down to").get_by_role("link")).to_have_count(1)
    page.go_forward()
    assert headlines(page) == shown
    assert headlines(visit(site, address.removeprefix(site.address))) == shown


def test_a_search_keeps_what_was_narrowed(site: Site, visit: Visit) -> None:
    page = visit(site, "/news?outlet=Inland+Post")
    page.get_by_role("searchbox").fill("ferry")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("words=ferry"))
    assert "outlet=Inland+Post" in page.url


def test_days_are_chosen_without_scripts_too(site: Site, visit: Visit) -> None:
    page = visit(site, "/news", java_script_enabled=False)
    page.get_by_role("searchbox").fill("ferry")
    page.get_by_role("button", name="Search").click()
    assert "words=ferry" in page.url
    page.get_by_text("Choose days").click()
    page.get_by_label("From").fill("2026-03-11")
    page.get_by_label("To", exact=True).fill("2026-03-11")
    page.get_by_role("button", name="Show").click()
    assert {day.get_attribute("data-day") for day in page.locator("h2[data-day]").all()} <= {"2026-03-11"}
    assert page.locator("[data-key]").count() == 2
    page.locator("#facet-outlet").get_by_role("link").first.click()
    assert page.locator("[data-key]").count() == 1


def test_days_are_brushed(site: Site, visit: Visit) -> None:
    page = visit(site, "/news")
    bars = page.locator("[data-brush] svg.bars")
    box = bars.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 20, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile("since="))
    assert "until=" in page.url
    assert page.locator("[data-key]").count() < 12


def test_what_comes_in_appears_by_itself_where_somebody_watches(own_site: Site, visit: Visit, tmp_path: Path) -> None:
    page = visit(own_site, "/news")
    page.evaluate("window.still = 'the same page'")
    ingest(own_site, tmp_path)
    expect(page.get_by_role("link", name=COMES)).to_be_visible(timeout=ARRIVES)
    expect(page.locator("[data-appeared]")).to_have_text("1 new article")
    assert page.evaluate("window.still") == "the same page"


def test_what_comes_in_waits_for_whoever_reads(own_site: Site, visit: Visit, tmp_path: Path) -> None:
    page = visit(own_site, "/news")
    page.keyboard.press("j")
    ingest(own_site, tmp_path)
    arrivals = page.locator("[data-arrivals]").get_by_role("link")
    expect(arrivals).to_have_text(re.compile("1 new article"), timeout=ARRIVES)
    expect(page.get_by_role("link", name=COMES)).to_have_count(0)
    arrivals.click()
    expect(page.get_by_role("link", name=COMES)).to_be_focused()


def ingest(site: Site, folder: Path) -> None:
    """Another process reads a story into the desk."""
    story = folder / "lovund.jsonl"
    row = {"id": "lovund-1", "published": "2031-05-02T10:00:00Z", "title": COMES, "outlet": "The Lovund Post"}
    text = "LOVUND, Norway, May 2 - A gas pipe burst in Lovund on Friday, wounding two people, police said."
    story.write_text(json.dumps({**row, "text": text}), encoding="utf-8")
    command = [sys.executable, "-m", "dateline", "ingest", str(story), "--desk", str(site.desk)]
    subprocess.run(command, check=True, capture_output=True, timeout=ARRIVES / 1000)
