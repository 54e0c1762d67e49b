"""The stories that a feed only sums up: their pages, with what the feed says of them where they are silent."""

import re
from collections.abc import Callable, Iterator

from httpx import InvalidURL
from msgspec import Struct
from msgspec.structs import replace

from dateline.desk.watching.items import FeedItem
from dateline.desk.watching.pacing import retry_after
from dateline.errors import CannotRead, FetchFailed, NoAnswer
from dateline.model import Article, Field, Page
from dateline.reading import read_page
from dateline.settings import Settings
from dateline.sources.hosts import Bounds
from dateline.sources.media import HTML, PDF, TEXT
from dateline.sources.visits import Answer, Visitor, origin_of
from dateline.sources.web import answer_pages, answered, page_origin

MOST = 30
"""Stories that are fetched for one feed in one round."""
PAUSE = 1.0
"""Seconds between two stories of one server, where its robots.txt does not ask for more."""
PATIENCE = 60.0
"""Seconds that one round waits for servers' turns; stories that would take longer are left for the next round."""
SHARE = 1 / 3
"""The share of the feed's words that must come again in the story: else the page tells something else."""

_KEPT = ("published", "outlet", "headline")
_WAITING = (429, 503)
# Words of four letters and more; where words have no spaces between them, two signs side by side.
_WORD = re.compile(r"[^\W\d_]{4,}")
_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]{2,}")


class Story(Struct, frozen=True):
    """The page of a story, or the reason why there is none; `later` where the next round may find one."""

    page: Page | None
    reason: str = ""
    later: bool = False


class Stories:
    """The stories of one round of a feed, fetched one after the other. Servers in trouble are left alone for its rest.

    `clock` tells seconds since 1970, `sleep` waits for some.
    """

    def __init__(
        self,
        visitor: Visitor,
        settings: Settings,
        clock: Callable[[], float],
        sleep: Callable[[float], object],
    ) -> None:
        self._visitor = visitor
        self._settings = settings
        self._clock = clock
        self._sleep = sleep
        self._asked = 0
        self._waited = 0.0
        self._troubled: set[str] = set()

    def story(self, item: FeedItem, *, local: bool) -> Story:
        """The story that an item links to.

        `local` says that the feed came from this machine or its network: then its links may lead there too.
        """
        try:
            origin = origin_of(item.url)
        except (InvalidURL, UnicodeError) as error:
            return Story(None, f"its link is no address: {error}")
        if not item.url.lower().startswith(("http://", "https://")):
            return Story(None, "its link is no address of the web" if item.url else "it has no link")
        pause = self._visitor.pause(item.url, least=PAUSE)
        if origin in self._troubled or self._asked >= MOST or self._waited + pause > PATIENCE:
            return Story(None, later=True)
        if pause:
            self._sleep(pause)
            self._waited += pause
        self._asked += 1
        try:
            return Story(self._page(item, local))
        except NoAnswer as error:
            return Story(None, str(error), later=True)
        except CannotRead as error:
            return Story(None, str(error))

    def _page(self, item: FeedItem, local: bool) -> Page:
        """The page with the item's name. Raises CannotRead, and NoAnswer where there may be one later."""
        answer = self._answer(item.url, local)
        origin = replace(page_origin(answer), id=item.id)
        found = next(answer_pages(answer, origin, self._settings), None)
        if not isinstance(found, Page) or found.media_type not in (HTML, PDF, TEXT):
            raise FetchFailed("its link leads to no page of a story")
        read = next(read_page(found))
        if not isinstance(read, Article):
            raise FetchFailed(f"its page could not be read: {read.reason}")
        _refuse_another(read, item)
        return replace(found, fields=(*_unsaid(item, read), *found.fields))

    def _answer(self, url: str, local: bool) -> Answer:
        """The server's answer, of which all is well. A server that is slow or asks to wait is left alone."""
        try:
            answer = self._visitor.visit(url, fit=_fit, bounds=Bounds(local=local))
        except NoAnswer:
            self._troubled.add(origin_of(url))
            raise
        if answer.status in _WAITING:
            self._troubled.add(origin_of(url))
            self._visitor.hold(url, retry_after(answer.headers.get("retry-after"), self._clock()) or 0)
        if answer.status >= 500 or answer.status in _WAITING:
            raise NoAnswer(answered(answer))
        return answer


def _fit(answer: Answer) -> None:
    """Refuses what is no page, except what may be one later."""
    if answer.status < 500 and answer.status not in _WAITING:
        page_origin(answer)


def _refuse_another(read: Article, item: FeedItem) -> None:
    """Raises FetchFailed where the page tells less than the feed, or something else: a wall, a front page."""
    told = _prose(item.read) if isinstance(item.read, Article) else ""
    if len(_prose(read)) < len(told):
        raise FetchFailed("its page tells less than the feed")
    headline = next((field.value for field in item.fields if field.name == "headline"), "")
    words = set(_words(f"{headline} {told}"))
    if len(words & set(_words(read.text))) < SHARE * len(words):
        raise FetchFailed("its page tells something else than the feed")


def _prose(article: Article) -> str:
    return " ".join(article.text[block.start : block.end] for block in article.blocks_of("paragraph"))


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.casefold()):
        signs = _SIGNS.findall(word)
        yield from (run[at : at + 2] for run in signs for at in range(len(run) - 1)) if signs else (word,)


def _unsaid(item: FeedItem, read: Article) -> Iterator[Field]:
    """The best of what the feed says and the page does not: options and guesses do not speak for it."""
    said = {field.name for field in read.fields if not field.path.startswith(("option:", "address", "htmldate"))}
    for name in _KEPT:
        if name not in said:
            yield from [field for field in item.fields if field.name == name][:1]
