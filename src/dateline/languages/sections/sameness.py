"""Words by which a story tells of one event again, or of another one like it."""

from dateline.languages.sections.base import Section


class Sameness(Section, frozen=True):
    """`sameness.toml`: which words make an event another one, and which say nothing of who it was."""

    another: tuple[str, ...]
    """Before an event's noun, or said of its verb: "another raid", "earlier attacks", "attacked again"."""
    ordinals: tuple[str, ...]
    """Words before a known noun by which it is one of several, and not the last one told: "the first attack"."""
    known: tuple[str, ...]
    """Determiners of an event that was told of already: "the raid", "that meeting"."""
    any_deed: tuple[str, ...]
    """Lemmas of nouns that may mean a deed that was told by another word: "the attack" for a bombing."""
    campaigns: tuple[str, ...]
    """Lemmas of nouns for many deeds of some length: "the attack" is not the offensive that it was a part of."""
    always_plural: tuple[str, ...]
    """Lemmas of nouns whose plural is one event: "the talks"."""
    anybody: tuple[str, ...]
    """Lemmas of nouns that say nothing of who somebody is: "nine people"."""
