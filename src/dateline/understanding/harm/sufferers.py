"""The phrase for those whom something befell: how many they are, what they are called, who they are."""

from msgspec.structs import replace

from dateline.annotated import Annotation, NameMention, Sentence, Token
from dateline.record import Record
from dateline.understanding.acts.bearings import Bearings
from dateline.understanding.harm.numbers import Number, numbers
from dateline.understanding.harm.people_words import people_words
from dateline.understanding.harm.phrases import WINDOW, edge, modifies
from dateline.understanding.harm.sufferer import Sufferer, ends, noun_of, restated, stands_for_things, whole
from dateline.values import Organisation, Person, Span


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
        pronoun = head.pos == "PRON" or head.lower in self.words.every
        if pronoun and head.lower not in self.words.rest and not self._number_on(head):
            return self._pronoun(head)
        number = self._number_on(head)
        if number is not None and number.figure <= head.i < number.last:
            return self._bare(head, number)
        if head.lower in self.words.rest and not self._is_container(head):
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

    def _name(self, head: Token) -> NameMention | None:
        """The person's name that the head belongs to; in capitals copy its last word may have been left out."""
        name = self.annotation.name_at(head)
        before = self.annotation.tokens[head.i - 1] if head.i else head
        if name is None and head.text.isupper() and before.head == head.i and before.dep == "compound":
            name = self.annotation.name_at(before) if not self._is_person(head) else None
        return name if name is not None and name.label == "person" else None

    def _noun(self, head: Token, number: Number | None) -> Sufferer | None:
        number = number or self._members(head)
        first = edge(self.annotation, head, number.last if number and number.last <= head.i else 0)
        name = self._name(head)
        named = name is not None
        if number is not None and number.high == 0 and named:  # "no Ana Diaz"
            number = None
        if name is not None:
            titled = self.annotation.token_at(name.titles.start) if name.titles and number is None else None
            first = titled or self.annotation.tokens[name.first]
        phrase = self.annotation.span(first, self.words.hyphenated(self.annotation, head)[-1])
        who = self.bearings.whom(self.annotation.tokens[name.last - 1] if name is not None else head)
        if number is None and not named and self._is_tallied(head):
            return None
        if not (named or self._is_person(head)):
            return None
        if number is None and (self.words.is_nation(self.annotation, head) or self._is_share(head)):
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
            definite=determiner not in self.words.one if number is None else self._is_known(number),
            more=number is not None and self._is_more(head),
            bare=low == 2 and number is None and not self._is_fixed(head),
        )

    def counted(self, head: Token, count: Token | None) -> Sufferer | None:
        """The sufferer of a noun whose number stands apart: "four of the dead were children"."""
        found = self.read(head)
        number = self._number_on(count) if count is not None else None
        if found is None or number is None or found.named or found.number is not None or not number.whole:
            return found
        return replace(found, **ends(number), number=number, bare=False)

    def _is_share(self, head: Token) -> bool:
        """ "One in ten guards": the number right before the noun is none of its people."""
        numbers = self.annotation.children(head, "nummod")
        return any(
            all(modifies(self.annotation, t, head) for t in self.annotation.tokens[n.i + 1 : head.i]) for n in numbers
        )

    def _is_more(self, head: Token) -> bool:
        """ "Six other guards": besides those counted before."""
        return any(kid.lower in self.words.rest for kid in self.annotation.children(head, "amod"))

    def group(self, head: Token) -> tuple[str, str]:
        """What the people of a noun are called, and the noun."""
        return self._tidy(self._phrase(head)), head.lemma.lower()

    def _is_known(self, number: Number) -> bool:
        """ "The nine guards"."""
        before = self.annotation.tokens[number.first - 1] if number.first else None
        return before is not None and before.tag == "DT" and before.lower not in self.words.one

    def _is_fixed(self, head: Token) -> bool:
        return bool(self.annotation.children(head, "det", "poss"))

    def _members(self, head: Token) -> Number | None:
        """ "a family of six"."""
        inner = self._of(head) if head.lemma.lower() in self.words.collectives else None
        number = self._number_on(inner) if inner is not None else None
        return number if number is not None and inner is not None and inner.i < number.last else None

    def _is_tallied(self, head: Token) -> bool:
        """ "the number of people killed": the count stands elsewhere."""
        of = self.annotation.head(head)
        tally = self.annotation.head(of)
        if any(kid.lower in self.words.one for kid in self.annotation.children(tally, "det")):  # "a number of people"
            return False
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
        if head.dep == "appos" and not self._is_person(self.annotation.head(head)) and inner is None:
            return None  # "two tapes, one captured by a camera"
        span = Span(tokens[number.first].start, tokens[number.last - 1].end)
        group, who, noun = None, None, ""
        if inner is not None:
            people = self._is_person(inner) or inner.pos == "PRON" or inner.lower in self.words.people
            if not people or (inner.pos == "PRON" and stands_for_things(self.annotation, inner)):
                return None
            if inner.pos != "PRON" or isinstance(getattr(self.bearings.whom(inner), "value", None), Organisation):
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
        first = self.annotation.tokens[number.first] if number else head
        low, high, best = (2, None, None) if number is None else (number.low, number.high, number.best)
        single = number is None and head.tag != "NNS" and head.lower not in self.words.remainder
        if head.lower in self.words.another or (single and self._is_fixed(head)):
            low, high, best = 1, 1, 1  # "another", "the other"
        return Sufferer(
            low=whole(low),
            high=whole(high),
            best=whole(best),
            group=None,
            head="",
            span=self.annotation.span(first, head),
            number=number,
            rest=True,
            more=True,
        )

    def _contained(self, head: Token, number: Number | None) -> Sufferer | None:
        inner = self._of(head)
        if inner is None:
            return self._counted(head) if number else None
        if number is not None:
            found = self._noun(inner, number) if self._is_person(inner) else None
            phrase = self._with_number(self.annotation.span(head, inner), number)
            return None if found is None else restated(found, phrase)
        return self.read(inner)

    def _counted(self, head: Token) -> Sufferer | None:
        """ "12 deaths", "the toll rose to 35": people, though no word names them."""
        number = self._number_on(head) or self._none_before(head)
        if number is None or not number.whole:
            return None
        if (
            number.high == 0 and head.dep != "conj" and number.last < head.i
        ):  # "no serious injuries" leaves room for others
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

    def _none_before(self, head: Token) -> Number | None:
        """ "No deaths or injuries"."""
        first = self.annotation.head(head)
        number = self._number_on(first) if head.dep == "conj" and first.pos == "NOUN" else None
        return number if number is not None and number.high == 0 and number.last == first.i else None

    def _pronoun(self, head: Token) -> Sufferer | None:
        span = Span(head.start, head.end)
        if head.lower in self.words.every and self.annotation.children(head, "prep"):  # "everyone on board"
            return Sufferer(low=2, high=None, best=None, group="people", head="people", span=span)
        who = self.bearings.whom(head)
        plural = head.lower in self.words.plural_pronouns
        if who is None or not (plural or head.lower in self.words.singular_pronouns):
            return None
        if plural == isinstance(who.value, Person):
            return None
        name = who.value.name if isinstance(who.value, Person | Organisation) else None
        low, high, best = (2, None, None) if plural else (1, 1, 1)
        return Sufferer(
            low=low,
            high=high,
            best=best,
            group=name,
            head=noun_of(name),
            span=span,
            victims=(who.id,),
            named=not plural,
            definite=plural,
            pronoun=True,
        )

    def _phrase(self, head: Token) -> Span:
        return self.annotation.span(edge(self.annotation, head, 0), head)

    def _tidy(self, span: Span) -> str:
        return " ".join(self.record.words(span).split())

    def _with_number(self, span: Span, number: Number | None) -> Span:
        if number is None:
            return span
        first, last = self.annotation.tokens[number.first], self.annotation.tokens[number.last - 1]
        return Span(min(span.start, first.start), max(span.end, last.end))
