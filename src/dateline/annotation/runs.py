"""Runs of capitalised words, cut where one name ends and another begins, with the titles before them."""

import re
from collections.abc import Iterator, Sequence

from dateline.annotated import Sentence, Token
from dateline.annotation.body_marks import BodyMarks
from dateline.annotation.entity_marks import NAME_ENTITIES, SURE
from dateline.annotation.name_edges import Run

INITIALS = re.compile(r"(?:[A-Z]\.)+")
TITLE_CASE_SHARE = 0.7
TITLE_CASE_WORDS = 4
CONTENT = ("NOUN", "VERB", "ADJ")
SMALL_SHARE = 0.1
"""Of the long words of a headline in title case, those that are written small by mistake; "with" and "from" are not."""
SHOUTED = 5
"""Letters from which a word in capitals is no acronym that may begin a name."""


def is_title_case(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Whether a headline capitalises every long word, so that capitals tell nothing about names."""
    if sentence.role not in ("headline", "deck", "caption"):
        return False
    words = [
        token for token in tokens[sentence.first + 1 : sentence.last] if len(token.text) > 3 and token.text.isalpha()
    ]
    capitals = sum(token.text[0].isupper() for token in words)
    if len(words) < TITLE_CASE_WORDS or capitals < TITLE_CASE_SHARE * len(words):
        return False
    small = sum(token.text.islower() and token.pos in CONTENT for token in words)
    return small <= SMALL_SHARE * len(words)


class RunFinder(BodyMarks):
    """Finds the runs of one annotated text."""

    def runs(self, sentence: Sentence) -> Iterator[Run]:
        """The runs of a sentence, in order."""
        for run in self._capitalised(sentence):
            yield self._widened(run, sentence)

    def sure_runs(self, sentence: Sentence) -> Iterator[Run]:
        """The names that the encoder is sure of in a headline whose capitals tell nothing."""
        first = None
        for i in range(sentence.first, sentence.last + 1 if self.learnt else sentence.first):
            token = self.tokens[i] if i < sentence.last else None
            if first is not None and (token is None or token.opens or token.entity != self.tokens[first].entity):
                if self.tokens[first].surety >= SURE and self.tokens[first].entity in ("PERSON", "ORG", "GPE"):
                    yield from self._named(first, i)
                first = None
            if token is not None and token.opens and token.text[0].isupper():
                first = i

    def _capitalised(self, sentence: Sentence) -> Iterator[Run]:
        i = sentence.first
        while i < sentence.last:
            if not self._opens(i, sentence):
                i += 1
                continue
            i += self._leads_to_place(i, sentence)
            last = self._extent(i, sentence)
            begin = self._place_before_title(i, last)
            if begin > i:
                yield from self._named(i, begin)
            for first, end in self._cut(begin, last):
                yield from self._named(first, end, behind=begin if begin > i else 0)
            i = last

    def _opens(self, i: int, sentence: Sentence) -> bool:
        token = self.tokens[i]
        if not self._capital(i) or token.text == "The":  # which names keep theirs, the whole article tells
            return False
        if self.words.is_country_code(self.tokens, i, self.gazetteer):
            return True
        before = self.tokens[i - 1] if i > sentence.first else None
        if before is None and token.tag == "VB" and self.gazetteer.is_demonym(token.text):  # "Polish your shoes"
            return False
        if before is not None and before.text not in ('"', "'", "``", "(", "[", ":", "--", "-", "—", "–"):
            return True
        if self.learnt and token.entity == "PERSON" and token.surety >= SURE and self._goes_on(i + 1):
            return True  # "Per Lund", whatever the parser makes of "per"
        if self._begins_entity(i) or token.lower not in self.words.common:
            return token.pos not in ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "AUX", "INTJ", "NUM")
        follows = i + 1 < sentence.last and self._capital(i + 1)
        if token.lower in self.words.titles.heads and self._link(i + 1, sentence, i):
            return True
        return token.pos == "PROPN" and (follows or token.lower in self.words.titles.heads)

    def _leads_to_place(self, i: int, sentence: Sentence) -> bool:
        """ "Near Orla, two men": a preposition that begins a sentence is no part of the name behind it."""
        begins = i == sentence.first and self.lower[i] in self.words.prepositions and not self._goes_on(i + 1)
        return begins and i + 1 < sentence.last and self._capital(i + 1)

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
            return 1 if self._capital(i + 1) else self._joint(i, sentence)
        if token.lower in self.words.particles and self._capital(i + 1):
            return 1
        if token.lower in self.words.particles and i + 2 < sentence.last and self._capital(i + 2):
            hyphen = self.tokens[i + 1].text == "-" and (not token.space or token.text == "al")
            return 2 if hyphen or self.tokens[i + 1].lower in self.words.particles else 0
        body = token.text == "&" or (token.lower in self.words.fields and before.lower in self.words.organisation)
        if token.lower in self.words.fields or body:
            return self._of(i, sentence, first)
        joined = self._in_members(i, first) or self._in_tasks(i, first) or self._is_pair(i, first, sentence)
        return 1 if joined or self._in_field(i, first) or self._on_topic(i) else 0

    def _joint(self, i: int, sentence: Sentence) -> int:
        """How many tokens "-on-" has in "Stoke-on-Trent": 0 where the hyphen at `i` ties no such word to a capital."""
        if i + 3 >= sentence.last or self.lower[i + 1] not in self.words.joints or not self._capital(i + 3):
            return 0
        word, hyphen = self.tokens[i + 1], self.tokens[i + 2]
        return 3 if hyphen.text == "-" and not word.space and not hyphen.space else 0

    def _in_field(self, i: int, first: int) -> bool:
        """Between fields of one post: "Minister of Trade and Tourism", though not "Minister of Trade and Ana Lund"."""
        if self.lower[i] not in self.words.links or self.lower[i + 1] not in self.words.ordinary:
            return False
        titles = self.words.titles
        post = any(self.lower[j] in self.words.fields and titles.ends(self.lower, j - 1) for j in range(first + 1, i))
        return post and self._capital(i + 1)

    def _in_members(self, i: int, first: int) -> bool:
        """Between the members of one body: "Society of Weavers and Dyers", not "Bank of Lund and Ana Brek"."""
        if self.lower[i] != "and" or not self._capital(i + 1) or not self.words.organisation & set(self.lower[first:i]):
            return False
        ends = (self.tokens[i - 1].tag, self.tokens[i + 1].tag)
        people = all(tag == "NNPS" or tag == "NNS" for tag in ends) and self.lower[i + 1] not in self.words.organisation
        return people and any(self.lower[j] in self.words.fields for j in range(first + 1, i - 1))

    def _is_pair(self, i: int, first: int, sentence: Sentence) -> bool:
        """ "The Oslo and North Brek Bank": the article before a town's name is that of the body behind it."""
        if self.lower[i] != "and" or not self._capital(i + 1) or first == 0 or self.lower[first - 1] != "the":
            return False
        last = i + 1
        while last < sentence.last and self._capital(last):
            last += 1
        body = last - i > 2 and self.lower[last - 1] in self.words.body_endings and self.tokens[last - 1].tag == "NNP"
        town = self._place(first, i) if body else None
        return town is not None and town.kind == "city"

    def _in_tasks(self, i: int, first: int) -> bool:
        """Between what a body is for: "Department of Health and Human Services", not "of Justice and Congress"."""
        if self.lower[i] != "and" or not self._capital(i + 1) or not self._is_task(i - 1) or not self._is_task(i + 1):
            return False
        links = (j for j in range(first + 1, i - 1) if self.lower[j] in self.words.fields | self.words.links)
        return any(self.lower[j - 1] in self.words.organisation for j in links)

    def _is_task(self, i: int) -> bool:
        return self.lower[i] in self.words.ordinary and self.lower[i] not in self.words.organisation

    def _on_topic(self, i: int) -> bool:
        """ "Committee on Water and Trade", though not "Congress on Tuesday"."""
        topic = self.lower[i] == "on" and self.lower[i - 1] in self.words.topical
        return topic and self._capital(i - 1) and self._capital(i + 1) and self._is_task(i + 1)

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
        if self.learnt and self.tokens[i - 1].entity == "PERSON" and self.tokens[i + 1].opens:
            return 0  # "Fjord Radio Director Ana Lund of Fjord Radio"
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
        if (
            self._in_members(i - 1, first)
            or self._in_tasks(i - 1, first)
            or self.lower[first] in self.words.thing_heads
        ):
            return True
        if self.lower[i - 1] == "and" and first > 0 and self.lower[first - 1] == "the" and self._ends_body(last):
            return True
        links = self.words.fields | self.words.links
        if self.learnt and self.lower[i - 1] in links and not any(self.lower[j] in links for j in range(first, i - 1)):
            return True
        joined = self.tokens[i - 1].text == "-" or self.tokens[i - 1].lower in self.words.particles
        joined = joined or self._is_middle_initial(first, i - 1)
        return joined or self.tokens[last - 1].lower in self.words.organisation | self.words.geographic

    def _is_middle_initial(self, first: int, i: int) -> bool:
        """ "Ana J. Lund", "J. B. Lund": nobody's name ends with one letter and a full stop."""
        here, behind = self.tokens[i], self.tokens[i + 1]
        initial = INITIALS.fullmatch(here.text) is not None
        people = here.entity == behind.entity == "PERSON"
        return initial and people and not self.gazetteer.places(self._written(first, i + 1))

    def _named(self, first: int, last: int, behind: int = 0) -> Iterator[Run]:
        """Parts of a run: a country or body before a title, and the name behind the title.

        A place that ends at token `behind` is no part of the title.
        """
        while last > first and self.lower[last - 1] in self.words.links and not self._capital(last - 1):
            last -= 1
        if self._is_known_whole(first, last):
            yield Run(first=first, last=last, geographic=True)
            return
        if self._is_thing(first, last):
            yield from self._thing(first, last)
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
            begin += begin < head and self.lower[begin] not in self.words.titles.inner and self._ends_body(begin + 1)
            yield from self._plain(first, begin)
        name = self._behind_field(head + 1, last)
        while name < last and not self._capital(name) and self.lower[name] not in self.words.particles:
            name += 1
        if name < last and self.lower[name - 1] in self.words.fields and not self._is_person(name):
            yield from self._plain(name, last)  # "Bishop of Brek"
        elif name < last and self._is_no_person(max(first, begin), name, last):
            yield from self._plain(begin, last)
        elif name < last:
            title_first = max(behind, self._title_begin(head)) if begin == first else begin
            yield Run(first=name, last=last, title_first=title_first)

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
        if self._is_described(first, last):
            yield Run(first=first + 1, last=last, title_first=self._title_before(first + 1))
            return
        one = all(self.tokens[i].entity == self.tokens[first].entity for i in range(first, last))
        if country and not (one and self.tokens[first].entity not in ("", "NORP")):
            yield Run(first=first, last=first + size, country=country)
            yield from self._plain(first + size, last)
            return
        yield Run(first=first, last=last, title_first=self._title_before(first))
