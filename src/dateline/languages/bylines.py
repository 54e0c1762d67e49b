"""Bylines: the writers' names in a visible line ("By Jane Doe and John Roe, Agency") or in an author's field."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.languages.given import given_names
from dateline.languages.pack import available, furniture_words, load

LONGEST = 60
"""A longer name is a sentence."""

_BETWEEN = re.compile(r"\s*(?:[,;/|&·•\n]|\s[-–—](?=\s))\s*")
_ADDRESS = re.compile(r"\S*@\S+|\bhttps?://\S+")
_DONE_BY = re.compile(r"\s*(\w+) by\b[\s:]*", re.IGNORECASE)
_EDGES = ' \t\n\r,;:|·•*–—-"“”„()[]'
_NO_NAME = re.compile(
    r"://|[<>{}=\\]|^\W*$|^(?:\w*admin(?:istrator)?|webmaster|root|user|guest|none|null|n/a)\d*$", re.IGNORECASE
)
"""Markup, and the accounts under which pages are put up when nobody signs."""


class Bylines:
    """The bylines of one language, with their word lists compiled."""

    def __init__(self, code: str) -> None:
        pack = load(code if code in available() else "en")
        words, notes = furniture_words(code), pack.publications
        self._posts = frozenset(words.byline_words)
        self._offices = self._posts - frozenset(pack.names.particles)
        self._stamps = frozenset(word.lower() for word in (*words.months, *words.weekdays, *words.stamp_labels))
        self._titles = frozenset(words.name_titles)
        self._writing = frozenset(notes.writing)
        labels = rf"(?:{_any(words.byline_labels)})\s*:"
        self._opener = re.compile(rf"\s*(?:{labels}|(?:{_any(words.byline_openers)})(?!\w))[\s:]*", re.IGNORECASE)
        self._behind = re.compile(rf"(?:^|.*\s)(?:{_any(words.byline_openers)})[\s:]+(?=\S)", re.IGNORECASE | re.DOTALL)
        self._joint = re.compile(rf"\s+(?:{_any((*words.byline_ands, *notes.byline_joints))})\s+", re.IGNORECASE)
        self._end = re.compile(rf"\s+(?:{_any(notes.byline_ends)})\s+", re.IGNORECASE)
        names = {*words.agencies, *words.picture_agencies}
        self._agency = re.compile(rf"(?<![\w-])(?:{_any(names)})(?![\w-])", re.IGNORECASE)
        self._given = given_names(pack.language.code)
        self._loud = frozenset(name for name in names if name.isupper() or " " in name)

    def people(self, line: str) -> list[str]:
        """The people of a visible line: no agencies, posts or addresses, and nothing that does not look like a name."""
        names = (self._undated(part) for part in self._signed(line))
        return [name for name in names if name and self._is_person(name)]

    def authors(self, value: str) -> list[str]:
        """The authors of a field that holds nothing else: pen names and desks too, as the page gives them."""
        return [name for name in self._signed(value) if self._is_author(name)]

    def agencies(self, value: str) -> list[str]:
        """The agencies that a byline names beside its writers, or instead of them."""
        return [name for part in self._parts(value) if self._is_agency(part) and (name := self._agency_in(part))]

    def opened(self, line: str) -> str | None:
        """What follows the words that open a byline ("By ...", "Author: ..."); None where there are none."""
        opener = self._opener.match(line)
        return line[opener.end() :] if opener and line[opener.end() :].strip() else None

    def behind(self, line: str) -> str | None:
        """What follows the last words that open a byline, wherever they stand ("Posted on Monday by Jane Doe")."""
        found = self._behind.match(line)
        return line[found.end() :] if found else None

    def is_institution(self, name: str) -> bool:
        """Whether small words that are no part of people's names tell of an office ("Institute for Wood Research")."""
        words = name.split()
        return len(words) > 2 and any(word.islower() and word not in self._posts for word in words)

    def _signed(self, line: str) -> list[str]:
        """The parts that may be names: one word behind an agency is where it filed from ("Reuters, Tokyo")."""
        parts = list(self._parts(line))
        filed = bool(parts) and self._is_agency(parts[0])
        return [part for part in parts if not filed or len(part.split()) > 1]

    def _parts(self, line: str) -> Iterator[str]:
        opened, done = self._opener.match(line), _DONE_BY.match(line)
        if done and not opened and done[1].lower() not in self._writing:
            return  # "Photos by Jane Doe" tells of no writer
        start = opened or done
        for piece in _BETWEEN.split(_ADDRESS.sub("", line[start.end() :] if start else line)):
            for name in self._joined(piece):
                if bare := name.strip(_EDGES):
                    yield bare

    def _joined(self, piece: str) -> list[str]:
        """Cuts "Jane Doe with John Roe in Faro" into the two names; "José Sá e Melo" stays one."""
        names = self._joint.split(piece)
        joint = self._joint.search(piece)
        if joint and len(joint.group().strip()) == 1 and any(len(name.split()) < 2 for name in names):
            names = [piece]
        return [
            head if len(head.split()) > 1 or not rest else name
            for name in names
            for head, *rest in (self._end.split(name),)
        ]

    def _undated(self, part: str) -> str:
        """The name without a date, a stamp or a newspaper in capitals: "Jane Doe Monday", "Jane Doe POST NEWS"."""
        words = part.split()
        if words and words[0].lower().rstrip(".") in self._stamps and len(words) == 1:
            return ""
        end = next((i for i, word in enumerate(words) if i and word.lower().rstrip(".:") in self._stamps), len(words))
        first = next((i for i, word in enumerate(words[:end]) if word.isupper() and len(word) > 2), end)
        if first >= 2 and end - first >= 2 and all(word.isupper() for word in words[first:end]):
            end = first
        return " ".join(words[:end]) if end < len(words) else part

    def _is_person(self, part: str) -> bool:
        words = part.split()
        if not 1 <= len(words) <= 5 or part[0].islower() or any(char.isdigit() for char in part):
            return False
        if words[-1][0].islower() or (len(words) == 1 and "." in part) or self._is_title(part):
            return False  # "Faro correspondent", "Ph.D."
        if not part[0].isalpha() or _NO_NAME.search(part) or self._is_agency(part):
            return False
        return words[0].lower() not in self._posts and not any(map(self._is_post, words[1:]))

    def _is_author(self, part: str) -> bool:
        if len(part) > LONGEST or _NO_NAME.search(part) or self._is_title(part) or self._is_agency(part):
            return False
        words = part.lower().split()
        return len(words) <= 6 and words[0] not in self._posts and words[-1] not in self._posts

    def _is_post(self, word: str) -> bool:
        """Whether a word with a capital tells of a post or a house ("Staff"); "Le" and "Van" are parts of surnames."""
        return word[0].isupper() and word.lower() in self._offices

    def _is_title(self, part: str) -> bool:
        return all(word in self._titles for word in part.lower().replace(".", "").split())

    def _is_agency(self, part: str) -> bool:
        """ "Reuters", "Reuters Staff" and "AP Lisbon"; not "ap", nor a person who bears such a name ("Petra Prado")."""
        found = [each for each in self._agency.finditer(part) if self._is_written_as_one(each.group())]
        if not found:
            return False
        rest = self._agency.sub(" ", part).lower().split()
        if all(word in self._posts for word in rest) or (len(rest) > 1 and found[-1].end() == len(part)):
            return True
        if found[0].start() == 0 and found[0].group() not in self._given:
            return not part.isupper()
        return any(each.group() in self._loud for each in found) and not part.isupper()

    def _agency_in(self, part: str) -> str | None:
        """The agency's own name; None where the word behind it may make it a person's ("Bloomberg Prado")."""
        name = next(each for each in self._agency.finditer(part) if self._is_written_as_one(each.group()))
        behind = part[name.end() :].lower().split()
        return name.group() if not behind or behind[0] in self._posts or name.group() in self._loud else None

    @staticmethod
    def _is_written_as_one(name: str) -> bool:
        return name.isupper() or (len(name) > 4 and name[0].isupper())


def _any(words: tuple[str, ...] | set[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def bylines_of(code: str) -> Bylines:
    """The bylines of a language, prepared once; a language without words of its own has those of English."""
    return Bylines(code)
