"""Publications: how the story was published, from its blocks, its fields and its dateline."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Literal, get_args

from dateline.languages import load
from dateline.languages.bylines import bylines_of
from dateline.model import BlockRole, Fact, Field
from dateline.record import Record
from dateline.understanding.identity.signatures import reporters_lines, signing_agency
from dateline.values import Dateline, Publication, Span

Status = Literal["usable", "embargoed", "updated", "corrected", "killed"]
_STATUSES: dict[str, Status] = {status: status for status in get_args(Status)}
_SUMMARY = "only a summary is given"

_STAND_IN = "no day of publication is given; the dateline's stands in for it"


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
            reason="; ".join(filter(None, [reason, *evidence.reasons()])) or None,
        )


class _Evidence:
    """Hands out the parts of a publication and keeps what each was taken from."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.code = record.annotation.words.language.code
        self.language = record.article.language or self.code
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
        """The agency of the fields, else of the dateline, else the one that signs below the story."""
        if (named := self.field("agency")) is not None:
            return named
        if dateline is not None and isinstance(dateline.value, Dateline) and dateline.value.agency is not None:
            self.fact(dateline.id)
            return dateline.value.agency
        signed = signing_agency(self.record)
        if signed is None:
            return None
        self.spans.append(signed)
        return self.record.words(signed)

    def bylines(self) -> tuple[str, ...]:
        """The writers' names: of the fields, which byline blocks may bear out; else of those blocks; else of a note."""
        told = [name for field in self.record.article.all_fields("byline") for name in self._authors(field)]
        found: list[str] = []
        for span in self.blocks("byline"):
            words = self.record.words(span)
            if names := [name for name in told if name in words] if told else names_of(words, self.language):
                self.spans.append(span)
                found += names
        return tuple(dict.fromkeys(told or found)) or self._reporters()

    def _authors(self, field: Field) -> list[str]:
        names = bylines_of(self.language).authors(field.value)
        if names:
            self._taken(field)
        return names

    def _reporters(self) -> tuple[str, ...]:
        """Those whom a note names as having reported the story; its editors wrote none of it."""
        found: list[str] = []
        for span in reporters_lines(self.record):
            if names := names_of(self.record.words(span), self.language):
                self.spans.append(span)
                found += names
        return tuple(dict.fromkeys(found))

    def status(self) -> Status:
        """What the sender says of the story, else what the desk's notes say became of it: the gravest of it."""
        if (given := self._given_status()) is not None:
            return given
        notes = [(span, self.record.words(span).lower()) for span in self.blocks("note")]
        for status, pattern in _statuses(self.code):
            for span, words in notes:
                if pattern.search(words):
                    self.spans.append(span)
                    return status
        return "usable"

    def _given_status(self) -> Status | None:
        """The status of the fields; a moment until which it is embargoed makes a usable story an embargoed one."""
        given = self.record.article.field("status")
        told = _STATUSES.get(given.value.strip().lower()) if given else None
        if told in (None, "usable") and self.embargo() is not None:
            self.field("embargoed")
            return "embargoed"
        if told is not None:
            self._taken(given)
        return told

    def embargo(self) -> str | None:
        """The moment before which the story must not appear, unless it had passed when the story was published."""
        until, out = self.record.article.field("embargoed"), self.record.article.field("published")
        if until is None or not until.value.strip():
            return None
        over = out is not None and _is_moment_before(until.value, out.value)
        return None if over else until.value.strip()

    def reasons(self) -> Iterator[str]:
        """What a reader should know of the whole: that it is held back, or only a part."""
        extent = self.record.article.field("extent")
        if extent is not None and extent.value.strip().lower() == "summary":
            yield _SUMMARY
        if (until := self.embargo()) is not None:
            yield f"embargoed until {until}"

    def images(self) -> tuple[Span, ...]:
        """The captions' spans."""
        spans = self.blocks("caption")
        self.spans += spans
        return tuple(spans)


def _is_moment_before(first: str, second: str) -> bool:
    """Whether an ISO 8601 moment lies before another; never where one is none, or only one has a zone."""
    try:
        return datetime.fromisoformat(first.strip()) <= datetime.fromisoformat(second.strip())
    except (ValueError, TypeError):
        return False


@cache
def _statuses(language: str) -> list[tuple[Status, re.Pattern[str]]]:
    """A single word tells only where the note opens; a phrase tells anywhere."""
    found: list[tuple[Status, re.Pattern[str]]] = []
    for status, words in load(language).publications.statuses.items():
        single = "|".join(re.escape(word) for word in words if " " not in word)
        phrases = "|".join(re.escape(word) for word in words if " " in word)
        found.append((status, re.compile(rf"^\W*(?:{single})\b|\b(?:{phrases})\b")))
    return found


def names_of(byline: str, language: str) -> list[str]:
    """The people of a line such as "By Jane Doe and John Roe, Agency": no agencies, posts or addresses."""
    return bylines_of(language).people(byline)
