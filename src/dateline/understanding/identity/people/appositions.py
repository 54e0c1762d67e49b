"""What stands beside a name and says who that is: "Ana Lund, a farmer from Berg", "the suspect, Ana Lund"."""

from collections.abc import Iterator, Sequence

from dateline.annotated import Annotation, Token
from dateline.understanding.identity.countries import phrase_first
from dateline.understanding.identity.people.chains import PersonChain
from dateline.understanding.identity.people.nouns import person_nouns
from dateline.values import Mention, Span

LONGEST = 40
"""Words of a phrase beside a name; what is longer has been parsed amiss."""
OPENING = {"(": ")", "[": "]", '"': '"'}
RULE = "apposition"


def add_appositions(annotation: Annotation, chains: Sequence[PersonChain]) -> None:
    """Phrases set off by commas beside a name join its chain as nominal mentions; their nouns, and those right
    before the name ("rebel leader Ana Lund"), are kept on it."""
    human = _Human(annotation)
    starts = {mention.start for chain in chains for mention in chain.mentions}
    for chain in chains:
        for mention in [mention for mention in chain.mentions if mention.form == "name"]:
            tokens = annotation.tokens_in(Span(mention.start, mention.end))
            if not tokens:
                continue
            for head, span in _beside(annotation, human, tokens):
                chain.nouns.append(head.lower)
                if span is not None and span.start not in starts:
                    starts.add(span.start)
                    chain.mentions.append(Mention(start=span.start, end=span.end, form="nominal", rule=RULE))
                    chain.tokens.append(head)


class _Human:
    """Which nouns of a story stand for one person."""

    def __init__(self, annotation: Annotation) -> None:
        self.nouns = person_nouns(annotation.words.language.code)
        self.marked = {n.last - 1 for n in annotation.nominals if n.label == "person"}
        self.other = {n.last - 1 for n in annotation.nominals if n.label != "person"}

    def __contains__(self, token: object) -> bool:
        if not isinstance(token, Token) or token.tag not in ("NN", "NNP", "JJ") or not token.text[0].isalpha():
            return False
        return token.i in self.marked or (token.lower in self.nouns and token.i not in self.other)


def _beside(annotation: Annotation, human: _Human, name: tuple[Token, ...]) -> Iterator[tuple[Token, Span | None]]:
    """The head nouns beside a name, with the span of those phrases that commas set off."""
    if behind := _behind(annotation, human, name):
        yield behind
    if before := _before(annotation, human, name):
        yield before


def _behind(annotation: Annotation, human: _Human, name: tuple[Token, ...]) -> tuple[Token, Span] | None:
    """The phrase behind a name and a comma, past an age: "Ana Lund, 34, a nurse in Berg"."""
    tokens = annotation.tokens
    i = name[-1].i + 1
    sentence = annotation.sentence(name[0])
    if i + 1 >= sentence.last or tokens[i].text != ",":
        return None
    if tokens[i + 1].pos == "NUM" and i + 2 < sentence.last and tokens[i + 2].text == ",":
        i += 2
    inside = {token.i for token in name}
    for kid in (kid for token in name for kid in annotation.children(token, "appos")):
        if kid.i <= i or kid.i in inside or kid not in human or annotation.name_at(kid) is not None:
            continue
        phrase = annotation.phrase(kid)
        words = _alone(annotation, human, annotation.tokens_in(phrase), kid)
        if words and words[0].i == i + 1 and len(words) <= LONGEST and words[-1].i < sentence.last:
            return kid, _balanced(words, kid) or Span(phrase.start, _last_word(words, kid).end)
    return None


def _alone(annotation: Annotation, human: _Human, words: tuple[Token, ...], head: Token) -> tuple[Token, ...]:
    """The phrase without somebody else whom it is joined to: "a carpenter by trade, and his sister, Ana Lund"."""
    for token in words:
        if token.dep != "conj" or token.i <= head.i or not _is_another(annotation, token):
            continue
        top = token
        while top.dep == "conj" and top.head != top.i:
            top = annotation.head(top)
        links = [each.i for each in words if head.i < each.i < token.i and each.pos == "CCONJ"]
        if links and (top.i == head.i or not (top in human or _is_person(annotation, top))):
            return tuple(each for each in words if each.i < links[-1])
    return words


def _is_another(annotation: Annotation, token: Token) -> bool:
    """Somebody named, or with a name in apposition."""
    return any(_is_person(annotation, each) for each in (token, *annotation.children(token, "appos")))


def _is_person(annotation: Annotation, token: Token) -> bool:
    name = annotation.name_at(token)
    return name is not None and name.label == "person"


def _last_word(words: tuple[Token, ...], head: Token) -> Token:
    """The last word, conjunctions and prepositions left dangling aside."""
    kept = [token for token in words if token.i <= head.i or token.pos not in ("PUNCT", "CCONJ", "ADP", "DET")]
    return kept[-1]


def _balanced(words: tuple[Token, ...], head: Token) -> Span | None:
    """The phrase up to a bracket or quotation mark that nothing closes in it; None where all are closed."""
    for mark in OPENING:
        at = [token.i for token in words if token.text == mark]
        closed = [token.i for token in words if token.text == OPENING[mark]]
        odd = len(at) % 2 if mark == OPENING[mark] else len(at) - len(closed)
        if odd and (kept := [token for token in words if token.i < at[-1]]) and kept[-1].i >= head.i:
            return Span(kept[0].start, _last_word(tuple(kept), head).end)
    return None


def _before(annotation: Annotation, human: _Human, name: tuple[Token, ...]) -> tuple[Token, Span | None] | None:
    """The phrase that a name follows, with a comma ("the suspect, Ana Lund, ...") or without ("suspect Ana Lund")."""
    tokens = annotation.tokens
    i = name[0].i - 1
    comma = i >= 0 and tokens[i].text == ","
    head = tokens[i - 1] if comma and i else tokens[i] if i >= 0 else None
    if head is None or head.sentence != name[0].sentence or head not in human or annotation.name_at(head) is not None:
        return None
    if not comma:
        bound = head.dep in ("compound", "nmod") or any(token.head == head.i for token in name)
        return (head, None) if bound else None
    if not any(token.dep == "appos" and token.head == head.i for token in name):
        return None
    behind = name[-1].i + 1
    closed = behind >= len(tokens) or tokens[behind].pos == "PUNCT"
    first = _first_word(annotation, head)
    return (head, Span(first.start, head.end)) if closed else (head, None)


def _first_word(annotation: Annotation, head: Token) -> Token:
    """Where the phrase before a name begins, names inside it counted in ("another Fjord Radio host, Ana Lund")."""
    words = [token for token in annotation.subtree(head) if token.i <= head.i]
    whole = words[-1].i - words[0].i == len(words) - 1
    if whole and not any(token.pos in ("VERB", "AUX") or token.text in (",", ";", ":") for token in words[:-1]):
        return next(token for token in words if token.pos != "PUNCT")
    return phrase_first(annotation, head)
