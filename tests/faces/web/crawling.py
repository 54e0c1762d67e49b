"""Follows the links of pages as a reader would, and looks at what each page is made of."""

from collections import Counter, deque
from collections.abc import Iterator
from time import monotonic
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from httpx import Client, Response
from lxml import html

VARIANTS = 2
"""Questions that are followed of one path: facets lead to each other without end."""


class Visited(NamedTuple):
    """A path with its answer, how long it took, and which page led there."""

    address: str
    answer: Response
    seconds: float
    by: str

    @property
    def tree(self) -> html.HtmlElement | None:
        """The page; None for data."""
        is_page = self.answer.headers.get("content-type", "").startswith("text/html")
        return html.document_fromstring(self.answer.content) if is_page and self.answer.content else None


def crawl(client: Client, *starts: str, most: int = 400) -> Iterator[Visited]:
    """Every page that is reached from these, breadth first, `most` at most."""
    waiting = deque((start, "") for start in starts)
    known, variants = set(starts), Counter[str]()
    while waiting and most:
        address, by = waiting.popleft()
        began = monotonic()
        visited = Visited(address, client.get(address), monotonic() - began, by)
        yield visited
        most -= 1
        for link in links(visited):
            path = urlsplit(link).path
            if link not in known and variants[path] < VARIANTS and not path.startswith("/static/"):
                known.add(link)
                variants[path] += 1
                waiting.append((link, address))


def links(visited: Visited) -> Iterator[str]:
    """Where its links lead on this server, as paths without their anchors."""
    if (tree := visited.tree) is None:
        return
    here = str(visited.answer.url)
    home = here.removesuffix(visited.answer.url.raw_path.decode())
    for link in tree.xpath("//a/@href"):
        target = urljoin(here, link)
        if target.startswith(f"{home}/"):
            yield target.removeprefix(home).partition("#")[0]


def strange(tree: html.HtmlElement) -> list[str]:
    """What no page of ours has: inline scripts and styles, handlers, frames, addresses that are scripts."""
    found = tree.xpath(
        "//script[not(starts-with(@src, '/static/'))] | //img[not(starts-with(@src, '/static/'))]"
        " | //link[not(starts-with(@href, '/'))] | //style | //iframe | //object | //embed | //base | //*[@style]"
        " | //@*[starts-with(name(), 'on')]/.."
    )
    told = [html.tostring(element, encoding="unicode", with_tail=False)[:200] for element in found]
    for name in ("href", "src", "action", "formaction", "xlink:href", "data", "hx-get", "hx-post"):
        for address in tree.xpath(f"//@*[name()='{name}']"):
            scheme = urlsplit(address.strip()).scheme.lower()
            told += [f"{name}={address[:80]}"] * (scheme not in ("", "http", "https"))
    return told
