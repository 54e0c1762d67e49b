"""Which body or group "they" and "it" mean: the subject of the clause above, else of the sentence before."""

from collections.abc import Iterator, Mapping

from dateline.annotated import Annotation, Token
from dateline.understanding.identity.coreference import SUBJECTS
from dateline.values import Mention

PLURAL = frozenset({"NNS", "NNPS"})


def body_pronouns(annotation: Annotation, heads: Mapping[int, int]) -> Iterator[tuple[int, Mention]]:
    """Each pronoun that takes up a group or body: its number and the mention.

    `heads` leads from the index of a head word to the number of the group or body it names.
    """
    known = dict(heads)
    words = annotation.words.groups
    quoted = [(q.start, q.end) for q in annotation.quotations]
    for token in annotation.tokens:
        plural = token.lower in words.plural_pronouns
        if not (plural or token.lower in words.singular_pronouns) or token.pos != "PRON":
            continue
        if any(start <= token.start < end for start, end in quoted) or _empty(annotation, token):
            continue
        subject = _subject_above(annotation, token, plural)
        if subject is None and plural and token.dep in SUBJECTS:
            subject = _subject_before(annotation, token)
        if subject is not None and subject.i in known:
            known[token.i] = known[subject.i]
            rule = "subject above" if subject.sentence == token.sentence else "subject before"
            yield known[token.i], Mention(start=token.start, end=token.end, form="pronoun", rule=rule)


def _empty(annotation: Annotation, token: Token) -> bool:
    """ "It was clear that ..." and "it was said" mean nobody."""
    verb = annotation.head(token)
    return token.dep in SUBJECTS and (verb.lemma == "be" or token.dep == "nsubjpass") and token.lower == "it"


def _subject_above(annotation: Annotation, token: Token, plural: bool) -> Token | None:
    """The subject of the nearest clause above that agrees in number; a doubtful one between closes the search."""
    verbs = [word for word in annotation.ancestors(token) if word.pos in ("VERB", "AUX")]
    # "Police detained three of them": nobody but an owner is taken up by a pronoun of the same clause.
    for verb in verbs if token.dep == "poss" else verbs[1:]:
        for subject in annotation.children(verb, *SUBJECTS):
            if subject.i < token.i:
                return subject if _agrees(annotation, subject, plural) else None
    return None


def _subject_before(annotation: Annotation, token: Token) -> Token | None:
    """The subject of the sentence before, in text of the same role, where it is plural and the only one."""
    if token.sentence == 0:
        return None
    before = annotation.sentences[token.sentence - 1]
    if before.role != annotation.sentence(token).role:
        return None
    words = annotation.tokens_of(before)
    root = next((word for word in words if word.head == word.i), None)
    subjects = [s for s in annotation.children(root, *SUBJECTS) if _agrees(annotation, s, True)] if root else []
    return subjects[0] if len(subjects) == 1 else None


def _agrees(annotation: Annotation, subject: Token, plural: bool) -> bool:
    """Several joined by "and" are no one group."""
    if annotation.children(subject, "conj"):
        return False
    words = annotation.words.groups
    if subject.lower in words.plural_pronouns or subject.lower in words.singular_pronouns:
        return plural == (subject.lower in words.plural_pronouns)
    return plural == (subject.tag in PLURAL or subject.lower in words.plural_mass)
