"""What several articles of the very same text tell, told once."""

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from dateline.desk.asking.told import Told

_Key = tuple[str, str, int, int, int]


def once(told: Iterable[Told]) -> list[Told]:
    """In the order of time, each thing once: of copies the first, with the number of articles that tell it."""
    found: dict[_Key, Told] = {}
    many: Counter[_Key] = Counter()
    met: Counter[tuple[int, str, int, int]] = Counter()
    for each in sorted(told, key=lambda each: each.order):
        at = (each.article, each.what, each.start, each.end)
        met[at] += 1  # one article may tell two things with the same words
        key = (each.version, *at[1:], met[at])
        many[key] += 1
        found.setdefault(key, each)
    return [each if many[key] == 1 else replace(each, articles=many[key]) for key, each in found.items()]
