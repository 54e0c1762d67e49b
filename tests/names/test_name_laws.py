"""What holds of any two strings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.names import Kind, same_name, spelling_variant

PIECES = [
    "Sergei",
    "Vetrov",
    "al-",
    "bin",
    "Jr.",
    "GmbH",
    "II",
    "ООО",
    "«Новапорт»",
    "نبيل",
    "林浩宇",
    "김동수",
    "&",
    "/",
    ",",
]
PIECES += [
    "Dr.",
    "Abdul",
    "Abu",
    "ad-Din",
    "J.",
    "3M",
    "Bank",
    "of",
    "Norway",
    "'",
    "(",
    ")",
    "😀",
    "-",
    "a.k.a.",
    "\x00",
]
NAMES = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
KINDS: list[Kind | None] = ["person", "organisation", None]


@settings(deadline=None)
@given(NAMES, NAMES, st.sampled_from(KINDS))
def test_the_order_of_the_two_does_not_matter(a: str, b: str, kind: Kind | None) -> None:
    assert same_name(a, b, kind) == same_name(b, a, kind)


@settings(deadline=None)
@given(NAMES, NAMES, st.sampled_from(KINDS))
def test_a_score_is_between_0_and_1_and_has_reasons(a: str, b: str, kind: Kind | None) -> None:
    likeness = same_name(a, b, kind)
    assert 0.0 <= likeness.score <= 1.0
    assert likeness.reasons and all(likeness.reasons)
    assert kind in (likeness.kind, None)


@settings(deadline=None)
@given(NAMES, st.sampled_from(KINDS))
def test_a_name_is_itself(name: str, kind: Kind | None) -> None:
    assert same_name(name, name, kind).score == (1.0 if name.strip() else 0.0)


@settings(deadline=None)
@given(NAMES, NAMES)
def test_variants_are_symmetrical_and_one_name(a: str, b: str) -> None:
    found = spelling_variant(a, b)
    assert found == spelling_variant(b, a)
    assert found is None or same_name(a, b, "person").score >= 0.5


@pytest.mark.parametrize(
    "name", ["x" * 10_000, "Ann Lee " * 2_000, "J. " * 4_000, "a-" * 5_000, "林" * 10_000, "(" * 10_000]
)
@pytest.mark.parametrize("other", ["", "Ann Lee", "y" * 10_000, "B. " * 4_000])
def test_long_input_is_compared_by_its_beginning(name: str, other: str) -> None:
    assert 0.0 <= same_name(name, other).score <= 1.0
    assert spelling_variant(name, other) is None


@pytest.mark.parametrize("name", ["", " ", "😀", "123", "...", "-", "'", "&", "\x00", "()", "a", "É"])
def test_odd_input(name: str) -> None:
    assert same_name(name, "Ann Lee").score < 0.5
    assert same_name("Ann Lee", name, "organisation").score < 0.5
