"""What is asked of a desk at the command line and in Python: rows of one kind for each question."""

from contextlib import ExitStack
from typing import TYPE_CHECKING, Unpack

from dateline.desk.asking.articles.hits import Hit
from dateline.desk.asking.articles.search import search
from dateline.desk.asking.incidents.incidents import IncidentsAsked, incidents
from dateline.desk.asking.people.people import PeopleAsked, PersonRow, people
from dateline.desk.asking.question.filters import Asked, filters
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.statements.statements import StatementRow, StatementsAsked, statements
from dateline.desk.asking.stories.stories import StoriesAsked, stories
from dateline.desk.asking.timelines.timeline import TimelineAsked, TimelineRow, timeline
from dateline.desk.opened import Opened
from dateline.desk.storage.trouble import plainly
from dateline.merging.outcomes import Incident, Story

if TYPE_CHECKING:
    from dateline.desk.asking.news.news import News, NewsAsked
    from dateline.desk.asking.news.newsroom import Newsroom


class Questions(Opened):
    """A desk, as far as it answers in rows."""

    def search(self, words: str | None = None, **asked: Unpack[Asked]) -> Rows[Hit]:
        """The articles of which all of this holds, best or newest first, a page of 20 unless `limit` says otherwise.

        desk.search("ceasefire -football", person="Mahmud", within="50km:Osh", type="ASSAULT", since="2015-09")
        `read_words` tells how words may be put, `Asked` what else may be asked, `Filters` what it means.
        Raises BadQuestion and DeskError.
        """
        with plainly(self.path):
            return search(self.reader, filters(words, **asked))

    def news(self, words: str | None = None, room: "Newsroom | None" = None, **asked: "Unpack[NewsAsked]") -> "News":
        """A page of news, newest first, with what it may be narrowed to and how it is spread over time.

        `words` and filters are those of `search`, but `since` and `until` are always about the articles' days. Give a
        `Newsroom` that you keep open: a new one looks through the whole desk first. Raises BadQuestion and DeskError.
        """
        from dateline.desk.asking.news.news import news
        from dateline.desk.asking.news.newsroom import Newsroom

        with ExitStack() as stack, plainly(self.path):
            kept = room or stack.enter_context(Newsroom(self.path))
            return news(self.reader, kept.catalogue(), words, **asked)

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
