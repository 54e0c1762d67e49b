"""What a desk shows of many articles at once: a map, a chronicle, a queue of findings; and what became of one."""

from typing import Unpack

from dateline.desk.asking.chronicles.chronicle import Chronicle, Direction, chronicle
from dateline.desk.asking.findings.findings import FindingsAsked, Queue, findings
from dateline.desk.asking.incidents.incidents import IncidentsAsked
from dateline.desk.asking.maps.mapped import mapped
from dateline.desk.asking.maps.shown import Shown
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.statements.heard import Heard, heard
from dateline.desk.asking.statements.statements import StatementsAsked
from dateline.desk.asking.versions.versions import PAGE, Version, versions
from dateline.desk.opened import Opened
from dateline.desk.storage.trouble import plainly


class Surveyed(Opened):
    """A desk, as far as it can be looked over."""

    def map(self, words: str | None = None, **asked: Unpack[IncidentsAsked]) -> Shown:
        """Where and when the incidents were that `incidents` finds with the same filters, with a page of them.

        A place that is known is a spot; what is known by its country or province alone is an area. Raises BadQuestion
        and DeskError.
        """
        with plainly(self.path):
            return mapped(self.reader, words, **asked)

    def chronicle(
        self, words: str | None = None, direction: Direction = "last", **asked: Unpack[IncidentsAsked]
    ) -> Chronicle:
        """Incidents in the order of time from its end, or with `direction="first"` its beginning; a page of 20.

        The filters are those of `incidents`, without an order. Raises BadQuestion and DeskError.
        """
        with plainly(self.path):
            return chronicle(self.reader, words, direction, **asked)

    def findings(self, **asked: Unpack[FindingsAsked]) -> Queue:
        """What the checks found in all articles, a page of 50: of one check, severity, outlet, of some days or words.

        Raises BadQuestion and DeskError.
        """
        with plainly(self.path):
            return findings(self.reader, **asked)

    def heard(self, by: str | None = None, **asked: Unpack[StatementsAsked]) -> Heard:
        """A page of what `statements` finds, the latest first, in its sentences; who says how much, with which stance.

        Raises BadQuestion and DeskError.
        """
        with plainly(self.path):
            return heard(self.reader, by, **asked)

    def versions(self, article: str, *, limit: int | None = PAGE, before: int | None = None) -> Rows[Version]:
        """The versions of an article, the newest first, each with what it changed in words and facts.

        `before` is the number of a version to go on below. Raises NotInDesk, BadQuestion and DeskError.
        """
        with plainly(self.path):
            return versions(self.reader, article, limit=limit, before=before)
