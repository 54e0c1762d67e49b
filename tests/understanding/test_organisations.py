"""Organisations by name and groups without one: chains, countries, sectors."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Told
from dateline.record import Record
from dateline.understanding.identity.codes import sector_of_body
from dateline.values import Organisation


def organisation(record: Record, part: str) -> Organisation:
    found = [f.value for f in record.of("organisation") if isinstance(f.value, Organisation) and part in f.value.name]
    assert found, [f.value for f in record.of("organisation")]
    return found[0]


def words(record: Record, value: Organisation) -> list[str]:
    return [record.text[m.start : m.end] for m in value.mentions]


@pytest.mark.parametrize(
    ("text", "part", "country", "sector"),
    [
        ("Finland's Interior Ministry denied it.", "Interior Ministry", "FIN", "GOV"),
        ("The Norwegian army denied it.", "army", "NOR", "MIL"),
        ("Chile's prosecutor's office denied it.", "prosecutor's office", "CHL", "GOVJUD"),
        ("The Peruvian armed opposition denied it.", "armed opposition", "PER", "REB"),
        ("Nine police officers were hurt.", "police officers", None, "COP"),
        ("The protesters went home.", "protesters", None, "CVL"),
        ("Unidentified gunmen fled.", "gunmen", None, "UAF"),
    ],
)
def test_country_and_sector(told: Told, text: str, part: str, country: str | None, sector: str) -> None:
    found = organisation(told(text, upto="organisations"), part)
    assert (found.country, found.sector) == (country, sector)


def test_the_mention_is_the_phrase_up_to_its_head(told: Told) -> None:
    record = told("Nine police officers in plain clothes were hurt.", upto="organisations")
    assert words(record, organisation(record, "police")) == ["Nine police officers"]


def test_the_rebels_are_the_armed_group(told: Told) -> None:
    record = told("An armed group led by Paula Brandt took the bridge. Later the rebels left it.", upto="organisations")
    found = organisation(record, "armed group")
    assert words(record, found) == ["An armed group", "the rebels"]
    assert [m.rule for m in found.mentions] == ["group", "only armed group nearby"]


def test_two_armed_groups_leave_it_open(told: Told) -> None:
    text = "An armed group took the bridge. Masked gunmen took the mill. Later the rebels left."
    record = told(text, upto="organisations")
    assert words(record, organisation(record, "rebels")) == ["the rebels"]


def test_a_new_indefinite_group_is_another_one(told: Told) -> None:
    record = told("Nine soldiers were hurt. Four soldiers fled.", upto="organisations")
    assert len(record.of("organisation")) == 2


def test_acronyms(told: Told) -> None:
    record = told("The National Water Council (NWC) met. The NWC denied it.", upto="organisations")
    found = organisation(record, "National Water Council")
    assert found.aliases == ("NWC",)
    assert words(record, found)[1:] == ["NWC", "NWC"]


def test_a_post_is_no_group(told: Told) -> None:
    record = told("Brandt, the former defence minister, was appointed chief judge.", upto="organisations")
    assert record.of("organisation") == []


def test_wide_words_need_a_modifier(told: Told) -> None:
    assert told("A group of songs. People like it.", upto="organisations").of("organisation") == []


def test_the_dateline_s_country_is_a_guess_that_says_so(told: Told) -> None:
    text = "OSLO (Fjord News) -\nNorway's parliament met. Norway waits. The soldiers left Bergen."
    record = told(text, upto="organisations", dateline="OSLO (Fjord News) -")
    fact = next(f for f in record.of("organisation") if getattr(f.value, "name", "") == "soldiers")
    assert isinstance(fact.value, Organisation)
    assert fact.value.country == "NOR"
    assert fact.reason is not None and fact.confidence < 0.7


def test_without_a_dateline_no_country_is_guessed(told: Told) -> None:
    record = told("Norway waits. The soldiers left Bergen.", upto="organisations")
    assert organisation(record, "soldiers").country is None


def test_one_name_under_two_countries_is_two_bodies(told: Told) -> None:
    text = (
        "Norway's Defence Ministry said so. Sweden's Defence Ministry denied it. The Defence Ministry in Oslo insisted."
    )
    record = told(text, upto="organisations")
    found = [f.value for f in record.of("organisation") if isinstance(f.value, Organisation)]
    ministries = {value.country: len(value.mentions) for value in found if value.name == "Defence Ministry"}
    assert ministries == {"NOR": 2, "SWE": 1}


def test_a_noun_behind_a_name_belongs_to_it(told: Told) -> None:
    record = told("The River Watch group denied it.", upto="organisations")
    found = organisation(record, "River Watch")
    assert "The River Watch group" in words(record, found)


def test_the_ministry_is_the_one_named_before(told: Told) -> None:
    record = told("Finland's Interior Ministry denied it. The ministry said no more.", upto="organisations")
    assert words(record, organisation(record, "Interior Ministry")) == ["Interior Ministry", "The ministry"]


def test_a_government_is_no_office_holder(told: Told) -> None:
    record = told("The Norwegian government denied it.", upto="organisations")
    found = organisation(record, "government")
    assert (found.country, found.sector) == ("NOR", "GOV")


def test_initials_stand_for_a_name_of_three_words(told: Told) -> None:
    record = told("The National Water Council met. Later the NWC denied it.", upto="organisations")
    assert words(record, organisation(record, "National Water Council")) == ["National Water Council", "NWC"]


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Defence Ministry", "GOV"),
        ("Supreme Court", "JUD"),
        ("Westmark National Assembly", "LEG"),
        ("Armed Forces", "MIL"),
        ("Fjord Bank", "BUS"),
        ("Reuters", "JRN"),
        ("Police Academy", "EDU"),
        ("Blue Heron", None),
        ("Heron", None),
    ],
)
def test_the_sector_of_a_name(name: str, sector: str | None) -> None:
    assert sector_of_body("en", name) == sector


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The soldiers left. The soldiers came back.", ["The soldiers", "The soldiers"]),
        ("Nine soldiers left. The soldiers came back.", ["Nine soldiers", "The soldiers"]),
        ("Nine armed soldiers left. The soldiers came back.", ["Nine armed soldiers", "The soldiers"]),
        ("The Peruvian soldiers left. Peruvian soldiers slept.", ["The Peruvian soldiers", "Peruvian soldiers"]),
    ],
)
def test_one_group(told: Told, text: str, mentions: list[str]) -> None:
    record = told(text, upto="organisations")
    (fact,) = record.of("organisation")
    assert isinstance(fact.value, Organisation)
    assert words(record, fact.value) == mentions


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian soldiers left. Chilean soldiers slept.",
        "Peruvian soldiers left. The Chilean soldiers slept.",
        "Nine soldiers left. Three policemen slept.",
        "The soldiers left. The policemen slept.",
        "Villagers left. Soldiers slept.",
    ],
)
def test_two_groups(told: Told, text: str) -> None:
    assert len(told(text, upto="organisations").of("organisation")) == 2


def test_the_rebels_of_long_ago_are_not_taken_up(told: Told) -> None:
    text = f"Masked gunmen took the mill. {'It rained. ' * 6}The rebels left."
    assert len(told(text, upto="organisations").of("organisation")) == 2


def test_a_headline_tells_in_advance(told: Told) -> None:
    headline = "Soldiers storm mill"
    record = told(f"{headline}\nNine were hurt when soldiers stormed a mill.", upto="organisations", headline=headline)
    assert words(record, organisation(record, "oldiers")) == ["Soldiers", "soldiers"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said no more. Finland's Interior Ministry denied it.",
        "Finland's Interior Ministry denied it. A ministry said no more.",
        "Finland's Interior Ministry denied it. The committee said no more.",
    ],
)
def test_the_noun_alone_is_another_body(told: Told, text: str) -> None:
    record = told(text, upto="organisations")
    assert words(record, organisation(record, "Interior Ministry")) == ["Interior Ministry"]


def test_the_last_ministry_named(told: Told) -> None:
    text = "The Trade Ministry refused. The Health Ministry agreed. The ministry said no more."
    record = told(text, upto="organisations")
    assert words(record, organisation(record, "Health Ministry"))[-1] == "The ministry"
    assert len(words(record, organisation(record, "Trade Ministry"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Trade Union (TUX) met. The TUX denied it.",
        "The Westmark Trade Union met. The WTU denied it.",
    ],
)
def test_short_forms(told: Told, text: str) -> None:
    record = told(text, upto="organisations")
    assert len(organisation(record, "Trade Union").mentions) >= 2


def test_letters_that_fit_no_name_are_a_body_of_their_own(told: Told) -> None:
    record = told("The National Water Council met. Later the NWA denied it.", upto="organisations")
    assert words(record, organisation(record, "National Water Council")) == ["National Water Council"]


def test_curly_quotes(told: Told) -> None:
    record = told("Finland’s Interior Ministry denied it. The ministry’s chief slept.", upto="organisations")
    found = organisation(record, "Interior Ministry")
    assert found.country == "FIN"
    assert words(record, found) == ["Interior Ministry", "The ministry"]


def test_capitals_copy(told: Told) -> None:
    record = told("NINE SOLDIERS WERE HURT IN LIMA. THE SOLDIERS SLEPT.", upto="organisations")
    (fact,) = record.of("organisation")
    assert isinstance(fact.value, Organisation)
    assert words(record, fact.value) == ["NINE SOLDIERS", "THE SOLDIERS"]


def test_nothing_at_all(told: Told) -> None:
    assert told("", upto="organisations").of("organisation") == []


PIECES = [
    "The",
    "Norwegian",
    "Interior",
    "Ministry",
    "ministry",
    "rebels",
    "nine",
    "soldiers",
    "police",
    ",",
    "(",
    "NWC",
    ")",
    "'s",
    "of",
    ".",
    "said",
    "Reuters",
]


@given(st.lists(st.sampled_from(PIECES)))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_at_all(told: Told, pieces: list[str]) -> None:
    record = told(" ".join(pieces), upto="organisations")
    assert not [finding for finding in record.findings if finding.severity == "error"]
    found = [fact.value for fact in record.of("organisation") if isinstance(fact.value, Organisation)]
    for value in found:
        assert value.mentions == tuple(sorted(value.mentions, key=lambda mention: mention.start))
        assert len({(m.start, m.end) for m in value.mentions}) == len(value.mentions)
        assert value.country is None or len(value.country) == 3
