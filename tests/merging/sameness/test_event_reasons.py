"""What `why` tells of two events, in sentences."""

from dateline.merging.sameness.evidence import EVIDENCE
from dateline.merging.sameness.learnt import WEIGHTS
from dateline.merging.sameness.sameness import event_reasons
from merging.reported import Told, happening, person, place, report, toll

BREKHOLM = place("Brekholm", lat=58.1, lon=15.2, country="SWE", admin1="05", geonames=11)
SWEDEN = place("Sweden", lat=62.0, lon=15.0, country="SWE", geonames=10, precision="country")
ANA = person("Ana Lund")


def reasons(a: Told, b: Told) -> tuple[str, ...]:
    """The reasons of two reports with one event each, the same whichever comes first."""
    one, other = report("a1", "2024-05-10", happenings=[a]), report("a2", "2024-05-10", happenings=[b])
    found = event_reasons(one, one.happenings[0], other, other.happenings[0])
    assert found == event_reasons(other, other.happenings[0], one, one.happenings[0])
    return found


def test_what_speaks_for_one_event() -> None:
    told = {"where": [BREKHOLM], "recipients": [ANA], "tolls": [toll("killed", 9)], "modes": ("explosives",)}
    found = reasons(
        happening("ASSAULT", "2024-05-03", sentence="A ferry exploded.", **told),
        happening("ASSAULT", "2024-05-04", sentence="The ferry burned.", **told),
    )
    assert found == (
        "both tell of ASSAULT (explosives)",
        "1 day apart",
        "same place: Brekholm",
        "both name Ana Lund as recipient",
        "both tell of 9 killed",
        "same words: ferry",
    )


def test_what_speaks_against_it() -> None:
    found = reasons(
        happening("ASSAULT", "2024-05-03", actors=[ANA], tolls=[toll("killed", 9)]),
        happening("DEATH", "2024-05-09", actors=[person("Boris Kettering")], tolls=[toll("killed", low=12)]),
    )
    assert found[0] == "6 days apart"
    assert "one tells of ASSAULT and the other of DEATH" in found
    assert "another actor: Ana Lund and Boris Kettering" in found
    assert "another figure of killed: 9 and 12 or more" in found


def test_places_and_times_that_hold_each_other() -> None:
    may = {"earliest": "2024-05-01", "latest": "2024-05-31", "time_precision": "month"}
    found = reasons(happening("ASSAULT", "2024-05-03", where=[BREKHOLM]), happening("ASSAULT", where=[SWEDEN], **may))
    assert "times that meet" in found
    assert "one place lies in the other: Brekholm and Sweden" in found


def test_a_denial_is_told() -> None:
    found = reasons(happening("ASSAULT", status="denied"), happening("ASSAULT"))
    assert "only one says that it did not happen" in found


def test_all_evidence_has_a_weight() -> None:
    assert tuple(WEIGHTS) == EVIDENCE
