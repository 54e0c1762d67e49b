"""A story of one's own: pasted or dropped, it is shown with its facts at once, and the desk has nothing of it."""

from browsing import Visit
from playwright.sync_api import Page, expect
from serving import Site

import dateline

READ = 60_000
"""Milliseconds for the first story: the models are loaded for it."""
STORY = """A bridge fell in Skarvik

SKARVIK, Norway, May 2 (Fjord News) - A bridge fell in Skarvik on Friday, killing three people, police said.

"Nobody heard it coming," Mayor Ada Lunde said.
"""
DROP = """(words) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([words], "skarvik.txt", { type: "text/plain" }));
  document.querySelector("form.box").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
}"""


def assert_read(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("A bridge fell in Skarvik", timeout=READ)
    expect(page.locator(".lit").get_by_text("killing").first).to_be_visible()
    expect(page.locator("[data-kind=statement]").get_by_text("Ada Lunde").first).to_be_attached()


def test_a_pasted_story_and_a_dropped_file_are_read(site: Site, visit: Visit) -> None:
    page = visit(site, "/paste")
    page.get_by_label("The story").fill(STORY)
    page.get_by_role("button", name="Read it").click(timeout=READ)
    assert_read(page)
    page = visit(site, "/paste")
    page.evaluate(DROP, STORY)
    assert_read(page)
    with dateline.open(site.desk) as desk:
        assert not desk.search("Skarvik")


def test_without_scripts_too(site: Site, visit: Visit) -> None:
    page = visit(site, "/paste", java_script_enabled=False)
    page.get_by_label("Or a file").set_input_files(
        {"name": "s.txt", "mimeType": "text/plain", "buffer": STORY.encode()}
    )
    page.get_by_role("button", name="Read it").click(timeout=READ)
    assert_read(page)


def test_what_holds_no_story_is_told_and_kept_in_the_box(site: Site, visit: Visit) -> None:
    page = visit(site, "/paste", forgiven=("status of 4",))
    page.get_by_label("The story").fill(" ")
    page.get_by_role("button", name="Read it").click(timeout=READ)
    expect(page.get_by_role("alert")).to_be_visible(timeout=READ)
    expect(page.get_by_label("The story")).to_be_visible()
