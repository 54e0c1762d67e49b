"""Which words tell of an event, and which only look like it."""

from collections.abc import Callable

import pytest

from dateline.languages import load
from dateline.record import Record
from dateline.understanding.acts.wording.triggers import Match, fits, matches

Told = Callable[..., Record]


@pytest.fixture
def found(told: Told) -> Callable[[str, str], list[Match]]:
    """The matches at the first token with this text."""

    def find(text: str, word: str) -> list[Match]:
        annotation = told(text, upto="places").annotation
        token = next(token for token in annotation.tokens if token.text == word)
        return list(matches(annotation, token))

    return find


Found = Callable[[str, str], list[Match]]


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        ("Rebels attacked the town.", "attacked", "ASSAULT"),
        ("Rebels opened fire on the police.", "opened", "ASSAULT"),
        ("The army cracked down on the protesters.", "cracked", "ASSAULT"),
        ("Norway signed a peace treaty with Portugal.", "signed", "AGREE"),
        ("Norway signed a series of agreements with Portugal.", "signed", "SUPPORT"),
        ("A peace treaty was signed on Monday.", "signed", "AGREE"),
        ("Norway lifted the curfew.", "lifted", "RETREAT"),
        ("Norway declared a state of emergency.", "declared", "COERCE"),
        ("Norway gave $2 million in aid to Portugal.", "gave", "AID"),
        ("The rebels held a hunger strike.", "strike", "PROTEST"),
        ("Soldiers began an air strike on the town.", "strike", "ASSAULT"),
        ("Teachers began a strike.", "strike", "PROTEST"),
        ("Rebels launched an attack on the town.", "attack", "ASSAULT"),
    ],
)
def test_the_first_reading(found: Found, sentence: str, word: str, kind: str) -> None:
    kinds = [match.row.type for match in found(sentence, word)]
    assert kind in kinds


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("He had a heart attack.", "attack"),
        ("He had an attack of asthma.", "attack"),
        ("She shot a film.", "shot"),
        ("The attack helicopter landed.", "attack"),
        ("He lifted the box.", "lifted"),
        ("He signed the shirt.", "signed"),
    ],
)
def test_another_sense(found: Found, sentence: str, word: str) -> None:
    assert found(sentence, word) == []


def test_a_date_is_nobody_to_call_on(found: Found) -> None:
    kinds = {match.row.type for match in found("Ana Souza called Henrik Dahl on Monday.", "called")}
    assert "REQUEST" not in kinds


def test_the_most_demanding_wording_comes_first() -> None:
    for patterns in load("en").lexicon.verbs.values():
        demands = [len(pattern.rest) + bool(pattern.row.objects) for pattern in patterns]
        assert demands == sorted(demands, reverse=True)


def test_a_match_keeps_the_object_and_preposition_it_asked_for(found: Found) -> None:
    match = found("Norway imposed sanctions on Portugal.", "imposed")[0]
    assert match.object is not None and match.object.text == "sanctions"
    match = found("The army cracked down on the protesters.", "cracked")[0]
    assert match.preposition == "on"


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Ana Souza asked whether Henrik Dahl left.", "asked"),
        ("Ana Souza asked about the war.", "asked"),
        ("Ana Souza asked what happened.", "asked"),
        ("Ana Souza hails from Oslo.", "hails"),
    ],
)
def test_little_words_that_turn_the_sense(found: Found, sentence: str, word: str) -> None:
    assert found(sentence, word) == []


@pytest.mark.parametrize(
    "sentence",
    ["Ana Souza asked soldiers to leave.", "Ana Souza asked for help.", "Ana Souza asked that the soldiers leave."],
)
def test_without_them_it_is_the_trigger(found: Found, sentence: str) -> None:
    assert {match.row.type for match in found(sentence, "asked")} == {"REQUEST"}


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Norway was at the Lisbon Peace Conference.", "Conference"),
        ("Norway spoke at the World Builder's Conference.", "Conference"),
        ("Norway was at the Battle of Bergen.", "Battle"),
        ("He read the Great Train Robbery.", "Robbery"),
    ],
)
def test_a_capital_is_a_name(found: Found, sentence: str, word: str) -> None:
    assert found(sentence, word) == []


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Attacks on soldiers go on.", "Attacks"),
        ("“Attacks on soldiers go on,” he said.", "Attacks"),
        ("He said: Attacks on soldiers go on.", "Attacks"),
        ("The attacks on soldiers go on.", "attacks"),
    ],
)
def test_a_capital_that_opens_is_none(found: Found, sentence: str, word: str) -> None:
    assert found(sentence, word)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("A bomb went off.", "went"),
        ("Rebels exploded a bomb.", "exploded"),
        ("A device that rebels planted exploded.", "exploded"),
    ],
)
def test_subjects_that_a_trigger_asks_for(found: Found, sentence: str, word: str) -> None:
    assert {match.row.type for match in found(sentence, word)} == {"ASSAULT"}


@pytest.mark.parametrize(
    ("sentence", "word"),
    [("The light went off.", "went"), ("Prices exploded.", "exploded"), ("The lake exploded with colour.", "exploded")],
)
def test_subjects_that_a_trigger_does_not_ask_for(found: Found, sentence: str, word: str) -> None:
    assert found(sentence, word) == []


@pytest.mark.parametrize(
    ("sentence", "wanted", "yes"),
    [
        ("He signed a treaty.", ("treaty",), True),
        ("He signed a series of treaties.", ("treaty",), True),
        ("He signed two of the treaties.", ("treaty",), True),
        ("He signed a peace treaty.", ("peace treaty",), True),
        ("He signed a trade treaty.", ("peace treaty",), False),
        ("He signed a book of treaties.", ("treaty",), False),
        ("He signed a letter.", ("treaty",), False),
        ("He signed a letter.", (), False),
    ],
)
def test_what_an_object_counts(told: Told, sentence: str, wanted: tuple[str, ...], yes: bool) -> None:
    annotation = told(sentence, upto="places").annotation
    noun = next(token for token in annotation.tokens if token.dep == "dobj")
    assert fits(annotation, noun, wanted) is yes


def test_an_adjective_or_a_pronoun_triggers_nothing(told: Told) -> None:
    annotation = told("The violent and warlike ones are theirs.", upto="places").annotation
    assert [match for token in annotation.tokens for match in matches(annotation, token)] == []


def test_every_wording_is_found_by_its_head_word() -> None:
    patterns = load("en").lexicon
    for row in load("en").lexicon.rows:
        for wording in row.verbs:
            head, *rest = wording.split()
            assert any(p.row == row and p.rest == tuple(rest) for p in patterns.verbs[head])
        for wording in row.nouns:
            *rest, head = wording.split()
            assert any(p.row == row and p.rest == tuple(rest) for p in patterns.nouns[head])


def test_no_trigger_forbids_what_it_asks_for() -> None:
    for row in load("en").lexicon.rows:
        assert not set(row.objects) & set(row.unless), row.type
        assert not set(row.subjects) & set(row.unless), row.type
        rest = {word for wording in row.verbs for word in wording.split()[1:]}
        assert not rest & set(row.apart), row.type


def test_a_name_that_opens_with_the_noun_is_the_subject(found: Found) -> None:
    assert "DISASTER" in [match.row.type for match in found("Hurricane Zelda hit Cuba on Monday.", "hit")]
    assert "DISASTER" not in [match.row.type for match in found("Ana Zelda hit Cuba on Monday.", "hit")]
