"""The names and nouns that pronouns may take up; pronouns by their form, and those that mean nobody; who speaks."""

import pytest

from conftest import article_of
from dateline.annotated import Annotation
from dateline.annotation.annotate import annotate
from dateline.understanding.identity.antecedents.candidates import Candidate, Candidates, Entity
from dateline.understanding.identity.antecedents.grammar import Grammar
from dateline.understanding.identity.antecedents.nouns import breadth, is_anaphoric, may_mean, told_apart
from dateline.understanding.identity.antecedents.pronouns import is_empty, pronouns
from dateline.understanding.identity.antecedents.speakers import Speakers, head_of
from dateline.values import Span


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)], model=False))


def known(text: str) -> Candidates:
    return Candidates(Grammar(parsed(text)))


def told(found: Candidates) -> list[str]:
    """Each candidate as "word: kind form", numbered by entity."""
    return [f"{c.entity} {found.annotation.tokens[c.i].text}: {c.kind} {c.form}" for c in found.all]


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Greta Holm left. Holm slept.", ["0 Holm: person name", "0 Holm: person name"]),
        ("A nurse woke. The nurse left.", ["0 nurse: person indefinite", "0 nurse: person definite"]),
        ("The nurse woke. A nurse left.", ["0 nurse: person definite", "1 nurse: person indefinite"]),
        ("The Torvik Bank closed.", ["0 Bank: body name"]),
        ("Norway voted.", ["0 Norway: place name"]),
        ("The Norwegians slept.", ["0 Norwegians: people name"]),
        ("A Norwegian singer fell.", ["0 singer: person indefinite"]),
        ("Holm is a nurse.", ["0 Holm: person name"]),
        ("Two farmers left.", ["0 farmers: people indefinite"]),
        ("Her farm burned.", ["0 farm: thing definite"]),
        ("The year was long.", []),
        ("She slept.", []),
        ("", []),
    ],
)
def test_candidates(text: str, candidates: list[str]) -> None:
    assert told(known(text)) == candidates


def test_several_joined_are_one_more_entity() -> None:
    found = known("Mr. Brandt and Mrs. Holm left.")
    assert told(found) == ["0 Brandt: person name", "1 Brandt: people indefinite", "2 Holm: person name"]
    both = found.all[1]
    assert both.many and found.annotation.tokens[both.joined].text == "Holm"
    assert not found.all[0].joined and not found.all[2].many


@pytest.mark.parametrize(
    ("text", "genders"),
    [
        ("Mr. Brandt and Mrs. Holm left.", ["male", None, "female"]),
        ("Greta Holm left. Holm slept.", ["female", "female"]),
        ("Queen Torvik slept.", ["female"]),
        ("The king slept.", ["male"]),
        ("The nurse slept.", [None]),
        ("Kesh Varro slept.", [None]),
        ("Norway slept.", [None]),
    ],
)
def test_genders(text: str, genders: list[str | None]) -> None:
    found = known(text)
    assert [found.entities[c.entity].gender for c in found.all] == genders


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Holm is a nurse.", {"nurse"}),
        ("Brandt, a farmer, left.", {"farmer"}),
        ("The Torvik Bank closed.", {"torvik", "bank"}),
        ("Holm met a nurse.", set()),
    ],
)
def test_what_an_entity_is_told_to_be(text: str, words: set[str]) -> None:
    assert known(text).entities[0].words == words


def test_a_name_in_apposition_is_whom_the_noun_means() -> None:
    found = known("Their child, Ana, fell.")
    assert len({c.entity for c in found.all}) == 1


def test_what_the_headline_names_is_marked() -> None:
    article = article_of("Holm wins\nBrandt slept on Monday. Lie woke.", headline="Holm wins")
    found = Candidates(Grammar(next(annotate([article], model=False))))
    marked = {found.annotation.tokens[c.i].text: found.entities[c.entity].header for c in found.all}
    assert marked["Holm"] and not marked["Lie"]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("He saw her and it.", ["he person male", "her person female", "it thing None"]),
        ("They hurt themselves.", ["they group None", "themselves group None reflexive"]),
        ("His hat burned.", ["his person male owns"]),
        ("Its roof and their hats burned.", ["its thing None owns", "their group None owns"]),
        ("Holm hurt herself.", ["herself person female reflexive"]),
        ("I saw you and us.", []),
        ("HE SLEPT.", ["he person male"]),
        ("", []),
    ],
)
def test_pronouns(text: str, forms: list[str]) -> None:
    found = [
        f"{p.token.lower} {p.sort} {p.gender}" + " owns" * p.owns + " reflexive" * p.reflexive
        for p in pronouns(Grammar(parsed(text)))
    ]
    assert found == forms


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("It rained.", True),
        ("It snowed.", True),
        ("It is clear that Holm left.", True),
        ("It is important to leave.", True),
        ("It is likely to rain.", True),
        ("It is dark.", True),
        ("It is a pity that Holm left.", True),
        ("It was Holm who left.", True),
        ("It seems that Holm left.", True),
        ("It turned out that Holm left.", True),
        ("It remains to be seen.", True),
        ("It took Holm an hour to leave.", True),
        ("It was said that Holm left.", True),
        ("Holm made it clear that she left.", True),
        ("Holm found it hard to leave.", True),
        ('"It was sold," Holm said.', True),
        ("It is a boat.", False),
        ("It is red.", False),
        ("It sank.", False),
        ("It took Holm home.", False),
        ("It was sold.", False),
        ("It cost a fortune.", False),
        ("It happened on Monday.", False),
        ("Holm found it.", False),
        ("Holm made it.", False),
        ("Holm said it was sold.", False),
        ("Its roof leaks.", False),
    ],
)
def test_it_that_means_nobody(text: str, empty: bool) -> None:
    grammar = Grammar(parsed(text))
    (it,) = [token for token in grammar.tokens if token.lower in ("it", "its")]
    assert is_empty(grammar, it) is empty


@pytest.mark.parametrize(
    ("text", "anaphoric"),
    [
        ("The bank closed.", True),
        ("That bank closed.", True),
        ("This small bank closed.", True),
        ("The oil bank closed.", True),
        ("A bank closed.", False),
        ("Every bank closed.", False),
        ("His bank closed.", False),
        ("The bank of Vik closed.", False),
        ("The bank that failed closed.", False),
        ("The bank closed by police slept.", False),
        ("The other bank closed.", False),
        ("The rival bank closed.", False),
        ("The biggest bank closed.", False),
        ("The bank, Torvik Corp., closed.", False),
        ("Bank closed.", False),
    ],
)
def test_nouns_that_may_take_somebody_up(text: str, anaphoric: bool) -> None:
    grammar = Grammar(parsed(text))
    noun = next(token for token in grammar.tokens if token.lower == "bank")
    assert is_anaphoric(grammar, noun) is anaphoric


@pytest.mark.parametrize("text", ["The banks closed.", "The two banks closed."])
def test_several_take_nobody_up(text: str) -> None:
    grammar = Grammar(parsed(text))
    assert not any(is_anaphoric(grammar, token) for token in grammar.tokens)


@pytest.mark.parametrize(
    ("text", "noun", "apart"),
    [
        ("The oil company closed.", "company", {"oil"}),
        ("The small town slept.", "town", set()),
        ("The town slept.", "town", set()),
    ],
)
def test_words_that_tell_which_one(text: str, noun: str, apart: set[str]) -> None:
    grammar = Grammar(parsed(text))
    assert told_apart(grammar, next(token for token in grammar.tokens if token.text == noun)) == apart


def noun_of(text: str) -> Candidate:
    (found,) = known(text).all
    return found


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The woman slept.", "any"),
        ("The company closed.", "any"),
        ("The bank closed.", "any"),
        ("The city slept.", "of the kind"),
        ("The singer slept.", "of the word"),
    ],
)
def test_whom_a_noun_may_mean(text: str, whom: str) -> None:
    assert breadth("en", noun_of(text)) == whom


CITY = Entity("place", places=frozenset({"city"}), named=True)
LAND = Entity("place", places=frozenset({"country"}), named=True)
BANK = Entity("body", words=frozenset({"torvik", "bank"}), named=True)
FIRM = Entity("body", words=frozenset({"torvik"}), named=True)
WOMAN = Entity("person", gender="female", named=True)


@pytest.mark.parametrize(
    ("text", "entity", "fits"),
    [
        ("The city slept.", CITY, True),
        ("The city slept.", LAND, False),
        ("The country slept.", LAND, True),
        ("The country slept.", WOMAN, False),
        ("The bank closed.", BANK, True),
        ("The company closed.", BANK, True),
        ("The company closed.", FIRM, True),
        ("The ministry closed.", BANK, False),
        ("The company closed.", WOMAN, False),
        ("The company closed.", CITY, False),
        ("The woman slept.", WOMAN, True),
        ("The woman slept.", FIRM, False),
    ],
)
def test_a_noun_is_of_its_entitys_kind(text: str, entity: Entity, fits: bool) -> None:
    assert may_mean("en", noun_of(text), entity) is fits


@pytest.mark.parametrize(
    ("text", "inside", "speaker"),
    [
        ('"I am ill," Holm said.', "ill", "Holm"),
        ('Holm said: "I am ill."', "ill", "Holm"),
        ('"I am ill," said the nurse who slept.', "ill", "nurse"),
        ('"I am ill," Holm told Brandt. "Go," he replied.', "ill", "Holm"),
        ('"I am ill," Holm told Brandt. "Go," he replied.', "Go", "he"),
        ('"We will pay," the Torvik Bank said.', "pay", "Bank"),
        ('"I am ill." Brandt slept.', "ill", None),
        ("I am ill, Holm said.", "ill", None),
        ('"I am ill," Holm said.', "Holm", None),
    ],
)
def test_who_speaks(text: str, inside: str, speaker: str | None) -> None:
    grammar = Grammar(parsed(text))
    found = Speakers(grammar).of(next(token for token in grammar.tokens if token.text == inside))
    assert (found.text if found else None) == speaker


@pytest.mark.parametrize(
    ("text", "phrase", "head"),
    [
        ("The old nurse slept.", "The old nurse", "nurse"),
        ("The head of the bank slept.", "The head of the bank", "head"),
        ("Greta Holm slept.", "Greta Holm", "Holm"),
    ],
)
def test_the_head_of_a_phrase(text: str, phrase: str, head: str) -> None:
    found = head_of(parsed(text), Span(text.index(phrase), text.index(phrase) + len(phrase)))
    assert found is not None and found.text == head


def test_no_words_have_no_head() -> None:
    assert head_of(parsed("Holm slept."), Span(0, 0)) is None
