"""Country and sector codes of people and bodies, with the words that they follow from; wrong answers included."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.values import Organisation, Person, Span


def actor(record: Record, name: str) -> Person | Organisation:
    for kind in ("person", "organisation"):
        for fact in record.of(kind):
            value = fact.value
            if isinstance(value, Person | Organisation) and name in (value.name, *value.aliases):
                return value
    raise AssertionError(
        f"no {name!r} among {[f.value.name for k in ('person', 'organisation') for f in record.of(k)]}"
    )


def evidence(record: Record, value: Person | Organisation, kind: str) -> list[tuple[str, str]]:
    return [(code.rule, record.words(Span(code.start, code.end))) for code in value.codes if code.kind == kind]


def reading(told: Told, text: str, name: str) -> tuple[str | None, str | None]:
    value = actor(told(text, upto="people"), name)
    return value.country, value.sector


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        # nationality before, inside and behind
        ("Norwegian police closed the road.", "police", "NOR", "COP"),
        ("Norway's army closed the road.", "army", "NOR", "MIL"),
        ("The army of Norway closed the road.", "army", "NOR", "MIL"),
        ("The nine Norwegian soldiers went home.", "soldiers", "NOR", "MIL"),
        ("Norwegian police and soldiers closed the road.", "soldiers", "NOR", "MIL"),
        ("Villagers in Norway closed the road.", "Villagers", "NOR", "CVL"),
        ("Norway's Interior Ministry said so.", "Interior Ministry", "NOR", "GOV"),
        ("The Bank of Norway cut its rate.", "Bank of Norway", "NOR", "BUS"),
        ("The Norwegian prosecutor general's office opened a case.", "prosecutor general's office", "NOR", "GOVJUD"),
        # what groups are
        ("The students marched on Monday.", "students", None, "EDU"),
        ("Farmers blocked the road on Monday.", "Farmers", None, "AGR"),
        ("The miners went on strike.", "miners", None, "LAB"),
        ("The rebels attacked the town.", "rebels", None, "REB"),
        ("Three gunmen attacked the town.", "gunmen", None, "UAF"),
        ("The doctors treated the wounded.", "doctors", None, "MED"),
        ("Reporters waited outside.", "Reporters", None, "JRN"),
        ("Police officials closed the road.", "Police officials", None, "COP"),
        # tables
        ("Boko Haram attacked a village.", "Boko Haram", "NGA", "REB"),
        ("The PKK rejected the offer.", "PKK", "TUR", "REB"),
        ("The FBI arrested two men.", "FBI", "USA", "COP"),
        ("Xinhua reported the accident.", "Xinhua", "CHN", "JRN"),
        ("The United Nations condemned the attack.", "United Nations", "UNO", None),
        ("UN peacekeepers left the town.", "peacekeepers", "UNO", "MIL"),
        ("NATO rejected the plan.", "NATO", "IGO", "MIL"),
        ("The World Bank rejected the plan.", "World Bank", "IGO", None),
        ("The Labour Party rejected the plan.", "Labour Party", None, "PTY"),
        ("The Labour Party rejected Britain's plan.", "Labour Party", "GBR", "PTY"),
        ("The workers of Boeing went on strike.", "workers", "USA", "LAB"),
        ("Amnesty International criticised the trial.", "Amnesty International", "NGO", "SOC"),
        ("Seven Taliban militants surrendered.", "militants", "AFG", "REB"),
        # words of names
        ("The Brek Liberation Front rejected the plan.", "Brek Liberation Front", None, "REB"),
        ("The Supreme Court rejected the plan.", "Supreme Court", None, "JUD"),
        ("Lund Shipping Ltd. rejected the plan.", "Lund Shipping Ltd.", None, "BUS"),
        # people by their titles
        ("Norwegian Foreign Minister Anna Lund left.", "Anna Lund", "NOR", "GOV"),
        ("Justice Minister Anna Lund left.", "Anna Lund", None, "GOV"),
        ("Judge Anna Lund left.", "Anna Lund", None, "JUD"),
        ("Senator Anna Lund left.", "Anna Lund", None, "LEG"),
        ("Colonel David Lund left.", "David Lund", None, "MIL"),
        ("Police chief David Lund left.", "David Lund", None, "COP"),
        ("Police Col. David Lund left.", "David Lund", None, "COP"),
        ("Army spokesman David Lund left.", "David Lund", None, "MIL"),
        ("David Lund, a farmer, left.", "David Lund", None, "AGR"),
        ("David Lund, a Norwegian farmer, left.", "David Lund", "NOR", "AGR"),
        ("President Anna Lund of Norway left.", "Anna Lund", "NOR", "GOV"),
        # people by the body that they belong to
        ("Boeing spokesman David Lund left.", "David Lund", "USA", "BUS"),
        ("David Lund, a spokesman for the FBI, left.", "David Lund", "USA", "COP"),
        ("White House spokeswoman Anna Lund left.", "Anna Lund", "USA", "GOV"),
        ("The Hamas leader, David Lund, left.", "David Lund", "PSE", "REB"),
        ("Leaders of Hamas left.", "Leaders", "PSE", "REB"),
        ("Officials of the FBI left.", "Officials", "USA", "COP"),
        ("Soldiers killed the leader of Boko Haram, David Lund.", "David Lund", "NGA", "REB"),
        ("Anna Lund, director of the Institute for Ice Research, left.", "Anna Lund", None, "EDU"),
        ("Norwegian police hunted an armed group headed by David Lund.", "David Lund", None, "REB"),
        # posts held before
        ("Former Norwegian President Anna Lund left.", "Anna Lund", "NOR", "ELI"),
        ("Anna Lund, a former Norwegian minister, left.", "Anna Lund", "NOR", "ELI"),
        ("Ex-minister Anna Lund left.", "Anna Lund", None, "ELI"),
        ("Former police chief David Lund left.", "David Lund", None, "ELI"),
    ],
)
def test_codes(told: Told, text: str, name: str, country: str | None, sector: str | None) -> None:
    assert reading(told, text, name) == (country, sector)


@pytest.mark.parametrize(
    ("text", "name", "wrong"),
    [
        ("Norwegian Ambassador to Chile Anna Lund left.", "Anna Lund", ("CHL", "GOV")),
        ("The ambassador to Chile, Anna Lund, left.", "Anna Lund", ("CHL", "GOV")),
        ("In Norway Anna Lund met the press.", "Anna Lund", ("NOR", None)),
        ("Former Norwegian President Anna Lund left.", "Anna Lund", ("NOR", "GOV")),
        ("Former Justice Minister Anna Lund left.", "Anna Lund", (None, "GOV")),
        ("Former Justice Minister Anna Lund left.", "Anna Lund", (None, "JUD")),
        ("Justice Minister Anna Lund left.", "Anna Lund", (None, "JUD")),
        ("Boeing spokesman David Lund left.", "David Lund", (None, "GOV")),
        ("The director, David Lund, left.", "David Lund", (None, "BUS")),
        ("The chairman, David Lund, left.", "David Lund", (None, "PTY")),
        ("Ethnic Albanians demonstrated in the town.", "Albanians", ("ALB", "CVL")),
        ("The Northern Union met on Monday.", "Northern Union", (None, "LAB")),
        ("The students marched on Monday.", "students", (None, "CVL")),
        ("Norway's minister met the rebels.", "rebels", ("NOR", "REB")),
        ("The army fought for Norway.", "army", ("NOR", "MIL")),
        ("British and Norwegian police closed the road.", "police", ("GBR", "COP")),
        ("British and Norwegian police closed the road.", "police", ("NOR", "COP")),
        ("The government sent soldiers to Norway.", "soldiers", ("NOR", "MIL")),
        ("NATO left Norway on Monday.", "NATO", ("NOR", "MIL")),
        ("The United Nations in Norway said so.", "United Nations", ("NOR", None)),
        ("David Lund, the minister's brother, left.", "David Lund", (None, "GOV")),
    ],
)
def test_wrong_codes(told: Told, text: str, name: str, wrong: tuple[str | None, str | None]) -> None:
    record = told(text, upto="people")
    names = {f.value.name for k in ("person", "organisation") for f in record.of(k)}
    if name in names:
        value = actor(record, name)
        assert (value.country, value.sector) != wrong


def test_every_code_shows_the_words_that_tell_it(told: Told) -> None:
    record = told("Norway's Interior Ministry and Boeing spokesman David Lund said so.", upto="people")
    ministry, man = actor(record, "Interior Ministry"), actor(record, "David Lund")
    assert evidence(record, ministry, "country") == [("nationality", "Norway")]
    assert evidence(record, ministry, "sector") == [("words", "Interior Ministry")]
    assert evidence(record, man, "country") == [("organisation", "Boeing")]
    assert evidence(record, man, "sector") == [("organisation", "Boeing")]


@pytest.mark.parametrize(
    ("text", "name", "kind", "rule"),
    [
        ("Norwegian police left.", "police", "country", "nationality"),
        ("Police in Bergen left.", "Police", "country", "place"),
        ("Boko Haram attacked a village.", "Boko Haram", "country", "name table"),
        ("Judge Anna Lund left.", "Anna Lund", "sector", "title"),
        ("Former President Anna Lund left.", "Anna Lund", "sector", "former"),
        ("The Supreme Court met.", "Supreme Court", "sector", "words"),
    ],
)
def test_rules(told: Told, text: str, name: str, kind: str, rule: str) -> None:
    record = told(text, upto="people")
    assert [found for found, _ in evidence(record, actor(record, name), kind)] == [rule]


def test_the_summary_is_the_codes_side_by_side(told: Told) -> None:
    record = told("The Norwegian prosecutor general's office opened a case.", upto="people")
    value = actor(record, "prosecutor general's office")
    assert "".join(code.code for code in value.codes if code.kind == "sector") == value.sector == "GOVJUD"
    assert [code.code for code in value.codes if code.kind == "country"] == [value.country]


def test_the_storys_own_country_is_a_guess_and_says_so(told: Told) -> None:
    line = "OSLO (Fjord News) -"
    record = told(f"{line}\nNorway waits. The police closed a road in Bergen.", upto="people", dateline=line)
    fact = next(f for f in record.of("organisation") if f.value.name == "police")
    assert isinstance(fact.value, Organisation)
    assert fact.value.country == "NOR"
    assert evidence(record, fact.value, "country") == [("story", "OSLO")]
    assert fact.confidence < 0.7 and fact.reason


def test_their_people_are_not_the_storys(told: Told) -> None:
    line = "OSLO (Fjord News) -"
    text = f"{line}\nNorway and Norway's allies wait. The guerrillas said their soldiers had left Bergen."
    value = actor(told(text, upto="people", dateline=line), "soldiers")
    assert (value.country, value.sector) == (None, "MIL")


def test_their_people_are_of_the_owners_country(told: Told) -> None:
    value = actor(told("Norway's Defence Ministry denied that its troops had left.", upto="people"), "troops")
    assert (value.country, value.sector) == ("NOR", "MIL")


def test_an_acronym_of_several_is_told_by_the_storys_countries(told: Told) -> None:
    assert reading(told, "In Colombia the ELN freed two men.", "ELN") == ("COL", "REB")
    assert reading(told, "In Bolivia the ELN freed two men.", "ELN") == ("BOL", "REB")


def test_an_acronym_of_several_stays_open_with_a_reason(told: Told) -> None:
    record = told("The ELN freed two men.", upto="people")
    fact = next(f for f in record.of("organisation") if f.value.name == "ELN")
    assert isinstance(fact.value, Organisation)
    assert (fact.value.country, fact.value.sector) == (None, "REB")
    assert fact.reason and "several" in fact.reason


@pytest.mark.parametrize(("published", "sector"), [("2010-05-03", "GOV"), ("2020-05-03", "ELI"), ("2001-05-03", None)])
def test_a_head_of_state_by_the_year(told: Told, published: str, sector: str | None) -> None:
    record = told("Barack Obama spoke in the United States.", upto="people", published=published)
    value = actor(record, "Barack Obama")
    assert (value.country, value.sector) == ("USA", sector)


def test_a_namesake_of_a_head_of_government_is_somebody_else(told: Told) -> None:
    assert reading(told, "John Howard spoke in Norway.", "John Howard") == (None, None)


def test_reporters_are_journalists(told: Told) -> None:
    line = "(Reporting by Anna Lund; Editing by David Berg)"
    record = told(f"It rained in Oslo.\n{line}", upto="people", note=line)
    assert actor(record, "Anna Lund").sector == "JRN"
    assert actor(record, "David Berg").sector == "JRN"


def test_codes_survive_json(told: Told) -> None:
    record = told("Norwegian police met Boeing spokesman David Lund.", upto="people")
    assert Record.from_json(record.to_json()).to_json() == record.to_json()
