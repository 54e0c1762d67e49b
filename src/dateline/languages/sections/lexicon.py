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
    "object",
    "clause",
    "plain",
    "post",
    "foe",
    "force",
    "victim",
    "deed",
    "act",
    "direct",
    "traveller",
    "human",
    "crowd",
    "parties",
    "public",
    "land",
    "unstricken",
    "peacekeeping",
    "article",
    "lawless",
]

NEEDS: dict[Need, str] = {
    "actor": "somebody who does it",
    "recipient": "somebody to whom it is done, known to the record",
    "person": "a person or a body to whom it is done",
    "party": "somebody who does it or to whom it is done, known to the record",
    "place": "a place as its object",
    "scene": "a place or a time",
    "weapon": "a weapon",
    "armed": "a weapon, or somebody armed who does it",
    "peaceful": "a paragraph without words of violence",
    "bare": "a verb without an object",
    "object": "a noun, or a verb with an object",
    "clause": "a noun, or a verb that is no mere adjective",
    "plain": "a verb without a complement",
    "post": "a post behind it",
    "foe": "a person, a body or a country to whom it is done, if anything",
    "force": "words of violence near it, a weapon, somebody armed or a thing that is struck",
    "victim": "people to whom it is done, if anything",
    "human": "people to whom it is done",
    "crowd": "more than one person who does it, and no firm",
    "parties": "two who take part in it, known to the record",
    "public": "a body, a country or somebody with a known part in public life who takes part in it",
    "act": "an infinitive that says what is to be done",
    "direct": "a preposition of its own, if the wording has one",
    "traveller": "somebody with a part in public life, or a country, who does it",
    "deed": "a clause that says what is to be done, or what is told",
    "land": "a place behind its preposition or as its object",
    "unstricken": "a paragraph without words of disaster or disease",
    "article": "an article or a number before the noun, or a plural",
    "lawless": "no police who do it, and none whose trade is to clear bombs",
    "peacekeeping": "a sentence that speaks of peacekeeping",
}
"""What each need asks for, in words."""


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
    """The verbs count only with one of these nouns as their subject, the nouns as their deed: "the drivers' strike"."""
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
    """Prepositions below the verb, alone or with their noun ("to death"), that make it another story.

    Also the verb before it, with the word that joins them ("and treat", of "was treated and released").
    """
    needs: tuple[Need, ...] = ()
    """What must be there for the words to count."""


class LexiconFile(Section, frozen=True):
    """A file of the lexicon: one type of event."""

    type: str
    rows: tuple[LexiconRow, ...] = ()
