"""People by post: "the president" who has a name elsewhere, and "the Norwegian ambassador" who has none."""

from dateline.annotated import Annotation, Token
from dateline.languages.titles import title_words
from dateline.understanding.identity.countries import phrase_first
from dateline.understanding.identity.named_people import PersonChain
from dateline.understanding.identity.titles import Title, title_ending
from dateline.values import Mention

SAID_OF_SOMEBODY = ("appos", "attr", "oprd", "compound")
"""Posts in these places are said of somebody who is named elsewhere."""


def add_posts(annotation: Annotation, chains: list[PersonChain]) -> None:
    """ "The president" without a name is the one president there is, of that country where one is named."""
    known = title_words(annotation.words.language.code)
    for token in annotation.tokens:
        if token.lower not in known.heads or token.pos not in ("NOUN", "PROPN") or annotation.name_at(token):
            continue
        title = title_ending(annotation, token)
        if title is None or (title.last < len(annotation.tokens) and annotation.name_at(annotation.tokens[title.last])):
            continue
        linked = _stands_alone(annotation, title) and _link_title(annotation, chains, title, token)
        if not linked and title.country and title.sector:
            _begin_unnamed(annotation, chains, title, token)


def _stands_alone(annotation: Annotation, title: Title) -> bool:
    """Definite or owned, or in a headline, which drops the article."""
    if annotation.sentence(annotation.tokens[title.first]).role == "headline":
        return True
    before = annotation.tokens[title.first - 1] if title.first else None
    return before is not None and (before.lower == "the" or before.tag == "POS")


def _begin_unnamed(annotation: Annotation, chains: list[PersonChain], title: Title, token: Token) -> None:
    """ "The Norwegian ambassador" without a name: a person known by the post alone."""
    if token.tag in ("NNS", "NNPS") or annotation.head(token).dep == "appos" or token.dep in SAID_OF_SOMEBODY:
        return
    owned = annotation.head(token)
    if token.dep == "poss" and owned.lower in annotation.words.names.organisation_nouns:
        return  # "the Norwegian governor's office" is a body
    first = phrase_first(annotation, token)
    mention = Mention(start=first.start, end=token.end, form="nominal", rule="post")
    known = [chain for chain in chains if chain.unnamed and _same_post(chain.titles[0], title)]
    if known:
        known[-1].mentions.append(mention)
        known[-1].tokens.append(token)
    else:
        chains.append(PersonChain(title.text, [mention], [token], [title], [], unnamed=True))


def _same_post(held: Title, title: Title) -> bool:
    same = held.text.casefold() == title.text.casefold()
    return same and held.country == title.country and held.state == title.state


def _link_title(annotation: Annotation, chains: list[PersonChain], title: Title, token: Token) -> bool:
    holders = _holders(chains, title, title.country) or (_holders(chains, title, None) if title.country else [])
    if len(holders) != 1 or holders[0].unnamed:
        return False
    first = annotation.tokens[title.first]
    holders[0].mentions.append(Mention(start=first.start, end=token.end, form="nominal", rule="title"))
    holders[0].tokens.append(token)
    return True


def _holders(chains: list[PersonChain], title: Title, country: str | None) -> list[PersonChain]:
    """Who holds this post: of this country; where none is asked for, of whichever country there is."""
    words = title.text.casefold()
    return [
        chain
        for chain in chains
        if any(
            held.text.casefold() == words
            and held.state == title.state
            and (held.country == country or title.country is None)
            for held in chain.titles
        )
    ]
