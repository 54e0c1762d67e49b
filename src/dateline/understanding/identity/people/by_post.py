"""People by post: "the president" who has a name elsewhere, and "the Norwegian ambassador" who has none."""

from collections.abc import Iterable, Sequence

from dateline.annotated import Annotation, Token
from dateline.languages.titles import title_words
from dateline.understanding.identity.countries import phrase_first
from dateline.understanding.identity.people.appositions import RULE as APPOSITION
from dateline.understanding.identity.people.by_name import in_full
from dateline.understanding.identity.people.chains import PersonChain
from dateline.understanding.identity.titles import Title, title_ending
from dateline.values import Mention, Span

SAID_OF_SOMEBODY = frozenset({"appos", "attr", "oprd", "compound", "nmod", "acomp"})
"""Posts in these places are said of somebody who is named elsewhere."""
PLURALS = frozenset({"NNS", "NNPS"})
REFERRING = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "ROOT"})
"""Where "a Norwegian diplomat" is somebody, not anybody."""
REACH = 10
"""Words within which a name may follow that the post belongs to."""


def add_posts(annotation: Annotation, chains: list[PersonChain], home: str | None = None) -> None:
    """ "The president" without a name is the one president there is, of that country where one is named.

    `home` (ISO 3166-1 alpha-3) is the country that the story is about: whose president has none named is its own.
    """
    known = title_words(annotation.words.language.code)
    taken = {token.i for chain in chains for token in chain.tokens} | _within(annotation, chains)
    for token in annotation.tokens:
        if token.lower not in known.heads or token.pos not in ("NOUN", "PROPN") or token.tag in PLURALS:
            continue
        if token.i in taken or annotation.name_at(token):
            continue
        title = title_ending(annotation, token)
        if title is None or not _is_somebody(annotation, title, token):
            continue
        taken.update(range(title.first, title.last))
        linked = _stands_alone(annotation, title) and _link_title(annotation, chains, title, token, home)
        if not linked and title.country and title.sector:
            _begin_unnamed(annotation, chains, title, token)


def may_be(annotation: Annotation, chains: list[PersonChain], chain: PersonChain, phrase: Span) -> bool:
    """Whether a phrase such as "the minister" may mean this person: nobody of another post, of another time ("the
    former minister"), of another country or of a lesser grade, and nobody else where somebody holds the post."""
    known = title_words(annotation.words.language.code)
    words = annotation.tokens_in(phrase)
    head = next((token for token in reversed(words) if token.lower in known.heads and token.pos != "ADP"), None)
    title = title_ending(annotation, head) if head else None
    if title is None:
        return True
    if holders := _holders(annotation, chains, title, None):
        last = {id(holder): _last_sentence(holder, words[0]) for holder in holders}
        own = last.pop(id(chain), None)
        return own is not None and all(own > other for other in last.values())
    return not any(_is_near(annotation, held, title) for held in chain.titles)


def _last_sentence(chain: PersonChain, before: Token) -> int:
    """The sentence that a person was last named in before this word; -1 where it was in none."""
    return max((token.sentence for token in chain.tokens if token.i < before.i), default=-1)


def _is_near(annotation: Annotation, held: Title, title: Title) -> bool:
    """The same post of another time or country, or a grade more or less."""
    one, other = in_full(annotation, held), in_full(annotation, title)
    size = min(len(one), len(other))
    return one[len(one) - size :] == other[len(other) - size :]


def _within(annotation: Annotation, chains: Iterable[PersonChain]) -> set[int]:
    """The tokens of phrases beside names, up to their heads and the words that end their titles."""
    found: set[int] = set()
    for chain in chains:
        heads = {token.i for token in chain.tokens}
        for mention in chain.mentions:
            if mention.rule == APPOSITION:
                inside = [token.i for token in annotation.tokens_in(Span(mention.start, mention.end))]
                last = max((i for i in inside if i in heads), default=inside[0])
                found.update(range(inside[0], last + 1))
    return found


def _is_somebody(annotation: Annotation, title: Title, token: Token) -> bool:
    """A person, who is not named in the same phrase; no post that somebody runs for, and nobody's likeness."""
    tokens = annotation.tokens
    if title.last < len(tokens) and annotation.name_at(tokens[title.last]) is not None:
        return False
    if token.dep in SAID_OF_SOMEBODY or (token.dep == "conj" and annotation.head(token).dep in SAID_OF_SOMEBODY):
        return False
    above = annotation.head(token)
    words = annotation.words
    bare = not any(kid.pos == "DET" or kid.dep == "poss" for kid in annotation.children(token))
    links = {*words.roles.post_links, *words.titles.field_links}
    if token.dep == "pobj" and bare and above.lower in links:
        return False  # "who runs for president", "as ambassador"
    return not _leads_to_name(annotation, title)


def _leads_to_name(annotation: Annotation, title: Title) -> bool:
    """ "Norwegian author and critic Ana Lund", "the army's chief of staff, General Ana Lund"."""
    tokens = annotation.tokens
    end = min(annotation.sentence(tokens[title.first]).last, title.last + REACH)
    comma = False
    for i in range(title.last, end):
        token, before = tokens[i], tokens[i - 1]
        name = annotation.name_at(token)
        if name is not None and name.label == "person":
            return before.pos not in ("ADP", "CCONJ", "VERB") and before.tag != "POS"
        if token.text == ",":
            if comma:
                return False
            comma = True
        elif token.pos == "DET":
            if before.pos != "ADP":
                return False
        elif token.pos not in ("NOUN", "PROPN", "ADP", "CCONJ", "ADJ") or (token.pos == "CCONJ" and comma):
            return False
    return False


def _stands_alone(annotation: Annotation, title: Title) -> bool:
    """Definite or a body's or country's, or in a headline, which drops the article. "Lund's lawyer" is any."""
    if annotation.sentence(annotation.tokens[title.first]).role == "headline":
        return True
    first = _begin(annotation, title)
    before = annotation.tokens[first - 1] if first else None
    if before is None or before.tag != "POS":
        return before is not None and before.lower == "the"
    owner = annotation.name_at(annotation.tokens[before.i - 1]) if before.i else None
    return owner is not None and owner.label != "person"


def _begin(annotation: Annotation, title: Title) -> int:
    """Where the title begins, "former" and the name of its country counted in ("the Norwegian president")."""
    known = title_words(annotation.words.language.code)
    first = title.first
    while first and (annotation.tokens[first - 1].lower in known.states or annotation.tokens[first - 1].text == "-"):
        first -= 1
    name = annotation.name_at(annotation.tokens[first - 1]) if first else None
    return name.first if name is not None and name.country else first


def _begin_unnamed(annotation: Annotation, chains: list[PersonChain], title: Title, token: Token) -> None:
    """ "The Norwegian ambassador" without a name: a person known by the post alone."""
    if annotation.head(token).dep == "appos":
        return
    owned = annotation.head(token)
    if token.dep == "poss" and owned.lower in annotation.words.names.organisation_nouns:
        return  # "the Norwegian governor's office" is a body
    first = phrase_first(annotation, token)
    while first.i < token.i and first.pos == "PUNCT":
        first = annotation.tokens[first.i + 1]
    if any(kid.tag in ("JJS", "RBS") for kid in annotation.subtree(token) if kid.i < token.i):
        return  # "the best president ever" is a measure
    anybody = first.lower in annotation.words.names.indefinite
    if (
        anybody
        and token.dep not in REFERRING
        and not annotation.children(token, "relcl", "acl")
        and not _by(annotation, token)
    ):
        return
    last = annotation.tokens[max(token.i, title.last - 1)]
    mention = Mention(start=first.start, end=last.end, form="nominal", rule="post")
    lower = frozenset(annotation.words.roles.lower_grades)
    known = [chain for chain in chains if chain.unnamed and _same_post(annotation, chain.titles[0], title, lower)]
    if known and not (anybody and known[-1].nouns):
        known[-1].mentions.append(mention)
        known[-1].tokens.append(token)
    else:
        chains.append(PersonChain(title.text, [mention], [token], [title], [], unnamed=True))
        known = chains[-1:]
    if first.pos == "DET" or first.tag == "PRP$":
        known[-1].nouns.append(token.lower)


def _by(annotation: Annotation, token: Token) -> bool:
    return token.dep == "pobj" and annotation.head(token).dep in ("agent", "dative")


def _same_post(annotation: Annotation, held: Title, title: Title, lower: frozenset[str]) -> bool:
    """The same post of the same country; one may be told in more words ("envoy", "presidential envoy")."""
    one, other = in_full(annotation, held), in_full(annotation, title)
    short, long = sorted((one, other), key=len)
    same = long[len(long) - len(short) :] == short and (short == long or not _is_lower(long, len(short), lower))
    return same and held.country == title.country and held.state == title.state


def _is_lower(words: Sequence[str], size: int, lower: frozenset[str]) -> bool:
    """Whether what stands before the last `size` words makes the post a lesser one ("deputy minister")."""
    return bool(lower & set(words[: len(words) - size]))


def _link_title(
    annotation: Annotation, chains: list[PersonChain], title: Title, token: Token, home: str | None
) -> bool:
    holders = _holders(annotation, chains, title, home)
    if len(holders) != 1 or holders[0].unnamed or _of_something_else(annotation, holders[0], title):
        return False
    first = phrase_first(annotation, token)
    while first.i < title.first and first.pos not in ("DET", "PROPN", "ADJ", "NOUN", "PRON"):
        first = annotation.tokens[first.i + 1]
    last = annotation.tokens[max(token.i, title.last - 1)]
    holders[0].mentions.append(Mention(start=first.start, end=last.end, form="nominal", rule="title"))
    holders[0].tokens.append(token)
    return True


def _of_something_else(annotation: Annotation, holder: PersonChain, title: Title) -> bool:
    """ "The head of the army" is nobody who is called head of something else, or of nothing that is told."""
    wanted = _field(annotation, title)
    if wanted is None or title.country:
        return False
    words = in_full(annotation, title)
    same = [held for held in holder.titles if in_full(annotation, held) == words]
    return not any(_alike(wanted, _field(annotation, held)) for held in same)


Field = tuple[str, frozenset[str]]


def _field(annotation: Annotation, title: Title) -> Field | None:
    """What the post is for, by its noun and the names with it: "the head of Norway's army"."""
    tokens = annotation.tokens
    if title.last >= len(tokens) or tokens[title.last].lower not in annotation.words.titles.field_links:
        return None
    objects = annotation.children(tokens[title.last], "pobj")
    if not objects:
        return None
    names = frozenset(token.lower for token in annotation.subtree(objects[0]) if token.pos == "PROPN")
    return objects[0].lower, names


def _alike(one: Field, other: Field | None) -> bool:
    """The same noun, and the same names where both have some."""
    return other is not None and one[0] == other[0] and (not one[1] or not other[1] or bool(one[1] & other[1]))


def _holders(annotation: Annotation, chains: list[PersonChain], title: Title, home: str | None) -> list[PersonChain]:
    """Who holds this post: of this country; where none is asked for, of whichever country there is; where several
    ministers or generals might be meant, whoever has been named before."""
    words = in_full(annotation, title)
    held = [(chain, held) for chain in chains for held in chain.titles if held.state == title.state]
    same = [(chain, post) for chain, post in held if in_full(annotation, post) == words]
    if title.country:
        of_country = [chain for chain, post in same if post.country == title.country]
        open_ = [chain for chain, post in same if all(p.country is None for c, p in same if c is chain)]
        return _once(of_country) or (_once(open_) if title.country == home else [])
    if same or len(words) != 1:
        return _once(chain for chain, _ in same)
    lower = frozenset(annotation.words.roles.lower_grades)
    start = annotation.tokens[title.first].start
    ending = (
        chain
        for chain, post in held
        if (last := in_full(annotation, post))[-1:] == words
        and not _is_lower(last, 1, lower)
        and min(mention.start for mention in chain.mentions) < start
    )
    return _once(ending)


def _once(chains: Iterable[PersonChain]) -> list[PersonChain]:
    return list({id(chain): chain for chain in chains}.values())
