"""What the map says of where a name begins and ends: "King's Lynn" is one, "Mayor of Oslo Ana Lund" is two."""

from dateline.annotated import PlaceEntry, Sentence
from dateline.annotation.entity_marks import EntityMarks
from dateline.annotation.place_rows import list_noun

LONGEST_BEFORE, LONGEST_BEHIND = 3, 4
"""Words before and behind the possessive in the name of a place."""
LONGEST_PLACE = 5


class PlaceMarks(EntityMarks):
    """The names of places among one text's tokens."""

    def _written(self, first: int, last: int) -> str:
        return "".join(t.text + (" " if t.space else "") for t in self.tokens[first:last]).strip()

    def _place(self, first: int, last: int) -> PlaceEntry | None:
        return next(iter(self.gazetteer.places(self._written(first, last))), None)

    def _in_known_name(self, i: int, first: int, sentence: Sentence) -> bool:
        """A possessive within a place's name: "Democratic People's Republic of Norway", "King's Lynn"."""
        if self._is_listed_owner(i, first, sentence) or self._is_saint(i, first):
            return True
        begins = range(max(first, i - LONGEST_BEFORE), i)
        ends = range(i + 2, min(i + 2 + LONGEST_BEHIND, sentence.last) + 1)
        return any(self._is_owned(begin, end) for begin in begins for end in ends if self._capital(end - 1))

    def _is_saint(self, i: int, first: int) -> bool:
        """ "St. Brek's Hospital": a body with its saint's name, not a town and a hospital."""
        saint = i - first >= 2 and self.lower[i - 2] in self.words.saints
        bodies = self.words.organisation | self.words.geographic | self.words.memorial
        return saint and self._capital(i + 1) and self.lower[i + 1] in bodies

    def _is_owned(self, first: int, last: int) -> bool:
        place = self._place(first, last)
        return place is not None and (place.kind == "country" or place.matched == "name")

    def _is_listed_owner(self, i: int, first: int, sentence: Sentence) -> bool:
        """ "Lund's" in "Lund's and Berg counties", where the map knows a Lund's County."""
        noun = list_noun(self.tokens, first, i + 1, self.words)
        return noun is not None and bool(self.gazetteer.places(f"{self._written(first, i + 1)} {noun}"))

    def _is_known_whole(self, first: int, last: int) -> bool:
        """A name with a possessive that is on the map as it stands, or with the noun of its list."""
        if not any(self.tokens[i].tag == "POS" for i in range(first, last)):
            return False
        if self.tokens[last - 1].tag == "POS":
            return True  # nothing else lets a run end so
        return self._is_owned(first, last)

    def _place_before_title(self, first: int, last: int) -> int:
        """Where the place ends that a run begins with, if a title and a name follow: "Cape Town Mayor Ana Lund"."""
        for end in range(min(last - 2, first + LONGEST_PLACE), first + 1, -1):
            if not self._capital(end - 1) or not self._starts_post(end, last):
                continue
            known = self._is_division(first, end)
            named = self.lower[first] in self.words.naming and end - first == 2 and self._is_rare(first + 1)
            if known or named:
                return end
        return first

    def _is_division(self, first: int, last: int) -> bool:
        """ "Lund County" in "Lund County Clerk": the noun belongs to the place, and not to the post."""
        rows = self.gazetteer.places(self._written(first, last))
        return any(place.matched == "name" and place.kind in ("admin2", "city", "feature") for place in rows)

    def _starts_post(self, i: int, last: int) -> bool:
        """Whether a title of one or two words begins at token `i`, with a name behind it."""
        sizes = {j: self.words.titles.ends(self.lower, j) for j in (i, i + 1) if j < last - 1}
        heads = [j for j, size in sizes.items() if size and (size == j - i + 1 or self._tells_post(i))]
        return any(self._capital(head + 1) for head in heads)

    def _tells_post(self, i: int) -> bool:
        """An ordinary word before a title: "Circuit Judge", though not "Times Reporter"."""
        word = self.lower[i]
        noun = word in self.words.organisation or word in self.words.geographic
        return word in self.words.ordinary and not noun

    def _is_rare(self, i: int) -> bool:
        known = any(self.lower[i] in words for words in (self.words.ordinary, self.words.titles.heads))
        return self._capital(i) and not known

    def _behind_field(self, i: int, last: int) -> int:
        """Where the name begins behind a title and its field: "Minister of Trade and Tourism Ana Lund"."""
        if i >= last or self.lower[i] not in self.words.fields:
            return i
        if behind := self._behind_place(i + 1, last):
            return behind
        while i < last and (self._in_post(i) or self._is_country(i)):
            i += 1
        return i

    def _in_post(self, i: int) -> bool:
        return any(self.lower[i] in words for words in (self.words.ordinary, self.words.links, self.words.fields))

    def _behind_place(self, first: int, last: int) -> int:
        """Where somebody's full name begins behind the town of a post: "Mayor of Oslo Ana Lund". 0 if there is none."""
        for end in range(min(last - 2, first + LONGEST_PLACE), first, -1):
            place = self._place(first, end) if self._capital(first) and self._capital(end - 1) else None
            full = last - end == 2 or self.tokens[end].text in self.words.given
            if place is not None and full and self._is_rare(end):
                return end
        return 0

    def _is_country(self, i: int) -> bool:
        place = self._place(i, i + 1)
        return place is not None and place.kind == "country"

    def _between_lands(self, first: int, last: int) -> int:
        """The hyphen between two lands or peoples that are no one name: "Norway-Sweden". 0 if there is none."""
        whole = self._place(first, last)
        if whole is not None:
            return 0
        hyphens = [i for i in range(first + 1, last - 1) if self.tokens[i].text == "-"]
        ends = [*hyphens, last]
        begins = [first, *(i + 1 for i in hyphens)]
        lands = all(self._is_land(begin, end) for begin, end in zip(begins, ends, strict=True))
        return hyphens[0] if hyphens and lands else 0

    def _is_land(self, first: int, last: int) -> bool:
        place = self._place(first, last)
        wide = place is not None and place.is_wide and (place.matched == "name" or place.kind == "country")
        return wide or self.gazetteer.is_demonym(self._written(first, last))
