"""Publications: how the story was published, from its blocks, its fields and its dateline."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal

from dateline.languages import load
from dateline.model import BlockRole, Fact, Field
from dateline.record import Record
from dateline.understanding.identity.agencies import known_agency
from dateline.values import Dateline, Publication, Span

Status = Literal["usable", "embargoed", "updated", "corrected", "killed"]

_STAND_IN = "no day of publication is given; the dateline's stands in for it"
_BETWEEN = re.compile(r"\s*(?:[,;/|&·•\n]|\band\b|\bAND\b)\s*")
_ADDRESS = re.compile(r"\S*@\S+")
_DONE_BY = re.compile(r"\s*(\w+) by\b[\s:]*", re.IGNORECASE)


def publications(record: Record) -> Iterator[Fact]:
    """When, where, under which headline and by whom the story was published."""
    evidence = _Evidence(record)
    dateline = next((fact for fact in record.of("dateline") if isinstance(fact.value, Dateline)), None)
    published, reason = evidence.moment("published"), None
    if published is None and dateline and isinstance(dateline.value, Dateline) and dateline.value.date:
        published, reason = evidence.fact(dateline.value.date), _STAND_IN
    outlet = evidence.field("outlet")
    value = Publication(
        published=published,
        updated=evidence.moment("updated"),
        agency=evidence.agency(dateline),
        outlet=outlet or record.article.source.outlet,
        bylines=evidence.bylines(),
        section=evidence.words("section"),
        headline=evidence.words("headline"),
        deck=evidence.words("deck"),
        url=evidence.field("url"),
        tags=tuple(field.value for field in record.article.all_fields("tag")),
        status=evidence.status(),
        images=evidence.images(),
    )
    if evidence.spans or evidence.path or evidence.because:
        stands = record.get(published) if reason else None
        yield record.fact(
            value,
            *evidence.spans,
            field=evidence.path,
            because=tuple(evidence.because),
            confidence=min(0.6, stands.confidence) if stands else 0.95,
            reason=reason,
        )


class _Evidence:
    """Hands out the parts of a publication and keeps what each was taken from."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.code = record.annotation.words.language.code
        self.spans: list[Span] = []
        self.path: str | None = None
        self.because: list[str] = []

    def field(self, name: str) -> str | None:
        """The value of a field."""
        return self._taken(self.record.article.field(name))

    def _taken(self, field: Field | None) -> str | None:
        if field is None or not field.value.strip():
            return None
        self.path = self.path or field.path
        return field.value.strip()

    def fact(self, fact: str) -> str:
        """An earlier fact that this one follows from."""
        self.because.append(fact)
        return fact

    def moment(self, name: str) -> str | None:
        """The moment that was read from a field."""
        field = self.record.article.field(name)
        found = next((fact for fact in self.record.of("moment") if field and fact.field == field.path), None)
        return self.fact(found.id) if found else None

    def blocks(self, *roles: BlockRole) -> list[Span]:
        """The words of blocks, without blanks at their ends."""
        found = []
        for block in self.record.article.blocks_of(*roles):
            words = self.record.text[block.start : block.end]
            start = block.start + len(words) - len(words.lstrip())
            if words.strip():
                found.append(Span(start, start + len(words.strip())))
        return found

    def words(self, role: BlockRole) -> str | None:
        """The first block of a role, else the field of that name."""
        spans = self.blocks(role)[:1]
        if not spans:
            return self.field(role)
        self.spans += spans
        return self.record.words(spans[0])

    def agency(self, dateline: Fact | None) -> str | None:
        """The agency of the fields, else of the dateline."""
        if (named := self.field("agency")) is not None:
            return named
        if dateline is None or not isinstance(dateline.value, Dateline) or dateline.value.agency is None:
            return None
        self.fact(dateline.id)
        return dateline.value.agency

    def bylines(self) -> tuple[str, ...]:
        """The writers' names: of the byline blocks, else of the fields."""
        found: list[str] = []
        for span in self.blocks("byline"):
            if names := names_of(self.record.words(span), self.code):
                self.spans.append(span)
                found += names
        fields = () if found else self.record.article.all_fields("byline")
        for field in fields:
            found += names_of(self._taken(field) or "", self.code)
        return tuple(dict.fromkeys(found))

    def status(self) -> Status:
        """What the desk's notes say became of the story: the gravest of it."""
        notes = [(span, self.record.words(span).lower()) for span in self.blocks("note")]
        for status, pattern in _statuses(self.code):
            for span, words in notes:
                if pattern.search(words):
                    self.spans.append(span)
                    return status
        return "usable"

    def images(self) -> tuple[Span, ...]:
        """The captions' spans."""
        spans = self.blocks("caption")
        self.spans += spans
        return tuple(spans)


@cache
def _statuses(language: str) -> list[tuple[Status, re.Pattern[str]]]:
    """A single word tells only where the note opens; a phrase tells anywhere."""
    found: list[tuple[Status, re.Pattern[str]]] = []
    for status, words in load(language).publications.statuses.items():
        single = "|".join(re.escape(word) for word in words if " " not in word)
        phrases = "|".join(re.escape(word) for word in words if " " in word)
        found.append((status, re.compile(rf"^\W*(?:{single})\b|\b(?:{phrases})\b")))
    return found


@cache
def _opener(language: str) -> re.Pattern[str]:
    openers = sorted(load(language).furniture.byline_openers, key=len, reverse=True)
    return re.compile(r"\s*(?:" + "|".join(map(re.escape, openers)) + r")\b[\s:]*", re.IGNORECASE)


def names_of(byline: str, language: str) -> list[str]:
    """The people of a line such as "By Jane Doe and John Roe, Agency": no agencies, posts or addresses."""
    words = load(language).publications
    opened, done = _opener(language).match(byline), _DONE_BY.match(byline)
    if done and not opened and done[1].lower() not in words.writing:
        return []  # "Photos by Jane Doe" tells of no writer
    start = opened or done
    rest = _ADDRESS.sub("", byline[start.end() :] if start else byline)
    joined = _joined(words.byline_joints, words.byline_ends)
    parts = (each for part in _BETWEEN.split(rest) for each in joined(part))
    return [part.strip() for part in parts if _is_person(part.strip(), language)]


@cache
def _joined(joints: tuple[str, ...], ends: tuple[str, ...]) -> Callable[[str], list[str]]:
    """Cuts "Jane Doe with John Roe in Faro" into the two names."""
    between, end = (re.compile(rf"\s+(?:{'|'.join(each)})\s+", re.IGNORECASE) for each in (joints, ends))
    return lambda part: [end.split(each)[0] for each in between.split(part)]


def _is_person(part: str, language: str) -> bool:
    posts = load(language).furniture.byline_words
    words = part.split()
    if not 1 <= len(words) <= 5 or not part[0].isupper() or any(c.isdigit() for c in part):
        return False
    if words[-1][0].islower() or (len(words) == 1 and "." in part):
        return False  # "Faro correspondent", "Ph.D."
    if known_agency(part, Span(0, len(part)), language):
        return False
    return not any(word.lower() in posts and (i == 0 or word[0].isupper()) for i, word in enumerate(words))
