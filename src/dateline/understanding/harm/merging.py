"""Counts that tell one claim again: in headline, lead and background, by number, by noun or by name."""

from msgspec.structs import replace

from dateline.record import Record
from dateline.understanding.harm.counts import Count
from dateline.understanding.harm.people_words import PeopleWords, people_words
from dateline.values import Person, Role

MANY = 3
"""So many people of one event are hardly counted twice by chance."""


def merged(record: Record, counts: list[Count]) -> list[Count]:
    """One count for one claim: the evidence of a claim told again joins that of the first, the fuller words stay."""
    merging = _Merging(record)
    kept: list[Count] = []
    moved: dict[int, int] = {}
    for i, count in enumerate(counts):
        count = replace(count, part=moved.get(count.part) if count.part is not None else None)
        same = next((j for j, old in enumerate(kept) if count.part != j and merging.is_same(old, count)), None)
        if same is None and _is_deed(count):
            same = _only(kept, count)
        if same is None:
            moved[i] = len(kept)
            kept.append(count)
        else:
            moved[i] = same
            kept[same] = merging.joined(kept[same], count)
    return kept


def _is_deed(count: Count) -> bool:
    """ "The murder of the judge" tells of a harm told before."""
    return count.is_one and _is_recalled(count) and not count.sufferer.named and count.harm.trigger.pos == "NOUN"


def _only(kept: list[Count], count: Count) -> int | None:
    """The only one with a name whom a story says this befell."""
    named = [i for i, old in enumerate(kept) if old.sufferer.named and old.harm.effect == count.harm.effect]
    return named[0] if len(named) == 1 else None


class _Merging:
    def __init__(self, record: Record) -> None:
        self.record = record
        self.words: PeopleWords = people_words(record.annotation.words.language.code)
        self._called: dict[str, frozenset[str]] = {}

    def joined(self, old: Count, new: Count) -> Count:
        """The fuller of two tellings with the evidence of both."""
        fuller = new if self._tells_more(old, new) else old
        spans = tuple(dict.fromkeys((*old.spans, *new.spans)))
        event, doubt = (new.event, new.doubt) if old.doubt and not new.doubt else (old.event, old.doubt)
        return replace(
            old, sufferer=fuller.sufferer, group=fuller.group, head=fuller.head, spans=spans, event=event, doubt=doubt
        )

    def _tells_more(self, old: Count, new: Count) -> bool:
        if old.sufferer.named != new.sufferer.named:
            return new.sufferer.named
        if old.sufferer.number is None and new.sufferer.number is not None:
            return True
        if _is_vaguer(old, new):
            return True
        if self._is_generic(old) != self._is_generic(new):
            return self._is_generic(old) and new.sufferer.best is not None
        open_end = old.sufferer.high is not None and new.sufferer.high is None
        return open_end and old.sufferer.best is not None and old.sufferer.best == new.sufferer.best  # "at least four"

    def is_same(self, old: Count, new: Count) -> bool:
        """Whether a count tells the claim of an older one again."""
        if (old.harm.effect, old.harm.status) != (new.harm.effect, new.harm.status):
            return False
        if new.spans[-1] in old.spans:  # one verb: "killed two guards and two nurses"
            return False
        one, other = old.sufferer, new.sufferer
        if one.victims == other.victims and (one.victims or one.named) and (one.named or _is_recalled(new)):
            return bool(one.victims)
        if one.named and other.named:
            return False
        if new.harm.roll and old.is_one and new.is_one:  # "the victim was a nurse"
            return not one.named
        if one.named or other.named:
            named, noun = (old, new) if one.named else (new, old)
            return noun.is_one and noun.sufferer.number is None and self._means(noun, named, after=one.named)
        return self._is_same_group(old, new)

    def _means(self, noun: Count, named: Count, after: bool) -> bool:
        """ "The victim", or "the governor" where the person named is called a governor in the story."""
        if noun.sufferer.definite:
            if noun.recalling and after:
                return True
            again = noun.harm.trigger.pos == "NOUN" and _shares_event(noun, named)  # "the murder of the judge"
            return again or noun.head in self._names_for(named)
        return not after and _shares_event(noun, named) and noun.head in self._names_for(named)

    def _names_for(self, count: Count) -> frozenset[str]:
        """The words by which the story calls a named victim: those beside the name, its mentions, its posts."""
        key = count.sufferer.victims[0] if count.sufferer.victims else ""
        if key not in self._called:
            self._called[key] = frozenset(self._words_for(key))
        return self._called[key] | frozenset(count.group.lower().split())

    def _words_for(self, person: str) -> set[str]:
        fact = self.record.get(person) if person else None
        if fact is None or not isinstance(fact.value, Person):
            return set()
        text = self.record.text
        found = [text[m.start : m.end] for m in fact.value.mentions if m.form != "pronoun"]
        posts = [role.value for role in self.record.of("role") if isinstance(role.value, Role)]
        found += [post.title for post in posts if post.person == person]
        return {word.strip(",.'\"").lower() for phrase in found for word in phrase.split()}

    def _is_same_group(self, old: Count, new: Count) -> bool:
        one, other = old.sufferer, new.sufferer
        if _is_recalled(new) and (one.best, other.best) == (1, 1) and new.recalling:
            return True
        if other.more:
            return False
        exact = (one.low, one.high) == (other.low, other.high) or (one.best is not None and one.best == other.best)
        if old.head == new.head:
            if other.definite:  # "both" are the two told of before
                return other.number is None or exact
            several = other.number is not None and (other.best or 2) > 1
            vague = (_is_vaguer(old, new) or _is_vaguer(new, old)) and _shares_event(old, new)
            return (several and exact) or vague or self._is_filled(old, new)
        alike = not _nouns(old).isdisjoint(_nouns(new))
        if one.number is not None and other.number is not None and exact and not one.more:
            generic = self._is_generic(old) or self._is_generic(new)  # "six guards ... the six victims"
            return ((generic or alike or other.definite) and (one.low or 0) > 1) or (
                _shares_event(old, new) and self._fits(old, new)
            )
        if _is_vaguer(old, new) or _is_vaguer(new, old):
            return (alike or self._is_generic(old) or self._is_generic(new)) and _shares_event(old, new)
        if not alike or (one.low or 0) < 2:
            return False
        return (_is_recalled(new) and other.low == 2) or self._is_filled(old, new)

    def _fits(self, old: Count, new: Count) -> bool:
        """In one event as many as before, or one "person", are the same people under another noun."""
        low = old.sufferer.low or 0
        return low >= MANY or (low == 1 and self._is_generic(old) != self._is_generic(new))

    def _is_filled(self, old: Count, new: Count) -> bool:
        """A headline's "Guards killed in raid", of whom the story then says how many there were."""
        one, other = old.sufferer, new.sufferer
        open_ends = one.number is None and (one.low, one.high) == (2, None)
        if not open_ends or other.number is None or (other.low or 0) < 2:
            return False
        return not one.bare or _shares_event(old, new)

    def _is_generic(self, count: Count) -> bool:
        return count.head in self.words.generic


def _is_recalled(count: Count) -> bool:
    return count.sufferer.definite and count.sufferer.number is None


def _is_vaguer(one: Count, other: Count) -> bool:
    """ "Several people died", of whom the story elsewhere counts seven."""
    vague, figure = one.sufferer, other.sufferer
    if vague.number is None or vague.number.hedge != "vague" or not figure.best or vague.low is None:
        return False
    return not one.sufferer.more and vague.low <= figure.best <= (vague.high or figure.best)


def _nouns(count: Count) -> frozenset[str]:
    """The words of a group, without a plural's ending, so that "Jesuits" meets "Jesuit priests"."""
    return frozenset(word.removesuffix("s") for word in count.group.lower().split())


def _shares_event(old: Count, new: Count) -> bool:
    return old.event is not None and new.event is not None and old.event.id == new.event.id
