"""Names that capitals copy gives away: acronyms in brackets, what they stand for, surnames behind given names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotation.acronyms import CaseWords, SpeltOut, initialled, spelt_out

ORDINARY = """
the a of and said rebels national water council front movement party army members attacked later peace he recently
created president text words indistinct leader for minister told union country left orbit galan river
"""
COMMON = frozenset(ORDINARY.split())
WORDS = CaseWords(
    is_common=COMMON.__contains__,
    is_place={"norway", "porto"}.__contains__,
    is_rare={"orbit", "galan"}.__contains__,
    stops=frozenset({"he", "of", "the", "a", "and", "for"}),
    given=frozenset({"ana", "luis"}),
    titles=frozenset({"president", "minister"}),
    determiners=frozenset({"the", "a", "its"}),
    indefinite=frozenset({"a"}),
    links=frozenset({"of", "and", "the", "for"}),
    outside=frozenset({"recently", "created", "self", "styled"}),
    geographic=frozenset({"river"}),
    bodies=frozenset({"front", "movement", "party", "council"}),
    body_adjectives=frozenset({"national"}),
)


def spelt(*texts: str) -> SpeltOut:
    return spelt_out(texts, WORDS)


def phrases(*texts: str) -> set[str]:
    return {" ".join(phrase) for phrase in spelt(*texts).phrases}


@pytest.mark.parametrize(
    ("text", "acronym", "phrase"),
    [
        ("THE NATIONAL WATER COUNCIL (NWC) SAID", "NWC", "NATIONAL WATER COUNCIL"),
        ("THE NATIONAL WATER COUNCIL [NWC] SAID", "NWC", "NATIONAL WATER COUNCIL"),
        ("THE NATIONAL COUNCIL OF WATER (NCW)", "NCW", "NATIONAL COUNCIL OF WATER"),
        ("THE WATER FRONT OF TARMA (XAFT) SAID", "XAFT", "WATER FRONT OF TARMA"),
        ("THE FRONT OF THE WATER PARTY (XAP) SAID", "XAP", "FRONT OF THE WATER PARTY"),
        ("THE RECENTLY CREATED WATER FRONT (XAQ)", "XAQ", "WATER FRONT"),
        ("THE SELF-STYLED WATER FRONT (XAQ)", "XAQ", "WATER FRONT"),
        ("MEMBERS OF THE TARMA\nWATER FRONT (XAQ)", "XAQ", "TARMA WATER FRONT"),
        ("XAQ [WATER FRONT OF TARMA] SAID", "XAQ", "WATER FRONT OF TARMA"),
    ],
)
def test_an_acronym_and_its_name(text: str, acronym: str, phrase: str) -> None:
    assert acronym in spelt(text).acronyms
    assert phrase in phrases(text)


@pytest.mark.parametrize(
    "text",
    [
        "HE SAID (TEXT)",
        "THE LEADER [WORDS INDISTINCT] SAID",
        "THE COUNCIL IN PORTO (NORWAY)",
        "THE PRESIDENT (ANA) LEFT",
        "THE NATIONAL COUNCIL (ORBATUSKA) LEFT",
        "THE NATIONAL COUNCIL (12 LEFT)",
        "THE NATIONAL COUNCIL ()",
        "THE NATIONAL COUNCIL (XAQ",
        "",
    ],
)
def test_what_is_no_acronym(text: str) -> None:
    assert spelt(text) == SpeltOut()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("REBELS, COUNCIL (XAQ)", "without a determiner nothing tells where it begins"),
        ("THE REBELS OF (XAQ)", "a link ends it"),
        ("THE REBELS HE TOLD (XAQ)", "a pronoun stands in it"),
        ("THE REBELS SAID. COUNCIL (XAQ)", "a full stop stands in it"),
    ],
)
def test_the_words_before_are_no_name(text: str, phrase: str) -> None:
    assert phrases(text) == set(), phrase


def test_a_person_in_brackets_is_no_acronym() -> None:
    assert spelt("THE NATIONAL COUNCIL [ORBA] LEFT", "ANA ORBA SAID").acronyms == frozenset()


def test_all_blocks_of_an_article_are_one() -> None:
    assert spelt("THE NATIONAL WATER COUNCIL (NWC)", "THE TARMA FRONT (XAQ)").acronyms == {"NWC", "XAQ"}


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("THE EPLA SAID", {"EPLA"}),
        ("THE EPLA, HE SAID", {"EPLA"}),
        ("THE EPLA", {"EPLA"}),
        ("EPLA SAID", set()),
        ("THE EPLA TARMUNDI SAID", set()),
        ("THE EPLA GALAN SAID", set()),
        ("THE EPLA RIVER", set()),
        ("THE ORBATUSKA SAID", set()),
        ("THE ARMY SAID", set()),
        ("THE, EPLA", set()),
    ],
)
def test_short_unknown_words_behind_the(text: str, acronyms: set[str]) -> None:
    assert spelt(text).acronyms == acronyms


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("LUIS GALAN LEFT", {"GALAN"}),
        ("LUIS ORBATU GALAN LEFT", {"GALAN"}),
        ("PRESIDENT GALAN LEFT", {"GALAN"}),
        ("LUIS, GALAN", set()),
        ("THE GALAN LEFT", set()),
        ("LUIS LEFT", set()),
        ("THE ORBIT OF LUIS", set()),
    ],
)
def test_rare_words_are_surnames_behind_given_names_and_titles(text: str, surnames: set[str]) -> None:
    assert spelt(text).surnames == surnames


@pytest.mark.parametrize(
    ("acronym", "before", "expected"),
    [
        ("NWC", "SAID NATIONAL WATER COUNCIL", "NATIONAL WATER COUNCIL"),
        ("NCW", "NATIONAL COUNCIL OF WATER", "NATIONAL COUNCIL OF WATER"),
        ("XYZ", "NATIONAL WATER COUNCIL", ""),
        ("NWC", "COUNCIL", ""),
        ("NWC", "", ""),
    ],
)
def test_initials(acronym: str, before: str, expected: str) -> None:
    assert " ".join(initialled(acronym, before.split())) == expected


@given(st.lists(st.text(alphabet="ABCX ()[]-'.\n1", max_size=50), max_size=3))
def test_whatever_is_found_stands_in_the_text(texts: list[str]) -> None:
    found = spelt_out(texts, WORDS)
    whole = " ".join(texts)
    assert all(acronym in whole for acronym in found.acronyms | found.surnames)
    assert all(len(phrase) > 1 and all(word in whole for word in phrase) for phrase in found.phrases)
