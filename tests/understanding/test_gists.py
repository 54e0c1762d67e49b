"""The five W's and the H of a lead."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.record import Record
from dateline.values import Gist, Span

Told = Callable[..., Record]


@pytest.fixture
def gist(told: Told) -> Callable[..., dict[str, str]]:
    """The parts of a text's gist, in its words."""

    def read(text: str, **more: str) -> dict[str, str]:
        record = told(text, upto="gists", **more)
        facts = record.of("gist")
        assert len(facts) <= 1
        parts: dict[str, str] = {}
        for fact in facts:
            assert isinstance(fact.value, Gist)
            for name in ("who", "what", "when", "where", "why", "how"):
                span = getattr(fact.value, name)
                if isinstance(span, Span):
                    parts[name] = record.words(span)
        return parts

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
