"""Points told by distance and direction."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Told
from dateline.annotated import NameMention
from dateline.record import Record
from dateline.understanding.geography.globe import kilometres
from dateline.understanding.geography.nearness import ROUND, Distance, described, distances
from dateline.values import Place, PlacePrecision, Span


def told_in(record: Record) -> list[Distance]:
    return list(distances(record.annotation, record.text))


@pytest.mark.parametrize(
    ("words", "length", "bearing"),
    [
        ("25 km north of Trondheim", 25, 0),
        ("25 km to the north of Trondheim", 25, 0),
        ("25 kilometres east of Trondheim", 25, 90),
        ("25 kilometers south of Trondheim", 25, 180),
        ("5 kms west of Trondheim", 5, 270),
        ("12 km northeast of Trondheim", 12, 45),
        ("12 km north-east of Trondheim", 12, 45),
        ("12 km southeast of Trondheim", 12, 135),
        ("12 km south-west of Trondheim", 12, 225),
        ("12 km to the north-west of Trondheim", 12, 315),
        ("2.5 km north of Trondheim", 2.5, 0),
        ("1,200 km north of Trondheim", 1200, 0),
        ("10 miles north of Trondheim", 16.09, 0),
        ("4 mi west of Trondheim", 6.436, 270),
        ("thirty miles south of Trondheim", 48.27, 180),
        ("five kilometres outside Trondheim", 5, None),
        ("25 km from Trondheim", 25, None),
        ("5 miles away from Trondheim", 8.045, None),
        ("12 kilometres off Trondheim", 12, None),
        ("30 km south of the town of Trondheim", 30, 180),
        ("40 km south of the Norwegian city of Trondheim", 40, 180),
    ],
)
def test_distances(told: Told, words: str, length: float, bearing: float | None) -> None:
    (found,) = told_in(told(f"A camp stood {words}.", upto="places"))
    assert found.kilometres == pytest.approx(length)
    assert found.bearing == bearing
    assert found.name.text == "Trondheim"


@pytest.mark.parametrize("words", ["about 25 km north of Trondheim", "some 25 km north of Trondheim"])
def test_the_span_goes_from_the_number_to_the_name(told: Told, words: str) -> None:
    record = told(f"A camp stood {words}. It rained.", upto="places")
    (found,) = told_in(record)
    assert record.words(found.span) == "25 km north of Trondheim"


def test_over_lines_of_a_paragraph(told: Told) -> None:
    record = told("A camp stood 25 km north of\nTrondheim.", upto="places")
    assert [found.kilometres for found in told_in(record)] == [25]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rained.",
        "A camp stood north of Trondheim.",
        "A camp stood several miles north of Trondheim.",
        "A camp stood 12 metres north of Trondheim.",
        "A camp stood 12 km north of there.",
        "He ran ten km in Trondheim.",
        "The river is 12 km long in Trondheim.",
        "The bus from Trondheim drove 12 km.",
        "A camp stood 12 days north of Trondheim.",
        "Andrea Dahl stood 2 km north of Andrea Moe.",
    ],
)
def test_no_distance(told: Told, text: str) -> None:
    assert told_in(told(text, upto="places")) == []


def test_two_distances(told: Told) -> None:
    record = told("A camp stood 40 km north of Trondheim and 20 km south of Steinkjer.", upto="places")
    assert [(found.name.text, found.kilometres, found.bearing) for found in told_in(record)] == [
        ("Trondheim", 40, 0),
        ("Steinkjer", 20, 180),
    ]


# Where it lies.

NAME = NameMention(first=0, last=1, start=9, end=18, text="Trondheim", label="place")


def distance(length: float, bearing: float | None) -> Distance:
    return Distance(Span(0, 18), NAME, length, bearing)


def base(precision: PlacePrecision = "exact", lat: float | None = 63.43, lon: float | None = 10.4) -> Place:
    return Place(name="Trondheim", lat=lat, lon=lon, country="NOR", admin1="21", geonames=5, precision=precision)


def test_a_point_to_the_north() -> None:
    found = distance(25, 0).place(base())
    assert found is not None
    assert found.lat == pytest.approx(63.43 + 25 / 111.2, abs=0.01)
    assert found.lon == pytest.approx(10.4)
    assert (found.precision, found.country, found.relation) == ("near", "NOR", "near")
    assert (found.geonames, found.feature, found.admin1) == (None, None, None)


def test_without_a_direction_it_is_the_point_of_the_town() -> None:
    found = distance(25, None).place(base())
    assert found is not None
    assert (found.lat, found.lon, found.precision) == (63.43, 10.4, "near")


def test_far_away_without_a_direction_is_nowhere() -> None:
    assert distance(ROUND + 1, None).place(base()) is None
    assert distance(ROUND, None).place(base()) is not None
    assert distance(ROUND + 1, 90).place(base()) is not None


@pytest.mark.parametrize("precision", ["country", "admin1", "region", "unresolved"])
def test_nothing_is_counted_from_what_is_wide(precision: PlacePrecision) -> None:
    assert distance(25, 0).place(base(precision)) is None


def test_nothing_is_counted_from_nowhere() -> None:
    assert distance(25, 0).place(base(lat=None, lon=None)) is None


@given(st.floats(0.1, 300), st.floats(0, 360), st.floats(-80, 80), st.floats(-180, 180))
@settings(deadline=None)
def test_the_point_lies_as_far_as_told(length: float, bearing: float, lat: float, lon: float) -> None:
    found = distance(length, bearing).place(base(lat=lat, lon=lon))
    assert found is not None and found.lat is not None and found.lon is not None
    assert kilometres((lat, lon), (found.lat, found.lon)) == pytest.approx(length, rel=0.01, abs=0.02)


# Which name a distance places.


def placed(record: Record, text: str) -> float | None:
    name = next(name for name in record.annotation.names if name.text == text)
    found = described(name, told_in(record), record.annotation)
    return None if found is None else found.kilometres


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Rain fell in Karsvik, 25 km north of Trondheim.", 25),
        ("Rain fell in Karsvik, a village 30 km south of Trondheim.", 30),
        ("Karsvik lies 25 km north of Trondheim.", 25),
        ("Karsvik lies 25 km north of Trondheim and 9 km south of Steinkjer.", 25),
        ("Rain fell in Karsvik. A camp stood 25 km north of Trondheim.", None),
        ("Rain fell 25 km north of Trondheim, and later in Karsvik.", None),
        ("Rain fell in Karsvik and in Halden, 25 km north of Trondheim.", None),
        ("Rain fell in Karsvik.", None),
        (
            "Rain fell in Karsvik, where people had waited for it for many long and very dry weeks, "
            "as they had 25 km north of Trondheim.",
            None,
        ),
    ],
)
def test_which_name_a_distance_places(told: Told, text: str, length: float | None) -> None:
    assert placed(told(text, upto="places"), "Karsvik") == length
