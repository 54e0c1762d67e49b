"""From a record to the report of it that merging compares."""

import re

from dateline.merging.copies.signatures import signature_of
from dateline.merging.reports.happenings import happenings_of
from dateline.merging.reports.naming import named_in
from dateline.merging.reports.outlining import outline_of
from dateline.merging.reports.report import Report
from dateline.merging.reports.sayings import sayings_of
from dateline.merging.reports.sentences import Sentences
from dateline.merging.words import terms
from dateline.model import BlockRole
from dateline.record import Record
from dateline.values import Credit, Dateline, Moment, Publication

__all__ = ["report_of"]

_OWN: tuple[BlockRole, ...] = ("headline", "deck", "dateline", "paragraph", "caption")
"""The blocks of a story's own words; furniture, notes and credits are none."""
_LEAD = 400
"""Code points of the opening: the first paragraphs, up to here."""
_TERMS = 60
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"^\s*(?:https?\b|www\b).*$", re.MULTILINE)
"""Of a page, as some collections put it on a line of its own."""


def report_of(record: Record) -> Report:
    """The report of a record. It needs no tokens: a record from JSON will do."""
    article = record.article
    text = _words_of(record, *_OWN)
    names, sentences = named_in(record), Sentences(article.text)
    lead_end = _lead_end(record)
    happenings, tolls = happenings_of(record, names, sentences, lead_end)
    publication = next((f.value for f in record.of("publication") if isinstance(f.value, Publication)), Publication())
    published = _earliest(record, publication.published)
    dated = published or _dateline_day(record) or article.source.fetched
    headline, body = publication.headline or _headline(record), _ADDRESS.sub("", _words_of(record, "paragraph"))
    words = terms(text, article.language or "en", _TERMS)
    return Report(
        article=article.id,
        version=article.version,
        language=article.language,
        location=article.source.location,
        outlet=article.source.outlet or publication.outlet,
        agencies=_agencies(record, publication),
        status=publication.status,
        published=published,
        updated=_earliest(record, publication.updated),
        dated=dated,
        headline=headline,
        opening=_opening(record, sentences),
        length=len(_WORD.findall(text)),
        terms=words,
        names=names,
        happenings=happenings,
        tolls=tolls,
        sayings=sayings_of(record, names),
        outline=outline_of(headline, body, article.language, names, words, dated, happenings),
        signature=signature_of(body),
    )


def _words_of(record: Record, *roles: BlockRole) -> str:
    blocks = record.article.blocks_of(*roles)
    return "\n".join(record.text[block.start : block.end] for block in blocks) or record.text


def _lead_end(record: Record) -> int:
    """Where headline, deck and the first paragraphs end."""
    paragraphs = record.article.blocks_of("paragraph")
    if not paragraphs:
        return _LEAD
    first = paragraphs[0].start
    return max([paragraphs[0].end, *(block.end for block in paragraphs if block.end <= first + _LEAD)])


def _headline(record: Record) -> str | None:
    block = next(iter(record.article.blocks_of("headline")), None)
    return record.text[block.start : block.end].strip() if block else None


def _opening(record: Record, sentences: Sentences) -> str:
    block = next(iter(record.article.blocks_of("paragraph")), None)
    span = sentences.around(block.start if block else 0)
    return record.words(span)


def _agencies(record: Record, publication: Publication) -> tuple[str, ...]:
    values = [fact.value for kind in ("dateline", "credit") for fact in record.of(kind)]
    named = [value.agency for value in values if isinstance(value, Dateline | Credit) and value.agency]
    return tuple(dict.fromkeys([*([publication.agency] if publication.agency else []), *named]))


def _dateline_day(record: Record) -> str | None:
    days = (_earliest(record, f.value.date) for f in record.of("dateline") if isinstance(f.value, Dateline))
    return next((day for day in days if day), None)


def _earliest(record: Record, moment: str | None) -> str | None:
    fact = record.get(moment)
    return fact.value.earliest if fact and isinstance(fact.value, Moment) else None
