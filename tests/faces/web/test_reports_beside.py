"""Reports beside each other: copies below originals, what each tells, the sides of a quarrel, what is near."""

from typing import Any

import pytest

from dateline.desk.asking.judgements.homes import Group
from dateline.desk.asking.why.explanation import Explanation, Telling
from dateline.desk.asking.why.scenes import Scene, Spot
from dateline.desk.asking.why.verbatim import Verbatim
from dateline.faces.web.pages.incidents.near import is_near, neighbours, reasons_of, verdict_of
from dateline.faces.web.pages.incidents.reports import HOW, below_originals, figures_of, number_of, report_row, rows_of
from dateline.faces.web.pages.incidents.sides import differences
from dateline.faces.web.pages.stories.told import articles_in_time
from dateline.merging.disagreements.sides import DENIED
from dateline.merging.outcomes import Count, Disagreement, Figure, Incident, Link, Side


def telling(name: str, of: str | None = None, **more: Any) -> Telling:
    told = {"headline": None, "outlet": None, "published": None, "location": name} | more
    return Telling(article=name, copy_of=of, **told)


def scene(fact: str, **more: Any) -> Scene:
    told = {"article": "a", "type": "DISASTER", "status": "asserted", "said_by": None, "sentence": "A ferry sank.",
            "earliest": None, "latest": None, "time_precision": None, "places": (), "actors": (), "recipients": (),
            "reason": None} | more  # fmt: skip
    return Scene(fact=fact, **told)


def order(*tellings: Telling) -> list[tuple[str, int]]:
    return [(each.article, depth) for each, depth in below_originals(tellings)]


def test_copies_of_a_ring_stand_below_it_and_none_is_lost() -> None:
    ring = (telling("a", "b"), telling("b", "a"))
    assert order(*ring, telling("c", "b")) == [("a", 0), ("b", 1), ("c", 2)]
    assert order(telling("x", "a"), *ring) == [("a", 0), ("x", 1), ("b", 1)]


def test_a_copy_of_a_copy_of_a_ring_comes_below_what_it_copies() -> None:
    told = order(telling("y", "x"), telling("x", "k"), telling("k", "l"), telling("l", "k"))
    assert sorted(name for name, _ in told) == ["k", "l", "x", "y"]
    depths = dict(told)
    assert depths["k"] == 0 and depths["x"] == 1 and depths["y"] == 2


def test_two_rings_are_both_told() -> None:
    told = order(telling("a", "b"), telling("b", "a"), telling("c", "d"), telling("d", "c"), telling("e", "e"))
    assert told == [("a", 0), ("b", 1), ("c", 0), ("d", 1), ("e", 0)]


def test_copies_of_one_stand_in_the_order_in_which_they_came() -> None:
    assert order(telling("a"), telling("b", "a"), telling("z"), telling("c", "a")) == [
        ("a", 0), ("b", 1), ("c", 1), ("z", 0),
    ]  # fmt: skip


def test_a_long_chain_of_copies_is_followed_to_its_end() -> None:
    chain = [telling("0"), *(telling(str(at), str(at - 1)) for at in range(1, 3000))]
    told = order(*reversed(chain))
    assert told[0] == ("0", 0) and told[-1] == ("2999", 2999) and len(told) == 3000


def test_nothing_is_no_report() -> None:
    assert order() == [] and articles_in_time(()) == ()


@pytest.mark.parametrize(
    ("how", "similarity", "words"),
    [
        ("exact", 1.0, "has the same words as Kesh Radio"),
        ("near", 0.915, "has nearly the same words as Kesh Radio (92% of the words)"),
        ("extended", None, "is a longer copy of Kesh Radio"),
        (None, 0.5, "copies Kesh Radio (50% of the words)"),
        ("a new way", None, "copies Kesh Radio"),
    ],
)
def test_a_copy_says_in_which_way(how: str | None, similarity: float | None, words: str) -> None:
    row = report_row(telling("b", "a", how=how, similarity=similarity), 1, {"a": "Kesh Radio"})
    assert row.copies == words and (how not in HOW or HOW[how] in row.copies)


def test_a_copy_of_what_the_incident_does_not_have_is_called_by_its_id() -> None:
    assert report_row(telling("b", "gone", how="exact"), 0, {}).copies == "has the same words as gone"
    assert report_row(telling("b"), 0, {}).copies == ""


@pytest.mark.parametrize(
    ("headline", "shown"), [(None, "b"), ("", "b"), (" \n", "b"), ("Ferry\n sinks", "Ferry sinks"), ("عبارة", "عبارة")]
)
def test_a_report_without_a_headline_is_called_by_its_id(headline: str | None, shown: str) -> None:
    assert report_row(telling("b", headline=headline), 0, {}).headline == shown


def test_the_time_of_a_report_is_that_of_its_first_event_that_has_one() -> None:
    scenes = [scene("event-1"), scene("event-2", latest="2033-02-03"), scene("event-3", earliest="2033-01-01")]
    row = report_row(telling("a", facts=("event-1", "event-2", "event-3")), 0, {}, scenes)
    assert "by " in str(row.when) and "3 February 2033" in str(row.when)
    assert report_row(telling("a"), 0, {}, scenes[:1]).when == ""


def test_places_and_parties_of_several_events_are_told_once() -> None:
    kesh = Spot(name="Kesh", country="NOR")
    land = Spot(name="Norway", country="NOR")
    scenes = [
        scene("event-1", places=(kesh,), actors=("Kesh Line",), recipients=("Ada Roe",)),
        scene("event-2", places=(kesh, land), actors=("Kesh Line", "Bo Vik")),
    ]
    row = report_row(telling("a"), 0, {}, scenes)
    assert row.where == ("Kesh, Norway", "Norway") and row.who == ("Kesh Line", "Bo Vik") and row.whom == ("Ada Roe",)


def test_a_row_leads_to_its_first_fact_however_the_id_is_written() -> None:
    row = report_row(telling("a/b?c#d", facts=("event-2", "event-1")), 0, {})
    assert row.address == "/article/a%2Fb%3Fc%23d#event-2"
    assert report_row(telling("a"), 0, {}).address == "/article/a"


def figure(article: str, **more: Any) -> Figure:
    return Figure(fact=f"casualties-{article}", article=article, **more)


def test_figures_stand_with_their_reports_by_what_they_count() -> None:
    counts = {"killed": Count(by_source=(figure("a", low=3, high=3), figure("b", low=4))),
              "displaced": Count(by_source=(figure("a", best=200),))}  # fmt: skip
    incident = Incident(
        incident="i", type="DISASTER", when=None, where=None, facts=(), articles=("a", "b"), casualties=counts
    )
    assert {name: len(found) for name, found in figures_of(incident).items()} == {"a": 2, "b": 1}
    first, second = rows_of(incident, (telling("a"), telling("b")), {})
    assert [cell.number for cell in (*first.killed, *first.others)] == ["3", "200"] and first.wounded == ()
    assert second.killed[0].number == "4 or more" and second.others == ()


def test_events_without_a_scene_are_left_out_and_the_others_kept() -> None:
    incident = Incident(incident="i", type="DISASTER", when=None, where=None, facts=(), articles=("a",))
    (row,) = rows_of(incident, (telling("a", facts=("event-1", "event-2")),), {"event-2": scene("event-2")})
    assert [event.fact for event in row.events] == ["event-2"]


def test_a_figure_is_told_as_far_as_it_is_known() -> None:
    told = [
        number_of(figure("a", **each)) for each in ({}, {"best": 1200}, {"low": 0}, {"high": 3}, {"low": 0, "high": 3})
    ]
    assert told == ["not known", "1,200", "0 or more", "up to 3", "up to 3"]


def side(value: str = "9", article: str = "a", **more: Any) -> Side:
    return Side(value=value, article=article, **({"facts": ("casualties-1",)} | more))


def differing(about: str, *sides: Side, how: Any = "disagreement", minor: bool = False) -> Disagreement:
    return Disagreement(about=about, how=how, sides=sides, message="", minor=minor)


def test_what_matters_stands_first_and_what_only_rose_last() -> None:
    found = [differing("killed", how="update"), differing("name", minor=True), differing("where"), differing("actor")]
    assert [each.question for each in differences(found, (), {})] == [
        "Where it was", "Who did it", "The name", "How many were killed",
    ]  # fmt: skip


def test_a_side_that_denies_says_so() -> None:
    (found,) = differences([differing("happened", side(DENIED), side("it happened"))], (), {})
    assert [each.denies for each in found.sides] == [True, False] and found.question == "Whether it happened"


def test_a_side_speaks_in_its_sentence_else_in_its_words_else_not_at_all() -> None:
    sentence = Verbatim("The mayor said ", "nine died", ".")
    sides = (side(words="nine died"), side(facts=("casualties-2",), words="ten died"), side(facts=()))
    (found,) = differences([differing("killed", *sides)], (), {"casualties-1": sentence})
    assert [each.quote for each in found.sides] == [sentence, Verbatim("", "ten died", ""), None]
    assert found.sides[2].report.address == "/article/a"


def test_others_that_say_the_same_are_told_once_and_not_the_first_again() -> None:
    told = (telling("b", outlet="Kesh Radio", published="2033-02-01"),)
    (found,) = differences([differing("killed", side(articles=("a", "b", "b", "gone")))], told, {})
    assert [(each.name, each.address) for each in found.sides[0].others] == [
        ("Kesh Radio (1 Feb 2033)", "/article/b"), ("gone", "/article/gone"),
    ]  # fmt: skip


def test_a_report_that_is_not_in_the_desk_is_called_by_its_id() -> None:
    (found,) = differences([differing("killed", side(article="gone"))], (), {})
    assert (found.sides[0].report.name, found.sides[0].headline) == ("gone", "")


def link(right: str, score: float = 0.5, judgement: Any = "unsure", **more: Any) -> Link:
    return Link(left="event-1", right=right, score=score, judgement=judgement, **more)


GROUPS = {"event-2": Group("incident-2", "A second ferry", 3), "event-3": Group("incident-2", "A second ferry", 3),
          "event-4": Group("incident-4", "", 1)}  # fmt: skip


def test_a_neighbour_is_told_once_by_its_nearest_tie() -> None:
    near = neighbours("incident", [link("event-2", 0.6, reasons=("same port",)), link("event-3", 0.4)], GROUPS)
    assert [(each.id, each.reasons, each.reports) for each in near] == [("incident-2", "same port", 3)]
    assert near[0].address == "/incident/incident-2"


def test_one_that_is_far_does_not_hide_one_that_is_near() -> None:
    near = neighbours("incident", [link("event-2", 0.01), link("event-3", 0.3)], GROUPS)
    assert [each.verdict for each in near] == ["taken for another one, though likely the same by 30%"]


def test_what_belongs_to_no_incident_is_no_neighbour() -> None:
    assert neighbours("incident", [link("event-9", 0.9)], GROUPS) == ()


@pytest.mark.parametrize(
    ("tie", "near", "verdict"),
    [
        (link("x", 0.2), True, "taken for another one, though likely the same by 20%"),
        (link("x", 0.19), False, "taken for another one, though likely the same by 19%"),
        (link("x", 0.0, "different"), True, "certainly another one"),
        (link("x", 0.0, "different", decided_by="nora"), True, "judged different by nora"),
        (link("x", 0.0, "unsure", decided_by="nora", why="fog"), True, "judged unsure by nora: fog"),
    ],
)
def test_how_near_and_why_apart(tie: Link, near: bool, verdict: str) -> None:
    assert (is_near(tie), verdict_of(tie)) == (near, verdict)


def test_reasons_leave_out_what_stands_in_the_list_of_neighbours() -> None:
    sentences = ("2 articles tell of it.", "“A second ferry” is certainly another one: 9 days apart.",
                 "“It” is taken for another one.", "He says it is certainly another one.")  # fmt: skip
    explained = Explanation(about="incident", id="incident-1", title="", sentences=sentences)
    assert reasons_of(explained) == (sentences[0], sentences[3])
