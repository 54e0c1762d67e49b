"""Country and sector of a person: titles, what stands beside the name, the body that somebody belongs to, the story."""

from collections.abc import Iterator, Sequence

from dateline.annotated import Token
from dateline.languages.titles import title_words
from dateline.understanding.identity.codes.belonging import body_beside, led_by, title_body
from dateline.understanding.identity.codes.clues import Clue, Coded, Story, coded
from dateline.understanding.identity.codes.rulers import ruler
from dateline.understanding.identity.codes.shared_posts import SharedPost
from dateline.understanding.identity.countries import name_before
from dateline.understanding.identity.groups.words import CIVILIANS, group_words
from dateline.understanding.identity.titles import Title
from dateline.values import Mention, Organisation, Span

HOME_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "PTY", "GOVJUD"})
"""Whoever holds a post of this kind belongs to the story's own country, unless it says otherwise."""
RULERS = frozenset({"GOV"})
"""Sectors of titles that a head of state or government may bear."""
HELD_BEFORE = "the post is held no longer"
APPOSITION = "apposition"
"""The rule of the mentions that stand beside a name and say who that is."""


def coded_person(
    story: Story,
    name: str,
    titles: Sequence[Title],
    mentions: Sequence[Mention],
    heads: Sequence[Token],
    *,
    named: bool,
) -> Coded:
    """The codes of a person with these titles; `heads` are the head words of the mentions by name or noun."""
    found = _Person(story, name, sorted(titles, key=lambda title: title.rank), mentions, heads)
    sector = next((clue for clue in found.sectors() if clue), None)
    country = next((clue for clue in found.countries() if clue), None)
    if country is None and sector and sector.code in HOME_SECTORS:
        country = story.home
    if named:
        return coded(country, sector, 0.9)
    return coded(country, sector, 0.7, "no name is given, only the post")


class _Person:
    """One person's clues, best first."""

    def __init__(
        self, story: Story, name: str, titles: Sequence[Title], mentions: Sequence[Mention], heads: Sequence[Token]
    ) -> None:
        self.story, self.name, self.titles, self.heads = story, name, titles, heads
        self.mentions = sorted(mentions, key=lambda mention: mention.start)
        self.names = [mention for mention in self.mentions if mention.form == "name"]
        self.bodies = {title.first: title_body(story, title, self._behind(title)) for title in titles}
        self.former = {title.first for title in titles if title.state == "former" or self._is_former(title)}
        self.leads = next((led for token in heads if (led := led_by(story, token))), None)
        self.beside = next((body for m in self.names if (body := body_beside(story, self._tokens(m)))), None)
        starts = (words[0].i for m in self.names if (words := self._tokens(m)))
        self.shared = [story.shared_posts[first] for first in starts if first in story.shared_posts]
        self.ruler = self._ruler()

    def sectors(self) -> Iterator[Clue | None]:
        """What tells the sector: posts, bodies led, words beside the name, ranks, tables, posts held before."""
        for title in self.titles:
            if title.first not in self.former and not title.rank:
                yield self._by_title(title)
        yield from (self._by_shared(post) for post in self.shared if not post.former)
        yield self._by_body(self.leads)
        yield self._by_body(self.beside)
        yield from self._by_nouns()
        for title in self.titles:
            if title.first not in self.former and title.rank:
                yield self._by_title(title)
        for title in self.titles:
            if title.first in self.former:
                yield self._by_former(title)
        yield from (self._by_shared(post) for post in self.shared if post.former)
        yield self.ruler[1] if self.ruler else None
        yield self._byline()

    def countries(self) -> Iterator[Clue | None]:
        """What tells the country: beside a title or the name, the body that the person belongs to, the tables."""
        for title in self.titles:
            yield self.story.before(title.begin) or self.story.within(self._span(title))
            yield self.story.behind(title.last, "of")
        yield from (self.story.before(post.first, strictly=True) for post in self.shared)
        for mention in self.names:
            yield self.story.before(self._tokens(mention)[0].i, strictly=True) if self._tokens(mention) else None
        for mention in self.mentions:
            if mention.form == "nominal":
                yield self._of_phrase(mention)
        bodies = [self.bodies[title.first] for title in self.titles if title.first not in self.former]
        for body in (*bodies, self.leads, self.beside):
            yield Clue(body[0].country, body[1], "organisation", 0.8) if body and body[0].country else None
        yield self.ruler[0] if self.ruler else None
        for title in self.titles:
            yield self._title_behind(title)
        for mention in self.names:
            tokens = self._tokens(mention)
            yield self.story.behind(tokens[-1].i + 1, "of") if tokens else None

    def _of_phrase(self, mention: Mention) -> Clue | None:
        """The country of "a Norwegian farmer" and "a farmer from Norway"."""
        tokens = self._tokens(mention)
        if not tokens:
            return None
        told = self._up_to_head(tokens)
        clue = self.story.within(Span(told[0].start, told[-1].end)) or self.story.before(told[0].i, strictly=True)
        behind = None if clue else self.story.right_behind(told[-1].i)
        return behind if behind and behind.span.end <= mention.end else clue

    def _up_to_head(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """The words of a phrase up to its noun: "the son" of "the son of a farmer"."""
        inside = {token.i for token in tokens}
        size = next((n for n, token in enumerate(tokens, 1) if token.head not in inside), len(tokens))
        return tokens[:size]

    def _title_behind(self, title: Title) -> Clue | None:
        clue = self.story.behind(title.last)
        return Clue(clue.code, clue.span, "place", 0.85) if clue else None

    def _by_title(self, title: Title) -> Clue | None:
        """The sector of a post: that of its body where the post tells little by itself."""
        span, head = self._span(title), self._last_word(title)
        borrows = head in self.story.words.borrowing
        body = self.bodies[title.first]
        if borrows and body:
            organisation, at = body
            own = None if head in self.story.words.idle or not organisation.country else title.sector
            code = organisation.sector or own
            return Clue(code, at if organisation.sector else span, "organisation", 0.85) if code else None
        if borrows and (code := self._qualified(title)):
            return Clue(code, span, "title")
        if title.sector is None or (head in self.story.words.idle and not self._tells(title)):
            return None
        return Clue(title.sector, span, "title")

    def _tells(self, title: Title) -> bool:
        """Whether a post of several words is known as a whole: "rebel leader"."""
        words = tuple(token.lower for token in self.story.annotation.tokens[title.first : title.last])
        known = title_words(self.story.annotation.words.language.code).sectors
        return any(words[first:] in known for first in range(len(words) - 1))

    def _qualified(self, title: Title) -> str | None:
        """COP of "police spokesman" and "police Col.": the sector of the words before a post that tells little."""
        words = tuple(token.lower for token in self.story.annotation.tokens[title.first : title.last - 1])
        known = group_words(self.story.annotation.words.language.code).sectors
        return next((known[words[first:]] for first in range(len(words)) if words[first:] in known), None)

    def _is_former(self, title: Title) -> bool:
        """ "Former Norwegian President": the word stands before the nationality."""
        name = name_before(self.story.annotation, title.begin)
        before = self.story.annotation.tokens[name.first - 1] if name and name.country and name.first else None
        known = title_words(self.story.annotation.words.language.code).states
        return before is not None and known.get(before.lower) == "former"

    def _by_former(self, title: Title) -> Clue | None:
        if (title.sector or "")[:3] not in self.story.words.elite:
            return None
        return Clue("ELI", self._span(title), "former", 0.75, HELD_BEFORE)

    def _by_shared(self, post: SharedPost) -> Clue | None:
        if not post.former:
            return Clue(post.sector, post.span, "title", 0.85)
        elite = post.sector[:3] in self.story.words.elite
        return Clue("ELI", post.span, "former", 0.75, HELD_BEFORE) if elite else None

    def _by_body(self, body: tuple[Organisation, Span] | None) -> Clue | None:
        return Clue(body[0].sector, body[1], "organisation", 0.8) if body and body[0].sector else None

    def _by_nouns(self) -> Iterator[Clue | None]:
        """What the person is called beside the name: "Ana Lund, a farmer", "rebel Ana Lund"."""
        known = group_words(self.story.annotation.words.language.code).sectors
        for mention in self.mentions:
            tokens = self._tokens(mention)
            if mention.form == "nominal" and mention.rule == APPOSITION:
                told = self._up_to_head(tokens)
                lowers = [token.lower for token in told]
                sizes = range(min(4, len(lowers)), 0, -1)
                code = next((known[tuple(lowers[-n:])] for n in sizes if tuple(lowers[-n:]) in known), None)
                vague = code == CIVILIANS and len(told) < len(tokens)  # "the man who trained the rebels"
                yield self._by_noun(code, told) if code and not vague else None
            elif mention.form == "name" and tokens and tokens[0].i > 0:
                before = self.story.annotation.tokens[tokens[0].i - 1]
                titled = any(title.first <= before.i < title.last for title in self.titles)
                fits = not titled and before.tag == "NN" and before.dep in ("compound", "nmod", "amod")
                code = known.get((before.lower,)) if fits and before.sentence == tokens[0].sentence else None
                yield Clue(code, Span(before.start, before.end), "apposition", 0.8) if code else None

    def _by_noun(self, code: str, tokens: Sequence[Token]) -> Clue | None:
        """What a phrase beside the name says: ELI of "a former Norwegian minister"."""
        states = title_words(self.story.annotation.words.language.code).states
        span = Span(tokens[0].start, tokens[-1].end)
        if not any(states.get(token.lower) == "former" for token in tokens):
            return Clue(code, span, "apposition", 0.8)
        return Clue("ELI", span, "former", 0.75, HELD_BEFORE) if code[:3] in self.story.words.elite else None

    def _ruler(self) -> tuple[Clue, Clue | None] | None:
        """A head of state or government of the tables: by the full name, or by the surname with such a title."""
        titled = any(title.sector in RULERS for title in self.titles)
        return (
            ruler(self.story, self.name, Span(self.names[0].start, self.names[0].end), titled) if self.names else None
        )

    def _byline(self) -> Clue | None:
        """Whoever is named as a reporter of the story, or as who took its pictures."""
        for mention in self.names:
            if self.story.is_credited(mention.start):
                return Clue("JRN", Span(mention.start, mention.end), "byline", 0.85)
        return None

    def _behind(self, title: Title) -> int:
        """Where the words behind a title begin: behind the name that it stands before."""
        name = self.story.annotation.tokens[title.last : title.last + 1]
        held = self.story.annotation.name_at(name[0]) if name else None
        return held.last if held and held.label == "person" else title.last

    def _last_word(self, title: Title) -> str:
        words = [token.lower for token in self.story.annotation.tokens[title.first : title.last]]
        link = next((i for i, word in enumerate(words) if i and word in self.story.words.name_links), len(words))
        return " ".join(words) if " ".join(words) in self.story.words.borrowing else words[link - 1]

    def _span(self, title: Title) -> Span:
        tokens = self.story.annotation.tokens
        return Span(tokens[title.begin].start, tokens[title.last - 1].end)

    def _tokens(self, mention: Mention) -> tuple[Token, ...]:
        return self.story.annotation.tokens_in(Span(mention.start, mention.end))
