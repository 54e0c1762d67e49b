"""Lines about the words themselves: the story's gist, what was said, what does not add up."""

from collections.abc import Iterator

from dateline.faces.digest.parts import Line, Part, Tone
from dateline.faces.digest.wording import (
    according_to,
    flat,
    line,
    named,
    position,
    quoted,
    shortened,
    speaker_of,
    status,
)
from dateline.faces.digest.wording import told as as_told
from dateline.model import Finding, Severity
from dateline.record import Record
from dateline.values import Gist, Publication, Span, Statement

_TONES: dict[Severity, Tone] = {"error": "finding", "warning": "warning", "note": "dim"}
"""Severities, worst first, and how their names are shown."""


def title(record: Record) -> str:
    """The story's headline, else its first words, else its location."""
    for fact in record.of("publication"):
        if isinstance(fact.value, Publication) and fact.value.headline:
            return flat(fact.value.headline)
    blocks = record.article.blocks_of("headline") or record.article.blocks_of("paragraph")
    words = flat(record.text[blocks[0].start : blocks[0].end] if blocks else record.text)
    return shortened(words, 90) or record.article.source.location


def gist(record: Record) -> Iterator[Line]:
    """The five W's and the H, in the story's words; a day with its date, no reason or way that "what" tells already."""
    for fact in record.of("gist"):
        assert isinstance(fact.value, Gist)
        for question in Gist.__struct_fields__:
            span = getattr(fact.value, question)
            if span is None or (question in ("why", "how") and _is_inside(span, fact.value.what)):
                continue
            standing = (status(fact), according_to(record, fact)) if question == "what" else ()
            date = _date(record, span) if question == "when" else None
            yield line(fact, Part(flat(record.words(span))), date, *standing, label=question)


def _is_inside(span: Span, other: Span | None) -> bool:
    return other is not None and other.start <= span.start and span.end <= other.end


def _date(record: Record, span: Span) -> Part | None:
    """The moment that these words mean, where its writing differs from them."""
    fact = next((f for f in record.of("moment") if span in f.spans), None)
    part = named(record, fact.id) if fact else None
    words = flat(record.words(span)).casefold()
    return part._replace(tone="dim") if part and part.text.casefold() not in (words, flat(words)) else None


def statements(record: Record) -> Iterator[Line]:
    """Who said what, and in which words."""
    for fact in sorted(record.of("statement"), key=position):
        told = fact.value
        assert isinstance(told, Statement)
        speaker = speaker_of(record, told) or Part("somebody unnamed", "dim")
        own = told.manner in ("direct", "scare")
        words = quoted(record, told.content) if own else as_told(record, told.content)
        said = Part(words, "quote" if own else "plain", fact.id)
        if told.manner == "scare" and not told.speaker:
            yield line(fact, said, label="so-called")
            continue
        addressee = named(record, told.addressee)
        to = (speaker, Part(" to ", "dim"), addressee) if addressee else (speaker,)
        below = Line(facts=(fact.id,), parts=(said,))
        occasion = Part(shortened(flat(record.words(told.occasion)), 60), "dim") if told.occasion else None
        whose = according_to(record, fact)
        settings = (occasion, named(record, told.where), named(record, told.when), status(fact), whose)
        label = "so-called" if told.manner == "scare" else told.stance
        yield line(fact, to, *settings, label=label, details=(below,))


def finding_id(index: int) -> str:
    """What lines and lit words call the finding at this place in `record.findings`."""
    return f"finding-{index}"


def findings(record: Record) -> Iterator[Line]:
    """What does not add up, errors first, with the words it points at."""
    ranked = sorted(enumerate(record.findings), key=lambda pair: list(_TONES).index(pair[1].severity))
    for index, finding in ranked:
        own = (finding_id(index),)
        words = Line(facts=own, parts=(Part(_pointed_at(record, finding), "dim"),))
        details = (words,) if finding.spans else ()
        yield Line(
            facts=own,
            parts=(Part(finding.message),),
            label=finding.severity,
            tone=_TONES[finding.severity],
            details=details,
        )


def _pointed_at(record: Record, finding: Finding) -> str:
    return " … ".join(dict.fromkeys(quoted(record, (span,), 70) for span in finding.spans))
