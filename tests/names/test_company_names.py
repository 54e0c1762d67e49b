"""Names of invented companies and other bodies: legal forms, numbers, lands, acronyms."""

import pytest

from dateline.names import same_name

LEGAL_FORMS = [
    ("Novaport GmbH", "Novaport", True),
    ("Novaport Ltd.", "Novaport Limited", True),
    ("Novaport L.L.C.", "Novaport LLC", True),
    ("Novaport GmbH", "OOO Novaport", True),
    ("Novaport", "ООО «Новапорт»", True),
    ("Novaport S.p.A.", "Novaport SpA", True),
    ("Novaport sp. z o.o.", "Novaport", True),
    ("Novaport, B.V.B.A.", "Novaport BVBA", True),
    ("Limited Liability Company Novaport", "Novaport LLC", True),
    ("Novaport Public Limited Company", "Novaport plc", True),
    ("Novaport Aktiengesellschaft", "Novaport AG", True),
    ("ノバポート株式会社", "Nobapooto", True),
]

WORDS = [
    ("Novaport Group", "Novaport", True),
    ("Novaport & Sons", "Novaport and Sons", True),
    ("The Novaport Company", "Novaport Company", True),
    ("Novaport Shipping", "Novaport Mining", False),
    ("Novaport Shipping", "Meridian Shipping", False),
    ("Shipping Company", "Meridian Shipping Company", False),
    ("Nova Port Shipping", "Novaport Shipping", True),
    ("Novaprot Shipping", "Novaport Shipping", True),
    ("Novaport Systems Inc.", "Novaport System Inc.", True),
    ("Novaport Labour Union", "Novaport Labor Union", True),
    ("Novaport Int'l", "Novaport International", True),
    ("Bank of Lindmark", "Lindmark Bank", True),
    ("Lindmark Chemie AG", "Lindner Chemie AG", False),
    ("Novaport d/b/a Blue Quay", "Blue Quay", True),
    ("Government of Norland", "Government of Sudland", False),
]

NUMBERS_AND_LANDS = [
    ("1st Lindmark Brigade", "First Lindmark Brigade", True),
    ("1st Lindmark Brigade", "2nd Lindmark Brigade", False),
    ("Brigade Thirty-Three", "Brigade 33", True),
    ("Lindmark Fund IV", "Lindmark Fund V", False),
    ("Lindmark Fund IV L.P.", "Lindmark Fund 4 LP", True),
    ("Lindmark Fund 2011", "Lindmark Fund", False),
    ("Novaport Norway AS", "Novaport Sweden AB", False),
    ("Novaport Norway AS", "Novaport AS", False),
    ("Ministry of Fisheries of Norway", "Ministry of Fisheries", True),
]

ACRONYMS = [
    ("NMFA", "National Maritime Fisheries Authority", True),
    ("NMFA", "National Maritime Fuel Board", False),
    ("A.B.K. Shipping", "ABK Shipping", True),
    ("U.S. Fisheries Board", "United States Fisheries Board", True),
]


@pytest.mark.parametrize(("a", "b", "same"), [*LEGAL_FORMS, *WORDS, *NUMBERS_AND_LANDS, *ACRONYMS])
def test_bodies(a: str, b: str, same: bool) -> None:
    likeness = same_name(a, b, "organisation")
    assert likeness.same is same, likeness


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Lindmark Fund IV", "Lindmark Fund V", "the numbers 4 and 5 differ"),
        ("Lindmark Fund 2011", "Lindmark Fund", "only one of the two has the number 2011"),
        ("Novaport GmbH", "Novaport AG", "“AG” and “GmbH” are different legal forms"),
        ("Novaport Shipping", "Novaport Mining", "“Mining” and “Shipping” differ"),
        (
            "NMFA",
            "National Maritime Fisheries Authority",
            "“NMFA” is made of the first letters of “National Maritime Fisheries Authority”",
        ),
        ("Shipping Company", "Meridian Shipping", "what they have in common are words that many bodies share"),
    ],
)
def test_a_person_can_check_the_reason(a: str, b: str, reason: str) -> None:
    assert reason in same_name(a, b, "organisation").reasons


def test_a_generic_word_weighs_less_than_a_telling_one() -> None:
    assert same_name("Novaport Group", "Novaport").score > same_name("Novaport Blue", "Novaport", "organisation").score


def test_another_legal_form_makes_it_less_sure() -> None:
    assert same_name("Novaport GmbH", "Novaport").score > same_name("Novaport GmbH", "Novaport AG").score


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Novaport GmbH", "Novaport", "organisation"),
        ("Ministry of Fisheries", "Fisheries Ministry", "organisation"),
        ("Lindmark & Sons", "Lindmark", "organisation"),
        ("Sergei Vetrov", "Vetrov", "person"),
        ("Maria de Sá", "Maria Sa", "person"),
    ],
)
def test_the_kind_is_guessed(a: str, b: str, kind: str) -> None:
    assert same_name(a, b).kind == kind
