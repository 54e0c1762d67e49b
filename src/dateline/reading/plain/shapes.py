"""Shapes: what a line looks like, told by the words of the language's `furniture.toml` and by nothing around it."""

import re
from collections.abc import Iterable
from functools import cache, cached_property

from dateline.languages import furniture_words
from dateline.languages.sections import Furniture
from dateline.model import BlockRole
from dateline.values import Span

UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f\u0391-\u03a9\u0401-\u042f"
_EDGES = " \t\n\r\u00a0.,:;!|»›>·•*–—_-\"'“”‘’()[]/#"
_URL = re.compile(r"(?:https?://|www\.)\S+$")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b)\W{0,3}(?:\(c\)|©)?\s*\d{4}", re.IGNORECASE)
_COUNTER = re.compile(r"\d{1,3}\s?/\s?\d{1,3}")
"""Which picture of a slideshow this is."""
_BRACKETED = re.compile(r"\[[^\[\]]{1,200}\](?:\s*\[[^\[\]]{1,200}\])*$")
_TRAIL = re.compile(r"\s*[/>|»›]\s*")
_INITIALS = re.compile(r"[^\W\d_]{1,4}(?:[/.-][^\W\d_]{1,4}){0,4}/?")
_NAME = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*")

LOUD = 4
"""Letters of an agency's name that signs a story by its capitals alone."""
LONGEST = 300
"""No line of furniture, byline or credit is longer."""


class Shapes:
    """The tests of one language, with their word lists compiled."""

    def __init__(self, words: Furniture) -> None:
        self.words = words
        self._lines = frozenset(words.furniture_lines) | frozenset(words.box_openers)
        self._boxes = frozenset(words.box_openers)
        self._share = frozenset(words.share_words)
        self._sections = frozenset(words.section_words)
        self._signoffs = frozenset(words.signoffs)
        self._agencies = frozenset(name.casefold() for name in words.agencies)
        self._openers = (*words.furniture_openers, *(f"{opener}:" for opener in words.box_openers))
        self._notes = tuple(words.note_openers)
        self._captions = tuple(words.caption_openers)
        self.anaphors = frozenset(words.anaphors)
        self.small_words = frozenset(words.headline_small_words)
        self._articles = frozenset(words.byline_articles)
        self._between = frozenset((*words.byline_ands, *words.byline_ends, "&", "|", "/", "-", "–", "—"))
        self._small = frozenset(words.byline_words) | {"&", "|", "/", "-", "–", "—"}

    def role(self, line: str) -> BlockRole | None:
        """The role that the line's own look gives it; None for what may be a headline, a deck or a paragraph."""
        head = line[:LONGEST]
        lower = " ".join(head.casefold().split())
        if not any(char.isalnum() for char in line):
            return "furniture"
        if self._is_note(lower, line):
            return "note"
        if any(phrase in lower for phrase in self.words.rights) and len(line) < 3 * LONGEST:
            return "furniture"
        if lower.startswith(self._captions):
            return "caption"
        if len(line) > LONGEST:
            return None
        return self._short_role(head, lower)

    def _short_role(self, line: str, lower: str) -> BlockRole | None:
        bare = lower.strip(_EDGES)
        if self._is_furniture(line, lower, bare):
            return "furniture"
        if self.is_byline(line):
            return "byline"
        return "credit" if self.is_credit(line) else None

    def _is_furniture(self, line: str, lower: str, bare: str) -> bool:
        if (
            bare in self._lines
            or bare.lstrip("0123456789 .-") in self._lines
            or _URL.match(line)
            or _COPYRIGHT.match(line)
            or _COUNTER.fullmatch(line)
        ):
            return True
        if all(word.strip(_EDGES) in self._share for word in lower.split()):
            return True
        return lower.startswith(self._openers) and len(line.split()) <= 25

    def _is_note(self, lower: str, line: str) -> bool:
        bare = lower.lstrip(_EDGES)
        if bare.startswith(self._notes) or (line[0] == "[" and _BRACKETED.match(line)):
            return True
        if len(line) < 2 * LONGEST and any(phrase in lower for phrase in self.words.note_phrases):
            return True
        if self._labelled.match(bare):
            return True
        if len(line) < 90 and not line.isupper() and self._shouted_label.match(line) and line[-1] not in ".!?":
            return True
        short = len(line) < 90 and not line.endswith(".") and any(char.isdigit() for char in line)
        return short and self._stamped.search(lower) is not None

    def opens_box(self, line: str) -> bool:
        """Whether the line is the heading of a box of links."""
        return len(line) < 60 and " ".join(line.casefold().split()).strip(_EDGES) in self._boxes

    def is_section(self, line: str) -> bool:
        """Whether the line names a newspaper's page: "World", "Politics | Europe", "Home > World > Floods"."""
        if len(line) >= 80:
            return False
        trail = [[word.strip(_EDGES) for word in part.split()] for part in _TRAIL.split(line.casefold())]
        known = [bool(part) and all(word in self._sections for word in part if word) for part in trail]
        return all(known) and sum(map(len, trail)) <= 6 if len(trail) < 3 else known[0] and known[1]

    def is_signoff(self, line: str) -> bool:
        """Whether the line is what an agency ends a story with: its name, "ends", the initials of its desk, or these.

        "Reuter", "(ends)", "-0-", "ab/cd/", "--LUSA ab/cd".
        """
        bare = line[:60].casefold().strip(_EDGES)
        if len(line) >= 40 or not bare:
            return False
        if bare in self._agencies or bare in self._signoffs or self.is_agency(bare):
            return True
        first, _, rest = bare.partition(" ")
        if not rest:
            return self._is_initials(line.strip(" ()"))
        signed = self.is_agency(first) or first in self._signoffs
        return signed and all(self._is_initials(word) for word in line.strip(_EDGES).split()[1:])

    @staticmethod
    def _is_initials(word: str) -> bool:
        """ "ab/cd/", "ab-cd", "ABC/def": letters with a slash or a hyphen between, "ab" with one behind it."""
        marked = "/" in word or ("-" in word and word.islower())
        return marked and _INITIALS.fullmatch(word) is not None

    def signoff_in(self, words: str) -> int | None:
        """Where a sign-off begins that stands on the last line of a story: "... he said. (LUSA)", "... -- LUSA"."""
        match = self._signed_off.search(words, max(0, len(words) - 60))
        return match.start(1) if match else None

    def is_agency(self, name: str) -> bool:
        """Whether this is the name of an agency, or of several side by side."""
        folded = " ".join(name.casefold().split()).removesuffix(" news")
        return folded in self._agencies or any(part.strip() in self._agencies for part in re.split(r"[/,–]", folded))

    def is_byline(self, line: str) -> bool:
        """Whether the line says who wrote the story: "By Ana Ruiz", "ANA RUIZ, Associated Press"."""
        if len(line) > 120:
            return False
        opener = self._byline.match(line)
        words = line[opener.end() if opener else 0 :].split()
        if not words or len(words) > 16 or (line.endswith(".") and len(words) > 6):
            return False
        if not all(word.casefold().strip(",") in self._small or _is_capital(word) for word in words):
            return False
        if opener is None:
            return self._is_name_with_agency(line) or self._is_name_with_post(line)
        return _is_capital(words[0]) and not self._is_phrase(words, line.isupper())

    def _is_phrase(self, words: list[str], shouted: bool) -> bool:
        """Whether what stands behind "by" names nobody: "The Numbers"; in capitals also what is too long for a name."""
        first = words[0].casefold()
        if first in (self._small if shouted else self._articles):
            rest = [word.casefold().strip(",") for word in words[1:]]
            return not rest or not (self.is_agency(" ".join(rest)) or rest[-1] in self._small)
        ends = [i for i, word in enumerate(words) if word.endswith(",") or word.casefold() in self._between]
        return shouted and (ends[0] + words[ends[0]].endswith(",") if ends else len(words)) > 3

    def _is_name_with_agency(self, line: str) -> bool:
        name, comma, agency = line.partition(",")
        if not comma or len(line.split()) > 8 or "." in line[3:]:
            return False
        return self.is_agency(name) or (len(name.split()) >= 2 and self.is_agency(agency.strip()))

    def _is_name_with_post(self, line: str) -> bool:
        """ "Ana Lund, special correspondent", "From Ana Lund in Oslo": a post, or where it was filed."""
        name, comma, post = line.partition(",")
        if comma and post.strip() and self.is_name(name) and all(map(_is_capital, name.split())):
            words = post.casefold().split()
            return all(word in self._small for word in words) and len(words[-1]) > 3  # not "..., of"
        filed = self._filed.fullmatch(line)
        return filed is not None and self.is_name(filed[1]) and all(map(_is_capital, filed[1].split()))

    def without_by(self, line: str) -> str:
        """The line without the words that open a byline."""
        opener = self._byline.match(line)
        return line[opener.end() :] if opener else line

    def is_name(self, line: str) -> bool:
        """Whether the line may be nothing but the names of people: two to eight words, each with a capital."""
        words = line[:80].replace(",", " ").split()
        if len(line) >= 80 or not 2 <= len(words) <= 8 or any(char.isdigit() for char in line):
            return False
        named = [word for word in words if word.casefold() not in self._small]
        return len(named) >= 2 and all(word[0].isupper() and _NAME.fullmatch(word) for word in named)

    def is_credit(self, line: str) -> bool:
        """Whether the whole line says whose picture it is."""
        if len(line) > 120 or line.endswith(("!", "?")):
            return False
        match = self._credit.search(line)
        return match is not None and not line[: match.start(1)].strip(_EDGES)

    def credit_in(self, line: str) -> Span | None:
        """Where the credit stands in a caption: at its end, or before the words "image caption"."""
        if not 20 < len(line) <= 2 * LONGEST:
            return None
        lower = line.casefold()
        if lower.startswith(tuple(self.words.credit_openers)):
            ends = [at for opener in self._captions if (at := lower.find(" " + opener)) > 0]
            return Span(0, min(ends)) if ends and len(lower) == len(line) else None
        match = self._credit.search(line, max(0, len(line) - 120))
        if match is None or len(line[: match.start(1)].split()) < 2:
            return None
        return Span(*match.span(1))

    @cached_property
    def _byline(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{any_of(self.words.byline_openers)})\s+", re.IGNORECASE)

    @cached_property
    def _filed(self) -> re.Pattern[str]:
        origins, ends = any_of(self.words.byline_origins), any_of(self.words.byline_ends)
        return re.compile(rf"(?i:{origins})\s+(.{{3,60}}?)\s+(?:{ends})\s+[{UPPER}][^.!?]{{1,40}}")

    @cached_property
    def _labelled(self) -> re.Pattern[str]:
        stamps, days = any_of(self.words.stamp_labels), any_of((*self.words.months, *self.words.weekdays)).lower()
        labels = any_of((*self.words.note_labels, *self.words.stamp_labels))
        stamped = rf"(?:{stamps})\b\s*(?:at\b|on\b)?\s*(?:(?:\d|(?:{days})\b).{{0,60}})?$"
        return re.compile(rf"(?:{labels})\s?(?:[:|]|[–—-]\s)|{stamped}")

    @cached_property
    def _shouted_label(self) -> re.Pattern[str]:
        """ "SOURCE Harbour Cranes Inc": a label in capitals needs no colon."""
        return re.compile(rf"(?:{any_of(label.upper() for label in self.words.note_labels)})\s+[{UPPER}]")

    @cached_property
    def _stamped(self) -> re.Pattern[str]:
        stamps, days = any_of(self.words.stamp_labels), any_of((*self.words.months, *self.words.weekdays)).lower()
        return re.compile(rf"\b(?:{stamps})\b[\s:|]*(?:at\s|on\s)?\s*(?:\d{{1,4}}\b|(?:{days})\b)")

    @cached_property
    def _signed_off(self) -> re.Pattern[str]:
        names = {*self.words.agencies, *(name.upper() for name in self.words.agencies)}
        ends = [word for word in self.words.signoffs if word.isalpha()]
        inner = any_of({*names, *(word.upper() for word in ends), *(word.title() for word in ends)})
        marked = rf"[(\[/]\s?(?:{inner}|{any_of(ends)})\s?[)\]/]|(?:--|[—–=#])\s?(?:{inner})"
        loud = any_of({name.upper() for name in self.words.agencies if len(name) >= LOUD and " " not in name})
        return re.compile(
            rf"(?<=[.!?\"”’'])\s*({marked}|(?<=\s)(?:{loud}))(?:\s[A-Za-z]{{1,4}}(?:/[A-Za-z]{{1,4}})*)?[\s.]*$"
        )

    @cached_property
    def _credit(self) -> re.Pattern[str]:
        owners = {*self.words.agencies, *self.words.picture_agencies}
        owner = any_of(owners | {name.upper() for name in owners})
        word = rf"[{UPPER}](?:\.(?:[{UPPER}]\.)*|[\w'’-]*)"
        name = rf"{word}(?:\s+{word}){{0,3}}"
        slashed = rf"(?:{owner})(?:\s+(?:File\s+)?(?:Photo|Images|Pictures))?\s?/\s?{name}(?:\s?/\s?{name})*"
        signed = rf"{name}\s?/\s?(?:{owner})(?:\s?/\s?(?:{owner}|{name}))*|{name}\s+via\s+(?:{owner})"
        labels = "|".join(re.escape(label.capitalize()) for label in self.words.credit_labels)
        labelled = rf"(?:{labels}|{labels.upper()})\s?[:/]\s?(?![\w ]*[.!?] )\S[^\n]{{1,70}}"
        openers = any_of(tuple(opener.capitalize() for opener in self.words.credit_openers))
        opened = rf"(?:{openers}|(?:{owner})\s+[Pp]hoto),?\s[^\n]{{2,70}}"
        marked = r"©\s?[^\n©]{2,70}"
        bare = rf"(?:{any_of(self.words.picture_agencies)})"
        inner = rf"{slashed}|{opened}|{labelled}|{marked}|{bare}|{signed}"
        bracketed = rf"[(\[](?:{inner})(?:,\s?[^()\[\]]{{1,30}})?[)\]]"
        return re.compile(rf"(?:^|(?<=[\s|]))({bracketed}|{slashed}|{labelled}|{opened}|{marked}|{signed}|{bare})\.?$")


def _is_capital(word: str) -> bool:
    """A capital at the beginning, or behind an elided particle: "d'Alba"."""
    return word[0].isupper() or (word[1:2] in ("'", "’") and word[2:3].isupper())


def any_of(names: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(part) for part in name.split()) for name in ordered)


@cache
def shapes_of(code: str) -> Shapes:
    """The tests with the words of this language."""
    return Shapes(furniture_words(code))
