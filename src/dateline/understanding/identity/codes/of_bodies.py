"""Country and sector of a body or group: what qualifies it, the tables, its own words, the story."""

from collections.abc import Sequence
from typing import NamedTuple

from dateline.annotated import Token
from dateline.bodies import is_acronym
from dateline.understanding.identity.codes.belonging import body_behind
from dateline.understanding.identity.codes.clues import Clue, Coded, Story, coded
from dateline.understanding.identity.codes.tabled import Tabled, tabled
from dateline.understanding.identity.codes.wording import sector_of_body
from dateline.understanding.identity.countries import phrase_first
from dateline.understanding.identity.groups.words import group_words
from dateline.values import Mention, Organisation, Place, Span

STATE = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "SPY", "REB", "OPP", "UAF", "PRM", "GOVJUD", "GOVMIL", "JUDCOP"})
"""Sectors whose groups belong to the country that a story is about, unless it says otherwise."""
NAMED_STATE = STATE - {"REB", "OPP", "UAF", "PRM"}
"""Of these, the sectors of bodies that a country has one of, under one name in many countries."""


class Body(NamedTuple):
    """What is known of a body while its codes are composed."""

    name: str
    aliases: Sequence[str]
    sector: str | None
    """What its noun or its name told so far."""
    mentions: Sequence[Mention]
    named: bool
    owned: bool = False
    """Somebody else's, of an unknown country ("their army"): not the story's own."""


def coded_body(story: Story, body: Body) -> Coded:
    """The codes of a body, or of a group without a name."""
    told = [mention for mention in body.mentions if mention.form != "pronoun"] or body.mentions
    span = Span(told[0].start, told[0].end)
    beside = _beside(story, told, body.named)
    if not body.named:
        if story.of_several(span):
            return coded(None, _own_noun(body, span), 0.8, "people of several countries")
        return _group(story, body, told, beside)
    table = _table(story, (body.name, *body.aliases), span, beside.code if beside else None)
    country = beside or table.country or _inside(story, told) or _seat(story, told) or _in_place(story, told)
    own = table.sector if table.country or table.sector else _own_words(story, body, span)
    if country is None and own and own.rule == "words" and own.code in NAMED_STATE:
        country = story.home
    return coded(country, own, 0.85)


def _table(story: Story, names: Sequence[str], span: Span, hint: str | None) -> Tabled:
    found = (tabled(story, name, span, hint) for name in names)
    return next((each for each in found if each), Tabled())


def _own_words(story: Story, body: Body, span: Span) -> Clue | None:
    code = story.annotation.words.language.code
    found = next((s for each in (body.name, *body.aliases) if (s := sector_of_body(code, each))), body.sector)
    return Clue(found, span, "words", 0.85) if found else None


def _beside(story: Story, mentions: Sequence[Mention], named: bool) -> Clue | None:
    """The first country that qualifies a mention: before it, within its phrase, or behind it."""
    for mention in mentions:
        span = Span(mention.start, mention.end)
        tokens = story.annotation.tokens_in(span)
        if not tokens or (named and mention.form != "name"):
            continue
        within = None if named else story.within(span)
        found = within or story.before(tokens[0].i, strictly=named)
        if found := found or story.behind(tokens[-1].i + 1, "of" if named else None):
            return found
    return None


def _of_fellow(story: Story, mention: Mention) -> Clue | None:
    """The nationality that a noun shares with the one before "and": "Norwegian police and soldiers"."""
    tokens = story.annotation.tokens_in(Span(mention.start, mention.end))
    head = tokens[-1] if tokens else None
    if head is None or head.dep != "conj" or tokens[0].pos == "DET" or head.pos != "NOUN":
        return None
    fellow = story.annotation.head(head)
    if fellow.pos != "NOUN" or fellow.i >= tokens[0].i:
        return None
    clue = story.within(Span(phrase_first(story.annotation, fellow).start, fellow.end))
    return Clue(clue.code, clue.span, clue.rule, 0.75) if clue else None


def _inside(story: Story, mentions: Sequence[Mention]) -> Clue | None:
    """The country or place in the name itself: "Bank of Norway", "Oslo Police"."""
    names = (mention for mention in mentions if mention.form == "name")
    found = (story.within(Span(mention.start, mention.end)) for mention in names)
    clue = next((each for each in found if each), None)
    return Clue(clue.code, clue.span, clue.rule, 0.8) if clue else None


def _seat(story: Story, mentions: Sequence[Mention]) -> Clue | None:
    """The country of "the Oslo-based Fjord Bank"."""
    names = (story.annotation.tokens_in(Span(m.start, m.end)) for m in mentions if m.form == "name")
    return next((clue for words in names if words and (clue := story.seat(words[0].i, words[-1].i + 1))), None)


def _in_place(story: Story, mentions: Sequence[Mention]) -> Clue | None:
    ends = (story.annotation.tokens_in(Span(m.start, m.end)) for m in mentions)
    return next((clue for tokens in ends if tokens and (clue := story.behind(tokens[-1].i + 1))), None)


def _group(story: Story, group: Body, mentions: Sequence[Mention], beside: Clue | None) -> Coded:
    """A group without a name: its own noun tells the sector, or the body whose people they are."""
    span = Span(mentions[0].start, mentions[0].end)
    owner = _owner(story, mentions)
    country = beside
    found = _own_noun(group, span)
    if owner:
        country = country or owner.country
        found = (owner.sector if _borrows(story, group.name) else None) or found
    elif (other := _qualified(story, group.name)) and _borrows(story, group.name):
        found = Clue(other, span, "words", 0.8)
    country = country or next((clue for mention in mentions if (clue := _of_fellow(story, mention))), None)
    country = country or next((clue for mention in mentions if (clue := _of_owner(story, mention))), None)
    if country is None and group.sector in STATE and not group.owned and not _is_others(story, mentions[0]):
        country = story.home
    return coded(country, found, 0.8)


def _of_owner(story: Story, mention: Mention) -> Clue | None:
    """The country of whom the pronoun means: "The ministry denied that its troops ..."."""
    tokens = story.annotation.tokens_in(Span(mention.start, mention.end))
    if not tokens or tokens[0].tag != "PRP$":
        return None
    at = Span(tokens[0].start, tokens[0].end)
    fact = story.record.who(at, "organisation", "place")
    owner = fact.value if fact and isinstance(fact.value, Organisation | Place) else None
    if owner is None or owner.country is None or _is_guessed(owner):
        return None
    return Clue(owner.country, at, "organisation", 0.75)


def _is_guessed(owner: Organisation | Place) -> bool:
    """Whether a country is the story's own for want of a better: a guess that is not handed on."""
    return isinstance(owner, Organisation) and any(c.kind == "country" and c.rule == "story" for c in owner.codes)


def _is_others(story: Story, mention: Mention) -> bool:
    """ "Its officials", "their soldiers": of whoever was spoken of, not of the story's country."""
    tokens = story.annotation.tokens_in(Span(mention.start, mention.end))
    return bool(tokens) and tokens[0].tag == "PRP$" and tokens[0].lower in story.words.others


def _own_noun(group: Body, span: Span) -> Clue | None:
    return Clue(group.sector, span, "words", 0.8) if group.sector else None


def _borrows(story: Story, name: str) -> bool:
    """Whether the noun says little of a sector by itself: "officials", "leaders", "members"."""
    last = name.lower().split()[-1]
    return bool({last, last.removesuffix("s")} & story.words.borrowing)


def _qualified(story: Story, name: str) -> str | None:
    """The sector of the words before a noun that borrows: COP of "police officials"."""
    words = tuple(name.lower().split()[:-1])
    known = group_words(story.annotation.words.language.code).sectors
    return next((known[words[first:]] for first in range(len(words)) if words[first:] in known), None)


def _owner(story: Story, mentions: Sequence[Mention]) -> Tabled | None:
    """What the body tells in "Boeing's officials", "NATO troops", "UN peacekeepers" and "leaders of the bank"."""
    for mention in mentions:
        tokens = story.annotation.tokens_in(Span(mention.start, mention.end))
        first = tokens[0].i if tokens else 0
        for token in (*story.annotation.tokens[max(0, first - 2) : first], *tokens[:-1]):
            if token.head in {other.i for other in tokens} and (found := _of_word(story, token)):
                return found
        if tokens and (body := body_behind(story, tokens[-1].i + 1)):
            return Tabled(_clue(body[0].country, body[1]), _clue(body[0].sector, body[1]))
    return None


def _of_word(story: Story, token: Token) -> Tabled | None:
    """What the named body tells that a word stands for, be it an acronym that nobody took for a name."""
    at = Span(token.start, token.end)
    name = story.annotation.name_at(token)
    if name and name.label == "organisation" and (body := story.body_at(token)):
        return Tabled(_clue(body.country, at), _clue(body.sector, at))
    table = tabled(story, token.text, at, None) if name is None and token.text[:1].isupper() else None
    return table if is_acronym(token.text) or (table and table.sector and table.sector.code != "BUS") else None


def _clue(code: str | None, at: Span) -> Clue | None:
    return Clue(code, at, "organisation", 0.8) if code else None
