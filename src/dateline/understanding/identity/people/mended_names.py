"""Names that a nickname in quotes, an initial's dot or a noun before them broke or spoilt, made whole."""

from dateline.annotated import Annotation, NameMention
from dateline.languages.given import given_names
from dateline.understanding.identity.people.nouns import plain_person_nouns

QUOTES = frozenset({'"', "'", "``", "''", "“", "”", "‘", "’", "«", "»"})
LONGEST = 6
"""Words of an alias or a nickname."""


def mended_names(annotation: Annotation) -> list[NameMention]:
    """The names of the text; those that a nickname in quotes or an initial's dot broke in two are whole again."""
    names: list[NameMention] = []
    for name in annotation.names:
        before = names[-1] if names else None
        if before is not None and name.first < before.last:
            continue
        if name.label == "person" and before is not None and _broken(annotation, before, name):
            names[-1] = _between(annotation, before.first, name.last, before)
        else:
            names.append(name)
    whole = [_without_noun(annotation, _past_nickname(annotation, name)) for name in names]
    return [name for before, name in zip((None, *whole), whole, strict=False) if not _is_inside(name, before)]


def _is_inside(name: NameMention, before: NameMention | None) -> bool:
    """Whether a name is a half of the one before it, which has been made whole."""
    return before is not None and name.last <= before.last


def _without_noun(annotation: Annotation, name: NameMention) -> NameMention:
    """The name without a noun with a capital before it, as at the beginning of a sentence: "Suspect Ana Lund"."""
    first = annotation.tokens[name.first]
    if name.label != "person" or name.last - name.first < 2 or name.titles:
        return name
    code = annotation.words.language.code
    if first.lower not in plain_person_nouns(code) or first.text in given_names(code):
        return name
    return _between(annotation, name.first + 1, name.last, name)


def _broken(annotation: Annotation, before: NameMention, name: NameMention) -> bool:
    """An initial or a given name, and the rest of the name right behind it ("John D." and "Lund")."""
    first, last = annotation.tokens[before.last - 1], annotation.tokens[name.first]
    if before.last != name.first or before.label != "person" or name.titles or first.block != last.block:
        return False
    if len(first.text.rstrip(".")) == 1 or "." in first.text[1:-1]:
        return first.text[0].isupper()
    known = given_names(annotation.words.language.code)
    given = all(token.text in known for token in annotation.tokens[before.first : before.last])
    alone = last.text not in known or name.last - name.first > 1
    return given and first.sentence == last.sentence and alone


def _past_nickname(annotation: Annotation, name: NameMention) -> NameMention:
    """The name up to the surname behind a nickname in quotes, where there is one: Ana "Fox" Lund."""
    inside = nickname(annotation, name) if name.label == "person" else None
    if inside is None:
        return name
    if inside[1] + 1 < name.last:
        return _between(annotation, name.first, name.last, name)
    behind = annotation.name_at(annotation.tokens[inside[1] + 1])
    last = behind.last if behind else inside[1] + 2
    return _between(annotation, name.first, last, name)


def nickname(annotation: Annotation, name: NameMention) -> tuple[int, int] | None:
    """The tokens of a nickname in quotes with a capital right behind it: from its first up to its closing mark."""
    tokens = annotation.tokens
    within = tokens[name.first + 1 : name.last + 1]
    opening = next((token.i for token in within if token.text in QUOTES and token.tag != "POS"), None)
    if opening is None:
        return None
    end = min(annotation.sentence(tokens[opening]).last, opening + LONGEST)
    closing = next((i for i in range(opening + 2, end) if tokens[i].text in QUOTES), None)
    if closing is None or closing + 1 >= end:
        return None
    behind = tokens[closing + 1]
    surname = behind.text[0].isupper() and behind.pos == "PROPN"
    small = {"the", "of", *annotation.words.names.particles}
    words = tokens[opening + 1 : closing]
    nick = all(token.text[0].isupper() or token.text == "-" or token.lower in small for token in words)
    return (opening + 1, closing) if surname and nick and words[-1].text[0].isupper() else None


def _between(annotation: Annotation, first: int, last: int, like: NameMention) -> NameMention:
    """A name of tokens `first` up to `last` without what it has in quotes."""
    tokens = annotation.tokens[first:last]
    words: list[str] = []
    quoted = False
    for token in tokens:
        if token.text in QUOTES:
            quoted = not quoted
        elif not quoted:
            words.append(token.text + (" " if token.space else ""))
    text = " ".join("".join(words).split())
    start, end = tokens[0].start, tokens[-1].end
    return NameMention(
        first=first, last=last, start=start, end=end, text=text, label=like.label, titles=like.titles, score=like.score
    )
