"""Places: which row of the gazetteer, how exactly, and how the name is used."""

import pytest

from conftest import Told
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Place


def place(record: Record, name: str) -> Place:
    return fact(record, name).value  # type: ignore[return-value]


def fact(record: Record, name: str) -> Fact:
    for found in record.of("place"):
        assert isinstance(found.value, Place)
        if found.value.name == name:
            return found
    raise AssertionError(f"no {name} among {[f.value for f in record.of('place')]}")


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        ("Rain fell in Trondheim.", "Trondheim", "NOR", "exact"),
        ("Rain fell in Bolivia.", "Bolivia", "BOL", "country"),
        ("Rain fell in Paris.", "Paris", "FRA", "exact"),
        ("Rain fell across Central Asia.", "Central Asia", None, "region"),
        ("Rain fell in West Virginia.", "West Virginia", "USA", "admin1"),
    ],
)
def test_what_is_on_the_map(told: Told, text: str, name: str, country: str | None, precision: str) -> None:
    found = place(told(text, upto="places"), name)
    assert (found.country, found.precision) == (country, precision)


def test_a_town_has_coordinates_and_an_id(told: Told) -> None:
    found = place(told("Rain fell in Trondheim.", upto="places"), "Trondheim")
    assert found.geonames == 3133880
    assert found.lat == pytest.approx(63.4, abs=0.2)
    assert found.lon == pytest.approx(10.4, abs=0.2)


def test_the_story_s_country_decides_between_namesakes(told: Told) -> None:
    text = "Chile's president went to Valparaiso. Chilean police closed Santiago. Chile waits."
    assert place(told(text, upto="places"), "Santiago").country == "CHL"


def test_what_is_not_on_the_map_stays_open_and_says_so(told: Told) -> None:
    found = fact(told("They hid in the Karsa Gorge in Norway.", upto="places"), "Karsa Gorge")
    assert isinstance(found.value, Place)
    assert (found.value.precision, found.value.lat, found.value.country) == ("unresolved", None, "NOR")
    assert found.reason is not None and "not in the gazetteer" in found.reason
    assert found.confidence <= 0.5


def test_one_fact_for_all_mentions(told: Told) -> None:
    record = told("Norway's army left. Norwegian police stayed. Norway refused the offer.", upto="places")
    found = place(record, "Norway")
    assert [(m.form, m.role) for m in found.mentions] == [
        ("name", "modifier"),
        ("nominal", "modifier"),
        ("name", "metonym"),
    ]


def test_a_capital_may_speak(told: Told) -> None:
    record = told("Oslo said it would wait. Rain fell in Oslo.", upto="places")
    assert [m.role for m in place(record, "Oslo").mentions] == ["metonym", "literal"]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Troops stood near Bergen.", "near"),
        ("Troops came from Bergen.", "from"),
        ("Troops went to Bergen.", "to"),
        ("Troops stood in Bergen.", "in"),
        ("Bergen is calm.", None),
    ],
)
def test_how_it_lies(told: Told, text: str, relation: str | None) -> None:
    assert place(told(text, upto="places"), "Bergen").relation == relation


def test_a_demonym_alone_is_no_place(told: Told) -> None:
    assert told("Two Norwegian sailors were hurt.", upto="places").of("place") == []


@pytest.mark.parametrize("text", ["Google bought it.", "Central bankers met.", "Mr. Garland spoke to Garland's wife."])
def test_no_town_for_a_word_that_happens_to_be_one(told: Told, text: str) -> None:
    assert told(text, upto="places").of("place") == []


def test_a_country_behind_the_name_decides_throughout(told: Told) -> None:
    record = told("Police went to Tripoli, Lebanon. Later Tripoli was calm and people in Tripoli slept.", upto="places")
    assert place(record, "Tripoli").country == "LBN"
    assert len(place(record, "Tripoli").mentions) == 3


def test_a_capital_comes_before_a_province_of_its_name(told: Told) -> None:
    assert place(told("Talks were held in Washington.", upto="places"), "Washington").feature == "PPLC"


def test_a_forename_is_no_country(told: Told) -> None:
    record = told("Captain Georgia Brandt won the race. Georgia trained in Bergen for years.", upto="places")
    assert [f.value.name for f in record.of("place") if isinstance(f.value, Place)] == ["Bergen"]


def test_city_of(told: Told) -> None:
    assert place(told("The Municipality of Livorno paid.", upto="places"), "Livorno").country == "ITA"


def test_an_agency_in_the_dateline_is_no_place(told: Told) -> None:
    line = "LA PAZ (Andes Wire) -"
    record = told(f"{line}\nMiners met.", upto="places", dateline=line)
    assert [f.value.name for f in record.of("place") if isinstance(f.value, Place)] == ["La Paz"]
