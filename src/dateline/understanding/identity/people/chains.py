"""What is gathered of one person on the way to a fact."""

from msgspec import Struct, field

from dateline.annotated import Token
from dateline.understanding.identity.people.name_parts import NameParts
from dateline.understanding.identity.titles import Title
from dateline.values import Mention


class PersonChain(Struct):
    """What is known of one person while mentions are gathered."""

    name: str
    mentions: list[Mention]
    tokens: list[Token]
    titles: list[Title]
    aliases: list[str]
    gender: str | None = None
    unnamed: bool = False
    """Known by a post and its country only."""
    nouns: list[str] = field(default_factory=list)
    """What the words beside the name call the person ("farmer"), in small letters."""
    names: list[NameParts] = field(default_factory=list)
    """The full names, aliases among them."""
    doubt: str | None = None
    """Why a name may be somebody else's."""
    scores: list[float] = field(default_factory=list)
    """How clearly each name was voted a person's."""
