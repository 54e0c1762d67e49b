"""What the encoder sees in an article, in the article's own offsets: names, nouns for people, claims, events."""

from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import cast, get_args

from msgspec import Struct

from dateline.annotated import Argument, ArgumentRole, Claim, Label, Nominal, Token, Trigger
from dateline.annotation.encoder.claims import claims
from dateline.annotation.encoder.scores import Scores
from dateline.annotation.encoder.spans import Found, spans
from dateline.annotation.encoder.triggers import triggers
from dateline.annotation.parser import Entity, Prepared
from dateline.annotation.time_words import is_time
from dateline.languages.titles import title_words
from dateline.model import Status
from dateline.values import Span

ENTITIES = {"person": "PERSON", "organisation": "ORG", "place": "GPE", "other": "MISC"}
TIME = "DATE"


class Labels(Struct, frozen=True):
    """Claims and triggers of an article, and its nominal mentions."""

    nominals: tuple[Nominal, ...] = ()
    claims: tuple[Claim, ...] | None = None
    triggers: tuple[Trigger, ...] | None = None


def entities(scores: Scores, text: str, code: str) -> tuple[Entity, ...]:
    """The names of a prepared text, for the parser's tokens, and its words of time where they are no names."""
    names = _names(scores, text)
    surnames = {
        _words(scores, name, text)[-1] for name in names if name.type == "person" and name.last - name.first > 1
    }
    untitled = (bare for name in names if (bare := _untitled(scores, name, text, code, surnames)))
    found = [Entity(*_letters(scores, name), ENTITIES[name.type], round(name.score, 3)) for name in untitled]
    named = {offset for entity in found for offset in range(entity.start, entity.end)}
    times = (Entity(start, end, TIME) for start, end in _times(scores, text, code) if start not in named)
    return tuple(sorted((*found, *times), key=lambda entity: entity.start))


def _names(scores: Scores, text: str) -> list[Found]:
    """Names; two bodies or places with no more than a space between them are one, since no writer puts them so."""
    joined: list[Found] = []
    for name in spans(scores, "name"):
        last = joined[-1] if joined else None
        if last and last.type == name.type != "person" and text[slice(*_between(scores, last, name))] in ("", " "):
            score = (last.score * (last.last - last.first) + name.score * (name.last - name.first)) / (
                name.last - last.first
            )
            joined[-1] = Found(last.first, name.last, name.type, score)
        else:
            joined.append(name)
    return joined


@cache
def _titles(code: str) -> frozenset[str]:
    words = title_words(code)
    return frozenset(words.heads | words.honorifics | words.inner)


def _words(scores: Scores, name: Found, text: str) -> list[str]:
    return [text[start:end] for start, end in scores.spans[name.first : name.last].tolist()]


def _untitled(scores: Scores, name: Found, text: str, code: str, surnames: Set[str]) -> Found | None:
    """A person's name without the title before it; None where it is a title only, and nobody's surname either."""
    titles = _titles(code)
    first = name.first
    if name.type == "person" and name.last - first == 1 and _words(scores, name, text)[0] in surnames:
        return name
    while name.type == "person" and first < name.last:
        word = text[slice(*scores.spans[first].tolist())].lower()
        known = word in titles or f"{word}." in titles
        if not known and not (word == "." and first > name.first):
            break
        first += 1
    return Found(first, name.last, name.type, name.score) if first < name.last else None


def _between(scores: Scores, one: Found, other: Found) -> tuple[int, int]:
    return int(scores.spans[one.last - 1, 1]), int(scores.spans[other.first, 0])


def _times(scores: Scores, text: str, code: str) -> Iterator[tuple[int, int]]:
    yield from ((start, end) for start, end in scores.spans.tolist() if is_time(text[start:end], code))


def labels(scores: Scores, prepared: Prepared, tokens: Sequence[Token]) -> Labels:
    """What the encoder sees beside the names."""
    seen = _Article(scores, prepared, tokens)
    return Labels(
        tuple(seen.nominals()) if scores.has("nominal") else (),
        tuple(seen.claims()) if scores.has("content") else None,
        tuple(seen.triggers()) if scores.has("trigger") else None,
    )


def _letters(scores: Scores, found: Found) -> tuple[int, int]:
    return int(scores.spans[found.first, 0]), int(scores.spans[found.last - 1, 1])


class _Article:
    """Words of the encoder as spans of the article."""

    def __init__(self, scores: Scores, prepared: Prepared, tokens: Sequence[Token]) -> None:
        self.scores = scores
        self.prepared = prepared
        self.tokens = tokens
        self.at = {token.start: token.i for token in tokens}

    def span(self, found: Found) -> Span:
        return self.prepared.origin(*_letters(self.scores, found))

    def nominals(self) -> Iterator[Nominal]:
        for found in spans(self.scores, "nominal"):
            span = self.span(found)
            if (first := self.at.get(span.start)) is not None:
                last = next((i for i in range(first, len(self.tokens)) if self.tokens[i].end >= span.end), first)
                label = cast(Label, found.type)
                yield Nominal(
                    first=first,
                    last=last + 1,
                    start=span.start,
                    end=span.end,
                    label=label,
                    score=round(found.score, 3),
                )

    def claims(self) -> Iterator[Claim]:
        for said in claims(self.scores):
            yield Claim(
                content=tuple(self.span(content) for content in said.contents),
                cue=self.span(said.cue) if said.cue else None,
                source=self.span(said.source) if said.source else None,
                score=round(sum(content.score for content in said.contents) / len(said.contents), 3),
                cue_score=round(said.cue_score * said.cue.score, 3) if said.cue else 0.0,
                source_score=round(said.source_score * said.source.score, 3) if said.source else 0.0,
            )

    def triggers(self) -> Iterator[Trigger]:
        roles = [role for role in get_args(ArgumentRole) if self.scores.has_link(role)]
        for happening in triggers(self.scores, roles):
            status, status_score = happening.marks.get("status", (None, 0.0))
            kind, kind_score = happening.marks.get("kind", (None, 0.0))
            yield Trigger(
                span=self.span(happening.trigger),
                score=round(happening.trigger.score, 3),
                status=cast(Status | None, status),
                status_score=round(status_score, 3),
                kind=kind,
                kind_score=round(kind_score, 3),
                arguments=tuple(self._argument(*part) for part in happening.arguments),
            )

    def _argument(self, role: str, word: int, score: float) -> Argument:
        start, end = self.scores.spans[word].tolist()
        return Argument(role=cast(ArgumentRole, role), span=self.prepared.origin(start, end), score=round(score, 3))
