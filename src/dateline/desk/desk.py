"""A desk as Python sees it: one file, its articles, what may be asked of them and what may be done to them."""

from collections.abc import Callable, Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dateline.desk.explained import Explained
from dateline.desk.ingesting.runs import Tally
from dateline.desk.profiled import Profiled
from dateline.desk.questions import Questions
from dateline.desk.storage.trouble import plainly
from dateline.desk.surveyed import Surveyed
from dateline.model import Refused
from dateline.settings import Settings, load

if TYPE_CHECKING:
    from dateline.desk.judging.judge import Decision
    from dateline.desk.keeping.diagnosis import Diagnosis
    from dateline.desk.keeping.forget import Forgetting
    from dateline.desk.keeping.merge import Merging
    from dateline.desk.keeping.reread import Rereading
    from dateline.desk.watching import Told
    from dateline.reader import SourceLike


class Desk(Questions, Explained, Profiled, Surveyed):
    """Articles with their facts in one SQLite file. Any number of processes may read it while one writes.

    Use it as a context manager, or call `close`. Nothing is written before something is asked to be. What it answers is
    in its bases: rows (`Questions`), reasons (`Explained`), one person, body or place (`Profiled`), many articles at
    once (`Surveyed`). Several questions of one moment are asked inside `with desk.moment():`.
    """

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
