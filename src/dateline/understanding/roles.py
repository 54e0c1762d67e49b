"""Posts, ranks and relations that people hold, held or will hold, and from when to when."""

from collections.abc import Iterator

from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.careers.clauses import posts_of_clauses
from dateline.understanding.careers.endings import ended
from dateline.understanding.careers.kinship import kinship
from dateline.understanding.careers.leaders import leaders
from dateline.understanding.careers.members import members
from dateline.understanding.careers.merging import merged, role
from dateline.understanding.careers.nominals import posts_of_nominals
from dateline.understanding.careers.nouns import posts_of_names
from dateline.understanding.careers.posts import Desk


def roles(record: Record) -> Iterator[Fact]:
    """Posts, ranks, memberships and kin of people: from titles, appositions, careers told in clauses; since, until."""
    desk = Desk(record)
    finders = (posts_of_names, posts_of_clauses, posts_of_nominals, leaders, members, kinship)
    told = [post for finder in finders for post in finder(desk)]
    for group in merged(ended(desk, told), desk.words):
        yield role(record, group)
