"""The titles before and inside the names of a text: where one begins, which word is its last."""

from dateline.annotation.entity_marks import SURE
from dateline.annotation.name_edges import NameEdges

LIKELY = 0.4
"""From here on a title and what follows it may be one name of another kind."""


class TitleMarks(NameEdges):
    """The titles of one text's people."""

    def _title_head(self, first: int, last: int) -> int | None:
        """The last title word that has no other title word behind it, unless it is somebody's surname."""
        heads = [i for i in range(first, last) if self._is_title(i) and not self._is_own_name(i, last)]
        if heads and heads[-1] == last - 1 > first and self.tokens[last - 2].text in self.words.given:
            heads.pop()
        for i in heads:
            surname = i > first and self.tokens[i].entity == "PERSON" and not self.tokens[i].opens
            surname = surname and not (self.learnt and i + 1 < last and self.tokens[i + 1].entity == "PERSON")
            if surname and self.tokens[i - 1].entity == "PERSON" and not self._is_title(i - 1):
                heads = [h for h in heads if h < i]
                break
        return heads[-1] if heads else None

    def _is_no_person(self, first: int, name: int, last: int) -> bool:
        """Whether the title from token `first` on is a part of a name that is nobody's, as the encoder sees it.

        One name of another kind is "Major League Baseball"; "Executive Drive" and "Miss Universe" are ordinary words;
        "Captain Norway" is a land.
        """
        if not self.learnt or any(self._is_person(i) for i in range(name, last)):
            return False
        inside = self.tokens[name:last]
        begin = self.tokens[first]
        whole = (
            begin.entity not in ("", "PERSON")
            and begin.surety >= LIKELY
            and not any(token.opens for token in self.tokens[first + 1 : last])
        )
        post = any(self.words.titles.is_post(self.lower[i]) for i in range(first, name))
        if whole and not post and all(token.entity == begin.entity for token in inside):
            return True
        if all(token.lower in self.words.ordinary for token in inside):
            return not any(token.entity == "PERSON" for token in inside)
        return any(place.kind == "country" for place in self.gazetteer.places(" ".join(t.text for t in inside))[:1])

    def _is_own_name(self, i: int, last: int) -> bool:
        return self._is_forename(i, last) or self._is_surname(i)

    def _is_surname(self, i: int) -> bool:
        """ "Carpenter" in a story of Ana Carpenter: the encoder's titles went before, so one word is a name."""
        token = self.tokens[i]
        single = token.entity == "PERSON" and token.opens and token.surety >= SURE and not self._goes_on(i + 1)
        return self.learnt and single and token.text[0].isupper() and token.text[-1] != "."

    def _is_forename(self, i: int, last: int) -> bool:
        """ "Don" in "Colonel Don Brek": a form of address that is a given name too, behind another title."""
        given = self.tokens[i].text in self.words.given and self.lower[i] in self.words.titles.honorifics
        return given and i > 0 and i + 1 < last and self._is_title(i - 1)

    def _is_described(self, first: int, last: int) -> bool:
        """ "Survivor Ana Brek": an ordinary word before a given name is no part of the name."""
        if last - first < 3 or self.tokens[first].text in self.words.given or self.lower[first] in self.words.particles:
            return False
        known = self.tokens[first + 1].text in self.words.given and self.tokens[last - 1].entity == "PERSON"
        return known and self.lower[first] in self.words.common

    def _is_title(self, i: int) -> bool:
        hyphens = i > 2 and self.tokens[i - 1].text == self.tokens[i - 3].text == "-"
        if hyphens and self.lower[i - 2] in self.words.joints and not self.tokens[i - 2].space:
            return False  # "Port-au-Prince"
        return self.lower[i] in self.words.titles.honorifics or self.words.titles.ends(self.lower, i) > 0

    def _title_begin(self, head: int) -> int:
        """Index of the first word of the title whose head stands there."""
        first = head - max(0, self.words.titles.ends(self.lower, head) - 1)
        while first > 0 and self.lower[head] not in self.words.titles.honorifics:
            before = self.tokens[first - 1]
            glued = before.text == "-" and not before.space
            if before.sentence != self.tokens[head].sentence or not (glued or self._in_title(first - 1)):
                break
            first -= 1
        while first < head and self.tokens[first].text in ("-", "&"):
            first += 1
        return first

    def _in_title(self, i: int) -> bool:
        """A word of posts, or an ordinary noun that says what the post is for ("ports minister")."""
        token = self.tokens[i]
        ordinary = token.dep == "compound" and token.text[0].isupper() and token.lower in self.words.common
        return token.lower in self.words.titles.inner or ordinary

    def _title_before(self, first: int) -> int | None:
        """Where a title in small letters begins that stands right before the name ("rebel commander Ana Lund")."""
        if first == 0:
            return None
        before = self.tokens[first - 1]
        if before.sentence != self.tokens[first].sentence or not self._is_title(first - 1):
            return None
        return self._title_begin(first - 1)

    def _is_person(self, i: int) -> bool:
        """Whether a person's name begins at token `i`, by a given name or the encoder's word."""
        token = self.tokens[i]
        return token.text in self.words.given or (token.entity == "PERSON" and token.surety >= SURE)
