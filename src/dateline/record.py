"""The record: an article and what was found in it, with one door for facts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from dateline.annotated import Annotation
from dateline.errors import BadConfidence, BadRecord, NoEvidence, SpanOutsideText, UnknownReference
from dateline.model import FORMAT, Article, Block, Evidence, Fact, Finding, Severity, Source, Status, fact_id
from dateline.references import references_of, spans_of
from dateline.values import KIND_OF, KINDS, Form, Organisation, Person, Place, Span, Statement, Value


class MadeBy(Struct, frozen=True, kw_only=True):
    """What read the article: versions of Dateline and of the model, and the names of the steps in order."""

    dateline: str = ""
    steps: tuple[str, ...] = ()
    model: str = ""


class Record:
    """An article, the facts found in it, and the findings about them.

    Steps and checks read it; only `add` and `report` change it.
    """

    def __init__(self, article: Article, annotation: Annotation | None = None, made_by: MadeBy | None = None) -> None:
        self.article = article
        self.made_by = made_by or MadeBy()
        self.findings: list[Finding] = []
        self._annotation = annotation
        self._facts: dict[str, Fact] = {}
        self._by_kind: dict[str, dict[str, Fact]] = defaultdict(dict)
        self._mentions: dict[int, list[tuple[Span, Form, str]]] = defaultdict(list)
        self._contents: dict[int, list[tuple[Span, str]]] = defaultdict(list)

    @property
    def text(self) -> str:
        """The article's text; every span points into it."""
        return self.article.text

    @property
    def annotation(self) -> Annotation:
        """Tokens, sentences and names. A record that came from JSON has none."""
        if self._annotation is None:
            raise BadRecord("this record was loaded from JSON and holds no tokens; read the article again to get them")
        return self._annotation

    @property
    def facts(self) -> list[Fact]:
        """All facts, in the order in which they were added."""
        return list(self._facts.values())

    def of(self, kind: str) -> list[Fact]:
        """The facts of one kind, in the order in which they were added."""
        return list(self._by_kind[kind].values())

    def get(self, fact: str | None) -> Fact | None:
        """The fact with this id."""
        return self._facts.get(fact) if fact else None

    def words(self, span: Span) -> str:
        """The words of a span, verbatim."""
        return self.article.text[span.start : span.end]

    def fact(
        self,
        value: Value,
        *spans: Span,
        confidence: float = 0.9,
        field: str | None = None,
        because: tuple[str, ...] = (),
        status: Status = "asserted",
        said_by: str | None = None,
        reason: str | None = None,
    ) -> Fact:
        """A fact about this article, not yet added. Its id follows from the claim, so it may be referred to at once."""
        evidence = Evidence(spans, field, because)
        return Fact(
            id=fact_id(self.article.id, value, evidence),
            kind=KIND_OF[type(value)],
            value=value,
            spans=spans,
            field=field,
            because=because,
            confidence=confidence,
            status=status,
            said_by=said_by,
            reason=reason,
        )

    def add(self, fact: Fact) -> Fact:
        """The only door for facts. The same claim added again replaces itself, where it stands.

        Raises SpanOutsideText, NoEvidence, UnknownReference or BadConfidence.
        """
        return self._add(fact, self._facts)

    def _add(self, fact: Fact, known: Collection[str]) -> Fact:
        self._refuse_spans(fact)
        self._refuse_rootless(fact, known)
        if not 0.0 <= fact.confidence <= 1.0:
            raise BadConfidence(f"{fact.kind}: confidence {fact.confidence} is outside 0..1; give a probability")
        if fact.id not in self._facts:
            self._index(fact)
        self._facts[fact.id] = self._by_kind[fact.kind][fact.id] = fact
        return fact

    def report(
        self, check: str, severity: Severity, message: str, *spans: Span, facts: tuple[str, ...] = ()
    ) -> Finding:
        """A finding about this record, not yet kept; `keep` does that."""
        return Finding(check=check, severity=severity, message=message, spans=spans, facts=facts)

    def keep(self, finding: Finding) -> None:
        """Keeps a finding, once."""
        if finding not in self.findings:
            self.findings.append(finding)

    def who(self, span: Span, *kinds: str) -> Fact | None:
        """The person, organisation or place that a phrase is about: the one whose mention holds the phrase's head.

        "an armed group led by Ana Lund" is about the group. `kinds` narrows the search and sets no order. Where no
        mention holds the head, the only one named within the phrase is taken, else None.
        """
        head = self._head(span)
        holding = [
            (mention, fact)
            for mention, form, fact in self._mentions_over(head)
            if (not kinds or fact.kind in kinds) and self._is_about(mention, form, head)
        ]
        if holding:
            return max(holding, key=lambda hit: hit[0].end - hit[0].start)[1]
        inside = self.everyone(span, *kinds)
        return inside[0] if len(inside) == 1 else None

    def everyone(self, span: Span, *kinds: str) -> list[Fact]:
        """The facts of these kinds that have a mention inside the span, in the order of the text."""
        found: dict[str, Fact] = {}
        for mention, _, fact in sorted(self._mentions_over(span), key=lambda hit: hit[0]):
            inside = span.start <= mention.start and mention.end <= span.end
            if inside and (not kinds or fact.kind in kinds):
                found[fact.id] = fact
        return list(found.values())

    def said(self, *spans: Span) -> Fact | None:
        """The innermost statement that says all of these words; None where the writer does, or nobody whole.

        Of two statements that hold them the one of fewer words is the inner one. Scare quotes say no facts.
        """
        if not spans:
            return None
        found = None
        for content, statement in self._contents[spans[0].start // _BUCKET]:
            fact = self._facts[statement]
            if _holds((content,), spans[0]) and all(_holds(_content(fact), span) for span in spans[1:]):
                found = fact if found is None or _size(fact) < _size(found) else found
        return found

    def _is_about(self, mention: Span, form: Form, head: Span) -> bool:
        """A name may have its head anywhere; a phrase of common words is about its own head.

        "Norway's army" is no Norway, and "a farmer from Oslo" no Oslo.
        """
        if form == "name" or self._annotation is None:
            return (
                mention.start <= head.start and head.end <= mention.end and (form == "name" or mention.end == head.end)
            )
        return self._head(mention) == head

    def _head(self, span: Span) -> Span:
        """The span of the phrase's head word; the phrase itself where nothing was parsed."""
        tokens = self._annotation.tokens_in(span) if self._annotation else ()
        if not tokens:
            return span
        first, last = tokens[0].i, tokens[-1].i
        tops = [t for t in tokens if (t.head == t.i or not first <= t.head <= last) and t.pos != "PUNCT"]
        nouns = [t for t in tops if t.pos in ("NOUN", "PROPN", "PRON")]
        top = next(iter(nouns or tops), tokens[0])
        return Span(top.start, top.end)

    def _mentions_over(self, span: Span) -> Iterator[tuple[Span, Form, Fact]]:
        for bucket in range(span.start // _BUCKET, max(span.end - 1, span.start) // _BUCKET + 1):
            for mention, form, fact in self._mentions[bucket]:
                if mention.start < span.end and span.start < mention.end:
                    yield mention, form, self._facts[fact]

    def _index(self, fact: Fact) -> None:
        if isinstance(fact.value, Person | Organisation | Place):
            for mention in fact.value.mentions:
                for bucket in range(mention.start // _BUCKET, (mention.end - 1) // _BUCKET + 1):
                    self._mentions[bucket].append((Span(mention.start, mention.end), mention.form, fact.id))
        for content in _content(fact):
            for bucket in range(content.start // _BUCKET, (content.end - 1) // _BUCKET + 1):
                self._contents[bucket].append((content, fact.id))

    def _refuse_spans(self, fact: Fact) -> None:
        size = len(self.article.text)
        for start, end in (*fact.spans, *spans_of(fact.value)):
            if not 0 <= start < end <= size:
                raise SpanOutsideText(
                    f"{fact.kind}: span [{start}, {end}) is not within the text of {size} code points; "
                    "slice spans from matches in `record.text`"
                )

    def _refuse_rootless(self, fact: Fact, known: Collection[str]) -> None:
        if not (fact.spans or fact.field or fact.because):
            raise NoEvidence(f"{fact.kind}: no evidence; give spans, a field, or the facts it follows from (because=)")
        for reference in (*fact.because, *([fact.said_by] if fact.said_by else []), *references_of(fact.value)):
            if reference not in known:
                raise UnknownReference(
                    f"{fact.kind}: refers to {reference!r}, which this record does not hold; add that fact first"
                )

    def fill(self, facts: Sequence[Fact], findings: Iterable[Finding]) -> None:
        """Facts and findings that were kept elsewhere; a fact may stand before the one it refers to.

        Raises RefusedFact where one breaks the contract.
        """
        known = {fact.id for fact in facts}
        for fact in facts:
            self._add(fact, known)
        for finding in findings:
            self.keep(finding)

    def to_json(self) -> bytes:
        """One line of JSON in the format "dateline/1"."""
        article = self.article
        return msgspec.json.encode(
            {
                "format": FORMAT,
                "id": article.id,
                "version": article.version,
                "source": article.source,
                "language": article.language,
                "text": article.text,
                "blocks": article.blocks,
                "facts": self.facts,
                "findings": self.findings,
                "made_by": self.made_by,
            }
        )

    @classmethod
    def from_json(cls, line: bytes | str) -> "Record":
        """A record from its JSON. Raises BadRecord, or RefusedFact where a fact breaks the contract."""
        try:
            wire = _DECODER.decode(line)
            facts = [_fact(raw) for raw in wire.facts]
        except msgspec.MsgspecError as error:
            raise BadRecord(f"no record of format {FORMAT}: {error}") from error
        if wire.format != FORMAT:
            raise BadRecord(f"format is {wire.format!r}, not {FORMAT!r}; read the article again with this version")
        article = Article(
            id=wire.id, source=wire.source, text=wire.text, blocks=tuple(wire.blocks), language=wire.language
        )
        record = cls(article, made_by=wire.made_by)
        record.fill(facts, wire.findings)
        return record


_BUCKET = 256
"""Mentions and what is said are indexed by the stretch of text they lie in, this many code points long."""


def _content(fact: Fact) -> tuple[Span, ...]:
    """What a statement says; scare quotes and facts of other kinds say nothing."""
    value = fact.value
    return value.content if isinstance(value, Statement) and value.manner != "scare" else ()


def _holds(content: tuple[Span, ...], span: Span) -> bool:
    return any(part.start <= span.start and span.end <= part.end for part in content)


def _size(fact: Fact) -> int:
    return sum(span.end - span.start for span in _content(fact))


class _WireFact(Struct, kw_only=True):
    id: str
    kind: str
    value: msgspec.Raw
    spans: tuple[Span, ...]
    field: str | None
    because: tuple[str, ...]
    confidence: float
    method: str
    status: Status
    said_by: str | None
    reason: str | None


class _WireRecord(Struct, kw_only=True):
    format: str
    id: str
    version: str
    source: Source
    language: str | None
    text: str
    blocks: list[Block]
    facts: list[_WireFact]
    findings: list[Finding]
    made_by: MadeBy


_DECODER = msgspec.json.Decoder(_WireRecord)


def _fact(raw: _WireFact) -> Fact:
    if raw.kind not in KINDS:
        raise BadRecord(f"no kind of fact is called {raw.kind!r}; the kinds are {', '.join(KINDS)}")
    value = msgspec.json.decode(raw.value, type=KINDS[raw.kind])
    rest = {name: getattr(raw, name) for name in _WireFact.__struct_fields__ if name not in ("kind", "value")}
    return Fact(kind=raw.kind, value=value, **rest)
