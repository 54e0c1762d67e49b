"""What a desk tells of one person, body or place, and who and what it knows."""

from collections.abc import Sequence
from typing import Unpack

from dateline.desk.asking.people.encounters import PlayerKind
from dateline.desk.asking.profiles.coverage import Page
from dateline.desk.asking.profiles.names_known import NameRow, NamesAsked, names_known
from dateline.desk.asking.profiles.place import PlaceProfile, place
from dateline.desk.asking.profiles.profile import PLAYERS, Profile, profile
from dateline.desk.asking.rows import Rows
from dateline.desk.opened import Opened
from dateline.desk.storage.trouble import plainly


class Profiled(Opened):
    """A desk, as far as it knows who is who across articles."""

    def names(self, name: str | None = None, **asked: Unpack[NamesAsked]) -> Rows[NameRow]:
        """Every person, body and place that is known across articles, those in most articles first, a page of 50.

        `name` is a name in any spelling or a part of it; `NamesAsked` tells what else may be asked. Raises BadQuestion
        and DeskError.
        """
        with plainly(self.path):
            return names_known(self.reader, name, **asked)

    def profile(
        self,
        who: str,
        kinds: Sequence[PlayerKind] = PLAYERS,
        *,
        statements: Page = Page(),
        incidents: Page = Page(),
        articles: Page = Page(),
    ) -> Profile:
        """All that articles tell of a person or a body: by an identity's id, the id of a fact, or a name.

        The pages say which statements, incidents and articles are shown. Raises NotInDesk and DeskError.
        """
        with plainly(self.path):
            return profile(self.reader, who, kinds, statements=statements, incidents=incidents, articles=articles)

    def place(
        self, where: str, *, incidents: Page = Page(), statements: Page = Page(), articles: Page = Page()
    ) -> PlaceProfile:
        """All that articles tell of a place: by an identity's id, the id of a fact, or a name.

        The pages say which incidents, statements and articles are shown. Raises NotInDesk and DeskError.
        """
        with plainly(self.path):
            return place(self.reader, where, incidents=incidents, statements=statements, articles=articles)
