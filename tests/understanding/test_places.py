"""Places: which row of the gazetteer, how exactly, and how the name is used."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
        ("name", "modifier"),
        ("name", "metonym"),
    ]


def test_a_capital_may_speak(told: Told) -> None:
    record = told("Oslo said it would wait. Rain fell in Oslo.", upto="places")
    names = [m for m in place(record, "Oslo").mentions if m.form == "name"]
    assert [m.role for m in names] == ["metonym", "literal"]


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
    assert told("Two Norwegian singers were hurt.", upto="places").of("place") == []


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


def names(record: Record) -> list[str]:
    return [f.value.name for f in record.of("place") if isinstance(f.value, Place)]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Rain fell in Birmingham, Alabama.", "Birmingham", "USA"),
        ("Rain fell in Birmingham.", "Birmingham", "GBR"),
        ("Rain fell in Valencia, Venezuela.", "Valencia", "VEN"),
        ("Rain fell in Córdoba. Argentina waits. Argentina's army left.", "Córdoba", "ARG"),
        ("Rain fell in San José. Costa Rica waits. Costa Rican police left.", "San José", "CRI"),
    ],
)
def test_namesakes(told: Told, text: str, name: str, country: str) -> None:
    assert place(told(text, upto="places"), name).country == country


def test_a_qualifier_later_in_the_story_counts_for_all(told: Told) -> None:
    record = told("Rain fell in Valencia. Police left. People in Valencia, Venezuela, slept.", upto="places")
    found = place(record, "Valencia")
    assert (found.country, len(found.mentions)) == ("VEN", 2)


def test_a_name_beside_a_comma_of_a_list_is_no_country(told: Told) -> None:
    record = told("Rain fell in Bergen, Trondheim and Oslo.", upto="places")
    assert {name: place(record, name).country for name in names(record)} == dict.fromkeys(
        ("Bergen", "Trondheim", "Oslo"), "NOR"
    )


def test_two_countries_in_the_sentence_leave_the_country_open(told: Told) -> None:
    record = told("They crossed the Karsa Gorge between Norway and Sweden.", upto="places")
    assert place(record, "Karsa Gorge").country is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rain fell in Oslo.", "literal"),
        ("Oslo said it would wait.", "metonym"),
        ("The plan was refused by Oslo.", "metonym"),
        ("Oslo residents slept.", "modifier"),
        ("Oslo’s mayor slept.", "modifier"),
        ("Oslo is calm.", "literal"),
    ],
)
def test_how_a_name_is_used(told: Told, text: str, role: str) -> None:
    names = [m for m in place(told(text, upto="places"), "Oslo").mentions if m.form == "name"]
    assert [m.role for m in names] == [role]


def test_relations_of_a_pair(told: Told) -> None:
    record = told("A bus went from Bergen to Oslo.", upto="places")
    assert (place(record, "Bergen").relation, place(record, "Oslo").relation) == ("from", "to")


def test_joined_names_share_the_relation(told: Told) -> None:
    record = told("Rain fell in Bergen and Oslo.", upto="places")
    assert {place(record, name).relation for name in ("Bergen", "Oslo")} == {"in"}


def test_capitals_copy(told: Told) -> None:
    record = told("NINE SOLDIERS WERE HURT IN TRONDHEIM ON MONDAY.", upto="places")
    assert place(record, "Trondheim").geonames == 3133880


def test_demonyms_join_the_country_however_early(told: Told) -> None:
    record = told("Two Norwegian singers were hurt. Norway waits.", upto="places")
    assert [(m.form, m.role) for m in place(record, "Norway").mentions] == [
        ("nominal", "modifier"),
        ("name", "literal"),
    ]


def test_one_town_under_two_names_of_other_countries_stays_two(told: Told) -> None:
    record = told("Trains run from Bergen to Oslo. Buses run from Bergen to Trondheim.", upto="places")
    assert sorted(names(record)) == ["Bergen", "Oslo", "Trondheim"]


@pytest.mark.parametrize("text", ["", "It rained.", "in in in", "Monday was cold.", "Mrs. Victoria Lund slept."])
def test_no_place(told: Told, text: str) -> None:
    assert told(text, upto="places").of("place") == []


def test_a_doubt_is_told(told: Told) -> None:
    facts = told("Rain fell in Trondheim.", upto="places").of("place")
    assert [found.reason for found in facts] == [None]
    assert facts[0].confidence >= 0.9


@given(
    st.lists(
        st.sampled_from(
            [
                "in",
                "Oslo",
                "Paris",
                ",",
                "Norway",
                "Norwegian",
                "'s",
                "Springfield",
                "Ohio",
                "and",
                ".",
                "Lake",
                "said",
                "from",
            ]
        )
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_at_all(told: Told, words: list[str]) -> None:
    record = told(" ".join(words), upto="places")
    assert not [finding for finding in record.findings if finding.severity == "error"]
    for found in record.of("place"):
        assert isinstance(found.value, Place)
        assert any(mention.form == "name" for mention in found.value.mentions)
        assert (found.value.lat is None) is (found.value.lon is None)
        assert found.value.lat is None or -90 <= found.value.lat <= 90
        assert all(0 <= m.start < m.end <= len(record.text) for m in found.value.mentions)


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("Rain fell in Paris, Texas.", "Paris", "TX"),
        ("Rain fell in Buffalo, New York.", "Buffalo", "NY"),
        ("Rain fell in Buffalo, New York.", "New York", "NY"),
        ("Rain fell in Columbus, Ga.", "Columbus", "GA"),
        ("Rain fell in Moscow, Idaho.", "Moscow", "ID"),
        ("Rain fell in Cambridge, Mass., on Monday.", "Cambridge", "MA"),
        ("Rain fell in Ozark, Dale County, Alabama.", "Ozark", "AL"),
        ("Rain fell in the Texas town of Paris.", "Paris", "TX"),
        ("Rain fell in Athens, Georgia.", "Georgia", "GA"),
    ],
)
def test_a_town_lies_in_the_state_behind_it(told: Told, text: str, name: str, admin1: str) -> None:
    found = place(told(text, upto="places"), name)
    assert (found.country, found.admin1) == ("USA", admin1)


def test_the_state_behind_a_town_is_no_town(told: Told) -> None:
    assert place(told("Rain fell in Buffalo, New York.", upto="places"), "New York").precision == "admin1"


@pytest.mark.parametrize(
    ("text", "precision", "countries"),
    [
        ("Rain fell in Texas, Georgia and Ohio.", "admin1", ["USA", "USA", "USA"]),
        ("Rain fell in Jordan, Lebanon and Syria.", "country", ["JOR", "LBN", "SYR"]),
        ("Rain fell in Chad, Niger and Mali.", "country", ["TCD", "NER", "MLI"]),
    ],
)
def test_lists_are_of_one_kind(told: Told, text: str, precision: str, countries: list[str]) -> None:
    found = [f.value for f in told(text, upto="places").of("place") if isinstance(f.value, Place)]
    assert [(each.precision, each.country) for each in found] == [(precision, country) for country in countries]


def test_namesakes_in_two_states(told: Told) -> None:
    record = told("Rain fell in Richmond, Virginia, and in Richmond, California.", upto="places")
    towns = [f.value for f in record.of("place") if isinstance(f.value, Place) and f.value.name == "Richmond"]
    assert [each.admin1 for each in towns] == ["VA", "CA"]


@pytest.mark.parametrize("text", ["Rain fell in Springfield.", "Rain fell in Jefferson County."])
def test_where_nothing_decides_it_stays_open(told: Told, text: str) -> None:
    (found,) = told(text, upto="places").of("place")
    assert isinstance(found.value, Place)
    assert (found.value.precision, found.value.lat, found.value.country) == ("unresolved", None, None)
    assert found.confidence <= 0.5
    assert found.reason is not None and "nothing in the story tells which" in found.reason


@pytest.mark.parametrize(
    ("text", "name", "precision", "feature"),
    [
        ("A boat sank in the Rhine.", "Rhine", "region", "STM"),
        ("A boat sank in the Gulf of Finland.", "Gulf of Finland", "region", "GULF"),
        ("A boat sank in the Black Sea.", "Black Sea", "region", "SEA"),
        ("A plane landed at Heathrow Airport.", "Heathrow Airport", "exact", "AIRP"),
        ("Snow fell on Mount Everest.", "Mount Everest", "exact", "MT"),
        ("Rain fell in Cook County, Illinois.", "Cook County", "admin2", "ADM2"),
        ("Rain fell in Franklin County, Ohio.", "Franklin County", "admin2", "ADM2"),
        ("Rain fell in Kent, England.", "Kent", "admin2", "ADM2"),
    ],
)
def test_rivers_airports_gulfs_and_counties(told: Told, text: str, name: str, precision: str, feature: str) -> None:
    found = place(told(text, upto="places"), name)
    assert (found.precision, found.feature) == (precision, feature)
    assert found.lat is not None
