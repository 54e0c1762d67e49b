"""The sentences of an explanation, made of values: nothing, one, many, ends that are open, ties that people judged."""

from collections.abc import Iterator

import pytest

from dateline.desk.asking.judgements.judgements import Decided, JudgementRow
from dateline.desk.asking.why import wording
from dateline.desk.asking.why.explanation import Telling
from dateline.merging.outcomes import MACHINE, Count, Figure, Incident, Link, Story, Verdict, When, Where


def telling(
    name: str, outlet: str | None = "Tarm Times", published: str | None = "2031-04-01", **more: object
) -> Telling:
    cells = {"headline": f"About {name}", **more}
    return Telling(article=name, outlet=outlet, published=published, location=f"{name}.txt", **cells)  # type: ignore[arg-type]


def incident(**more: object) -> Incident:
    cells = {"type": "ASSAULT", "when": None, "where": None, "facts": ("e1", "e2", "e3"), "articles": ("a",), **more}
    return Incident(incident="incident-x", **cells)  # type: ignore[arg-type]


def tie(
    left: str, right: str, score: float = 0.8, verdict: Verdict = "same", by: str = MACHINE, **more: object
) -> Link:
    return Link(left=left, right=right, score=score, judgement=verdict, decided_by=by, **more)  # type: ignore[arg-type]


def figure(low: int | None, high: int | None = None, copy: bool = False, **more: object) -> Figure:
    cells = {"fact": "f", "article": "a", "low": low, "high": high, "best": low, "copy": copy, **more}
    return Figure(**cells)  # type: ignore[arg-type]


def killed(count: Count, by: dict[str, str] | None = None) -> str:
    return the_only(wording.counts_told(incident(casualties={"killed": count}), by or {}))


def the_only(sentences: Iterator[str]) -> str:
    (sentence,) = sentences
    return sentence


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2031-04-02", "2 Apr 2031"),
        ("2031-12-31T23:59:00+05:00", "31 Dec 2031"),
        ("2031-04", "2031-04"),
        ("2031", "2031"),
        ("2031-02-30", "2031-02-30"),
        ("0987-01-01", "1 Jan 987"),
        ("soon", "soon"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_day_is_written_out_and_what_is_no_whole_day_stays_as_it_is(iso: str | None, shown: str) -> None:
    assert wording.day(iso) == shown


@pytest.mark.parametrize(("count", "shown"), [(0, "0 ties"), (1, "1 tie"), (2, "2 ties"), (12000, "12,000 ties")])
def test_only_one_is_singular(count: int, shown: str) -> None:
    assert wording.many(count, "tie") == shown


def test_a_report_is_called_by_outlet_then_headline_then_id() -> None:
    assert wording.source(telling("a")) == "Tarm Times (1 Apr 2031)"
    assert wording.source(telling("a", outlet=None)) == "“About a” (1 Apr 2031)"
    assert wording.source(telling("a", outlet="", headline=None, published=None)) == "a"
    assert wording.source(None) == "a report that is not in the desk"


def test_a_long_headline_is_cut_at_a_word_and_has_one_pair_of_quotation_marks() -> None:
    called = wording.called(telling("a", outlet=None, headline="“Never”, said\nthe owner of the mill " + "again " * 20))
    assert called.startswith("“Never', said the owner of the mill again") and called.endswith(" …”")
    assert called.count("“") == called.count("”") == 1
    assert len(called) <= 54


def test_a_word_without_end_is_cut_where_it_must_be() -> None:
    assert wording.shortened("x" * 500, 10) == "x" * 10 + " …"
    assert wording.shortened("x" * 10, 10) == "x" * 10
    assert wording.shortened(" \n\t ") == ""


def test_one_report_and_no_source_of_its_own_are_counted_in_words() -> None:
    assert the_only(wording.reports_told(incident(independent=1), [telling("a")])) == (
        "1 article tells of it, from 1 source that copies no other."
    )
    assert the_only(wording.reports_told(incident(independent=0), [])) == (
        "0 articles tell of it, from 0 sources that copy no other."
    )


@pytest.mark.parametrize(
    ("how", "similarity", "replaces", "words"),
    [
        ("exact", 1.0, False, "has the very same words as Tarm Times (1 Apr 2031)."),
        ("near", 0.87, False, "has nearly the same words as Tarm Times (1 Apr 2031) (87% of them)."),
        ("updated", None, True, "is a later version of Tarm Times (1 Apr 2031), which no longer stands."),
        (None, 0.0, False, "copies Tarm Times (1 Apr 2031) (0% of them)."),
        ("odd", None, False, "copies Tarm Times (1 Apr 2031)."),
    ],
)
def test_each_way_of_copying_has_its_words(
    how: str | None, similarity: float | None, replaces: bool, words: str
) -> None:
    copy = telling("b", outlet="Ribe Post", copy_of="a", how=how, similarity=similarity, replaces=replaces)
    story = Story(story="s", title="", articles=("a", "b"))
    assert list(wording.reports_told(story, [telling("a"), copy]))[1] == f"Ribe Post (1 Apr 2031) {words}"


def test_what_a_copy_copies_may_be_gone() -> None:
    copy = telling("b", copy_of="forgotten", how="exact")
    assert list(wording.reports_told(incident(), [copy]))[1].endswith("same words as a report that is not in the desk.")


@pytest.mark.parametrize(
    ("copies", "last"),
    [
        (5, "Tarm Times (1 Apr 2031) has the very same words as Tarm Times (1 Apr 2031)."),
        (6, "1 more copy counts for no source of its own."),
        (8, "3 more copies count for no source of their own."),
    ],
)
def test_only_some_copies_are_told_one_by_one(copies: int, last: str) -> None:
    told = [telling("a"), *(telling(f"b{number}", copy_of="a", how="exact") for number in range(copies))]
    sentences = list(wording.reports_told(incident(), told))
    assert sentences[-1] == last
    assert len(sentences) == 1 + min(copies, 6)


@pytest.mark.parametrize("when", [None, When(), When(earliest="", latest=None, precision="day")])
def test_a_time_that_nobody_tells_is_said_to_be_unknown(when: When | None) -> None:
    assert the_only(wording.time_told(incident(when=when))) == "No report tells when it was."


@pytest.mark.parametrize(
    ("when", "facts", "sentence"),
    [
        (When(latest="2031-04-02", facts=("e1",)), ("e1",), "The time is 2 Apr 2031."),
        (When(earliest="2031-04-02", facts=("e1",)), ("e1",), "The time is 2 Apr 2031."),
        (When(earliest="2031-01-01", latest="2031-12-31", facts=("e1",)), ("e1",),
         "The time is 1 Jan 2031 to 31 Dec 2031."),
        (When(earliest="2031-04-02T08:00", latest="2031-04-02T09:00", facts=("e1", "e2")), ("e1", "e2"),
         "The time is 2 Apr 2031: what all tellings that agree leave of it."),
        (When(earliest="2031-04-02", latest="2031-04-02", facts=("e1",)), ("e1", "e2"),
         "The time is 2 Apr 2031: what 1 of 2 tellings that agree leave of it."),
        (When(earliest="2031-04", latest="2031-04"), ("e1",),
         "No telling has a time of its own; 2031-04 is what the days of the reports leave of it."),
    ],
)  # fmt: skip
def test_a_time_is_told_with_who_has_it(when: When, facts: tuple[str, ...], sentence: str) -> None:
    assert the_only(wording.time_told(incident(when=when, facts=facts))) == sentence


def test_a_place_is_told_with_what_others_name_most_first() -> None:
    assert the_only(wording.place_told(incident(), {"Tarm": 3})) == "No report tells where it was."
    tarm = incident(where=Where(name="Tarm", facts=("p",)))
    assert the_only(wording.place_told(tarm, {})) == "The place is Tarm; no telling names another."
    told = the_only(wording.place_told(tarm, {"Ribe": 1, "Tarm": 2, "Jutland": 4}))
    assert told.endswith("2 tellings have it; others have Jutland (4), Ribe (1).")
    unnamed = the_only(wording.place_told(tarm, {"Ribe": 1}))
    assert "1 telling has it" in unnamed, "the place's own fact, though no telling has this name"


def test_only_five_other_places_are_named() -> None:
    tarm = incident(where=Where(name="Tarm"))
    told = the_only(wording.place_told(tarm, {"Tarm": 1} | {f"Town{number}": 9 - number for number in range(8)}))
    assert told.count("Town") == 5 and "Town0 (9)" in told and "Town5" not in told


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (None, None, "an unknown number"),
        (None, 3, "at most 3"),
        (3, None, "at least 3"),
        (0, 0, "0"),
        (0, None, "at least 0"),
        (None, 0, "at most 0"),
        (3, 3, "3"),
        (1200, 3400, "1,200 to 3,400"),
    ],
)
def test_a_count_with_open_ends_says_which_end_is_open(low: int | None, high: int | None, shown: str) -> None:
    assert killed(Count(low=low, high=high)) == f"Killed: {shown}."


def test_the_only_figure_is_named_with_who_gives_it() -> None:
    own = figure(4, 4, said_by="the mayor", published="2031-04-02", outlet="Ribe Post")
    assert killed(Count(low=4, high=4, by_source=(own,)), {"a": "Tarm Times"}) == (
        "Killed: 4 by the only figure: the mayor in Tarm Times (2 Apr 2031)."
    )
    assert killed(Count(low=4, high=4, by_source=(own,))).endswith("the mayor in Ribe Post (2 Apr 2031).")
    assert killed(Count(low=4, high=4, by_source=(figure(4, 4),))).endswith("by the only figure: a.")


def test_copied_figures_alone_are_left_aside() -> None:
    assert killed(Count(low=4, by_source=(figure(4, copy=True),))) == "Killed: at least 4 (1 copied figure left aside)."


def test_figures_that_agree_are_one_count() -> None:
    assert (
        killed(Count(low=4, high=4, best=4, by_source=(figure(4, 4), figure(4, 4)))) == "Killed: 4, by all 2 figures."
    )


def test_of_figures_that_differ_the_last_report_of_the_best_one_is_named() -> None:
    figures = (
        figure(4, 4, article="a", published="2031-04-01"),
        figure(9, 9, article="b", published="2031-04-02"),
        figure(9, 9, article="c", published="2031-04-03"),
        figure(9, 9, article="d"),
    )
    assert killed(Count(low=4, high=9, best=9, by_source=figures)).endswith("the best figure is 9: c (3 Apr 2031).")


def test_a_best_figure_that_nobody_gives_stands_alone_and_none_is_no_sentence() -> None:
    figures = (figure(4, 4), figure(9, 9))
    assert killed(Count(low=4, high=9, best=1200, by_source=figures)).endswith("; the best figure is 1,200.")
    assert killed(Count(low=4, high=9, by_source=figures)) == "Killed: 4 to 9, over 2 figures."


def test_a_best_figure_of_zero_is_told() -> None:
    assert "the best figure is 0: a" in killed(Count(low=0, high=9, best=0, by_source=(figure(0, 0), figure(9, 9))))


HOMES = {
    "e1": telling("a"),
    "e2": telling("b", outlet="Ribe Post"),
    "e3": telling("a"),
    "e4": telling("c", outlet="Fjord"),
}


def test_a_tie_is_told_with_its_reasons_and_likelihood() -> None:
    told = the_only(wording.held_told([tie("e1", "e2", 0.914, reasons=("same place: Tarm", "1 day apart"))], HOMES))
    assert told == (
        "Tarm Times (1 Apr 2031) and Ribe Post (1 Apr 2031) tell of one event: same place: Tarm; 1 day apart "
        "(likelihood 0.91)."
    )


def test_two_facts_of_one_article_are_told_twice() -> None:
    assert the_only(wording.held_told([tie("e1", "e3")], HOMES)).startswith("Tarm Times (1 Apr 2031) tells of it twice")


def test_of_two_articles_only_the_best_tie_is_told() -> None:
    told = list(wording.held_told([tie("e1", "e2", 0.9), tie("e2", "e3", 0.8), tie("e4", "e1", 0.7)], HOMES))
    assert len(told) == 2 and "0.90" in told[0] and "Fjord" in told[1]


def test_what_ties_a_copy_to_its_original_is_not_told_again() -> None:
    homes = {"e1": telling("a"), "e2": telling("b", copy_of="a")}
    assert list(wording.held_told([tie("e1", "e2"), tie("e2", "e1")], homes)) == []


@pytest.mark.parametrize(("ties", "last"), [(6, "1 more tie holds the others."), (7, "2 more ties hold the others.")])
def test_only_some_ties_are_told(ties: int, last: str) -> None:
    homes = {f"e{number}": telling(f"a{number}") for number in range(ties + 1)}
    told = list(wording.held_told([tie(f"e{number}", f"e{number + 1}") for number in range(ties)], homes))
    assert (len(told), told[-1]) == (6, last)


def test_a_person_who_binds_two_is_named_in_place_of_the_likelihood() -> None:
    told = the_only(wording.held_told([tie("e1", "e2", by="nora", why="one blast", reasons=("far apart",))], HOMES))
    assert told.endswith("tell of one event, as nora judged: one blast.")


def test_a_person_who_is_not_sure_has_judged_nothing_else() -> None:
    held = the_only(wording.held_told([tie("e1", "e2", verdict="unsure", by="nora")], HOMES))
    assert held.endswith("tell of one event, but nora judged them perhaps the same.")
    apart = the_only(wording.apart_told([tie("e1", "x", verdict="unsure", by="nora", why="no names")], {"x": "A fire"}))
    assert apart == "“A fire” is taken for another one, but nora judged them perhaps the same: no names."
    joined = the_only(wording.apart_told([tie("e1", "x", verdict="same", by="nora")], {}))
    assert joined == "“x” is taken for another one, but nora judged them the same."


def test_strangers_are_told_from_some_likelihood_on_or_where_certain_or_judged() -> None:
    far = tie("e1", "x", 0.05, "unsure")
    assert the_only(wording.apart_told([far], {"x": "A fire"})).startswith(
        "Nothing else comes near; the nearest is “A fire”"
    )
    assert "(likelihood 0.20)" in the_only(wording.apart_told([tie("e1", "x", wording.NEAR, "unsure")], {}))
    certain = the_only(wording.apart_told([tie("e1", "x", 0.0, "different", reasons=("a year apart",))], {"x": ""}))
    assert certain == "“x” is certainly another one: a year apart."
    assert "as nora judged" in the_only(wording.apart_told([tie("e1", "x", 0.0, "different", by="nora")], {}))
    assert list(wording.apart_told([], {})) == []


def judged(verdict: Decided, right: str | None = None, **more: object) -> JudgementRow:
    cells = {"left_words": "Fire in Tarm", "right_words": None, "why": None, "holds": True, **more}
    row = {"at": "2031-04-05T10:00:00+00:00", "who": "nora", "verdict": verdict, "left": "e1", "right": right}
    return JudgementRow(**row, **cells)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (judged("wrong"), "nora judged “Fire in Tarm” wrong on 5 Apr 2031."),
        (judged("undo"), "nora judged “Fire in Tarm” open again on 5 Apr 2031."),
        (judged("right", left_words=None, why="seen"), "nora judged “e1” right on 5 Apr 2031, since seen."),
        (judged("unsure", "e2"), "nora judged on 5 Apr 2031 that “Fire in Tarm” and “e2” are perhaps the same."),
        (judged("same", "e2", right_words="A “fire”", holds=False),
         "nora judged on 5 Apr 2031 that “Fire in Tarm” and “A 'fire” are the same; a later judgement took its place."),
        (judged("undo", "e2", right_words=""),
         "nora judged on 5 Apr 2031 that “Fire in Tarm” and “e2” are open again."),
    ],
)  # fmt: skip
def test_each_judgement_has_its_sentence(row: JudgementRow, sentence: str) -> None:
    assert the_only(wording.judgements_told([row])) == sentence


def test_only_the_last_judgements_are_told() -> None:
    assert len(list(wording.judgements_told([judged("right")] * 9))) == 5
