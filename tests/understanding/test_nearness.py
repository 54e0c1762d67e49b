"""Points told by distance and direction."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from conftest import Told, article_of
from dateline.annotated import NameMention
from dateline.annotation.annotate import annotate
from dateline.model import Block
from dateline.record import Record
from dateline.understanding.geography.globe import kilometres
from dateline.understanding.geography.nearness import CLOSE, ROUND, Distance, described, describes, distances
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
        # Numbers in words, halves, and two numbers, of which the middle.
        ("twenty-five miles west of Trondheim", 40.225, 270),
        ("twenty five miles west of Trondheim", 40.225, 270),
        ("two hundred miles north of Trondheim", 321.8, 0),
        ("a hundred and twenty km north of Trondheim", 120, 0),
        ("a dozen km north of Trondheim", 12, 0),
        ("a mile north of Trondheim", 1.609, 0),
        ("half a mile north of Trondheim", 0.8045, 0),
        ("a half-mile north of Trondheim", 0.8045, 0),
        ("a mile and a half north of Trondheim", 2.4135, 0),
        ("two and a half miles north of Trondheim", 4.0225, 0),
        ("2½ km north of Trondheim", 2.5, 0),
        ("2,5 km north of Trondheim", 2.5, 0),
        ("10 to 15 km north of Trondheim", 12.5, 0),
        ("10-15 km north of Trondheim", 12.5, 0),
        ("between five and seven km north of Trondheim", 6, 0),
        # Spellings.
        ("25\u00a0km north of\u00a0Trondheim", 25, 0),
        ("25 km  north of Trondheim", 25, 0),
        ("25km north of Trondheim", 25, 0),
        ("25-km north of Trondheim", 25, 0),
        ("25 KM NORTH of Trondheim", 25, 0),
        ("25 km (15 miles) north of Trondheim", 25, 0),
        ("25 kilometers (15 miles) to the north of Trondheim", 25, 0),
        ("25 km NW of Trondheim", 25, 315),
        ("25 km north-north-east of Trondheim", 25, 22.5),
        ("25 km due north of Trondheim", 25, 0),
        ("12 km north of the capital, Trondheim", 12, 0),
        ("40 nautical miles off Trondheim", 74.08, None),
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


def test_over_lines_of_a_paragraph() -> None:
    text = "A camp stood 25 km north of\nTrondheim."
    article = replace(article_of(text), blocks=(Block("paragraph", 0, len(text)),))
    (found,) = distances(next(annotate([article])), text)
    assert found.kilometres == 25


def test_not_over_paragraphs_or_sentences(told: Told) -> None:
    assert told_in(told("A camp stood 25 km north of\nTrondheim.", upto="places")) == []
    assert told_in(told("The road is 25 km north of. Trondheim slept.", upto="places")) == []


def test_letters_that_small_letters_make_longer(told: Told) -> None:
    record = told("Near İzmir, İznik and İskenderun a camp stood 25 km north of Trondheim.", upto="places")
    (found,) = [each for each in told_in(record) if each.name.text == "Trondheim"]
    assert record.words(found.span) == "25 km north of Trondheim"


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
        "A camp stood a few miles north of Trondheim.",
        "A camp stood several hundred miles north of Trondheim.",
        "A camp stood a quarter of a mile north of Trondheim.",
        "A camp stood 25 km from Trondheim's old harbour.",
        "The bus had come 25 km from Trondheim.",
        "Troops advanced 25 km from Trondheim.",
    ],
)
def test_no_distance(told: Told, text: str) -> None:
    assert told_in(told(text, upto="places")) == []


def test_not_from_a_name_that_says_more_of_a_noun(told: Told) -> None:
    record = told("A camp stood 25 km from the Trondheim suburb of Heimdal.", upto="places")
    assert "Trondheim" not in [found.name.text for found in told_in(record)]


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


@pytest.mark.parametrize(
    ("length", "bearing", "precision", "off"),
    [(CLOSE, 0, "near", 0), (CLOSE + 1, 0, "region", 10), (150, 0, "region", 30), (CLOSE + 10, None, "region", 60)],
)
def test_far_points_are_less_exact(length: float, bearing: float | None, precision: str, off: int) -> None:
    told = distance(length, bearing)
    found = told.place(base())
    assert found is not None
    assert (found.precision, told.off) == (precision, off)


def test_trust_falls_with_the_distance() -> None:
    assert distance(10, 0).trust == distance(CLOSE, 0).trust == 1
    assert 1 > distance(70, 0).trust > distance(150, 0).trust > distance(1000, 0).trust > 0


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
        ("Rain fell in Karsvik, some 25 km north of Trondheim.", 25),
        ("Rain fell in Karsvik (25 km north of Trondheim).", 25),
        ("Rain fell in Karsvik, which is about 25 km north of Trondheim.", 25),
        ("Rain fell in Karsvik, located 25 km north of Trondheim.", 25),
        ("Rain fell in Karsvik, a small fishing village that lies 25 km north of Trondheim.", 25),
        ("Police met in Karsvik, where they waited for a bus that stood 25 km north of Trondheim.", None),
        ("Police met in Karsvik and found a bus 25 km north of Trondheim.", None),
        ("A man from Karsvik was 25 km north of Trondheim.", None),
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


@pytest.mark.parametrize(
    ("text", "names"),
    [("Rain fell in Karsvik, 25 km north of Trondheim.", True), ("Rain fell 25 km north of Trondheim.", False)],
)
def test_whether_it_places_a_name(told: Told, text: str, names: bool) -> None:
    record = told(text, upto="places")
    (found,) = told_in(record)
    assert describes(found, record.annotation) is names
