"""The rows of the event lexicon."""

from typing import Literal

from dateline.languages.sections.base import Section

Need = Literal[
    "actor",
    "recipient",
    "person",
    "party",
    "place",
    "scene",
    "weapon",
    "armed",
    "peaceful",
    "bare",
    "plain",
    "post",
    "foe",
]


class LexiconRow(Section, frozen=True):
    """Words that tell of one kind of event, and what must or must not stand with them."""

    name: str
    """What the row is called; once in its file."""
    type: str = ""
    """PLOVER's type or one of ours: that of the file."""
    modes: tuple[str, ...] = ()
    """PLOVER modes."""
    contexts: tuple[str, ...] = ()
    """PLOVER contexts."""
    cameo: str | None = None
    """CAMEO code, as text."""
    verbs: tuple[str, ...] = ()
    """Lemmas; further words of one ("crack down on") are particles, prepositions or objects below the verb."""
    objects: tuple[str, ...] = ()
    """The verbs count only with one of these nouns as their object."""
    subjects: tuple[str, ...] = ()
    """The words count only as the deed of one of these nouns."""
    nouns: tuple[str, ...] = ()
    """Lemmas, with the word before them where that matters."""
    to: tuple[str, ...] = ()
    """Prepositions that bring the recipient."""
    owner: Literal["actor", "recipient"] = "actor"
    """What "X's attack" makes of X."""
    of: Literal["actor", "recipient"] = "recipient"
    """What "the attack of X" makes of X."""
    reverse: bool = False
    """The subject of the verb is the one to whom it happens."""
    unless: tuple[str, ...] = ()
    """A subject, object, modifier or "of" phrase with one of these nouns makes it another story."""
    apart: tuple[str, ...] = ()
    """Prepositions below the verb that make it another story."""
    needs: tuple[Need, ...] = ()
    """What must be there for the words to count."""


class LexiconFile(Section, frozen=True):
    """A file of the lexicon: one type of event."""

    type: str
    rows: tuple[LexiconRow, ...]
