"""Names of several people at once: "the Lunds", "the Brek brothers", "Mr. and Mrs. Lund"."""

from dateline.annotated import Annotation, NameMention
from dateline.languages.titles import title_words
from dateline.values import Span


def is_family(annotation: Annotation, name: NameMention) -> bool:
    """ "The Lunds", "the Brek brothers", "Mr. and Mrs. Lund": several people."""
    tokens = annotation.tokens
    if name.titles and _of_couple(annotation, name.titles):
        return True
    if name.last - name.first > 1 or not name.first or tokens[name.first - 1].lower != "the":
        return False
    kin = name.last < len(tokens) and tokens[name.last].lower in annotation.words.names.family_nouns
    return kin or tokens[name.first].tag == "NNPS"


def _of_couple(annotation: Annotation, titles: Span) -> bool:
    """ "Mr. and Mrs." before a name."""
    words = annotation.tokens_in(titles)
    honorifics = title_words(annotation.words.language.code).honorifics
    first = words[0].i if words else 0
    joined = first > 1 and annotation.tokens[first - 1].pos == "CCONJ"
    two = joined and annotation.tokens[first - 2].lower in honorifics
    return two or any(t.pos == "CCONJ" and annotation.tokens[t.i - 1].lower in honorifics for t in words[1:])
