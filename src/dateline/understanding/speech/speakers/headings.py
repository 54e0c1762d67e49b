"""Texts that are somebody's words from end to end, such as a speech: whose, as the brackets of their heading tell."""

import re

from dateline.annotated import NameMention
from dateline.languages import load
from dateline.understanding.speech.cues import Discourse
from dateline.values import Span

HEADED = "the text is headed as this speaker's words"
HEADED_WORTH = 0.85
"""What the speaker of a heading is worth as the "I" and "we" of the text."""
LONGEST = 600
"""Letters at the start of a text among which its heading stands."""
_BRACKET = re.compile(r"\[([^\[\]]{1,200})\]")


def headed(discourse: Discourse) -> Span | None:
    """The one whose speech or statement a text is: "[Speech] [President Ana Lund] [Text]"; None where it is several."""
    code = discourse.annotation.words.language.code
    words, extents = load(code).speakers, load(code).statements.extents
    brackets = list(_BRACKET.finditer(discourse.text, 0, LONGEST))
    ends = next((i for i, each in enumerate(brackets) if each.group(1).lower() in extents), None)
    if not ends:
        return None
    told = " ".join(each.group(1).lower() for each in brackets[:ends])
    if not _has(told, words.monologues) or _has(told, words.dialogues):
        return None
    heading = Span(brackets[0].start(), brackets[ends].start())
    return _only(discourse, heading, "person") or _only(discourse, heading, "organisation")


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in words)


def _only(discourse: Discourse, heading: Span, label: str) -> Span | None:
    """The name in brackets of one sort, if it is the only one, or the first behind "by"."""
    found = [name for name in discourse.annotation.names_in(heading) if name.label == label]
    author = [name for name in found if _is_author(discourse, heading, name)]
    names = author[:1] or found
    return Span(names[0].start, names[0].end) if len(names) == 1 else None


def _is_author(discourse: Discourse, heading: Span, name: NameMention) -> bool:
    """Whether a name is the first behind "by" or "from", with nothing but titles in between."""
    before = discourse.annotation.tokens_in(Span(heading.start, name.start))
    links = load(discourse.annotation.words.language.code).speakers.authors[:2]
    last = next((i for i in range(len(before) - 1, -1, -1) if before[i].lower in links), None)
    between = discourse.annotation.names_in(Span(before[last].end, name.start)) if last is not None else ()
    return last is not None and all(other.label != name.label for other in between)
