"""How often, when and how articles tell of those who bear some names."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct, json

from dateline.desk.asking.judged import WRONG
from dateline.desk.asking.people.posts import Post
from dateline.desk.asking.who.names import TABLE_OF
from dateline.desk.asking.who.namesakes import Bearers, Met
from dateline.values import Mention

PlayerKind = Literal["person", "organisation"]
NAMED = "(bearer.name <> lower(bearer.name) OR unicode(bearer.name) > 127)"
"""Not "farmer", "police". The indexes `people_named` and `organisations_named` have the same condition."""
POOL = 3
"""So many names are looked at for each row: some are spellings of others, or nobody's."""
SAMPLE = 8
"""Facts that are looked at to tell a name from a noun in capitals."""


class Articles(Struct, frozen=True):
    """Articles that name somebody: how many, and the days of the first and the last one."""

    many: int
    first: str | None
    last: str | None


class _Mentioned(Struct, frozen=True):
    """What is asked of the value of a person or a body."""

    mentions: tuple[Mention, ...] = ()


class Encounters(Struct, frozen=True):
    """People, or bodies, in the articles of some days. `since` and `until` are bounds as `days` gives them.

    What is asked of several bearers is asked in one statement, and answered by their places in the sequence.
    """

    connection: sqlite3.Connection
    kind: PlayerKind
    since: str | None = None
    until: str | None = None

    def frequent(self, country: str | None, sector: str | None, limit: int | None) -> list[str]:
        """The names that most facts bear, enough of them for `limit` rows."""
        rows = self._rows(
            f"SELECT bearer.name FROM {TABLE_OF[self.kind]} AS bearer WHERE {self._condition}"
            + (" AND bearer.country = :country" if country else "")
            + (" AND instr(bearer.sector, :sector)" if sector else "")
            + " GROUP BY bearer.name ORDER BY count(*) DESC, bearer.name LIMIT :pool",
            country=country,
            sector=sector,
            pool=-1 if limit is None else POOL * limit + 20,
        )
        return [row[0] for row in rows]

    def sectors(self) -> list[str]:
        """The codes that any of them have."""
        rows = self._rows(f"SELECT DISTINCT bearer.sector FROM {TABLE_OF[self.kind]} AS bearer WHERE {self._condition}")
        return sorted({codes[at : at + 3] for (codes,) in rows if codes for at in range(0, len(codes), 3)})

    def met(self, names: Sequence[str]) -> list[Met]:
        """All who bear these names."""
        rows = self._rows(
            "SELECT bearer.name, bearer.country, bearer.sector, count(*) FROM json_each(:names) AS asked "
            f"CROSS JOIN {TABLE_OF[self.kind]} AS bearer ON bearer.name = asked.value WHERE {self._condition} "
            "GROUP BY bearer.name, bearer.country, bearer.sector",
            names=json.encode(names).decode(),
        )
        return [Met(*row) for row in rows]

    def is_named(self, one: Bearers) -> bool:
        """Whether articles call them so by name: "Police" at the head of a sentence is no name, "Republicans" is."""
        rows = self._rows(
            f"SELECT facts.value FROM {TABLE_OF[self.kind]} AS bearer CROSS JOIN facts ON facts.key = bearer.fact "
            f"WHERE bearer.name = :name AND {NAMED} LIMIT {SAMPLE}",
            name=one.names[0],
        )
        values = [json.decode(row[0], type=_Mentioned) for row in rows]
        return 2 * sum(any(mention.form == "name" for mention in value.mentions) for value in values) >= len(values)

    def articles(self, bearers: Sequence[Bearers]) -> dict[int, Articles]:
        """The articles that name them."""
        columns = "count(DISTINCT bearer.article), min(articles.dated), max(articles.dated)"
        rows = self._of(bearers, columns, "articles ON articles.key = bearer.article")
        return {at: Articles(many, first and first[:10], last and last[:10]) for at, many, first, last in rows}

    def statements(self, bearers: Sequence[Bearers]) -> dict[int, int]:
        """How many statements they make."""
        found = f"statements ON statements.speaker = bearer.fact AND statements.fact NOT IN ({WRONG})"
        return dict(self._of(bearers, "count(*)", found))

    def events(self, bearers: Sequence[Bearers]) -> dict[int, int]:
        """How many events they take part in."""
        found = f"event_parties ON event_parties.party = bearer.fact AND event_parties.event NOT IN ({WRONG})"
        return dict(self._of(bearers, "count(DISTINCT event_parties.event)", found))

    def posts(self, bearers: Sequence[Bearers]) -> dict[int, list[Post]]:
        """The posts that people hold, held or are to hold; kinship is none."""
        if self.kind != "person":
            return {}
        found = f"roles ON roles.person = bearer.fact AND roles.relative IS NULL AND roles.fact NOT IN ({WRONG})"
        bodies = " LEFT JOIN organisations ON organisations.fact = roles.organisation"
        kept = ("roles.title", "organisations.name", "roles.state", "roles.acting", "roles.rank")
        posts: dict[int, list[Post]] = defaultdict(list)
        for at, *cells in self._of(bearers, f"{', '.join(kept)}, count(*)", found + bodies, by=kept):
            posts[at].append(Post(*cells))
        return posts

    @property
    def _condition(self) -> str:
        """What must hold of facts called `bearer`."""
        inside = "bearer.article IN (SELECT key FROM articles WHERE dated >= :since AND dated <= :until)"
        return f"{NAMED} AND bearer.fact NOT IN ({WRONG})" + (f" AND {inside}" if self.since or self.until else "")

    def _of(self, bearers: Sequence[Bearers], columns: str, joined: str, by: Sequence[str] = ()) -> list[Any]:
        """Rows that begin with a bearer's place; `joined` is what is met with each fact of theirs."""
        units = [(at, *unit) for at, one in enumerate(bearers) for unit in one.units]
        return self._rows(
            "WITH asked AS MATERIALIZED (SELECT json_extract(value, '$[0]') AS place, "
            "json_extract(value, '$[1]') AS name, json_extract(value, '$[2]') AS country FROM json_each(:units)) "
            f"SELECT asked.place, {columns} FROM asked CROSS JOIN {TABLE_OF[self.kind]} AS bearer "
            f"ON bearer.name = asked.name AND bearer.country IS asked.country CROSS JOIN {joined} "
            f"WHERE {self._condition} GROUP BY {', '.join(('asked.place', *by))}",
            units=json.encode(units).decode(),
        )

    def _rows(self, statement: str, **cells: object) -> list[Any]:
        return self.connection.execute(
            statement, {"since": self.since or "", "until": self.until or "~", **cells}
        ).fetchall()
