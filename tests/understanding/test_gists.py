"""The five W's and the H of a lead."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import gist_of
from dateline.record import Record

Told = Callable[..., Record]


@pytest.fixture
def gist(told: Told) -> Callable[..., dict[str, str]]:
    """The parts of a text's gist, in its words."""

    def read(text: str, **more: str) -> dict[str, str]:
        record = told(text, upto="gists", **more)
        return gist_of(record)

    return read


Read = Callable[..., dict[str, str]]


def test_who_did_what_when_and_where(gist: Read) -> None:
    found = gist("Gunmen attacked a police station in Bergen on Monday.")
    assert found["who"] == "Gunmen"
    assert found["what"] == "attacked a police station"
    assert found["where"] == "Bergen"
    assert "Monday" in found["when"]


def test_a_person_who_says_the_lead_is_who(gist: Read) -> None:
    found = gist("The floods in Norway came without any warning, President Ana Souza said on Monday.")
    assert "Souza" in found["who"]
    assert found["what"].startswith("The floods in Norway came")
    assert found["where"] == "Norway"


def test_a_body_that_says_the_lead_steps_back(gist: Read) -> None:
    found = gist("Rebels killed nine soldiers in Bergen, the interior ministry said.")
    assert found["who"] == "Rebels"
    assert found["what"].startswith("killed nine soldiers")


def test_why_and_how(gist: Read) -> None:
    found = gist("The government closed the border because of the floods. Nothing more is known.")
    assert found["why"] == "the floods"
    found = gist("Gunmen attacked the station with rifles.")
    assert found["how"] == "with rifles"


def test_purpose_is_a_cause(gist: Read) -> None:
    assert gist("Workers left the factory to protest low wages.")["why"] == "to protest low wages"


def test_time_and_place_may_stand_in_the_next_sentences(gist: Read) -> None:
    found = gist("Gunmen attacked a station. The shooting began in Bergen on Monday.")
    assert (found["where"], "Monday" in found["when"]) == ("Bergen", True)


def test_a_town_before_its_country(gist: Read) -> None:
    assert gist("Gunmen attacked a station in Norway, in Bergen.")["where"] == "Bergen"


def test_parts_that_nobody_tells_stay_empty(gist: Read) -> None:
    assert set(gist("Gunmen attacked the station.")) == {"who", "what"}


def test_no_paragraph_no_gist(gist: Read) -> None:
    line = "Gunmen attack station"
    assert gist(line, headline=line) == {}
    assert gist("Nothing.") == {}


SOUP = "because of gunmen said the attacked in Oslo on Monday to by with over . , who is a"
WORDS = st.lists(st.sampled_from(SOUP.split()), min_size=1, max_size=20).map(" ".join)


@given(WORDS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_word_order_breaks_it(told: Told, text: str) -> None:
    record = told(text, upto="gists")
    assert not [finding for finding in record.findings if finding.severity == "error"]
    for fact in record.of("gist"):
        assert all(0 <= start < end <= len(text) for start, end in fact.spans)


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        ("Nine soldiers were killed in Bergen on Monday.", "who", "Nine soldiers"),
        ("Nine soldiers were killed in Bergen on Monday.", "what", "were killed in Bergen"),
        ("The mayor of Bergen resigned.", "who", "The mayor of Bergen"),
        ("The mayor of Bergen resigned.", "what", "resigned"),
        ("Soldiers and nurses left Bergen.", "who", "Soldiers and nurses"),
        ("Workers will not leave the factory.", "what", "will not leave the factory"),
        ("Workers left because it rained.", "why", "it rained"),
        ("The mayor was held on suspicion of fraud.", "why", "fraud"),
        ("Workers left the factory over low pay.", "why", "low pay"),
        ("Gunmen entered the hall through a window.", "how", "through a window"),
        ("Gunmen attacked a concert at the Royal Opera.", "where", "Royal Opera"),
    ],
)
def test_each_part_in_the_words_of_the_lead(gist: Read, text: str, part: str, words: str) -> None:
    assert gist(text).get(part) == words


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The mayor of Bergen resigned.", "when"),
        ("The mayor of Bergen resigned.", "why"),
        ("The mayor of Bergen resigned.", "how"),
        ("Workers left the factory in Bergen.", "when"),
        ("Workers left the factory on Monday.", "where"),
        ("Workers are over the hill.", "how"),
    ],
)
def test_what_is_not_told_is_not_made_up(gist: Read, text: str, part: str) -> None:
    assert part not in gist(text)


@pytest.mark.parametrize(
    "text", ["", "\n", "No.", "In Bergen.", "Monday", "“”", "?!", "Fire, smoke, and then nothing."]
)
def test_nothing_said_no_gist(gist: Read, text: str) -> None:
    assert gist(text) == {}


def test_the_first_sentence_with_a_verb_is_the_lead(gist: Read) -> None:
    found = gist("Bergen, Monday.\nGunmen attacked a station.\nThe mayor resigned.")
    assert (found["who"], found["what"]) == ("Gunmen", "attacked a station")


def test_a_headline_about_something_else_is_not_the_lead(gist: Read) -> None:
    text = "Mayor leaves the town\nGunmen attacked a station."
    assert gist(text, headline="Mayor leaves the town")["who"] == "Gunmen"


def test_a_lead_in_capitals_keeps_its_own_letters(gist: Read) -> None:
    found = gist("GUNMEN ATTACKED A POLICE STATION IN BERGEN ON MONDAY.")
    assert (found["who"], found["where"]) == ("GUNMEN", "BERGEN")


def test_curly_quotes_and_a_speaker(gist: Read) -> None:
    found = gist("“The town is lost,” President Ana Souza said on Monday.")
    assert "Souza" in found["who"] and "The town is lost" in found["what"]


def test_a_place_far_down_is_not_the_leads(gist: Read) -> None:
    lines = ["Gunmen attacked a station.", *["It rained."] * 6, "The mayor lives in Bergen."]
    assert "where" not in gist("\n".join(lines))
