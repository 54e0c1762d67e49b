"""Runs of capitalised words, cut where one name ends and another begins, with the titles before them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from dateline.annotated import Sentence, Token
from dateline.annotation.entity_marks import NAME_ENTITIES
from dateline.annotation.place_marks import PlaceMarks

TITLE_CASE_SHARE = 0.7
TITLE_CASE_WORDS = 4
SHOUTED = 5
"""Letters from which a word in capitals is no acronym that may begin a name."""


class Run(Struct, frozen=True, kw_only=True):
    """Tokens `first` up to `last` that look like one name. `title_first` is where a title before it begins."""

    first: int
    last: int
    title_first: int | None = None
    organisation: bool = False
    """It ends with, or begins with, a noun that makes it an organisation."""
    geographic: bool = False
    """It ends with, or begins with, a noun that makes it a place."""
    country: str | None = None
    """It is a demonym of this country."""
    agency: bool = False
    """It stands where a dateline has its agency."""


def is_title_case(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Whether a headline capitalises every long word, so that capitals tell nothing about names."""
    if sentence.role not in ("headline", "deck", "caption"):
        return False
    words = [
        token for token in tokens[sentence.first + 1 : sentence.last] if len(token.text) > 3 and token.text.isalpha()
    ]
    capitals = sum(token.text[0].isupper() for token in words)
    return len(words) >= TITLE_CASE_WORDS and capitals >= TITLE_CASE_SHARE * len(words)


class RunFinder(PlaceMarks):
    """Finds the runs of one annotated text."""

    def runs(self, sentence: Sentence) -> Iterator[Run]:
        """The runs of a sentence, in order."""
        i = sentence.first
        while i < sentence.last:
            if not self._opens(i, sentence):
                i += 1
                continue
            last = self._extent(i, sentence)
            begin = self._place_before_title(i, last)
            if begin > i:
                yield from self._named(i, begin)
            for first, end in self._cut(begin, last):
                yield from self._named(first, end, behind=begin if begin > i else 0)
            i = last

    def _opens(self, i: int, sentence: Sentence) -> bool:
        token = self.tokens[i]
        if not self._capital(i):
            return False
        if self.words.is_country_code(self.tokens, i, self.gazetteer):
            return True
        before = self.tokens[i - 1] if i > sentence.first else None
        if before is None and token.tag == "VB" and self.gazetteer.is_demonym(token.text):  # "Polish your shoes"
            return False
        if before is not None and before.text not in ('"', "'", "``", "(", "[", ":", "--", "-", "—", "–"):
            return True
        if self._begins_entity(i) or token.lower not in self.words.common:
            return token.pos not in ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "AUX", "INTJ", "NUM")
        follows = i + 1 < sentence.last and self._capital(i + 1)
        if token.lower in self.words.titles.heads and self._link(i + 1, sentence, i):
            return True
        return token.pos == "PROPN" and (follows or token.lower in self.words.titles.heads)

    def _extent(self, i: int, sentence: Sentence) -> int:
        last = i + 1
        while last < sentence.last:
            if self._capital(last):
                last += 1
            elif step := self._link(last, sentence, i):
                last += step
            else:
                break
        return last

    def _link(self, i: int, sentence: Sentence, first: int) -> int:
        """How many tokens from `i` on tie the run to a capitalised word after them: 0 when none do."""
        if i + 1 >= sentence.last:
            return 0
        token, before = self.tokens[i], self.tokens[i - 1]
        if self.learnt and (inside := self._inside_entity(i, sentence)):
            return inside
        if token.tag == "POS":
            return 1 if self._in_body(i, sentence) or self._in_known_name(i, first, sentence) else 0
        if token.text == "-" and not token.space and not before.space:
            return 1 if self._capital(i + 1) else 0
        if token.lower in self.words.particles and self._capital(i + 1):
            return 1
        if token.lower in self.words.particles and i + 2 < sentence.last and self._capital(i + 2):
            hyphen = self.tokens[i + 1].text == "-" and not token.space
            return 2 if hyphen or self.tokens[i + 1].lower in self.words.particles else 0
        body = token.text == "&" or (token.lower in self.words.fields and before.lower in self.words.organisation)
        if token.lower in self.words.fields or body:
            return self._of(i, sentence, first)
        return 1 if self._in_field(i, first) else 0

    def _in_field(self, i: int, first: int) -> bool:
        """Between fields of one post: "Minister of Trade and Tourism", though not "Minister of Trade and Ana Lund"."""
        if self.lower[i] not in self.words.links or self.lower[i + 1] not in self.words.ordinary:
            return False
        titles = self.words.titles
        post = any(self.lower[j] in self.words.fields and titles.ends(self.lower, j - 1) for j in range(first + 1, i))
        return post and self._capital(i + 1)

    def _in_body(self, i: int, sentence: Sentence) -> bool:
        """A possessive within a name: "People's Water Army", though not "Ana's Army", nor "the President's Guard"."""
        owner = self.lower[i - 1]
        if owner not in self.words.common or owner in self.words.titles.heads or not self._capital(i - 1):
            return False
        last = i + 1
        while last < sentence.last and self._capital(last):
            last += 1
        return last > i + 1 and self.lower[last - 1] in self.words.organisation

    def _of(self, i: int, sentence: Sentence, first: int) -> int:
        group = set(self.lower[first:i])
        if self.lower[i] in self.words.fields and self.words.titles.ends(self.lower, i - 1) and self._capital(i + 1):
            return 1
        names_body = group & (self.words.organisation | self.words.head_geographic) or self.tokens[i].text == "&"
        if not names_body:
            return 0
        if self._capital(i + 1):
            return 1
        article = self.tokens[i + 1].lower == "the" and i + 2 < sentence.last and self._capital(i + 2)
        return 2 if article else 0

    def _cut(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Cuts a run where the parser sees one entity end and another begin."""
        begin = first
        for i in range(first + 1, last):
            here, before = self.tokens[i], self.tokens[i - 1]
            two = here.opens and here.entity in NAME_ENTITIES and before.entity in NAME_ENTITIES
            if (two and not self._one_name(begin, i, last) and not self._titled(begin, i)) or self._ends_shouting(i):
                yield begin, i
                begin = i
        yield begin, last

    def _ends_shouting(self, i: int) -> bool:
        """ "STREET FIGHT Ana Lund": words in capitals before a name written like one are no part of it."""
        before, here = self.tokens[i - 1].text, self.tokens[i].text
        return (
            before.isupper() and before.isalpha() and len(before) >= SHOUTED and not here.isupper() and here.isalpha()
        )

    def _titled(self, first: int, i: int) -> bool:
        """A post that the encoder takes for a name: "Minister for Foreign Affairs Ana Lund"."""
        return self.learnt and self._title_head(first, i) is not None

    def _one_name(self, first: int, i: int, last: int) -> bool:
        links = self.words.fields | self.words.links
        if self.learnt and self.lower[i - 1] in links and not any(self.lower[j] in links for j in range(first, i - 1)):
            return True
        joined = self.tokens[i - 1].text == "-" or self.tokens[i - 1].lower in self.words.particles
        return joined or self.tokens[last - 1].lower in self.words.organisation | self.words.geographic

    def _named(self, first: int, last: int, behind: int = 0) -> Iterator[Run]:
        """Parts of a run: a country or body before a title, and the name behind the title.

        A place that ends at token `behind` is no part of the title.
        """
        while last > first and self.lower[last - 1] in self.words.links and not self._capital(last - 1):
            last -= 1
        if self._is_known_whole(first, last):
            yield Run(first=first, last=last, geographic=True)
            return
        if self._is_body(first, last):
            yield from self._body(first, last)
            return
        head = self._title_head(first, last)
        if head is None:
            yield from self._plain(first, last)
            return
        begin = max(first, self._title_begin(head))
        if begin > first:
            begin += begin < head and self._is_division(first, begin + 1)
            yield from self._plain(first, begin)
        name = self._behind_field(head + 1, last)
        while name < last and not self._capital(name) and self.lower[name] not in self.words.particles:
            name += 1
        if name < last:
            title_first = max(behind, self._title_begin(head)) if begin == first else begin
            yield Run(first=name, last=last, title_first=title_first)

    def _is_body(self, first: int, last: int) -> bool:
        end = self.tokens[last - 1].lower
        start = self.tokens[first].lower
        tied = {self.tokens[i].lower for i in range(first + 1, last - 1)} & self.words.links
        named = last - first > 1
        if self._is_hall(first, last):
            return True
        if named and (end in self.words.organisation or end in self.words.geographic):
            return True
        if named and start in self.words.head_geographic and self._title_head(first, last) is not None:
            return False  # "District Judge Ana Lund"
        return named and (start in self.words.head_geographic or (bool(tied) and self._has_body_noun(first, last)))

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
        body = self.lower[last - 1] in self.words.organisation or self._has_body_noun(first, last)
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
        if end in self.words.geographic:
            common = any(self.lower[i] in self.words.common for i in range(first, last - 1))
            return end not in self.words.organisation or not common
        return self.lower[first] in self.words.head_geographic and not self._has_body_noun(first, last)

    def _title_head(self, first: int, last: int) -> int | None:
        """The last title word that has no other title word behind it, unless it is somebody's surname."""
        heads = [i for i in range(first, last) if self._is_title(i)]
        if heads and heads[-1] == last - 1 > first and self.tokens[last - 2].text in self.words.given:
            heads.pop()
        for i in heads:
            surname = i > first and self.tokens[i].entity == "PERSON" and not self.tokens[i].opens
            surname = surname and not (self.learnt and i + 1 < last and self.tokens[i + 1].entity == "PERSON")
            if surname and self.tokens[i - 1].entity == "PERSON" and not self._is_title(i - 1):
                heads = [h for h in heads if h < i]
                break
        return heads[-1] if heads else None

    def _plain(self, first: int, last: int) -> Iterator[Run]:
        while last > first and self.tokens[last - 1].lower in self.words.particles | self.words.links | {"-"}:
            if self.learnt and self._begins_entity(last - 1):
                break
            last -= 1
        if first >= last:
            return
        if middle := self._between_lands(first, last):
            yield Run(first=first, last=middle, country=self._demonym(first, middle)[0])
            yield from self._plain(middle + 1, last)
            return
        country, size = self._demonym(first, last)
        if last - first == size:
            yield Run(first=first, last=last, country=country, title_first=self._title_before(first))
            return
        one = all(self.tokens[i].entity == self.tokens[first].entity for i in range(first, last))
        if country and not (one and self.tokens[first].entity not in ("", "NORP")):
            yield Run(first=first, last=first + size, country=country)
            yield from self._plain(first + size, last)
            return
        yield Run(first=first, last=last, title_first=self._title_before(first))

    def _is_title(self, i: int) -> bool:
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
