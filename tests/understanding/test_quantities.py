"""Numbers that count no casualties."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Fact
from dateline.record import Record
from dateline.values import Quantity

Told = Callable[..., Record]


def value_of(fact: Fact) -> Quantity:
    assert isinstance(fact.value, Quantity)
    return fact.value


def read(told: Told, text: str) -> list[tuple[float | None, float | None, str | None, str | None]]:
    values = map(value_of, told(text, upto="quantities").of("quantity"))
    return [(value.low, value.high, value.unit, value.of) for value in values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank lent $5.2 million in aid.", (5_200_000, 5_200_000, "USD", "aid")),
        ("They stole 300,000 euros.", (300_000, 300_000, "EUR", None)),
        ("It cost £3m.", (3_000_000, 3_000_000, "GBP", None)),
        ("It cost more than $5 million.", (5_000_000, None, "USD", None)),
        ("Some 40 percent of voters stayed away.", (36, 44, "%", "voters")),
        ("The village lies 30 km from Lisbon.", (30, 30, "km", None)),
        ("The village lies 12 miles from Lisbon.", (12, 12, "mi", None)),
        ("Thousands of protesters marched through Lisbon.", (2000, 9999, "people", "protesters")),
        ("The camp holds 3,000 government troops.", (3000, 3000, "troops", "government troops")),
        ("They fired at least 20 rockets.", (20, None, "weapons", "rockets")),
        ("The 23-year-old driver waved.", (23, 23, "years", "age")),
        ("The driver, aged 45, waved.", (45, 45, "years", "age")),
        ("A quake of magnitude 7 was felt.", (7, 7, "magnitude", None)),
        ("A 6.5-magnitude quake was felt.", (6.5, 6.5, "magnitude", None)),
        ("It was 40 degrees Celsius in Seville.", (40, 40, "°C", None)),
    ],
)
def test_units(told: Told, text: str, expected: tuple[float, float, str, str | None]) -> None:
    assert read(told, text) == [expected]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway paid $5 million.", "asserted"),
        ("Norway will pay $5 million.", "planned"),
        ("Norway may pay $5 million.", "possible"),
        ("Norway did not pay $5 million.", "denied"),
        ("Norway asked Spain to pay $5 million.", "requested"),
        ("Norway will not repay the $5 million.", "asserted"),
        ("Some 3,000 protesters are expected to march.", "planned"),
        ("Some 3,000 protesters have asked to leave.", "asserted"),
        ("Thousands of people would come.", "possible"),
        ("The plan did not stop 3,000 protesters.", "denied"),
    ],
)
def test_a_number_stands_as_its_clause_does(told: Told, text: str, status: str) -> None:
    (fact,) = told(text, upto="quantities").of("quantity")
    assert fact.status == status


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 1992.",
        "It happened on March 12 at 5 p.m.",
        "The 12th man left.",
        "Flight 370 left Lisbon.",
        "She has three ideas.",
        "Several people waved.",
        "They got both feet wet.",
        "Engineers tested Falcon 9 rockets.",
        "The treaty has lasted for two decades.",
    ],
)
def test_no_quantity(told: Told, text: str) -> None:
    assert read(told, text) == []


@pytest.mark.parametrize(
    ("text", "change", "of"),
    [
        ("Inflation rose 3.4% in May.", "rise", "Inflation"),
        ("Unemployment fell by two percentage points.", "fall", "Unemployment"),
        ("Inflation was 3.4% in May.", None, "Inflation"),
        ("Inflation rose to 7.4%.", "rise", "Inflation"),
        ("The rate is down from 6.9%.", None, None),
        ("The navy signed a $40 billion contract.", None, None),
        ("The party raised $2 million.", None, None),
        ("He fell 40 metres.", None, None),
        ("The 19-year-old gained praise.", None, "age"),
    ],
)
def test_change(told: Told, text: str, change: str | None, of: str | None) -> None:
    (fact,) = told(text, upto="quantities").of("quantity")
    assert (value_of(fact).change, value_of(fact).of) == (change, of)


def test_money_without_a_country_is_less_sure(told: Told) -> None:
    (fact,) = told("They stole 300,000 pesos.", upto="quantities").of("quantity")
    assert value_of(fact).unit == "peso" and fact.confidence < 0.8


def test_casualties_are_no_quantities(told: Told) -> None:
    record = told("Nine soldiers were killed and 300 tanks were lost.", upto="quantities")
    assert [value_of(fact).of for fact in record.of("quantity")] == ["tanks"]


def test_the_event_whose_clause_holds_it(told: Told) -> None:
    record = told("Rebels fired 20 rockets at Porto.", upto="quantities")
    (fact,) = record.of("quantity")
    event = record.get(value_of(fact).event)
    assert event is not None and event.kind == "event"


def test_evidence(told: Told) -> None:
    record = told("The bank lent about $5.2 million in aid.", upto="quantities")
    (fact,) = record.of("quantity")
    assert record.words(fact.spans[0]) == "about $5.2 million"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The temperature fell to minus 20 degrees Celsius.", (-20, -20, "°C", "temperature")),
        ("The quake had a magnitude of 6.1.", (6.1, 6.1, "magnitude", None)),
        ("Ana Silva, 45, waved.", (45, 45, "years", "age")),
        ("He paid between 5 and 7 million euros.", (5_000_000, 7_000_000, "EUR", None)),
        ("A US$20 note lay there.", (20, 20, "USD", None)),
        ("He owns 20-30 rifles.", (20, 30, "weapons", "rifles")),
        ("A 50 kg parcel lay there.", (50, 50, "kg", None)),
        ("Police seized 40 kilograms of cocaine.", (40, 40, "kg", "cocaine")),
        ("It costs 5 real.", (5, 5, "BRL", None)),
        ("“It cost $5 million,” the mayor said.", (5_000_000, 5_000_000, "USD", None)),
        ("THEY STOLE 300,000 EUROS.", (300_000, 300_000, "EUR", None)),
    ],
)
def test_more_units(told: Told, text: str, expected: tuple[float, float, str, str | None]) -> None:
    assert read(told, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Two real estate agents came.",
        "Five foot soldiers marched.",
        "A 12-member committee met.",
        "The 45, a bus, left.",
        "Ana Silva, 1992, is a film.",
        "Ana Silva, 450, is no age.",
        "Ana Silva, minus 45, waved.",
        "Lisbon, 45, is a poem.",
        "The strike cut output by half.",
        "He scored two points.",
    ],
)
def test_numbers_of_nothing_that_matters(told: Told, text: str) -> None:
    assert read(told, text) == []


def test_below_zero_keeps_the_order_of_its_ends(told: Told) -> None:
    ((low, high, _, _),) = read(told, "It was minus 20 to 30 degrees Celsius.")
    assert low is not None and high is not None and low <= high < 0


def test_evidence_of_a_number_below_zero(told: Told) -> None:
    record = told("The temperature fell to minus 20 degrees Celsius.", upto="quantities")
    (fact,) = record.of("quantity")
    assert record.words(fact.spans[0]) == "minus 20 degrees Celsius"


def test_several_in_one_sentence(told: Told) -> None:
    text = "Exports dropped 12 percent, imports rose 3 percent and the bank lent $5 million."
    values = [value_of(fact) for fact in told(text, upto="quantities").of("quantity")]
    assert [(value.low, value.unit) for value in values] == [(12, "%"), (3, "%"), (5_000_000, "USD")]
    assert [value.change for value in values[:2]] == ["fall", "rise"]


VOCABULARY = "$ 5 million 1.5 percent % km of in rose fell by 23 - year old aged magnitude troops men . , the"
WORDS = st.lists(
    st.sampled_from(VOCABULARY.split()),
    min_size=1,
    max_size=14,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS)
def test_any_words_are_read(told: Told, words: list[str]) -> None:
    record = told(" ".join(words), upto="quantities")
    assert not [finding for finding in record.findings if finding.check == "quantities"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm will cut 1,200 jobs.", (1200, 1200, "jobs", "jobs")),
        ("Some 3,000 families joined the march.", (2700, 3300, "families", "families")),
        ("Rebels shot down two fighter jets.", (2, 2, "weapons", "fighter jets")),
        ("He gave $200 or less.", (None, 200, "USD", None)),
        ("The plane carried 150 passengers.", (150, 150, "people", "passengers")),
        ("Turnout was 71 percent.", (71, 71, "%", "Turnout")),
    ],
)
def test_things_that_matter(
    told: Told, text: str, expected: tuple[float | None, float | None, str | None, str | None]
) -> None:
    assert read(told, text) == [expected]


def test_a_sum_and_the_one_it_rose_to_are_two(told: Told) -> None:
    assert [row[:2] for row in read(told, "The price rose $2 to $81 a barrel.")] == [(2, 2), (81, 81)]


@pytest.mark.parametrize(
    "text",
    [
        "A 30-year-old law bans it.",
        "If you are 80 years old, you know it.",
        "The top 1 percent own the land.",
        "It is less than half of 1 percent.",
        "Two dozen Nordic peoples live there.",
        "The airline ordered 20 new jets.",
        "The firm closed 12 mines.",
        "One in ten workers stayed at home.",
        "Faro lost 3-1.",
        "The book has 320 pages.",
        "Call 555 0134 for tickets.",
        "He was born in 1984.",
        "The minister spent 12 days in Lima.",
        "Chapter 11 of the code has 14 sections.",
        "1. Buy milk",
    ],
)
def test_numbers_that_do_not_matter(told: Told, text: str) -> None:
    assert read(told, text) == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The stadium can hold 60,000 spectators.", "spectators"),
        ("The hall seats 300 people.", "people"),
        ("A ferry with a capacity of 200 passengers left Varde.", "passengers"),
    ],
)
def test_room_is_a_fact_about_the_thing_and_no_crowd(told: Told, text: str, of: str) -> None:
    (fact,) = told(text, upto="quantities").of("quantity")
    assert isinstance(fact.value, Quantity)
    assert (fact.value.of, fact.reason is not None) == (of, True)


def test_who_is_carried_is_there(told: Told) -> None:
    (fact,) = told("The ferry carried 200 passengers to Varde.", upto="quantities").of("quantity")
    assert fact.reason is None


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The government cut the debt by $20 billion.", "debt"),
        ("The debt fell by $20 billion.", "debt"),
        ("Banks hold $5 billion in the country.", None),
        ("The storm caused $2 million in damage.", "damage"),
    ],
)
def test_what_the_sum_is_of(told: Told, text: str, of: str | None) -> None:
    assert [getattr(fact.value, "of", None) for fact in told(text, upto="quantities").of("quantity")] == [of]


def test_adding_up_to_a_sum_is_no_limit(told: Told) -> None:
    (fact,) = told("The savings add up to $5 billion.", upto="quantities").of("quantity")
    assert isinstance(fact.value, Quantity)
    assert (fact.value.low, fact.value.high) == (5e9, 5e9)
