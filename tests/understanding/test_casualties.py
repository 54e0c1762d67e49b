"""Counts of people whom harm befell."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Fact
from dateline.record import Record
from dateline.values import Casualties, Event, Person, Statement

Told = Callable[..., Record]


def counts(record: Record) -> list[tuple[str, int | None, int | None, str | None]]:
    return [(v.effect, v.low, v.high, v.group) for v in map(value_of, record.of("casualties"))]


def value_of(fact: Fact) -> Casualties:
    assert isinstance(fact.value, Casualties)
    return fact.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine police officers were killed in Braga.", [("killed", 9, 9, "police officers")]),
        ("The blast killed three soldiers.", [("killed", 3, 3, "soldiers")]),
        ("Twelve miners died in the fire.", [("killed", 12, 12, "miners")]),
        ("A soldier was killed near Porto.", [("killed", 1, 1, "soldier")]),
        ("17 killed, 40 injured as bus overturns", [("killed", 17, 17, "people"), ("wounded", 40, 40, "people")]),
        ("The bombing left 12 people dead.", [("killed", 12, 12, "people")]),
        ("The flood claimed the lives of 40 people.", [("killed", 40, 40, "people")]),
        ("Eleven sailors lost their lives.", [("killed", 11, 11, "sailors")]),
        ("The death toll rose to 35 on Monday.", [("killed", 35, 35, "people")]),
        ("The death toll rose from 12 to 35 on Monday.", [("killed", 35, 35, "people")]),
        ("The bodies of three men were found in a ditch.", [("killed", 3, 3, "men")]),
        ("Three sailors are missing.", [("missing", 3, 3, "sailors")]),
        ("All 12 passengers escaped unhurt.", [("unharmed", 12, 12, "passengers")]),
        ("Police detained more than 100 protesters.", [("detained", 101, None, "protesters")]),
        ("Gunmen kidnapped two engineers.", [("abducted", 2, 2, "engineers")]),
        ("The kidnappers freed two of the hostages.", [("freed", 2, 2, "hostages")]),
        ("Some 3,000 people were displaced by the storm.", [("displaced", 2700, 3300, "people")]),
        ("Hundreds fled their homes.", [("displaced", 200, 999, "people")]),
        ("Dozens of rebels were killed.", [("killed", 24, 99, "rebels")]),
        ("Policemen were wounded in the riot.", [("wounded", 2, None, "Policemen")]),
        ("Two children were stabbed to death.", [("killed", 2, 2, "children")]),
        ("The militia took five nuns hostage.", [("abducted", 5, 5, "nuns")]),
        ("The raid left 67 dead and 300 wounded.", [("killed", 67, 67, "people"), ("wounded", 300, 300, "people")]),
        ("The slaying of seven more demonstrators shocked Lisbon.", [("killed", 7, 7, "demonstrators")]),
        ("The 23-year-old man was killed.", [("killed", 1, 1, "man")]),
    ],
)
def test_patterns(told: Told, text: str, expected: list[tuple[str, int | None, int | None, str]]) -> None:
    assert counts(told(text, upto="casualties")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The senate killed the bill.",
        "The company released a report.",
        "Rebels threatened to kill five hostages.",
        "The bomb could kill people.",
        "Rebels demanded that five hostages be killed.",
        "Three ministers will die of shame if the vote fails.",
        "If two soldiers die, the talks will end.",
        "Accidents kill 3,000 people every year.",
        "The number of people killed is unknown.",
        "Did the storm kill five people?",
        "The wounded were taken to hospital.",
        "Two soldiers were almost killed.",
        "The 1992 attacks killed the deal.",
        "Two men were sentenced to death.",
        "The crew left without losing their lives.",
        "Gunmen tried to kill two judges.",
    ],
)
def test_no_count(told: Told, text: str) -> None:
    assert counts(told(text, upto="casualties")) == []


def test_others_take_the_noun_before(told: Told) -> None:
    record = told("Nine police officers were killed and 12 others have been wounded.", upto="casualties")
    assert counts(record)[1] == ("wounded", 12, 12, "police officers")


def test_a_lost_subject_is_found_before_its_verb(told: Told) -> None:
    text = "Nine nurses were killed as a result of the militants' raids and 12 others have been wounded."
    assert counts(told(text, upto="casualties"))[1:] == [("wounded", 12, 12, "nurses")]


def test_more_take_the_noun_before(told: Told) -> None:
    record = told("The blast killed three soldiers, wounding at least five more.", upto="casualties")
    assert counts(record)[1] == ("wounded", 5, None, "soldiers")


def test_others_after_a_name_are_people(told: Told) -> None:
    record = told("Maria Lopez was killed and three others were wounded.", upto="casualties")
    assert counts(record)[1] == ("wounded", 3, 3, "people")


def test_a_named_victim(told: Told) -> None:
    record = told("Gunmen killed Maria Lopez in Porto.", upto="casualties")
    (fact,) = record.of("casualties")
    (victim,) = value_of(fact).victims
    person = record.get(victim)
    assert person is not None and isinstance(person.value, Person) and person.value.name == "Maria Lopez"
    assert (value_of(fact).low, value_of(fact).high, value_of(fact).best) == (1, 1, 1)


def test_part_of_a_count(told: Told) -> None:
    record = told("Twenty-three people, including seven children, died in the fire.", upto="casualties")
    whole, part = record.of("casualties")
    assert value_of(part).part_of == whole.id and value_of(whole).part_of is None
    assert (value_of(part).low, value_of(part).group) == (7, "children")


def test_among_them_is_part_of_a_count(told: Told) -> None:
    record = told("At least six people, among them two children, were killed.", upto="casualties")
    whole, part = record.of("casualties")
    assert (value_of(part).part_of, value_of(part).low) == (whole.id, 2)


def test_counts_that_add_up_are_parts(told: Told) -> None:
    record = told("Police arrested 12 people, seven women and five men, in Porto.", upto="casualties")
    whole, *parts = record.of("casualties")
    assert [(value_of(part).part_of, value_of(part).best) for part in parts] == [(whole.id, 7), (whole.id, 5)]


def test_counts_that_do_not_add_up_stand_alone(told: Told) -> None:
    record = told("The blast killed two guards and five women.", upto="casualties")
    assert [value_of(fact).part_of for fact in record.of("casualties")] == [None, None]


@pytest.mark.parametrize(
    "text", ["Neither the guard nor the driver was hurt.", "The guard was not hurt. The driver was not injured."]
)
def test_who_was_not_hurt_is_unharmed(told: Told, text: str) -> None:
    record = told(text, upto="casualties")
    assert counts(record) == [("unharmed", 1, 1, "guard"), ("unharmed", 1, 1, "driver")]
    assert {fact.status for fact in record.of("casualties")} == {"asserted"}


def test_the_attack_is_a_better_event_than_the_death(told: Told) -> None:
    record = told("At least 25 soldiers died in an attack on a barracks.", upto="casualties")
    (fact,) = record.of("casualties")
    event = record.get(value_of(fact).event)
    assert event is not None and isinstance(event.value, Event) and event.value.type == "ASSAULT"


def test_the_relation_beside_a_name_is_that_person(told: Told) -> None:
    record = told("Gunmen shot dead the mayor's wife, Maria Lopez, on Friday.", upto="casualties")
    for fact in record.of("casualties"):
        assert [value_of(fact).low, value_of(fact).high] == [1, 1]


def test_nobody_is_a_count_of_none(told: Told) -> None:
    (fact,) = told("No one was injured in the crash.", upto="casualties").of("casualties")
    assert (value_of(fact).low, value_of(fact).high, fact.status) == (0, 0, "asserted")


@pytest.mark.parametrize(
    ("text", "low", "high", "status"),
    [
        ("The bomb could kill thousands of people.", 2_000, 9_999, "possible"),
        ("The storm could kill up to 30 people.", None, 30, "possible"),
        ("Officials fear that 20 miners are dead.", 20, 20, "possible"),
        ("Five sailors may have been killed in the collision.", 5, 5, "possible"),
        ("The army denied that five guards had been killed.", 5, 5, "denied"),
        ("The army rejected claims that five guards had been killed.", 5, 5, "denied"),
        ("Nobody was hurt in the raid.", 0, 0, "asserted"),
        ("Henrik Dahl was accused of killing two guards.", 2, 2, "asserted"),
        ("Rebels managed to kill two guards.", 2, 2, "asserted"),
        ("Soldiers marched to protest the killing of two guards.", 2, 2, "asserted"),
    ],
)
def test_status(told: Told, text: str, low: int | None, high: int | None, status: str) -> None:
    (fact,) = told(text, upto="casualties").of("casualties")
    assert (value_of(fact).low, value_of(fact).high, fact.status) == (low, high, status)


def test_denied(told: Told) -> None:
    (fact,) = told("Two sailors were not killed in the collision.", upto="casualties").of("casualties")
    assert fact.status == "denied"


def test_feared_is_possible(told: Told) -> None:
    (fact,) = told("At least four people are feared dead.", upto="casualties").of("casualties")
    assert fact.status == "possible" and fact.confidence < 0.8


def test_told_twice_is_one_claim(told: Told) -> None:
    record = told("Nine guards were killed in Porto.\nThe raid killed nine guards, police said.", upto="casualties")
    (fact,) = record.of("casualties")
    assert len(fact.spans) == 4


def test_two_numbers_are_two_claims(told: Told) -> None:
    record = told("Nine guards were killed in Porto.\nThe raid killed ten guards, police said.", upto="casualties")
    assert [low for _, low, _, _ in counts(record)] == [9, 10]


def test_the_event(told: Told) -> None:
    record = told("Rebels attacked a barracks and killed nine guards.", upto="casualties")
    (fact,) = record.of("casualties")
    event = record.get(value_of(fact).event)
    assert event is not None and event.kind == "event" and fact.reason is None


def test_without_an_event_there_is_a_reason(told: Told) -> None:
    record = told("Three sailors are missing.", upto="casualties")
    (fact,) = record.of("casualties")
    assert value_of(fact).event is None and fact.reason


def test_said_by(told: Told) -> None:
    record = told("Nine guards were killed in the raid, the interior ministry said.", upto="casualties")
    (fact,) = record.of("casualties")
    statement = record.get(fact.said_by)
    assert statement is not None and isinstance(statement.value, Statement)


def test_evidence_is_the_phrase_and_the_harm(told: Told) -> None:
    record = told("Nine guards were killed in Porto.", upto="casualties")
    (fact,) = record.of("casualties")
    assert [record.words(span) for span in fact.spans] == ["Nine guards", "killed"]


def test_years_count_nobody(told: Told) -> None:
    record = told("In 1992 and 1995 the rebels killed 12 people.", upto="casualties")
    assert [high for _, _, high, _ in counts(record)] == [12]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least six persons were killed and several injured when a bomb exploded.",
            [("killed", 6, None, "persons"), ("wounded", 3, 9, "people")],
        ),
        ("One of the gunmen who was wounded fled.", [("wounded", 1, 1, "gunmen")]),
        ("Every passenger died.", [("killed", 2, None, "passenger")]),
        ("The crew of five drowned.", [("killed", 5, 5, "crew")]),
        ("The toll now stands at more than 300.", [("killed", 301, None, "people")]),
        ("The mayor's brother-in-law was kidnapped.", [("abducted", 1, 1, "brother-in-law")]),
        ("Two passers-by were wounded.", [("wounded", 2, 2, "passers-by")]),
        ("Police arrested 40 people in a weekend raid.", [("detained", 40, 40, "people")]),
        ("A year later nine guards were killed.", [("killed", 9, 9, "guards")]),
        ("The judge is believed to have been killed.", [("killed", 1, 1, "judge")]),
        ("“Nine guards were killed,” the mayor said.", [("killed", 9, 9, "guards")]),
        (
            "Police found the bodies of two women and a boy.",
            [("killed", 2, 2, "women"), ("killed", 1, 1, "boy")],
        ),
        ("Nine guards died. No nurse was hurt.", [("killed", 9, 9, "guards"), ("wounded", 0, 0, "nurse")]),
    ],
)
def test_more_patterns(told: Told, text: str, expected: list[tuple[str, int | None, int | None, str]]) -> None:
    assert counts(told(text, upto="casualties")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The mayor was linked to the deaths.",
        "The mayor was connected to the death.",
        "There will not be any more thefts, fires or murders of judges.",
        "Nine hyphens - were killed.",
        "The list was killed.",
        "Guards release a statement every day.",
        "The film about three murdered cities won a prize.",
    ],
)
def test_nobody_was_harmed(told: Told, text: str) -> None:
    assert counts(told(text, upto="casualties")) == []


def test_a_hyphen_that_the_parser_takes_for_a_noun(told: Told) -> None:
    record = told("The company has released several re-designs of its toys.", upto="casualties")
    assert counts(record) == [] and record.findings == []


def test_both_are_the_two_told_of_before(told: Told) -> None:
    record = told("Two nuns were kidnapped on Monday. Both were kidnapped by rebels.", upto="casualties")
    (fact,) = record.of("casualties")
    assert [record.words(span) for span in fact.spans] == ["Two nuns", "kidnapped", "Both", "kidnapped"]


def test_both_after_another_harm_is_a_new_count(told: Told) -> None:
    record = told("Two nuns were kidnapped. Both were killed.", upto="casualties")
    assert counts(record) == [("abducted", 2, 2, "nuns"), ("killed", 2, 2, "nuns")]


def test_the_victim_is_whoever_was_told_of(told: Told) -> None:
    record = told("A nurse was killed in Porto. The victim was killed at noon.", upto="casualties")
    (fact,) = record.of("casualties")
    assert [record.words(span) for span in fact.spans] == ["nurse", "killed", "victim", "killed"]


def test_a_victim_with_another_fate_is_told_anew(told: Told) -> None:
    record = told("A nurse was wounded in Porto. The victim died.", upto="casualties")
    assert [effect for effect, _, _, _ in counts(record)] == ["wounded", "killed"]


def test_the_title_recalls_its_bearer(told: Told) -> None:
    record = told("Governor Maria Lopez was killed in Porto. The governor was killed at noon.", upto="casualties")
    assert len(record.of("casualties")) == 1


def test_another_victim_is_no_recall(told: Told) -> None:
    record = told("Governor Maria Lopez was killed in Porto. A judge was killed at noon.", upto="casualties")
    assert len(record.of("casualties")) == 2


def test_capitals_are_counted_alike(told: Told) -> None:
    text = "Nine guards were killed and 12 others were wounded in Porto, police said."
    plain, loud = (counts(told(copy, upto="casualties")) for copy in (text, text.upper()))
    assert [row[:3] for row in loud] == [row[:3] for row in plain] == [("killed", 9, 9), ("wounded", 12, 12)]


def test_a_count_inside_a_nested_clause(told: Told) -> None:
    text = "The minister, who said that the blast which killed nine guards was an accident, resigned."
    assert counts(told(text, upto="casualties")) == [("killed", 9, 9, "guards")]


VOCABULARY = (
    "killed wounding dead toll of the 12 nine dozens people soldiers others more including rose to were was not "
    "no one who and , . could missing hostage lives lost their bodies Maria Lopez a"
)
WORDS = st.lists(
    st.sampled_from(VOCABULARY.split()),
    min_size=1,
    max_size=16,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS)
def test_any_words_are_read(told: Told, words: list[str]) -> None:
    record = told(" ".join(words), upto="casualties")
    assert not [finding for finding in record.findings if finding.check == "casualties"]
    for fact in record.of("casualties"):
        value = value_of(fact)
        assert value.low is None or value.high is None or value.low <= value.high
