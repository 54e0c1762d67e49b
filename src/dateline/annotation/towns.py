"""The towns of a dateline: whatever stands where a town stands is one, whether the map knows it or not."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from dateline.annotated import PlaceEntry, Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.languages.sections import Furniture

LONGEST = 6
"""Words in the longest name of a town; a region's has no more than four."""
_NUMBER = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]")
_MARKS = frozenset("*•>[\"'“”‘’«»")


class Town(Struct, frozen=True, kw_only=True):
    """Tokens `first` up to `last` that name a town, or the region it lies in, with the gazetteer's rows for them."""

    first: int
    last: int
    text: str
    places: tuple[PlaceEntry, ...] = ()


class Towns:
    """Finds the towns of one dateline: tokens `first` up to `last`."""

    def __init__(self, tokens: Sequence[Token], first: int, last: int, words: Furniture, gazetteer: Gazetteer) -> None:
        self.tokens = tokens
        self.last = last
        self.words = words
        self.gazetteer = gazetteer
        self.first = self._behind_marks(first)
        self.opening = self._behind_date(self.first)

    @cached_property
    def found(self) -> tuple[Town, ...]:
        """The towns and regions, in order. One that the map does not know must stand first: "OUTPOST, 3 May (...)"."""
        towns: list[Town] = []
        for begin, end, joint in self._segments:
            known = self._region(begin, end) if joint in (",", "(") else self._town(begin, end)
            if known is not None:
                towns.append(known)
            elif joint == "" and self.opening == self.first and not self._is_no_town(begin, end):
                towns.append(self._as_written(begin, end))
        return tuple(towns)

    @property
    def end(self) -> int:
        """The token behind the last town or region that stands there: what is named before it is no other thing."""
        return max((end for _, end, _ in self._segments), default=self.opening)

    @cached_property
    def _segments(self) -> tuple[tuple[int, int, str], ...]:
        """What stands between commas, slashes and brackets up to the date or the agency, and the mark before each."""
        segments = tuple(self._cut())
        alone = len(segments) == 1 and self._is_agency(*segments[0][:2])  # "TASS, March 3."
        return () if alone else segments

    def _cut(self) -> Iterator[tuple[int, int, str]]:
        i, joint = self.opening, ""
        while i < self.last:
            end = self._segment_end(i)
            if end == i or end - i > LONGEST:
                return
            yield i, end, joint
            joint = self.tokens[end].lower if end < self.last else ""
            if joint == ")":
                joint = self.tokens[end + 1].lower if end + 1 < self.last else ""
                end += 1
            if joint not in (",", "/", "(", "and") or (joint == "(" and not self._closes_on_region(end + 1)):
                return
            i = end + 1

    def _segment_end(self, i: int) -> int:
        """Where a name that begins at token `i` ends. "SPA, Belgium" and "ERIE, PA." name no agency there."""
        end = i + 1 if i < self.last and self._is_spelt_like_agency(i) else i
        while end < self.last and not self._stops(end):
            end += 1
        return end

    def _is_spelt_like_agency(self, i: int) -> bool:
        if self.tokens[i].text not in self._agencies:
            return False
        return i == self.opening or bool(self._wide(self.tokens[i].text))

    def _stops(self, i: int) -> bool:
        token = self.tokens[i]
        if token.lower == "and" or self._is_dated(i) or token.text in self._agencies:
            return True
        if token.text == ".":
            return i == 0 or not _WORD.match(self.tokens[i - 1].text) or len(self.tokens[i - 1].text) > 4
        if token.text == "-":
            return token.space or i == 0 or self.tokens[i - 1].space
        return not _WORD.match(token.text) and token.text[0] not in "'’"

    def _closes_on_region(self, i: int) -> bool:
        """Whether a bracket holds a country or a region: "(PORTUGAL)", not "(LUSA)"."""
        end = self._segment_end(i)
        return end < self.last and self.tokens[end].text == ")" and self._region(i, end) is not None

    def _is_dated(self, i: int) -> bool:
        return bool(_NUMBER.search(self.tokens[i].text)) or self.tokens[i].lower.rstrip(".") in self._days

    @cached_property
    def _days(self) -> frozenset[str]:
        return frozenset(word.casefold() for word in (*self.words.months, *self.words.weekdays))

    @cached_property
    def _agencies(self) -> frozenset[str]:
        return frozenset(name for agency in self.words.agencies for name in (agency, agency.upper()))

    def _behind_marks(self, i: int) -> int:
        while i < self.last and self.tokens[i].text in _MARKS:
            i += 1
        return i

    def _behind_date(self, i: int) -> int:
        begin = i
        while i < self.last and (self._is_dated(i) or (i > begin and self.tokens[i].text in (",", "."))):
            i += 1
        return i

    def _is_agency(self, first: int, last: int) -> bool:
        return self._written(first, last) in self._agencies

    def _is_no_town(self, first: int, last: int) -> bool:
        """ "NO CITY", "NO DATE"."""
        return self._written(first, last).casefold() in {*self.words.no_places, *self.words.undated}

    def _town(self, first: int, last: int) -> Town | None:
        """What the map knows as a whole, behind words such as "near", with a full stop or without."""
        while first < last - 1 and self.tokens[first].lower in self.words.place_approaches:
            first += 1
        for end in (last - 1, last) if self.tokens[last - 1].text == "." else (last,):
            text = self._written(first, end)
            if places := self.gazetteer.places(text):
                return Town(first=first, last=end, text=text, places=places)
        return None

    def _region(self, first: int, last: int) -> Town | None:
        """A country, or a state by its name or its abbreviation: "Fla.", "ILL."; else a town beside the first one."""
        text = self._written(first, last)
        wide = self._wide(text)
        return Town(first=first, last=last, text=text, places=wide) if wide else self._town(first, last)

    def _wide(self, text: str) -> tuple[PlaceEntry, ...]:
        """What is no town and goes by these words, or is abbreviated so: "PA" is "Pa."."""
        rows = [self.gazetteer.places(each) for each in (text, text.capitalize(), f"{text.capitalize()}.")]
        return next((found for found in rows if found and (found[0].is_wide or found[0].kind == "admin2")), ())

    def _as_written(self, first: int, last: int) -> Town:
        last -= self.tokens[last - 1].text == "."
        return Town(first=first, last=last, text=self._written(first, last))

    def _written(self, first: int, last: int) -> str:
        words = [token.text + (" " if token.space else "") for token in self.tokens[first:last]]
        return "".join(words).strip()
