"""Title phrases: their words, state, country and rank, before a name, behind it and alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import Annotation
from dateline.annotation.annotate import annotate
from dateline.understanding.identity.titles import Title, gender_of, title_before, title_behind, title_ending


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)]))


def ending(text: str, head: str) -> Title | None:
    annotation = parsed(text)
    return title_ending(annotation, next(token for token in annotation.tokens if token.text == head))


def before(text: str) -> Title | None:
    """The title before the first person of the text."""
    annotation = parsed(text)
    name = next(name for name in annotation.names if name.label == "person")
    return title_before(annotation, name.titles) if name.titles else None


def behind(text: str) -> Title | None:
    annotation = parsed(text)
    return title_behind(annotation, next(name for name in annotation.names if name.label == "person"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Deputy Water Minister Ana Lund left.", "Deputy Water Minister"),
        ("Former Deputy Water Minister Ana Lund left.", "Deputy Water Minister"),
        ("Norway's President Ana Lund left.", "President"),
        ("Minister of Trade Ana Lund left.", "Minister of Trade"),
        ("Vice President Ana Lund left.", "Vice President"),
        ("Major General Pedro Rojas left.", "Major General"),
        ("Police chief Ana Lund left.", "Police chief"),
        ("Chief Justice Ana Lund left.", "Chief Justice"),
    ],
)
def test_before_a_name(text: str, title: str) -> None:
    found = before(text)
    assert found is not None and found.text == title


@pytest.mark.parametrize("text", ["Mr. Pedro Rojas left.", "Mrs. Ana Lund left.", "Sir Pedro Rojas left."])
def test_an_honorific_alone_is_no_title(text: str) -> None:
    assert before(text) is None


@pytest.mark.parametrize(
    ("text", "state", "acting"),
    [
        ("President Ana Lund left.", "current", False),
        ("Former President Ana Lund left.", "former", False),
        ("Ex-President Ana Lund left.", "former", False),
        ("Outgoing President Ana Lund left.", "former", False),
        ("Incoming President Ana Lund left.", "future", False),
        ("Acting President Ana Lund left.", "current", True),
        ("Former acting President Ana Lund left.", "former", True),
    ],
)
def test_former_future_and_acting(text: str, state: str, acting: bool) -> None:
    found = before(text)
    assert found is not None
    assert (found.state, found.acting) == (state, acting)


@pytest.mark.parametrize(
    ("text", "title", "country"),
    [
        ("Ana Lund, the water minister, left.", "water minister", None),
        ("Ana Lund, Norway's former water minister, left.", "water minister", "NOR"),
        ("Ana Lund, the Norwegian ambassador, left.", "ambassador", "NOR"),
        ("Ana Lund, president of Norway, left.", "president", "NOR"),
        ("Ana Lund, mayor of Bergen, left.", "mayor", None),
        ("Ana Lund, a lawyer who won, left.", "lawyer", None),
    ],
)
def test_behind_a_name(text: str, title: str, country: str | None) -> None:
    found = behind(text)
    assert found is not None
    assert (found.text, found.country) == (title, country)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lund left.",
        "Ana Lund, tired and cold, left.",
        "Ana Lund, President Pedro Rojas and others left.",
        "Ana Lund and the mayor left.",
        "Ana Lund, whose brother is mayor, left.",
    ],
)
def test_nothing_behind_a_name(text: str) -> None:
    assert behind(text) is None


@pytest.mark.parametrize(
    ("text", "head", "sector", "rank"),
    [
        ("The colonel left.", "colonel", "MIL", True),
        ("The major general left.", "general", "MIL", True),
        ("The attorney general left.", "general", "GOV", False),
        ("The police chief left.", "chief", "COP", False),
        ("The field commander left.", "commander", "REB", False),
        ("The chief left.", "chief", None, False),
        ("The deputy water minister left.", "minister", "GOV", False),
    ],
)
def test_sector_and_rank(text: str, head: str, sector: str | None, rank: bool) -> None:
    found = ending(text, head)
    assert found is not None
    assert (found.sector, found.rank) == (sector, rank)


@pytest.mark.parametrize(("text", "head"), [("The door opened.", "door"), ("Rain fell.", "Rain")])
def test_a_word_that_ends_no_title(text: str, head: str) -> None:
    assert ending(text, head) is None


def test_a_name_does_not_belong_to_the_title() -> None:
    found = ending("Bergen mayor left.", "mayor")
    assert found is not None and found.text == "mayor"


def test_a_field_belongs_to_it() -> None:
    found = ending("The ports minister left.", "minister")
    assert found is not None and found.text == "ports minister"


@pytest.mark.parametrize(
    ("text", "gender"),
    [("Mr.", "male"), ("Mrs.", "female"), ("King", "male"), ("Spokeswoman", "female"), ("Minister", None), ("", None)],
)
def test_gender(text: str, gender: str | None) -> None:
    annotation = parsed(text)
    assert gender_of(annotation, annotation.tokens) == gender


@given(
    st.lists(
        st.sampled_from(
            [
                "former",
                "-",
                "acting",
                "the",
                "Norway",
                "'s",
                "deputy",
                "water",
                "minister",
                "general",
                ",",
                "of",
                "Ana",
                "Lund",
                ".",
            ]
        )
    )
)
@settings(max_examples=30, deadline=None)
def test_any_words_at_all(words: list[str]) -> None:
    annotation = parsed(" ".join(words))
    for token in annotation.tokens:
        if title := title_ending(annotation, token):
            assert 0 <= title.begin <= title.first <= token.i < title.last
            assert title.text.strip() == title.text != ""
            assert not title.text.startswith("-")
    for name in annotation.names:
        title_behind(annotation, name)
