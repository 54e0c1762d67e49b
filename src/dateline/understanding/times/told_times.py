"""The time expressions of a story's blocks, in the order of the text."""

from itertools import repeat

from msgspec import Struct
from msgspec.structs import replace

from dateline.record import Record
from dateline.understanding.times.time_contexts import Scene, is_time
from dateline.understanding.times.time_forms import Found, forms, plain

CLOCKS = ("clock", "military")
"""Forms that tell an hour."""

_DAY_PARTS = ("weekday", "deictic", "month", "day", "year")


class Told(Struct, frozen=True, gc=False):
    """A time expression, with the numbers of its block and its sentence."""

    found: Found
    block: int
    sentence: int


def told_times(record: Record) -> list[Told]:
    """The time expressions of all parsed blocks."""
    annotation, small = record.annotation, plain(record.text)
    grammar = forms(annotation.words.language.code)
    told = []
    for i in sorted({sentence.block for sentence in annotation.sentences}):
        block = record.article.blocks[i]
        for found in grammar.find(small, block.start, block.end):
            if is_time(Scene(found, record.text, small, annotation)):
                token = annotation.token_at(found.start)
                told.append(Told(found, i, token.sentence if token else -1))
    return [*map(_sharing_day, repeat(record), told, told[1:]), *told[-1:]]


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
