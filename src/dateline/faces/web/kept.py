"""Answers kept while the desk does not change: many readers of one page cost one drawing of it."""

from asyncio import Event
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.errors import DatelineError
from dateline.faces.web.answers import Answer, finished, give, wants_gzip

KEEP = "x-dateline-keep"
"""The header by which a page says that it follows from its address and the desk alone, and for how long it holds:
`SAME_DESK`, or for so many seconds whatever the desk does ("1.0"). Nobody outside sees it."""
SAME_DESK = "desk"
ROOM = 64 * 2**20
"""Bytes of all answers that are kept."""
LARGEST = 4 * 2**20
"""Bytes of an answer that is kept."""
OLDEST = 60.0
"""Seconds after which an answer is made anew: "since yesterday" moves on although the desk does not."""
_ASK_AGAIN = "private, no-cache"

State = tuple[int, int]


class Key(NamedTuple):
    """What an answer follows from, beside the desk."""

    path: str
    query: bytes
    pressed: bool


class Kept:
    """Keeps what a page allows to be kept: while the desk is as it was then, or for some moments.

    Who asks for what is being made for another waits for it. `state` gives the desk's, and raises where it has none.
    """

    def __init__(self, app: ASGIApp, state: Callable[[], State]) -> None:
        self._app = app
        self._state = state
        self._shelf = Shelf()
        self._making: dict[Key, Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI asks for."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        key = Key(scope["path"], scope["query_string"], wants_gzip(scope))
        answer = self._found(key)
        if answer is None and (making := self._making.get(key)):
            await making.wait()
            answer = self._found(key)
        if answer is None:
            answer = await self._made(key, scope, receive, send)
        if answer is not None:
            await give(answer, scope, send)

    def _found(self, key: Key) -> Answer | None:
        state = self._now()
        return None if state is None else self._shelf.taken(key, state)

    def _now(self) -> State | None:
        """None where the desk cannot be asked: the page itself will say why."""
        try:
            return self._state()
        except (DatelineError, OSError):
            return None

    async def _made(self, key: Key, scope: Scope, receive: Receive, send: Send) -> Answer | None:
        """The page's answer, where it may be kept; any other goes straight to who asked, and None is given."""
        done = self._making[key] = Event()
        try:
            state = self._now()  # before: what changes meanwhile makes the answer an old one
            page = _Page(send, done.set)
            await self._app({**scope, "method": "GET"}, receive, page)
            if state is None or not page.keeping:
                await page.pass_on(head=scope["method"] == "HEAD")
                return None
            answer = await finished(page.headers, page.body, pressing=key.pressed, keeping=_ASK_AGAIN)
            if page.keeping == SAME_DESK:
                self._shelf.put(key, answer, OLDEST, state)
            else:
                self._shelf.put(key, answer, float(page.keeping))
            return answer
        finally:
            done.set()
            if self._making.get(key) is done:
                del self._making[key]


class Shelf:
    """Answers by what they follow from, until there is no room; those that nobody took for longest go first."""

    def __init__(self, room: int = ROOM, largest: int = LARGEST) -> None:
        self._answers: OrderedDict[Key, tuple[Answer, float, State | None]] = OrderedDict()
        self._room, self._largest = room, largest

    def taken(self, key: Key, state: State) -> Answer | None:
        """The answer, where there is one that holds still, and in this state."""
        if key not in self._answers:
            return None
        answer, until, made_in = self._answers[key]
        if monotonic() > until or made_in not in (None, state):
            return None
        self._answers.move_to_end(key)
        return answer

    def put(self, key: Key, answer: Answer, seconds: float, state: State | None = None) -> None:
        """Keeps it for so long, and only in this state where one is given, unless it is too large."""
        self._remove(key)
        if len(answer.body) > self._largest:
            return
        self._answers[key] = (answer, monotonic() + seconds, state)
        self._room -= len(answer.body)
        while self._room < 0:
            self._remove(next(iter(self._answers)))

    def _remove(self, key: Key) -> None:
        if (gone := self._answers.pop(key, None)) is not None:
            self._room += len(gone[0].body)


class _Page:
    """Holds back what a page sends until it is whole. A stream has no end, and goes straight on."""

    def __init__(self, send: Send, streams: Callable[[], object]) -> None:
        self._send = send
        self._streams = streams
        self._start: Message = {}
        self._parts: list[bytes] = []
        self._passing = False
        self.keeping = ""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._begin(message)
            if self._passing:
                await self._send(self._start)
        elif self._passing:
            await self._send(message)
        else:
            self._parts.append(message.get("body", b""))

    def _begin(self, message: Message) -> None:
        headers = MutableHeaders(raw=list(message["headers"]))
        self.keeping = headers.get(KEEP, "") if message["status"] == 200 else ""
        del headers[KEEP]
        self._start = {**message, "headers": headers.raw}
        self._passing = headers.get("content-type", "").startswith("text/event-stream")
        if self._passing:
            self._streams()

    @property
    def headers(self) -> list[tuple[bytes, bytes]]:
        """As the page gave them, less what is only meant for us."""
        return list(self._start["headers"])

    @property
    def body(self) -> bytes:
        """All of it."""
        return b"".join(self._parts)

    async def pass_on(self, *, head: bool) -> None:
        """Sends what was held back, as it is."""
        if self._start and not self._passing:
            await self._send(self._start)
            await self._send({"type": "http.response.body", "body": b"" if head else self.body})
