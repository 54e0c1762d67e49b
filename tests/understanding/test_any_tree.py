"""Any tree that a parser could give is read: the steps of harm, numbers and law crash on none of them.

A parser is wrong now and then: it calls a hyphen a noun, hangs a number on a full stop, gives a verb two subjects. The
trees here are drawn at random, so that what no real parse has shown yet is tried too.
"""

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import Annotation, Label, NameMention, Sentence, Token
from dateline.languages import load
from dateline.model import Fact, Status
from dateline.record import Record
from dateline.understanding.acts.bearings import Bearings
from dateline.understanding.casualties import casualties
from dateline.understanding.charges import charges
from dateline.understanding.harm.harms import harms
from dateline.understanding.harm.sufferers import Sufferers
from dateline.understanding.quantities import quantities
from dateline.values import Casualties, Charge, Quantity, Span

FORMS = [
    "killed",
    "wounded",
    "died",
    "dead",
    "missing",
    "hostages",
    "bodies",
    "toll",
    "deaths",
    "injuries",
    "took",
    "lost",
    "lives",
    "stabbed",
    "death",
    "charged",
    "with",
    "of",
    "fraud",
    "and",
    "sentenced",
    "to",
    "five",
    "years",
    "in",
    "prison",
    "guilty",
    "found",
    "case",
    "against",
    "similar",
    "charges",
    "-",
    "%",
    "$",
    "23",
    "12",
    "year",
    "old",
    "1.5",
    "million",
    "nine",
    "dozens",
    "no",
    "one",
    "several",
    "others",
    "more",
    "another",
    "people",
    "soldiers",
    "the",
    "a",
    "of",
    "including",
    "among",
    "them",
    "number",
    "rose",
    "from",
    "Ana",
    "Silva",
    "rebels",
    "who",
    "they",
    "he",
    "was",
    "not",
    "could",
    "if",
    "?",
    ".",
    ",",
    ":",
    "troops",
    "magnitude",
    "km",
    "two-thirds",
    "aged",
    "group",
    "of",
    "them",
]
POS = ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP", "NUM", "PRON", "DET", "PUNCT", "SYM", "CCONJ", "X")
TAGS = ("NN", "NNS", "NNP", "NNPS", "VB", "VBN", "VBD", "VBG", "VBP", "VBZ", "JJ", "IN", "CD", "TO", "DT", "PRP", "MD")
DEPS = [
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "prep",
    "agent",
    "aux",
    "auxpass",
    "neg",
    "conj",
    "cc",
    "amod",
    "advmod",
    "nummod",
    "compound",
    "appos",
    "acl",
    "relcl",
    "advcl",
    "ccomp",
    "xcomp",
    "acomp",
    "attr",
    "oprd",
    "poss",
    "mark",
    "punct",
    "dep",
    "nmod",
    "det",
]


@st.composite
def trees(draw: st.DrawFn) -> Record:
    """A record of one or two sentences whose words, tags and tree are drawn; heads never form a ring."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    at = 0
    for number in range(draw(st.integers(1, 2))):
        first = len(tokens)
        size = draw(st.integers(1, 9))
        order = draw(st.permutations(range(size)))
        for i in range(size):
            place = order.index(i)
            head = first + (i if place == 0 else order[draw(st.integers(0, place - 1))])
            text = draw(st.sampled_from(FORMS))
            pos, tag, dep = draw(st.sampled_from(POS)), draw(st.sampled_from(TAGS)), draw(st.sampled_from(DEPS))
            lemma = draw(st.sampled_from((text, text.lower().removesuffix("s"))))
            dep = "ROOT" if place == 0 else dep
            tokens.append(Token(first + i, text, lemma, pos, tag, dep, head, at, at + len(text), number, 0))
            at += len(text) + 1
        sentences.append(
            Sentence(number, first, len(tokens), tokens[first].start, tokens[-1].end, 0, "paragraph"),
        )
    text = " ".join(token.text for token in tokens)
    names = draw(st.lists(st.integers(0, len(tokens) - 1), max_size=2, unique=True))
    labels = st.sampled_from(get_args(Label))
    mentions = tuple(
        NameMention(
            first=i, last=i + 1, start=tokens[i].start, end=tokens[i].end, text=tokens[i].text, label=draw(labels)
        )
        for i in sorted(names)
    )
    return Record(article_of(text), Annotation(tuple(tokens), tuple(sentences), mentions, load("en")))


def inside(record: Record, fact: Fact) -> bool:
    """Whether the fact has evidence, all of it words of the text."""
    return bool(fact.spans) and all(0 <= s.start < s.end <= len(record.text) for s in fact.spans)


def agrees(low: float | None, high: float | None) -> bool:
    return low is None or high is None or low <= high


@settings(max_examples=400, deadline=None)
@given(trees())
def test_casualties(record: Record) -> None:
    for fact in casualties(record):
        record.add(fact)
        value = fact.value
        assert isinstance(value, Casualties)
        assert inside(record, fact) and 0 < fact.confidence <= 1 and fact.status in get_args(Status)
        assert agrees(value.low, value.high) and agrees(value.low, value.best) and agrees(value.best, value.high)
        assert value.group and value.group.strip() == value.group
        assert value.part_of is None or value.part_of != fact.id


@settings(max_examples=300, deadline=None)
@given(trees())
def test_quantities(record: Record) -> None:
    for fact in quantities(record):
        value = fact.value
        assert isinstance(value, Quantity)
        assert inside(record, fact) and agrees(value.low, value.high) and value.unit
        assert value.low is not None or value.high is not None


@settings(max_examples=300, deadline=None)
@given(trees())
def test_charges(record: Record) -> None:
    for fact in charges(record):
        value = fact.value
        assert isinstance(value, Charge)
        assert inside(record, fact) and fact.confidence > 0
        assert all(offence.strip() for offence in value.offences)
        assert value.same_as is None or value.same_as != fact.id


@settings(max_examples=300, deadline=None)
@given(trees(), st.booleans())
def test_any_word_can_head_the_phrase_of_a_sufferer(record: Record, counted: bool) -> None:
    sufferers = Sufferers(record, Bearings(record))
    for token in record.annotation.tokens:
        found = sufferers.read(token, counted)
        if found is not None:
            assert 0 <= found.span.start < found.span.end <= len(record.text)
            assert agrees(found.low, found.high) and agrees(found.low, found.best)
            assert found.group is None or found.group


@settings(max_examples=300, deadline=None)
@given(trees())
def test_any_word_may_be_asked_for_its_harm(record: Record) -> None:
    annotation = record.annotation
    for token in annotation.tokens:
        for harm in harms(annotation, token):
            assert harm.trigger in annotation.tokens and harm.sufferer in annotation.tokens
            assert 0 < harm.confidence <= 1 and harm.effect in annotation.words.casualties.causes


@settings(max_examples=200, deadline=None)
@given(trees())
def test_bearings_find_a_fact_of_the_record_or_a_reason(record: Record) -> None:
    bearings = Bearings(record)
    for token in record.annotation.tokens:
        event, reason = bearings.event_of(Span(token.start, token.end), ("ASSAULT",))
        assert (event is None) == (reason is not None)
        assert record.said(Span(token.start, token.end)) is None
