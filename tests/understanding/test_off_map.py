"""Places that the map does not know, and points that have no name."""

import pytest

from conftest import Told, words_of
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.geography.globe import kilometres
from dateline.values import Place

TRONDHEIM = (63.43, 10.4)


def placed(record: Record, name: str) -> tuple[Fact, Place]:
    (found,) = [f for f in record.of("place") if isinstance(f.value, Place) and f.value.name == name]
    assert isinstance(found.value, Place)
    return found, found.value


def bases(record: Record, fact: Fact) -> list[str]:
    found = [record.get(base) for base in fact.because]
    return [base.value.name for base in found if base is not None and isinstance(base.value, Place)]


def away(value: Place) -> float:
    """Kilometres from Trondheim."""
    assert value.lat is not None and value.lon is not None
    return kilometres(TRONDHEIM, (value.lat, value.lon))


# By a name in the name.


@pytest.mark.parametrize("name", ["Trondheim Airport", "Trondheim Camp", "Trondheim Square"])
def test_by_the_town_in_its_name(told: Told, name: str) -> None:
    found, value = placed(told(f"Snow fell at {name}.", upto="places"), name)
    assert (value.precision, value.country, value.geonames, value.feature) == ("near", "NOR", None, None)
    assert away(value) < 10
    assert found.confidence <= 0.5
    assert found.reason == "not in the gazetteer; placed by Trondheim in its name"


def test_the_town_in_the_name_is_a_place_too(told: Told) -> None:
    record = told("Snow fell at Trondheim Airport.", upto="places")
    _, value = placed(record, "Trondheim")
    assert [(m.role, m.rule) for m in value.mentions] == [("modifier", "inside a name")]


@pytest.mark.parametrize("name", ["Trondheim Street", "Karsvik Airport"])
def test_not_by_the_name_of_a_way_or_of_nothing_known(told: Told, name: str) -> None:
    found, value = placed(told(f"Snow fell at {name}.", upto="places"), name)
    assert (value.precision, value.lat, value.country) == ("unresolved", None, None)
    assert found.reason == "not in the gazetteer"


# By its distance from a town.


@pytest.mark.parametrize(
    ("text", "name", "length"),
    [
        ("Rain fell in Karsvik, 25 km north of Trondheim.", "Karsvik", 25),
        ("Troops camped in Karsvik, a village 30 miles south of Trondheim.", "Karsvik", 48.3),
        ("Karsvik is 25 km north of Trondheim.", "Karsvik", 25),
        ("Fighting broke out near Karsa Gorge, some 12 km east of Trondheim.", "Karsa Gorge", 12),
        ("Fighting broke out near Karsa Gorge, thirty miles from the city of Trondheim.", "Karsa Gorge", 0),
    ],
)
def test_by_its_distance(told: Told, text: str, name: str, length: float) -> None:
    record = told(text, upto="places")
    found, value = placed(record, name)
    assert away(value) == pytest.approx(length, abs=0.5)
    assert (value.precision, value.country) == ("near", "NOR")
    assert bases(record, found) == ["Trondheim"]
    assert found.confidence <= 0.6
    assert found.reason is not None and found.reason.startswith("not in the gazetteer; ")
    assert len(record.of("place")) == 2


def test_what_the_map_knows_stays_where_it_is(told: Told) -> None:
    record = told("Rain fell in Halden, 25 km north of Trondheim.", upto="places")
    found, value = placed(record, "Halden")
    assert away(value) > 200
    assert found.because == ()


# By its country alone.


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Rain fell in Karsvik, Norway.", True),
        ("Rain fell at Karsvik Airport in Norway.", True),
        ("They hid in the Karsa Gorge as Norwegian police waited.", True),
        ("They hid in the Karsa Gorge. Oslo and Trondheim slept.", False),
    ],
)
def test_by_its_country(told: Told, text: str, beside: bool) -> None:
    record = told(text, upto="places")
    (found,) = [f for f in record.of("place") if isinstance(f.value, Place) and f.value.precision == "unresolved"]
    assert isinstance(found.value, Place)
    assert (found.value.country, found.value.lat) == ("NOR", None)
    why = "its country is the one named beside it" if beside else "its country is the one the story is about"
    assert found.reason == f"not in the gazetteer; {why}"
    assert found.confidence <= 0.5


@pytest.mark.parametrize(
    "text",
    [
        "They hid in the Karsa Gorge.",
        "They crossed the Karsa Gorge between Norway and Sweden.",
        "They hid in the Karsa Gorge. Oslo, Stockholm, Lima and Nairobi slept.",
    ],
)
def test_by_no_country_where_several_could_be(told: Told, text: str) -> None:
    found, value = placed(told(text, upto="places"), "Karsa Gorge")
    assert (value.country, value.precision) == (None, "unresolved")
    assert found.reason == "not in the gazetteer"


# Points without a name.


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("25 km north of Trondheim", 25),
        ("twenty miles north-west of Trondheim", 32.2),
        ("40 km southeast of the Norwegian city of Trondheim", 40),
        ("10 kilometres outside Trondheim", 0),
    ],
)
def test_computed_points(told: Told, words: str, length: float) -> None:
    record = told(f"A camp stood {words}.", upto="places")
    found, value = placed(record, words)
    assert away(value) == pytest.approx(length, abs=0.5)
    assert (value.precision, value.country, value.relation, value.geonames) == ("near", "NOR", "near", None)
    assert [(m.form, m.rule) for m in value.mentions] == [("nominal", "distance")]
    assert words_of(record, found) == words
    assert bases(record, found) == ["Trondheim"]
    base, _ = placed(record, "Trondheim")
    assert found.confidence < base.confidence
    assert found.reason is not None and words in found.reason


def test_the_reason_tells_where_no_direction_is_told(told: Told) -> None:
    found, _ = placed(told("A camp stood 9 km from Trondheim.", upto="places"), "9 km from Trondheim")
    assert found.reason == 'no direction is told in "9 km from Trondheim": the point is that of Trondheim'


@pytest.mark.parametrize(
    "text",
    [
        "A camp stood 25 km north of Norway.",
        "A camp stood 300 km from Trondheim.",
        "A camp stood 25 km north of Karsvik.",
        "A camp stood 25 km north of the Alps.",
        "A camp stood 25 km north of Springfield.",
    ],
)
def test_no_point_by_what_is_wide_or_far_or_unknown(told: Told, text: str) -> None:
    record = told(text, upto="places")
    assert all(isinstance(f.value, Place) and f.value.precision != "near" for f in record.of("place"))


def test_two_points(told: Told) -> None:
    record = told("Camps stood 40 km north of Trondheim and 20 km south of Steinkjer.", upto="places")
    points = [f for f in record.of("place") if f.because]
    assert [bases(record, f) for f in points] == [["Trondheim"], ["Steinkjer"]]


@pytest.mark.parametrize("name", ["Storfoss", "Steinkjer"])
def test_no_point_beside_the_name_that_it_places(told: Told, name: str) -> None:
    record = told(f"Rain fell in Karsvik and {name}, 100 km north of Trondheim.", upto="places")
    assert sorted(f.value.name for f in record.of("place") if isinstance(f.value, Place)) == sorted(
        ("Karsvik", name, "Trondheim")
    )
    _, last = placed(record, name)
    _, first = placed(record, "Karsvik")
    assert last.lat is not None and first.lat is None


def test_far_points_are_less_sure(told: Told) -> None:
    close, near = placed(told("A camp stood 40 km north of Trondheim.", upto="places"), "40 km north of Trondheim")
    away_, far = placed(told("A camp stood 150 km north of Trondheim.", upto="places"), "150 km north of Trondheim")
    assert (near.precision, far.precision) == ("near", "region")
    assert away_.confidence < close.confidence
    assert away_.reason is not None and away_.reason.endswith("so far away it may be some 30 km off")


def test_a_way_gone_places_nothing(told: Told) -> None:
    text = "Police met in Karsvik, where they waited for a bus that had come 25 km from Trondheim."
    record = told(text, upto="places")
    _, value = placed(record, "Karsvik")
    assert value.lat is None
    assert [f for f in record.of("place") if f.because] == []


def test_in_the_country_of_the_town_beside_it(told: Told) -> None:
    """A town tells its country; where two countries are named beside, neither is taken."""
    found, value = placed(
        told("Fish came from Karsa Gorge by way of Trondheim and Oslo.", upto="places"), "Karsa Gorge"
    )
    assert value.country == "NOR"
    assert "named beside it" in (found.reason or "")
    _, open_one = placed(told("Fish came from Karsa Gorge by way of Trondheim and Peru.", upto="places"), "Karsa Gorge")
    assert open_one.country is None
