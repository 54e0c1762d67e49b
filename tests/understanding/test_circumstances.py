"""Times, places, weapons and how long ago, on invented sentences."""

from collections.abc import Callable
from datetime import date

import pytest

from dateline.record import Record
from dateline.understanding.acts.setting.circumstances import Circumstances, instruments
from dateline.understanding.acts.setting.contexts import themes
from dateline.understanding.factuality.timeline import story_day
from dateline.values import Event, Moment, Place

Told = Callable[..., Record]


def where(record: Record, word: str, kind: str = "ASSAULT") -> list[str]:
    token = next(token for token in record.annotation.tokens if token.text == word)
    facts = Circumstances(record).where(token, None, kind)
    return [fact.value.name for fact in facts if isinstance(fact.value, Place)]


def when(record: Record, word: str) -> str | None:
    token = next(token for token in record.annotation.tokens if token.text == word)
    fact = Circumstances(record).when(token, None)
    return fact.value.timex if fact is not None and isinstance(fact.value, Moment) else None


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Rebels attacked soldiers in Bergen.", ["Bergen"]),
        ("Rebels attacked soldiers in Bergen and Oslo.", ["Bergen", "Oslo"]),
        ("Rebels attacked soldiers in the town of Bergen.", ["Bergen"]),
        ("Rebels attacked a base near Bergen.", ["Bergen"]),
        ("Rebels attacked soldiers.", []),
        ("Rebels attacked soldiers, Ana Souza said in Oslo.", []),
        ("Rebels who live in Oslo attacked soldiers.", []),
    ],
)
def test_places_of_a_verb(told: Told, sentence: str, places: list[str]) -> None:
    assert where(told(sentence, upto="statements"), "attacked") == places


def test_places_where_it_came_out(told: Told) -> None:
    record = told("An outbreak of flu was reported in Oslo.", upto="statements")
    assert where(record, "outbreak", "OUTBREAK") == ["Oslo"]


def test_places_of_a_noun(told: Told) -> None:
    assert where(told("The bombing in Oslo was cruel.", upto="statements"), "bombing") == ["Oslo"]
    assert where(told("The Oslo bombing was cruel.", upto="statements"), "bombing") == ["Oslo"]


@pytest.mark.parametrize(
    ("sentence", "word", "timex"),
    [
        ("Rebels attacked soldiers on Monday.", "attacked", "2024-03-04"),
        ("Rebels attacked soldiers, police said on Monday.", "attacked", None),
        ("The attack on Monday was cruel.", "attack", "2024-03-04"),
        ("On Monday police condemned the attack.", "attack", None),
        ("Rebels tried on Monday to attack soldiers.", "attack", "2024-03-04"),
        ("On Monday Ana Lund criticised soldiers for attacking Oslo.", "attacking", None),
        ("The raid was in answer to Monday's attack.", "raid", None),
        ("The raid was in answer to Monday's attack.", "attack", "2024-03-04"),
    ],
)
def test_moments(told: Told, sentence: str, word: str, timex: str | None) -> None:
    assert when(told(sentence, upto="statements", published="2024-03-05"), word) == timex


def test_weapons_with_what_stands_before_them(told: Told) -> None:
    record = told("Rebels attacked soldiers with two car bombs and a rifle.", upto="places")
    token = next(token for token in record.annotation.tokens if token.text == "attacked")
    found = [(record.words(span), mode) for span, mode in instruments(record.annotation, token, None)]
    assert ("rifle", "firearms") in found
    assert any(words.endswith("car bombs") and mode == "explosives" for words, mode in found)


def test_weapons_of_another_clause_are_not_taken(told: Told) -> None:
    record = told("Rebels attacked soldiers, said a man who owned a rifle.", upto="places")
    token = next(token for token in record.annotation.tokens if token.text == "attacked")
    assert instruments(record.annotation, token, None) == []


def test_themes(told: Told) -> None:
    record = told("The court tried the general over the election.", upto="places")
    assert {"legal", "election"} <= set(themes(record.annotation, 0))
    assert themes(told("It rained.", upto="places").annotation, 0) == []


def test_the_story_day(told: Told) -> None:
    assert story_day(told("It rained.", published="2024-03-05")) == date(2024, 3, 5)
    assert story_day(told("It rained.")) is None


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Rebels attacked soldiers outside Bergen.", ["Bergen"]),
        ("Rebels attacked soldiers at a base in Bergen.", ["Bergen"]),
        ("In Bergen, rebels attacked soldiers.", ["Bergen"]),
        ("Rebels attacked soldiers in Bergen on Monday and left.", ["Bergen"]),
        ("Rebels attacked soldiers, who were born in Bergen.", []),
        ("Rebels from Bergen attacked soldiers.", []),
        ("Rebels attacked soldiers because of Bergen.", []),
        ("Rebels attacked soldiers before police met in Bergen.", []),
        ("Rebels attacked soldiers in the suburbs of Bergen.", ["Bergen"]),
        ("Rebels camped in Bergen and attacked soldiers.", ["Bergen"]),
        ("Leaders slept in Bergen and rebels attacked soldiers.", []),
    ],
)
def test_more_places_of_a_verb(told: Told, sentence: str, places: list[str]) -> None:
    assert where(told(sentence, upto="statements"), "attacked") == places


@pytest.mark.parametrize(
    ("sentence", "timex"),
    [
        ("Rebels attacked soldiers in March.", "2024-03"),
        ("On Monday, rebels attacked soldiers.", "2024-03-04"),
        ("Rebels attacked soldiers recently.", None),
        ("Rebels, who came on Monday, attacked soldiers.", None),
        ("Rebels attacked soldiers for nine days.", None),
        ("Rebels attacked soldiers.", None),
        ("Rebels entered the town on Monday and attacked soldiers.", "2024-03-04"),
    ],
)
def test_more_moments(told: Told, sentence: str, timex: str | None) -> None:
    assert when(told(sentence, upto="statements", published="2024-03-05"), "attacked") == timex


@pytest.mark.parametrize(
    ("sentence", "weapons"),
    [
        ("Rebels attacked soldiers with knives.", [("knives", "primitive")]),
        ("Rebels attacked soldiers with a drone.", [("drone", "drone")]),
        ("Rebels attacked soldiers with flowers.", []),
        ("Rebels attacked soldiers using rockets.", [("rockets", "heavy-weapons")]),
        ("Rebels attacked soldiers.", []),
    ],
)
def test_more_weapons(told: Told, sentence: str, weapons: list[tuple[str, str]]) -> None:
    record = told(sentence, upto="places")
    token = next(token for token in record.annotation.tokens if token.text == "attacked")
    assert [(record.words(s), mode) for s, mode in instruments(record.annotation, token, None)] == weapons


def test_themes_belong_to_their_sentence(told: Told) -> None:
    annotation = told("The court rose. It rained.", upto="places").annotation
    assert "legal" in themes(annotation, 0) and themes(annotation, 1) == []


def test_a_theme_is_named_once(told: Told) -> None:
    found = themes(told("The judge, the court and the jury met the judge.", upto="places").annotation, 0)
    assert len(found) == len(set(found)) and "legal" in found


def test_what_came_of_a_deed_has_its_place(told: Told) -> None:
    record = told("A bomb exploded in Bergen and two guards were killed.", upto="statements")
    assert where(record, "killed") == ["Bergen"]


@pytest.mark.parametrize(
    ("sentence", "word", "weapons"),
    [
        ("Rebels attacked the post with rocket launchers and rifle fire.", "attacked", ["rocket launchers", "rifle"]),
        ("Rebels set fire to a tank truck.", "set", []),
        ("Rebels attacked a helicopter.", "attacked", []),
        ("Rebels attacked the president of a hunting club.", "attacked", []),
        ("The attack, carried out with mortars, was cruel.", "attack", ["mortars"]),
        ("The soldiers died in a bomb attack.", "attack", ["bomb"]),
        ("A suicide bomber attacked the market.", "attacked", []),
    ],
)
def test_weapons_are_what_was_used(told: Told, sentence: str, word: str, weapons: list[str]) -> None:
    record = told(sentence, upto="statements")
    token = next(token for token in record.annotation.tokens if token.text == word)
    assert [record.words(span) for span, _ in instruments(record.annotation, token, None)] == weapons


@pytest.mark.parametrize(
    ("sentence", "kind", "dated"),
    [
        ("Twelve men were arrested after Saturday's attack on soldiers.", "COERCE", False),
        ("Norway condemned Saturday's attack on soldiers.", "ACCUSE", False),
        ("Twelve men were arrested on Saturday after the attack on soldiers.", "COERCE", True),
        ("Norway and Portugal met in Saturday's talks.", "CONSULT", True),
    ],
)
def test_the_day_of_another_deed_is_not_its_own(told: Told, sentence: str, kind: str, dated: bool) -> None:
    found = [fact.value for fact in told(sentence, upto="events").of("event") if isinstance(fact.value, Event)]
    assert [bool(event.when) for event in found if event.type == kind] == [dated]
