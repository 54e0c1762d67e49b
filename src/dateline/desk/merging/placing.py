"""Groups that were made anew, put into the tables of a desk: which go on, which are new, which are no more."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import chain, count
from typing import NamedTuple

from dateline.desk.merging.groups import Grouping, Regrouped

__all__ = ["Placed", "free_id", "placed", "successors"]

Nodes = tuple[int, ...]


class Placed(NamedTuple):
    """What there is to tell after nodes were put where they belong."""

    groups: dict[int, Nodes]
    """Those that must be told anew, by their keys."""
    moved: set[int]
    """Nodes that are in another group than before."""


def placed(
    connection: sqlite3.Connection,
    grouping: Grouping,
    found: Regrouped,
    changed: Collection[int],
    add: Callable[[Nodes], int],
    former: Mapping[int, int] | None = None,
) -> Placed:
    """Puts every node where it belongs.

    `changed` nodes tell something else than before. `add` makes the row of a new group and gives its key. `former` says
    of nodes that were taken out and came in again in which group they were.
    """
    kept = successors(found.groups, found.before | (dict(former or {})))
    _drop(connection, grouping, found, set(kept.values()))
    members: dict[int, set[int]] = defaultdict(set)
    for node, group in found.before.items():
        members[group].add(node)
    to_tell: dict[int, Nodes] = {}
    moved: set[int] = set()
    for number, nodes in enumerate(found.groups):
        key = kept.get(number)
        if key is not None and members[key] == set(nodes) and not set(nodes).intersection(changed):
            continue
        key = add(nodes) if key is None else key
        joined = [node for node in nodes if found.before.get(node) != key]
        rows = [(node, key) for node in joined]
        connection.executemany(f"INSERT OR REPLACE INTO {grouping.members} VALUES (?, ?)", rows)
        moved.update(joined)
        to_tell[key] = nodes
    return Placed(to_tell, moved)


def _drop(connection: sqlite3.Connection, grouping: Grouping, found: Regrouped, kept: set[int]) -> None:
    """Takes out groups that are no more, and nodes that are in none any more."""
    gone = set(found.before.values()) - kept
    homeless = set(found.before).difference(*found.groups)
    for keys, column in ((gone, grouping.group), (homeless, grouping.node)):
        rows = [(key,) for key in keys]
        connection.executemany(f"DELETE FROM {grouping.members} WHERE {column} = ?", rows)
    drop_groups(connection, grouping, gone)


def drop_groups(connection: sqlite3.Connection, grouping: Grouping, keys: Collection[int]) -> None:
    """Takes out these groups, where nothing is in them any more."""
    rows = [(key,) for key in keys]
    if grouping.groups == "stories":
        connection.executemany("UPDATE incidents SET story = NULL WHERE story = ?", rows)
    empty = f"NOT EXISTS (SELECT 1 FROM {grouping.members} WHERE {grouping.group} = {grouping.groups}.key)"
    connection.executemany(f"DELETE FROM {grouping.groups} WHERE key = ? AND {empty}", rows)


def successors(groups: Sequence[Nodes], before: Mapping[int, int]) -> dict[int, int]:
    """Which of the groups that were is which of the new ones (by its place): each is where most of its members are."""
    votes = Counter((place, before[node]) for place, group in enumerate(groups) for node in group if node in before)
    ranked = sorted(votes, key=lambda vote: (-votes[vote], vote[1], groups[vote[0]]))
    found: dict[int, int] = {}
    used: set[int] = set()
    for place, group in ranked:
        if place not in found and group not in used:
            found[place] = group
            used.add(group)
    return found


def free_id(
    connection: sqlite3.Connection, grouping: Grouping, founders: Sequence[str], made: Callable[[str], str]
) -> str:
    """An id that no group has: that of the first member which founds none already."""
    first = founders[0]
    for founder in chain(founders, (f"{first}/{number}" for number in count(2))):
        asked = connection.execute(f"SELECT 1 FROM {grouping.groups} WHERE id = ?", (made(founder),))
        if asked.fetchone() is None:
            break
    return made(founder)
