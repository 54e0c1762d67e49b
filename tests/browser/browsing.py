"""Pages in a real browser. Nothing may go wrong unnoticed on any of them: see `Watch`."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:  # pytest loads this module for every run; what browsers need is loaded for those who look at pages
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response
    from serving import Site

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 30_000
"""Milliseconds that a page may take to become what a test waits for. Nothing waits that long where all is well."""
TOLD = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`the policy forbids ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));"""

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
"""How far a page scrolls sideways: it never should."""

Visit = Callable[..., "Page"]


class Watch:
    """What may not happen on a page: errors and warnings of scripts, dialogs, visits elsewhere, broken answers."""

    def __init__(self, page: "Page", home: str, forgiven: tuple[str, ...]) -> None:
        self.troubles: list[str] = []
        self._home = (home, "data:", "blob:", "about:")
        self._forgiven = forgiven
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._note(f"page error: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("dialog", lambda dialog: (self._note(f"dialog: {dialog.message}"), dialog.dismiss()))

    def _note(self, trouble: str) -> None:
        if not any(words in trouble for words in self._forgiven):
            self.troubles.append(trouble)

    def _console(self, message: "ConsoleMessage") -> None:
        if message.type in ("error", "warning"):
            self._note(f"console {message.type}: {message.text} ({message.location.get('url')})")

    def _request(self, request: "Request") -> None:
        if not request.url.startswith(self._home):
            self._note(f"another host: {request.url}")

    def _response(self, response: "Response") -> None:
        if response.status >= 500:
            self._note(f"status {response.status}: {response.url}")


class Contexts:
    """Contexts of one browser by their options. Pages of one share what the browser keeps: it loads no font twice."""

    def __init__(self, browser: "Browser") -> None:
        self._browser = browser
        self._opened: dict[str, BrowserContext] = {}

    def __call__(self, **options: Any) -> "BrowserContext":
        found = self._opened.get(repr(options))
        if found is None:
            found = self._browser.new_context(**{"locale": "en-GB", "timezone_id": "Europe/Berlin", **options})
            found.set_default_timeout(PATIENCE)
            found.add_init_script(TOLD)
            self._opened[repr(options)] = found
        return found


def chromium() -> str:
    """Where Chromium is. Without one a test is skipped; where CI says that there has to be one, it fails."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        told = f"no Chromium on the path ({', '.join(NAMES)})"
        pytest.fail(told) if os.environ.get("CI") == "true" else pytest.skip(told)
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Site"]:
    """The examples, for tests that only read."""
    from serving import site_of
    from web_desk import examples_desk

    with site_of(examples_desk(tmp_path_factory.mktemp("browser"))) as served:
        yield served


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator["Site"]:
    """The examples, for a test that writes."""
    from serving import site_of
    from web_desk import examples_desk

    with site_of(examples_desk(tmp_path)) as served:
        yield served


@pytest.fixture(scope="module")
def contexts() -> "Iterator[Contexts]":
    """One browser for a module: while it is open, nobody else in this thread can run a loop of asyncio's."""
    from playwright.sync_api import expect, sync_playwright

    path = chromium()
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path)
        yield Contexts(opened)
        opened.close()


@pytest.fixture
def visit(contexts: Contexts) -> Iterator[Visit]:
    """`visit(site, "/news", color_scheme="dark", forgiven=("404",))`: the page; the options are those of a context."""
    opened: list[tuple[Page, Watch]] = []

    def go(site: "Site", path: str, *, forgiven: tuple[str, ...] = (), **options: Any) -> "Page":
        page = contexts(**options).new_page()
        opened.append((page, Watch(page, site.address, forgiven)))
        page.goto(site.address + path)
        return page

    yield go
    for page, _ in opened:
        page.close()
    assert not [trouble for _, watch in opened for trouble in watch.troubles]
