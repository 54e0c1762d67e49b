"""The incidents of a desk of which every filter holds, as a map shows them."""

import sqlite3
from typing import Unpack

from dateline.desk.asking.incidents.conditions import parts_of
from dateline.desk.asking.incidents.incidents import NAMES, ORDERS, IncidentsAsked, page_of
from dateline.desk.asking.maps.glance import glance
from dateline.desk.asking.maps.seen import seen, tellings
from dateline.desk.asking.maps.shown import Shown
from dateline.desk.asking.maps.sorting import sort_out
from dateline.desk.asking.question.gathered import gathered
from dateline.desk.storage.transactions import snapshot

__all__ = ["mapped"]


def mapped(connection: sqlite3.Connection, words: str | None = None, **asked: Unpack[IncidentsAsked]) -> Shown:
    """Where and when the incidents were of which all of this holds, and a page of 20 of them, as `incidents` gives it.

    Spots, areas and times are those of all of them, whatever `limit` and `offset` say; with the order "killed" too.
    Raises BadQuestion.
    """
    question = gathered(words, dict(asked), NAMES, ORDERS)
    with snapshot(connection):
        parts = parts_of(connection, question)
        found = seen(connection, question, parts)
        told = tellings(connection, [heap.last for heap in found.heaps])
        page = page_of(connection, question, parts)
    sorted_out = sort_out(found.heaps, told)
    return Shown(
        total=found.total,
        spots=sorted_out.spots,
        areas=sorted_out.areas,
        nowhere=found.nowhere,
        unfound=sorted_out.unfound,
        unit=found.calendar.unit,
        times=found.calendar.stretches,
        long=found.long,
        timeless=found.timeless,
        page=tuple(map(glance, page)),
        notes=page.notes,
    )
