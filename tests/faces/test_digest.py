"""The wording of facts: dates, numbers, quotations, and who comes first."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_story import Story, story

from dateline.faces.digest import digest, title
from dateline.faces.digest.dates import duration, written
from dateline.faces.digest.happenings import casualties
from dateline.faces.digest.wording import bounds, country, quoted, sectors, shortened
from dateline.model import Article, Block, Fact, Source
from dateline.reader import read
from dateline.record import Record
from dateline.values import Casualties, Event, Moment, Organisation, Person, Place, Quantity, Role, Span, Statement


def _date(earliest: str | None, latest: str | None, precision: str = "day", **rest: str) -> Moment:
    return Moment(type="DATE", earliest=earliest, latest=latest, precision=precision, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (_date("2015-09-14", "2015-09-14"), "14 Sep 2015"),
        (_date("2015-09-05", "2015-09-07"), "5 Sep to 7 Sep 2015"),
        (_date("1992-01-01", "1995-12-31", "year"), "1992 to 1995"),
        (_date("2014-01-01", "2014-12-31", "year", mod="START"), "early 2014"),
        (_date("1997-06-01", "1997-06-30", "month"), "Jun 1997"),
        (_date("1997-06-01", "1997-08-31", "month"), "Jun to Aug 1997"),
        (_date("1997-06-30", None, "month", mod="AFTER"), "after Jun 1997"),
        (_date("1997-06-30", None, "month"), "from Jun 1997"),
        (_date(None, "2016-12-31", "year"), "until 2016"),
        (_date("2015-03-01", "2015-05-31", "season", timex="2015-SP"), "spring 2015"),
        (_date("2015-07-01", "2015-09-30", "quarter", timex="2015-Q3"), "Q3 2015"),
        (_date("2010-01-01", "2019-12-31", "decade"), "2010s"),
        (_date("1901-01-01", "2000-12-31", "century"), "20th century"),
        (_date("2001-01-01", "2100-12-31", "century"), "21st century"),
        (_date("2015-09-14T06:00", "2015-09-14T11:59", "part", timex="2015-09-14TMO"), "14 Sep 2015, morning"),
        (_date("1990-02-17T21:00", "1990-02-18T05:59", "part", timex="1990-02-17TNI"), "17 Feb 1990, night"),
        (_date("2015-09-14T10:30:00Z", "2015-09-14T10:30:00Z", "minute"), "14 Sep 2015, 10:30"),
        (_date("-0044", "-0044", "year"), "-0044"),
        (_date(None, None), "once"),
        (Moment(type="DURATION", timex="P1Y6M"), "1 year 6 months"),
        (Moment(type="DURATION", timex="PT90M", mod="MORE_THAN"), "more than 90 minutes"),
        (Moment(type="DURATION", timex="PXY"), "once"),
        (Moment(type="SET", timex="P1D"), "once"),
    ],
)
def test_moments_are_written_as_people_write_them(moment: Moment, words: str) -> None:
    assert written(moment, "once") == words


@given(st.text("PTYMWDHSX0123456789.", max_size=10))
def test_a_duration_is_words_or_nothing(timex: str) -> None:
    assert duration(timex) != ""


@given(st.text(max_size=25), st.text(max_size=25))
def test_no_date_is_too_strange_to_be_written(earliest: str, latest: str) -> None:
    assert isinstance(written(_date(earliest, latest, "week"), "once"), str)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(9, 9, "9"), (12, None, "at least 12"), (None, 5, "at most 5"), (24, 99, "24 to 99"),
     (None, None, "an unknown number"), (4_500_000.0, 4_500_000.0, "4,500,000"), (2.5, 2.5, "2.5"), (0, 0, "0")],
)  # fmt: skip
def test_bounds(low: float | None, high: float | None, words: str) -> None:
    assert bounds(low, high) == words


def test_sectors_are_words_and_unknown_codes_stay() -> None:
    assert sectors("GOVJUD") == "government, judiciary"
    assert sectors("UNK") == ""
    assert sectors("XYZ") == "XYZ"
    assert sectors(None) == ""


@given(st.text(), st.integers(1, 50))
def test_shortened_words_are_no_longer_than_asked(words: str, longest: int) -> None:
    assert len(shortened(words, longest)) <= longest + 2


def _record(text: str) -> Record:
    source = Source(location="made up.txt", media_type="text/plain")
    blocks = (Block("paragraph", 0, len(text)),) if text else ()
    return Record(Article(id="x", source=source, text=text, blocks=blocks))


def test_quotations_get_our_marks_and_inner_ones_are_single() -> None:
    record = _record('"They said “no” twice," he said.')
    assert quoted(record, (Span(0, 23),)) == "“They said 'no' twice,”"


def test_title_is_the_headline_else_the_first_words_else_the_location() -> None:
    assert title(story()) == "Two dead as warehouse fire halts the port of Varna"
    assert title(_record("It snowed in Oslo.")) == "It snowed in Oslo."
    assert title(_record("")) == "made up.txt"


def _lines(record: Record, name: str) -> list[str]:
    return [line.text for section in digest(record) if section.name == name for line in section.lines]


def test_empty_sections_are_left_out() -> None:
    assert digest(_record("It snowed.")) == []


def test_people_most_spoken_of_come_first() -> None:
    assert [line.split(" · ")[0] for line in _lines(story(), "people")] == [
        "Georgi Stanev", "Petar Dobrev", "Anna Weiss",
    ]  # fmt: skip


def test_findings_come_worst_first() -> None:
    section = next(section for section in digest(story()) if section.name == "findings")
    assert [line.label for line in section.lines] == ["error", "warning", "note"]


def test_words_for_the_same_time_share_a_line() -> None:
    section = next(section for section in digest(story()) if section.name == "moments")
    shared = next(line for line in section.lines if line.text.startswith("5 Mar 2024"))
    assert len(shared.facts) == 3


def test_a_post_stands_below_its_person_in_the_order_of_time() -> None:
    text = "Lena Brandt, mayor since 2019, was a clerk in 2003."
    record = _record(text)
    person = record.add(record.fact(Person(name="Lena Brandt"), Span(0, 11)))
    for title_, year in (("mayor", "2019"), ("clerk", "2003")):
        at = text.index(year)
        moment = Moment(type="DATE", earliest=f"{year}-01-01", latest=f"{year}-12-31", precision="year")
        since = record.add(record.fact(moment, Span(at, at + 4)))
        role = Role(person=person.id, title=title_, since=since.id)
        record.add(record.fact(role, Span(text.index(title_), text.index(title_) + 5)))
    (line,) = next(section.lines for section in digest(record) if section.name == "people")
    assert [detail.text for detail in line.details] == ["clerk · since 2003", "mayor · since 2019"]


def test_a_count_that_is_a_part_stands_below_its_whole_only() -> None:
    section = next(section for section in digest(story()) if section.name == "casualties")
    assert [line.label for line in section.lines] == ["killed", "wounded"]
    assert [detail.text for detail in section.lines[1].details] == ["3 wounded"]


def test_units_of_money_stand_before_and_percent_after() -> None:
    record = _record("It cost 5 and rose 7.")
    record.add(record.fact(Quantity(low=5, high=5, unit="NOK"), Span(8, 9)))
    record.add(record.fact(Quantity(low=7, high=7, unit="%", change="rise"), Span(19, 20)))
    assert _lines(record, "quantities") == ["NOK 5 · “5”", "7% · more than before · “7”"]


def test_victims_by_name_need_no_group() -> None:
    record = _record("Ana died.")
    ana = record.add(record.fact(Person(name="Ana"), Span(0, 3)))
    record.add(record.fact(Casualties(effect="killed", low=1, high=1, victims=(ana.id,)), Span(0, 8)))
    assert _lines(record, "casualties") == ["1 · Ana"]


def test_every_fact_of_the_full_story_is_somewhere_in_the_digest() -> None:
    record = story()

    def ids(lines: tuple) -> set[str]:  # type: ignore[type-arg]
        return {fact for line in lines for fact in (*line.facts, *ids(line.details))}

    told = {fact for section in digest(record) for fact in ids(section.lines)}
    assert {fact.id for fact in record.facts if fact.spans} <= told
    assert Story().text == record.text


def test_lines_that_read_alike_become_one_about_all_their_facts() -> None:
    record = _record("Victims fled. Victims hid.")
    ids = [record.add(record.fact(Organisation(name="victims", sector="CVL"), Span(at, at + 7))).id for at in (0, 14)]
    section = next(section for section in digest(record) if section.name == "organisations")
    assert [(line.text, line.facts) for line in section.lines] == [("victims · civilians", tuple(ids))]


def test_words_in_scare_quotes_stand_alone_and_others_below_their_speaker() -> None:
    section = next(section for section in digest(story()) if section.name == "statements")
    told = [(line.label, line.text, [detail.text for detail in line.details]) for line in section.lines]
    assert ("so-called", "“killer sheds”", []) in told
    assert ("denies", "Blackline Cargo", ["that its alarms were off"]) in told


@pytest.mark.parametrize(("code", "words"), [("UNO", "United Nations"), ("NOR", "Norway"), ("XYZ", "XYZ"), (None, "")])
def test_countries_and_what_stands_for_one_in_words(code: str | None, words: str) -> None:
    article = Article(id="test", source=Source(location="test", media_type="text/plain"), text="", blocks=())
    assert country(Record(article), code) == words


def _span(record: Record, words: str) -> Span:
    at = record.text.index(words)
    return Span(at, at + len(words))


def _event(
    record: Record, trigger: str, *others: str, reason: str | None = None, status: Any = "asserted", **rest: Any
) -> Fact:
    spans = [_span(record, words) for words in (trigger, *others)]
    event = Event(scheme="plover", type="ASSAULT", trigger=spans[0], **rest)
    return record.add(record.fact(event, *spans, status=status, reason=reason))


def _below(record: Record, name: str = "events") -> list[str]:
    return [
        detail.text
        for section in digest(record)
        if section.name == name
        for line in section.lines
        for detail in line.details
    ]


def test_an_event_tells_how_often_it_is_told_and_with_what_only_where_its_words_do_not() -> None:
    record = _record("Police fired tear gas from jeeps. The attack came late.")
    told = _event(record, "fired tear gas", "attack", instruments=(_span(record, "tear gas"), _span(record, "jeeps")))
    assert _below(record) == ["with jeeps · told 2 times"]
    assert next(section for section in digest(record) if section.name == "events").lines[0].facts == (told.id,)


def test_a_place_that_is_struck_is_no_place_of_the_event_once_more() -> None:
    record = _record("Gunmen attacked a farm near Hamar.")
    farm = record.add(record.fact(Place(name="farm", precision="unresolved"), _span(record, "farm")))
    town = record.add(record.fact(Place(name="Hamar", precision="unresolved"), _span(record, "Hamar")))
    _event(record, "attacked", recipients=(farm.id,), where=(farm.id, town.id))
    assert _lines(record, "events") == ["→ farm · “attacked”"]
    assert _below(record) == ["Hamar"]


def test_the_status_of_an_event_shows_the_word_that_says_so() -> None:
    record = _record("Rebels will attack.")
    _event(record, "attack", status="planned", reason='planned because of "will"; no actor is named')
    assert _below(record) == ['planned, because of "will"']


def test_a_doubtful_event_tells_its_reason_once() -> None:
    record = _record("Rebels will attack.")
    event = Event(scheme="plover", type="ASSAULT", trigger=_span(record, "attack"))
    why = 'planned because of "will"'
    record.add(record.fact(event, event.trigger, status="planned", reason=why, confidence=0.4))
    (line,) = next(section for section in digest(record) if section.name == "events").lines
    assert (line.doubt, [detail.text for detail in line.details]) == (why, ["planned"])


def test_a_speaker_stands_in_the_sentence_as_words_within_it_do() -> None:
    record = _record("A witness said rebels attacked.")
    spoken = Statement(
        speaker_span=_span(record, "A witness"), content=(_span(record, "rebels attacked"),), manner="indirect"
    )
    statement = record.add(record.fact(spoken, _span(record, "A witness")))
    event = Event(scheme="plover", type="ASSAULT", trigger=_span(record, "attacked"))
    record.add(record.fact(event, event.trigger, said_by=statement.id))
    assert _below(record) == ["according to a witness"]


def test_of_several_events_the_dead_say_in_which_they_died() -> None:
    record = _record("The blast cost five lives, the raid cost two.")
    blast = _event(record, "blast")
    record.add(record.fact(Casualties(effect="killed", low=5, high=5, event=blast.id), _span(record, "five")))
    assert _lines(record, "casualties") == ["5 people"]
    raid = _event(record, "raid")
    record.add(record.fact(Casualties(effect="killed", low=2, high=2, event=raid.id), _span(record, "two")))
    assert _lines(record, "casualties") == ["5 people · in “blast”", "2 people · in “raid”"]


def test_parts_name_their_group_and_another_effect_than_the_whole() -> None:
    record = _record("Nine died, three children, two of them burnt.")
    whole = record.add(record.fact(Casualties(effect="killed", low=9, high=9), _span(record, "Nine")))
    children = Casualties(effect="killed", low=3, high=3, group="children", part_of=whole.id)
    burnt = Casualties(effect="wounded", low=2, high=2, group="others", part_of=whole.id)
    record.add(record.fact(children, _span(record, "three children")))
    record.add(record.fact(burnt, _span(record, "two of them")))
    assert _below(record, "casualties") == ["3 children", "2 others · wounded"]


def test_a_victim_is_named_once() -> None:
    record = _record("Police chief Ana Lind died.")
    ana = record.add(record.fact(Person(name="Ana Lind"), _span(record, "Ana Lind")))
    harm = Casualties(effect="killed", low=1, high=1, group="Police chief Ana Lind", victims=(ana.id,))
    record.add(record.fact(harm, _span(record, "died")))
    assert _lines(record, "casualties") == ["1 Police chief · Ana Lind"]


def test_a_quantity_says_its_unit_once() -> None:
    record = _record("84 people came.")
    record.add(record.fact(Quantity(low=84, high=84, unit="people", of="people"), Span(0, 9)))
    assert _lines(record, "quantities") == ["84 people · “84 people”"]


def test_a_group_is_not_told_twice_beside_its_count() -> None:
    text = "OSLO, March 4 (Fjord News) - Rebels killed two Norwegian soldiers in Lund on Monday, the army said."
    shown = [" ".join(part.text for part in one.parts) for one in casualties(read({"id": "a", "text": text}))]
    assert any("2 Norwegian soldiers" in line for line in shown)
    assert not any("· soldiers" in line for line in shown)
