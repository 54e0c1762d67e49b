"""What the engine and a corpus agree on: triggers by the rules, where people said who did it to whom."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from training.encoder.documents import DOUBTFUL, GOLD, NOWHERE, Document, Label, flat, rows, touch
from training.encoder.entities import head_of
from training.encoder.events import role_links

import dateline
from dateline.annotated import Annotation, Token
from dateline.record import Record
from dateline.settings import Settings
from dateline.values import Event, Span

YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
SURE = 0.75
"""Share of the votes from which a name's label is believed."""
MUC_DOCUMENTS = 420
"""So many of MUC's 1,300: more of one kind of news would drown the rest."""
MUC_ROLES = {
    "perp-ind-id": "actor",
    "perp-org-id": "actor",
    "hum-tgt-name": "recipient",
    "hum-tgt-desc": "recipient",
    "phys-tgt-id": "recipient",
    "inc-instr-id": "instrument",
}
MUC_KINDS = ("ASSAULT", "COERCE", "THREATEN")


def plover(ids: frozenset[str] | None = None) -> Iterator[Document]:
    """PLOVER's sentences with the pair of actors. The trigger is the rules' where they agree on the type."""
    given = [row for row in rows(GOLD / "eventcode-plover-plv" / "dev.jsonl") if ids is None or row["id"] in ids]
    for row, record in zip(given, _records(given), strict=True):
        text, gold = row["text"], row["gold"][0]
        agreed = [event for event in _events(record) if _kind(event) == gold["root"]]
        if not agreed:
            yield Document("plover", row["id"], text, bag=gold["root"])
            continue
        trigger = agreed[0].trigger
        parts: list[tuple[str | None, int]] = [("actor", _head(text, span)) for span in gold["source_spans"]]
        parts += [("recipient", _head(text, span)) for span in gold["target_spans"]]
        links = role_links([(trigger.start, parts)], ("actor", "recipient"))
        kind = Label(trigger.start, trigger.end, gold["root"])
        yield Document("plover", row["id"], text, {"kind": (kind,)}, links, bag=gold["root"])


def _head(text: str, span: Iterable[int]) -> int:
    start, end = span
    head = head_of(text, Label(start, end, ""))
    return head.start if head else start


def _kind(event: Event) -> str:
    return YIELD.get(event.type, event.type)


def _records(given: list[dict[str, Any]]) -> Iterator[Record]:
    texts = [{"id": row["id"], "text": row["text"]} for row in given]
    yield from (record for record in dateline.read_many(texts, Settings(model="off")) if isinstance(record, Record))


def _events(record: Record) -> list[Event]:
    return [fact.value for fact in record.of("event") if isinstance(fact.value, Event) and fact.value.trigger]


def with_names(documents: Iterable[Document]) -> Iterator[Document]:
    """Documents without names get those that the rules are sure of; whatever else is written large is left open."""
    given = list(documents)
    for document, record in zip(given, _records([{"id": d.id, "text": d.text} for d in given]), strict=True):
        names = _names(record.annotation)
        labels = [Label(token.start, token.end, DOUBTFUL) for token in record.annotation.tokens if _is_large(token)]
        kept = [x for x in labels if not any(touch(x, name) for name in names)]
        yield replace(document, layers={**document.layers, "name": flat([*names, *kept])})


def _names(annotation: Annotation) -> list[Label]:
    return [
        Label(name.start, name.end, ("other" if name.label == "demonym" else name.label) if sure else DOUBTFUL)
        for name in annotation.names
        for sure in [name.score >= SURE]
    ]


def _is_large(token: Token) -> bool:
    """Written large within a sentence, and perhaps a name."""
    return token.text[0].isupper() and token.pos == "PROPN"


def muc(ids: frozenset[str] | None = None) -> Iterator[Document]:
    """MUC's stories in newspaper letters: who attacked whom with what, in the sentences that name a filler."""
    relevant = [row for row in rows(GOLD / "events-muc4" / "train.jsonl") if row["gold"]]
    given = [row for row in relevant[:MUC_DOCUMENTS] if ids is None or row["id"] in ids]
    for row, record in zip(given, _records(given), strict=True):
        text, places = _respelt(record.annotation)
        links: dict[str, list[tuple[int, int]]] = {"actor": [], "recipient": [], "instrument": []}
        kinds = []
        fillers = list(_fillers(row["gold"]))
        for event in _events(record):
            if event.type not in MUC_KINDS:
                continue
            at = record.annotation.token_at(event.trigger.start)
            near = [(role, i) for role, span in fillers if (i := _in_sentence(record.annotation, at, span)) is not None]
            if at is None or not near:
                continue
            kinds.append(Label(*places[at.i], _kind(event)))
            for role in links:
                found = [i for kind, i in near if kind == role and i != at.i]
                nearest = min(found, key=lambda i: abs(i - at.i), default=None)
                links[role].append((places[at.i][0], NOWHERE if nearest is None else places[nearest][0]))
        if kinds:
            layers = {"kind": tuple(sorted(set(kinds), key=lambda x: x.start))}
            yield Document("muc", row["id"], text, layers, {k: tuple(sorted(set(v))) for k, v in links.items()})


def _fillers(gold: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Span]]:
    for template, (slot, role) in itertools.product(gold, MUC_ROLES.items()):
        for filler in template["slots"].get(slot, ()):
            for spans in filler.get("spans", {}).values():
                yield from ((role, Span(*span)) for span in spans)


def _in_sentence(annotation: Annotation, at: Any, span: Span) -> int | None:
    """The last word of a filler in the sentence of a trigger."""
    inside = annotation.tokens_in(span)
    return inside[-1].i if at is not None and inside and inside[-1].sentence == at.sentence else None


def _respelt(annotation: Annotation) -> tuple[str, list[tuple[int, int]]]:
    """The text as the parser read it, and where each of its tokens stands in it."""
    text, places, block = "", [], None
    for token in annotation.tokens:
        if block is not None and token.block != block:
            text += "\n\n"
        block = token.block
        places.append((len(text), len(text) + len(token.text)))
        text += token.text + (" " if token.space else "")
    return text, places
