"""Articles in, annotations out: order, languages, batches, what a known place is."""

import pytest
from msgspec.structs import replace

from conftest import article_of
from dateline.annotated import Annotation
from dateline.annotation.annotate import FALLBACK, annotate, gazetteer
from dateline.model import Article


def article(text: str, language: str | None = "en", **roles: str) -> Article:
    return replace(article_of(text, **roles), language=language)


def words(annotation: Annotation) -> list[str]:
    return [token.text for token in annotation.tokens]


def test_no_articles_no_annotations() -> None:
    assert list(annotate([])) == []


def test_annotations_come_in_the_order_of_the_articles() -> None:
    texts = ["One man left.", "", "Two men came.", "NINE MEN OF ORLENA CAME BACK."]
    found = list(annotate([article(text) for text in texts]))
    assert [words(each)[:1] for each in found] == [["One"], [], ["Two"], ["Nine"]]


def test_languages_may_be_mixed_in_a_batch() -> None:
    found = list(annotate([article("Un homme.", "fr"), article("One man left."), article("Ein Mann.", "de")]))
    assert [each.parsed for each in found] == [False, True, False]
    assert words(found[1]) == ["One", "man", "left", "."]


def test_a_batch_reads_like_single_articles() -> None:
    texts = ["Mayor Marta Lund left Oslo.", "THE FRONT OF ORLA WATER (EQUO) LEFT.", "Equo is a shop."]
    together = list(annotate([article(text) for text in texts]))
    alone = [next(annotate([article(text)])) for text in texts]
    for one, other in zip(together, alone, strict=True):
        assert words(one) == words(other)
        assert one.names == other.names


def test_what_one_article_spells_out_is_unknown_to_the_next() -> None:
    texts = ["THE ORLA FRONT OF WATER (EQUO) LEFT.", "MEN OF EQUO CAME BACK TODAY."]
    first, second = annotate([article(text) for text in texts])
    assert "EQUO" in words(first)
    assert "EQUO" not in words(second)


def test_an_unknown_language_is_read_in_full() -> None:
    found = next(annotate([article("One man left.", None)]))
    assert found.parsed
    assert found.words.language.code == FALLBACK


def test_of_another_language_only_byline_and_credit_are_read() -> None:
    text = "Por Marta Lund\nUn hombre se fue.\nFoto: Ivo Brek"
    found = next(annotate([article(text, "es", byline="Por Marta Lund", credit="Foto: Ivo Brek")]))
    assert not found.parsed
    assert "hombre" not in words(found)
    assert {"Lund", "Brek"} <= set(words(found))


def test_quotations_are_found_in_any_language() -> None:
    found = next(annotate([article('Dijo: "Nos vamos".', "es")]))
    assert len(found.quotations) == 1


def test_stray_marks_are_kept() -> None:
    assert next(annotate([article('She said: "We go.')])).stray_marks


@pytest.mark.parametrize(
    ("name", "large"),
    [
        ("Norway", True),
        ("Texas", True),
        ("the Gulf", True),
        ("Lagos", True),
        ("Galan", False),
        ("Xorbaville", False),
        ("", False),
    ],
)
def test_large_places(name: str, large: bool) -> None:
    assert gazetteer().is_large(name) is large


def test_the_gazetteer_opens_once() -> None:
    assert gazetteer() is gazetteer()
