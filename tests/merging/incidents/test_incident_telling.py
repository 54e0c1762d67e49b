"""Which telling of an incident is the best one."""

from dateline.merging.incidents.telling import best_first
from dateline.merging.incidents.voting import votes
from merging.reported import person, place, telling_of, toll


def test_the_best_telling_is_of_what_happened_from_the_lead_and_tells_most() -> None:
    parts = [
        telling_of("denied", status="denied", lead=True),
        telling_of("later", "2031-05-04", lead=True),
        telling_of("copy", "2031-05-02", lead=True, copy_of="first"),
        telling_of("first", "2031-05-03", lead=True),
        telling_of("known", "2031-05-09", lead=True, where=[place("Lund")], actors=[person("Ada Holm")]),
        telling_of("counted", lead=True, where=[place("Lund")], actors=[person("Ada Holm")], tolls=[toll("killed", 2)]),
        telling_of("buried", confidence=0.99, where=[place("Lund")]),
    ]
    assert [part.report.article for part in best_first(parts)] == [
        "counted", "known", "first", "later", "copy", "buried", "denied",
    ]  # fmt: skip


def test_a_source_has_one_vote_by_its_surest_telling() -> None:
    told = [("x", "a", 0.5), ("x", "a", 0.9), ("x", "b", 0.5), ("y", "a", 0.7)]
    assert votes(told) == {"x": 1.4, "y": 0.7}
    assert votes([]) == {}
