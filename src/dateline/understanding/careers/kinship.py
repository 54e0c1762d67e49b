"""Kin of people who are known: "the minister's brother Karl", "Ana Lund, wife of Karl", "whose father, Karl, ..."."""

from collections.abc import Iterator

from dateline.annotated import NameMention, Token
from dateline.languages.titles import State
from dateline.model import Fact
from dateline.understanding.careers.posts import Desk, Post
from dateline.understanding.careers.standing import is_denied, standing
from dateline.understanding.careers.subjects import subject_of
from dateline.understanding.identity.set_off import behind_comma

BY_PRONOUN = "whose kin it is, a pronoun tells"
SHARED = "several people bear the name of the one whose kin it is"
TITLED = 6
"""Tokens that the titles before a name may have."""
REACH = 10
"""Tokens between a name and the word of kin that is set off behind it."""


def kinship(desk: Desk) -> Iterator[Post]:
    """Relations between two people who are both known; "the minister's brother" alone is nobody."""
    for token in desk.tokens:
        last = _kin_last(desk, token)
        if last is None or desk.annotation.name_at(token) or is_denied(desk, token):
            continue
        owner = _owner(desk, token, last)
        relative = _who(desk, owner) if owner is not None else None
        if owner is None or relative is None:
            continue
        person = _named_with(desk, token, last) or _told_of(desk, token)
        if person is not None and person.id != relative.id:
            yield _post(desk, token, last, person, relative, _doubt(desk, owner))


def _kin_last(desk: Desk, token: Token) -> int | None:
    """The token behind a word of kin in the singular that begins here ("brother-in-law" is five tokens)."""
    if token.lower not in desk.words.kin_firsts or token.pos not in ("NOUN", "PROPN") or token.tag == "NNS":
        return None
    for size in (5, 3, 1):
        words = tuple(t.lower for t in desk.tokens[token.i : token.i + size])
        if len(words) == size and words in desk.words.kin:
            return token.i + size
    return None


def _owner(desk: Desk, kin: Token, last: int) -> Token | None:
    """Whose kin: "Lund's brother", "his brother", "brother of Lund", "Lund, whose brother"."""
    head = kin if desk.annotation.children(kin, "poss") else desk.tokens[last - 1]
    owners = desk.annotation.children(head, "poss")
    if not owners and desk.annotation.head(kin).pos in ("NOUN", "PROPN"):  # "Lund's wife Ana": owned is Ana
        owners = [o for o in desk.annotation.children(desk.annotation.head(kin), "poss") if o.i < kin.i]
    if not owners and last + 1 < len(desk.tokens) and desk.tokens[last].lower in ("of", "to"):
        owners = desk.annotation.children(desk.tokens[last], "pobj")
    return owners[0] if owners else None


def _who(desk: Desk, owner: Token) -> Fact | None:
    if owner.tag == "WP$":
        clause = next((a for a in desk.annotation.ancestors(owner) if a.dep == "relcl"), None)
        return desk.person(desk.annotation.head(clause)) if clause is not None else None
    return desk.person(owner)


def _doubt(desk: Desk, owner: Token) -> str | None:
    """Why it is not certain whose kin it is, where it is not."""
    if owner.tag == "PRP$":
        return BY_PRONOUN
    name = desk.annotation.name_at(owner)
    if name is None or " " in name.text:
        return None
    others = {other.text for other in desk.annotation.names if other.label == "person" and " " in other.text}
    return SHARED if len({text for text in others if text.split()[-1] == name.text}) > 1 else None


def _named_with(desk: Desk, kin: Token, last: int) -> Fact | None:
    """The person named right behind the word, be it after a comma, or right before a comma and the phrase."""
    return _behind(desk, kin, last) or _before(desk, kin, last)


def _behind(desk: Desk, kin: Token, last: int) -> Fact | None:
    comma = last < len(desk.tokens) and desk.tokens[last].text == ","
    at = last + 1 if comma else last
    if at >= len(desk.tokens) or desk.tokens[at].sentence != kin.sentence:
        return None
    name = _name_from(desk, at)
    if name is None or name.label != "person":
        return None
    if not comma:
        return desk.named(name)
    return desk.named(name) if _is_apposed(desk, name, kin, last) else None


def _name_from(desk: Desk, at: int) -> NameMention | None:
    """The name that begins there, its titles counted in ("his brother, Senator Karl Berg")."""
    for token in desk.tokens[at : at + TITLED]:
        if name := desk.annotation.name_at(token):
            starts = (name.start, name.titles.start if name.titles else name.start)  # "brother" may be a title itself
            return name if desk.tokens[at].start in starts else None
    return None


def _is_apposed(desk: Desk, name: NameMention, kin: Token, last: int) -> bool:
    """In a list ("his wife, Ana Lund and ...") the name is no apposition, nor where the parser ties it elsewhere."""
    tops = [t for i in range(name.first, name.last) if (t := desk.tokens[i]).head not in range(name.first, name.last)]
    closed = name.last >= len(desk.tokens) or desk.tokens[name.last].pos == "PUNCT"
    tied = tops and tops[0].dep == "appos" and desk.tokens[tops[0].head].i in range(kin.i, last)
    # The parser gives "brother-in-law" to the verb.
    cut = last - kin.i > 1 and tops and kin.dep == "nmod" and tops[0].head == kin.head and tops[0].dep == "nsubj"
    return bool(tied or cut) and closed and not desk.annotation.children(tops[0], "conj")


def _before(desk: Desk, kin: Token, last: int) -> Fact | None:
    """ "Ana Lund, Karl's wife, ...": nothing but the owner between the comma and the word."""
    start = desk.annotation.sentence(kin).first
    for i in range(kin.i - 1, max(start, kin.i - REACH), -1):
        if desk.tokens[i].text in (",", "("):
            name = desk.annotation.name_at(desk.tokens[i - 1])
            begins = name is not None and name.last == i and behind_comma(desk.annotation, name) == i + 1
            closed = last >= len(desk.tokens) or desk.tokens[last].pos in ("PUNCT", "ADP", "CCONJ")
            return desk.named(name) if name is not None and begins and closed else None
        if desk.tokens[i].pos in ("VERB", "AUX", "ADP", "CCONJ", "SCONJ") or desk.tokens[i].tag == "WP$":
            return None
    return None


def _told_of(desk: Desk, kin: Token) -> Fact | None:
    """ "Ana Lund is Karl's wife"."""
    joined = kin
    while joined.dep == "conj" and joined.head != joined.i:
        joined = desk.annotation.head(joined)
    head = desk.annotation.head(joined)
    if joined.dep == "appos":  # "Lund, a farmer and the son of Karl Berg"
        return None if _is_asked(desk, head, joined) else desk.person(head)
    verb = desk.annotation.head(kin)
    if kin.dep != "attr" or verb.lemma.lower() != "be":
        return None
    told = standing(desk, verb)
    return subject_of(desk, verb) if told is not None and told.state == "current" else None


def _is_asked(desk: Desk, person: Token, kin: Token) -> bool:
    """ "Is Ana Lund the niece of Karl?", of which the parser makes an apposition; one has its comma."""
    apart = any(token.pos == "PUNCT" for token in desk.tokens[person.i : kin.i])
    return not apart and desk.tokens[desk.annotation.sentence(kin).last - 1].text == "?"


def _post(desk: Desk, kin: Token, last: int, person: Fact, relative: Fact, doubt: str | None) -> Post:
    span = desk.annotation.span(kin, desk.tokens[last - 1])
    return Post(
        person=person,
        title=desk.record.words(span),
        span=span,
        relative=relative,
        state=_state(desk, kin),
        confidence=0.65 if doubt == SHARED else 0.75 if doubt else 0.85,
        reason=doubt,
    )


def _state(desk: Desk, kin: Token) -> State:
    """ "His former wife", "his ex-wife", "the late"."""
    words = desk.words.titles.states
    before = desk.tokens[max(0, kin.i - 2) : kin.i]
    near = [token for token in before if token.sentence == kin.sentence and token.text != "-"]
    return words.get(near[-1].lower, "current") if near else "current"
