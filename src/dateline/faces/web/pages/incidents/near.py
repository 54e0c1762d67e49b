"""What is near an incident or a story and was kept apart, with what it takes to say that it is the same."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from dateline.desk.asking.judgements.homes import Group
from dateline.desk.asking.why.explanation import Explanation
from dateline.desk.asking.why.wording import NEAR, judgements_told
from dateline.faces.web import addresses
from dateline.merging.outcomes import MACHINE, Link

_APART = re.compile(r"“[^“”]*” is (?:certainly|taken for) another one")


class Neighbour(Struct, frozen=True, kw_only=True):
    """Another incident or story."""

    id: str
    title: str
    address: str
    reasons: str
    """What speaks for and against it, in a sentence."""
    verdict: str
    """How it was kept apart: "certainly another one"."""
    reports: int


def neighbours(kind: str, apart: Sequence[Link], near: Mapping[str, Group]) -> tuple[Neighbour, ...]:
    """The incidents or stories that these ties lead to, the nearest first; those that are not near are left out.

    `near` has them by the right ends of the ties.
    """
    found = dict[str, Neighbour]()
    for link in apart:
        group = near.get(link.right)
        if group is not None and is_near(link):
            told = Neighbour(
                id=group.id,
                title=group.title,
                address=addresses.of(kind, group.id),
                reasons="; ".join(link.reasons),
                verdict=verdict_of(link),
                reports=group.articles,
            )
            found.setdefault(group.id, told)
    return tuple(found.values())


def reasons_of(explained: Explanation) -> tuple[str, ...]:
    """Why it is one, in sentences, without those on what is near and on what people decided: they stand in lists."""
    decided = set(judgements_told(explained.judgements))
    return tuple(each for each in explained.sentences if each not in decided and not _APART.match(each))


def is_near(link: Link) -> bool:
    """Whether it is near enough to be worth a line."""
    return link.score >= NEAR or link.judgement == "different" or link.decided_by != MACHINE


def verdict_of(link: Link) -> str:
    """How the two were kept apart."""
    if link.decided_by != MACHINE:
        why = f": {link.why}" if link.why else ""
        return f"judged {'different' if link.judgement == 'different' else link.judgement} by {link.decided_by}{why}"
    if link.judgement == "different":
        return "certainly another one"
    return f"taken for another one, though likely the same by {link.score:.0%}"
