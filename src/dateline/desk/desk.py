"""A desk as Python sees it: one file, its articles and what may be asked of them."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Unpack

from msgspec.structs import replace

from dateline.desk.asking.articles.hits import Hit
from dateline.desk.asking.articles.search import search
from dateline.desk.asking.incidents.incidents import IncidentsAsked, incidents
from dateline.desk.asking.judgements.judgements import JudgementRow, JudgementsAsked, judgements
from dateline.desk.asking.people.people import PeopleAsked, PersonRow, people
from dateline.desk.asking.question.filters import Asked, filters
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.statements.statements import StatementRow, StatementsAsked, statements
from dateline.desk.asking.stories.stories import StoriesAsked, stories
from dateline.desk.asking.timelines.timeline import TimelineAsked, TimelineRow, timeline
from dateline.desk.asking.why.explaining import why
from dateline.desk.asking.why.explanation import Explanation, Struck
from dateline.desk.asking.why.reports import struck_in
from dateline.desk.ingesting.runs import Tally
from dateline.desk.saving.restoring import record_of
from dateline.desk.storage.opening import reading, writing
from dateline.desk.storage.trouble import plainly
from dateline.merging.outcomes import Incident, Story
from dateline.model import Refused
from dateline.record import Record
from dateline.settings import Settings, load

if TYPE_CHECKING:
    from dateline.desk.judging.judge import Decision
    from dateline.desk.keeping.diagnosis import Diagnosis
    from dateline.desk.keeping.forget import Forgetting
    from dateline.desk.keeping.merge import Merging
    from dateline.desk.keeping.reread import Rereading
    from dateline.desk.watching import Told
    from dateline.reader import SourceLike


class Desk:
    """Articles with their facts in one SQLite file. Any number of processes may read it while one writes.

    Use it as a context manager, or call `close`. Nothing is written before something is asked to be.
    """

    def __init__(self, path: str | PathLike[str], *, create: bool = False) -> None:
        self.path = Path(path)
        self._reader: sqlite3.Connection | None = None
        self._writer: sqlite3.Connection | None = None
        if create:
            self._writer = writing(self.path, create=True)
        try:
            self._reader = reading(self.path)
        except BaseException:
            self.close()
            raise

    def __repr__(self) -> str:
        return f"<Desk {self.path}>"

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        for connection in (self._reader, self._writer):
            if connection is not None:
                connection.close()
        self._reader = self._writer = None

    @property
    def reader(self) -> sqlite3.Connection:
        """The connection to read by; it cannot write."""
        if self._reader is None:
            self._reader = reading(self.path)
        return self._reader

    @property
    def writer(self) -> sqlite3.Connection:
        """The connection to write by, opened on first use. Raises DeskReadOnly."""
        if self._writer is None:
            self._writer = writing(self.path)
        return self._writer

    def __len__(self) -> int:
        """How many articles are in it."""
        with plainly(self.path):
            return int(self.reader.execute("SELECT count(*) FROM articles").fetchone()[0])

    def __contains__(self, article: object) -> bool:
        """Whether it has an article of this id."""
        with plainly(self.path), suppress(UnicodeEncodeError):  # half a character is in no id
            return self.reader.execute("SELECT 1 FROM articles WHERE id = ?", (str(article),)).fetchone() is not None
        return False

    def record(self, article: str, version: int | None = None) -> Record:
        """The record of an article, as it was read; of an earlier version by its number. Raises NotInDesk."""
        with plainly(self.path):
            return record_of(self.reader, article, version)

    def search(self, words: str | None = None, **asked: Unpack[Asked]) -> Rows[Hit]:
        """The articles of which all of this holds, best or newest first, a page of 20 unless `limit` says otherwise.

        desk.search("ceasefire -football", person="Mahmud", within="50km:Osh", type="ASSAULT", since="2015-09")
        `read_words` tells how words may be put, `Asked` what else may be asked, `Filters` what it means.
        Raises BadQuestion and DeskError.
        """
        with plainly(self.path):
            return search(self.reader, filters(words, **asked))

    def people(self, name: str | None = None, **asked: Unpack[PeopleAsked]) -> Rows[PersonRow]:
        """Who is named, those in most articles first, with posts and numbers; `kind="organisation"` for bodies.

        `name` is a name in any spelling or a part of it; the filters are those of `dateline.desk.asking.people`.
        Raises BadQuestion and DeskError.
        """
        with plainly(self.path):
            return people(self.reader, name, **asked)

    def timeline(self, name: str, **asked: Unpack[TimelineAsked]) -> Rows[TimelineRow]:
        """What happened to a person or a body, or at a place, in the order of time: events, posts, charges.

        The filters are those of `dateline.desk.asking.timeline`. Raises BadQuestion and DeskError.
        """
        with plainly(self.path):
            return timeline(self.reader, name, **asked)

    def statements(self, by: str | None = None, **asked: Unpack[StatementsAsked]) -> Rows[StatementRow]:
        """Who said what, in the order of time; `by` is a name in any spelling, or a part of it.

        The filters are those of `dateline.desk.asking.statements`. Raises BadQuestion and DeskError.
        """
        with plainly(self.path):
            return statements(self.reader, by, **asked)

    def incidents(self, words: str | None = None, **asked: Unpack[IncidentsAsked]) -> Rows[Incident]:
        """Events, each in all its reports: those of which all of this holds, best or newest first, a page of 20.

        desk.incidents(type="ASSAULT", country="TJK", since="2015-09", independent=2, disagreeing="killed")
        `IncidentsAsked` tells what may be asked. Raises BadQuestion and DeskError.
        """
        with plainly(self.path):
            return incidents(self.reader, words, **asked)

    def stories(self, words: str | None = None, **asked: Unpack[StoriesAsked]) -> Rows[Story]:
        """Articles on one happening and what followed: those of which all of this holds, a page of 20.

        `StoriesAsked` tells what may be asked. Raises BadQuestion and DeskError.
        """
        with plainly(self.path):
            return stories(self.reader, words, **asked)

    def why(self, id: str, other: str | None = None) -> Explanation:  # noqa: A002
        """Why the reports of an incident or a story are one; with another id, why the two are not, or are, one.

        An event's id stands for its incident, an article's for its story. Raises NotInDesk, BadQuestion and DeskError.
        """
        with plainly(self.path):
            return why(self.reader, id, other)

    def wrong(self, *articles: str) -> tuple[Struck, ...]:
        """The facts of these articles that people judged wrong: a record has them still, questions do not."""
        with plainly(self.path):
            return struck_in(self.reader, articles)

    def judgements(self, **asked: Unpack[JudgementsAsked]) -> Rows[JudgementRow]:
        """What people decided, the last first: by whom (`who`), on what (`about`). Raises BadQuestion and DeskError."""
        with plainly(self.path):
            return judgements(self.reader, **asked)

    def ingest(
        self,
        sources: "Iterable[SourceLike]",
        settings: Settings | None = None,
        *,
        workers: int = 1,
        retry: bool = False,
        told: Callable[[Tally], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> Tally:
        """Reads what is new in these sources, and keeps it; gives what came of it.

        `told` is called after every commit: what it counts is on the disk. `refused` gets what cannot be read; it is
        kept with its reason and tried again only with `retry`, unless it could not be fetched. Raises DeskError.
        """
        from dateline.desk.ingesting.ingest import Ingest
        from dateline.sources import pages

        settings = settings or load()
        found = pages(sources, settings)
        ingest = Ingest(self.path, self.writer, settings, workers=workers, retry=retry, told=told, refused=refused)
        listed = sources if isinstance(sources, Sequence) else ()  # what comes one by one is not known before
        named = [str(source) for source in listed if isinstance(source, str | Path)]
        return ingest("ingest", named, found)

    def watch(
        self,
        sources: Iterable[str | Path],
        settings: Settings | None = None,
        *,
        every: float = 900.0,
        once: bool = False,
        workers: int = 1,
        told: "Callable[[Told], object] | None" = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> None:
        """Watches feeds (addresses) and folders, and keeps what is new in them; for ever, or `once`.

        `every` is the least time between two polls of a feed, in seconds. `told` hears of every round that brought
        something. The limit of the settings does not count here. Stopped at any moment it goes on where it was when it
        is called again. Raises BadSettings, FetchFailed and NoSuchPath before anything is asked for, and DeskError.
        """
        from dateline.desk.ingesting.ingest import Ingest
        from dateline.desk.ingesting.work import reading_pool
        from dateline.desk.watching import watch
        from dateline.desk.watching.kept import DeskKeeper

        if isinstance(sources, str):
            raise TypeError("watch() takes several sources; put the one str into a list")
        # What a limit would leave out now would be taken for read the next time.
        chosen, named = replace(settings or load(), limit=None), [str(source) for source in sources]
        tell = told or (lambda _: None)
        with plainly(self.path), reading_pool(self.path, chosen, workers) as pool:
            keeper, ingest = DeskKeeper(self.writer), Ingest(self.path, self.writer, chosen, pool=pool, refused=refused)
            with ingest.running("watch", named):
                watch(named, keeper, ingest.take, chosen, every=every, once=once, told=tell, leave_out=[self.path])

    def reread(
        self,
        settings: Settings | None = None,
        *,
        all: bool = False,  # noqa: A002
        workers: int = 1,
        told: "Callable[[Rereading], None] | None" = None,
        failed: Callable[[Refused], None] | None = None,
    ) -> "Rereading":
        """Reads kept articles anew, in place: those that another version or other settings have read, or `all`.

        Stopped at any moment it goes on where it was when it is called again. `told` is called after every commit,
        `failed` for an article whose reading failed: its facts stay as they were. Raises DeskError.
        """
        from dateline.desk.keeping.reread import Rereader

        settings = settings or load()
        reread = Rereader(self.path, self.writer, settings, workers=workers, told=told, failed=failed)
        return reread(all=all)

    def merge(
        self,
        *,
        all: bool = False,  # noqa: A002
        told: "Callable[[Merging], None] | None" = None,
    ) -> "Merging":
        """Merges articles that are not merged yet, as after an upgrade, or `all` anew; ingests merge by themselves.

        Stopped at any moment it goes on where it was when it is called again. `told` is called after every commit.
        Raises DeskError.
        """
        from dateline.desk.keeping.merge import Remerger

        return Remerger(self.path, self.writer, told)(all=all)

    def judge(
        self, verdict: str, left: str, right: str | None = None, why: str | None = None, who: str | None = None
    ) -> "Decision":
        """Writes down what a person decided, and merges anew what it is about; it is always stronger than the machine.

        Of two facts, incidents, articles or stories: same, different, unsure. Of one fact: wrong, right. `undo` takes
        back what was decided on the same. `who` is the user of the system unless another is given. Raises NotInDesk,
        BadQuestion and DeskError.
        """
        from dateline.desk.judging.judge import judge

        return judge(self.path, self.writer, verdict, left, right, why, who)

    def forget(self, *articles: str, why: str | None = None) -> "Forgetting":
        """Takes articles out with all that rests on them; they stay out when they are met again. Raises NotInDesk.

        No byte of them is left in the file, which is written anew for that. All are taken out, or none.
        """
        from dateline.desk.keeping.forget import forget

        return forget(self.path, self.writer, articles, why)

    def remember(self, *articles: str) -> None:
        """Lets forgotten articles in again when they are met the next time. Raises NotInDesk."""
        from dateline.desk.keeping.forget import remember

        remember(self.path, self.writer, articles)

    def doctor(self, settings: Settings | None = None, *, thorough: bool = False) -> "list[Diagnosis]":
        """Examines the desk: whether it is sound, how it is doing, and what to do. Nothing is written."""
        from dateline.desk.keeping.doctor import doctor

        return doctor(self.path, settings, thorough=thorough)


def open(path: str | PathLike[str], *, create: bool = False) -> Desk:  # noqa: A001
    """The desk at this path; `create` makes one where there is none. Raises NoSuchDesk and other DeskErrors."""
    return Desk(path, create=create)
