"""Which country words belong to: the one that stands before them, else the one that the story is about."""

from collections import Counter
from collections.abc import Sequence

from dateline.annotated import Annotation, NameMention, Token
from dateline.record import Record
from dateline.values import Place

MAIN_SHARE = 0.4
"""A country is what a story is about when this share of all mentions of countries is its own."""


ATTRIBUTES = frozenset({"compound", "amod", "nmod", "poss"})
"""Places in the tree of a name that qualifies what it stands before."""


def country_before(annotation: Annotation, first: int) -> str | None:
    """The country that qualifies the phrase from token `first` on: "Norway's ...", "Norwegian ...", "the U.S. ...".

    ISO 3166-1 alpha-3.
    """
    name = name_before(annotation, first)
    return name.country if name else None


def name_before(annotation: Annotation, first: int) -> NameMention | None:
    """The name right before token `first`, over "'s" and a hyphen: Norway in "Norway's ...", Oslo in "Oslo ..."."""
    i = first - 1
    while i >= 0 and annotation.tokens[i].tag in ("POS", "HYPH"):
        i -= 1
    if i < 0 or annotation.tokens[i].sentence != annotation.tokens[first].sentence:
        return None
    return annotation.name_at(annotation.tokens[i])


def qualifies(annotation: Annotation, name: NameMention) -> bool:
    """Whether a name belongs to what it stands before: "Norway's police", not "In Norway police ..."."""
    tokens = annotation.tokens
    behind = tokens[name.last] if name.last < len(tokens) else None
    return tokens[name.last - 1].dep in ATTRIBUTES or (behind is not None and behind.tag in ("POS", "HYPH"))


def name_behind(annotation: Annotation, last: int) -> NameMention | None:
    """The name in "... of Norway", "... in Oslo" or "... of the United States" right behind token `last - 1`."""
    tokens = annotation.tokens
    if last + 1 >= len(tokens) or tokens[last].pos != "ADP" or tokens[last].sentence != tokens[last - 1].sentence:
        return None
    if tokens[last].lower not in annotation.words.bodies.home_links:
        return None  # an ambassador to Norway is somebody else's
    i = last + 2 if last + 2 < len(tokens) and tokens[last + 1].pos == "DET" else last + 1
    return annotation.name_at(tokens[i])


def place_behind(annotation: Annotation, last: int) -> NameMention | None:
    """The place in "... of Norway", "... in Oslo" or "... of the United States" right behind token `last - 1`."""
    name = name_behind(annotation, last)
    return name if name and name.label == "place" else None


def country_behind(annotation: Annotation, last: int) -> str | None:
    """The country in "... of Norway" right behind token `last - 1`. ISO 3166-1 alpha-3."""
    name = place_behind(annotation, last)
    return name.country if name else None


def main_country(record: Record) -> str | None:
    """The country that the story names most, by itself or by its places, and that it was written in; else None."""
    written_in = dateline_countries(record)
    if not written_in:
        return None
    counts = Counter(name.country for name in record.annotation.names if name.country)
    counts += Counter(name.country for name in record.annotation.inner_places if name.country)
    counts += _towns(record)
    if not counts:
        return None
    country, count = counts.most_common(1)[0]
    return country if count >= MAIN_SHARE * counts.total() and country in written_in else None


def _towns(record: Record) -> Counter[str]:
    """How often the places of each country are named below the dateline, countries themselves apart."""
    lines = record.article.blocks_of("dateline")
    counts: Counter[str] = Counter()
    for fact in record.of("place"):
        place = fact.value
        if not isinstance(place, Place) or not place.country or place.precision == "country":
            continue
        told = (m for m in place.mentions if m.form == "name")
        counts[place.country] += sum(not any(line.start <= m.start < line.end for line in lines) for m in told)
    return +counts


def dateline_countries(record: Record) -> set[str]:
    """The countries of the places in the dateline, by its first reading."""
    lines = record.article.blocks_of("dateline")
    names = [name for line in lines for name in record.annotation.names if line.start <= name.start < line.end]
    return {name.places[0].country for name in names if name.places and name.places[0].country}


def phrase_first(annotation: Annotation, head: Token) -> Token:
    """The first word of the phrase that ends with `head`: its determiner, number or other words before it."""
    first = head
    for token in reversed(annotation.tokens[annotation.sentence(head).first : head.i]):
        if not _below(annotation.tokens, token, head) or _ends_phrase(annotation, token, first):
            break
        first = token
    return first


def _ends_phrase(annotation: Annotation, token: Token, right: Token) -> bool:
    """Commas, verbs and prepositions end a phrase to the left ("more than 60" apart), and so does somebody's name."""
    if token.pos in ("ADP", "SCONJ"):
        return right.pos != "NUM"
    name = annotation.name_at(token)
    apart = name is not None and not name.country and right.tag != "POS"
    verb = token.pos in ("VERB", "AUX") and token.dep != "amod"
    return verb or apart or token.text == "," or (token.pos == "PRON" and token.tag != "PRP$")


def _below(tokens: Sequence[Token], token: Token, head: Token) -> bool:
    for _ in range(6):
        if token.head == head.i:
            return True
        if token.head == token.i:
            return False
        token = tokens[token.head]
    return False


def names_labelled(annotation: Annotation, *labels: str) -> list[NameMention]:
    """The names with one of these labels, in the order of the text."""
    return [name for name in annotation.names if name.label in labels]
