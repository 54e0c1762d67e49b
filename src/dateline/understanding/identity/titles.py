"""Titles of people as phrases: the words, the country, former or acting, from the tokens around them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, NameMention, Token
from dateline.languages.titles import State, TitleWords, title_words
from dateline.understanding.identity.countries import country_before, country_behind
from dateline.understanding.identity.set_off import PHRASE, behind_comma, phrase_head
from dateline.values import Span

CLOSING = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ"})
CLOSING_TAGS = frozenset({"WP", "WDT", "WP$", "VBN", "VBG", "WRB", "TO"})


STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""Posts of a state: nobody has two of them, and they belong to the country of whoever holds them."""


STUDIED = frozenset({"EDU", "JRN", "BUS", None})
"""Sectors whose people are named after the land that they study or write about."""


class Title(Struct, frozen=True, kw_only=True):
    """A title phrase: tokens `first` up to `last`, without "former" and without its country.

    `begin` is where it begins with "former" and its like counted in.
    """

    first: int
    last: int
    begin: int
    text: str
    sector: str | None
    country: str | None = None
    state: State = "current"
    acting: bool = False
    rank: bool = False


def title_ending(annotation: Annotation, head: Token, apart: bool = False) -> Title | None:
    """The title that ends with this word, with what stands before and behind it; None when the word ends none.

    `apart`: it stands apart from a name, where more words are titles.
    """
    known = title_words(annotation.words.language.code)
    begin = annotation.sentence(head).first
    lowers = [token.lower for token in annotation.tokens[max(begin, head.i - known.longest) : head.i + 1]]
    size = known.ends_apart(lowers, len(lowers) - 1) if apart else known.ends(lowers, len(lowers) - 1)
    if not size or (size == 1 and _is_adjective(annotation, head, known)):
        return None
    first = head.i - size + 1
    ranked = tuple(lowers[len(lowers) - size :]) in known.ranks
    while first > begin and _goes_on(annotation, annotation.tokens[first - 1], known):
        if ranked and known.is_post(annotation.tokens[first - 1].lower):
            break  # "Defence Minister General Lund"
        first -= 1
    while annotation.tokens[first].text in ("-", "&"):
        first += 1
    return _title(annotation, first, _with_link(annotation, head, known), known)


def _is_adjective(annotation: Annotation, head: Token, known: TitleWords) -> bool:
    """ "A major fire": in small letters and with its noun behind it; "an art major" studies art."""
    if head.lower not in known.doubtful or not head.text.islower():
        return False
    before = annotation.tokens[head.i - 1] if head.i else None
    if before is not None and before.dep == "compound" and before.head == head.i and before.lower not in known.inner:
        return True
    behind = annotation.tokens[head.i + 1] if head.i + 1 < len(annotation.tokens) else None
    return behind is not None and behind.pos in ("NOUN", "PROPN", "ADJ")


def _with_link(annotation: Annotation, head: Token, known: TitleWords) -> int:
    """Where the title ends: "secretary of state" is one, though "secretary" would be."""
    end = annotation.sentence(head).last
    lowers = [token.lower for token in annotation.tokens[head.i : min(end, head.i + known.longest)]]
    sizes = (i + 1 for i in range(len(lowers) - 1, 0, -1) if tuple(lowers[: i + 1]) in known.sectors)
    whole = (size for size in sizes if annotation.tokens[head.i + size - 1].head < head.i + size)
    return head.i + next(whole, 1)  # "chief of defence forces" is no "chief of defence"


def _goes_on(annotation: Annotation, before: Token, known: TitleWords) -> bool:
    """A word of posts, or a noun that says what the post is for ("ports minister") and is nobody's name."""
    if before.lower in known.states or before.lower in known.acting or _is_named(annotation, before):
        return False
    behind = annotation.tokens[before.i + 1]
    if before.text == "-" and not before.space:
        return behind.i - before.i == 1 and not annotation.tokens[before.i - 1].space
    noun = before.pos in ("NOUN", "PROPN") and before.dep == "compound"
    noun = noun and before.head >= behind.i and before.text != behind.text and not _is_counted(annotation, before)
    # "In his usual animated fashion President Lund ..." ends one phrase and begins another.
    noun = noun and not (before.text[0].islower() and behind.text[0].isupper()) and before.text[0].isalpha()
    return (before.lower in known.inner and before.text[0].isupper() >= behind.text[0].isupper()) or noun


def _is_counted(annotation: Annotation, noun: Token) -> bool:
    """ "Four-time champion", "18th century physicist": the noun belongs to its number."""
    before = annotation.tokens[noun.i - 1] if noun.i else noun
    return before.tag == "CD" or before.text[0].isdigit() or (before.text == "-" and not before.space)


def _is_named(annotation: Annotation, token: Token) -> bool:
    """Whether a word belongs to a name, or to a land that is named inside the title ("US President")."""
    return annotation.name_at(token) is not None or _land_at(annotation, token) is not None


def _land_at(annotation: Annotation, token: Token) -> str | None:
    return next((p.country for p in annotation.inner_places if p.first <= token.i < p.last and p.country), None)


def _country(annotation: Annotation, before: int, last: int, sector: str | None) -> str | None:
    """The country of a title between these tokens; no ambassador "to Norway" is Norway's, nor a "Norway scholar"."""
    owner = over_adjectives(annotation, before)
    subject = annotation.name_at(annotation.tokens[owner - 1]) if owner else None
    if subject is not None and subject.label == "place" and sector in STUDIED:
        return None
    if country := country_before(annotation, owner):
        return country
    if before and (country := _land_at(annotation, annotation.tokens[before - 1])):
        return country
    known = title_words(annotation.words.language.code)
    linked = last < len(annotation.tokens) and annotation.tokens[last].lower in known.links
    return country_behind(annotation, last) if linked else None


def over_adjectives(annotation: Annotation, first: int) -> int:
    """Where the adjectives before token `first` begin: "Norway's top negotiator" is Norway's."""
    while first > 1 and annotation.tokens[first - 1].dep == "amod" and annotation.tokens[first - 1].pos == "ADJ":
        if annotation.name_at(annotation.tokens[first - 1]) is not None:
            break
        first -= 1
    return first


def _title(annotation: Annotation, first: int, last: int, known: TitleWords) -> Title:
    state, acting, before = _state(annotation, first, known)
    owner = over_adjectives(annotation, before)
    land = annotation.name_at(annotation.tokens[owner - 1]) if owner else None
    if state == "current" and not acting and land is not None and land.country:
        state, acting, _ = _state(annotation, land.first, known)  # "former Norwegian president"
    named = last
    if last - first > 2 and annotation.tokens[last - 1].lower in known.behind:
        state, named = "future", last - 2
    tokens = annotation.tokens[first:named]
    words = tuple(token.lower for token in tokens)
    small = tokens[-1].text.islower() and tokens[-1].lower in known.doubtful_ranks
    sector = None if small and len(words) == 1 else known.sector(words)
    return Title(
        first=first,
        last=last,
        begin=before,
        text=_text(tokens),
        sector=sector,
        country=_country(annotation, before, last, sector),
        state=state,
        acting=acting,
        rank=known.is_rank(words) and not small,
    )


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.text + (" " if token.space else "") for token in tokens).strip()


def _state(annotation: Annotation, first: int, known: TitleWords) -> tuple[State, bool, int]:
    """Former or acting, and where the phrase begins with such words counted in."""
    state: State = "current"
    acting = False
    start = annotation.sentence(annotation.tokens[first]).first
    while first > start:
        word = annotation.tokens[first - 1]
        if word.pos == "DET" and first - 2 >= start and annotation.tokens[first - 2].lower in known.thens:
            return "former", acting, first  # "then the mayor"
        if first - start > 2 and (whole := known.states.get(_text(annotation.tokens[first - 3 : first]).lower())):
            state, first = whole, first - 3  # "would-be mayor", three tokens
            continue
        if word.text == "-" and not word.space and first - 1 > start:
            first -= 1
            continue
        if word.lower in known.states and not (first - 1 == start and word.pos == "ADV" and word.space):
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
    return replace(title, last=last, text=_text(annotation.tokens[title.first : last]))


def titles_before(annotation: Annotation, span: Span) -> Iterator[Title]:
    """All the titles before a name, nearest first: "rebel leader Gen.", "chairman and chief executive"."""
    title = title_before(annotation, span) or _before_honorific(annotation, span)
    while title is not None:
        yield title
        title = _title_further(annotation, title)


def _before_honorific(annotation: Annotation, span: Span) -> Title | None:
    """ "Rail engineer Mr. Lund"."""
    tokens = annotation.tokens_in(span)
    before = tokens[0].i - 1 if tokens else -1
    if before < 0 or annotation.tokens[before].sentence != tokens[0].sentence:
        return None
    found = title_ending(annotation, annotation.tokens[before])
    return found if found and found.last == before + 1 else None


def _title_further(annotation: Annotation, title: Title) -> Title | None:
    """The title right before this one, or joined to it by "and" where no article makes two people of them."""
    start = annotation.sentence(annotation.tokens[title.first]).first
    i = title.begin - 1
    joined = i > start and annotation.tokens[i].pos == "CCONJ"
    if joined:
        i -= 1
    if i < start:
        return None
    found = title_ending(annotation, annotation.tokens[i])
    if found is None or not joined or found.last != i + 1:
        return found if found and found.last == i + 1 and not joined else None
    before = annotation.tokens[found.begin - 1] if found.begin > start else None
    alike = annotation.tokens[found.first].text[0].isupper() == annotation.tokens[title.first].text[0].isupper()
    two = before is not None and before.lower == "the" and STATE_SECTORS & {found.sector, title.sector}
    return found if alike and not two else None


def title_behind(annotation: Annotation, name: NameMention) -> Title | None:
    """A title set off by commas behind a name: "Lund, the former water minister, ..."."""
    return next(titles_behind(annotation, name), None)


def titles_behind(annotation: Annotation, name: NameMention) -> Iterator[Title]:
    """All the titles set off behind a name: "Lund, 45, a lawyer and former mayor, ..."."""
    i, before = behind_comma(annotation, name), None
    while i is not None:
        head = phrase_head(annotation, i)
        title = title_ending(annotation, head, apart=True) if head else None
        if title is None or not _closes(annotation, title):
            return
        if before is not None and before.state == "former" and title.begin == title.first == before.last + 1:
            title = replace(title, state="former")  # "a former mayor and governor"
        yield title
        i, before = _joined(annotation, title), title


def _joined(annotation: Annotation, title: Title) -> int | None:
    """Where a second title begins that is joined to this one: "director of the museum, and chairman of ..."."""
    end = annotation.sentence(annotation.tokens[title.first]).last
    at = title.last
    if at + 1 < end and annotation.tokens[at].pos == "CCONJ":
        return at + 1
    heads = [kid for token in annotation.tokens[title.first : at] for kid in annotation.children(token, "conj")]
    behind = [head for head in heads if head.i > at and head.pos in ("NOUN", "PROPN")]
    if not behind or any(t.pos in ("VERB", "AUX") for t in annotation.tokens[at : behind[0].i]):
        return None
    links = [i for i in range(at, behind[0].i) if annotation.tokens[i].pos == "CCONJ"]
    return links[-1] + 1 if links and behind[0].i - links[-1] < PHRASE else None


def _closes(annotation: Annotation, title: Title) -> bool:
    """The phrase ends with a comma, a full stop or "of ...", not with a name that it belongs to."""
    if title.last >= len(annotation.tokens):
        return True
    behind = annotation.tokens[title.last]
    if behind.sentence != annotation.tokens[title.first].sentence or behind.pos in CLOSING:
        return True
    postposed = behind.pos == "ADJ" and annotation.tokens[min(behind.i + 1, len(annotation.tokens) - 1)].pos == "ADP"
    return behind.tag in CLOSING_TAGS or postposed  # "the minister responsible for"


def gender_of(annotation: Annotation, words: tuple[Token, ...]) -> str | None:
    """Male or female, where a title or honorific tells."""
    known = title_words(annotation.words.language.code)
    return next((known.genders[token.lower] for token in words if token.lower in known.genders), None)
