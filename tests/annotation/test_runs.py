"""Where names begin and end: capitals, links, cuts, and the titles before them."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Told, article_of
from dateline.annotated import Annotation
from dateline.annotation.annotate import annotate, gazetteer
from dateline.annotation.names import text_of
from dateline.annotation.runs import Run, RunFinder, is_title_case


def read(text: str, **roles: str) -> Annotation:
    return next(annotate([article_of(text, **roles)]))


def runs(text: str) -> list[tuple[str, Run]]:
    tree = read(text)
    finder = RunFinder(tree.tokens, "en", gazetteer(), learnt=True)
    found = [run for sentence in tree.sentences for run in finder.runs(sentence)]
    return [(text_of(tree.tokens, run.first, run.last), run) for run in found]


def names(text: str) -> list[str]:
    return [name for name, _ in runs(text)]


def titled(text: str) -> dict[str, str]:
    tree = read(text)
    finder = RunFinder(tree.tokens, "en", gazetteer(), learnt=True)
    found = [run for sentence in tree.sentences for run in finder.runs(sentence)]
    return {
        text_of(tree.tokens, run.first, run.last): text_of(tree.tokens, run.title_first, run.first)
        for run in found
        if run.title_first is not None
    }


# Beginnings and ends


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Orla Brandt in Porto.", ["Orla Brandt", "Porto"]),
        ("Jean-Luc Perrin saw Ana-Maria de la Cruz.", ["Jean-Luc Perrin", "Ana-Maria de la Cruz"]),
        ("They met Salim bin Omar al-Harun there.", ["Salim bin Omar al-Harun"]),
        ("They met Omar el-Fadil and Ludwig van der Brek.", ["Omar el-Fadil", "Ludwig van der Brek"]),
        ("They met Orla Brandt, Ivo Brek and Ana Lund.", ["Orla Brandt", "Ivo Brek", "Ana Lund"]),
        ("He sold it to Marsh & Brek Inc. yesterday.", ["Marsh & Brek Inc."]),
        ("They saw Lund's boat.", ["Lund"]),
        ("They saw Lund’s boat.", ["Lund"]),
    ],
)
def test_a_run_goes_from_capital_to_capital(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The men left the old town.",
        "Gunmen attacked a bank.",
        "On Monday nobody came.",
        "In September, they left.",
        "I left.",
        "Similar talks failed.",
        "Yes, they did.",
        "7,000 came.",
        "Polish your shoes before the show.",
        "Poles were put up along the road.",
        '"We know," she said.',
        "",
    ],
)
def test_ordinary_words_make_no_run(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brandt left.", "Brandt"),
        ('"Brandt left," they said.', "Brandt"),
        ("Porto was quiet.", "Porto"),
        ("Justin Major left.", "Justin Major"),
    ],
)
def test_a_name_may_begin_a_sentence(text: str, name: str) -> None:
    assert names(text)[0] == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded in Mazar-i-Sharif.", ["Mazar-i-Sharif"]),
        ("She lives in Stoke-on-Trent.", ["Stoke-on-Trent"]),
        ("The quake hit Port-au-Prince.", ["Port-au-Prince"]),
        ("Ida Holm met Jon Berg on Monday.", ["Ida Holm", "Jon Berg"]),
    ],
)
def test_small_words_between_hyphens_stay_in_a_name(text: str, expected: list[str]) -> None:
    assert [name for name in names(text) if name != "Monday"] == expected


def test_a_run_never_ends_with_a_link() -> None:
    assert names("The Ministry of Foreign Affairs of Norway agreed.") == ["Ministry of Foreign Affairs", "Norway"]


# Bodies and places


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("They joined the Association of Harbour Pilots.", "Association of Harbour Pilots"),
        ("They asked the Ministry of the Interior.", "Ministry of the Interior"),
        ("They asked the Department of Justice.", "Department of Justice"),
        ("They joined the Federation for Peace.", "Federation for Peace"),
        ("They asked the Orla District Court.", "Orla District Court"),
        ("They asked the Norwegian Defence Ministry.", "Norwegian Defence Ministry"),
        ("The People's Water Party won.", "People's Water Party"),
        ("The People’s Water Party won.", "People's Water Party"),
        ("The Workers' Party won.", "Workers' Party"),
    ],
)
def test_bodies_keep_their_links(text: str, body: str) -> None:
    assert {name: run.organisation for name, run in runs(text)} == {body: True}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway's Labour Party won.", ["Norway", "Labour Party"]),
        ("Lund's Army left.", ["Lund", "Army"]),
        ("They saw the President's Guard.", ["Guard"]),
    ],
)
def test_an_owner_is_no_part_of_the_body(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They swam in the Orla River.", "Orla River"),
        ("They met at Independence Square.", "Independence Square"),
        ("They lived in Tuma Province.", "Tuma Province"),
        ("They climbed Mount Orla.", "Mount Orla"),
        ("They fished in Lake Inari.", "Lake Inari"),
        ("They left the Republic of Orlania.", "Republic of Orlania"),
    ],
)
def test_nouns_make_places(text: str, place: str) -> None:
    found = dict(runs(text))
    assert found[place].geographic
    assert not found[place].organisation


def test_two_bodies_are_two_runs() -> None:
    assert names("The Department of Justice and the Bank of Portugal agreed.") == [
        "Department of Justice",
        "Bank of Portugal",
    ]


# Demonyms


@pytest.mark.parametrize(
    ("text", "demonym", "country"),
    [
        ("Two Norwegian sailors left.", "Norwegian", "NOR"),
        ("South African miners left.", "South African", "ZAF"),
        ("The North Korean team left.", "North Korean", "PRK"),
    ],
)
def test_a_demonym_is_a_run_with_its_country(text: str, demonym: str, country: str) -> None:
    assert {name: run.country for name, run in runs(text)} == {demonym: country}


def test_a_demonym_before_a_name_stands_apart() -> None:
    assert names("German Chancellor Ana Lund met South African President Ivo Brek.") == [
        "German",
        "Ana Lund",
        "South African",
        "Ivo Brek",
    ]


# Titles


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("They met Ports Minister Ivo Brek.", "Ivo Brek", "Ports Minister"),
        ("They met rebel commander Ivo Brek.", "Ivo Brek", "rebel commander"),
        ("Minister for Foreign Affairs Ana Lund left.", "Ana Lund", "Minister for Foreign Affairs"),
        ("Norway's Minister of Trade and Tourism Ana Lund left.", "Ana Lund", "Minister of Trade and Tourism"),
        ("Minister of Trade and Tourism Ana Lund left.", "Ana Lund", "Minister of Trade and Tourism"),
        ("They met Mr. Brek.", "Brek", "Mr."),
        ("They met King Harald IV.", "Harald IV", "King"),
        ("They met Vice-President Ana Lund.", "Ana Lund", "Vice-President"),
        ("They met U.N. envoy Ana Lund.", "Ana Lund", "U.N. envoy"),
        ("Town Clerk Ana Lund left.", "Ana Lund", "Town Clerk"),
        ("Town Supervisor Ivo Brek left.", "Ivo Brek", "Town Supervisor"),
        ("State Treasurer Ivo Brek left.", "Ivo Brek", "State Treasurer"),
        ("Mayor of Oslo Ana Lund left.", "Ana Lund", "Mayor of Oslo"),
        ("Archbishop of Canterbury Ana Lund left.", "Ana Lund", "Archbishop of Canterbury"),
        ("Governor of New South Wales Ana Lund left.", "Ana Lund", "Governor of New South Wales"),
    ],
)
def test_a_title_stands_before_the_name(text: str, name: str, title: str) -> None:
    assert titled(text)[name] == title


@pytest.mark.parametrize(
    "text",
    [
        "The ports minister, Ivo Brek, left.",
        "Justin Major left.",
        "Ana Judge arrived.",
        "The minister left. Ivo Brek stayed.",
        "They lived on Prince Edward Island.",
    ],
)
def test_what_is_no_title_before_a_name(text: str) -> None:
    assert titled(text) == {}


def test_a_surname_may_look_like_a_title() -> None:
    assert names("Ana Judge arrived.") == ["Ana Judge"]


def test_a_second_person_is_no_field_of_the_post() -> None:
    assert "Ana Lund" in names("The Minister of Trade and Ana Lund met.")


def test_a_title_alone_is_no_run() -> None:
    assert names("The President spoke to the Prime Minister.") == []


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("District Judge Ana Lund left.", "Ana Lund", "District Judge"),
        ("They met U.S. District Judge Ana Lund.", "Ana Lund", "District Judge"),
        ("Federal District Judge Ana Lund left.", "Ana Lund", "Federal District Judge"),
        ("State Senator Ana Lund left.", "Ana Lund", "State Senator"),
        ("City Councilman Ivo Brek left.", "Ivo Brek", "City Councilman"),
        ("Village President Ana Lund left.", "Ana Lund", "Village President"),
    ],
)
def test_a_title_may_begin_with_a_noun_for_places(text: str, name: str, title: str) -> None:
    assert titled(text) == {name: title}
    assert not any(run.geographic for _, run in runs(text))


@pytest.mark.parametrize(
    ("text", "place", "title"),
    [
        ("Mount Vernon Mayor Ivo Brek left.", "Mount Vernon", "Mayor"),
        ("Cape Town Mayor Ivo Brek left.", "Cape Town", "Mayor"),
        ("Lake Placid Mayor Ivo Brek left.", "Lake Placid", "Mayor"),
        ("Fort Brek Mayor Ivo Brek left.", "Fort Brek", "Mayor"),
        ("They met San Diego Police Chief Ivo Brek.", "San Diego", "Police Chief"),
        ("They met Moore County District Attorney Ivo Brek.", "Moore County", "District Attorney"),
        ("They met Harris County Clerk Ivo Brek.", "Harris County", "Clerk"),
        ("They met Kent County Circuit Judge Ivo Brek.", "Kent County", "Circuit Judge"),
    ],
)
def test_a_place_before_a_title_stands_apart(text: str, place: str, title: str) -> None:
    assert names(text) == [place, "Ivo Brek"]
    assert titled(text) == {"Ivo Brek": title}


@pytest.mark.parametrize("hall", ["Oslo City Hall", "Paris City Hall", "Lund Town Hall"])
def test_a_hall_bears_the_name_of_its_town(hall: str) -> None:
    assert dict(runs(f"They met at {hall} on Monday."))[hall].geographic


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US officials said nothing.", ["US"]),
        ("They told US reporters.", ["US"]),
        ("US-China talks failed.", ["US", "China"]),
        ("They spoke of Norway-Sweden talks.", ["Norway", "Sweden"]),
        ("They left Guinea-Bissau on Monday.", ["Guinea-Bissau"]),
        ("The US-China Council met.", ["US-China Council"]),
    ],
)
def test_lands_in_capitals_and_with_hyphens(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They lived in Lake County.", "Lake County"),
        ("They fished Lake Inari.", "Lake Inari"),
        ("They met in Fort Brek.", "Fort Brek"),
        ("The Port of Oslo closed.", "Port of Oslo"),
        ("District of Columbia police left.", "District of Columbia"),
    ],
)
def test_a_noun_for_places_makes_one_without_a_title(text: str, place: str) -> None:
    assert dict(runs(text))[place].geographic


# Possessives


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("They went to St. Brek's Hospital.", "St. Brek's Hospital"),
        ("The People's Republic of China denied it.", "People's Republic of China"),
        ("The People’s Republic of China denied it.", "People's Republic of China"),
        ("The People's Republic of Bangladesh denied it.", "People's Republic of Bangladesh"),
        ("The People's Democratic Republic of Algeria denied it.", "People's Democratic Republic of Algeria"),
        ("They left the Democratic People's Republic of Korea.", "Democratic People's Republic of Korea"),
        ("They left the Lao People's Democratic Republic.", "Lao People's Democratic Republic"),
        ("They left King's Lynn.", "King's Lynn"),
    ],
)
def test_a_possessive_within_the_name_of_a_place(text: str, country: str) -> None:
    assert names(text) == [country]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nobody saw Norway's China.", ["Norway", "China"]),
        ("Lund's Norway closed.", ["Lund", "Norway"]),
        ("Norway's New York office closed.", ["Norway", "New York"]),
        ("Norway's King's Lynn office closed.", ["Norway", "King's Lynn"]),
        ("Ana's Republic of Norway closed.", ["Ana", "Republic of Norway"]),
        ("Norway's Bank of Lund closed.", ["Norway", "Bank of Lund"]),
    ],
)
def test_any_other_owner_is_a_name_by_itself(text: str, expected: list[str]) -> None:
    assert names(text) == expected


# Headlines


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Mayor Blames Rivals For Harbour Fire", True),
        ("Mayor of Porto blames rivals for harbour fire", False),
        ("Porto Burns", False),
        ("12 34 56", False),
    ],
)
def test_title_case_of_captions_tells_nothing_about_names(headline: str, expected: bool) -> None:
    tree = read(headline, caption=headline)
    assert is_title_case(tree.tokens, tree.sentences[0]) is expected


def test_a_paragraph_is_never_in_title_case() -> None:
    tree = read("Mayor Blames Rivals For Harbour Fire")
    assert not is_title_case(tree.tokens, tree.sentences[0])


# Whatever the text

WORDS = [
    "Minister",
    "of",
    "Trade",
    "and",
    "the",
    "Ana",
    "Lund",
    "Bank",
    "&",
    "de",
    "al",
    "-",
    "'s",
    ",",
    "South",
    "African",
    "People",
    "Republic",
    "China",
    "District",
    "Judge",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_runs_lie_in_order_apart_and_inside(words: list[str]) -> None:
    tree = read(" ".join(words))
    finder = RunFinder(tree.tokens, "en", gazetteer(), learnt=True)
    for sentence in tree.sentences:
        found = list(finder.runs(sentence))
        for run in found:
            assert sentence.first <= run.first < run.last <= sentence.last
            assert run.title_first is None or run.title_first <= run.first
            assert tree.tokens[run.first].text[0].isupper() or tree.tokens[run.first].lower in finder.words.particles
        assert all(a.last <= b.first for a, b in itertools.pairwise(found))


def test_capitals_before_a_name_are_no_part_of_it(told: Told) -> None:
    record = told("STREET FIGHT Marta Oliveira met UNESCO Director Pedro Rojas.", upto="places")
    people = [name.text for name in record.annotation.names if name.label == "person"]
    assert people == ["Marta Oliveira", "Pedro Rojas"]


def test_a_party_s_word_before_a_name_is_no_part_of_it(told: Told) -> None:
    record = told("Republican Marta Oliveira met Democrat Pedro Rojas.", upto="places")
    people = [name.text for name in record.annotation.names if name.label == "person"]
    assert people == ["Marta Oliveira", "Pedro Rojas"]
