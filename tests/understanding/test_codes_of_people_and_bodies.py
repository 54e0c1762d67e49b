"""Country and sector, step by step: clues beside words, tables, bodies that people belong to, heads of state."""

import pytest

from conftest import Told
from dateline.annotated import Token
from dateline.record import Record
from dateline.understanding.identity.codes import Story, sector_of_body
from dateline.understanding.identity.codes.belonging import body_behind, led_by
from dateline.understanding.identity.codes.clues import Clue, coded
from dateline.understanding.identity.codes.rulers import ruler
from dateline.understanding.identity.codes.tabled import tabled
from dateline.understanding.identity.codes.wording import body_words
from dateline.values import Organisation, Person, Span

Codes = tuple[str | None, str | None]
AT = Span(0, 1)


def story(told: Told, text: str, published: str | None = None, **roles: str) -> Story:
    return Story(told(text, upto="organisations", published=published, **roles))


def word(story: Story, text: str) -> Token:
    return next(token for token in story.annotation.tokens if token.text == text)


def clue(found: Clue | None) -> tuple[str, str] | None:
    return (found.code, found.rule) if found else None


def codes_of(record: Record, name: str) -> Codes:
    values = [f.value for kind in ("person", "organisation") for f in record.of(kind)]
    return next((v.country, v.sector) for v in values if isinstance(v, Person | Organisation) and v.name == name)


# Clues


@pytest.mark.parametrize(
    ("text", "noun", "strictly", "expected"),
    [
        ("Norway's mayor left.", "mayor", False, ("NOR", "nationality")),
        ("Norway’s mayor left.", "mayor", True, ("NOR", "nationality")),
        ("A Norwegian mayor left.", "mayor", True, ("NOR", "nationality")),
        ("Bergen's mayor left.", "mayor", False, ("NOR", "place")),
        ("In Norway mayors left.", "mayors", True, None),
        ("The mayor left.", "mayor", False, None),
        ("He left Norway. Mayors slept.", "Mayors", False, None),
        ("Ethnic Norwegian farmers left.", "farmers", False, None),
        ("Ana Lund's mayor left.", "mayor", False, None),
    ],
)
def test_before(told: Told, text: str, noun: str, strictly: bool, expected: tuple[str, str] | None) -> None:
    found = story(told, text)
    assert clue(found.before(word(found, noun).i, strictly=strictly)) == expected


@pytest.mark.parametrize(
    ("text", "noun", "only", "expected"),
    [
        ("The mayor of Norway left.", "mayor", None, ("NOR", "place")),
        ("The mayor of Norway left.", "mayor", "of", ("NOR", "place")),
        ("The farmers in Norway left.", "farmers", None, ("NOR", "place")),
        ("The farmers in Norway left.", "farmers", "of", None),
        ("The ambassador to Norway left.", "ambassador", None, None),
        ("The farmers and Norway left.", "farmers", None, None),
        ("They sent farmers to Norway.", "farmers", None, None),
        ("The farmers left Norway.", "farmers", None, None),
        ("The farmers of old left.", "farmers", None, None),
    ],
)
def test_behind(told: Told, text: str, noun: str, only: str | None, expected: tuple[str, str] | None) -> None:
    found = story(told, text)
    assert clue(found.behind(word(found, noun).i + 1, only)) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Nine Norwegian soldiers", ("NOR", "nationality")),
        ("Ethnic Norwegian soldiers", None),
        ("Nine tired soldiers", None),
        ("The Bank of Norway", ("NOR", "nationality")),
    ],
)
def test_within(told: Told, phrase: str, expected: tuple[str, str] | None) -> None:
    found = story(told, f"{phrase} left.").within(Span(0, len(phrase)))
    assert clue(found) == expected


@pytest.mark.parametrize(
    ("phrase", "several"),
    [
        ("British and Norwegian police", True),
        ("Norwegian police", False),
        ("Norwegian police and soldiers", False),
        ("Old and Norwegian police", False),
    ],
)
def test_people_of_several_countries(told: Told, phrase: str, several: bool) -> None:
    assert story(told, f"{phrase} left.").of_several(Span(0, len(phrase))) is several


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Norway met Chile.", {"NOR", "CHL"}),
        ("They met in Bergen.", {"NOR"}),
        ("A Norwegian farmer left.", {"NOR"}),
        ("It rained.", set()),
    ],
)
def test_countries_of_a_story(told: Told, text: str, countries: set[str]) -> None:
    assert story(told, text).countries == countries


@pytest.mark.parametrize(
    ("published", "year"), [("2010-05-03", 2010), ("3 May 1987", 1987), (None, None), ("May 3", None), ("12010", None)]
)
def test_the_year_of_a_story(told: Told, published: str | None, year: int | None) -> None:
    assert story(told, "It rained.", published=published).year == year


def test_home_is_a_guess_by_the_dateline(told: Told) -> None:
    line = "OSLO (Fjord News) -"
    home = story(told, f"{line}\nNorway waits. Norway sleeps.", dateline=line).home
    assert home is not None
    assert (home.code, home.rule, home.confidence < 0.7, bool(home.reason)) == ("NOR", "story", True, True)
    assert story(told, "Norway waits. Norway sleeps.").home is None


@pytest.mark.parametrize(
    ("line", "role", "name", "credited"),
    [
        ("By Ana Lund", "byline", "Ana Lund", True),
        ("(Reporting by Ana Lund; Editing by Ole Berg)", "note", "Ana Lund", True),
        ("(Reporting by Ana Lund; Editing by Ole Berg)", "note", "Ole Berg", True),
        ("Ana Lund was born in Oslo", "note", "Ana Lund", False),
        ("Ana Lund left", "headline", "Ana Lund", False),
    ],
)
def test_who_is_credited(told: Told, line: str, role: str, name: str, credited: bool) -> None:
    text = f"It rained in Oslo.\n{line}"
    found = story(told, text, **{role: line})
    assert found.is_credited(text.index(name)) is credited


def test_codes_keep_their_words_and_the_least_sure_tells_how_sure() -> None:
    sure, doubtful = Clue("NOR", Span(0, 6), "nationality"), Clue("GOVJUD", Span(7, 9), "title", 0.6, "doubtful")
    both = coded(sure, doubtful, 0.9)
    assert [(code.kind, code.code, code.start) for code in both.codes] == [
        ("country", "NOR", 0),
        ("sector", "GOV", 7),
        ("sector", "JUD", 7),
    ]
    assert (both.country, both.sector, both.confidence, both.reason) == ("NOR", "GOVJUD", 0.6, "doubtful")
    nothing = coded(None, None, 0.8, "why")
    assert (nothing.country, nothing.sector, nothing.codes, nothing.confidence, nothing.reason) == (
        *(None, None, ()),
        *(0.8, "why"),
    )


# Tables


@pytest.mark.parametrize(
    ("text", "name", "hint", "country", "sector"),
    [
        ("It rained.", "PKK", None, "TUR", "REB"),
        ("It rained.", "PKK rebels", None, "TUR", "REB"),
        ("It rained.", "Boko Haram group", None, "NGA", "REB"),
        ("It rained.", "United Nations", None, "UNO", None),
        ("It rained.", "Greenpeace", None, "NGO", "SOC"),
        ("It rained.", "Labour Party", None, None, "PTY"),
        ("It rained.", "Labour Party", "GBR", "GBR", "PTY"),
        ("Britain waits.", "Labour Party", None, "GBR", "PTY"),
        ("London waits.", "Labour Party", None, "GBR", "PTY"),
        ("It rained.", "ELN", None, None, "REB"),
        ("Colombia waits.", "ELN", None, "COL", "REB"),
        ("Bolivia waits.", "ELN", None, "BOL", "REB"),
        ("It rained.", "ELN", "COL", "COL", "REB"),
        ("Bolivia and Colombia wait.", "ELN", None, None, "REB"),
    ],
)
def test_tables(told: Told, text: str, name: str, hint: str | None, country: str | None, sector: str | None) -> None:
    found = tabled(story(told, text), name, AT, hint)
    assert found is not None
    assert (found.country.code if found.country else None) == country
    assert (found.sector.code if found.sector else None) == sector


@pytest.mark.parametrize("name", ["Lund Front", "rebels", "Lund group", "group", "", "Ana Lund"])
def test_what_no_table_has(told: Told, name: str) -> None:
    assert tabled(story(told, "It rained."), name, AT, None) is None


def test_an_open_namesake_says_why(told: Told) -> None:
    found = tabled(story(told, "It rained."), "ELN", AT, None)
    assert found and found.sector and found.sector.reason and "several" in found.sector.reason


# Heads of state


@pytest.mark.parametrize(
    ("text", "name", "published", "titled", "expected"),
    [
        ("Norway waits.", "Margaret Thatcher", "1985-05-03", False, ("GBR", "GOV")),
        ("Britain waits.", "Margaret Thatcher", "1985-05-03", False, ("GBR", "GOV")),
        ("Britain waits.", "Margaret Thatcher", "1995-05-03", False, ("GBR", "ELI")),
        ("Britain waits.", "Margaret Thatcher", "1970-05-03", False, ("GBR", None)),
        ("Britain waits.", "Margaret Thatcher", None, False, ("GBR", "GOV")),
        ("Britain waits.", "John Major", "1995-05-03", False, ("GBR", "GOV")),
        ("Norway waits.", "John Major", "1995-05-03", False, None),
        ("Norway waits.", "John Major", "1995-05-03", True, ("GBR", "GOV")),
        ("Norway waits.", "Ana Lund", "1995-05-03", True, None),
        ("It rained.", "Bush", "2004-05-03", False, None),
        ("It rained.", "Bush", "2004-05-03", True, ("USA", "GOV")),
        ("It rained.", "Bush", "1997-05-03", True, ("USA", None)),
        ("It rained.", "Bush", "2012-05-03", True, ("USA", "ELI")),
        ("It rained.", "Kim", "1999-05-03", True, None),
    ],
)
def test_rulers(
    told: Told, text: str, name: str, published: str | None, titled: bool, expected: tuple[str, str | None] | None
) -> None:
    found = ruler(story(told, text, published=published), name, AT, titled)
    assert (found and (found[0].code, found[1].code if found[1] else None)) == expected


# Whom somebody belongs to


@pytest.mark.parametrize(
    ("text", "noun", "body"),
    [
        ("The head of the Fjord Bank left.", "head", "Fjord Bank"),
        ("A spokesman for the Fjord Bank left.", "spokesman", "Fjord Bank"),
        ("A teacher at Berg University left.", "teacher", "Berg University"),
        ("The head and the Fjord Bank left.", "head", None),
        ("The head of the house left.", "head", None),
        ("The head left. Of the Fjord Bank nothing is left.", "head", None),
        ("The head", "head", None),
    ],
)
def test_the_body_behind_a_word(told: Told, text: str, noun: str, body: str | None) -> None:
    found = story(told, text)
    behind = body_behind(found, word(found, noun).i + 1)
    assert (behind[0].name if behind else None) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("An armed group led by Ana Lund fled.", "armed group"),
        ("An armed group headed by Ana Lund fled.", "armed group"),
        ("Ana Lund leads the Brek Front.", "Brek Front"),
        ("Ana Lund, who leads the Brek Front, fled.", "Brek Front"),
        ("The leader of the Brek Front, Ana Lund, fled.", "Brek Front"),
        ("An armed group met by Ana Lund fled.", None),
        ("An armed group saw Ana Lund.", None),
        ("Ana Lund fled the Brek Front.", None),
        ("Ana Lund, who fled the Brek Front, slept.", None),
        ("The rival of the Brek Front, Ana Lund, fled.", None),
    ],
)
def test_the_body_that_somebody_leads(told: Told, text: str, body: str | None) -> None:
    found = story(told, text)
    led = led_by(found, word(found, "Lund"))
    assert (led[0].name if led else None) == body


# People


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Norwegian Water Minister Ana Lund left.", ("NOR", "GOV")),
        ("Norway's water minister, Ana Lund, left.", ("NOR", "GOV")),
        ("Ana Lund, Norway's water minister, left.", ("NOR", "GOV")),
        ("Ana Lund, a Norwegian nurse, left.", ("NOR", "MED")),
        ("Ana Lund, a nurse from Norway, left.", ("NOR", "MED")),
        ("Norwegian student Ana Lund left.", ("NOR", "EDU")),
        ("Rebel leader Ana Lund left.", (None, "REB")),
        ("Opposition leader Ana Lund left.", (None, "OPP")),
        ("Sergeant Ana Lund left.", (None, "MIL")),
        ("Bishop Ole Lund left.", (None, "REL")),
        ("Professor Ana Lund left.", (None, "EDU")),
        ("Dr. Ana Lund left.", (None, None)),
        ("Mrs. Ana Lund left.", (None, None)),
        ("Ana Lund left.", (None, None)),
        ("Former Norwegian Water Minister Ana Lund left.", ("NOR", "ELI")),
        ("Former student Ana Lund left.", (None, None)),
        ("Berg University professor Ana Lund left.", (None, "EDU")),
        ("Brek Liberation Front leader Ana Lund left.", (None, "REB")),
        ("Ana Lund of the Brek Liberation Front left.", (None, "REB")),
        ("Police spokesman Ana Lund left.", (None, "COP")),
        ("NATO spokesman Ana Lund left.", ("IGO", "MIL")),
        ("United Nations envoy Ana Lund left.", ("UNO", "GOV")),
        ("Ana Lund, the suspect's lawyer, left.", (None, "SOC")),
        ("Ole Lund, the murderer of a policeman, fled.", (None, None)),
        ("Ana Lund, the son of a farmer, left.", (None, None)),
        ("Ana Lund, wife of a soldier, left.", (None, None)),
        ("Ana Lund, the woman who trained the rebels, left.", (None, None)),
        ("Ana Lund, wife of the Norwegian ambassador, left.", (None, None)),
        ("Ana Lund, the wife of Norway's ambassador, left.", (None, None)),
        ("Ana Lund, the wife of a farmer from Norway, left.", (None, None)),
        ("Ana Lund, a farmer from Norway, left.", ("NOR", "AGR")),
        ("Ana Lund, a farmer in Oslo, left.", ("NOR", "AGR")),
        ("Ana Lund, a member of a rebel group, left.", (None, "REB")),
        ("Ana Lund, a member of the Norwegian police, left.", ("NOR", "COP")),
    ],
)
def test_codes_of_a_person(told: Told, text: str, codes: Codes) -> None:
    name = "Ole Lund" if "Ole" in text else "Ana Lund"
    assert codes_of(told(text, upto="people"), name) == codes


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ana Lund met the Norwegian water minister.", ("NOR", "GOV")),
        ("Ana Lund, who met a farmer, left.", (None, "AGR")),
        ("Ana Lund, the minister's sister, left.", (None, "GOV")),
        ("The minister's lawyer, Ana Lund, left.", (None, "GOV")),
        ("Ana Lund's father is a judge.", (None, "JUD")),
        ("Ana Lund flew to Norway.", ("NOR", None)),
        ("Ana Lund died in Norway.", ("NOR", None)),
        ("The Swedish ambassador to Norway, Ana Lund, left.", ("NOR", "GOV")),
        ("Ana Lund, a victim of the rebels, left.", (None, "REB")),
        ("Ana Lund, a critic of NATO, left.", ("IGO", "MIL")),
        ("Ana Lund, arrested by the FBI, left.", ("USA", "COP")),
        ("Former Judge Ana Lund left.", (None, "JUD")),
        ("Ana Lund, a former soldier, left.", (None, "MIL")),
    ],
)
def test_codes_that_are_not_hers(told: Told, text: str, wrong: Codes) -> None:
    assert codes_of(told(text, upto="people"), "Ana Lund") != wrong


@pytest.mark.parametrize(
    ("text", "names", "codes"),
    [
        ("Presidents Ana Lund and Ole Brek met.", ("Ana Lund", "Ole Brek"), (None, "GOV")),
        ("Farmers Ana Lund and Ole Brek met.", ("Ana Lund", "Ole Brek"), (None, "AGR")),
        ("The policemen Ana Lund and Ole Brek left.", ("Ana Lund", "Ole Brek"), (None, "COP")),
        ("Norwegian Ministers Ana Lund and Ole Brek met.", ("Ana Lund", "Ole Brek"), ("NOR", "GOV")),
        ("Former Norwegian Presidents Ana Lund and Ole Brek met.", ("Ana Lund", "Ole Brek"), ("NOR", "ELI")),
        ("Former Farmers Ana Lund and Ole Brek met.", ("Ana Lund", "Ole Brek"), (None, None)),
        ("Judges Ana Lund, Eva Tind and Ole Brek met.", ("Ana Lund", "Eva Tind", "Ole Brek"), (None, "JUD")),
        ("Presidents Ana Lund of Norway and Ole Brek of Chile met.", ("Ana Lund",), ("NOR", "GOV")),
        ("Presidents Ana Lund of Norway and Ole Brek of Chile met.", ("Ole Brek",), ("CHL", "GOV")),
        ("Generals Ana Lund and Ole Brek, Eva Tind said, left.", ("Eva Tind",), (None, None)),
        ("He told reporters Ana Lund and Ole Brek had left.", ("Ana Lund", "Ole Brek"), (None, None)),
        ("President Ana Lund and Ole Brek met.", ("Ole Brek",), (None, None)),
        ("Leaders Ana Lund and Ole Brek met.", ("Ana Lund", "Ole Brek"), (None, None)),
    ],
)
def test_posts_shared_by_names(told: Told, text: str, names: tuple[str, ...], codes: Codes) -> None:
    record = told(text, upto="people")
    assert [codes_of(record, name) for name in names] == [codes] * len(names)


# Bodies and groups


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("The Norwegian Water Ministry met.", "Norwegian Water Ministry", ("NOR", "GOV")),
        ("The Bergen Police Department met.", "Bergen Police Department", ("NOR", "COP")),
        ("The Ministry of Defence in Oslo met.", "Ministry of Defence", ("NOR", "GOV")),
        ("The Transport Ministry in Oslo met.", "Transport Ministry", ("NOR", "GOV")),
        ("The Ministry of Defence met in Oslo.", "Ministry of Defence", (None, "GOV")),
        ("The Oslo-based Fjord Bank failed.", "Fjord Bank", ("NOR", "BUS")),
        ("The Oslo-based Bank of Chile failed.", "Bank of Chile", ("CHL", "BUS")),
        ("An Oslo-based Fjord Bank unit failed.", "Fjord Bank", (None, "BUS")),
        ("The Norway-backed Fjord Bank failed.", "Fjord Bank", (None, "BUS")),
        ("The Brek Liberation Front met.", "Brek Liberation Front", (None, "REB")),
        ("The Fjord Workers' Party met.", "Fjord Workers' Party", (None, "PTY")),
        ("Greenpeace met.", "Greenpeace", ("NGO", "SOC")),
        ("The European Parliament met.", "European Parliament", ("EUR", "LEG")),
        ("Norwegian rebels met.", "rebels", ("NOR", "REB")),
        ("Police in Bergen met.", "Police", ("NOR", "COP")),
        ("NATO soldiers met.", "soldiers", ("IGO", "MIL")),
        ("Hamas officials met.", "officials", ("PSE", "REB")),
        ("Opposition leaders met.", "Opposition leaders", (None, "OPP")),
        ("Bank officials met.", "Bank officials", (None, "BUS")),
        ("Foreign soldiers met.", "Foreign soldiers", (None, "MIL")),
    ],
)
def test_codes_of_bodies(told: Told, text: str, name: str, codes: Codes) -> None:
    assert codes_of(told(text, upto="organisations"), name) == codes


def test_a_seat_is_less_sure_and_says_why(told: Told) -> None:
    record = told("The Oslo-based Fjord Bank failed.", upto="organisations")
    fact = next(f for f in record.of("organisation") if isinstance(f.value, Organisation))
    assert isinstance(fact.value, Organisation)
    code = next(code for code in fact.value.codes if code.kind == "country")
    assert (code.code, code.rule, record.text[code.start : code.end]) == ("NOR", "place", "Oslo")
    assert fact.confidence < 0.8
    assert fact.reason


def test_a_guessed_country_is_not_handed_on(told: Told) -> None:
    line = "OSLO (Fjord News) -"
    text = f"{line}\nNorway and Norway's allies wait. The guerrillas said their soldiers had left Bergen."
    assert codes_of(told(text, upto="people", dateline=line), "soldiers") == (None, "MIL")


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Brek Police", "COP"),
        ("Ministry of Ice", "GOV"),
        ("Berg High Court", "JUD"),
        ("Berg Air Force", "MIL"),
        ("Berg Newspapers", "JRN"),
        ("Berg Bank", "BUS"),
        ("University of Ice", "EDU"),
        ("Berg Hospital", "MED"),
        ("Ana Lund", None),
        ("Berg", None),
        ("", None),
        ("of", None),
    ],
)
def test_sectors_by_the_words_of_a_name(name: str, sector: str | None) -> None:
    assert sector_of_body("en", name) == sector


def test_words_of_bodies_are_prepared_once() -> None:
    known = body_words("en")
    assert known is body_words("en")
    assert known.idle & known.borrowing
    assert known.home_links >= {"of", "in"}
    assert "to" not in known.home_links


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Norwegian captain Ana Lund scored twice.", None),
        ("The captain, Ana Lund, scored twice.", None),
        ("Captain Ana Lund was shot.", "MIL"),
        ("Army captain Ana Lund was shot.", "MIL"),
    ],
)
def test_a_captain_may_be_a_teams(told: Told, text: str, sector: str | None) -> None:
    people = [fact.value for fact in told(text, upto="people").of("person") if isinstance(fact.value, Person)]
    assert [person.sector for person in people] == [sector]
