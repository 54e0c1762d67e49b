"""Words by which reports of one event are seen to disagree, and words by which they only seem to."""

from dateline.languages.sections.base import Section


class Disagreements(Section, frozen=True):
    """`disagreements.toml`: words of denial, of blame and of causes, in small letters, in all their forms."""

    denying: tuple[str, ...]
    """Words of saying by which somebody says that a thing is not so."""
    rejecting: tuple[str, ...]
    """Words of saying that deny a claim, and of anything else mean that it is not wanted."""
    claims: tuple[str, ...]
    """Nouns of what is claimed: "rejected reports that"."""
    wrongs: tuple[str, ...]
    """What somebody denies who is accused of something: "denied wrongdoing"."""
    negations: tuple[str, ...]
    """In words of saying they turn a denial round: "did not deny"."""
    blaming: tuple[str, ...]
    """Words of saying by which somebody says who did it."""
    responsibility: tuple[str, ...]
    """What somebody denies who did not do it: "denied involvement"."""
    deeds: tuple[str, ...]
    """What may be meant by any deed or mishap: "responsibility for the attack"."""
    mutual: tuple[str, ...]
    """Words for deeds that two do to each other."""
    absent: tuple[str, ...]
    """What stands before the word for a deed that was not: "there was no attack"."""
    occurring: tuple[str, ...]
    """By what a denied deed is said to have been: "that the clash took place"."""
    night: tuple[str, ...]
    """By what they tell that a deed was at night, when it has two dates."""
    one: tuple[str, ...]
    """By what somebody counts who counts one."""
    wards: tuple[str, ...]
    """In the words for who counts: they count those who lie with them."""
    measures: tuple[str, ...]
    """What somebody denies who denies how much it was."""
    combatants: tuple[str, ...]
    civilians: tuple[str, ...]
    """Nouns of those who fight and of those who do not: the same dead are not both."""
    because: tuple[str, ...]
    """Beginnings of words that tell why something came about: "caused by"."""
    plainly: tuple[str, ...]
    """What opens the few words that say what it was: "it was a bomb"."""
    moved: tuple[str, ...]
    """Beginnings of words that tell why somebody did it: "motive"."""
    excluded: tuple[str, ...]
    """Words that take a reason back: "ruled out"."""
    open: tuple[str, ...]
    """Words that leave a reason open: "whether"."""
    short_forms: dict[str, str]
    """Short forms with a negation, and the words that they stand for."""
    causes: dict[str, tuple[str, ...]]
    """Causes by kind: two of one kind may be one cause, two of two kinds are not."""
    motives: dict[str, tuple[str, ...]]
    """Reasons for a deed by kind."""
