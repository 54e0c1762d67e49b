"""What people decided, in a batch: by whatever ids, whatever else was decided, and never put into another's mouth."""

import pytest
from told_records import LUNDVIK, event_of, record

import dateline
from dateline.merging.judgements import Judgement, judged
from dateline.merging.outcomes import Incident

RECORDS = [
    record("a1"),
    record("a2", published="2024-05-04", toll=11, headline="Death toll of {town} blast rises to {toll}"),
    record("a3", town=LUNDVIK, day="2024-07-19", toll=2),
]
A1, A2, A3 = map(event_of, RECORDS)


def said(left: str, right: str | None, verdict: str, who: str = "Ada") -> Judgement:
    return Judgement(left=left, right=right, judgement=verdict, decided_by=who)  # type: ignore[arg-type]


def link_of(merged: dateline.Merged, left: str, right: str) -> tuple[str, str]:
    found = [link for link in merged.links if {link.left, link.right} == {left, right}]
    return found[0].judgement, found[0].decided_by


def incident_with(merged: dateline.Merged, fact: str) -> Incident:
    return next(incident for incident in merged.incidents if fact in incident.facts)


def test_a_wrong_fact_stays_out_though_a_person_bound_it() -> None:
    merged = dateline.merge(RECORDS, [said(A1, None, "wrong"), said(A1, A2, "same")])
    assert A1 not in {fact for incident in merged.incidents for fact in incident.facts}
    assert incident_with(merged, A2).articles == ("a2",)


def test_a_wrong_count_is_in_no_incident() -> None:
    count = RECORDS[0].of("casualties")[0].id
    killed = incident_with(dateline.merge(RECORDS, [said(count, None, "wrong")]), A1).casualties["killed"]
    assert [figure.low for figure in killed.by_source] == [11]
    both = [said(count, None, "wrong"), said(count, None, "right")]
    assert dateline.merge(RECORDS, both) == dateline.merge(RECORDS)


def test_who_is_unsure_has_not_said_different() -> None:
    decided = [said(A1, A2, "unsure"), said(A1, A3, "same"), said(A2, A3, "unsure")]
    merged = dateline.merge(RECORDS, decided)
    assert link_of(merged, A1, A3) == ("same", "Ada")
    assert link_of(merged, A1, A2) == link_of(merged, A2, A3) == ("unsure", "Ada")


def test_a_judgement_that_cannot_be_obeyed_is_told_as_it_was_given() -> None:
    decided = [said(A1, A2, "same"), said(A2, A3, "same", "Bo"), said(A1, A3, "different")]
    merged = dateline.merge(RECORDS, decided)
    assert link_of(merged, A2, A3) == ("same", "Bo")
    assert link_of(merged, A1, A3) == ("different", "Ada")
    assert A3 not in incident_with(merged, A1).facts


@pytest.mark.parametrize("last", ["same", "different", "unsure"])
def test_the_last_counts_though_it_goes_by_other_ids(last: str) -> None:
    plain = dateline.merge(RECORDS)
    one, other = incident_with(plain, A1).incident, incident_with(plain, A3).incident
    first = "different" if last == "same" else "same"
    merged = dateline.merge(RECORDS, [said(one, other, last), said(A1, A3, first), said(other, one, last, "Bo")])
    assert (A3 in incident_with(merged, A1).facts) == (last == "same")
    if last != "unsure":
        assert link_of(merged, A1, A3) == (last, "Bo")


def test_hands_are_in_the_order_of_time() -> None:
    early, late = said("x", "y", "same"), said("y", "x", "different")
    between = said("x", "z", "same")
    assert judged([early, between, late]).hands == (between, late)
    assert judged([early, between, late]).apart == {("x", "y")}


def test_decisions_on_what_is_not_there_or_on_itself_change_nothing() -> None:
    odd = [
        said(A1, A1, "same"),
        said("event-none", A2, "different"),
        said("nobody", None, "wrong"),
        said(A3, None, "same"),
    ]
    assert dateline.merge(RECORDS, odd) == dateline.merge(RECORDS)


def test_links_handed_back_give_the_same() -> None:
    merged = dateline.merge(RECORDS, [said(A1, A3, "same"), said(A1, A2, "different")])
    hands = [
        said(link.left, link.right, link.judgement, link.decided_by)
        for link in merged.links
        if link.decided_by != "machine"
    ]
    assert len(hands) == 2
    assert dateline.merge(RECORDS, reversed(hands)) == merged
