"""Words about saying."""

from typing import Literal

from dateline.languages.sections.base import Section

Stance = Literal["says", "denies", "confirms", "accuses", "promises", "warns", "demands", "asks", "believes"]


class Statements(Section, frozen=True):
    """`statements.toml`: verbs and nouns of saying, by stance."""

    elisions: tuple[str, ...]
    according: tuple[str, ...]
    according_things: tuple[str, ...]
    clause_openers: tuple[str, ...]
    """Words that open a clause which leads up to another."""
    addressed: tuple[str, ...]
    towards: tuple[str, ...]
    places: tuple[str, ...]
    voices: tuple[str, ...]
    never_sources: tuple[str, ...]
    headline_sources: tuple[str, ...]
    headline_cues: tuple[str, ...]
    infinitive: tuple[str, ...]
    plain: tuple[str, ...]
    doubtful: tuple[str, ...]
    """Verbs that a reader takes for somebody's words only now and then."""
    lasting: tuple[str, ...]
    """Verbs that tell how long something lasts, or is seen, where "doing" follows."""
    quoting: tuple[str, ...]
    """Verbs whose object is the one who said it."""
    object: tuple[str, ...]
    naming: tuple[str, ...]
    naming_links: tuple[str, ...]
    preposition: dict[str, tuple[str, ...]]
    """Lemma to the prepositions that introduce what is said."""
    occasions: tuple[str, ...]
    """Prepositions of when, where and why something is said."""
    remarks: tuple[str, ...]
    """Words that open a remark of the writer's own behind what is said."""
    own_promises: tuple[str, ...]
    """Verbs whose subject is the one who acts, even with an object."""
    papers: tuple[str, ...]
    """What somebody issues, who then says what stands in it."""
    concessions: tuple[str, ...]
    """Words behind which somebody says something else."""
    said_to: tuple[str, ...]
    """Verbs in the passive that say something of their subject with "to do"."""
    said_of: dict[str, tuple[str, ...]]
    """The same with a preposition: lemma to prepositions."""
    asked_by: tuple[str, ...]
    """Verbs whose participle tells what was asked."""
    asked_with: tuple[str, ...]
    """Words that open an indirect question."""
    unnamed_requests: tuple[str, ...]
    """What a source asks for that is no news: not to be named."""
    noun_links: tuple[str, ...]
    """Prepositions between a noun of saying and its source."""
    noun_clauses: tuple[str, ...]
    """Words that open what a noun of saying says."""
    nouns: dict[Stance, tuple[str, ...]]
    errands: tuple[str, ...]
    """Verbs with a preposition that say something only when somebody is asked to do something."""
    phrase_stances: dict[Stance, tuple[str, ...]]
    """Stance to verbs with a preposition, where it is not the verb's own."""
    stances: dict[Stance, tuple[str, ...]]
    """Stance (see `dateline.values.Statement`) to the lemmas of its verbs."""
    kickers: tuple[str, ...]
    """Words before a headline's colon that tell what sort of story it is."""
    questions: tuple[str, ...]
    """Labels of those who ask, in a transcript."""
    answers: tuple[str, ...]
    turn_roles: tuple[str, ...]
    """Labels of those who speak in a transcript and are not named."""
    stage_words: tuple[str, ...]
    """Words of the brackets in a transcript that nobody says."""
    extents: tuple[str, ...]
    """Brackets that tell how much of a text is given."""
    stage_ends: tuple[str, ...]
    """Of these brackets, the ones behind which nobody speaks any more."""
    relays: tuple[str, ...]
    topics: tuple[str, ...]
    written: tuple[str, ...]
    """Objects of a verb of saying that stand for what is told right below: "the following statement:"."""
    issuing: tuple[str, ...]
    """Verbs that say something only with such an object."""
    first_person: tuple[str, ...]
    scares: tuple[str, ...]
    """Words right before marks that are the writer's own: "the so-called"."""
    works: tuple[str, ...]
    """Nouns of works that have a title in quotation marks."""
