"""What a desk says of why things are as they are: what ties reports, what people decided, where an article stands."""

from typing import Unpack

from dateline.desk.asking.home.home import Home, home
from dateline.desk.asking.judgements.homes import articles_of, homes
from dateline.desk.asking.judgements.judgements import JudgementRow, JudgementsAsked, judgements
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.why.details import Details, details
from dateline.desk.asking.why.explaining import why
from dateline.desk.asking.why.explanation import Explanation, Struck
from dateline.desk.asking.why.moved import where_now
from dateline.desk.asking.why.reports import struck_in
from dateline.desk.opened import Opened
from dateline.desk.storage.trouble import plainly


class Explained(Opened):
    """A desk, as far as it can tell why."""

    def why(self, id: str, other: str | None = None) -> Explanation:  # noqa: A002
        """Why the reports of an incident or a story are one; with another id, why the two are not, or are, one.

        An event's id stands for its incident, an article's for its story. Raises NotInDesk, BadQuestion and DeskError.
        """
        with plainly(self.path):
            return why(self.reader, id, other)

    def details(self, explained: Explanation) -> Details:
        """What stands beside an explanation: each report's own telling, words in their sentences, what is near."""
        with plainly(self.path):
            return details(self.reader, explained)

    def where_now(self, gone: str) -> list[str]:
        """The incidents, or stories, in which the reports are now of one that is no more, those told most first."""
        with plainly(self.path):
            return where_now(self.reader, gone)

    def home(self, article: str) -> Home:
        """Where an article stands: its versions, story and incidents, who its people are. Raises NotInDesk."""
        with plainly(self.path):
            return home(self.reader, article)

    def homes(self, *ids: str) -> set[str]:
        """The ids of the incidents, stories and identities that these facts, articles or ids are in, or are."""
        with plainly(self.path):
            return homes(self.reader, ids)

    def articles_of(self, *facts: str) -> dict[str, str]:
        """The ids of the articles in which these facts are, by the facts' ids; what is no fact is left out."""
        with plainly(self.path):
            return articles_of(self.reader, facts)

    def wrong(self, *articles: str) -> tuple[Struck, ...]:
        """The facts of these articles that people judged wrong: a record has them still, questions do not."""
        with plainly(self.path):
            return struck_in(self.reader, articles)

    def judgements(self, **asked: Unpack[JudgementsAsked]) -> Rows[JudgementRow]:
        """What people decided, the last first: by whom (`who`), on what (`about`). Raises BadQuestion and DeskError."""
        with plainly(self.path):
            return judgements(self.reader, **asked)
