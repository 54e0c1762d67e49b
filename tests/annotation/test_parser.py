"""Our tokens and sentences: offsets in the text as it came, blocks kept apart, the words that decide capitals."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import Annotation
from dateline.annotation.annotate import annotate
from dateline.annotation.gazetteer import gazetteer
from dateline.annotation.parser import READ_ROLES, Prepared, case_words, pipeline
from dateline.errors import MissingPart


def read(text: str, **roles: str) -> Annotation:
    return next(annotate([article_of(text, **roles)]))


@pytest.mark.parametrize(
    ("text", "word", "origin"),
    [
        ("The army left.", "army", "army"),
        ("Porto\u2019s mayor left.", "'s", "\u2019s"),
        ("\u201cNo,\u201d she said.", '"', "\u201c"),
        ("``No,'' she said.", '"', "``"),
        ("the &quot;army&quot; left", "army", "army"),
        ("wide    gap", "gap", "gap"),
        ("line\u00a0one", "one", "one"),
        ("THE ARMY OF ORLENA LEFT.", "Orlena", "ORLENA"),
    ],
)
def test_tokens_keep_the_offsets_of_the_text(text: str, word: str, origin: str) -> None:
    token = next(token for token in read(text).tokens if token.text == word)
    assert text[token.start : token.end] == origin


def test_an_empty_article_has_no_tokens() -> None:
    for text in ("", "   ", "\n\n"):
        assert read(text).tokens == ()
        assert read(text).sentences == ()


def test_a_block_of_blanks_among_others() -> None:
    tree = read("One man left.\n \nTwo men came.")
    assert [sentence.block for sentence in tree.sentences] == [0, 1]


def test_no_sentence_crosses_a_block() -> None:
    text = "The mayor of\nPorto left\nthe city."
    tree = read(text)
    assert len(tree.sentences) >= 3
    for sentence in tree.sentences:
        assert {token.block for token in tree.tokens_of(sentence)} == {sentence.block}


def test_sentences_know_the_role_of_their_block() -> None:
    tree = read("Mayor leaves\nThe mayor left.", headline="Mayor leaves")
    assert [sentence.role for sentence in tree.sentences] == ["headline", "paragraph"]


@pytest.mark.parametrize("role", ["section", "furniture"])
def test_furniture_is_not_parsed(role: str) -> None:
    tree = read("Share this\nThe mayor left.", **{role: "Share this"})
    assert [token.text for token in tree.tokens] == ["The", "mayor", "left", "."]
    assert tree.tokens[0].start == len("Share this\n")


def test_heads_stay_in_the_article() -> None:
    tree = read("She left. He stayed behind, and nobody knew.\nWhy?")
    for token in tree.tokens:
        assert tree.tokens[token.head].sentence == token.sentence


def test_entities_open_where_the_parser_says() -> None:
    tree = read("Marta Lund met Ivo Brek in Oslo.")
    opens = [token.text for token in tree.tokens if token.opens]
    assert "Marta" in opens
    assert "Lund" not in opens


def test_a_missing_model_is_told_with_its_cure() -> None:
    with pytest.raises(MissingPart, match="'xx_no_model' is not installed; run: pip install xx-no-model"):
        pipeline("xx_no_model")


def test_the_model_loads_once() -> None:
    name = read("One.").words.language.pipeline
    assert pipeline(name) is pipeline(name)


# The words that decide capitals


@pytest.mark.parametrize(
    "word",
    ["the", "said", "police", "country's", "don't", "won't", "they're", "armies", "antidrug", "grenade", "unpatriotic"],
)
def test_ordinary_words_are_common(word: str) -> None:
    assert case_words("en", gazetteer().is_large, gazetteer().is_demonym).is_common(word)


@pytest.mark.parametrize(
    "word",
    ["norway", "bogota", "peruvian", "swede", "pedro", "marta", "xorba", "norway's", "marta's", "antixorba", ""],
)
def test_names_are_not(word: str) -> None:
    assert not case_words("en", gazetteer().is_large, gazetteer().is_demonym).is_common(word)


@pytest.mark.parametrize(("word", "rare"), [("sullivan", True), ("castro", True), ("police", False), ("xorba", False)])
def test_words_that_only_dictionaries_have(word: str, rare: bool) -> None:
    assert case_words("en", gazetteer().is_large, gazetteer().is_demonym).is_rare(word) is rare


def test_titles_that_are_adjectives_too_make_no_surnames() -> None:
    titles = case_words("en", gazetteer().is_large, gazetteer().is_demonym).titles
    assert "president" in titles
    assert "senator" in titles
    assert "general" not in titles
    assert "major" not in titles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "THE COUNTRY'S ARMY SAID MAYOR MARTA SULLIVAN DIDN'T DIE.",
            "The country's army said mayor Marta Sullivan didn't die.",
        ),
        ("A GRENADE HIT THE CAR OF SENATOR IVO CASTRO.", "A grenade hit the car of senator Ivo Castro."),
        ("THE TARMA LIBERATION FRONT (XQP) LEFT OSLO.", "The Tarma Liberation Front (XQP) left Oslo."),
        ("THE ORLA FRONT OF WATER (EQUO) LEFT.\nEQUO MEN CAME.", "The Orla Front of Water (EQUO) left."),
        ("A COMMUNIST PARTY OF WORKERS WAS FOUNDED.", "A communist party of workers was founded."),
        ("THE SUPREME COURT SAID NOTHING IN BOGOTA.", "The Supreme Court said nothing in Bogota."),
    ],
)
def test_capitals_copy_in_newspaper_letters(text: str, expected: str) -> None:
    prepared = Prepared(article_of(text), READ_ROLES)
    prepared.fill(lambda: case_words("en", gazetteer().is_large, gazetteer().is_demonym))
    assert prepared.pieces[0] == expected


def test_an_acronym_of_one_block_is_kept_in_another() -> None:
    prepared = Prepared(article_of("THE ORLA FRONT OF WATER (EQUO) LEFT.\nTHEN EQUO MEN CAME BACK."), READ_ROLES)
    prepared.fill(lambda: case_words("en", gazetteer().is_large, gazetteer().is_demonym))
    assert prepared.pieces[1] == "Then EQUO men came back."


def test_mixed_letters_are_left_alone_and_need_no_words() -> None:
    def never() -> None:
        raise AssertionError

    prepared = Prepared(article_of("The FMLX left. USA!\nAn eBay seller of NWC (National) came."), READ_ROLES)
    prepared.fill(never)  # type: ignore[arg-type]
    assert prepared.pieces == ["The FMLX left. USA!", "An eBay seller of NWC (National) came."]


# Whatever the text


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="aB \n.,\u2019\u201c`'&;quot\u00ad\u00a0(1)", max_size=60))
def test_tokens_lie_in_order_inside_their_blocks(text: str) -> None:
    article = article_of(text)
    tree = next(annotate([article]))
    for token in tree.tokens:
        block = article.blocks[token.block]
        assert block.start <= token.start < token.end <= block.end
        assert tree.tokens[token.i] is token
    assert all(a.start <= b.start for a, b in itertools.pairwise(tree.tokens))
    assert [i for sentence in tree.sentences for i in range(sentence.first, sentence.last)] == list(
        range(len(tree.tokens))
    )
