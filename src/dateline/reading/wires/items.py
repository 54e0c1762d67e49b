"""One item of an agency's message, gathered line by line and made an article."""

from collections.abc import Iterator
from typing import Literal

from dateline.errors import NoArticle
from dateline.model import Article, Field, Page, Refused
from dateline.reading.assembly import Part, article_of
from dateline.reading.languages import SAMPLE, furniture_language
from dateline.reading.plain.datelines import datelines_of
from dateline.reading.plain.headlines import is_prose, is_repeated
from dateline.reading.plain.shapes import shapes_of
from dateline.reading.wires.fragments import words_of
from dateline.reading.wires.moments import is_after, moment_of

Line = Literal["headline", "deck", "byline", "dateline"]
UNREADABLE = "unreadable"
"""Name of a field whose value made no sense: kept, so that nothing is lost, and used for nothing."""
HEAD = 4
"""Pieces at the top of a body that may say the header again."""

DATELINE = 60
"""Letters that a dateline has at most; a summary that is shorter could stand anywhere."""

STATUSES = {
    "usable": "usable",
    "embargoed": "embargoed",
    "withheld": "embargoed",
    "canceled": "killed",
    "cancelled": "killed",
    "killed": "killed",
    "kill": "killed",
    "delete": "killed",
    "retract": "killed",
    "retraction": "killed",
    "withdrawal": "killed",
    "withdrawn": "killed",
    "correction": "corrected",
    "corrected": "corrected",
    "update": "updated",
    "updated": "updated",
}
"""A standard's word for an item's state, or for what a new version does to the old one -> our status."""
_GRAVEST_FIRST = ("killed", "embargoed", "corrected", "updated", "usable")
_DASHES = ("-", "–", "—", "(", "/", ":")


class Item:
    """What a format says of one item. Of each line and each moment, the first that is told is kept."""

    def __init__(self, id: str = "") -> None:  # noqa: A002
        self.id = id
        self.lines: dict[Line, str] = {}
        self.notes: list[str] = []
        self.body: list[Part] = []
        self.pictures: list[Part] = []
        self._fields: dict[tuple[str, str], Field] = {}
        self._statuses: dict[str, str] = {}

    def tell(self, name: str, value: str | None, path: str) -> None:
        """Keeps a field; the same value a second time says nothing new."""
        if words := words_of(value):
            self._fields.setdefault((name, words), Field(name, words, path))

    def line(self, role: Line, words: str | None, path: str) -> None:
        """Keeps a line of the header, as words of the text and as a field."""
        if (words := words_of(words)) and role not in self.lines:
            self.lines[role] = words
            if role != "dateline":
                self.tell(role, words, path)

    def note(self, words: str | None) -> None:
        """Keeps a note to editors."""
        if (words := words_of(words)) and words not in self.notes:
            self.notes.append(words)

    def moment(self, name: str, words: str | None, path: str) -> None:
        """Keeps the first moment of this name; an update at the moment of publication is none."""
        words = words_of(words)
        if not words or self.told(name):
            return
        moment = moment_of(words)
        if moment is None:
            self.tell(UNREADABLE, words, path)
        elif name != "updated" or moment != self.told("published"):
            self.tell(name, moment, path)

    def embargo(self, words: str | None, path: str, sent: str | None) -> None:
        """Keeps the end of an embargo. It is over where `sent`, the moment of this version, comes after it."""
        self.moment("embargoed", words, path)
        until, sent = self.told("embargoed"), moment_of(sent or "")
        if not (until and sent and is_after(sent, until)):
            self.standing("embargoed", path)

    def standing(self, word: str | None, path: str) -> None:
        """Keeps what a standard's word says of the item's status: "stat:canceled", "Usable", "sig:update"."""
        bare = (word or "").strip().lower().replace("/", ":").rpartition(":")[2]
        if bare in STATUSES:
            self._statuses.setdefault(STATUSES[bare], path)

    def told(self, name: str) -> str | None:
        """The value of the first field of this name."""
        return next((field.value for field in self._fields.values() if field.name == name), None)

    def article(self, page: Page, at: int = 0) -> Article | Refused:
        """The item as an article, or the reason why it is none. `at` counts the items of a page that holds several."""
        fields = tuple(self._fields.values())
        id = self.id or (f"{page.id}#{at}" if at else page.id)  # noqa: A001
        status = next((each for each in _GRAVEST_FIRST if each in self._statuses), None)
        if status is not None:
            fields += (Field("status", status, self._statuses[status]),)
        try:
            return article_of(page, self._parts(), fields, id=id)
        except NoArticle as error:
            return self.refused(page, "it was killed, and no text is left of it" if status == "killed" else str(error))

    def refused(self, page: Page, reason: str) -> Refused:
        """The item as one that was not read."""
        return Refused(page.location, NoArticle.stage, f"item {self.id}: {reason}" if self.id else reason)

    def _parts(self) -> Iterator[Part]:
        sample = " ".join(words for _, words in self.body)[:SAMPLE]
        code = furniture_language(sample, tuple(self._fields.values()))
        body = self._body(code)
        if headline := self.lines.get("headline"):
            yield Part("headline", headline)
        if (deck := self.lines.get("deck")) and not _opens_with(body, deck) and not is_repeated(deck, headline or ""):
            yield Part("deck", deck)
        if byline := self.lines.get("byline"):
            yield Part("byline", byline)
        yield from (Part("note", words) for words in self.notes)
        if (dateline := self.lines.get("dateline")) and not _has_dateline(body, dateline, code):
            yield Part("dateline", dateline)
        yield from body
        said = {words for _, words in body}
        yield from (part for part in dict.fromkeys(self.pictures) if part.words not in said)

    def _body(self, code: str) -> list[Part]:
        """The body without what the header says already: headlines and bylines are often repeated at its top."""
        without_by = shapes_of(code).without_by
        header = [words for role, words in self.lines.items() if role in ("headline", "byline", "dateline")]
        header += [without_by(words) for words in header] + self.notes
        top = [
            part
            for part in self.body[:HEAD]
            if part.role != "paragraph"
            or not any(is_repeated(each, words) for each in (part.words, without_by(part.words)) for words in header)
        ]
        return top + self.body[HEAD:]


def _opens_with(body: list[Part], deck: str) -> bool:
    """Whether the body begins with these words, as it does where a summary was cut from its top, after a dateline."""
    said = "".join(filter(str.isalnum, " ".join(words for role, words in body[:HEAD] if role == "paragraph")))
    told = "".join(filter(str.isalnum, deck))
    return bool(told) and 0 <= said.find(told) <= (DATELINE if len(told) > DATELINE else 0)


def _has_dateline(body: list[Part], dateline: str, code: str) -> bool:
    """Whether the first paragraph opens with a dateline of its own."""
    paragraphs = [words for role, words in body if role == "paragraph"]
    lead = next((words for words in paragraphs if is_prose(words)), paragraphs[0] if paragraphs else "")
    datelines, end = datelines_of(code), len(lead)
    if datelines.find(lead, 0, end) or datelines.find_bare(lead, 0, end):
        return True
    return lead.startswith(dateline) and lead[len(dateline) :].lstrip().startswith(_DASHES)
