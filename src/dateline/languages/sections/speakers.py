"""Words about those who speak, and about the occasions on which they do."""

from dateline.languages.sections.base import Section


class Speakers(Section, frozen=True):
    """`speakers.toml`: who speaks for whom, what is written, who is nobody, and occasions."""

    mouths: tuple[str, ...]
    """Those who speak for whomever they belong to."""
    insiders: tuple[str, ...]
    """One of a body's people, or a part of it, whom it did not send."""
    organs: tuple[str, ...]
    """Parts of a body that speak for it."""
    documents: tuple[str, ...]
    """What says what its author says."""
    monologues: tuple[str, ...]
    """What a text may be from end to end: the words of one speaker, as its heading tells."""
    dialogues: tuple[str, ...]
    """The same of several."""
    crowds: tuple[str, ...]
    """Nouns for many people at once."""
    same_documents: tuple[tuple[str, ...], ...]
    """Nouns of which several are used of one document, or of one who speaks."""
    authors: tuple[str, ...]
    """Prepositions between a document and whoever made it."""
    homes: tuple[str, ...]
    """Prepositions between one of its people and a body."""
    made: tuple[str, ...]
    """Verbs of what its author does with a document."""
    indefinite: tuple[str, ...]
    """Pronouns for nobody in particular."""
    several: tuple[str, ...]
    """Words that stand for several people without a noun."""
    occasions: tuple[str, ...]
    occasion_links: tuple[str, ...]
    """Prepositions before an occasion."""
    around: tuple[str, ...]
    """Prepositions before a gathering that what is said comes before or after."""
    gatherings: tuple[str, ...]
    leading: tuple[str, ...]
    """Verbs whose participle leads up to what is said."""
    others: tuple[str, ...]
    """Prepositions before the other party to an occasion."""
    parties: tuple[str, ...]
    """Occasions that have another party, to whom is spoken."""
    published: tuple[str, ...]
    """Verbs whose participle tells when a source was made."""
