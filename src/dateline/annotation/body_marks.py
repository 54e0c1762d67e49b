"""What the nouns in a name say that it is: a body's, a place's, or the name of neither."""

from collections.abc import Iterator

from dateline.annotation.name_edges import Run
from dateline.annotation.title_marks import TitleMarks


class BodyMarks(TitleMarks):
    """The names of one text that end or begin with a noun of bodies, of places, of things."""

    def _is_thing(self, first: int, last: int) -> bool:
        """ "Brek Peace Prize", "Operation Brek", and nobody called Ana Battle."""
        if last - first < 2:
            return False
        ends = self.tokens[last - 1].entity != "PERSON" and self.lower[last - 1] in self.words.things
        return (ends and self._title_head(first, last) is None) or self.lower[first] in self.words.thing_heads

    def _thing(self, first: int, last: int) -> Iterator[Run]:
        """The name of a thing, or of the body that a resolution is one of."""
        if last - first > 2 and self.lower[last - 2] in self.words.organisation:
            yield from self._body(first, last - 1)
        else:
            yield Run(first=first, last=last, thing=True)

    def _is_body(self, first: int, last: int) -> bool:
        end = self.tokens[last - 1].lower
        start = self.tokens[first].lower
        tied = {self.tokens[i].lower for i in range(first + 1, last - 1)} & self.words.links
        named = last - first > 1
        if self._is_hall(first, last) or self._begins_body(first, last):
            return True
        if named and (
            end in self.words.sites
            or end in self.words.organisation
            or end in self.words.geographic
            or self._ends_body(last)
        ):
            return True
        if named and start in self.words.head_geographic and self._title_head(first, last) is not None:
            return False  # "District Judge Ana Lund"
        return named and (start in self.words.head_geographic or (bool(tied) and self._has_body_noun(first, last)))

    def _ends_body(self, last: int) -> bool:
        """ "Orla Weekly", and nobody called Ana Star."""
        return self.lower[last - 1] in self.words.body_endings and self.tokens[last - 1].entity != "PERSON"

    def _begins_body(self, first: int, last: int) -> bool:
        """ "Banco do Norte", "Jaish al-Orla", "Brek & Sons"."""
        if last - first < 2 or self._is_title(first):
            return False
        joined = any(self.tokens[i].text == "&" for i in range(first + 1, last - 1))
        return joined or self.lower[first] in self.words.body_heads

    def _is_hall(self, first: int, last: int) -> bool:
        """ "Lund City Hall", with the name of its town."""
        return last - first > 2 and " ".join(self.lower[last - 2 : last]) in self.words.halls

    def _has_body_noun(self, first: int, last: int) -> bool:
        return any(self.tokens[i].lower in self.words.organisation for i in range(first, last))

    def _body(self, first: int, last: int) -> Iterator[Run]:
        country, size = self._demonym(first, last)
        whole = self.tokens[first].entity and self.tokens[first].entity == self.tokens[last - 1].entity != "NORP"
        if country and last - first > size + 1 and not whole:
            yield Run(first=first, last=first + size, country=country)
            first += size
        geographic = self._is_geographic(first, last)
        body = self._ends_body(last) or self._has_body_noun(first, last) or self._begins_body(first, last)
        yield Run(first=first, last=last, organisation=body and not geographic, geographic=geographic)

    def _demonym(self, first: int, last: int) -> tuple[str | None, int]:
        """The country of the demonym that a run begins with, and its size: "South African" is one of two words."""
        if last - first > 1:
            two = f"{self.tokens[first].text} {self.tokens[first + 1].text}"
            if country := self.gazetteer.country_of_demonym(two):
                return country, 2
        return self.gazetteer.country_of_demonym(self.tokens[first].text), 1

    def _is_geographic(self, first: int, last: int) -> bool:
        """A noun such as "department" makes a body of common words, and a place of a name."""
        end = self.lower[last - 1]
        if self._is_hall(first, last):
            return True
        if end in self.words.sites and self.lower[last - 2] not in self.words.organisation:
            return True
        if end in self.words.geographic:
            common = any(self.lower[i] in self.words.common for i in range(first, last - 1))
            return end not in self.words.organisation or not common
        return self.lower[first] in self.words.head_geographic and not self._has_body_noun(first, last)
