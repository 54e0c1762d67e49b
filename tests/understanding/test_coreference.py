"""Whom pronouns mean: people, bodies, groups, places, and when nobody does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Told, article_of
from dateline.annotation.annotate import annotate
from dateline.record import Record
from dateline.understanding.identity.coreference import antecedents, taken_up
from dateline.values import Organisation, Person, Place

Meant = dict[str, list[str]]


def meant(record: Record) -> Meant:
    """The pronouns of each person, body and place that has any."""
    found: Meant = {}
    for kind in ("person", "organisation", "place"):
        for fact in record.of(kind):
            assert isinstance(fact.value, Person | Organisation | Place)
            words = [record.text[m.start : m.end] for m in fact.value.mentions if m.form == "pronoun"]
            if words:
                found[fact.value.name] = words
    return found


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Mrs. Ana Lund left. She was tired.", {"Ana Lund": ["She"]}),
        ("Mrs. Ana Lund left. He was tired.", {}),
        ("Mrs. Ana Lund sold her house.", {"Ana Lund": ["her"]}),
        ("Mr. Pedro Rojas hurt himself.", {"Pedro Rojas": ["himself"]}),
        ("Mr. Pedro Rojas left because he was tired.", {"Pedro Rojas": ["he"]}),
        ("Mr. Pedro Rojas said his wife saw him.", {"Pedro Rojas": ["his", "him"]}),
        (
            "Mrs. Ana Lund met Mr. Pedro Rojas. She gave him her book.",
            {"Ana Lund": ["She", "her"], "Pedro Rojas": ["him"]},
        ),
        ("Anna Dahl spoke first. Then Peter Moss took her seat.", {"Anna Dahl": ["her"]}),
        ("Anna Dahl thanked Peter Moss, and he smiled.", {"Peter Moss": ["he"]}),
        ("Colonel Kesh Varro spoke. She was tired. He slept.", {"Kesh Varro": ["She"]}),
        ("Their daughter, Ana, is six. She goes to school in Berg.", {"Ana": ["She"]}),
    ],
)
def test_gender(told: Told, text: str, told_of: Meant) -> None:
    assert meant(told(text, upto="people")) == told_of


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Mr. Pedro Rojas met Mr. Ivan Brek. He left.", {"Pedro Rojas": ["He"]}),
        ("Mr. Pedro Rojas spoke. It rained all day. Mr. Ivan Brek slept. He left.", {"Ivan Brek": ["He"]}),
        ("Mr. Pedro Rojas spoke. It rained. He slept. It snowed. He left.", {"Pedro Rojas": ["He", "He"]}),
        ("Mr. Pedro Rojas said Mr. Ivan Brek was calm, although he wept.", {"Ivan Brek": ["he"]}),
        ("Mr. Pedro Rojas met Mr. Ivan Brek, who fights for his life.", {"Ivan Brek": ["his"]}),
        ("Mr. Pedro Rojas wants to sell his boat.", {"Pedro Rojas": ["his"]}),
        ("Mr. Pedro Rojas met his son.", {"Pedro Rojas": ["his"]}),
        ("Mr. Ivan Brek said on Monday that he would resign.", {"Ivan Brek": ["he"]}),
        ("In his speech on Monday, Ivan Brek promised new roads.", {"Ivan Brek": ["his"]}),
        ("When she arrived in Berg, Ana Lund went to the town hall.", {"Ana Lund": ["she"]}),
        ("Ana Lund defended herself. Her lawyer called no witness.", {"Ana Lund": ["herself", "Her"]}),
        ("Ivan Brek decided to repair the roof himself.", {"Ivan Brek": ["himself"]}),
        ("Ana Lund and her brother left Berg.", {"Ana Lund": ["her"]}),
    ],
)
def test_syntax_and_salience(told: Told, text: str, told_of: Meant) -> None:
    assert meant(told(text, upto="people")) == told_of


@pytest.mark.parametrize(
    "text",
    [
        "He left. Mr. Pedro Rojas spoke.",
        "Mr. Pedro Rojas met him.",
        "Mr. Pedro Rojas wanted to meet him.",
        "Mr. Pedro Rojas spoke. It rained. It snowed. It thawed. It froze. It rained. He left.",
        "Mr. Pedro Rojas spoke. A man woke. The man said he was cold.",
        "Mr. Pedro Rojas spoke. The pilot said he was cold.",
        "A woman was found near the mill. Police said her name was not known. Mr. Pedro Rojas spoke.",
        "Mr. Pedro Rojas spoke. The woman lost her ring.",
        "A nurse said she had seen the crash. Mr. Pedro Rojas had not.",
        "He saw her.",
        "",
    ],
)
def test_nobody_named(told: Told, text: str) -> None:
    assert meant(told(text, upto="people")) == {}


def test_an_unnamed_woman_leaves_him_his_pronoun(told: Told) -> None:
    text = "Mr. Pedro Rojas spoke. The woman slept. He left."
    assert meant(told(text, upto="people")) == {"Pedro Rojas": ["He"]}


def test_her_is_the_unnamed_woman(told: Told) -> None:
    text = "Ana Lund lives in Berg. A woman said a dog had bitten her on Monday."
    assert "Ana Lund" not in meant(told(text, upto="people"))


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("The Brek Bank said it would close 40 branches.", {"Brek Bank": ["it"]}),
        ("The Lund Foundation sold its boats.", {"Lund Foundation": ["its"]}),
        ("Norway said it would send a ship.", {"Norway": ["it"]}),
        ("Norway recalled its ambassador.", {"Norway": ["its"]}),
        ("Denmark recalled its envoy. It said it would wait.", {"Denmark": ["its", "It", "it"]}),
        ("The rebels said they would leave.", {"rebels": ["they"]}),
        ("Police said they would search the lake.", {"Police": ["they"]}),
        ("The rebels left their camp. They took the bridge.", {"rebels": ["their", "They"]}),
        ("The Interior Ministry said it was clear that it would pay.", {"Interior Ministry": ["it"]}),
        ("The Brek Bank hired Ana Lund. She left after it lost money.", {"Ana Lund": ["She"], "Brek Bank": ["it"]}),
        ("The protesters burned a car before they were arrested.", {"protesters": ["they"]}),
    ],
)
def test_bodies_groups_and_places(told: Told, text: str, told_of: Meant) -> None:
    assert meant(told(text, upto="people")) == told_of


@pytest.mark.parametrize(
    "text",
    [
        "It rained in Norway all day.",
        "Norway waits. It is clear that rain will fall.",
        "Norway waits. It snowed on Monday.",
        "Norway waits. It seems that nobody will come.",
        "Norway waits. It was Monday.",
        "Norway voted. It took two days to count the votes.",
        "Norway voted. It was said that the count would take days.",
        "The Brek Bank closed. It is a pity that nobody came.",
        "The Brek Bank closed. It was not clear when.",
        "The Brek Bank made it clear that nobody would be paid.",
        "The Brek Bank found it hard to hire nurses.",
        "The rebels and the soldiers left. They slept.",
        "Two Danish ships were hit. They sank near Norway.",
    ],
)
def test_it_and_they_are_nobody_named(told: Told, text: str) -> None:
    assert meant(told(text, upto="people")) == {}


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ('"I am tired," Ana Lund said.', {"Ana Lund": ["I"]}),
        ('Ana Lund said: "My house is gone."', {"Ana Lund": ["My"]}),
        ('Ana Lund was angry. "I will not go," she said.', {"Ana Lund": ["I", "she"]}),
        ('The Brek Bank said: "We will pay our debts."', {"Brek Bank": ["We", "our"]}),
        ('Mr. Pedro Rojas was angry. "Mr. Ivan Brek must leave," he said.', {"Pedro Rojas": ["he"]}),
        ('Mr. Ivan Brek fell. "He is in hospital," Mr. Pedro Rojas said.', {"Ivan Brek": ["He"]}),
        ('"We are all cold," Ana Lund said.', {}),
        ('"I saw it," a farmer said. Ana Lund saw nothing.', {}),
        ("I saw Ana Lund in Berg.", {}),
        ('Ana Lund left Berg. "You must pay," a man told her.', {"Ana Lund": ["You", "her"]}),
        ('"You must pay," a man said. Ana Lund left.', {}),
        ('Pedro Rojas told Ana Lund: "You have lost your ship."', {"Ana Lund": ["You", "your"]}),
        ('Pedro Rojas told Ana Lund and Ivan Brek: "You have lost."', {}),
        ('Pedro Rojas told reporters: "You have lost."', {}),
        ('Ana Lund, asked about Mr. Pedro Rojas, said: "I am ill." Mr. Pedro Rojas said no more.', {"Ana Lund": ["I"]}),
        ("\"He told me: 'I am ill',\" Ana Lund said.", {"Ana Lund": ["me"]}),
    ],
)
def test_speakers(told: Told, text: str, told_of: Meant) -> None:
    assert meant(told(text, upto="people")) == told_of


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ('"We will pay," said Brek Bank spokesman Pedro Rojas.', {"Brek Bank": ["We"]}),
        ('"We will pay," said Pedro Rojas, a spokesman for the Brek Bank.', {"Brek Bank": ["We"]}),
        ('Norway\'s coach, Pedro Rojas, said: "We lost our best player."', {"Norway": ["We", "our"]}),
        ('Ships left Norway. "We need them," Norwegian Foreign Minister Pedro Rojas said.', {"Norway": ["We"]}),
        ('"We need ships," Norwegian Foreign Minister Pedro Rojas said.', {}),
        ('"We need ships," Norwegian farmer Pedro Rojas said.', {}),
        ('"We need ships," Brek Bank customer Pedro Rojas said.', {}),
        ('"We need ships," Bergen fire chief Pedro Rojas said.', {}),
    ],
)
def test_whoever_speaks_for_others(told: Told, text: str, told_of: Meant) -> None:
    found = meant(told(text, upto="people"))
    assert {who: words for who, words in found.items() if "e" in words[0].lower()} == told_of


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("The order came from Pedro Rojas himself.", {"Pedro Rojas": ["himself"]}),
        ("Ivan Brek met Pedro Rojas himself.", {"Pedro Rojas": ["himself"]}),
        ("Pedro Rojas, who hurt himself, was held.", {"Pedro Rojas": ["himself"]}),
        ("The rebels beat the Norwegians and drove them out.", {"Norwegians": ["them"]}),
        (
            '"It is over," Mr. Pedro Rojas said of Mr. Ivan Brek. "We are glad," he said.',
            {"Pedro Rojas": ["he"]},
        ),
    ],
)
def test_grammar(told: Told, text: str, told_of: Meant) -> None:
    assert meant(told(text, upto="people")) == told_of


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_whoever_speaks_is_not_he(told: Told, marks: str) -> None:
    text = f"Mr. Pedro Rojas spoke. {marks[0]}He is mad,{marks[1]} Mr. Ivan Brek said."
    assert meant(told(text, upto="people")).get("Ivan Brek") is None


def test_capitals_copy(told: Told) -> None:
    text = "PRESIDENT PEDRO ROJAS LEFT LIMA. HE SAID HE WAS TIRED."
    ((name, words),) = meant(told(text, upto="people")).items()
    assert name.lower() == "pedro rojas"
    assert words == ["HE", "HE"]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Mrs. Ana Lund left. She was tired.", {"Ana Lund": ["She"]}),
        ('"I am tired," Ana Lund said.', {"Ana Lund": ["I"]}),
        ("The rebels left. They took the bridge.", {"rebels": ["They"]}),
        ("Norway recalled its ambassador.", {"Norway": ["its"]}),
        ("Norway waits. It snowed on Monday.", {}),
    ],
)
def test_without_the_encoder(ruled: Told, text: str, told_of: Meant) -> None:
    assert meant(ruled(text, upto="people")) == told_of


WORDS = ["Mr. Pedro Rojas", "Ana Lund", "Norway", "the Brek Bank", "the rebels", "he", "her", "it", "they", "himself"]


@given(
    st.lists(
        st.sampled_from(
            [*WORDS, "the company", "the singer", "singer", "I", "you", "said", "told", "left", "saw", ".", ",", '"']
        )
    )
)
@settings(max_examples=40, deadline=None)
def test_any_words(words: list[str]) -> None:
    annotation = next(annotate([article_of(" ".join(words))], model=False))
    links = antecedents(annotation)
    assert antecedents(annotation) is links
    for i, link in links.items():
        token, other = annotation.tokens[i], annotation.tokens[link.antecedent]
        assert i != link.antecedent
        ahead = link.rule.startswith("speaker") or link.rule in ("addressee", "definite noun")
        assert other.i < i or other.sentence == token.sentence or ahead
        assert 0 < link.confidence <= 1
        assert link.antecedent not in links or links[link.antecedent].antecedent != i


def test_a_word_is_given_once() -> None:
    annotation = next(annotate([article_of("Ana Lund left. She slept.")]))
    lund, she = (next(t.i for t in annotation.tokens if t.text == word) for word in ("Lund", "She"))
    assert [number for number, _ in taken_up(annotation, {lund: 7})] == [7]
    assert list(taken_up(annotation, {lund: 7, she: 8})) == []
    assert list(taken_up(annotation, {})) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Brek Bank said it would sell its ships. Norway said it would not. Its minister slept.",
        "Ana Lund told Pedro Rojas that he and the rebels had lost. They left her.",
    ],
)
def test_a_pronoun_has_one_meaning(told: Told, text: str) -> None:
    record = told(text, upto="people")
    found = [
        (mention.start, mention.end)
        for kind in ("person", "organisation", "place")
        for fact in record.of(kind)
        if isinstance(fact.value, Person | Organisation | Place)
        for mention in fact.value.mentions
        if mention.form == "pronoun"
    ]
    assert len(found) == len(set(found))
