"""Whether an article's words are another one's, which came first, and what was done to them."""

from typing import Any

import pytest

from dateline.merging.copies.copies import copy_of, keys_of
from dateline.merging.copies.signatures import shared, signature_of
from dateline.merging.outcomes import Copy
from dateline.merging.reports.report import Report
from merging.printed import printed
from merging.reported import person, place

PARAGRAPHS = [
    "A ferry carrying 43 passengers capsized off Brekholm on Tuesday evening after its engine failed in rough weather.",
    "Rescuers pulled 31 people from the water, and the coast guard said nine were still missing at nightfall.",
    "Ana Lund, who leads the harbour authority, said the vessel had been inspected only six weeks earlier.",
    "Fishermen from the village of Tarn were the first to reach the passengers, some of whom clung to a capsized raft.",
    "The ferry had sailed the strait for two decades without an accident, according to its owners.",
    "An inquiry into the engine failure was to open before the end of the week, the transport ministry added.",
]
NAMES = [person("Ana Lund", mentions=2), place("Brekholm", geonames=7), place("Tarn", geonames=8)]


def story(article: str, body: str = " ".join(PARAGRAPHS), **fields: Any) -> Report:
    given = {"headline": "Ferry capsizes off Brekholm", "published": "2024-05-03", "names": NAMES, **fields}
    return printed(article, body, **given)


def copied(one: Report, other: Report) -> Copy:
    found = copy_of(one, other)
    assert found is not None
    assert found == copy_of(other, one), "the same whichever comes first"
    assert set(keys_of(one)) & set(keys_of(other)), "no key finds it"
    return found


def test_the_same_words_under_the_same_headline_are_an_exact_copy() -> None:
    found = copied(story("a1", published="2024-05-03"), story("a2", published="2024-05-04"))
    assert (found.article, found.of, found.how, found.similarity, found.replaces) == ("a2", "a1", "exact", 1.0, False)


def test_another_headline_over_the_same_words() -> None:
    found = copied(story("a1"), story("a2", headline="Nine missing as vessel sinks", published="2024-05-04"))
    assert (found.of, found.how) == ("a1", "headline")


@pytest.mark.parametrize("kept", [2, 3, 4])
def test_what_lost_its_last_paragraphs_is_trimmed(kept: int) -> None:
    names = NAMES[: 2 if kept < 4 else 3]
    found = copied(story("a1"), story("a2", " ".join(PARAGRAPHS[:kept]), published="2024-05-04", names=names))
    assert (found.of, found.how) == ("a1", "trimmed")
    assert found.similarity > 0.8


def test_what_gained_paragraphs_is_extended() -> None:
    found = copied(story("a1", " ".join(PARAGRAPHS[:4])), story("a2", published="2024-05-04"))
    assert (found.of, found.how) == ("a1", "extended")


def test_a_later_version_of_one_outlet_replaces_the_first() -> None:
    later = " ".join(PARAGRAPHS).replace("31 people", "34 people").replace("nine were", "six were")
    old = story("a1", outlet="The Tarn Echo", published="2024-05-03T19:00:00Z")
    new = story("a2", later, outlet="The Tarn Echo", published="2024-05-03T22:30:00Z")
    found = copied(old, new)
    assert (found.of, found.how, found.replaces) == ("a1", "updated", True)


def test_an_agency_update_in_another_outlet_does_not_replace() -> None:
    later = " ".join(PARAGRAPHS).replace("31 people", "34 people")
    old = story("a1", agencies=("Nordwire",), outlet="The Tarn Echo", published="2024-05-03T19:00:00Z")
    new = story("a2", later, agencies=("Nordwire",), outlet="Brekholm Post", published="2024-05-03T22:30:00Z")
    assert (copied(old, new).how, copied(old, new).replaces) == ("updated", False)


def test_a_desk_that_says_updated_tells_which_came_first() -> None:
    address = "https://echo.example/ferry"
    old = story("b", location=address)
    new = story("a", " ".join(PARAGRAPHS).replace("31 people", "34 people"), location=address, status="updated")
    assert (copied(old, new).of, copied(old, new).replaces) == ("b", True)


def test_the_clock_is_compared_across_time_zones() -> None:
    early = story("b", published="2024-05-03T23:30:00+02:00")
    late = story("a", published="2024-05-03T22:00:00+00:00")
    assert copied(early, late).of == "b"


def test_of_two_of_one_moment_the_agency_came_first_and_then_the_longer() -> None:
    client = story("a", agencies=("Nordwire",), outlet="The Tarn Echo")
    wire = story("b", agencies=("Nordwire",), outlet="Nordwire")
    assert copied(client, wire).of == "b"
    assert copied(story("a", " ".join(PARAGRAPHS[:4])), story("b")).of == "b"


def test_a_look_alike_with_other_names_and_figures_is_no_copy() -> None:
    one = "Police said {} was shot in {} on {}. {} officers were sent to the scene, and a suspect of {} was held. " * 2
    frame = "The motive was not known, a spokesman said, and anybody who saw what happened was asked to come forward."
    left = printed("a", one.format(*("Ola Berg", "Tarn", "Monday", 4, 23) * 2) + frame, names=[person("Ola Berg")])
    right = printed("b", one.format(*("Kim Sand", "Vik", "Friday", 9, 31) * 2) + frame, names=[person("Kim Sand")])
    assert copy_of(left, right) is None


def test_results_and_weather_with_other_figures_are_no_copies() -> None:
    table = "Tarn will have {} degrees with winds of {} knots, and Brekholm {} degrees with waves of {} metres. " * 3
    places = [place("Tarn"), place("Brekholm")]
    days = [
        printed("a", table.format(*range(3, 15)), published="2024-05-03", outlet="Echo", names=places),
        printed("b", table.format(*range(20, 32)), published="2024-05-04", outlet="Echo", names=places),
    ]
    assert copy_of(*days) is None


def test_figures_in_words_are_figures() -> None:
    later = " ".join(PARAGRAPHS[:2]).replace("43", "51").replace("31", "thirty").replace("nine", "seven")
    assert copy_of(story("a", " ".join(PARAGRAPHS[:2])), story("b", later, published="2024-05-09")) is None


def test_short_items_are_no_copies_of_each_other() -> None:
    assert (
        copy_of(printed("a", "Markets were closed on Monday."), printed("b", "Markets were closed on Monday.")) is None
    )
    assert keys_of(printed("a", "Markets were closed on Monday.")) == ()


def test_different_stories_share_nothing() -> None:
    other = (
        "The council of Vik voted to close two schools next year, and parents said they would go to court over it. " * 3
    )
    assert copy_of(story("a"), printed("b", other)) is None
    assert not set(keys_of(story("a"))) & set(keys_of(printed("b", other)))


def test_signatures_tell_shares_and_openings() -> None:
    whole, cut = signature_of(" ".join(PARAGRAPHS)), signature_of(" ".join(PARAGRAPHS[:3]))
    assert shared(whole, whole) == (1.0, 1.0)
    assert shared(whole, cut).opening > shared(whole, cut).whole
    assert shared(whole, b"") == (0.0, 0.0)
    assert signature_of("too few words") == b""
    assert signature_of("A b c d e") == signature_of("a B, c d. e")
