"""One poll of a feed: what is new in it, and when to ask again."""

import random
import re
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from math import ceil
from urllib.parse import urljoin

import httpx
from lxml import etree, html
from msgspec import Struct
from msgspec.structs import replace

from dateline.desk.watching.items import ATOM, RSS, FeedItem, items_of
from dateline.desk.watching.pacing import (
    DAY,
    EVERY,
    after_failures,
    in_words,
    max_age,
    out_of,
    quiet_times,
    retry_after,
    wished_interval,
)
from dateline.desk.watching.states import FeedState, Met, Standing, moment
from dateline.desk.watching.stories import PATIENCE, Stories, Story
from dateline.errors import CannotRead, FetchFailed, NoAnswer, UnknownFormat
from dateline.model import Article, Page, Refused
from dateline.reading.wires.xml import xml_root
from dateline.settings import Settings
from dateline.sources.documents import Origin
from dateline.sources.hosts import Bounds
from dateline.sources.media import HTML
from dateline.sources.visits import Answer, Visitor
from dateline.sources.web import answer_pages, answered, refuse_packing

ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"

_WAITING = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_VALIDATOR = 1000
"""Characters of the longest ETag that is sent back."""

TRIES = 3
"""Rounds in which a story is asked for whose server is in trouble."""


class Polled(Struct, frozen=True, kw_only=True):
    """What a poll gave: the feed's new state, the pages of what is new, and what was refused with the reasons.

    `met` is to be remembered once the pages are safe, and only then may the state be saved. `known` counts the items
    that were met before, `left` the stories that the next round tries to fetch.
    """

    state: FeedState
    pages: tuple[Page, ...] = ()
    refused: tuple[Refused, ...] = ()
    met: tuple[Met, ...] = ()
    known: int = 0
    left: int = 0


class Poller:
    """Polls feeds, one after the other, and remembers what their servers wish.

    `every` is the least time between two polls of a feed, in seconds. `clock` tells seconds since 1970, `sleep` waits
    for some, `chance` gives a number from 0 to 1 that spreads the polls of failing feeds.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        every: float = EVERY,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], object] = time.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._settings = settings
        self._every = every
        self._clock = clock
        self._sleep = sleep
        self._chance = chance
        self._visitor = Visitor(settings, clock)

    def poll(self, state: FeedState, known: Callable[[Met], bool]) -> Polled:
        """Asks once for the feed, and for the stories that it only sums up. `known` tells what was met before.

        What goes wrong is told in the state; nothing is raised for it.
        """
        address = state.now or state.address
        pause = self._visitor.pause(address, most=DAY)
        if pause > PATIENCE:
            reason = f"its server asks to wait {in_words(pause)}"
            return Polled(state=replace(state, due=self._due(state, pause), reason=reason))
        if pause:
            self._sleep(pause)
        bounds = Bounds(own=_host(state.address))
        try:
            answer = self._visitor.visit(address, headers=_conditions(state), bounds=bounds)
            return self._answered(state, answer, bounds, known)
        except NoAnswer as error:
            return Polled(state=self._failed(state, str(error)))
        except CannotRead as error:
            return Polled(state=self._failed(_back_home(state), str(error)))

    def _answered(self, state: FeedState, answer: Answer, bounds: Bounds, known: Callable[[Met], bool]) -> Polled:
        if answer.status == HTTPStatus.OK:
            return self._read(state, answer, bounds, known)
        if answer.status == HTTPStatus.NOT_MODIFIED:
            interval = max(state.interval, max_age(answer.headers))
            return Polled(state=self._succeeded(state, answer, interval))
        if answer.status in _WAITING:
            return Polled(state=self._asked_to_wait(state, answer))
        if answer.status == HTTPStatus.GONE and answer.address == str(httpx.URL(state.address)):
            gone = self._failed(state, f"{answered(answer)}; it is not asked for again", "gone")
            return Polled(state=replace(gone, due=""))
        missing = answer.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
        state = _back_home(state) if missing else state
        return Polled(state=self._failed(state, answered(answer), "missing" if missing else "failing"))

    def _read(self, state: FeedState, answer: Answer, bounds: Bounds, known: Callable[[Met], bool]) -> Polled:
        """What a feed's text gives. Raises CannotRead where it is no feed."""
        page = self._page(state.address, answer)
        root = xml_root(page.content)
        interval = max(wished_interval(root), max_age(answer.headers))
        state = replace(state, quiet=quiet_times(root))
        stories = Stories(self._visitor, self._settings, self._clock, self._sleep)
        basket = _Basket(known, stories, local=bounds.local is True)
        for item in items_of(page, root):
            basket.put(item)
        # Where something is left, the next answer must not be that nothing is new.
        etag, modified = ("", "") if basket.left else (_validator(answer, "etag"), _validator(answer, "last-modified"))
        state = replace(self._succeeded(state, answer, interval), etag=etag, last_modified=modified)
        return Polled(
            state=state,
            pages=tuple(basket.pages),
            refused=tuple(basket.refused),
            met=tuple(basket.met),
            known=basket.known,
            left=basket.left,
        )

    def _page(self, address: str, answer: Answer) -> Page:
        refuse_packing(answer)
        # Its type is told by its text: feeds are sent under every name.
        location, fetched = shown(answer.address), moment(self._clock())
        origin = Origin(location=location, id=shown(address), charset=answer.charset, fetched=fetched)
        page = next(answer_pages(answer, origin, self._settings), None)
        if isinstance(page, Refused):
            raise FetchFailed(page.reason)
        if page is None or page.media_type not in (RSS, ATOM):
            raise UnknownFormat(_no_feed(page, answer.address))
        return page

    def _succeeded(self, state: FeedState, answer: Answer, interval: float) -> FeedState:
        now = answer.moved or state.now
        # A password is not sent on to where a server points.
        now = "" if now == state.address or shown(state.address) != state.address else now
        interval = min(max(interval, self._visitor.pause(now or state.address)), DAY)
        return replace(
            state,
            now=now,
            checked=moment(self._clock()),
            due=self._due(state, max(self._every, interval)),
            interval=ceil(interval),
            failures=0,
            status="moved" if now else "ok",
            reason=f"it has moved for good to {now}" if now else "",
        )

    def _asked_to_wait(self, state: FeedState, answer: Answer) -> FeedState:
        wait = retry_after(answer.headers.get("retry-after"), self._clock())
        if wait is None:
            return self._failed(state, answered(answer))
        self._visitor.hold(answer.address, wait)
        reason = f"{answered(answer)} and asks to wait {in_words(wait)}"
        return replace(self._failed(state, reason), due=self._due(state, max(wait, self._every)))

    def _failed(self, state: FeedState, reason: str, status: Standing = "failing") -> FeedState:
        failures = state.failures + 1
        pause = after_failures(failures, max(self._every, state.interval), self._chance())
        return replace(
            state,
            checked=moment(self._clock()),
            due=self._due(state, pause),
            failures=failures,
            status=status,
            reason=reason,
        )

    def _due(self, state: FeedState, pause: float) -> str:
        return moment(ceil(out_of(state.quiet, self._clock() + pause)))


class _Basket:
    """What one round of a feed gives, item by item."""

    def __init__(self, known: Callable[[Met], bool], stories: Stories, *, local: bool) -> None:
        self._known = known
        self._stories = stories
        self._local = local
        self.pages: list[Page] = []
        self.refused: list[Refused] = []
        self.met: list[Met] = []
        self.known = self.left = 0

    def put(self, item: FeedItem) -> None:
        """Takes an item that is new, whole where it can be had."""
        met = Met(item.id, item.digest)
        if self._known(met):
            self.known += 1
        elif item.told_only or _is_whole(item):
            self._take(item)
            self.met.append(met)
        else:
            self._put_story(item, self._stories.story(item, local=self._local), met)

    def _put_story(self, item: FeedItem, story: Story, met: Met) -> None:
        """The story, else the summary: now, even where the story may come later. Each reason is told once."""
        if story.page:
            self.pages.append(story.page)
            self.met.append(met)
            return
        tried = next((number for number in range(TRIES) if self._known(_summed_up(met, number))), None)
        if tried is None:
            self._take(item)
        tries = (tried or 0) + bool(story.reason)
        later = story.later and tries < TRIES
        if story.reason and item.url and (tried is None or not later):
            taken = "; the feed's summary was taken" if isinstance(item.read, Article) else ""
            self.refused.append(Refused(item.url, "sources", f"{story.reason}{taken}"))
        if not later or tries != tried:
            self.met.append(_summed_up(met, tries) if later else met)
        self.left += later

    def _take(self, item: FeedItem) -> None:
        if isinstance(item.read, Article):
            self.pages.append(item.page)
        elif item.told_only:
            self.refused.append(item.read)
        elif not item.url:
            self.refused.append(replace(item.read, location=item.id))


def _summed_up(met: Met, tries: int) -> Met:
    """An item of which only the summary was taken yet, and how often its story was asked for."""
    return Met(met.item, f"{met.digest} summary {tries}")


def _is_whole(item: FeedItem) -> bool:
    extent = item.read.field("extent") if isinstance(item.read, Article) else None
    return extent is not None and extent.value == "full text"


def _conditions(state: FeedState) -> dict[str, str]:
    told = {"if-none-match": state.etag, "if-modified-since": state.last_modified}
    return {"accept": ACCEPT, **{name: value for name, value in told.items() if value}}


def _validator(answer: Answer, name: str) -> str:
    """What the server calls this version; "" for what could not be sent back."""
    value = answer.headers.get(name, "")
    return value if value.isascii() and value.isprintable() and len(value) <= _VALIDATOR else ""


def _back_home(state: FeedState) -> FeedState:
    """Where a feed is not to be found where it moved to, its own address is asked again."""
    return replace(state, now="", etag="", last_modified="") if state.now else state


def shown(address: str) -> str:
    """An address without the password that may be in it."""
    return re.sub(r"(?<=://)[^/?#@]*@", "", address, count=1)


def _host(address: str) -> str:
    try:
        return httpx.URL(address).raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError):
        return ""


def _no_feed(page: Page | None, address: str) -> str:
    if page is None or page.media_type != HTML:
        return "this is no feed of RSS or Atom; give its address to dateline ingest"
    feed = next(_feeds_named(page, address), None)
    return f"this is a web page, no feed; watch {feed}, which it names" if feed else "this is a web page, no feed"


def _feeds_named(page: Page, address: str) -> Iterator[str]:
    """The addresses of the feeds that a web page names in its head."""
    try:
        root = html.fromstring(page.content.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
        yield from (
            urljoin(address, link.get("href", ""))
            for link in root.iter("link")
            if link.get("type", "").strip().lower() in (RSS, ATOM)
        )
    except (etree.LxmlError, ValueError):
        return
