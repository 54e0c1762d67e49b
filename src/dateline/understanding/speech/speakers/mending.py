"""Source phrases that the parser cuts wrong: two subjects of one verb, "who" behind the wrong noun, a lone bracket."""

from msgspec.structs import replace

from dateline.annotated import NameMention, Token
from dateline.understanding.identity.people.nouns import person_nouns
from dateline.understanding.speech.cues import Attribution, Discourse
from dateline.values import Span

CLIMBED = ("pobj", "prep", "appos", "compound", "nmod", "poss")
"""Ways from a noun inside a phrase up to the one that carries it."""
BRACKETS = ("[", "(")
FINITE = ("VBD", "VBZ", "VBP")


def mended(discourse: Discourse, found: Attribution) -> Attribution:
    """The same attribution with the source that its words must have, if what the parser made of it cannot be."""
    if found.verb.pos != "VERB":
        return found
    ways = (_named_before, _first_subject, _person_who, _named_behind)
    whole = next((source for way in ways if (source := way(discourse, found)) is not None), None)
    return replace(found, source=whole) if whole is not None else found


def _named_before(discourse: Discourse, found: Attribution) -> Span | None:
    """The name before a source that is a bracket and no word: "the Northern Union [NU] reports"."""
    end = _empty_end(discourse, found)
    if end is None:
        return None
    names = list(discourse.annotation.names_in(Span(discourse.tokens[found.stretch.first].start, end)))
    if not names or end - names[-1].end > 1:
        return None
    while len(names) > 1 and _is_bracketed(discourse, names[-1]):
        names.pop()
    return Span(names[-1].start, end)


def _empty_end(discourse: Discourse, found: Attribution) -> int | None:
    """Where a source ends that is no word, or a bracket right before a finite verb that has no source."""
    source, text = found.source, discourse.text
    if source is not None:
        return None if any(letter.isalnum() for letter in text[source.start : source.end]) else source.end
    end = len(text[: found.cue.start].rstrip())
    return end if found.verb.tag in FINITE and text[end - 1 : end] in ("]", ")") else None


def _is_bracketed(discourse: Discourse, name: NameMention) -> bool:
    return discourse.text[: name.start].rstrip()[-1:] in BRACKETS


def _first_subject(discourse: Discourse, found: Attribution) -> Span | None:
    """The first of two subjects, where the other belongs to its clause: "men who had come to see the show said"."""
    tree, verb = discourse.annotation, found.verb
    subjects = [kid for kid in tree.children(verb, "nsubj") if kid.i < verb.i and discourse.box[kid.i] < 0]
    if len(subjects) != 2 or not _is_source(found, subjects[1]):
        return None
    first, second = subjects
    clauses = tree.children(first, "relcl", "acl")
    start = tree.phrase(second).start
    if not any(max(token.end for token in tree.subtree(clause)) + 1 >= start for clause in clauses):
        return None
    return Span(tree.phrase(first).start, tree.phrase(second).end)


def _is_source(found: Attribution, token: Token) -> bool:
    return found.source is not None and found.source.start <= token.start and token.end <= found.source.end


def _person_who(discourse: Discourse, found: Attribution) -> Span | None:
    """The person whose description ends with a body or a place before "who": "Lund, a clerk at Berg Hall, who said"."""
    tree, verb = discourse.annotation, found.verb
    noun = tree.head(verb)
    told_of = any(kid.lower == "who" for kid in tree.children(verb, "nsubj"))
    if verb.dep != "relcl" or not told_of or not _is_source(found, noun) or _is_person(discourse, noun):
        return None
    while noun.dep in CLIMBED and tree.head(noun).i < noun.i:
        noun = tree.head(noun)
        if _is_person(discourse, noun):
            above = tree.head(noun)
            carrier = above if noun.dep == "appos" and above.pos == "PROPN" else noun
            name = tree.name_at(carrier)
            start = min(tree.phrase(carrier).start, name.start if name is not None else carrier.start)
            return Span(start, found.source.end if found.source else carrier.end)
    return None


def _named_behind(discourse: Discourse, found: Attribution) -> Span | None:
    """The one whose title and name go on right behind a source: "said Moss police" of "said Moss police Capt. Lund"."""
    source, text = found.source, discourse.text
    if source is None or found.cue.end > source.start:
        return None
    name = next(iter(discourse.annotation.names_in(Span(source.end, len(text)))), None)
    if name is None or name.label != "person" or name.titles is None or name.titles.start > source.end + 1:
        return None
    same = discourse.tokens[name.first].block == found.verb.block
    return Span(source.start, name.end) if same and text[source.end : source.end + 1].isspace() else None


def _is_person(discourse: Discourse, noun: Token) -> bool:
    name = discourse.annotation.name_at(noun)
    nouns = person_nouns(discourse.annotation.words.language.code)
    return name.label == "person" if name is not None else noun.lemma.lower() in nouns
