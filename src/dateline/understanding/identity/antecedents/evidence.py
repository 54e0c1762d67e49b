"""What speaks for a candidate as the one a pronoun means, and how much each piece of it counts."""

from math import log

from msgspec import Struct

from dateline.understanding.identity.antecedents.candidates import Candidate, Entity
from dateline.understanding.identity.antecedents.grammar import OUTSIDE
from dateline.understanding.identity.antecedents.pronouns import Pronoun


class Weights(Struct, frozen=True):
    """What each piece of evidence adds to a candidate's logit; the last ones are of "nobody of these"."""

    one_back: float = -1.0
    two_back: float = -2.0
    far_back: float = -3.0
    ahead: float = -1.0
    between: float = -0.5
    subject: float = 1.0
    object: float = 0.3
    owner: float = -0.3
    owner_pronoun: float = 0.3
    modifier: float = -1.0
    opens: float = 0.3
    above: float = 1.0
    above_speaks: float = 0.5
    own_subject: float = 1.0
    both_subjects: float = 0.3
    both_objects: float = 0.0
    same_verb: float = 0.0
    in_other_box: float = -1.0
    left_box: float = -0.5
    name: float = 0.3
    name_here: float = 0.5
    definite: float = 0.0
    pronoun: float = 0.5
    same_pronoun: float = 0.5
    open: float = 0.0
    other_block: float = -0.1
    count: float = 0.3
    header: float = 0.1
    nearest: float = 0.3
    person: float = 0.0
    body: float = 0.5
    place: float = 0.0
    people: float = 0.5
    acts: float = 0.5
    both_speak: float = 0.5
    many: float = 1.0
    joined: float = 0.0
    known_gender: float = 0.5
    named: float = 0.0
    same_word: float = 2.0
    wide_word: float = 0.5
    again: float = 1.0
    country: float = 0.3
    spoke_last: float = 1.0
    nobody: float = -1.0
    nobody_in_box: float = 0.0
    nobody_subject: float = 0.0
    nobody_wide: float = 0.0
    nobody_be: float = 0.0


NOT_NOBODY = (0.0,) * sum(name.startswith("nobody") for name in Weights.__struct_fields__)


class Asked(Struct, frozen=True):
    """A pronoun with what is the same for all its candidates."""

    pronoun: Pronoun
    role: str
    verb: int
    verbs: frozenset[int]
    """The pronoun's verb and those whose subject it shares."""
    above: set[int]
    ahead: set[int]
    relative: set[int]
    """The noun whose relative clause has the pronoun's verb, where it is that verb's subject."""
    opens: bool
    speaks: bool
    again: int
    """The word for whoever spoke the quotation before the one that the pronoun is said to speak; -1 for nobody."""
    acts: bool
    be: bool
    goes_on: bool = False
    """Whether it speaks on: as the subject of its sentence's verb of saying, or beside a quotation."""
    word: str = ""
    """The lemma, of a noun that is asked for."""
    wide: bool = False
    """Whether a noun may mean anybody of its kind."""


def of_candidate(asked: Asked, seen: Candidate, entity: Entity, back: int, between: int) -> tuple[float, ...]:
    """What speaks for a candidate, in the order of `Weights`.

    It stands `back` sentences before the pronoun, and `between` other entities stand nearer.
    """
    near = (back == 1, back == 2, back > 2, seen.i > asked.pronoun.token.i, log(1 + between))
    told = (
        *near,
        *_place(asked, seen, back),
        *_form(asked, seen, entity, back),
        *_nature(asked, seen, entity, between),
        asked.goes_on and seen.opens and seen.speaks and back == 1 and seen.box == OUTSIDE,
    )
    return (*map(float, told), *NOT_NOBODY)


def _place(asked: Asked, seen: Candidate, back: int) -> tuple[bool, ...]:
    """Where the candidate stands, by itself and beside the pronoun."""
    pronoun = asked.pronoun
    subject, owner, spoken = seen.role == "subject", seen.role == "owner", seen.form == "pronoun"
    same = back == 0 and seen.verb in asked.verbs
    apart = seen.box != pronoun.box
    return (
        subject,
        seen.role == "object",
        owner and not spoken,
        owner and spoken,
        seen.role == "modifier",
        seen.opens,
        seen.i in asked.above,
        seen.i in asked.above and seen.speaks,
        pronoun.owns and same and subject,
        subject and asked.role == "subject",
        seen.role == "object" == asked.role,
        same,
        apart and seen.box != OUTSIDE,
        apart and pronoun.box != OUTSIDE,
    )


def _form(asked: Asked, seen: Candidate, entity: Entity, back: int) -> tuple[bool, ...]:
    """By what words it is spoken of."""
    name, spoken = seen.form == "name", seen.form == "pronoun"
    return (
        name,
        name and back == 0,
        seen.form == "definite",
        spoken,
        spoken and seen.role == "subject" == asked.role,
        entity.last < 0,
        seen.block != asked.pronoun.token.block,
    )


def _nature(asked: Asked, seen: Candidate, entity: Entity, between: int) -> tuple[float, ...]:
    """What the candidate is, and how much the story has made of it."""
    return (
        log(1 + entity.count),
        entity.header,
        between == 0,
        entity.kind == "person",
        entity.kind == "body",
        entity.kind == "place",
        entity.kind == "people",
        asked.acts and seen.kind != "thing",
        asked.speaks and seen.speaks,
        seen.many,
        seen.joined > 0,
        entity.gender is not None and entity.gender == asked.pronoun.gender,
        entity.named and seen.form != "name",
        bool(asked.word) and (asked.word in entity.words or asked.word == seen.word),
        asked.wide,
        seen.i == asked.again,
        "country" in entity.places,
    )


def of_nobody(asked: Asked) -> tuple[float, ...]:
    """What speaks for none of the candidates, in the order of `Weights`."""
    subject = asked.role == "subject"
    last = (1.0, float(asked.pronoun.box != OUTSIDE), float(subject), float(asked.wide), float(asked.be))
    return (*([0.0] * (len(Weights.__struct_fields__) - len(last))), *last)
