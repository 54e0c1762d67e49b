"""Who acted in an incident and who was acted upon, by all reports."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.merging.incidents.voting import votes
from dateline.merging.outcomes import Party
from dateline.merging.parts import Part
from dateline.merging.reports.report import Named

__all__ = ["actors_of", "recipients_of"]

Words = frozenset[str]
_OFTEN = 0.2
"""The share of the weight of whoever is told most from which a name comes before those without."""


class _Told(NamedTuple):
    """Somebody in one telling."""

    named: Named
    part: Part


def actors_of(parts: Sequence[Part]) -> tuple[Party, ...]:
    """Who acted: those with a name before those without, each by the number of sources."""
    return _parties(_Told(part.report.names[at], part) for part in parts for at in part.happening.actors)


def recipients_of(parts: Sequence[Part]) -> tuple[Party, ...]:
    """Who was acted upon, in the same order."""
    return _parties(_Told(part.report.names[at], part) for part in parts for at in part.happening.recipients)


def _parties(told: Iterable[_Told]) -> tuple[Party, ...]:
    by_words: dict[Words, list[_Told]] = defaultdict(list)
    for each in told:
        by_words[_words(each.named)].append(each)
    if len(by_words) > 1:
        by_words = _joined(by_words)
    made = [_ranked(same) for same in by_words.values()]
    least = _OFTEN * max((weight for weight, _, _ in made), default=0.0)
    made.sort(key=lambda each: (not (each[1] and each[0] >= least), -each[0], each[2].name, each[2].facts))
    return tuple(party for _, _, party in made)


def _words(named: Named) -> Words:
    """What the same name shares in every report; that of a noun is the noun."""
    return frozenset(named.words) if named.proper and named.words else frozenset((f" {named.name.lower()}",))


def _joined(by_words: dict[Words, list[_Told]]) -> dict[Words, list[_Told]]:
    """Names together with the only longer one that has all their words: "Holm" with "Ada Holm"."""
    within: dict[str, set[Words]] = defaultdict(set)
    for words in by_words:
        for word in words:
            within[word].add(words)
    home: dict[Words, Words] = {}
    for words in sorted(by_words, key=lambda words: (-len(words), sorted(words))):
        longer = set.intersection(*(within[word] for word in words)) - {words}
        longest = {home[other] for other in longer}
        home[words] = longest.pop() if len(longest) == 1 else words
    joined: dict[Words, list[_Told]] = defaultdict(list)
    for words, told in by_words.items():
        joined[home[words]] += told
    return joined


def _ranked(same: list[_Told]) -> tuple[float, bool, Party]:
    """Somebody with the weight of the sources that tell so, and whether there is a name."""
    named, part = same[0]
    if len(same) == 1:
        party = Party(
            name=named.name, country=named.country, sector=named.sector, facts=(named.fact,),
            articles=(part.report.article,),
        )  # fmt: skip
        return part.happening.confidence, named.proper, party
    party = Party(
        name=_name(same),
        country=_most(each.named.country for each in same),
        sector=_most(each.named.sector for each in same),
        facts=tuple(dict.fromkeys(each.named.fact for each in same)),
        articles=tuple(dict.fromkeys(each.part.report.article for each in same)),
    )
    surest: dict[str, float] = {}
    for each in same:
        surest[each.part.source] = max(each.part.happening.confidence, surest.get(each.part.source, 0.0))
    return round(sum(sorted(surest.values())), 6), any(each.named.proper for each in same), party


def _name(same: list[_Told]) -> str:
    """The form that most sources use, of more words than one where any does."""
    if len({each.named.name for each in same}) == 1:
        return same[0].named.name
    names = votes((each.named.name, each.part.source, each.part.happening.confidence) for each in same)
    return min(names, key=lambda name: (" " not in name, -round(names[name], 6), -len(name), name))


def _most(values: Iterable[str | None]) -> str | None:
    counts: dict[str, int] = defaultdict(int)
    for value in values:
        if value:
            counts[value] += 1
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
