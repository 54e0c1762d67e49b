"""Which namesake a place is in stories: by other places, the dateline, a county, demonyms; and how sure that is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Told
from dateline.annotated import PlaceEntry
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.geography.choice import Chosen
from dateline.understanding.places import ON_MAP, _confidence
from dateline.values import Place


def placed(record: Record, name: str) -> Fact:
    (found,) = [f for f in record.of("place") if isinstance(f.value, Place) and f.value.name == name]
    return found


def areas(record: Record) -> dict[str, tuple[str | None, str | None]]:
    """Country and first-level division of each place."""
    facts = [f.value for f in record.of("place")]
    return {value.name: (value.country, value.admin1) for value in facts if isinstance(value, Place)}


@pytest.mark.parametrize(
    ("text", "name", "area"),
    [
        # Other towns.
        ("Rain fell in Cambridge. Buses to Ely and Peterborough stopped.", "Cambridge", ("GBR", "ENG")),
        ("Rain fell in Cambridge. Buses to Boston and Worcester stopped.", "Cambridge", ("USA", "MA")),
        ("Rain fell in London. Buses to Toronto, Hamilton and Kitchener stopped.", "London", ("CAN", "08")),
        # States and countries.
        ("Rain fell in Birmingham. Buses to Tuscaloosa stopped. Alabama waits.", "Birmingham", ("USA", "AL")),
        ("Rain fell in Concord. Buses to Nashua stopped. New Hampshire waits.", "Concord", ("USA", "NH")),
        ("Rain fell in Hyderabad. Buses to Karachi stopped. Pakistan waits.", "Hyderabad", ("PAK", "05")),
        ("Rain fell in Vancouver. Buses to Portland, Oregon, stopped.", "Vancouver", ("USA", "WA")),
        # Peoples.
        ("Rain fell in Newcastle. Buses to Sydney stopped. Australian police left.", "Newcastle", ("AUS", "02")),
        ("Rain fell in Manchester. New Hampshire police closed roads to Nashua.", "Manchester", ("USA", "NH")),
    ],
)
def test_what_else_is_named_decides(told: Told, text: str, name: str, area: tuple[str, str]) -> None:
    assert areas(told(text, upto="places"))[name] == area


def test_without_company_the_best_known_is_meant(told: Told) -> None:
    places = {name: areas(told(f"Rain fell in {name}.", upto="places"))[name][0] for name in ("Perth", "London")}
    assert places == {"Perth": "AUS", "London": "GBR"}


@pytest.mark.parametrize(
    ("line", "town", "area"),
    [
        ("KARACHI, Pakistan, May 3 (Indus Wire) -", "Hyderabad", ("PAK", "05")),
        ("CARACAS (Andes Wire) -", "Valencia", ("VEN", "07")),
        ("BOGOTA (Andes Wire) -", "Armenia", ("COL", "23")),
        ("SPRINGFIELD, Ill. (Prairie Wire) -", "Springfield", ("USA", "IL")),
        ("PARIS, Texas (Prairie Wire) -", "Paris", ("USA", "TX")),
    ],
)
def test_the_dateline_decides(told: Told, line: str, town: str, area: tuple[str, str]) -> None:
    record = told(f"{line}\nRain fell in {town}.", upto="places", dateline=line)
    assert areas(record)[town] == area


def test_a_county_decides(told: Told) -> None:
    record = told("Rain fell in Ozark. Police closed Dale County, Alabama.", upto="places")
    assert areas(record)["Ozark"] == ("USA", "AL")


def test_a_town_decides_between_counties(told: Told) -> None:
    record = told("Louisville flooded. Rain fell in Jefferson County. Kentucky waits.", upto="places")
    assert areas(record)["Jefferson County"] == ("USA", "KY")


def test_nothing_but_likelihood_makes_a_place_on_the_map_sure(told: Told) -> None:
    alone = placed(told("Rain fell in Portland.", upto="places"), "Portland")
    told_of = placed(told("Rain fell in Portland, Ore.", upto="places"), "Portland")
    assert isinstance(alone.value, Place) and isinstance(told_of.value, Place)
    assert alone.value.admin1 == told_of.value.admin1 == "OR"
    assert alone.confidence < told_of.confidence <= ON_MAP
    assert alone.reason is not None and told_of.reason is None


@given(st.floats(0, 1), st.floats(0, 1))
@settings(deadline=None)
def test_what_is_likelier_is_never_less_sure(one: float, other: float) -> None:
    row = PlaceEntry(name="Karsvik", kind="city")
    low, high = (_confidence(Chosen(row, likelihood)) for likelihood in sorted((one, other)))
    assert 0 <= low <= high <= ON_MAP


@pytest.mark.parametrize(
    "text",
    [
        "A Norwegian singer slept.",
        "Two Norwegian journalists slept.",
        "Norwegian refugees left.",
        "Two Norwegians slept.",
        "The Norwegian team won.",
        "Police left as a Swedish singer and a Danish doctor slept.",
    ],
)
def test_a_nationality_alone_is_no_place(told: Told, text: str) -> None:
    assert told(text, upto="places").of("place") == []


@pytest.mark.parametrize(
    "text", ["Snow covered the Norwegian coast.", "Norwegian officials left.", "The Norwegian parliament met."]
)
def test_an_adjective_of_land_or_state_is_its_country(told: Told, text: str) -> None:
    (found,) = told(text, upto="places").of("place")
    assert isinstance(found.value, Place)
    assert (found.value.name, found.value.precision) == ("Norway", "country")
    assert [(m.form, m.role, m.rule) for m in found.value.mentions] == [("name", "modifier", "demonym")]


@pytest.mark.parametrize("text", ["Oslo Police Department bought cars.", "The University of Oslo was closed."])
def test_a_place_inside_a_name(told: Told, text: str) -> None:
    found = placed(told(text, upto="places"), "Oslo")
    assert isinstance(found.value, Place)
    assert [(m.role, m.rule) for m in found.value.mentions] == [("modifier", "inside a name")]
    assert [text[span.start : span.end] for span in found.spans] == ["Oslo"]


def test_a_place_inside_a_name_joins_the_place(told: Told) -> None:
    record = told("Oslo Police Department officers left Oslo.", upto="places")
    found = placed(record, "Oslo")
    assert isinstance(found.value, Place)
    assert [m.rule for m in found.value.mentions] == ["inside a name", "name"]


PLACES = [
    "Paris",
    "Texas",
    "Springfield",
    "Norway",
    "Oslo",
    "Trondheim",
    "Lund",
    "Karsvik",
    "Georgia",
    "Karsa",
    "İzmir",
    "São",
]
OTHERS = [
    "Norwegian",
    "Swedish",
    "Gorge",
    "Lake",
    "River",
    "County",
    "Airport",
    "University",
    "Police",
    "said",
    "singer",
    "officials",
    "town",
    "state",
]
JOINTS = [
    "of",
    "the",
    "in",
    "near",
    "from",
    "to",
    "between",
    "and",
    ",",
    ".",
    "(",
    ")",
    "'s",
    "25",
    "km",
    "miles",
    "north",
    "thirty",
    "3",
    "May",
]
WORDS = [*PLACES, *OTHERS, *JOINTS, "\u00a0", "\u2019", "\u4e2d", "\n", ""]


@given(st.one_of(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.text(max_size=80)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text(told: Told, text: str) -> None:
    record = told(text, upto="places")
    assert not [finding for finding in record.findings if finding.severity == "error"]
    for found in record.of("place"):
        value = found.value
        assert isinstance(value, Place)
        assert 0 <= found.confidence <= 1
        assert (value.lat is None) is (value.lon is None)
        if value.lat is None or value.lon is None:
            assert value.precision == "unresolved"
        else:
            assert -90 <= value.lat <= 90
            assert -180 <= value.lon <= 180
        assert value.precision != "unresolved" or found.reason
        assert all(record.get(base) is not None for base in found.because)
        assert all(0 <= m.start < m.end <= len(text) for m in value.mentions)
        assert any(m.form == "name" for m in value.mentions) or found.because
