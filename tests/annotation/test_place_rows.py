"""The gazetteer's rows for a name as it stands: abbreviations, cities of, and what a list of counties names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from conftest import article_of
from dateline.annotated import PlaceEntry, Token
from dateline.annotation.annotate import annotate, gazetteer
from dateline.annotation.place_rows import REACH, place_rows
from dateline.languages import load

PACK = load("en")
JOINTS = {"and": "CC", "or": "CC", "&": "CC", "in": "IN", "the": "DT", ",": ",", "-": "HYPH", ".": "."}


def split(text: str, glued: str = ".") -> list[Token]:
    """Tokens at the blanks of a text, joints tagged as such; what is `glued` has no blank before it."""
    words = text.split()
    found, start, sentence = [], 0, 0
    for i, word in enumerate(words):
        space = word != "-" and not (i + 1 < len(words) and words[i + 1] in (*glued, ",", "-"))
        tag = JOINTS.get(word, "NNP" if word[0].isupper() else "NNS")
        fields = {"lemma": word, "pos": "PROPN", "dep": "dep", "head": i, "block": 0}
        found.append(
            Token(i=i, text=word, tag=tag, start=start, end=start + len(word), sentence=sentence, space=space, **fields)
        )  # type: ignore[arg-type]
        start += len(word) + space
        sentence += word == "."
    return found


def rows(text: str, name: str, glued: str = ".") -> tuple[PlaceEntry, ...]:
    """The rows of the first mention of `name` in a text whose tokens are parted by blanks."""
    tokens = split(text, glued)
    words, size = [token.text for token in tokens], len(name.split())
    first = next(i for i in range(len(words)) if words[i : i + size] == name.split())
    return place_rows(tokens, first, first + size, name, PACK, gazetteer())


def told(text: str) -> dict[str, tuple[PlaceEntry, ...]]:
    return {name.text: name.places for name in next(annotate([article_of(text)])).names}


# As it stands


@pytest.mark.parametrize("name", ["Oslo", "Orange", "Bath", "Norway", "Tarin Kot", "City of London", "Cook County"])
def test_a_name_alone_has_the_rows_of_the_gazetteer(name: str) -> None:
    assert rows(f"they lived in {name} then", name) == gazetteer().places(name) != ()


def test_an_unknown_name_has_none() -> None:
    assert rows("they lived in Xorba .", "Xorba") == ()
    assert rows("the City of Xorba", "City of Xorba") == ()
    assert rows("Xorba and Yarba counties", "Xorba") == ()


# Abbreviations


@pytest.mark.parametrize(
    ("short", "state"), [("Wash", "WA"), ("Ala", "AL"), ("Ind", "IN"), ("Kan", "KS"), ("Va", "VA"), ("Okla", "OK")]
)
def test_the_dot_that_ends_a_sentence_belongs_to_the_abbreviation(short: str, state: str) -> None:
    found = rows(f"they lived in {short} .", short)
    assert [(place.kind, place.country, place.admin1) for place in found] == [("admin1", "USA", state)]


def test_a_dot_further_on_belongs_to_nothing() -> None:
    assert rows("they lived in Wash then .", "Wash") == ()
    assert rows("they lived in Wash .", "Wash", glued="") == ()


def test_a_dot_makes_a_province_of_what_is_a_town_without_it() -> None:
    assert rows("they lived in Ala .", "Ala")[0].admin1 == "AL"
    assert rows("they lived in Ala then", "Ala") == gazetteer().places("Ala")


@pytest.mark.parametrize("name", ["Oslo", "Bath", "Lund", "Norway", "Washington", "Georgia", "Xorba"])
def test_a_dot_changes_no_other_name(name: str) -> None:
    assert rows(f"they flew to {name} .", name) == gazetteer().places(name)


@pytest.mark.parametrize(
    ("spaced", "closed"), [("W. Va.", "W.Va."), ("N. J.", "N.J."), ("N. C.", "N.C."), ("D. C.", "D.C.")]
)
def test_an_abbreviation_with_a_space(spaced: str, closed: str) -> None:
    assert gazetteer().places(spaced) == ()
    assert rows(f"they moved to {spaced} in spring", spaced) == gazetteer().places(closed) != ()


def test_the_space_of_a_known_name_stays() -> None:
    assert rows("they lived in St. Petersburg then", "St. Petersburg") == gazetteer().places("St. Petersburg") != ()


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("They moved to Tacoma, Wash., in spring.", "Wash.", "WA"),
        ("They lived in Tacoma, Wash.", "Wash.", "WA"),
        ("They lived in Parkersburg, W. Va.", "W. Va.", "WV"),
        ("They moved to W. Va. in spring.", "W. Va.", "WV"),
        ("They lived in Newark, N. J.", "N. J.", "NJ"),
        ("They lived in Warwick, R. I., for years.", "R. I.", "RI"),
        ("They lived in Reno, Nev.", "Nev.", "NV"),
    ],
)
def test_abbreviations_in_a_text(text: str, name: str, state: str) -> None:
    assert [place.admin1 for place in told(text)[name]] == [state]


# Cities of


@pytest.mark.parametrize("name", ["City of Bath", "City of Tarma", "Town of Lund", "Port of Oslo"])
def test_a_city_of_is_the_city(name: str) -> None:
    assert gazetteer().places(name) == ()
    assert rows(f"the {name} denied it", name) == gazetteer().places(name.partition(" of ")[2]) != ()


@pytest.mark.parametrize("name", ["City of London", "Republic of Georgia", "State of Georgia"])
def test_the_whole_name_comes_first(name: str) -> None:
    found = rows(f"the {name} denied it", name)
    assert found == gazetteer().places(name) != ()
    assert found != gazetteer().places(name.partition(" of ")[2])


@pytest.mark.parametrize(
    ("name", "city"),
    [("Mexico", "Mexico City"), ("Luxembourg", "Luxembourg"), ("Kuwait", "Kuwait City"), ("Quebec", "Québec")],
)
def test_the_city_of_a_country_s_name_is_no_country(name: str, city: str) -> None:
    found = rows(f"the City of {name} denied it", f"City of {name}")
    assert (found[0].name, {place.kind for place in found}) == (city, {"city"})


# Lists


@pytest.mark.parametrize(
    ("text", "names", "noun"),
    [
        ("in Orange , Lake and Polk counties", ["Orange", "Lake", "Polk"], "County"),
        ("in Orange , Lake , and Polk counties", ["Orange", "Lake", "Polk"], "County"),
        ("in Orange and Lake Counties", ["Orange", "Lake"], "County"),
        ("in Cook & Lake counties", ["Cook", "Lake"], "County"),
        ("in Cook or Lake counties", ["Cook", "Lake"], "County"),
        ("the Orange counties", ["Orange"], "County"),
        ("in Orleans and Jefferson parishes", ["Orleans", "Jefferson"], "Parish"),
    ],
)
def test_each_name_of_a_list_of_counties_is_a_county(text: str, names: list[str], noun: str) -> None:
    for name in names:
        found = rows(text, name)
        assert found == gazetteer().places(f"{name} {noun}")
        assert found[0].kind == "admin2"


@pytest.mark.parametrize("name", ["Kunduz", "Baghlan", "Kandahar"])
def test_each_name_of_a_list_of_provinces_is_a_province(name: str) -> None:
    found = rows("in Kunduz , Kandahar and Baghlan provinces on Monday", name)
    assert {place.kind for place in found} == {"admin1"}
    assert {place.country for place in found} == {"AFG"}


def test_names_of_several_words_stand_in_lists_too() -> None:
    found = rows("in Lake , Palm Beach and Orange counties", "Palm Beach")
    assert found == gazetteer().places("Palm Beach County") != ()
    assert rows("in Lake , Palm Beach and Orange counties", "Lake") == gazetteer().places("Lake County")


@pytest.mark.parametrize(
    "text",
    [
        "in Orange . Six counties were shut",
        "in Orange , a town of six counties",
        "in Orange and the counties around it",
        "in Orange near Lake and Polk counties",
        "in Orange for Polk counties",
        "counties and Orange",
        "in Orange county",
        "Orange",
    ],
)
def test_a_name_outside_the_list_is_none_of_it(text: str) -> None:
    assert rows(text, "Orange") == gazetteer().places("Orange")


def test_a_list_ends_with_its_sentence() -> None:
    tokens = split("Orange Lake and Polk counties")
    apart = [replace(token, sentence=int(token.i > 0)) for token in tokens]
    assert place_rows(apart, 0, 1, "Orange", PACK, gazetteer()) == gazetteer().places("Orange")
    assert place_rows(apart, 1, 2, "Lake", PACK, gazetteer()) == gazetteer().places("Lake County")


def test_a_list_is_not_endless() -> None:
    near = " , ".join(["Xorba"] * ((REACH - 2) // 2))
    far = " , ".join(["Xorba"] * REACH)
    assert rows(f"Orange , {near} counties", "Orange") == gazetteer().places("Orange County")
    assert rows(f"Orange , {far} counties", "Orange") == gazetteer().places("Orange")


def test_a_name_that_no_county_has_keeps_its_rows() -> None:
    assert gazetteer().places("Oslo County") == ()
    assert rows("in Oslo and Lake counties", "Oslo") == gazetteer().places("Oslo")


def test_the_nearest_plural_counts() -> None:
    text = "in Orange and Lake counties and Orleans and Jefferson parishes"
    assert rows(text, "Orange") == gazetteer().places("Orange County")
    assert rows(text, "Orleans") == gazetteer().places("Orleans Parish")


def test_lists_in_a_text() -> None:
    found = told("Snow fell in Orange, Lake and Polk counties. Orange was closed, she said.")
    assert {found[name][0].kind for name in ("Lake", "Polk")} == {"admin2"}
    found = told("Snow fell in Kunduz and Baghlan provinces.")
    assert [place.kind for name in ("Kunduz", "Baghlan") for place in found[name]] == ["admin1", "admin1"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Delaware , Kent and Sussex counties were closed", ["Delaware"]),
        ("In Houston , Texas , and Harris and Polk counties", ["Houston", "Texas"]),
        ("In Afghanistan , Kunduz and Baghlan provinces were calm", ["Afghanistan"]),
    ],
)
def test_a_state_before_the_list_is_none_of_it(text: str, names: list[str]) -> None:
    for name in names:
        assert rows(text, name) == gazetteer().places(name)
    assert {place.kind for place in rows(text, text.split()[-3 if "were" in text else -2])} <= {"admin1", "admin2"}


@pytest.mark.parametrize(
    "text", ["in Cork and Kerry counties", "in counties Cork and Kerry", "in counties Cork , Kerry"]
)
def test_a_county_may_be_filed_behind_its_noun(text: str) -> None:
    assert rows(text, "Cork") == gazetteer().places("County Cork") != ()


@pytest.mark.parametrize("text", ["in counties , and Cork", "in counties and Cork", "counties near Cork"])
def test_a_plural_before_something_else_leads_no_list(text: str) -> None:
    assert rows(text, "Cork") == gazetteer().places("Cork")


@pytest.mark.parametrize(
    ("text", "county"),
    [
        ("Schools in Prince George's and Montgomery counties closed.", "Prince George's"),
        ("Schools in Montgomery and Prince George's counties closed.", "Montgomery"),
        ("Schools in Dodge and Fond du Lac counties closed.", "Dodge"),
        ("Schools in Fond du Lac and Dodge counties closed.", "Fond du Lac"),
    ],
)
def test_names_with_small_words_and_possessives_stand_in_lists_too(text: str, county: str) -> None:
    assert told(text)[county] == gazetteer().places(f"{county} County") != ()


def test_a_mention_outside_the_list_keeps_its_town() -> None:
    mentions = next(annotate([article_of("Snow fell in Bergen and Passaic counties. They flew to Bergen.")])).names
    kinds = [name.places[0].kind for name in mentions if name.text == "Bergen"]
    assert kinds == ["admin2", "city"]


# Whatever the text

WORDS = ["Orange", "Lake", "Kunduz", "of", "City", "counties", "provinces", "and", ",", ".", "Wash", "W.", "Va.", "x"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(alphabet="ABa.'-é", min_size=1, max_size=5), min_size=1), st.data())
def test_any_part_of_any_text_has_rows_that_some_name_has(words: list[str], data: st.DataObject) -> None:
    tokens = split(" ".join(words))
    first = data.draw(st.integers(0, len(tokens) - 1))
    last = data.draw(st.integers(first + 1, len(tokens)))
    text = "".join(token.text + (" " if token.space else "") for token in tokens[first:last]).strip()
    world = gazetteer()
    nouns = PACK.geography.division_plurals.values()
    forms = [
        text,
        f"{text}.",
        text.replace(". ", "."),
        text.partition(" of ")[2],
        *(f"{text} {noun}" for noun in nouns),
        *(f"{noun} {text}" for noun in nouns),
        f"{text.partition(' of ')[2]} City",
    ]
    found = [world.places(form) for form in forms]
    cities = [tuple(place for place in each if place.kind == "city") for each in found]
    assert place_rows(tokens, first, last, text, PACK, world) in [*found, *cities, ()]
