"""Titles of people as phrases: the words, the country, former or acting, from the tokens around them."""

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages.titles import State, TitleWords, title_words
from dateline.understanding.identity.countries import country_before, country_behind
from dateline.values import Span


class Title(Struct, frozen=True, kw_only=True):
    """A title phrase: tokens `first` up to `last`, without "former" and without its country."""

    first: int
    last: int
    text: str
    sector: str | None
    country: str | None = None
    state: State = "current"
    acting: bool = False
    rank: bool = False


def title_ending(annotation: Annotation, head: Token) -> Title | None:
    """The title that ends with this word, with what stands before and behind it; None when the word ends none."""
    known = title_words(annotation.words.language.code)
    begin = annotation.sentence(head).first
    lowers = [token.lower for token in annotation.tokens[begin : head.i + 1]]
    size = known.ends(lowers, len(lowers) - 1)
    if not size:
        return None
    first = head.i - size + 1
    while first > begin and _goes_on(annotation, annotation.tokens[first - 1], known):
        first -= 1
    while annotation.tokens[first].text == "-":
        first += 1
    last = _with_link(annotation, head, known)
    words = tuple(token.lower for token in annotation.tokens[first:last])
    return _title(annotation, first, last, words, known)


def _with_link(annotation: Annotation, head: Token, known: TitleWords) -> int:
    """Where the title ends: "secretary of state" is one, though "secretary" would be."""
    end = annotation.sentence(head).last
    lowers = [token.lower for token in annotation.tokens[head.i : min(end, head.i + known.longest)]]
    sizes = (i + 1 for i in range(len(lowers) - 1, 0, -1) if tuple(lowers[: i + 1]) in known.sectors)
    return head.i + next(sizes, 1)


def _goes_on(annotation: Annotation, before: Token, known: TitleWords) -> bool:
    """A word of posts, or a noun that says what the post is for ("ports minister") and is nobody's name."""
    if before.lower in known.states or before.lower in known.acting:
        return False
    noun = before.pos in ("NOUN", "PROPN") and before.dep == "compound" and annotation.name_at(before) is None
    # "In his usual animated fashion President Lund ..." ends one phrase and begins another.
    noun = noun and not (before.text[0].islower() and annotation.tokens[before.i + 1].text[0].isupper())
    return before.lower in known.inner or noun or (before.text == "-" and not before.space)


def _title(annotation: Annotation, first: int, last: int, words: tuple[str, ...], known: TitleWords) -> Title:
    state, acting, before = _state(annotation, first, known)
    tokens = annotation.tokens[first:last]
    return Title(
        first=first,
        last=last,
        text="".join(token.text + (" " if token.space else "") for token in tokens).strip(),
        sector=known.sector(words),
        country=country_before(annotation, before) or country_behind(annotation, last),
        state=state,
        acting=acting,
        rank=" ".join(words) in known.ranks,
    )


def _state(annotation: Annotation, first: int, known: TitleWords) -> tuple[State, bool, int]:
    """Former or acting, and where the phrase begins with such words counted in."""
    state: State = "current"
    acting = False
    while first > 0 and annotation.tokens[first - 1].sentence == annotation.tokens[first].sentence:
        word = annotation.tokens[first - 1]
        if word.text == "-" and not word.space:
            first -= 1
            continue
        if word.lower in known.states:
            state = known.states[word.lower]
        elif word.lower in known.acting:
            acting = True
        else:
            break
        first -= 1
    return state, acting, first


def title_before(annotation: Annotation, span: Span) -> Title | None:
    """The title in these words (of a name's `titles`), its field included; None for an honorific alone."""
    tokens = annotation.tokens_in(span)
    for token in reversed(tokens):
        if title := title_ending(annotation, token):
            return _with_field(annotation, title, tokens[-1].i + 1)
    return None


def _with_field(annotation: Annotation, title: Title, last: int) -> Title:
    """ "Minister" with the words up to token `last`: "Minister of Trade"."""
    if last <= title.last:
        return title
    words = annotation.tokens[title.first : last]
    return replace(title, last=last, text="".join(t.text + (" " if t.space else "") for t in words).strip())


def title_behind(annotation: Annotation, name: NameMention) -> Title | None:
    """A title set off by commas behind a name: "Lund, the former water minister, ..."."""
    if name.last >= len(annotation.tokens) or annotation.tokens[name.last].text != ",":
        return None
    head = _title_head_from(annotation, name.last + 1)
    title = title_ending(annotation, head) if head else None
    return title if title and _closes(annotation, title) else None


def _title_head_from(annotation: Annotation, i: int) -> Token | None:
    """The head of a title phrase that begins at token `i`, over determiners, "former" and its country."""
    known = title_words(annotation.words.language.code)
    tokens = annotation.tokens
    head = None
    for token in tokens[i : i + 9]:
        if token.lower in known.heads:
            head = token
            continue
        name = annotation.name_at(token)
        owner = name is not None and name.country is not None
        field = token.dep == "compound" and name is None
        passes = field or (head is None and (token.pos == "DET" or token.tag in ("POS", "HYPH", "PRP$") or owner))
        if not (passes or token.lower in known.inner | known.states.keys() | known.acting):
            return head
    return head


def _closes(annotation: Annotation, title: Title) -> bool:
    """The phrase ends with a comma, a full stop or "of ...", not with a name that it belongs to."""
    if title.last >= len(annotation.tokens):
        return True
    behind = annotation.tokens[title.last]
    return behind.pos in ("PUNCT", "ADP", "CCONJ") or behind.tag in ("WP", "WDT")


def gender_of(annotation: Annotation, words: tuple[Token, ...]) -> str | None:
    """Male or female, where a title or honorific tells."""
    known = title_words(annotation.words.language.code)
    return next((known.genders[token.lower] for token in words if token.lower in known.genders), None)
