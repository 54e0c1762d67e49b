"""Every kind of page of the desk of examples, by name: where it is, found as a reader would find it."""

from urllib.request import urlopen

from lxml import html
from serving import Site

PAGES = {
    "news": "/news",
    "nothing found": "/news?words=zeppelin",
    "article": "/news?words=harbour /article/",
    "incidents": "/incidents",
    "incident": "/incidents?order=reports /incident/",
    "story": "/incidents?order=reports /incident/ /story/",
    "stories": "/stories",
    "people": "/people",
    "person": "/people?name=Saroufim /person/",
    "organisation": "/people?kind=organisation&name=Interior+Ministry /organisation/",
    "place": "/people?kind=place&name=Varna /place/",
    "statements": "/statements",
    "findings": "/findings",
    "map": "/map",
    "timeline": "/timeline",
    "paste": "/paste",
    "judgements": "/judgements",
    "docs": "/docs",
    "not there": "/article/nothing",
}
"""An address, and what the address of the link begins with that leads on from there."""


def address_of(site: Site, name: str) -> str:
    """The address of the page of this name."""
    path, *onward = PAGES[name].split(" /")
    for start in onward:
        path = linked(site, path, f"/{start}")[0]
    return path


def linked(site: Site, path: str, start: str) -> list[str]:
    """Where links of a page's main part lead that begin like this."""
    with urlopen(site.address + path) as answer:
        tree = html.document_fromstring(answer.read())
    found = [str(link).partition("#")[0] for link in tree.xpath("//main//a/@href") if str(link).startswith(start)]
    assert found, f"nothing on {path} leads to {start}"
    return list(dict.fromkeys(found))
