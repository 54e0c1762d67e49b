"""Judgements by button: seen on the page at once, kept in the desk, taken back; with scripts and without."""

import pytest
from browsing import Visit
from places_of_site import address_of
from playwright.sync_api import Page, expect
from serving import Site

import dateline


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(request: pytest.FixtureRequest, own_site: Site, visit: Visit) -> Page:
    return visit(own_site, address_of(own_site, "incident"), java_script_enabled=request.param)


def holding(site: Site) -> list[tuple[str, str | None, str]]:
    """What is decided and holds: the verdict, why, and by whom."""
    with dateline.open(site.desk) as desk:
        return [(row.verdict, row.why, row.who) for row in desk.judgements() if row.holds and row.verdict != "undo"]


def test_a_figure_is_wrong_and_is_not(own_site: Site, page: Page) -> None:
    figures = page.locator("section.figures tbody tr")
    page.locator("section.figures details.same > summary").first.click()
    before = figures.count()
    figure = figures.first
    figure.locator("summary").click()
    figure.get_by_label("Why").fill("it was misread")
    figure.get_by_label("Your name").fill("Ada")
    figure.get_by_role("button", name="This figure is wrong").click()
    decided = page.get_by_label("What you decided")
    expect(decided).to_contain_text("Ada")
    expect(decided).to_contain_text("it was misread")
    assert holding(own_site) == [("wrong", "it was misread", "Ada")]
    expect(page.get_by_role("heading", name="Judged wrong")).to_be_visible()
    assert figures.count() < before
    decided.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Judged wrong")).to_have_count(0)
    assert holding(own_site) == []
    assert figures.count() == before


def test_a_report_tells_of_another_event_and_does_not(own_site: Site, page: Page) -> None:
    reports = page.locator("section.reports tbody tr")
    before, address = reports.count(), page.url
    last = reports.last
    last.locator("summary").first.click()
    last.get_by_role("button", name="It tells of another event").first.click()
    decided = page.get_by_label("What you decided")
    expect(decided).to_be_visible()
    assert [verdict for verdict, _, _ in holding(own_site)] == ["different"]
    page.goto(address)
    assert reports.count() < before
    page.goto(f"{own_site.address}/judgements")
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_label("What you decided")).to_be_visible()
    assert holding(own_site) == []
    page.goto(address)
    assert reports.count() == before


def test_what_is_near_is_the_same(own_site: Site, page: Page) -> None:
    near = page.locator("ul.near > li").first
    near.locator("summary").click()
    near.get_by_role("button", name="It is the same").click()
    expect(page.get_by_label("What you decided")).to_be_visible()
    assert [verdict for verdict, _, _ in holding(own_site)] == ["same"]


def test_a_page_elsewhere_cannot_judge(own_site: Site, visit: Visit) -> None:
    with dateline.open(own_site.desk) as desk:
        fact = desk.record("ferry-1").facts[0].id
    page = visit(own_site, "/news", forgiven=("status of 403",))
    page.goto("about:blank")
    fields = f"<input name=verdict value=wrong><input name=left value={fact}><button>Win a prize</button>"
    page.set_content(f"<form method=post action={own_site.address}/judgements>{fields}</form>")
    page.get_by_role("button").click()
    expect(page.locator("h1")).to_have_text("Nothing was written")
    assert holding(own_site) == []
