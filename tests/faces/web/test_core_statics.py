"""The files that come with the package: pressed once, and kept for ever only by an address that changes with them."""

import gzip
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.applications import Starlette
from starlette.routing import Mount

import dateline.faces.web
from dateline.faces.web.statics import Statics, static

FOLDER = Path(dateline.faces.web.__file__).parent / "static"
FILES = sorted(str(path.relative_to(FOLDER).as_posix()) for path in FOLDER.rglob("*") if path.is_file())
FIRST_VIEW = 300_000


@pytest.fixture(scope="module")
def site() -> TestClient:
    return TestClient(Starlette(routes=[Mount("/static", Statics())]))


@pytest.mark.parametrize("path", FILES)
def test_every_file_may_be_kept_for_ever_by_its_own_address(site: TestClient, path: str) -> None:
    answer = site.get(static(path))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert path.endswith(".css") or answer.content == (FOLDER / path).read_bytes()
    for other in (f"/static/{path}", f"/static/{path}?v=0000000000"):
        assert site.get(other).headers["cache-control"] == "public, no-cache"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("style/base.css", "text/css; charset=utf-8"),
        ("scripts/theme.js", "text/javascript; charset=utf-8"),
        ("vendor/countries-50m.json", "application/json"),
        ("icon.svg", "image/svg+xml"),
        ("fonts/source-sans-3-latin-wght-normal.woff2", "font/woff2"),
    ],
)
def test_browsers_are_told_what_it_is(site: TestClient, path: str, kind: str) -> None:
    assert site.get(static(path)).headers["content-type"] == kind


def test_text_is_pressed_and_fonts_are_not(site: TestClient) -> None:
    with site.stream("GET", static("vendor/d3.min.js")) as answer:
        pressed = b"".join(answer.iter_raw())
    assert gzip.decompress(pressed) == (FOLDER / "vendor/d3.min.js").read_bytes()
    plain = site.get(static("vendor/d3.min.js"), headers={"accept-encoding": "identity"})
    assert len(pressed) < len(plain.content) / 2
    assert "content-encoding" not in site.get(static("fonts/source-sans-3-latin-wght-normal.woff2")).headers


def test_a_style_leads_to_its_fonts_by_their_own_addresses(site: TestClient) -> None:
    style = site.get(static("style/base.css")).text
    fonts = re.findall(r"url\(([^)]+)\)", style)
    assert len(fonts) == 5
    for font in fonts:
        assert site.get(font).headers["cache-control"].endswith("immutable")


def test_who_has_it_gets_no_body(site: TestClient) -> None:
    first = site.get("/static/icon.svg")
    again = site.get("/static/icon.svg", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = site.head("/static/icon.svg")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", first.headers["etag"])


@pytest.mark.parametrize(
    "path",
    ["", "style", "style/", "nothing.css", "/etc/passwd", "style//base.css", "icon.svg%00", "icon.svg/", 3000 * "x"],
)
def test_nothing_else_is_given(site: TestClient, path: str) -> None:
    assert site.get(f"/static/{path}").status_code == 404
    assert site.post(f"/static/{path}").status_code == 405


@pytest.mark.parametrize("path", ["%2e%2e/rendering.py", "style/%2e%2e/%2e%2e/rendering.py", "style/%2e/base.css"])
def test_no_way_leads_out(site: TestClient, path: str) -> None:
    assert site.get(f"/static/{path}").status_code == 404


def test_what_every_page_loads_is_small(site: TestClient) -> None:
    """The first view has styles, scripts and the fonts of Latin letters; its own page comes on top."""
    base = (FOLDER.parent / "templates" / "base.html").read_text()
    every = set(re.findall(r"static\('([^']+)'\)", base))
    every |= {path for path in FILES if path.endswith("-latin-wght-normal.woff2")}
    sizes = {path: int(site.get(static(path)).headers["content-length"]) for path in every}
    assert len(every) >= 8
    assert sum(sizes.values()) < FIRST_VIEW / 2, sizes
