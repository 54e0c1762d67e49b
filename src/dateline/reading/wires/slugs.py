"""Slugs and options of a wire message: "Storm-Coast/2nd Ld", "URGENT", "/EDS/", "KILL", "(MORE)"."""

import re
from enum import IntEnum
from typing import NamedTuple

from dateline.reading.wires.day_time import day_time


class Status(IntEnum):
    """What became of an item, the gravest first. Names as in ninjs and NewsML-G2, which lack the last three."""

    killed = 1
    embargoed = 2
    corrected = 3
    updated = 4


# The wire's own words for it, in capitals on the wire and in any language's service: words of the format.
_STATUSES = {
    Status.killed: r"(?:mandatory |story |bulletin )?kill(?:ed)?|withdraw(?:n|al)?|annul(?:ation)?|retract(?:ed|ion)?",
    Status.embargoed: r"(?:hold for release|embargo(?:ed)?|not for (?:use|release|publication) before)\b.*",
    Status.corrected: r"corr(?:ection|ective|ected|ects|r?)?|correct(?:s|ed)?|refile[ds]?|sub(?:s|stitute)?",
    Status.updated: r"(?:\d\d? ?(?:st|nd|rd|th) )?(?:ld|lead)(?:-?\s?(?:all|writethru|writethrough|wt))?"
    r"|write-?thr(?:u|ough)|upd(?:ate)?(?: \d+)?|updated",
}
_TAKE = r"(?:take|add|part|pg|page)\s?\d+(?:\s?(?:of|/)\s?\d+)?|\d\d? ?(?:st|nd|rd|th) (?:add|take)|\d\d?-\d\d?"
_OTHER = rf"urgent|flash|bulletin|alert|snap|eds|editors|adv(?:isory|\d*)?|advance|more(?: to come)?|fyi|{_TAKE}"
_ALONE = {status: re.compile(rf"(?:{words})(?:\s?[:,-].*)?$", re.IGNORECASE) for status, words in _STATUSES.items()}
_OPTION = re.compile(rf"(?:{'|'.join(_STATUSES.values())}|{_OTHER})$", re.IGNORECASE)
_ADDRESSED = re.compile(r"/?\b(?:eds|editors|attention editors|kill notice|advisory)\b\s?[/:]", re.IGNORECASE)
_REVISION = re.compile(r"(\d\d?) ?(?:st|nd|rd|th) (?:ld|lead)\b|\bupdate? (\d+)", re.IGNORECASE)
_CYCLES = {"bc", "am", "pm", "pms", "ams"}
"""For which cycle of papers a story is meant."""
_KEYWORDS = re.compile(r"/?[^\W_][\w.&'’+]*(?:[/-][\w.&'’+ ]+)*/?(?:,.{0,40})?$")
_EDGES = " \t/()[]<>=^*+-–—.:"
LONGEST = 60
"""Characters of a line that may be a slug or consist of options."""


class Slug(NamedTuple):
    """The words by which a story is called on the wire, and what is said of this version of it."""

    keywords: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    @property
    def revision(self) -> str | None:
        """Which lead or update it is, as the sender counts."""
        found = next((match for option in self.options if (match := _REVISION.search(option))), None)
        return found[1] or found[2] if found else None


def slug_of(line: str) -> Slug | None:
    """The slug that a line is; None for a headline or anything else."""
    words = " ".join(line.split())
    if not words or len(words) > LONGEST or words[-1] in ".!?:" or not _KEYWORDS.match(words) or option_in(words):
        return None
    head = words.partition(",")[0]
    if not ("/" in head or (" " not in head and ("-" in head or words.isupper() or "," in words))):
        return None
    first, *rest = [part.strip(_EDGES) for part in re.split(r"[/,]", words.strip(_EDGES))]
    # Joined by hyphens "kill" is a word of the story; only what stands by itself is said of this version.
    options = tuple(part for part in rest if _OPTION.match(part))
    named = (word.strip() for part in (first, *rest) if part not in options for word in part.split("-"))
    return Slug(tuple(word for word in named if word and not word.isdecimal() and word.lower() not in _CYCLES), options)


def option_in(line: str) -> bool:
    """Whether a line is for other desks: made of options alone, or addressed to editors."""
    bare = line.strip(_EDGES)
    if len(bare) > 2 * LONGEST:
        return False
    if _ADDRESSED.match(line.strip(" \t^<=")):
        return True
    parts = [part.strip(_EDGES) for part in re.split(r"[/,]|\s-\s|\s--\s", bare)] if len(bare) <= LONGEST else [bare]
    return bool(bare) and all(_OPTION.match(part) for part in parts if part) and any(parts)


def status_of(options: tuple[str, ...]) -> Status | None:
    """The gravest status that options or a note tell, None where they tell none."""
    words = [part.strip(_EDGES) for option in options for part in (option, *re.split(r"[/,]", option))]
    return min((status for status, shape in _ALONE.items() if any(shape.match(word) for word in words)), default=None)


def until(note: str) -> str | None:
    """The moment in ISO 8601 until which a note holds the story back; None where it does not say."""
    return day_time(note) if _ALONE[Status.embargoed].match(note.strip(_EDGES)) else None
