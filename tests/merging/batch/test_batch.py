"""Many records at once: the same whatever the order, obedient to people, honest about lines that hold no record."""

import random

import msgspec
import pytest
from told_records import LUNDVIK, event_of, record

import dateline
from dateline.errors import BadRecord
from dateline.merger import merge_lines, record_lines
from dateline.merging.judgements import Judgement, judgements_in
from dateline.record import Record


def world() -> list[Record]:
    return [
        record("a1"),
        record("a2", published="2024-05-04", toll=11, headline="Death toll of {town} blast rises to {toll}"),
        record("a3", town=LUNDVIK, day="2024-07-19", toll=2),
        record("b1", type="PROTEST", headline="Dockers march in {town}"),
        record("b2", type="PROTEST", headline="{town} dockers block the quay", published="2024-05-04"),
    ]


def facts(merged: dateline.Merged) -> set[frozenset[str]]:
    return {frozenset(incident.facts) for incident in merged.incidents}


def judgement(left: str, right: str | None, verdict: str) -> Judgement:
    return msgspec.convert({"left": left, "right": right, "judgement": verdict, "decided_by": "Ada"}, Judgement)


def test_reports_of_one_event_are_one_incident() -> None:
    records = world()
    a1, a2, a3, b1, b2 = map(event_of, records)
    assert facts(dateline.merge(records)) == {frozenset({a1, a2}), frozenset({a3}), frozenset({b1, b2})}


def test_the_order_of_the_records_does_not_matter() -> None:
    records = world()
    expected = dateline.merge(records)
    for seed in range(3):
        random.Random(seed).shuffle(records)
        assert dateline.merge(records) == expected


def test_several_processes_give_the_same() -> None:
    records = world()
    assert dateline.merge(records, workers=2) == dateline.merge(records)


def test_stories_hold_every_article_once() -> None:
    told = [article for story in dateline.merge(world()).stories for article in story.articles]
    assert sorted(told) == ["a1", "a2", "a3", "b1", "b2"]


def test_incidents_say_which_story_they_belong_to() -> None:
    merged = dateline.merge(world())
    homes = {article: story.story for story in merged.stories for article in story.articles}
    assert all(incident.story == homes[incident.articles[0]] for incident in merged.incidents)


def test_links_say_what_joined_them_and_why() -> None:
    records = world()
    ends = {event_of(records[0]), event_of(records[1])}
    link = next(link for link in dateline.merge(records).links if {link.left, link.right} == ends)
    assert link.judgement == "same" and link.decided_by == "machine" and link.reasons and link.score >= 0.5


def test_a_person_keeps_two_apart() -> None:
    records = world()
    a1, a2 = event_of(records[0]), event_of(records[1])
    merged = dateline.merge(records, [judgement(a1, a2, "different")])
    assert {frozenset({a1}), frozenset({a2})} <= facts(merged)
    link = next(link for link in merged.links if {link.left, link.right} == {a1, a2})
    assert link.judgement == "different" and link.decided_by == "Ada"


def test_a_person_makes_two_incidents_one() -> None:
    records = world()
    a1, a2, a3 = map(event_of, records[:3])
    merged = dateline.merge(records, [judgement(a3, a1, "same")])
    assert frozenset({a1, a2, a3}) in facts(merged)
    link = next(link for link in merged.links if {link.left, link.right} == {a1, a3})
    assert link.judgement == "same" and link.decided_by == "Ada"


def test_the_last_judgement_counts_and_where_nobody_is_sure_the_machine_has_no_say() -> None:
    records = world()
    a1, a2 = event_of(records[0]), event_of(records[1])
    merged = dateline.merge(records, [judgement(a1, a2, "same"), judgement(a2, a1, "unsure")])
    assert {frozenset({a1}), frozenset({a2})} <= facts(merged)
    link = next(link for link in merged.links if {link.left, link.right} == {a1, a2})
    assert (link.judgement, link.decided_by) == ("unsure", "Ada")


def test_a_judgement_on_incidents_holds() -> None:
    records = world()
    merged = dateline.merge(records)
    one, other = merged.incidents[0].incident, merged.incidents[1].incident
    joined = dateline.merge(records, [judgement(one, other, "same")])
    assert len(joined.incidents) == len(merged.incidents) - 1


def test_a_fact_called_wrong_is_in_no_incident() -> None:
    records = world()
    a1, a3 = event_of(records[0]), event_of(records[2])
    merged = dateline.merge(records, [judgement(a1, None, "wrong"), judgement(a3, None, "wrong")])
    assert not {a1, a3} & {fact for incident in merged.incidents for fact in incident.facts}


def test_links_edited_by_a_person_are_judgements() -> None:
    lines = [
        b'{"left":"e1","right":"e2","score":0.9,"reasons":[],"judgement":"same","decided_by":"machine"}',
        b"",
        b'{"left":"e1","right":"e3","score":0.9,"reasons":[],"judgement":"different","decided_by":"Ada","why":"no"}',
    ]
    assert [(each.right, each.why) for each in judgements_in(lines)] == [("e3", "no")]
    with pytest.raises(BadRecord, match="line 1 is no judgement"):
        list(judgements_in([b'{"left":"e1","judgement":"perhaps","decided_by":"Ada"}']))


def test_of_two_records_of_an_article_the_later_counts() -> None:
    old, new = record("a1", toll=7), record("a1", toll=9)
    merged = dateline.merge([old, new])
    assert facts(merged) == {frozenset({event_of(new)})}


def test_lines_that_hold_no_record_are_told_by_their_number() -> None:
    lines = [record("a1").to_json(), b"", b'{"text": "no record"}', b"\xff", record("b1", type="PROTEST").to_json()]
    told = []
    outcomes = list(merge_lines(lines, unread=told.append))
    assert [line.line for line in told] == [3, 4]
    assert sum(outcome.what == "incident" for outcome in outcomes) == 2
    with pytest.raises(BadRecord, match="line 3"):
        list(merge_lines(lines))


def test_nothing_gives_nothing() -> None:
    assert dateline.merge([]) == dateline.Merged((), (), ())


def test_files_are_read_packed_or_not(tmp_path: "object") -> None:
    import gzip
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    lines = b"\n".join(each.to_json() for each in world()) + b"\n"
    plain, packed = tmp_path / "records.jsonl", tmp_path / "records.jsonl.gz"
    plain.write_bytes(lines)
    packed.write_bytes(gzip.compress(lines))
    assert dateline.merge(plain) == dateline.merge(packed) == dateline.merge(world())
    with pytest.raises(dateline.CannotRead, match="no such file"):
        list(record_lines([tmp_path / "absent"]))
