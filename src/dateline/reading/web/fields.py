"""What a web page says of its story, each field from the most trusted place that gives it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from urllib.parse import urljoin

from lxml.etree import XPath
from lxml.html import HtmlElement
from msgspec.structs import replace

from dateline.languages.bylines import bylines_of
from dateline.model import Field, Page
from dateline.reading.languages import furniture_language, language_of
from dateline.reading.web.bylines import from_bylines, signed_by
from dateline.reading.web.dates import day_in_address, local_day, moment_in, moment_of
from dateline.reading.web.json_ld import from_json_ld
from dateline.reading.web.marks import from_marks
from dateline.reading.web.meta import from_meta
from dateline.reading.web.sight import from_sight, heading_like, is_elsewhere, path_of, visible_headline, words_of
from dateline.reading.web.titles import alike, halves, headline_of, host_of, outlet_in, squashed, without_outlet

SECTION = 60
"""Characters of the longest section: what is longer is a list of key words."""
LINE = 100
"""Characters of a line that tells a date."""
NEAR, FAR = 12, 30
"""Pieces of text behind the headline among which a date is looked for, by itself or to vouch for the markup's."""

_META_FIRST = frozenset(("outlet", "url"))
"""Fields that the page's head tells better than its JSON-LD: the outlet's name there may be that of a company."""
_CUT_OFF = ("...", "…")
_SITE = re.compile(r"\bwww\.|\w\.\w{2,4}$|://")
_AROUND = XPath(
    "(preceding::text()[normalize-space()][not(parent::script or parent::style)][position() <= 8]"
    " | following::text()[normalize-space()][not(parent::script or parent::style)][position() <= $near])"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_]\w+)*$")

Told = dict[str, list[Field]]


def fields_of(tree: HtmlElement, page: Page) -> tuple[Field, ...]:
    """What the page says of its story: each name from the most trusted place that gives it.

    Moments are ISO 8601, addresses absolute, names of writers one a field. `page` gives its address and the moment it
    was fetched: no later date is believed.
    """
    return tuple(_Page(tree, page).fields())


class _Page:
    """The fields of one page, gathered by source and judged name by name."""

    def __init__(self, tree: HtmlElement, page: Page) -> None:
        self.tree, self.latest = tree, page.fetched
        self.shown: HtmlElement | None = None
        self.houses: set[str] = set()
        self.written = False
        self.sources = [_by_name(source(tree)) for source in (from_json_ld, from_meta, from_marks, from_sight)]
        given = next((field.value for field in page.fields if field.name == "url"), page.location)
        own = next((field.value for field in self.all("url") if host_of(field.value)), "")
        self.address = given if "://" in given else own
        self.host = host_of(self.address)
        self.language = next((field.value for field in self.all("language") if _LANGUAGE.match(field.value)), "")
        told = " ".join(field.value for name in ("headline", "deck") for field in self.all(name))
        hints = (Field("language", self.language, ""),)
        self.words = bylines_of(furniture_language(told, hints))
        self.months = self.language or language_of(told) or ""

    def all(self, name: str) -> list[Field]:
        """The fields of a name, those of the most trusted source first."""
        order = [1, 0, 2, 3] if name in _META_FIRST else range(4)
        return [field for i in order for field in self.sources[i].get(name, ())]

    def best(self, name: str) -> list[Field]:
        """The fields of a name in the most trusted source that has any, each value once."""
        found = next((told[name] for told in self.sources if name in told), [])
        return list({field.value.casefold(): field for field in reversed(found)}.values())[::-1]

    def fields(self) -> Iterator[Field]:
        """All fields, name by name."""
        outlets = list(self.outlets())
        title = words_of(found) if (found := self.tree.find(".//title")) is not None else ""
        yield from self.headlines(title, [field.value for field in outlets])
        yield from self.best("deck")
        yield from self.bylines(outlets)
        yield from self.published()
        yield from self.moments(self.all("updated"))[:1]
        yield from outlets[:1]
        yield from [field for field in self.all("section") if len(field.value) <= SECTION][:1]
        yield from self.tags()
        yield from self.agencies()
        yield from self.links("url")
        yield from self.links("image")
        if self.language:
            yield next(field for field in self.all("language") if field.value == self.language)

    def tags(self) -> Iterator[Field]:
        """The key words, one a field: some pages give all of them as one, beside each of them."""
        words: dict[str, Field] = {}
        for field in self.best("tag"):
            for part in field.value.split(","):
                if word := part.strip():
                    words.setdefault(word.casefold(), replace(field, value=word))
        yield from words.values()

    def outlets(self) -> Iterator[Field]:
        """Names of the outlet, best first: the head's, the publisher's, the title's, the host's."""
        for field in self.all("outlet"):
            if "://" not in field.value and squashed(field.value) and len(field.value) <= 80:
                yield replace(field, value=field.value.lstrip("@ "))
        title = self.tree.find(".//title")
        if title is not None and (name := outlet_in(words_of(title), self.host)):
            yield Field("outlet", name, "title")
        if self.host:
            yield Field("outlet", self.host, "address")

    def headlines(self, title: str, outlets: list[str]) -> Iterator[Field]:
        """The headline, without outlet and kicker."""
        told = [*self.all("headline"), *([Field("headline", title, "title")] if title else [])]
        bare = [replace(field, value=without_outlet(field.value, outlets, self.host)) for field in told]
        bare = [field for field in bare if field.value and not field.value.endswith(_CUT_OFF)] or bare
        self.shown = self.seen(bare)
        visible = without_outlet(words_of(self.shown), outlets, self.host) if self.shown is not None else ""
        if bare and squashed(visible) in map(squashed, outlets):
            visible = ""
        pieces = [piece for piece in self.shown.itertext() if piece.strip()] if self.shown is not None else []
        path = "h1" if self.shown is None or self.shown.tag == "h1" else path_of(self.shown)
        if (best := headline_of(visible, pieces, bare, path)) is not None:
            yield best

    def seen(self, told: list[Field]) -> HtmlElement | None:
        """The headline as it stands on the page: the story's h1, else the heading most like what is told.

        On a page without any it is the line that says a title, or a title without its outlet.
        """
        if (only := visible_headline(self.tree)) is not None:
            return only
        best, likeness = None, 0.5
        for element in self.tree.iter("h1", "h2"):
            near = max((alike(words_of(element), field.value) for field in told), default=0.0)
            if near > likeness:
                best, likeness = element, near
        if best is None and self.tree.find(".//h2") is None:
            return heading_like(self.tree, (part for field in told for part in halves(field.value)))
        return best

    def bylines(self, outlets: list[Field]) -> Iterator[Field]:
        """The writers, one a field: of the first source that names people, else the desk that signs."""
        self.houses = {squashed(field.value) for field in outlets} | {squashed(self.host.partition(".")[0])}
        desk: list[Field] = []
        for i, told in enumerate((*self.sources[:3], None)):
            fields = told.get("byline", []) if told is not None else from_bylines(self.tree, self.shown, self.words)
            names = list(self.writers(fields, believed=i != 1))
            people = [field for field in names if not self.is_house(field.value)]
            if people:
                self.written = True
                yield from people
                return
            desk = desk or names
        yield from desk[:1]

    def named(self, name: str) -> list[Field]:
        """The fields of another name, as fields of publication."""
        return [replace(field, name="published") for field in self.all(name)]

    def agencies(self) -> list[Field]:
        """The agency that the markup names, or the byline: beside its writers ("Jane Doe, Reuters") or alone."""
        signed = self.all("byline")
        told = (
            replace(field, name="agency", value=name) for field in signed for name in self.words.agencies(field.value)
        )
        known = self.best("agency") or list(told)[:1]
        return known if known or self.written else list(signed_by(self.tree, self.words))

    def writers(self, fields: Iterable[Field], believed: bool) -> Iterator[Field]:
        """One field for each writer, of the first path that names any; a house only where the path is `believed`."""
        found: dict[str, Field] = {}
        path = None
        for field in fields:
            if path not in (None, field.path):
                break
            names = self.words.authors(self.signed(field.value))
            if not believed and any(self.is_house(name) or self.words.is_institution(name) for name in names):
                continue
            path = field.path if names else path
            for name in names:
                found.setdefault(squashed(name), replace(field, value=name))
        yield from found.values()

    def signed(self, value: str) -> str:
        """Without the words before a name in a link: "All posts by Jane Doe"."""
        return (self.words.behind(value) or value) if len(value.split()) > 3 else value

    def is_house(self, name: str) -> bool:
        """Whether the name is the outlet's own."""
        own = squashed(name)
        begins = " " not in name and len(own) > 4 and any(house.startswith(own) for house in self.houses)
        return begins or own in self.houses or _SITE.search(name) is not None

    def moments(self, fields: Iterable[Field]) -> list[Field]:
        """The fields whose moment can be read, in ISO 8601."""
        read = ((field, moment_of(field.value, self.months, self.latest)) for field in fields)
        return [replace(field, value=moment) for field, moment in read if moment]

    def published(self) -> Iterator[Field]:
        """The moment of publication; before it the local day, where the page names one and the moment is in UTC."""
        trusted = next(iter(self.moments(self.all("published"))), None)
        if trusted is not None and not trusted.value.endswith(("Z", "+00:00")):
            yield trusted
            return
        days = list(self.days(NEAR if trusted is None else FAR))
        if trusted is None:
            yield from (days or self.moments(self.named("day")) or list(self.searched()))[:1]
            return
        days = [day for day in days if local_day(trusted.value, day.value)]
        yield from (replace(day, value=day.value[:10]) for day in days[:1])
        yield trusted

    def days(self, near: int) -> Iterator[Field]:
        """Days of publication that are told outside the markup: by the address, and by a line near the headline."""
        for address in (self.address, *(field.value for field in self.all("url")[:1])):
            if day := day_in_address(address, self.latest):
                yield Field("published", day, "address")
                break
        for piece in _AROUND(self.shown, near=near) if self.shown is not None else ():
            moment = moment_in(piece, self.months, self.latest) if len(piece) <= LINE else None
            if moment and not is_elsewhere(piece.getparent()):
                yield Field("published", moment, "line")
                return

    def searched(self) -> Iterator[Field]:
        """The day as htmldate finds it at the page's edges: the last resort."""
        from htmldate import find_date

        if day := moment_of(find_date(self.tree, extensive_search=False, original_date=True) or "", "", self.latest):
            yield Field("published", day, "htmldate")

    def links(self, name: str) -> list[Field]:
        """The first address of a name, made absolute."""
        for field in self.all(name):
            with suppress(ValueError):  # brackets that hold no address of IPv6
                link = urljoin(self.address, field.value)
                if link.startswith(("http://", "https://")) and host_of(link):
                    return [replace(field, value=link)]
        return []


def _by_name(fields: Iterable[Field]) -> Told:
    told: Told = {}
    for field in fields:
        if field.value.strip():
            told.setdefault(field.name, []).append(field)
    return told
