"""What tells a name's edges, its titles, and what it is a name of: word by word, from parsed sentences of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from conftest import article_of
from dateline.annotated import Annotation, Sentence, Token
from dateline.annotation.annotate import annotate, gazetteer
from dateline.annotation.body_marks import BodyMarks
from dateline.annotation.kinds import (
    is_before_thing,
    is_counted,
    is_model,
    is_quoted,
    is_team,
    kind_of,
)
from dateline.annotation.mention_marks import MentionMarks
from dateline.annotation.name_edges import Run, is_acronym
from dateline.annotation.name_words import name_words
from dateline.annotation.title_marks import TitleMarks
from dateline.annotation.whole_names import whole_names

WORDS = name_words("en")


def parsed(text: str) -> Annotation:
    return next(annotate([article_of(text)]))


def run_of(tokens: tuple[Token, ...], words: str, **told: bool) -> Run:
    """The run of these words, at their first place in the text."""
    texts = words.split()
    first = next(i for i in range(len(tokens)) if [t.text for t in tokens[i : i + len(texts)]] == texts)
    return Run(first=first, last=first + len(texts), organisation=told.get("organisation", False))


def here(text: str, words: str) -> tuple[tuple[Token, ...], Run]:
    tokens = parsed(text).tokens
    return tokens, run_of(tokens, words)


def plain(words: str, entities: str = "") -> tuple[Token, ...]:
    """Bare tokens in a row; `entities` has one label for each word, "-" for none, "=" for what goes on."""
    labels = entities.split() or ["-"] * len(words.split())
    found: list[Token] = []
    at = 0
    for i, (form, label) in enumerate(zip(words.split(), labels, strict=True)):
        before = found[-1].entity if found else ""
        space = not form.endswith("~")
        form = form.rstrip("~")
        found.append(
            Token(
                i=i,
                text=form,
                lemma=form.lower(),
                pos="PROPN" if form[0].isupper() else "NOUN",
                tag="NNP" if form[0].isupper() else "NN",
                dep="nsubj",
                head=i,
                start=at,
                end=at + len(form),
                sentence=0,
                block=0,
                entity="" if label == "-" else before if label == "=" else label,
                opens=label not in ("-", "="),
                surety=0.9,
                space=space,
            )
        )
        at += len(form) + space
    return tuple(found)


def titles(words: str, entities: str = "") -> TitleMarks:
    return TitleMarks(plain(words, entities), "en", gazetteer(), learnt=True)


def bodies(words: str, entities: str = "") -> BodyMarks:
    return BodyMarks(plain(words, entities), "en", gazetteer(), learnt=True)


def whole(tokens: tuple[Token, ...], role: str = "paragraph") -> Sentence:
    return Sentence(i=0, first=0, last=len(tokens), start=0, end=tokens[-1].end, block=0, role=role)  # type: ignore[arg-type]


# What a noun beside a name says


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The band Orlek played in Hull.", "Orlek", "organisation"),
        ("The newspaper Orlek was banned.", "Orlek", "organisation"),
        ("A firm called Orlek was sold.", "Orlek", "organisation"),
        ("The village Orlek was flooded.", "Orlek", "place"),
        ("The village of Orlek was flooded.", "Orlek", "place"),
        ("A town named Orlek was flooded.", "Orlek", "place"),
        ("The island of Orlek was flooded.", "Orlek", "place"),
        ("The film Orlek was banned.", "Orlek", "other"),
        ("The novel Orlek was banned.", "Orlek", "other"),
        ("A virus called Orlek was found.", "Orlek", "other"),
        ("Orlek is a village in the north.", "Orlek", "place"),
        ("Orlek is a Greek publisher of maps.", "Orlek", "organisation"),
        ("Orlek, a village in the north, was flooded.", "Orlek", "place"),
        ("Orlek, a band from Hull, played on.", "Orlek", "organisation"),
        ("Two villages such as Orlek were flooded.", "Orlek", "place"),
        ("He likes bands like Orlek.", "Orlek", "organisation"),
        ("Orlek was flooded.", "Orlek", None),
        ("Orlek met a band.", "Orlek", None),
        ("Orlek left the village.", "Orlek", None),
        ("The band of Orlek played on.", "Orlek", None),
        ("The river of Orlek rose.", "Orlek", "place"),
        ("The band met Orlek.", "Orlek", None),
        ("She read of the village. Orlek was flooded.", "Orlek", None),
        ("Orlek, who left the village, slept.", "Orlek", None),
    ],
)
def test_kinds(text: str, name: str, kind: str | None) -> None:
    tokens, run = here(text, name)
    assert kind_of(tokens, run, WORDS) == kind


@pytest.mark.parametrize(
    ("text", "name", "team"),
    [
        ("She played for Orlek in May.", "Orlek", True),
        ("He signed with Orlek in May.", "Orlek", True),
        ("He coached Orlek in May.", "Orlek", True),
        ("They lost to Orlek 3-1.", "Orlek", True),
        ("He voted for Orlek in May.", "Orlek", False),
        ("He met with Orlek in May.", "Orlek", False),
        ("He left Orlek in May.", "Orlek", False),
    ],
)
def test_teams(text: str, name: str, team: bool) -> None:
    tokens, run = here(text, name)
    assert is_team(tokens, run, WORDS) is team


@pytest.mark.parametrize(
    ("text", "name", "counted"),
    [
        ("They met two NGOs there.", "NGOs", True),
        ("He is a VIP in town.", "VIP", True),
        ("An NGO worker left.", "NGO", False),
        ("The NGO left.", "NGO", False),
        ("An Orlek left.", "Orlek", False),
        ("Two Orleks left.", "Orleks", False),
        ("NGOs left.", "NGOs", False),
    ],
)
def test_what_there_are_several_of(text: str, name: str, counted: bool) -> None:
    tokens, run = here(text, name)
    assert is_counted(tokens, run) is counted


@pytest.mark.parametrize(
    ("text", "name", "model"),
    [
        ("A Fokker 100 landed.", "Fokker", True),
        ("An Orlek 20 landed.", "Orlek", True),
        ("The Orlek 20 landed.", "Orlek", False),
        ("An Orlek landed.", "Orlek", False),
        ("An Orlek 1999 landed.", "Orlek", True),
        ("An Orlek man landed.", "Orlek", False),
    ],
)
def test_models_of_a_maker(text: str, name: str, model: bool) -> None:
    tokens, run = here(text, name)
    assert is_model(tokens, run) is model


@pytest.mark.parametrize(
    ("text", "name", "quoted"),
    [
        ('They sang "Orlek" twice.', "Orlek", True),
        ("They sang “Orlek” twice.", "Orlek", True),
        ('They sang "Orlek," and left.', "Orlek", True),
        ('They sang "Orlek is here" twice.', "Orlek", False),
        ("They sang Orlek twice.", "Orlek", False),
        ('He said: "Orlek left."', "Orlek", False),
    ],
)
def test_what_fills_its_quotation_marks(text: str, name: str, quoted: bool) -> None:
    tokens, run = here(text, name)
    assert is_quoted(tokens, run) is quoted


@pytest.mark.parametrize(
    ("text", "name", "thing"),
    [
        ("The Orlek festival began.", "Orlek", True),
        ("The Orlek treaty failed.", "Orlek", True),
        ("The Orlek mayor left.", "Orlek", False),
        ("The Orlek Festival began.", "Orlek", False),
        ("Orlek began a festival.", "Orlek", False),
    ],
)
def test_a_thing_of_that_name(text: str, name: str, thing: bool) -> None:
    tokens, run = here(text, name)
    assert is_before_thing(tokens, run, WORDS) is thing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ABC", True),
        ("A.B.C.", True),
        ("ABCDEF", True),
        ("AB", False),
        ("ABCDEFG", False),
        ("Abc", False),
        ("A1C", False),
    ],
)
def test_acronyms_among_names(text: str, expected: bool) -> None:
    assert is_acronym(text) is expected


# Edges


@pytest.mark.parametrize(
    ("words", "entities", "run", "expected"),
    [
        ("the 4th Rifle Regiment", "- - - -", (2, 4), (1, 4)),
        ("the 31st Bomber Wing", "- - - -", (2, 4), (1, 4)),
        ("the 2nd Lund match", "- - - -", (2, 3), (2, 3)),
        ("State Highway 12", "- - -", (0, 2), (0, 3)),
        ("Lund 12", "- -", (0, 1), (0, 1)),
        ("Orlek 12", "ORG =", (0, 1), (0, 2)),
        ("Orlek 12345", "ORG =", (0, 1), (0, 1)),
        ("the al - Orlek Brigades", "- - - - -", (3, 5), (1, 5)),
        ("the pre - Orlek years", "- - - - -", (3, 4), (3, 4)),
    ],
)
def test_what_belongs_to_a_name(words: str, entities: str, run: tuple[int, int], expected: tuple[int, int]) -> None:
    marks = bodies(words, entities)
    found = marks._widened(Run(first=run[0], last=run[1]), whole(tuple(marks.tokens)))
    assert (found.first, found.last) == expected


def test_a_dateline_keeps_its_edges() -> None:
    marks = bodies("the 4th Rifle Regiment")
    run = Run(first=2, last=4)
    assert marks._widened(run, whole(tuple(marks.tokens), "dateline")) == run
    assert marks._widened(replace(run, country="NOR"), whole(tuple(marks.tokens))).first == 2


@pytest.mark.parametrize(
    ("words", "entities", "second"),
    [
        ("Tan Wei~ -~ lin", "PERSON = = =", True),
        ("Tan Wei~ -~ qxz", "PERSON = - -", True),
        ("Tan Wei~ -~ house", "PERSON = - -", False),
        ("Tan Wei - lin", "PERSON = = =", False),
        ("Tan Wei~ -~ Lin", "PERSON = = =", False),
        ("Orlek Wei~ -~ qxz", "ORG = - -", False),
    ],
)
def test_the_second_half_of_a_given_name(words: str, entities: str, second: bool) -> None:
    marks = bodies(words, entities)
    assert marks._is_second_half(2, whole(tuple(marks.tokens))) is second


# Titles


@pytest.mark.parametrize(
    ("words", "entities", "head"),
    [
        ("Mayor Ana Lund", "- PERSON =", 0),
        ("Prime Minister Ana Lund", "- - PERSON =", 1),
        ("Ana Lund", "PERSON =", None),
        ("Ana Judge", "PERSON =", None),
        ("Judge", "-", 0),
        ("Dr. Ana Lund", "- PERSON =", 0),
        ("Colonel Don Lund", "- PERSON =", 0),
    ],
)
def test_the_word_that_a_title_ends_with(words: str, entities: str, head: int | None) -> None:
    assert titles(words, entities)._title_head(0, len(words.split())) == head


@pytest.mark.parametrize(
    ("words", "head", "begin"),
    [("Prime Minister Lund", 1, 0), ("Mayor Lund", 0, 0), ("the Deputy Prime Minister Lund", 3, 1), ("Dr. Lund", 0, 0)],
)
def test_where_a_title_begins(words: str, head: int, begin: int) -> None:
    assert titles(words)._title_begin(head) == begin


@pytest.mark.parametrize(
    ("words", "entities", "described"),
    [
        ("Survivor Ana Lund", "- PERSON =", True),
        ("Ana Maria Lund", "PERSON = =", False),
        ("Ana Lund", "PERSON =", False),
        ("Survivor Orlek Brek", "- PERSON =", False),
    ],
)
def test_an_ordinary_word_before_a_name(words: str, entities: str, described: bool) -> None:
    assert titles(words, entities)._is_described(0, len(words.split())) is described


def test_a_title_in_small_letters_before_a_name() -> None:
    assert titles("the rebel commander Ana Lund")._title_before(3) is not None
    assert titles("the green house Ana Lund")._title_before(3) is None
    assert titles("Ana Lund")._title_before(0) is None


# Bodies, places and things


@pytest.mark.parametrize(
    ("words", "entities", "body"),
    [
        ("Orlek Council", "- -", True),
        ("Council of Orlek", "- - -", True),
        ("Banco do Orlek", "- - -", True),
        ("Orlek & Sons", "- - -", True),
        ("Orlek Weekly", "- -", True),
        ("Ana Weekly", "PERSON =", False),
        ("Orlek Prison", "- -", True),
        ("Lund City Hall", "- - -", True),
        ("Ana Lund", "PERSON =", False),
        ("Council", "-", False),
        ("District Judge Ana Lund", "- - PERSON =", False),
    ],
)
def test_a_noun_makes_a_body(words: str, entities: str, body: bool) -> None:
    assert bodies(words, entities)._is_body(0, len(words.split())) is body


@pytest.mark.parametrize(
    ("words", "entities", "thing"),
    [
        ("Orlek Prize", "- -", True),
        ("Operation Orlek", "- -", True),
        ("Hurricane Orlek", "- -", True),
        ("Orlek Peace Treaty", "- - -", True),
        ("Ana Battle", "PERSON =", False),
        ("Prize", "-", False),
        ("Orlek Council", "- -", False),
    ],
)
def test_a_noun_makes_a_thing(words: str, entities: str, thing: bool) -> None:
    assert bodies(words, entities)._is_thing(0, len(words.split())) is thing


@pytest.mark.parametrize(
    ("words", "organisation", "geographic"),
    [
        ("Orlek Council", True, False),
        ("Orlek River", False, True),
        ("Mount Orlek", False, True),
        ("Lund City Hall", False, True),
        ("Orlek Prison", False, True),
        ("Health Department", True, False),
        ("Orlek Weekly", True, False),
    ],
)
def test_a_body_or_a_place(words: str, organisation: bool, geographic: bool) -> None:
    (run,) = bodies(words)._body(0, len(words.split()))
    assert (run.organisation, run.geographic) == (organisation, geographic)


def test_an_adjective_of_a_country_is_a_name_of_its_own() -> None:
    first, rest = bodies("Norwegian Water Council")._body(0, 3)
    assert (first.country, first.first, first.last, rest.first, rest.organisation) == ("NOR", 0, 1, 1, True)
    first, rest = bodies("South African Water Council")._body(0, 4)
    assert (first.country, first.last, rest.first) == ("ZAF", 2, 2)


def test_a_resolution_is_named_after_its_body() -> None:
    (run,) = bodies("Orlek Council Resolution")._thing(0, 3)
    assert (run.last, run.organisation) == (2, True)
    (run,) = bodies("Orlek Prize")._thing(0, 2)
    assert run.thing


# The words around one mention


@pytest.mark.parametrize(
    ("text", "name", "test", "expected"),
    [
        ("The Orlek closed.", "Orlek", "is_articled", True),
        ("The Orlek family left.", "Orlek", "is_articled", False),
        ("Orlek closed.", "Orlek", "is_articled", False),
        ("Dermatologists disagree.", "Dermatologists", "owes_capital", True),
        ("They met Dermatologists there.", "Dermatologists", "owes_capital", False),
        ("Yesterday Orlek Ferry were beaten.", "Orlek Ferry", "acts_as_many", True),
        ("Yesterday Ana and Orlek were beaten.", "Orlek", "acts_as_many", False),
        ("Yesterday Orlek was beaten.", "Orlek", "acts_as_many", False),
        ("They met an Orlek there.", "Orlek", "is_one_of_many", True),
        ("They met an Orlek aide there.", "Orlek", "is_one_of_many", False),
        ("They met Orlek there.", "Orlek", "is_one_of_many", False),
        ("Orlek residents left.", "Orlek", "is_home", True),
        ("Orlek firefighters left.", "Orlek", "is_home", True),
        ("Orlek left.", "Orlek", "is_home", False),
        ("Ana Lund left.", "Ana Lund", "begins_with_given_name", True),
        ("Ana left.", "Ana", "begins_with_given_name", False),
        ("Orlek Lund left.", "Orlek Lund", "begins_with_given_name", False),
        ("The Orlek river rose.", "Orlek", "before_geographic_noun", True),
        ("The Orlek River rose.", "Orlek", "before_geographic_noun", False),
        ("The Orlek mayor left.", "Orlek", "before_geographic_noun", False),
        ("Orlek, the former water minister, left.", "Orlek", "before_title", True),
        ("Orlek, a judge, left.", "Orlek", "before_title", True),
        ("Orlek, a green house, fell.", "Orlek", "before_title", False),
        ("Orlek met a judge.", "Orlek", "before_title", False),
        ("They live in Orlek now.", "Orlek", "after_preposition", True),
        ("It is far from Oslo to Orlek.", "Orlek", "after_preposition", True),
        ("They spoke of Orlek.", "Orlek", "after_preposition", False),
        ("Orlek left.", "Orlek", "after_preposition", False),
    ],
)
def test_around_a_mention(text: str, name: str, test: str, expected: bool) -> None:
    tokens, run = here(text, name)
    assert getattr(MentionMarks(tokens, WORDS), test)(run) is expected


def test_a_foundation_is_nobody_with_a_given_name() -> None:
    tokens = parsed("The Ana Lund Foundation met.").tokens
    marks = MentionMarks(tokens, WORDS)
    assert not marks.begins_with_given_name(run_of(tokens, "Ana Lund Foundation", organisation=True))


# Names that the whole article shows


def grown(text: str, *names: str) -> list[str]:
    """These names as the article writes them throughout; each is looked for once."""
    tokens = parsed(text).tokens
    runs = [run_of(tokens, name) for name in names]
    found = whole_names(tokens, runs, WORDS, gazetteer())
    return ["".join(t.text + (" " if t.space else "") for t in tokens[r.first : r.last]).strip() for r in found]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("He told The Orlek Herald so.", "Orlek Herald", "The Orlek Herald"),
        ("He told the Orlek Herald so.", "Orlek Herald", "Orlek Herald"),
        ("The Orlek Herald said so.", "Orlek Herald", "Orlek Herald"),
        ("He left The Gambia.", "Gambia", "Gambia"),
        ("He ate at Orlek's on Monday.", "Orlek", "Orlek's"),
        ("Orlek's said that profits rose.", "Orlek", "Orlek's"),
        ("Orlek's house burned.", "Orlek", "Orlek"),
        ("A friend of Orlek's left.", "Orlek", "Orlek"),
        ("Ana's closed.", "Ana", "Ana"),
        ("Norway's closed.", "Norway", "Norway"),
    ],
)
def test_an_article_or_a_possessive_that_is_the_names_own(text: str, name: str, expected: str) -> None:
    assert grown(text, name) == [expected]


@given(st.lists(st.sampled_from(["The", "Orlek", "'s", "band", "Ana", ",", "3", "-", "1", '"', "is", "a"]), max_size=9))
@settings(max_examples=8, deadline=None)
def test_any_words_beside_any_name(words: list[str]) -> None:
    tokens = parsed(" ".join([*words, "Orlek", *words])).tokens
    for token in tokens:
        run = Run(first=token.i, last=token.i + 1)
        marks = MentionMarks(tokens, WORDS)
        kind_of(tokens, run, WORDS)
        for each in (is_counted, is_model, is_quoted):
            assert isinstance(each(tokens, run), bool)
        assert isinstance(marks.is_home(run) or marks.before_title(run) or marks.after_preposition(run), bool)
