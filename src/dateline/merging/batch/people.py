"""Who is who in many reports, as lines of links."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from dateline.merging.identities.identities import identities_in_order, links
from dateline.merging.judgements import Judged, Judgement
from dateline.merging.outcomes import MACHINE, Link
from dateline.merging.reports.report import Report, unpack

__all__ = ["people_links"]


class _Reports:
    """Packed reports, unpacked one by one as often as they are gone through."""

    def __init__(self, packed: Sequence[bytes]) -> None:
        self._packed = packed

    def __iter__(self) -> Iterator[Report]:
        return map(unpack, self._packed)


def people_links(packed: Sequence[bytes], judged: Judged) -> Iterator[bytes]:
    """Links of people, bodies and places of reports that are in the order of time."""
    reports = _Reports(packed)
    hands = {(min(each.left, each.right), max(each.left, each.right)): each for each in judged.hands if each.right}
    for link in links(reports, identities_in_order(reports, judged.bound, judged.apart)):
        yield msgspec.json.encode(link if link.decided_by == MACHINE else _by(link, hands))


def _by(link: Link, hands: dict[tuple[str, str], Judgement]) -> Link:
    hand = hands[link.left, link.right]
    return replace(link, decided_by=hand.decided_by, why=hand.why)
