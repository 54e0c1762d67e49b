"""What to say where nobody in a desk bears a name: near names, if there are any."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.desk.asking.who.names import NAME_KINDS, NameKind, named
from dateline.desk.asking.who.suggestions import suggestions
from dateline.desk.storage.trouble import plainly

if TYPE_CHECKING:
    from dateline.desk import Desk


def nobody(desk: "Desk", name: str, kinds: Sequence[NameKind] = NAME_KINDS) -> str | None:
    """The sentence for a name that nobody bears; None where somebody does."""
    with plainly(desk.path):
        if named(desk.reader, name, kinds):
            return None
        near = suggestions(desk.reader, name, kinds)
    called = "no place" if tuple(kinds) == ("place",) else "nobody" if "place" not in kinds else "nobody and no place"
    meant = f"; did you mean {' or '.join((', '.join(near[:-1]), near[-1]) if near[1:] else near)}?" if near else ""
    return f"{called} in {desk.path} is called {name!r}{meant}"
