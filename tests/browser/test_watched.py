"""What the watch over every page of these tests would see, if it happened."""

import pytest
from browsing import Contexts, Watch
from playwright.sync_api import Page
from serving import Site


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("console.warn('careful')", "console warning: careful"),
        ("setTimeout(() => { throw new Error('broken') })", "page error: broken"),
        ("alert('hello')", "dialog: hello"),
        ("document.body.setAttribute('onclick', 'alert(1)')", "the policy forbids script-src-attr"),
        (
            "document.body.insertAdjacentHTML('beforeend', '<img src=\"http://elsewhere.example/x\">')",
            "the policy forbids",
        ),
        ("location = 'http://elsewhere.example/'", "another host: http://elsewhere.example/"),
        ("fetch('/nowhere')", "status of 404"),
    ],
)
def test_the_watch_sees_it(site: Site, contexts: Contexts, deed: str, told: str) -> None:
    page: Page = contexts().new_page()
    watch = Watch(page, site.address, ())
    page.goto(f"{site.address}/paste")
    assert not watch.troubles
    page.evaluate(f"() => {{ {deed} }}")
    for _ in range(100):
        if any(told in trouble for trouble in watch.troubles):
            break
        page.wait_for_timeout(20)
    page.close()
    assert [trouble for trouble in watch.troubles if told in trouble], watch.troubles
