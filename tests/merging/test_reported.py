"""The builders of reports, on which the tests of merging stand."""

from dateline.merging.reports.report import pack, unpack
from merging.reported import happening, organisation, part, person, place, report, saying, telling_of, toll


def test_names_are_numbered_once_in_a_report() -> None:
    lund, ada = place("Lund"), person("Ada Holm", country="SWE")
    made = report(
        "a1",
        "2031-05-03",
        happenings=[happening(where=[lund], actors=[ada]), happening("DEATH", where=[lund])],
        sayings=[saying("It was not us.", ada, "denies", [0])],
        names=[organisation("gunmen", proper=False)],
    )
    assert [named.fact for named in made.names] == ["a1:n0", "a1:n1", "a1:n2"]
    assert [(event.places, event.actors) for event in made.happenings] == [((0,), (1,)), ((0,), ())]
    assert [event.fact for event in made.happenings] == ["a1:e0", "a1:e1"]
    assert (made.sayings[0].speaker, made.sayings[0].source, made.sayings[0].about) == (1, "Ada Holm", ("a1:e0",))
    assert unpack(pack(made)) == made


def test_tolls_are_exact_or_open() -> None:
    made = telling_of("a1", tolls=[toll("killed", 9), toll("wounded", low=3), toll("missing", high=4)])
    assert [(each.low, each.best, each.high) for each in made.happening.tolls] == [
        (9, 9, 9), (3, None, None), (None, None, 4),
    ]  # fmt: skip
    assert [each.fact for each in made.happening.tolls] == ["a1:t0", "a1:t1", "a1:t2"]


def test_a_part_has_the_source_of_what_it_copies() -> None:
    made = report("a1", happenings=[happening()])
    assert (part(made).source, part(made, copy_of="a0").source, part(made, source="wire").source) == (
        "a1",
        "a0",
        "wire",
    )
    assert telling_of("a2", copy_of="a1").copy_of == "a1"


def test_a_day_and_words() -> None:
    made = telling_of("a1", day="2031-05-03", triggers=["bombings"], sentence="Bombers struck Lund.").happening
    assert (made.earliest, made.latest, made.time_precision, made.triggers) == (
        "2031-05-03", "2031-05-03", "day", ("bomb",),
    )  # fmt: skip
    assert "lund" in made.words
