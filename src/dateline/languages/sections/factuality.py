"""Words that tell whether something came to pass."""

from dateline.languages.sections.base import Section


class Governors(Section, frozen=True):
    """Lemmas of words that say of their content that it is denied, undone, planned, requested, alleged or doubtful.

    Verbs with a particle stand as one ("call off").
    """

    deny: tuple[str, ...]
    """What is said not to be so; of `disclaim` only claims and clauses ("rejected reports"), not deeds."""
    disclaim: tuple[str, ...]
    prevent: tuple[str, ...]
    end: tuple[str, ...]
    """Those of `prevent` that end what is under way: "urged them to stop shelling the town"."""
    refrain: tuple[str, ...]
    """Those of `prevent` whose deed may be a noun, behind one of `refrain_from`: "abstained from attacks"."""
    refrain_from: tuple[str, ...]
    postpone: tuple[str, ...]
    plan: tuple[str, ...]
    plan_to: tuple[str, ...]
    """Plans only where an infinitive stands below: "was due to", "about to", "tried to"."""
    merit: tuple[str, ...]
    """Those of `plan` that take the deed for granted when they are denied: "did not deserve to die"."""
    announce: tuple[str, ...]
    """Whose object is still to come unless it is a definite one: "announced a strike", "announced the arrest"."""
    request: tuple[str, ...]
    name: tuple[str, ...]
    """Those of `request` that only name a definite object: "called the raid a mistake"."""
    accuse: tuple[str, ...]
    accuse_by: tuple[str, ...]
    acquit: tuple[str, ...]
    """Behind their "of" nobody did it, or at least not who is spoken of."""
    doubt: tuple[str, ...]
    believe: tuple[str, ...]
    """Doubts that turn into a denial when they are denied: "did not think that"."""
    warn: tuple[str, ...]
    react: tuple[str, ...]
    """Verbs whose object is a fact before them: "condemned", "will investigate an attack"."""
    unable: tuple[str, ...]
    result: tuple[str, ...]
    """Before an infinitive that tells what came of it: "went on to win"."""


class Nouns(Section, frozen=True):
    """Nouns whose content is planned, requested, alleged or doubtful, and the words between the two."""

    plan: tuple[str, ...]
    request: tuple[str, ...]
    accuse: tuple[str, ...]
    claim: tuple[str, ...]
    doubt: tuple[str, ...]
    deny: tuple[str, ...]
    unwilling: tuple[str, ...]
    """Those of `deny` that speak only of an infinitive: "the failure of the talks" denies none."""
    truth: tuple[str, ...]
    """What there may be none of in a claim: "no truth to reports that"."""
    proof: tuple[str, ...]
    """What there may be none of: "no evidence that"."""
    compounds: tuple[str, ...]
    """Nouns that say so of a noun before them too: "strike threat"."""
    contents: tuple[str, ...]
    portions: tuple[str, ...]
    """What shares the standing of what stands behind its "of": "a series of talks"."""


class Modifiers(Section, frozen=True):
    """Words before a noun, or said of it, that make it planned, doubtful, alleged or undone."""

    plan: tuple[str, ...]
    doubt: tuple[str, ...]
    accuse: tuple[str, ...]
    undone: tuple[str, ...]
    failed: tuple[str, ...]
    """Before a plan or an attempt alone: "failed talks" took place."""
    false: tuple[str, ...]
    """Before a claim, or said of it."""


class Factuality(Section, frozen=True):
    """`factuality.toml`: words at a verb, above it and before a noun that make what they tell no plain fact."""

    governors: Governors
    nouns: Nouns
    modifiers: Modifiers
    wills: tuple[str, ...]
    mays: tuple[str, ...]
    cans: tuple[str, ...]
    """Those of `mays` that tell how much a thing is able to do: "can carry 200 people"."""
    shoulds: tuple[str, ...]
    would: tuple[str, ...]
    conditions: tuple[str, ...]
    cases: tuple[str, ...]
    untils: tuple[str, ...]
    hows: tuple[str, ...]
    """Phrases that end with a noun and make a condition of what follows: "in the event" (of, that)."""
    weighing: tuple[str, ...]
    """Participles that suppose nothing behind "if": "if compared to"."""
    suppositions: tuple[str, ...]
    doubt_adverbs: tuple[str, ...]
    accuse_adverbs: tuple[str, ...]
    generic: tuple[str, ...]
    nearly: tuple[str, ...]
    yet: tuple[str, ...]
    vainly: tuple[str, ...]
    """Adverbs of what was tried and did not come to pass."""
    guilty: tuple[str, ...]
    """What one may plead, or be found: of what, stands as that does."""
    without: tuple[str, ...]
    merely: tuple[str, ...]
    """Behind "not" they deny nothing: "not only"."""
    through: tuple[str, ...]
    """Prepositions whose deed stands as its main clause does: "won by cheating"."""
    instead: tuple[str, ...]
    either: tuple[str, ...]
    """Between two verbs they carry a negation on: "never attacked or robbed"."""
    nobodies: tuple[str, ...]
    excess: tuple[str, ...]
    becoming: tuple[str, ...]
    """Verbs whose participle stands as they do: "may end up beaten"."""
    obliged: tuple[str, ...]
    in_charge: tuple[str, ...]
    """Prepositions before "charge" that make no accusation of it: "in charge of"."""
    ranks: tuple[str, ...]
    """Before or as the noun above an infinitive they make a fact of it: "the first to leave"."""
    that: tuple[str, ...]
    """What opens the content of a noun: "reports that"."""
    times: tuple[str, ...]
    """Conjunctions of time, whose clause comes to pass with its main clause."""
    before: tuple[str, ...]
    asking: tuple[str, ...]
    """Question words that take the deed for granted: "why did they leave?"."""
    liking: tuple[str, ...]
    """What "would" makes a wish of: "would like to"."""
    enacted: tuple[str, ...]
    """Verbs of a purpose that the deed itself fulfils: "marched to protest"."""
    definite: tuple[str, ...]
    """Determiners of what is known already."""
