"""Second names: what links them, how far they reach, and what is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import Annotation
from dateline.annotation.annotate import annotate
from dateline.understanding.identity.aliases import aliases


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)]))


def pairs(text: str) -> list[tuple[str, str]]:
    """Each person with the alias given to them."""
    annotation = parsed(text)
    by_first = {name.first: name.text for name in annotation.names}
    return [(by_first[first], alias.text) for first, alias in aliases(annotation).items()]


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("General Pedro Rojas, dubbed Condor, fled.", "Condor"),
        ("General Pedro Rojas (also known as Condor) fled.", "Condor"),
        ("General Pedro Rojas, better known as Condor, fled.", "Condor"),
        ("General Pedro Rojas alias Condor fled.", "Condor"),
        ("General Pedro Rojas, nicknamed the Silver Fox, fled.", "Silver Fox"),
        ('General Pedro Rojas, nicknamed "Condor", fled.', "Condor"),
        ("General Pedro Rojas, nicknamed “Condor”, fled.", "Condor"),
    ],
)
def test_what_links_a_second_name(text: str, alias: str) -> None:
    assert pairs(text) == [("Pedro Rojas", alias)]


@pytest.mark.parametrize(
    "text",
    [
        "General Pedro Rojas fled to Lima.",
        "General Pedro Rojas, known for his temper, fled.",
        "General Pedro Rojas, nicknamed by his own men, fled.",
        "General Pedro Rojas was dubbed a traitor.",
        "General Pedro Rojas fled. Also known as Condor was his son.",
        "Nicknamed",
        "",
    ],
)
def test_no_second_name(text: str) -> None:
    assert pairs(text) == []


def test_an_alias_ends_with_its_sentence() -> None:
    assert pairs("General Pedro Rojas was dubbed. Condor is a bird.") == []


def test_two_people_have_an_alias_each() -> None:
    text = "General Pedro Rojas, dubbed Condor, met Colonel Ivan Lund, dubbed Badger."
    assert pairs(text) == [("Pedro Rojas", "Condor"), ("Ivan Lund", "Badger")]


def test_an_alias_of_common_words_has_offsets_of_its_own() -> None:
    annotation = parsed("General Pedro Rojas, nicknamed the Silver Fox, fled.")
    (alias,) = aliases(annotation).values()
    assert "General Pedro Rojas, nicknamed the Silver Fox, fled."[alias.start : alias.end] == "Silver Fox"


@given(st.lists(st.sampled_from(["Pedro Rojas", ",", "(", "dubbed", "alias", "also known as", "the", "Fox", "."])))
@settings(max_examples=25, deadline=None)
def test_never_outside_the_text_and_never_its_own_alias(words: list[str]) -> None:
    annotation = parsed(" ".join(words))
    for first, alias in aliases(annotation).items():
        assert alias.first > first
        assert 0 < alias.first < alias.last <= len(annotation.tokens)
