"""Groups without a capital letter: which phrases name one, of which sector, and which do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import Annotation
from dateline.annotation.annotate import annotate
from dateline.understanding.identity.groups.found import Group, group_words, groups


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)]))


def found(text: str) -> list[Group]:
    return list(groups(parsed(text)))


def phrases(text: str) -> list[str]:
    annotation = parsed(text)
    return [
        text[annotation.tokens[group.first].start : annotation.tokens[group.head].end] for group in groups(annotation)
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "sector"),
    [
        ("The rebels left.", "The rebels", "REB"),
        ("Two masked men fled.", "Two masked men", "UAF"),
        ("Riot police moved in.", "Riot police", "COP"),
        ("The soldiers slept.", "The soldiers", "MIL"),
        ("The finance ministry refused.", "The finance ministry", "GOV"),
        ("The appeals court refused.", "The appeals court", "JUD"),
        ("Parliament refused.", "Parliament", "LEG"),
        ("The ruling party refused.", "The ruling party", "PTY"),
        ("Norwegian forces shelled the town.", "Norwegian forces", "MIL"),
        ("Opposition forces shelled the town.", "Opposition forces", "REB"),
        ("Militia forces shelled the town.", "Militia forces", "PRM"),
        ("Refugees slept.", "Refugees", "REF"),
        ("Rescuers slept.", "Rescuers", "MED"),
        ("State media said nothing.", "State media", "JRN"),
        ("Drug traffickers fled.", "Drug traffickers", "CRM"),
        ("The prosecutor's office refused.", "The prosecutor's office", "GOVJUD"),
        ("The prosecutor’s office refused.", "The prosecutor’s office", "GOVJUD"),
    ],
)
def test_a_group_and_its_sector(text: str, phrase: str, sector: str) -> None:
    assert phrases(text) == [phrase]
    assert [group.sector for group in found(text)] == [sector]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rained.",
        "A group of songs won.",
        "Market forces decide.",
        "The forces of nature did it.",
        "By force of habit he slept.",
        "A task force was set up.",
        "People like it.",
        "Police officer Ana Lund slept.",
        "Pedro Rojas, a farmer, slept.",
        "Pedro Rojas was a soldier.",
        "The minister slept.",
        "The party went on all night.",
        "The soldier song won.",
    ],
)
def test_no_group(text: str) -> None:
    assert found(text) == []


def test_several_in_one_sentence() -> None:
    text = "The rebels shot at soldiers while villagers hid and police watched."
    assert phrases(text) == ["The rebels", "soldiers", "villagers", "police"]


@pytest.mark.parametrize(
    ("text", "definite", "bare"),
    [
        ("The rebels left.", True, True),
        ("Nine rebels left.", False, True),
        ("The Peruvian rebels left.", True, False),
        ("The armed rebels left.", True, False),
        ("His soldiers left.", True, True),
    ],
)
def test_definite_and_bare(text: str, definite: bool, bare: bool) -> None:
    (group,) = found(text)
    assert (group.definite, group.bare) == (definite, bare)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Peruvian rebels left.", "PER"),
        ("Peru's armed rebels left.", "PER"),
        ("The rebels left Peru.", None),
    ],
)
def test_the_country_of_a_group(text: str, country: str | None) -> None:
    (group,) = found(text)
    assert group.country == country


def test_capitals_hide_no_plural() -> None:
    assert [group.lemma for group in found("SOLDIERS LEFT THE TOWN.")] == ["soldier"]


def test_men_in_capitals_are_men() -> None:
    assert [group.lemma for group in found("Gunmen fled.")] == ["gunman"]


def test_its_own_words_belong_to_it() -> None:
    (group,) = found("The armed opposition left.")
    assert group.lemma == "armed opposition"


def test_a_name_keeps_its_words() -> None:
    assert found("The Liberation Army of Westmark left.") == []


def test_the_longest_phrase_gives_the_sector() -> None:
    words = group_words("en")
    assert words.sectors[("police", "officer")] == "COP"
    assert words.longest >= 3
    assert "officer" in words.heads and "police officer" not in words.heads


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "The",
                "Nine",
                "armed",
                "police",
                "officers",
                "rebels",
                "'",
                "'s",
                "Norway",
                ",",
                ".",
                "of",
                "group",
                "court",
            ]
        )
    )
)
@settings(max_examples=25, deadline=None)
def test_any_words_at_all(words: list[str]) -> None:
    annotation = parsed(" ".join(words))
    for group in groups(annotation):
        assert 0 <= group.first <= group.core <= group.head < len(annotation.tokens)
        assert annotation.tokens[group.first].sentence == annotation.tokens[group.head].sentence
