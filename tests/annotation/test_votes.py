"""How evidence adds up: each ballot by hand, from tokens that a parser might have given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import NameMention, Token
from dateline.annotation.annotate import annotate, gazetteer
from dateline.annotation.name_words import name_words
from dateline.annotation.runs import Run
from dateline.annotation.votes import MIN_VOTES, WEIGHTS, Votes, are_letters, is_acronym, title_span


def token(i: int, text: str, **fields: object) -> Token:
    defaults = {"lemma": text, "pos": "PROPN", "tag": "NNP", "dep": "nsubj", "head": i, "start": 10 * i}
    return Token(i=i, text=text, sentence=0, block=0, end=10 * i + len(text), **(defaults | fields))  # type: ignore[arg-type]


def votes_on(*tokens: Token, agencies: frozenset[str] = frozenset()) -> Votes:
    return Votes(tokens, name_words("en"), gazetteer(), agencies)


def cast(*tokens: Token, name: str, agencies: frozenset[str] = frozenset(), **run: object) -> dict[str, float]:
    """The ballot of the run that covers `name`, after one mention."""
    words = [each.text for each in tokens]
    size = len(name.split())
    first = next(i for i in range(len(words)) if words[i : i + size] == name.split())
    votes = votes_on(*tokens, agencies=agencies)
    votes.cast(Run(first=first, last=first + size, **run), name)  # type: ignore[arg-type]
    return {str(label): weight for label, weight in votes.ballots[name].items()}


def names(text: str) -> dict[str, NameMention]:
    return {name.text: name for name in next(annotate([article_of(text)])).names}


def labels(text: str) -> dict[str, str]:
    return {text: name.label for text, name in names(text).items()}


# One mention


@pytest.mark.parametrize(
    ("entity", "label"), [("PERSON", "person"), ("GPE", "place"), ("LOC", "place"), ("FAC", "place")]
)
def test_the_parser_has_one_voice(entity: str, label: str) -> None:
    assert cast(token(0, "Xorba", entity=entity), name="Xorba") == {label: WEIGHTS.parser}


@pytest.mark.parametrize("entity", ["", "DATE", "PRODUCT", "EVENT"])
def test_other_entities_say_nothing(entity: str) -> None:
    assert cast(token(0, "Xorba", entity=entity), name="Xorba") == {}


def test_a_body_of_one_word_counts_half() -> None:
    assert cast(token(0, "Xorba", entity="ORG"), name="Xorba") == {"organisation": WEIGHTS.parser_single_organisation}


def test_the_parser_must_mean_half_of_the_name() -> None:
    rest = [token(1, "Yarba"), token(2, "Zarba")]
    assert cast(token(0, "Xorba", entity="PERSON"), *rest, name="Xorba Yarba Zarba") == {}


def test_a_nationality_without_a_country_is_a_body_in_the_plural_only() -> None:
    assert cast(token(0, "Xorban", entity="NORP"), name="Xorban") == {}
    plural = token(0, "Xorbans", entity="NORP", tag="NNPS")
    assert cast(plural, name="Xorbans") == {"organisation": WEIGHTS.parser_single_organisation}


def test_a_title_outweighs_the_parser() -> None:
    ballot = cast(token(0, "Minister"), token(1, "Xorba", entity="GPE"), name="Xorba", title_first=0)
    assert ballot["person"] > ballot["place"]


def test_an_apposition_speaks_for_a_person() -> None:
    rest = [token(1, ","), token(2, "the", pos="DET"), token(3, "former"), token(4, "judge", pos="NOUN")]
    assert cast(token(0, "Xorba"), *rest, name="Xorba") == {"person": WEIGHTS.apposition}


def test_a_title_further_on_is_none_of_it() -> None:
    rest = [token(1, ","), token(2, "where", pos="SCONJ"), token(3, "the", pos="DET"), token(4, "judge", pos="NOUN")]
    assert cast(token(0, "Xorba"), *rest, name="Xorba") == {}


def test_a_given_name_speaks_for_a_person_when_more_follows() -> None:
    assert cast(token(0, "Marta"), token(1, "Xorba"), name="Marta Xorba") == {"person": WEIGHTS.given_name}
    assert "person" not in cast(token(0, "Marta"), name="Marta")
    assert "person" not in cast(token(0, "Marta"), token(1, "Front"), name="Marta Front", organisation=True)


def test_an_agency_of_the_pack_is_a_body() -> None:
    assert cast(token(0, "Xorba"), name="Xorba", agencies=frozenset({"xorba"})) == {"organisation": WEIGHTS.agency}


def test_nouns_and_demonyms() -> None:
    assert cast(token(0, "Xorba"), name="Xorba", organisation=True) == {"organisation": WEIGHTS.noun}
    assert cast(token(0, "Xorba"), name="Xorba", geographic=True) == {"place": WEIGHTS.noun}
    assert cast(token(0, "Danish"), name="Danish", country="DNK")["demonym"] == WEIGHTS.demonym


# The map


def test_a_country_speaks_for_itself() -> None:
    assert cast(token(0, "Denmark"), name="Denmark") == {"place": WEIGHTS.country}


def test_a_town_needs_a_preposition_or_the_parser() -> None:
    small = token(1, "Tarma", head=0, dep="pobj")
    assert cast(token(0, "Tarma"), name="Tarma").get("place", 0) < MIN_VOTES
    assert cast(token(0, "in", pos="ADP"), small, name="Tarma")["place"] >= WEIGHTS.preposition


def test_a_town_named_behind_and_is_behind_the_same_preposition() -> None:
    tokens = [
        token(0, "in", pos="ADP"),
        token(1, "Oslo", head=0, dep="pobj"),
        token(2, "and", head=1, dep="cc"),
        token(3, "Tarma", head=1, dep="conj"),
    ]
    assert cast(*tokens, name="Tarma")["place"] >= WEIGHTS.preposition


@pytest.mark.parametrize("word", ["May", "Hope", "Nice"])
def test_doubtful_towns_never_count(word: str) -> None:
    assert "place" not in cast(token(0, "in"), token(1, word, head=0, dep="pobj"), name=word)


def test_a_title_or_a_body_shuts_the_map() -> None:
    assert "place" not in cast(token(0, "Mr."), token(1, "Denmark"), name="Denmark", title_first=0)
    assert "place" not in cast(token(0, "Oslo"), name="Oslo", organisation=True)


def test_a_feature_is_a_town_among_many_or_a_large_one_where_a_place_is_expected() -> None:
    assert cast(token(0, "Mount"), token(1, "Etna"), name="Mount Etna") == {"place": WEIGHTS.city}
    there = [token(1, "Mount", head=2, dep="compound"), token(2, "Etna", head=0, dep="pobj")]
    ballot = cast(token(0, "near", pos="ADP"), *there, name="Mount Etna")
    assert ballot == {"place": WEIGHTS.large_city + WEIGHTS.preposition}


def test_a_feature_by_another_name_must_stand_where_a_place_would() -> None:
    assert gazetteer().places("Etna")[0].matched == "alternate"
    assert cast(token(0, "Etna"), name="Etna").get("place", 0) < MIN_VOTES
    ballot = cast(token(0, "near", pos="ADP"), token(1, "Etna", head=0, dep="pobj"), name="Etna")
    assert ballot == {"place": WEIGHTS.hamlet + WEIGHTS.preposition}


def test_a_county_counts_by_its_people_and_not_like_a_state() -> None:
    assert gazetteer().places("Dorset")[0].kind == "admin2"
    assert cast(token(0, "Dorset"), name="Dorset") == {"place": WEIGHTS.large_city}
    small = [token(1, "Adair"), token(2, "County")]
    assert cast(token(0, "and"), *small, name="Adair County").get("place", 0) < MIN_VOTES
    ballot = cast(token(0, "in", pos="ADP"), *small, name="Adair County")
    assert ballot == {"place": WEIGHTS.city + WEIGHTS.preposition}


@pytest.mark.parametrize("land", ["West Bank", "Dhaka Division", "Tarija Department"])
def test_a_land_may_end_in_a_noun_for_bodies(land: str) -> None:
    tokens = [token(i, word) for i, word in enumerate(land.split())]
    assert cast(*tokens, name=land, organisation=True) == {"place": WEIGHTS.country}


@pytest.mark.parametrize("body", ["State College", "Norway Bank", "Xorba Union"])
def test_a_town_that_ends_in_a_noun_for_bodies_is_doubtful(body: str) -> None:
    tokens = [token(i, word) for i, word in enumerate(body.split())]
    assert cast(*tokens, name=body, organisation=True) == {"organisation": WEIGHTS.noun}


@pytest.mark.parametrize(
    ("text", "land"),
    [("Troops left the West Bank on Monday.", "West Bank"), ("West Bank officials said nothing.", "West Bank")],
)
def test_lands_in_a_text(text: str, land: str) -> None:
    assert labels(text)[land] == "place"


# Where somebody is at home


@pytest.mark.parametrize("word", ["residents", "man", "police", "Mayor", "native", "detectives"])
def test_a_town_before_those_who_dwell_there(word: str) -> None:
    ballot = cast(token(0, "Tarma"), token(1, word), name="Tarma")
    assert ballot == {"place": WEIGHTS.home + WEIGHTS.city}


@pytest.mark.parametrize("word", ["boats", "party", "minister", ",", "officials"])
def test_a_town_before_other_words_is_as_doubtful_as_ever(word: str) -> None:
    assert cast(token(0, "Tarma"), token(1, word), name="Tarma").get("place", 0) < MIN_VOTES


@pytest.mark.parametrize("name", ["Xorba", "Hope", "May"])
def test_those_who_dwell_make_no_place_of_what_is_none(name: str) -> None:
    assert "place" not in cast(token(0, name), token(1, "residents"), name=name)


def test_a_body_has_no_dwellers() -> None:
    front = [token(0, "Tarma"), token(1, "Front"), token(2, "residents")]
    assert cast(*front, name="Tarma Front", organisation=True) == {"organisation": WEIGHTS.noun}


def test_a_long_name_before_dwellers_is_no_town_for_that() -> None:
    words = ["San", "José", "del", "Monte", "residents"]
    ballot = cast(*(token(i, word) for i, word in enumerate(words)), name="San José del Monte")
    assert ballot == {"place": WEIGHTS.large_city}


def aged(*words: str, tag: str = "CD") -> list[Token]:
    return [token(i, word, tag=tag if word[0].isdigit() else "NNP") for i, word in enumerate(words)]


@pytest.mark.parametrize(("age", "tag"), [("34", "CD"), ("34-year-old", "JJ")])
def test_a_town_behind_an_age(age: str, tag: str) -> None:
    ballot = cast(*aged("Berg", ",", age, ",", "of", "Tarma", tag=tag), name="Tarma")
    assert ballot == {"place": WEIGHTS.home + WEIGHTS.city}


@pytest.mark.parametrize(
    "words",
    [
        ("34", "of", "Tarma"),
        (",", "of", "Tarma"),
        ("men", ",", "of", "Tarma"),
        ("34", "men", "of", "Tarma"),
        ("34", ",", "and", "Tarma"),
    ],
)
def test_of_alone_is_no_home(words: tuple[str, ...]) -> None:
    assert cast(*aged(*words), name="Tarma").get("place", 0) < MIN_VOTES


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Lund residents left on Monday.", "Lund"),
        ("Lund Mayor Ana Berg left.", "Lund"),
        ("A Tarma man was hurt.", "Tarma"),
        ("Tarma police said nothing.", "Tarma"),
        ("Ana Berg, 34, of Lund, was hurt.", "Lund"),
        ("Ana Berg, 34-year-old, of Tarma, was hurt.", "Tarma"),
        ("Ana Berg, a banker, of Lund, was hurt.", "Lund"),
        ("Ana Berg (34) of Lund was hurt.", "Lund"),
    ],
)
def test_homes_in_a_text(text: str, town: str) -> None:
    found = labels(text)
    assert found[town] == "place"
    assert found.get("Ana Berg", "person") == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Judge Ana Lund left. Lund police said nothing.", "Lund"),
        ("Toyota officials said nothing.", "Toyota"),
        ("Nokia officials said nothing.", "Nokia"),
        ("Obama officials said nothing.", "Obama"),
        ("Ana Berg, 34, of the Water Party, was hurt.", "Water Party"),
        ("Ana Berg, 34, of Xorba Bank, was hurt.", "Xorba Bank"),
    ],
)
def test_what_is_no_home_in_a_text(text: str, name: str) -> None:
    assert labels(text)[name] != "place"


# Things that bear the name of a place


@pytest.mark.parametrize(
    "text", ["West Nile virus spread.", "The West Nile virus spread.", "The Lund virus spread.", "Zika virus spread."]
)
def test_namesakes_in_a_text(text: str) -> None:
    assert labels(text) == {}


def test_a_town_that_is_named_oftener_than_its_namesake_stays_one() -> None:
    text = "The Lund virus was found. Doctors in Lund said nothing. Nobody left Lund."
    assert labels(text)["Lund"] == "place"


@pytest.mark.parametrize(
    "text",
    [
        "The India variant spread.",
        "The Kansas measles spread.",
        "They sold Brazil nuts.",
        "Guinea pigs were sold.",
        "They kept Jersey cows.",
    ],
)
def test_a_namesake_of_a_whole_land_is_no_name(text: str) -> None:
    assert labels(text) == {}


@pytest.mark.parametrize(("text", "name"), [("Brazil sold nuts.", "Brazil"), ("Iowa pigs were sold.", "Iowa")])
def test_what_is_named_after_no_place_leaves_it_one(text: str, name: str) -> None:
    assert labels(text)[name] == "place"


def test_a_namesake_says_nothing_of_the_town() -> None:
    text = "The Marburg virus spread in Marburg."
    found = next(annotate([article_of(text)])).names
    assert [(name.text, name.label, name.start) for name in found] == [("Marburg", "place", text.rindex("Marburg"))]


def test_what_there_is_of_a_disease_bears_its_name_too() -> None:
    assert labels("The West Nile virus is back. Most West Nile cases are in Texas.") == {"Texas": "place"}
    assert labels("They fear new Oslo cases in spring.")["Oslo"] == "place"


# Lands by an old name


@pytest.mark.parametrize("text", ["The Soviet Union fell.", "Troops of the Soviet Union left."])
def test_a_country_that_was_is_no_body(text: str) -> None:
    found = names(text)["Soviet Union"]
    assert (found.label, found.country) == ("place", "RUS")


# The


def test_nobody_is_called_the() -> None:
    the = token(0, "The", pos="DET", dep="det", head=1)
    assert cast(the, token(1, "Xorba", entity="PERSON"), name="Xorba") == {}
    several = token(1, "Xorbatistas", entity="PERSON", tag="NNPS")
    assert cast(the, several, name="Xorbatistas") == {"organisation": WEIGHTS.parser_single_organisation}


def test_the_may_belong_to_a_noun_behind_the_name() -> None:
    the = token(0, "The", pos="DET", dep="det", head=2)
    name = token(1, "Xorba", entity="PERSON", dep="compound", head=2)
    assert cast(the, name, token(2, "family", pos="NOUN"), name="Xorba") == {"person": WEIGHTS.parser}


# Acronyms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("XAQ", True),
        ("X.A.Q.", True),
        ("XAQWER", True),
        ("XA", False),
        ("XAQWERT", False),
        ("Xaq", False),
        ("XA1", False),
        ("", False),
        ("X A Q", False),
    ],
)
def test_what_an_acronym_looks_like(text: str, expected: bool) -> None:
    assert is_acronym(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "The Free Orla Army (FOA) attacked.",
        "The FOA (Free Orla Army) attacked.",
        "The Free Orla Army [FOA] attacked. Later the FOA left.",
    ],
)
def test_an_acronym_is_what_its_bracket_says(text: str) -> None:
    found = labels(text)
    assert found["FOA"] == found["Free Orla Army"] == "organisation"


@pytest.mark.parametrize("text", ["Marta Lund (XAQ) won the race.", "Marta Lund (Norway) won the race."])
def test_a_person_with_a_bracket_stays_a_person(text: str) -> None:
    assert labels(text)["Marta Lund"] == "person"


@pytest.mark.parametrize("text", ["ELBA", "NIDA", "HUGO", "ALMA"])
def test_an_acronym_that_happens_to_be_a_small_town_is_a_body(text: str) -> None:
    assert gazetteer().places(text)
    assert cast(token(0, text), name=text) == {"organisation": WEIGHTS.acronym}
    there = token(1, text, head=0, dep="pobj")
    assert cast(token(0, "in", pos="ADP"), there, name=text) == {"organisation": WEIGHTS.acronym}
    assert cast(token(0, text), token(1, "residents"), name=text) == {"organisation": WEIGHTS.acronym}


@pytest.mark.parametrize("text", ["LIMA", "GOMA", "KENT"])
def test_a_large_town_in_capitals_is_rather_a_town(text: str) -> None:
    assert cast(token(0, text), name=text) == {"organisation": WEIGHTS.acronym, "place": WEIGHTS.large_city}


@pytest.mark.parametrize("text", ["UAE", "USA", "OMAN", "BARI"])
def test_an_acronym_of_a_country_or_province_is_no_body(text: str) -> None:
    assert cast(token(0, text), name=text) == {"place": WEIGHTS.country}


@pytest.mark.parametrize(
    ("text", "name", "letters"), [("ORA", "Oran", True), ("LIMA", "Lima", False), ("NYC", "New York City", False)]
)
def test_letters_are_a_town_by_its_own_name_or_its_initials(text: str, name: str, letters: bool) -> None:
    rows = gazetteer().places(text)
    assert rows[0].name == name
    assert are_letters(text, rows) is letters
    assert not are_letters(text, ())


def test_letters_have_no_town_in_a_text() -> None:
    assert names("They lived in ORA.")["ORA"].places == ()
    assert names("They lived in NYC.")["NYC"].places[0].name == "New York City"


def test_a_country_in_a_bracket_stays_a_country() -> None:
    assert labels("The Free Orla Army (Norway) attacked.")["Norway"] == "place"


@pytest.mark.parametrize("text", ["OSLO (Fjord News) Nobody left.", "They left PARIS (Water Bank) for good."])
def test_a_town_in_capitals_is_no_acronym_of_what_stands_behind_it(text: str) -> None:
    assert next(label for name, label in labels(text).items() if name in ("OSLO", "PARIS")) == "place"


# The document


def test_the_mean_of_all_mentions_counts() -> None:
    votes = votes_on(token(0, "Xorba", entity="PERSON"), token(1, "Xorba"), token(2, "Xorba"))
    for i in range(3):
        votes.cast(Run(first=i, last=i + 1), "Xorba")
    votes.close()
    assert votes.ballots["Xorba"]["person"] == pytest.approx(WEIGHTS.parser / 3)
    assert votes.label("Xorba") is None


def test_nothing_known_is_no_name() -> None:
    votes = votes_on(token(0, "Xorba"))
    votes.cast(Run(first=0, last=1), "Xorba")
    votes.close()
    assert votes.label("Xorba") is None
    assert votes.label("never seen") is None


def test_the_share_of_the_votes_is_the_score() -> None:
    votes = votes_on(token(0, "Xorba", entity="PERSON"), token(1, "Xorba", entity="GPE"), token(2, "Mr."))
    votes.cast(Run(first=0, last=1), "Xorba")
    votes.cast(Run(first=0, last=1), "Xorba")
    votes.cast(Run(first=1, last=2), "Xorba")
    votes.close()
    label, score = votes.label("Xorba") or ("", 0.0)
    assert label == "person"
    assert score == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Marta Lund left. Lund came back.", "Lund"),
        ("Minister Marta de la Orba left. De la Orba came back. They saw Orba.", "Orba"),
        ("Judge Marta Brek left. Marta came back with Brek.", "Marta"),
    ],
)
def test_parts_of_a_full_name_are_the_same_person(text: str, short: str) -> None:
    assert labels(text)[short] == "person"


def test_a_forename_outweighs_a_country() -> None:
    assert labels("Judge Chad Orba left. Nobody saw Chad.")["Chad"] == "person"
    assert labels("They left for Chad.")["Chad"] == "place"


# Titles


def test_the_span_of_a_title() -> None:
    tokens = (token(0, "Water"), token(1, "Minister"), token(2, "Xorba"))
    span = title_span(tokens, Run(first=2, last=3, title_first=0))
    assert span is not None
    assert (span.start, span.end) == (tokens[0].start, tokens[1].end)
    assert title_span(tokens, Run(first=2, last=3)) is None
    assert title_span(tokens, Run(first=2, last=3, title_first=2)) is None


ENTITIES = st.sampled_from(["PERSON", "ORG", "GPE", "NORP", "DATE", ""])


@given(st.lists(st.tuples(st.sampled_from(["Xorba", "Oslo", "Marta", "XAQ", "The"]), ENTITIES), min_size=1, max_size=8))
def test_scores_are_shares(parts: list[tuple[str, str]]) -> None:
    votes = votes_on(*(token(i, text, entity=entity) for i, (text, entity) in enumerate(parts)))
    for i, (text, _) in enumerate(parts):
        votes.cast(Run(first=i, last=i + 1), text)
    votes.close()
    for text, _ in parts:
        decided = votes.label(text)
        assert decided is None or (0 < decided[1] <= 1 and votes.ballots[text][decided[0]] >= MIN_VOTES)
