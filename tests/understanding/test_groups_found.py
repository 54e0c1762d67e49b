"""Groups without a name: the words they are told by, what guards against others, and which are one in a story."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Told, article_of
from dateline.annotated import Annotation, Token
from dateline.annotation.annotate import annotate
from dateline.languages import load
from dateline.record import Record
from dateline.understanding.identity.groups.found import Group, groups, is_group_word
from dateline.understanding.identity.groups.guards import only_modifies
from dateline.understanding.identity.groups.phrases import is_plural, phrase_of
from dateline.understanding.identity.groups.words import group_words
from dateline.values import Organisation


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)]))


def word(annotation: Annotation, text: str) -> Token:
    return next(token for token in annotation.tokens if token.text == text)


def phrases(text: str) -> list[str]:
    annotation = parsed(text)
    tokens = annotation.tokens
    return [text[tokens[group.first].start : tokens[group.head].end] for group in groups(annotation)]


def one(text: str) -> Group:
    (group,) = groups(parsed(text))
    return group


def chains(record: Record) -> list[list[str]]:
    found = [fact.value for fact in record.of("organisation") if isinstance(fact.value, Organisation)]
    return [[record.text[m.start : m.end] for m in value.mentions if m.form != "pronoun"] for value in found]


# Where a phrase begins and ends


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fishermen left.", ["The fishermen"]),
        ("Some 40 fishermen left.", ["Some 40 fishermen"]),
        ("About 40 fishermen left.", ["About 40 fishermen"]),
        ("More than 40 fishermen left.", ["More than 40 fishermen"]),
        ("Fewer than 40 fishermen left.", ["Fewer than 40 fishermen"]),
        ("Hundreds of fishermen left.", ["Hundreds of fishermen"]),
        ("Thousands of angry fishermen left.", ["Thousands of angry fishermen"]),
        ("A group of fishermen left.", ["A group of fishermen"]),
        ("The three tired fishermen left.", ["The three tired fishermen"]),
        ("Berg's fishermen left.", ["Berg's fishermen"]),
        ("Her fishermen left.", ["Her fishermen"]),
        ("These fishermen left.", ["These fishermen"]),
        ("On Monday, angry fishermen left.", ["angry fishermen"]),
        ("Fishermen, miners and teachers left.", ["Fishermen", "miners", "teachers"]),
        ("The fishermen and the miners left.", ["The fishermen", "the miners"]),
        ("The blast hurt nine miners and two teachers.", ["nine miners", "two teachers"]),
        ("Masked gunmen took the mill.", ["Masked gunmen"]),
        ("The Norwegian fishermen left.", ["The Norwegian fishermen"]),
        ("Three Norwegian fishermen left.", ["Three Norwegian fishermen"]),
        ("The governor's office closed.", ["The governor's office"]),
        ("The prosecutor's office opened a case.", ["The prosecutor's office"]),
        ("Riot police closed the road.", ["Riot police"]),
        ("The air force bombed the mill.", ["The air force"]),
        ("Both fishermen left.", ["Both fishermen"]),
        ("Half the fishermen left.", ["Half the fishermen"]),
        ("A court in Bergen closed.", ["A court"]),
        ("A court in western Norway closed.", ["A court"]),
        ("A Bergen court closed.", ["A Bergen court"]),
        ("A court in the capital Oslo closed.", ["A court"]),
        ("Forces loyal to Ana Lund left.", ["Forces"]),
        ("Rebels kidnapped up to 16 Norwegian miners.", ["Rebels", "16 Norwegian miners"]),
    ],
)
def test_a_groups_words(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The fish left.",
        "The mill burned.",
        "The police car burned.",
        "The army base burned.",
        "Army bases burned.",
        "A police-led inquiry began.",
        "The government building burned.",
        "The student union building burned.",
        "Teacher training begins.",
        "He is a farmer.",
        "Ana Lund, a farmer, left.",
        "Farmer Ana Lund left.",
        "Police officer Ana Lund left.",
        "No fishermen left.",
        "The birthday party was long.",
        "They played on the tennis court.",
        "The food bank opened.",
        "The court closed.",
        "The election party was long.",
        "Third parties agreed.",
        "Nobody left.",
        "",
    ],
)
def test_what_is_no_group(text: str) -> None:
    assert phrases(text) == []


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("The rebels left.", "REB"),
        ("The rebel fighters left.", "REB"),
        ("The gunmen left.", "UAF"),
        ("The militiamen left.", "PRM"),
        ("The policemen left.", "COP"),
        ("The soldiers left.", "MIL"),
        ("The troops left.", "MIL"),
        ("The diplomats left.", "GOV"),
        ("The judges left.", "JUD"),
        ("The lawmakers left.", "LEG"),
        ("The refugees left.", "REF"),
        ("The reporters left.", "JRN"),
        ("The nurses left.", "MED"),
        ("The miners left.", "LAB"),
        ("The volunteers left.", "SOC"),
        ("The monks left.", "REL"),
        ("The merchants left.", "BUS"),
        ("The smugglers left.", "CRM"),
        ("The pupils left.", "EDU"),
        ("The herders left.", "AGR"),
        ("The villagers left.", "CVL"),
        ("The dissidents left.", "OPP"),
    ],
)
def test_its_noun_tells_the_sector(text: str, sector: str) -> None:
    assert one(text).sector == sector


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Seven miners left.", 7),
        ("The seven miners left.", 7),
        ("At least seven miners left.", 7),
        ("Some 1,200 miners left.", 1200),
        ("Twenty-one miners left.", 21),
        ("Several miners left.", None),
        ("Hundreds of miners left.", None),
        ("The miners left.", None),
    ],
)
def test_how_many_there_are(text: str, number: int | None) -> None:
    assert one(text).number == number


@pytest.mark.parametrize(
    ("text", "definite"),
    [
        ("The miners left.", True),
        ("These miners left.", True),
        ("Their miners left.", True),
        ("Peru's miners left.", True),
        ("Miners left.", False),
        ("Some miners left.", False),
        ("Many miners left.", False),
        ("Nine miners left.", False),
        ("Another gunman left.", False),
    ],
)
def test_which_ones_are_known_already(text: str, definite: bool) -> None:
    assert one(text).definite is definite


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Peruvian miners left.", "PER"),
        ("Peru's miners left.", "PER"),
        ("The nine Peruvian miners left.", "PER"),
        ("The miners left Peru.", None),
        ("The miners met Peru's mayor.", None),
        ("Peru-backed miners left.", None),
        ("The government of Peru fell.", "PER"),
        ("The governments of Peru and Chile fell.", None),
    ],
)
def test_the_country_beside_it(text: str, country: str | None) -> None:
    assert next(group.country for group in groups(parsed(text))) == country


# Words and guards


@pytest.mark.parametrize(
    ("text", "noun", "plural"),
    [
        ("The miners left.", "miners", True),
        ("The gunmen left.", "gunmen", True),
        ("A miner left.", "miner", False),
        ("GUNMEN LEFT.", "GUNMEN", True),
        ("The press left.", "press", False),
    ],
)
def test_one_or_several(text: str, noun: str, plural: bool) -> None:
    assert is_plural(word(parsed(text), noun)) is plural


@pytest.mark.parametrize(
    ("text", "noun", "modifies"),
    [
        ("The rebel-held town fell.", "rebel", True),
        ("Government buildings burned.", "Government", True),
        ("The soldiers left.", "soldiers", False),
        ("They saw soldiers.", "soldiers", False),
        ("The soldiers' camp burned.", "soldiers", False),
    ],
)
def test_what_only_modifies(text: str, noun: str, modifies: bool) -> None:
    annotation = parsed(text)
    assert only_modifies(annotation, word(annotation, noun)) is modifies


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("The tired miners left.", {"tired"}),
        ("The nine miners left.", set()),
        ("Peruvian miners left.", set()),
        ("The very old miners left.", {"very", "old"}),
        ("The miners left.", set()),
    ],
)
def test_the_words_that_tell_it_from_others(text: str, modifiers: set[str]) -> None:
    annotation = parsed(text)
    assert phrase_of(annotation, word(annotation, "miners")).modifiers == modifiers


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("Berg's miners left.", True),
        ("The Brek miners left.", True),
        ("The miners left.", False),
        ("Peruvian miners left.", False),
    ],
)
def test_whose_they_are(text: str, owned: bool) -> None:
    annotation = parsed(text)
    assert phrase_of(annotation, word(annotation, "miners")).owned is owned


def test_a_plain_plural_is_no_bodys_name() -> None:
    for text in ("Rebels left Berg.", "Ana Lund met the Brek Front."):
        annotation = parsed(text)
        assert not any(is_group_word(annotation, name) for name in annotation.names if " " in name.text)


def test_the_words_of_groups_are_prepared_once() -> None:
    known = group_words("en")
    assert known is group_words("en")
    assert known.longest == max(len(words) for words in known.sectors)
    assert all(lemmas[-1] in known.heads for lemmas in known.sectors)


def test_no_noun_of_a_group_has_two_sectors() -> None:
    told: dict[str, str] = {}
    for sector, nouns in load("en").groups.groups.items():
        for noun in nouns:
            assert told.setdefault(noun, sector) == sector, noun


def test_those_who_are_the_same_people_are_listed_once() -> None:
    listed = [noun for nouns in load("en").groups.same_people for noun in nouns]
    assert len(listed) == len(set(listed))
    assert group_words("en").same_people["gunman"] == group_words("en").same_people["attacker"]
    assert group_words("en").same_people["gunman"] != group_words("en").same_people["soldier"]


# Which are one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven miners were hurt. The miners slept.", [["Seven miners", "The miners"]]),
        ("Seven miners were hurt. The seven miners slept.", [["Seven miners", "The seven miners"]]),
        ("Seven miners were hurt. The seven slept.", [["Seven miners"]]),
        ("Angry fishermen left. The fishermen slept.", [["Angry fishermen", "The fishermen"]]),
        ("Refugees came. The migrants slept.", [["Refugees", "The migrants"]]),
        ("The rebels came. The army slept.", [["The rebels"], ["The army"]]),
        ("Seven miners came. Seven teachers slept.", [["Seven miners"], ["Seven teachers"]]),
        ("Seven miners came. Two miners slept.", [["Seven miners"], ["Two miners"]]),
        ("Seven miners came. Other miners slept.", [["Seven miners"], ["Other miners"]]),
        ("Peruvian miners came. The Chilean miners slept.", [["Peruvian miners"], ["The Chilean miners"]]),
        ("A gunman came. The gunmen slept.", [["A gunman"], ["The gunmen"]]),
        ("Miners came. Miners slept.", [["Miners"], ["Miners"]]),
        ("Peru's army came. Chile's army slept.", [["Peru's army"], ["Chile's army"]]),
        ("Our miners came. Their miners slept.", [["Our miners"], ["Their miners"]]),
        ("The army came. The army slept. The army left.", [["The army", "The army", "The army"]]),
    ],
)
def test_groups_joined_and_apart(told: Told, text: str, expected: list[list[str]]) -> None:
    assert chains(told(text, upto="organisations")) == expected


@given(
    st.lists(
        st.sampled_from(
            ["the", "nine", "rebels", "army", "of", "Peru", "'s", "and", ",", "-", "dozens", "police", "."]
        ),
        max_size=14,
    )
)
@settings(max_examples=15, deadline=None)
def test_any_words_in_any_order(words: list[str]) -> None:
    annotation = parsed(" ".join(words))
    for group in groups(annotation):
        assert 0 <= group.first <= group.core <= group.head < len(annotation.tokens)


def test_those_against_the_government_are_not_the_government_s(told: Told) -> None:
    record = told(
        "Police clashed with anti-government demonstrators in Lund. The demonstrators left.", upto="organisations"
    )
    names = [fact.value.name for fact in record.of("organisation") if isinstance(fact.value, Organisation)]
    assert "anti-government demonstrators" in names
    assert "government demonstrators" not in names
