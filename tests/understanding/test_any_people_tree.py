"""Any tree that a parser could give is read: the steps of people, bodies and posts crash on none of them.

The words are those of careers, titles, kin and pronouns; tags, labels of names and the tree itself are drawn at random,
so that whatever a wrong parse may bring is tried too. A real-looking story is also spoilt at random: words dropped,
capitals changed, punctuation doubled.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Told, article_of
from dateline.annotated import Annotation, Label, NameMention, Quotation, Sentence, Token
from dateline.annotation.annotate import annotate
from dateline.languages import load
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.careers.fronted import titles_in_front
from dateline.understanding.careers.posts import Desk
from dateline.understanding.careers.standing import standing
from dateline.understanding.careers.subjects import is_passive, object_of, subject_of
from dateline.understanding.careers.terms import term_of_clause
from dateline.understanding.identity.antecedents.candidates import Candidates
from dateline.understanding.identity.antecedents.grammar import Grammar
from dateline.understanding.identity.antecedents.resolver import Resolver
from dateline.understanding.identity.coreference import antecedents
from dateline.understanding.identity.set_off import behind_comma, phrase_head
from dateline.understanding.identity.titles import title_ending, titles_before, titles_behind
from dateline.understanding.moments import moments
from dateline.understanding.organisations import organisations
from dateline.understanding.people import people
from dateline.understanding.places import places
from dateline.understanding.roles import roles
from dateline.values import Organisation, Person, Role, Span

SPELT = (
    "Greta Holm Olav Brandt Torvik Bank Norway Norwegian he she it they her his its I we who whose himself the a an "
    "former ex - acting then mayor minister general president nurse judge deputy member head founder spokesman "
    "was is named appointed elected resigned left succeeded replaced joined defected led founded sacked became served "
    "said as of to at by from for in since until while 2009 1994 brother wife son in-law cousin post time office "
    "appointment company city woman rebels police Democrat Mr. Dr. , . ( ) ' 's \" and or no longer not if"
)
FORMS = SPELT.split()
POS = ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP", "NUM", "PRON", "DET", "PUNCT", "PART", "CCONJ", "SCONJ")
PENN = "NN NNS NNP NNPS VB VBN VBD VBG VBZ JJ JJS IN CD TO DT PRP PRP$ WP WP$ POS HYPH MD RB , . CC RP"
TAGS = PENN.split()
CLEAR = (
    "nsubj nsubjpass dobj pobj prep agent aux auxpass neg conj cc amod advmod nummod compound appos acl relcl advcl "
    "ccomp xcomp acomp attr oprd poss case mark punct dep nmod det prt pcomp csubj dative expl npadvmod"
)
DEPS = CLEAR.split()
LABELS: tuple[Label, ...] = ("person", "person", "organisation", "place", "demonym")


@st.composite
def trees(draw: st.DrawFn) -> Record:
    """A record of one to three sentences whose words, tags and tree are drawn; heads never form a ring."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    at = 0
    for number in range(draw(st.integers(1, 3))):
        first = len(tokens)
        size = draw(st.integers(1, 10))
        order = draw(st.permutations(range(size)))
        for i in range(size):
            place = order.index(i)
            head = first + (i if place == 0 else order[draw(st.integers(0, place - 1))])
            text = draw(st.sampled_from(FORMS))
            pos, tag = draw(st.sampled_from(POS)), draw(st.sampled_from(TAGS))
            dep = draw(st.sampled_from(DEPS)) if place else "ROOT"
            lemma = draw(st.sampled_from((text, text.lower().removesuffix("ed"), "be", "appoint", "resign", "join")))
            tokens.append(Token(first + i, text, lemma, pos, tag, dep, head, at, at + len(text), number, 0))
            at += len(text) + 1
        sentences.append(Sentence(number, first, len(tokens), tokens[first].start, tokens[-1].end, 0, "paragraph"))
    text = " ".join(token.text for token in tokens)
    names = tuple(draw(_names(tokens, text)))
    quotations = tuple(draw(_quotations(tokens)))
    annotation = Annotation(tuple(tokens), tuple(sentences), names, load("en"), quotations=quotations)
    return Record(article_of(text), annotation)


@st.composite
def _names(draw: st.DrawFn, tokens: list[Token], text: str) -> list[NameMention]:
    """Names of one or two words that do not overlap, some with a title before them."""
    found: list[NameMention] = []
    starts = sorted(draw(st.lists(st.integers(0, len(tokens) - 1), max_size=4, unique=True)))
    for first in starts:
        last = min(first + draw(st.integers(1, 2)), len(tokens))
        before = found[-1].last if found else 0
        if first < before or tokens[first].sentence != tokens[last - 1].sentence:
            continue
        start, end = tokens[first].start, tokens[last - 1].end
        label = draw(st.sampled_from(LABELS))
        free = label == "person" and first > before and tokens[first - 1].sentence == tokens[first].sentence
        titles = Span(tokens[first - 1].start, tokens[first - 1].end) if free and draw(st.booleans()) else None
        country = "NOR" if label == "demonym" else None
        mention = NameMention(
            first=first, last=last, start=start, end=end, text=text[start:end], label=label, titles=titles,
            country=country,
        )  # fmt: skip
        found.append(mention)
    return found


@st.composite
def _quotations(draw: st.DrawFn, tokens: list[Token]) -> list[Quotation]:
    if len(tokens) < 3 or not draw(st.booleans()):
        return []
    first = draw(st.integers(0, len(tokens) - 3))
    last = draw(st.integers(first + 2, len(tokens) - 1))
    inner = Span(tokens[first].end + 1, tokens[last].start)
    return [Quotation(start=tokens[first].start, end=tokens[last].end, inner=inner, block=0)]


def ran(record: Record, *steps: Callable[[Record], Iterator[Fact]]) -> list[Fact]:
    """The facts of these steps in turn, each added to the record, which refuses what is no fact."""
    found = []
    for step in steps:
        for fact in step(record):
            record.add(fact)
            found.append(fact)
    return found


def assert_sound(record: Record, found: list[Fact]) -> None:
    for fact in found:
        assert fact.spans and 0 < fact.confidence <= 1
        assert all(0 <= span.start < span.end <= len(record.text) for span in fact.spans)
        if isinstance(fact.value, Role):
            assert fact.value.title.strip() == fact.value.title != ""
            assert fact.value.relative != fact.value.person
            assert isinstance(fact.value.person and record.get(fact.value.person), Fact)
        if isinstance(fact.value, Person | Organisation):
            assert fact.value.name.strip()
            spans = [(mention.start, mention.end) for mention in fact.value.mentions]
            assert len(spans) == len(set(spans))


@settings(max_examples=25, deadline=None)
@given(trees())
def test_the_steps_of_people_bodies_and_posts(record: Record) -> None:
    assert_sound(record, ran(record, places, moments, organisations, people, roles))


@settings(max_examples=40, deadline=None)
@given(trees())
def test_any_verb_may_be_asked_for_its_people(record: Record) -> None:
    ran(record, moments, organisations, people)
    desk = Desk(record)
    for token in desk.tokens:
        for found in (subject_of(desk, token), object_of(desk, token), desk.person(token)):
            assert found is None or isinstance(found.value, Person)
        body = desk.body(token)
        assert body is None or isinstance(body.value, Organisation)
        told = standing(desk, token)
        assert told is None or (told.state in ("current", "former", "future") and 0 <= told.less < 0.5)
        assert is_passive(desk.annotation, token) in (True, False)
        term_of_clause(desk, token)


@settings(max_examples=50, deadline=None)
@given(trees())
def test_any_words_may_be_asked_for_titles(record: Record) -> None:
    annotation = record.annotation
    for token in annotation.tokens:
        sentence = annotation.sentence(token)
        for apart in (False, True):
            title = title_ending(annotation, token, apart)
            if title is not None:
                assert sentence.first <= title.begin <= title.first <= token.i < title.last <= sentence.last
                assert title.text.strip() == title.text != ""
        head = phrase_head(annotation, token.i)
        assert head is None or (token.i <= head.i < sentence.last and annotation.name_at(head) is None)
    for name in annotation.names:
        at = behind_comma(annotation, name)
        assert at is None or name.last < at < annotation.sentence(annotation.tokens[name.first]).last
        for title in (*titles_behind(annotation, name), *titles_in_front(annotation, name)):
            assert title.last <= name.first or title.first >= name.last
        if name.titles:
            assert all(title.first < name.first for title in titles_before(annotation, name.titles))


@settings(max_examples=50, deadline=None)
@given(trees())
def test_any_word_may_be_asked_where_it_stands(record: Record) -> None:
    grammar = Grammar(record.annotation)
    known = Candidates(grammar)
    assert all(one.i <= other.i for one, other in pairwise(known.all))
    assert all(0 <= candidate.entity < len(known.entities) for candidate in known.all)
    for token in record.annotation.tokens:
        assert token.i not in grammar.governors(token) or token.dep == "ROOT"
        assert grammar.verb(token) in grammar.verbs(grammar.verb(token)) | {-1}
        assert all(i > token.i for i in grammar.ahead(token))


@settings(max_examples=50, deadline=None)
@given(trees())
def test_any_pronoun_has_one_antecedent_or_none(record: Record) -> None:
    links = antecedents(record.annotation)
    assert links == Resolver(record.annotation).run()
    for i, link in links.items():
        assert 0 <= link.antecedent < len(record.annotation.tokens) and link.antecedent != i
        assert 0 < link.confidence <= 1 and link.rule


TOLD = (
    'Former Trade Minister Greta Holm, 58, resigned as head of the Torvik Foundation on Monday. "I am tired," she '
    "said. Holm, who was appointed in 2009, will be succeeded by her deputy, Olav Brandt, a lawyer and former mayor of "
    "Vik. Brandt joined the Labour Party in 1988 and served as a judge from 1994 to 2001. The foundation's founder, "
    "Gen. Jan Brek (ret.), is the brother-in-law of Holm. Brek told reporters that he and his wife had left the bank."
)
STORY = TOLD.split()
SPOILT: tuple[Callable[[str], str], ...] = (
    lambda word: "",
    str.upper,
    str.lower,
    str.swapcase,
    lambda word: word + word[-1:],
    lambda word: word + " " + word,
    lambda word: word.strip('.,"()'),
    lambda word: word + ",",
    lambda word: word + ".",
    lambda word: '"' + word,
    lambda word: "(" + word,
    lambda word: word[::-1],
    lambda word: word + "\n",
    lambda word: word.replace("e", "é"),
)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(STORY) - 1), st.sampled_from(SPOILT)), max_size=25))
def test_a_spoilt_story(changes: list[tuple[int, Callable[[str], str]]]) -> None:
    words = list(STORY)
    for at, change in changes:
        words[at] = change(words[at])
    article = article_of(" ".join(words))
    record = Record(article, next(annotate([article], model=False)))
    assert_sound(record, ran(record, places, moments, organisations, people, roles))
    assert antecedents(record.annotation) == Resolver(record.annotation).run()


CUT = [
    "Ana Lund met a brother",
    "Olav Brandt, the deputy mayor of Vik and a cousin of Holm, was appointed judge in 2009",
    "Greta Holm said no former ex-minister had left the post of",
    "The Torvik Bank, headed by President-elect Greta Holm, was her",
    "Lund, whose father, Gen. Jan Brek, resigned as the acting",
    '"We will go to the bank," he told Brandt while mayor of the',
]


@pytest.mark.parametrize(
    "text",
    list(dict.fromkeys(" ".join(text.split()[:size]) for text in CUT for size in range(1, len(text.split()) + 1))),
)
def test_a_text_that_is_cut_off(ruled: Told, text: str) -> None:
    record = ruled(text, upto="roles", published="2016-05-02")
    assert [finding for finding in record.findings if finding.severity == "error"] == []
    assert_sound(record, record.of("role"))
