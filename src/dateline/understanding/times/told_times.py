"""The time expressions of a story's blocks, in the order of the text."""

from itertools import repeat

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, Token
from dateline.record import Record
from dateline.understanding.times.clock_hours import clock_of
from dateline.understanding.times.time_contexts import is_time
from dateline.understanding.times.time_forms import Found, forms, plain
from dateline.understanding.times.time_lexicon import lexicon
from dateline.understanding.times.time_scene import Scene

CLOCKS = ("clock", "military", "hours")
"""Forms that tell an hour."""

_DAY = 24 * 60
_FARTHEST_WEST = 10 * 60
"""Minutes; zones lie from ten hours behind Universal Time to thirteen or so ahead of it."""

_DAYS = ("weekday", "date", "deictic")
_DAY_PARTS = ("weekday", "deictic", "month", "day", "year")


class Told(Struct, frozen=True, gc=False):
    """A time expression, with the numbers of its block and its sentence.

    `anchor` is the token that it is counted from where the words name it ("two days after the vote"), else -1.
    """

    found: Found
    block: int
    sentence: int
    anchor: int = -1


def told_times(record: Record) -> list[Told]:
    """The time expressions of all parsed blocks."""
    annotation, small = record.annotation, plain(record.text)
    grammar = forms(annotation.words.language.code)
    told = []

    def is_told(found: Found) -> bool:
        return is_time(Scene(found, record.text, small, annotation))

    for i in sorted({sentence.block for sentence in annotation.sentences}):
        block = record.article.blocks[i]
        for found in grammar.find(small, block.start, block.end, is_told):
            token = annotation.token_at(found.start)
            told.append(_told(annotation, Told(found, i, token.sentence if token else -1)))
    shared = [*map(_sharing_day, repeat(record), told, told[1:]), *told[-1:]]
    shared = [*shared[:1], *map(_next_day, repeat(record), shared, shared[1:])]
    for i in range(len(shared) - 1):
        day = shared[i + 2] if i + 2 < len(shared) else None
        shared[i], shared[i + 1] = _sharing_zone(record, shared[i], shared[i + 1], day)
    return shared


def _next_day(record: Record, told: Told, after: Told) -> Told:
    """ "From 8 p.m. to 6 a.m.": the second hour is the next day's, unless it names its own."""
    first, second = told.found, after.found
    if not (first.form == second.form == "clock") or any(part in second for part in (*_DAY_PARTS, "day_part")):
        return after
    between = record.text[first.end : second.start].strip().lower()
    words = lexicon(record.annotation.words.language.code)
    joined = between in record.annotation.words.moments.range_joints and told.sentence == after.sentence
    if not joined or clock_of(first, words) <= clock_of(second, words):
        return after
    return replace(after, found=replace(second, words=second.words | {"shift": "1"}))


def _sharing_zone(record: Record, first: Told, second: Told, third: Told | None) -> tuple[Told, Told]:
    """ "At 2130 (0130 GMT)": one instant on two clocks; it tells the zone of the first and the day of the second.

    A third time, behind the bracket, tells the day of both: "(0130 GMT) on Thursday".
    """
    words = lexicon(record.annotation.words.language.code)
    local, universal = first.found, second.found
    if local.form not in CLOCKS or universal.form not in CLOCKS or first.block != second.block:
        return first, second
    beside = record.text[local.end : universal.start].strip() in ("(", "[")
    zoned = any(part in local for part in ("zone", "zone2", "zone3"))
    if not beside or zoned or (universal["zone"] or universal["zone2"]) not in words.universal_zones:
        return first, second
    clocks = clock_of(local, words), clock_of(universal, words)
    ahead = (clocks[0] - clocks[1] + _FARTHEST_WEST) % _DAY - _FARTHEST_WEST
    if ahead % 15:
        return first, second
    zone = f"utc{'-' if ahead < 0 else '+'}{abs(ahead) // 60}:{abs(ahead) % 60:02d}"
    if third is not None and third.found.form in _DAYS and not any(part in local for part in _DAY_PARTS):
        behind = record.text[universal.end : third.found.start].strip(" )]").lower()
        if behind in ("", *record.annotation.words.moments.day_leads) and third.block == first.block:
            named = {part: third.found[part] for part in _DAY_PARTS if part in third.found}
            local = replace(local, words=local.words | named)
    day = {part: local[part] for part in _DAY_PARTS if part in local}
    day["shift"] = str((clocks[0] - ahead) // _DAY)
    first = replace(first, found=replace(local, words=local.words | {"zone2": zone}))
    own = any(part in universal for part in _DAY_PARTS)
    return first, second if own else replace(second, found=replace(universal, words=universal.words | day))


def _told(annotation: Annotation, told: Told) -> Told:
    """With what it is counted from; "two days after", and nothing behind it, is two days later."""
    found = told.found
    sign = next((name for name in ("since", "until") if name in found), None)
    if sign is None:
        return told
    if _lasts(annotation, found):
        return replace(told, found=replace(found, form="duration", end=found.spans["unit"][1]))
    joint = annotation.token_at(found.spans[sign][1] - 1)
    head = _governed(annotation, joint) if joint else None
    if head is not None:
        return replace(told, anchor=head.i)
    if "part" in found:
        return told
    if found[sign] not in annotation.words.moments.day_after + annotation.words.moments.day_before:
        length = replace(found, form="duration", end=found.spans["unit"][1])
        return replace(told, found=length)  # "in the week following"
    words = {name: word for name, word in found.words.items() if name not in ("since", "until")}
    words |= {"later" if sign == "since" else "earlier": found[sign]}
    if not any(name in words for name in ("n", "vague", "half_a")):
        words["n"] = "1"  # "the day after"
    return replace(told, found=replace(found, form="ago", words=words))


def _lasts(annotation: Annotation, found: Found) -> bool:
    """ "Wrote for three weeks before the vote": how long, and not when."""
    first = annotation.token_at(found.start)
    if first is None or first.i == 0 or "unit" not in found:
        return False
    return annotation.tokens[first.i - 1].lower in annotation.words.moments.tenses["appointed_for"]


def _governed(annotation: Annotation, joint: Token) -> Token | None:
    """The noun or the verb that "after" or "before" leads to."""
    if joint.dep == "mark":
        return annotation.head(joint)
    for token in (joint, *annotation.children(joint, "prep")):
        for child in annotation.children(token, "pobj", "pcomp"):
            if child.i > joint.i:
                return child
    return None


def _sharing_day(record: Record, told: Told, after: Told) -> Told:
    """ "Between 9 a.m. and 11 a.m. on Monday": the first hour lies on the second one's day."""
    first, second = told.found, after.found
    if first.form not in CLOCKS or second.form not in CLOCKS or any(part in first for part in _DAY_PARTS):
        return told
    between = record.text[first.end : second.start].strip().lower()
    if between not in record.annotation.words.moments.range_joints or told.sentence != after.sentence:
        return told
    day = {part: second[part] for part in _DAY_PARTS if part in second}
    return replace(told, found=replace(first, words=first.words | day))
