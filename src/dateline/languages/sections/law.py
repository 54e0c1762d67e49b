"""Words about the law."""

from dateline.languages.sections.base import Section


class LegalVerb(Section, frozen=True):
    """Verbs of the law, the stage they tell, and the words that open the offences and the sentence."""

    verbs: tuple[str, ...]
    stage: str
    openers: tuple[str, ...]
    official: bool = False
    bare: bool = False
    sentence: tuple[str, ...] = ()


class Guilt(Section, frozen=True):
    """ "found guilty of", "pleaded guilty to"."""

    words: tuple[str, ...]
    find: tuple[str, ...]
    plead: tuple[str, ...]
    openers: tuple[str, ...]


class Cases(Section, frozen=True):
    """Nouns for a case by stage, and the words around them."""

    investigated: tuple[str, ...]
    charged: tuple[str, ...]
    tried: tuple[str, ...]
    marks: tuple[str, ...]
    legal: tuple[str, ...]
    opening: tuple[str, ...]
    facing: tuple[str, ...]
    dropping: tuple[str, ...]
    openers: tuple[str, ...]
    charging: tuple[str, ...]
    similar: tuple[str, ...]
    on_trial: tuple[str, ...]


class Law(Section, frozen=True):
    """Who may accuse before the law, and who judges."""

    officials: tuple[str, ...]
    courts: tuple[str, ...]


class Sentences(Section, frozen=True):
    """Words of a sentence ("five years in prison"), what may go on behind "in", and what ends it."""

    words: tuple[str, ...]
    continues: tuple[str, ...]
    ends: tuple[str, ...]


class OffenceLists(Section, frozen=True):
    """How a list of offences is cut: words dropped before one, words that end the list, words between two.

    `procedures` are deeds of the law itself, no offences: "detained for questioning".
    """

    leads: tuple[str, ...]
    ends: tuple[str, ...]
    doubtful: tuple[str, ...]
    carriers: tuple[str, ...]
    separators: tuple[str, ...]
    offences: tuple[str, ...]
    procedures: tuple[str, ...]


class Charges(Section, frozen=True):
    """`charges.toml`: offences, stages of a case, courts."""

    verbs: tuple[LegalVerb, ...]
    guilty: Guilt
    cases: Cases
    law: Law
    sentences: Sentences
    reading: OffenceLists
