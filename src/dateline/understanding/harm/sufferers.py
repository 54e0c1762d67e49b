"""The phrase for those whom something befell: how many they are, what they are called, who they are."""

from msgspec import Struct
from msgspec.structs import replace

from dateline.annotated import Annotation, Sentence, Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.bearings import Bearings
from dateline.understanding.harm.numbers import Number, numbers
from dateline.understanding.harm.people_words import people_words
from dateline.understanding.harm.phrases import WINDOW, edge, modifies
from dateline.values import Organisation, Person, Span


class Sufferer(Struct, frozen=True, kw_only=True):
    """How many (`low..high`), what they are called (None: the words do not say), who they are in the record."""

    low: int | None
    high: int | None
    best: int | None
    group: str | None
    head: str
    span: Span
    victims: tuple[str, ...] = ()
    number: Number | None = None
    named: bool = False
    definite: bool = False
    """ "the guard", "his wife": perhaps one told of before."""
    rest: bool = False
    """ "12 others", "five more": of those counted before."""


class Sufferers:
    """Reads sufferers' phrases of one record; numbers of a sentence are read once."""

    def __init__(self, record: Record, bearings: Bearings) -> None:
        self.record = record
        self.bearings = bearings
        self.annotation: Annotation = record.annotation
        self.code = self.annotation.words.language.code
        self.words = people_words(self.code)
        self._numbers: dict[int, list[Number]] = {}

    def numbers(self, sentence: Sentence) -> list[Number]:
        """The numbers of a sentence."""
        if sentence.i not in self._numbers:
            self._numbers[sentence.i] = numbers(self.annotation.tokens_of(sentence), self.code)
        return self._numbers[sentence.i]

    def read(self, head: Token, counted: bool = False) -> Sufferer | None:
        """The sufferer whose phrase has this head; None where the words mean no people or nobody we know."""
        if not head.text[0].isalnum():  # a parser may call a hyphen or a bracket a noun
            return None
        if counted:
            return self._counted(head)
        if head.pos == "PRON" and head.lower not in self.words.rest and not self._number_on(head):
            return self._pronoun(head)
        number = self._number_on(head)
        if number is not None and number.figure <= head.i < number.last:
            return self._bare(head, number)
        if head.lower in self.words.rest:
            return self._others(head, number)
        if self._is_container(head):
            return self._contained(head, number)
        return self._noun(head, number)

    def _is_person(self, token: Token) -> bool:
        return self.words.is_person(self.annotation, token)

    def _is_container(self, head: Token) -> bool:
        return head.lemma in self.words.remains or (
            head.lemma.lower() in self.words.shares and self._of(head) is not None
        )

    def _of(self, token: Token) -> Token | None:
        for kid in self.annotation.children(token, "prep"):
            if kid.lower == "of":
                return next(iter(self.annotation.children(kid, "pobj")), None)
        return None

    def _number_on(self, head: Token) -> Number | None:
        """The number that stands right before the head, with nothing but its modifiers between."""
        for number in self.numbers(self.annotation.sentence(head)):
            if number.glued:
                continue
            if number.figure <= head.i < number.last:
                return number
            between = self.annotation.tokens[number.last : head.i]
            if (
                number.last <= head.i
                and len(between) <= WINDOW
                and all(modifies(self.annotation, t, head) for t in between)
            ):
                return number if number.whole else None
        return None

    def _noun(self, head: Token, number: Number | None) -> Sufferer | None:
        number = number or self._members(head)
        first = edge(self.annotation, head, number.last if number and number.last <= head.i else 0)
        name = self.annotation.name_at(head)
        named = name is not None and name.label == "person"
        if name is not None and named:
            titled = self.annotation.token_at(name.titles.start) if name.titles and number is None else None
            first = titled or self.annotation.tokens[name.first]
        phrase = self.annotation.span(first, self.words.hyphenated(self.annotation, head)[-1])
        who = self.bearings.whom(head)
        if number is None and not named and self._is_tallied(head):
            return None
        if not (named or self._is_person(head) or self._is_group(who)):
            return None
        determiner = self.annotation.tokens[first.i - 1].lower if first.i else ""
        low, high, best = self._count(head, number, named, determiner)
        return Sufferer(
            low=low,
            high=high,
            best=best,
            group=self._tidy(phrase),
            head=head.lemma.lower(),
            span=self._with_number(phrase, number),
            victims=(who.id,) if who else (),
            number=number,
            named=named or isinstance(who.value if who else None, Person),
            definite=number is None and determiner not in self.words.one,
        )

    def _members(self, head: Token) -> Number | None:
        """ "a family of six"."""
        inner = self._of(head) if head.lemma.lower() in self.words.collectives else None
        number = self._number_on(inner) if inner is not None else None
        return number if number is not None and inner is not None and inner.i < number.last else None

    def _is_tallied(self, head: Token) -> bool:
        """ "the number of people killed": the count stands elsewhere."""
        of = self.annotation.head(head)
        return head.dep == "pobj" and of.lower == "of" and self.annotation.head(of).lemma in self.words.tallies

    def _count(
        self, head: Token, number: Number | None, named: bool, determiner: str
    ) -> tuple[int | None, int | None, int | None]:
        if number is not None:
            return whole(number.low), whole(number.high), whole(number.best)
        lemma = head.lemma.lower()
        if determiner in self.words.each and not named:
            return 2, None, None
        plural = head.tag == "NNP" and head.lower.endswith(self.words.plural_endings)
        singular = head.tag in ("NN", "NNP") and lemma not in self.words.collectives and not plural
        if named or singular:
            return 1, 1, 1
        return 2, None, None

    def _bare(self, head: Token, number: Number) -> Sufferer | None:
        """ "17 killed", "two of the guards", "dozens of protesters"."""
        if not number.whole or (number.low is None and number.high is None):
            return None
        last = self.annotation.tokens[number.last - 1]
        inner = self._of(last) or self._of(head)
        tokens = self.annotation.tokens
        following = tokens[number.last] if number.last < len(tokens) else head
        follows = following.sentence == head.sentence and following.i != head.i
        if inner is None and follows and following.dep in ("compound", "nmod"):
            return None
        span = Span(tokens[number.first].start, tokens[number.last - 1].end)
        group, who, noun = None, None, ""
        if inner is not None:
            if not (self._is_person(inner) or self._is_group(self.bearings.whom(inner))):
                if inner.pos != "PRON":
                    return None
            else:
                phrase, who = self._phrase(inner), self.bearings.whom(inner)
                group, noun, span = self._tidy(phrase), inner.lemma.lower(), Span(span.start, phrase.end)
                if inner.pos == "PRON" and who is not None and isinstance(who.value, Organisation):
                    group, noun = who.value.name, ""
        elif follows and self._is_unit(following):
            return None
        return Sufferer(
            low=whole(number.low),
            high=whole(number.high),
            best=whole(number.best),
            group=group,
            head=noun,
            span=span,
            victims=(who.id,) if who else (),
            number=number,
            definite=last.lower in self.words.known,
            rest=group is None and number.hedge != "vague",
        )

    def _is_unit(self, token: Token) -> bool:
        """ "killed 12 horses", "hurt 5 %": the number is about something else."""
        return token.pos == "SYM" or token.text == "%" or (token.pos == "NOUN" and not self._is_person(token))

    def _others(self, head: Token, number: Number | None) -> Sufferer | None:
        if number is None and head.lower not in self.words.rest:
            return None
        tokens = self.annotation.tokens
        first = tokens[number.first] if number else head
        low, high, best = (2, None, None) if number is None else (number.low, number.high, number.best)
        if head.lower == "another":
            low, high, best = 1, 1, 1
        return Sufferer(
            low=whole(low),
            high=whole(high),
            best=whole(best),
            group=None,
            head="",
            span=self.annotation.span(first, head),
            number=number,
            rest=True,
        )

    def _contained(self, head: Token, number: Number | None) -> Sufferer | None:
        inner = self._of(head)
        if inner is None:
            return self._counted(head) if number else None
        if number is not None:
            found = self._noun(inner, number) if self._is_person(inner) else None
            phrase = self._with_number(self.annotation.span(head, inner), number)
            return None if found is None else _restated(found, phrase)
        return self.read(inner)

    def _counted(self, head: Token) -> Sufferer | None:
        """ "12 deaths", "the toll rose to 35": people, though no word names them."""
        number = self._number_on(head)
        if number is None or not number.whole:
            return None
        if number.high == 0 and number.last < head.i:  # "no serious injuries" leaves room for others
            return None
        tokens = self.annotation.tokens
        follower = tokens[number.last] if number.last < len(tokens) else None
        if (
            follower is not None
            and follower.i != head.i
            and follower.sentence == head.sentence
            and head.i < number.last
        ):
            if self._is_unit(follower):
                return None
            if self._is_person(follower):
                return self._noun(follower, number)
        return Sufferer(
            low=whole(number.low),
            high=whole(number.high),
            best=whole(number.best),
            group=None,
            head="",
            span=Span(tokens[number.first].start, max(tokens[number.last - 1].end, head.end)),
            number=number,
        )

    def _pronoun(self, head: Token) -> Sufferer | None:
        span = Span(head.start, head.end)
        who = self.bearings.whom(head)
        plural = head.lower in self.words.plural_pronouns
        if who is None or not (plural or head.lower in self.words.singular_pronouns):
            return None
        if plural == isinstance(who.value, Person):
            return None
        name = who.value.name if isinstance(who.value, Person | Organisation) else None
        low, high, best = (2, None, None) if plural else (1, 1, 1)
        return Sufferer(
            low=low, high=high, best=best, group=name, head="", span=span, victims=(who.id,), named=not plural
        )

    def _phrase(self, head: Token) -> Span:
        return self.annotation.span(edge(self.annotation, head, 0), head)

    def _is_group(self, who: Fact | None) -> bool:
        """Groups without a name ("the rebels") are people; bodies with a name are not."""
        return (
            who is not None
            and isinstance(who.value, Organisation)
            and (bool(who.value.mentions) and all(m.form != "name" for m in who.value.mentions))
        )

    def _tidy(self, span: Span) -> str:
        return " ".join(self.record.words(span).split())

    def _with_number(self, span: Span, number: Number | None) -> Span:
        if number is None:
            return span
        first, last = self.annotation.tokens[number.first], self.annotation.tokens[number.last - 1]
        return Span(min(span.start, first.start), max(span.end, last.end))


def _restated(found: Sufferer, span: Span) -> Sufferer:
    return replace(found, span=Span(min(found.span.start, span.start), max(found.span.end, span.end)))


def whole(end: float | None) -> int | None:
    """An end of an interval as a count."""
    return None if end is None else int(end)
