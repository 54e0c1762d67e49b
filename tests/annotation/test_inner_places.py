"""Places and peoples inside the names of bodies, inside titles, and outside any name."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import Annotation, Label, NameMention, Sentence, Token
from dateline.annotation.annotate import annotate
from dateline.annotation.gazetteer import gazetteer
from dateline.annotation.inner_places import LARGE, LONGEST, MIDDLING, inner_places
from dateline.annotation.place_rows import place_rows
from dateline.languages import load
from dateline.model import BlockRole
from dateline.values import Span

PACK = load("en")


def read(text: str, **roles: str) -> Annotation:
    return next(annotate([article_of(text, **roles)]))


def inner(text: str, **roles: str) -> dict[str, NameMention]:
    return {name.text: name for name in read(text, **roles).inner_places}


def split(text: str, sentence: int = 0, after: int = 0) -> tuple[Token, ...]:
    """Tokens at the blanks of a text; a hyphen sticks to its neighbours. The first of them is number `after`."""
    found, start = [], 100 * sentence
    words = text.split()
    for i, word in enumerate(words, start=after):
        space = "-" not in (word, *words[i - after + 1 : i - after + 2])
        fields = {"lemma": word, "pos": "PROPN", "tag": "NNP", "dep": "dep", "head": i}
        end = start + len(word)
        found.append(
            Token(i=i, text=word, start=start, end=end, sentence=sentence, block=sentence, space=space, **fields)
        )  # type: ignore[arg-type]
        start = end + space
    return tuple(found)


def joined(tokens: tuple[Token, ...]) -> str:
    return "".join(token.text + (" " if token.space else "") for token in tokens).strip()


def name_of(tokens: tuple[Token, ...], words: str, label: Label, titles: str | None = None) -> NameMention:
    """The name that these words are, with the gazetteer's rows if it is a place, and behind a title that begins so."""
    texts, size = [token.text for token in tokens], len(words.split())
    first = next(i for i in range(len(texts)) if texts[i : i + size] == words.split())
    last = first + size
    text = joined(tokens[first:last])
    begin = texts.index(titles.split()[0]) if titles else None
    return NameMention(
        first=first,
        last=last,
        start=tokens[first].start,
        end=tokens[last - 1].end,
        text=text,
        label=label,
        places=place_rows(tokens, first, last, text, PACK, gazetteer()) if label == "place" else (),
        titles=None if begin is None else Span(tokens[begin].start, tokens[first - 1].end),
    )


def inside(text: str, *names: tuple[str, Label], titles: str | None = None, role: BlockRole = "paragraph") -> list[str]:
    """What is found in one sentence with these names; a person among them has this title."""
    tokens = split(text)
    named = [name_of(tokens, words, label, titles if label == "person" else None) for words, label in names]
    line = Sentence(i=0, first=0, last=len(tokens), start=0, end=tokens[-1].end, block=0, role=role)
    return [found.text for found in inner_places(tokens, [line], named, PACK, gazetteer())]


def in_body(name: str) -> list[str]:
    return inside(f"the {name} denied it", (name, "organisation"))


# In the names of bodies


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("The Oslo Police Department denied it.", "Oslo", "NOR"),
        ("The University of Oslo denied it.", "Oslo", "NOR"),
        ("The Bank of Sweden denied it.", "Sweden", "SWE"),
        ("The Embassy of Norway denied it.", "Norway", "NOR"),
        ("The Mexico City Police Department denied it.", "Mexico City", "MEX"),
        ("The British Columbia Police Union denied it.", "British Columbia", "CAN"),
        ("The Cook County Sheriff's Office denied it.", "Cook County", "USA"),
        ("The St. Petersburg Police Department denied it.", "St. Petersburg", "RUS"),
        ("The Trinidad and Tobago Football Council denied it.", "Trinidad and Tobago", "TTO"),
    ],
)
def test_a_body_tells_the_place_in_its_name(text: str, place: str, country: str) -> None:
    found = inner(text)
    assert list(found) == [place]
    assert found[place].label == "place"
    assert found[place].places[0].country == country


@pytest.mark.parametrize(
    ("text", "people", "country"),
    [
        ("The Norwegian Red Cross denied it.", "Norwegian", "NOR"),
        ("The North Korean Army denied it.", "North Korean", "PRK"),
        ("The Anglo-Norwegian Council denied it.", "Norwegian", "NOR"),
    ],
)
def test_a_body_tells_the_people_in_its_name(text: str, people: str, country: str) -> None:
    found = inner(text)
    assert list(found) == [people]
    assert (found[people].label, found[people].country) == ("demonym", country)
    assert found[people].places[0].country == country


@pytest.mark.parametrize(
    ("text", "people", "region"),
    [
        ("The European Union denied it.", "European", "Europe"),
        ("The Latin American Council denied it.", "Latin American", "Latin America"),
        ("The West African Council denied it.", "West African", "West Africa"),
    ],
)
def test_the_people_of_a_region_have_its_row_and_no_country(text: str, people: str, region: str) -> None:
    found = inner(text)[people]
    assert found.country is None
    assert [place.name for place in found.places] == [region]


def test_a_country_is_told_and_a_town_tells_none() -> None:
    assert inner("The Bank of Sweden denied it.")["Sweden"].country == "SWE"
    assert inner("The University of Oslo denied it.")["Oslo"].country is None


def test_each_of_two_places_in_a_name() -> None:
    assert in_body("Bergen Norway Society") == ["Bergen", "Norway"]
    assert in_body("Norwegian Bank of Copenhagen") == ["Norwegian", "Copenhagen"]


def test_the_longest_name_wins() -> None:
    assert in_body("New Mexico State Police") == ["New Mexico"]
    assert in_body("Bosnia and Herzegovina Football Council") == ["Bosnia and Herzegovina"]


def test_offsets_are_those_of_the_text() -> None:
    text = "Nobody came. The University of Oslo denied it."
    found = inner(text)["Oslo"]
    assert text[found.start : found.end] == "Oslo"
    assert found.inner and 0 < found.score < 1 and found.titles is None


@pytest.mark.parametrize("body", ["Lund City Council", "Tarma Water Bank", "Bank of Lund"])
def test_a_small_town_must_be_known_from_elsewhere_to_name_a_body(body: str) -> None:
    town = next(word for word in body.split() if word in ("Lund", "Tarma"))
    assert gazetteer().places(town)[0].population < LARGE
    assert in_body(body) == []
    assert inside(f"in {town} the {body} denied it", (town, "place"), (body, "organisation")) == [town]


def test_a_large_town_names_a_body_first_or_behind_a_link_only() -> None:
    assert in_body("Oslo Water Party") == ["Oslo"]
    assert in_body("Party of Oslo") == ["Oslo"]
    assert in_body("Party for Oslo") == ["Oslo"]
    assert in_body("Xorba Oslo Party") == []


@pytest.mark.parametrize("body", ["Xorba Brek Party", "Water Party", "Xorba Bank of Yarba"])
def test_a_body_that_tells_no_place(body: str) -> None:
    assert in_body(body) == []


@pytest.mark.parametrize(
    "body", ["Free Bank of Orange", "Reading Bank", "Hope Bank", "Bank of Nice", "Unity Party", "Mobile Water Union"]
)
def test_an_ordinary_word_is_no_place(body: str) -> None:
    assert in_body(body) == []


@pytest.mark.parametrize("body", ["Aurora Brek Foundation", "Irving Brek Foundation"])
def test_a_given_name_is_no_town(body: str) -> None:
    assert gazetteer().places(body.split()[0])[0].population >= LARGE
    assert in_body(body) == []


def test_a_county_needs_its_noun() -> None:
    assert gazetteer().places("Dorset")[0].kind == "admin2"
    assert in_body("Dorset Water Party") == []
    assert in_body("Water Party of Cook County") == ["Cook County"]


def test_a_whole_name_holds_nothing() -> None:
    assert inside("Norway beat Sweden", ("Norway", "organisation"), ("Sweden", "organisation")) == []


@pytest.mark.parametrize("school", ["School", "College", "University", "Academy", "Institute"])
@pytest.mark.parametrize("town", ["Berkeley", "Oslo", "Limerick"])
def test_a_school_named_after_a_town_tells_no_place(school: str, town: str) -> None:
    assert in_body(f"{town} {school}") == []


def test_a_school_named_after_a_country_tells_it() -> None:
    assert in_body("Norway College") == ["Norway"]
    assert in_body("Norwegian School") == ["Norwegian"]


def test_a_school_of_a_town_tells_it() -> None:
    assert in_body("University of Oslo") == ["Oslo"]


@pytest.mark.parametrize("body", ["Agence France - Presse", "Lund Norway - Xorba"])
def test_half_of_a_hyphenated_word_is_no_place(body: str) -> None:
    assert in_body(body) == []


def test_a_person_and_a_people_hold_nothing() -> None:
    assert inside("they met Ana Norway there", ("Ana Norway", "person")) == []
    assert inside("two South African sailors", ("South African", "demonym")) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The US Army left.", "US"),
        ("The Bank of Britain denied it.", "Britain"),
        ("The Jordan Red Cross denied it.", "Jordan"),
        ("The Texas Highway Patrol left.", "Texas"),
        ("The Illinois Court of Claims left.", "Illinois"),
        ("The University of Michigan Center for Water left.", "Michigan"),
        ("The Israel Aerospace Industries denied it.", "Israel"),
        ("The Dallas Cowboys left.", "Dallas"),
    ],
)
def test_a_country_by_any_of_its_names(text: str, place: str) -> None:
    assert list(inner(text)) == [place]


@pytest.mark.parametrize(
    "body",
    [
        "Michael Jordan Foundation",
        "Chad Brek Foundation",
        "Virginia Brek Hospital",
        "Jordan Brek School",
        "Club America",
    ],
)
def test_a_given_name_or_a_surname_is_no_country(body: str) -> None:
    assert in_body(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Colorado River Board",
        "Lake Michigan Council",
        "Fort Norway Council",
        "Michigan City Police Department",
        "Bergen Road Bank",
    ],
)
def test_a_part_of_a_longer_name_is_no_place(body: str) -> None:
    assert in_body(body) == []


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("The French-German Brigade left.", ["French", "German"]),
        ("The Franco-German Brigade left.", ["German"]),
        ("The US-China Council met.", ["US", "China"]),
        ("The EU-Israel Council met.", ["Israel"]),
        ("The India-Pakistan-China Council met.", ["India", "Pakistan", "China"]),
        ("The Oslo-Bergen Railway Company left.", ["Oslo", "Bergen"]),
        ("The Agence France-Presse left.", []),
        ("The Xorba-Norway Council met.", []),
    ],
)
def test_both_halves_of_a_compound_or_neither(text: str, halves: list[str]) -> None:
    assert list(inner(text)) == halves


# In the names of places


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("They landed at Bergen International Airport on Monday.", "Bergen"),
        ("They waited at Lund Airport.", "Lund"),
        ("They met in Oslo City Hall.", "Oslo"),
    ],
)
def test_a_place_that_is_not_on_the_map_tells_the_town_it_begins_with(text: str, town: str) -> None:
    assert list(inner(text)) == [town]


def test_a_place_on_the_map_holds_none() -> None:
    assert gazetteer().places("Oslo Airport")
    assert inside("they waited at Oslo Airport", ("Oslo Airport", "place")) == []


def test_a_town_inside_an_unknown_place_needs_fewer_people_than_in_a_body() -> None:
    assert MIDDLING <= gazetteer().places("Lund")[0].population < LARGE
    assert inside("they waited at Lund Airport", ("Lund Airport", "place")) == ["Lund"]
    assert inside("they met at Lund Council", ("Lund Council", "organisation")) == []


def test_a_town_further_on_in_an_unknown_place_is_doubtful() -> None:
    assert inside("they waited at Xorba Oslo Camp", ("Xorba Oslo Camp", "place")) == []


@pytest.mark.parametrize("way", ["Road", "Street", "River", "Canal", "Highway", "Avenue", "Rd.", "Creek", "Lane"])
def test_ways_and_waters_lead_to_places_and_lie_in_none(way: str) -> None:
    name = f"Bergen {way}"
    assert not gazetteer().places(name)
    assert inside(f"they lived on {name} then", (name, "place")) == []


def test_ways_and_waters_in_a_text() -> None:
    assert inner("They lived on Bergen Road for years.") == {}
    assert inner("They fished the Oslo River.") == {}


# In titles


@pytest.mark.parametrize(
    ("text", "titles", "expected"),
    [
        ("Norwegian Ambassador Ana Lund left", "Norwegian", ["Norwegian"]),
        ("President of Norway Ana Lund left", "President", ["Norway"]),
        ("they met U.S. envoy Ana Lund there", "U.S.", ["U.S."]),
        ("South African Minister Ana Lund left", "South", ["South African"]),
        ("Water Minister Ana Lund left", "Water", []),
    ],
)
def test_a_title_tells_its_country(text: str, titles: str, expected: list[str]) -> None:
    assert inside(text, ("Ana Lund", "person"), titles=titles) == expected


def test_a_country_that_is_a_name_before_the_title_is_not_told_twice() -> None:
    names: list[tuple[str, Label]] = [("Norwegian", "demonym"), ("Ana Lund", "person")]
    assert inside("Norwegian Ambassador Ana Lund left", *names, titles="Ambassador") == []
    tree = read("Norwegian Ambassador Ana Lund left.")
    assert [name.text for name in (*tree.names, *tree.inner_places)].count("Norwegian") == 1


def test_the_president_of_a_country() -> None:
    found = inner("President of Norway Ana Lund left.")
    assert list(found) == ["Norway"]
    assert found["Norway"].country == "NOR"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("US Ambassador Ana Lund left.", "US"),
        ("Prime Minister of Britain Ana Lund left.", "Britain"),
        ("Mayor of Oslo Ana Lund left.", "Oslo"),
        ("Archbishop of Canterbury Ana Lund left.", "Canterbury"),
    ],
)
def test_the_land_or_the_town_of_a_post(text: str, place: str) -> None:
    assert list(inner(text)) == [place]


# Outside any name


@pytest.mark.parametrize("text", ["Poles were put up along the road.", "Pole position went to nobody."])
def test_an_ordinary_word_is_no_people(text: str) -> None:
    assert inner(text) == {}


def test_capitals_for_all_of_us_are_no_country() -> None:
    assert inside("ABOUT US") == []
    assert inside("the US men") == ["US"]


def test_of_two_finds_that_overlap_one_is_kept() -> None:
    tokens = split("South African Minister Ana Lund left")
    person = name_of(tokens, "Ana Lund", "person", "South")
    line = Sentence(i=0, first=1, last=len(tokens), start=0, end=tokens[-1].end, block=0, role="paragraph")
    assert [each.text for each in inner_places(tokens, [line], [person], PACK, gazetteer())] == ["South African"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. officials said nothing", ["U.S."]),
        ("Norway beat South Africa", ["Norway", "South Africa"]),
        ("Danish men met Swedes", ["Danish", "Swedes"]),
        ("West Bank men met", ["West Bank"]),
        ("Oslo men met", []),
        ("Chad men met", ["Chad"]),
        ("Hope and May met in April", []),
        ("norway beat sweden", []),
        ("us men met them", []),
    ],
)
def test_only_countries_provinces_and_regions_stand_outside_names(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


def test_a_person_in_a_headline_is_no_country() -> None:
    assert inside("Jordan Brek Leaves Norway Team", role="headline") == ["Norway"]
    assert inside("they opened Jordan Xorba in spring") == ["Jordan"]


def test_a_town_known_from_elsewhere_stands_outside_too() -> None:
    assert inside("in Lund men met Lund women", ("Lund", "place")) == ["Lund"]
    assert inside("in Lund men met Lund women", ("Lund", "person")) == []


def test_the_people_of_a_region_in_a_text() -> None:
    assert list(inner("Two European sailors were hurt.")) == ["European"]


@pytest.mark.parametrize("text", ["Two Norwegian sailors were hurt.", "They lived in Norway.", "Nobody came.", ""])
def test_what_is_a_name_already_is_no_inner_place(text: str) -> None:
    assert inner(text) == {}


@pytest.mark.parametrize("word", ["virus", "fever", "flu", "variant", "terrier"])
def test_a_thing_named_after_a_place_lies_nowhere(word: str) -> None:
    assert inside(f"the Norway {word} spread") == []
    assert inside(f"the Spanish {word} spread") == []
    assert inner(f"The Oslo {word} spread.") == {}
    assert inner(f"The Lund {word} spread.") == {}


def test_a_title_case_caption_tells_its_peoples() -> None:
    caption = "Norwegian Minister Blames Rivals For Fire"
    found = inner(f"{caption}\nA minister in Oslo blamed rivals.", caption=caption)
    assert list(found) == ["Norwegian"]


# Datelines


def test_a_body_in_a_dateline_is_an_agency() -> None:
    line = "OSLO (Norway News Agency) --"
    assert inner(f"{line}\nThe army said nothing about it.", dateline=line) == {}
    assert inside("OSLO ( Norway News Agency )", ("Norway News Agency", "organisation"), role="dateline") == []


def test_the_same_body_in_the_story_tells_its_country() -> None:
    line = "OSLO, March 4 (Xinhua) --"
    found = inner(f"{line}\nThe Norway News Agency said nothing about it.", dateline=line)
    assert list(found) == ["Norway"]


def test_a_dateline_s_other_capitals_tell_nothing() -> None:
    assert inside("Norway and Sweden", role="dateline") == []
    assert inside("Norway and Sweden", role="headline") == ["Norway", "Sweden"]


# Whatever the text

TOWNS = ["Oslo", "Norway", "South", "African", "North", "Korean", "New", "York", "Cook", "County", "U.S.", "Orange"]
OTHERS = ["Bank", "School", "Road", "of", "the", "virus", "-", ",", "President", "Ana", "Lund", "us", "Presse", "1"]
PIECES = st.one_of(st.sampled_from(TOWNS + OTHERS), st.text(alphabet="ABab.'-\u00e9\u2019", min_size=1, max_size=5))
LABELS: list[Label] = ["person", "organisation", "place", "demonym"]


@st.composite
def named_texts(draw: st.DrawFn) -> tuple[tuple[Token, ...], list[Sentence], list[NameMention]]:
    """Tokens in up to two sentences, and names that lie in order and apart inside them."""
    parts = draw(st.lists(st.lists(PIECES, min_size=1, max_size=10), min_size=1, max_size=2))
    tokens: tuple[Token, ...] = ()
    lines, names = [], []
    for number, words in enumerate(parts):
        first = len(tokens)
        tokens += split(" ".join(words), sentence=number, after=first)
        role = draw(st.sampled_from(["paragraph", "headline", "dateline"]))
        end = tokens[-1].end
        lines.append(Sentence(i=number, first=first, last=len(tokens), start=0, end=end, block=number, role=role))  # type: ignore[arg-type]
        cuts = sorted(draw(st.sets(st.integers(first, len(tokens)), max_size=4)))
        for begin, until in zip(cuts[::2], cuts[1::2], strict=False):
            free = max([first, *(name.last for name in names)])  # a title fills what lies between two names
            title = draw(st.sampled_from([None, free]))
            names.append(_mention(tokens, begin, until, draw(st.sampled_from(LABELS)), title))
    return tokens, lines, names


def _mention(tokens: tuple[Token, ...], first: int, last: int, label: Label, title: int | None) -> NameMention:
    text = joined(tokens[first:last])
    titled = title is not None and title < first
    return NameMention(
        first=first,
        last=last,
        start=tokens[first].start,
        end=tokens[last - 1].end,
        text=text,
        label=label,
        places=place_rows(tokens, first, last, text, PACK, gazetteer()) if label == "place" else (),
        titles=Span(tokens[title].start, tokens[first - 1].end) if titled else None,  # type: ignore[index]
    )


@settings(max_examples=200, deadline=None)
@given(named_texts())
def test_inner_places_lie_in_order_apart_and_inside(
    text: tuple[tuple[Token, ...], list[Sentence], list[NameMention]],
) -> None:
    tokens, lines, names = text
    found = inner_places(tokens, lines, names, PACK, gazetteer())
    whole = {(name.first, name.last) for name in names}
    for each in found:
        assert 0 <= each.first < each.last <= len(tokens)
        assert each.last - each.first <= LONGEST
        assert (each.start, each.end) == (tokens[each.first].start, tokens[each.last - 1].end)
        assert each.text == joined(tokens[each.first : each.last])
        assert each.text[0].isupper()
        assert each.inner and each.label in ("place", "demonym")
        assert each.places or each.label == "demonym"
        assert (each.first, each.last) not in whole
        assert lines[tokens[each.first].sentence].role != "dateline"
        assert tokens[each.first].sentence == tokens[each.last - 1].sentence
    assert all(a.last <= b.first for a, b in itertools.pairwise(found))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TOWNS + OTHERS), max_size=12))
def test_inner_places_of_any_words_are_no_names(words: list[str]) -> None:
    tree = read(" ".join(words))
    whole = {(name.first, name.last) for name in tree.names}
    assert not whole & {(name.first, name.last) for name in tree.inner_places}
    assert all(a.last <= b.first for a, b in itertools.pairwise(tree.inner_places))
    held = {i for name in tree.names if name.label in ("person", "demonym") for i in range(name.first, name.last)}
    assert not held & {i for name in tree.inner_places for i in range(name.first, name.last)}
