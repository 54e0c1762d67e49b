"""What several articles tell, told once: one event in all its reports, and what stands in copies of one text."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from dateline.desk.asking.told import Told

_Key = tuple[str, str, int, int, int] | int


def once(told: Iterable[Told]) -> list[Told]:
    """In the order of time, each thing once: of several tellings the first, with how many articles tell it."""
    found: dict[_Key, Told] = {}
    many: dict[_Key, set[int]] = defaultdict(set)
    met: Counter[tuple[int, str, int, int]] = Counter()
    for each in sorted(told, key=lambda each: each.order):
        at = (each.article, each.what, each.start, each.end)
        met[at] += 1  # one article may tell two things with the same words
        key = each.incident or (each.version, *at[1:], met[at])
        many[key].add(each.article)
        found.setdefault(key, each)
    return [each if len(many[key]) == 1 else replace(each, articles=len(many[key])) for key, each in found.items()]
