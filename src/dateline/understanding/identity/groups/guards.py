"""What ends like a group and is none: titles, what is said of somebody, measures, words of a longer phrase."""

from itertools import takewhile

from dateline.annotated import Annotation, Token
from dateline.languages.titles import title_words
from dateline.understanding.identity.antecedents.grammar import SUBJECTS
from dateline.understanding.identity.groups.phrases import PLURALS, Phrase, is_plural
from dateline.understanding.identity.groups.words import GroupWords

ONE = frozenset({"NN", "NNP"})
INSIDE = frozenset({"compound", "nmod", "amod", "npadvmod"})
"""How a noun stands that only modifies another ("government buildings")."""
SAYS_MORE = ("acl", "relcl", "prep")
"""What stands behind a noun and tells which people are meant ("men wearing helmets")."""
LOOSE = frozenset({"", "a", "an", "any", "some", "every", "each", "many"})
"""Determiners that tell nothing of which ones are meant."""
COMPARING = frozenset({"like", "as", "than"})
SAID_OF_SOMEBODY = ("appos", "attr", "oprd", "compound", "nmod")
OF_PHRASE = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM"})
REACH = 12
"""Tokens behind "members" within which the body that they belong to is named."""
MEASURED = 5
"""Tokens behind "of" within which a measure finds what it measures."""


def is_no_group(annotation: Annotation, head: Token, lemma: str, known: GroupWords) -> bool:
    """Whether a noun that may name a group does not here."""
    before = annotation.tokens[head.i - 1].lower if head.i else ""
    if f"{before} {lemma}" in known.never:
        return True
    return (
        only_modifies(annotation, head)
        or _is_title(annotation, head)
        or _is_one_known_person(annotation, head)
        or _only_measures(annotation, head, known)
    )


def says_too_little(
    annotation: Annotation, phrase: Phrase, lemma: str, known: GroupWords, *, kind: bool, country: bool
) -> bool:
    """A wide word alone, or its plural without a number or a word that says more ("parties"); a bare singular.

    `kind`: whether the phrase has words of its own before its head ("ruling party").
    """
    head = annotation.tokens[phrase.head]
    if head.tag in ONE and not is_plural(head) and phrase.first == phrase.head and lemma not in known.mass:
        return True
    if head.tag in ONE and not is_plural(head) and lemma in known.kin and annotation.tokens[phrase.first].tag == "PRP$":
        return True
    if lemma in known.terms and _is_term(annotation, phrase, owned=lemma in known.owned_terms):
        return True
    if lemma.split()[-1] in known.parts and _is_of_a_body(annotation, phrase):
        return True
    if phrase.determiner == "no":
        return True
    if kind:
        return False
    if lemma in known.doubtful and not _acts(annotation, head):
        return True
    if lemma in known.needs_kind:
        return True
    if country:
        return False
    if head.lower in known.wide or (lemma in known.needs_land and not _is_somebodys(annotation, head, known)):
        return True
    if lemma not in known.wide_plurals or phrase.counted or phrase.modifiers - known.newcomers - known.neutral:
        return False
    told = phrase.determiner not in LOOSE and not (phrase.determiner == "the" and lemma in known.mass)
    more = [child for child in annotation.children(head, *SAYS_MORE) if child.lower not in COMPARING]
    return not told and not more


def _is_somebodys(annotation: Annotation, head: Token, known: GroupWords) -> bool:
    """ "Forces loyal to X": the words behind it tell whose they are."""
    return any(
        kid.i > head.i and kid.lower in known.siding for kid in annotation.children(head, "amod", "acl", "relcl")
    )


def _is_term(annotation: Annotation, phrase: Phrase, *, owned: bool) -> bool:
    """A time in office: "a Lund administration", "her presidency", "Lund's presidency"."""
    if phrase.determiner in LOOSE - {""}:
        return True
    return owned and (phrase.owned or annotation.tokens[phrase.first].tag == "PRP$")


def _acts(annotation: Annotation, head: Token) -> bool:
    """ "Customs seized the ship", "the ship was seized by customs"."""
    return head.dep in SUBJECTS or (head.dep == "pobj" and annotation.head(head).dep == "agent")


def _is_of_a_body(annotation: Annotation, phrase: Phrase) -> bool:
    """ "Members of the Brek Front", "Brek Front members": the body itself is meant by who reads of them."""
    tokens = annotation.tokens
    end = annotation.sentence(tokens[phrase.head]).last
    inside = tokens[phrase.first : phrase.head]
    behind = list(takewhile(lambda t: t.pos in OF_PHRASE, tokens[phrase.head + 1 : min(end, phrase.head + REACH)]))
    behind = behind if behind and behind[0].pos == "ADP" else []
    names = [annotation.name_at(token) for token in (*inside, *behind)]
    return any(name is not None and name.label == "organisation" for name in names)


def only_modifies(annotation: Annotation, head: Token) -> bool:
    """ "Government buildings", "rebel-held", "the Women's World Cup", "which were recipients"."""
    tokens = annotation.tokens
    behind = tokens[head.i + 1] if head.i + 1 < len(tokens) else None
    if behind is not None and not head.space and behind.tag == "HYPH":
        return True
    if head.dep in INSIDE and head.head > head.i and annotation.head(head).pos in ("NOUN", "PROPN"):
        return True
    if head.dep == "conj" and behind is not None and behind.tag in ("NN", "NNS"):  # "military and police forces"
        return annotation.head(head).dep in INSIDE
    if head.tag in ("NNP", "NNPS") and behind is not None and behind.tag == "POS" and head.i + 2 < len(tokens):
        return head.i > annotation.sentence(head).first and tokens[head.i + 2].tag in ("NNP", "NNPS")
    if not is_plural(head) or head.dep != "attr" or annotation.children(annotation.head(head), "expl"):
        return False
    return not annotation.children(head, "det", "poss", "nummod")


def _only_measures(annotation: Annotation, head: Token, known: GroupWords) -> bool:
    """ "A crowd of farmers" is farmers."""
    if head.lower not in known.measures or head.i + 2 >= len(annotation.tokens):
        return False
    behind = annotation.tokens[head.i + 1 : head.i + 2 + MEASURED]
    if behind[0].lower != "of":
        return False
    return any(token.tag in PLURALS or token.lower in known.mass for token in behind[1:])


def _is_title(annotation: Annotation, head: Token) -> bool:
    """Whether the noun is a title of the name behind it ("police officer Ana Lund")."""
    if head.i + 1 >= len(annotation.tokens):
        return False
    behind = annotation.name_at(annotation.tokens[head.i + 1])
    return behind is not None and behind.label == "person" and (behind.titles is not None or head.tag == "NN")


def _is_one_known_person(annotation: Annotation, head: Token) -> bool:
    """A noun in the singular that is a post ("the minister") or says who a named person is ("X, a farmer")."""
    if head.tag not in ONE or is_plural(head):
        return False
    named = (annotation.name_at(kid) for kid in annotation.children(head, "appos"))
    if any(name is not None and name.label == "person" for name in named):
        return not _is_body(annotation, head)  # "the gunman, Ana Lund"
    post = title_words(annotation.words.language.code).ends((head.lower,), 0) > 0
    return post or (head.dep in SAID_OF_SOMEBODY and not _is_body(annotation, head))


def _is_body(annotation: Annotation, head: Token) -> bool:
    """Whether the noun names a body, which may stand in apposition itself ("the rival, an armed group")."""
    return head.lower in annotation.words.groups.wide or head.lower in annotation.words.names.organisation_nouns
