"""The words by which a desk finds names: folded, so that one search finds a name under many spellings."""

from dateline.names.folding import fold
from dateline.names.tokens import tokens
from dateline.values import Organisation, Person, Place


def name_words(value: Person | Organisation | Place) -> tuple[str, ...]:
    """The folded words of a name and its aliases, each once."""
    aliases = () if isinstance(value, Place) else value.aliases
    return tuple(dict.fromkeys(word for name in (value.name, *aliases) for word in folded_words(name)))


def folded_words(name: str) -> tuple[str, ...]:
    """Each word by its consonants as romanisations share them; by its sounds where it has none.

    "Makhmud" and "Mahmud" are one; what else falls together is told apart by `dateline.names`.
    """
    folded = (fold(token.plain) for token in tokens(name) if token.plain)
    return tuple(dict.fromkeys(word.coarse or word.key for word in folded if word.key))
