"""Words about the law."""

from dateline.languages.sections.base import Section


class LegalVerb(Section, frozen=True):
    """Verbs of the law, the stage they tell, and the words that open the offences and the sentence.

    `sure`: whatever stands behind an opener is an offence ("charged with"), be it of the list or not. `official`: tells
    of the law only where one of its people does it, or where the sentence speaks of the law otherwise. `loose`: people
    of no law do it too, in another sense ("critics charged him with playing a game"). `bare`: tells of a case even
    where no offence is named. `prospect`: tells what the law allows, no sentence ("faces ten years for"). `passive`:
    tells of the law in the passive alone ("is wanted"). `reason`: what the reader of the fact should know.
    """

    verbs: tuple[str, ...]
    stage: str
    openers: tuple[str, ...]
    sure: bool = False
    official: bool = False
    loose: bool = False
    prospect: bool = False
    passive: bool = False
    bare: bool = False
    sentence: tuple[str, ...] = ()
    reason: str | None = None


class Guilt(Section, frozen=True):
    """ "found guilty of", "pleaded guilty to"."""

    words: tuple[str, ...]
    find: tuple[str, ...]
    plead: tuple[str, ...]
    openers: tuple[str, ...]


class Cases(Section, frozen=True):
    """Nouns for a case by stage, and the words around them.

    The accused stand behind the first of `marks`; behind the others too, where the noun is one of `marked_by_of` ("the
    trial of X"). Charges that are `definite` exist already, whatever the verb makes of them. The others are
    verbs by what they do to a case.
    """

    investigated: tuple[str, ...]
    charged: tuple[str, ...]
    tried: tuple[str, ...]
    marks: tuple[str, ...]
    marked_by_of: tuple[str, ...]
    legal: tuple[str, ...]
    opening: tuple[str, ...]
    facing: tuple[str, ...]
    awaiting: tuple[str, ...]
    holding: tuple[str, ...]
    held_in: tuple[str, ...]
    charges_on: tuple[str, ...]
    dropping: tuple[str, ...]
    denying: tuple[str, ...]
    openers: tuple[str, ...]
    similar: tuple[str, ...]
    on_trial: tuple[str, ...]
    trying: tuple[str, ...]
    definite: tuple[str, ...]


class Outcomes(Section, frozen=True):
    """Nouns for how a case ended or is to go on, and the verbs that tell what became of it.

    `penal` stands before "sentence" or "term" of the law, as one of `lengths` may where the sentence speaks of it.
    `receiving` has the convict as its subject, `giving` beside it or behind one of `giving_to`. `warrant_marks` stand
    before whom a warrant is for, `convict_marks` before whose verdict it is.
    """

    convicted: tuple[str, ...]
    sentenced: tuple[str, ...]
    acquitted: tuple[str, ...]
    warrants: tuple[str, ...]
    arrests: tuple[str, ...]
    extraditions: tuple[str, ...]
    penal: tuple[str, ...]
    lengths: tuple[str, ...]
    receiving: tuple[str, ...]
    giving: tuple[str, ...]
    giving_to: tuple[str, ...]
    asking: tuple[str, ...]
    upholding: tuple[str, ...]
    undoing: tuple[str, ...]
    easing: tuple[str, ...]
    serving: tuple[str, ...]
    appealing: tuple[str, ...]
    warrant_marks: tuple[str, ...]
    convict_marks: tuple[str, ...]
    openers: tuple[str, ...]


class Law(Section, frozen=True):
    """Who may accuse before the law, and who judges.

    `accusing` judges nobody though its name has a word of `courts` ("grand jury"). `sport` charges and bans for what is
    no crime. `each` stands beside a
    subject and means all of it. `signs` are words by which a sentence speaks of the law; two
    of `figurative` side by side say that the court is none.
    """

    each: tuple[str, ...]
    officials: tuple[str, ...]
    courts: tuple[str, ...]
    within: tuple[str, ...]
    accusing: tuple[str, ...]
    sport: tuple[str, ...]
    signs: tuple[str, ...]
    absence: tuple[str, ...]
    pairwise: tuple[str, ...]
    figurative: tuple[str, ...]


class Sentences(Section, frozen=True):
    """Words of a sentence ("five years in prison"), the prisons behind `within`, and what ends it.

    `continues` may stand before a prison, `ranges` between two lengths; `pointing` begins a time ("that August").
    """

    words: tuple[str, ...]
    units: tuple[str, ...]
    prisons: tuple[str, ...]
    continues: tuple[str, ...]
    ranges: tuple[str, ...]
    within: tuple[str, ...]
    pointing: tuple[str, ...]
    ends: tuple[str, ...]


class OffenceLists(Section, frozen=True):
    """How a list of offences is cut.

    `leads` are dropped before one, `ends` end the list, `doubtful` ends it unless one of `carriers` stands before (or,
    for those `closely` bound, a deed in the -ing form; for `opposing`, a noun that it hangs on). `causes` end it before
    a deed. `separators` stand between two. `offences` are words that name one. Of these `things` are none by
    themselves: "drugs and weapons" behind "possession of" is one offence. `vague` says that there are some and not
    which. `procedures` are deeds of the law itself ("detained for questioning"), `duties` what a body is charged with
    doing. `counts` are words for a charge, `grades` for how grave it is; both go before "of". `introducing` stands
    between such a word and the offence, as `related` does with its "to".
    """

    leads: tuple[str, ...]
    ends: tuple[str, ...]
    doubtful: tuple[str, ...]
    carriers: tuple[str, ...]
    closely: tuple[str, ...]
    opposing: tuple[str, ...]
    causes: tuple[str, ...]
    separators: tuple[str, ...]
    offences: tuple[str, ...]
    things: tuple[str, ...]
    vague: tuple[str, ...]
    procedures: tuple[str, ...]
    duties: tuple[str, ...]
    counts: tuple[str, ...]
    grades: tuple[str, ...]
    introducing: tuple[str, ...]
    related: tuple[str, ...]


class Charges(Section, frozen=True):
    """`charges.toml`: offences, stages of a case, courts."""

    verbs: tuple[LegalVerb, ...]
    guilty: Guilt
    cases: Cases
    outcomes: Outcomes
    law: Law
    sentences: Sentences
    reading: OffenceLists
