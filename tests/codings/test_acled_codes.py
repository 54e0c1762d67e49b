"""ACLED's types and kinds of actor, for events built by hand and for read sentences."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from staged import SECTORS, staged

from conftest import Told
from dateline.codings import AcledCodes, acled
from dateline.codings.tables import acled_table
from dateline.ontology import OTHER, PLOVER
from dateline.values import Event


def codes(*args: Any, **more: Any) -> AcledCodes | None:
    return acled(*staged(*args, **more))


@pytest.mark.parametrize(
    ("actors", "recipients", "modes", "event_type", "sub", "interaction"),
    [
        ("rebels", "army", (), "Battles", "Armed clash", 12),
        ("army", "rebels", ("firearms",), "Battles", "Armed clash", 12),
        ("army rebels", "", (), "Battles", "Armed clash", 12),
        ("gunmen", "villagers", ("firearms",), "Violence against civilians", "Attack", 37),
        ("", "villagers", (), "Violence against civilians", "Attack", 37),
        ("gunmen", "officials", (), "Violence against civilians", "Attack", 37),
        ("party", "villagers", (), "Violence against civilians", "Attack", 37),
        ("rebels", "villagers", ("abduct",), "Violence against civilians", "Abduction/forced disappearance", 27),
        ("army", "villagers", ("sexual",), "Violence against civilians", "Sexual violence", 17),
        ("rebels", "army", ("abduct",), "Strategic developments", "Other", 12),
        ("rebels", "villagers", ("suicide-attack",), "Explosions/Remote violence", "Suicide bomb", 27),
        ("army", "rebels", ("aerial",), "Explosions/Remote violence", "Air/drone strike", 12),
        ("army", "rebels", ("drone",), "Explosions/Remote violence", "Air/drone strike", 12),
        ("army", "Karsvik", ("heavy-weapons",), "Explosions/Remote violence", "Shelling/artillery/missile attack", 10),
        ("", "", ("explosives",), "Explosions/Remote violence", "Remote explosive/landmine/IED", 30),
        ("rebels", "", ("destroy",), "Strategic developments", "Looting/property destruction", 20),
        ("gang", "army", (), "Battles", "Armed clash", 13),
        ("rebels gunmen", "", (), "Battles", "Armed clash", 23),
        ("", "army", ("firearms",), "Battles", "Armed clash", 10),
    ],
)
def test_assault(
    actors: str, recipients: str, modes: tuple[str, ...], event_type: str, sub: str, interaction: int
) -> None:
    found = codes("ASSAULT", actors, recipients, modes=modes)
    assert found is not None
    assert (found.event_type, found.sub_event_type, found.interaction) == (event_type, sub, interaction)


@pytest.mark.parametrize(
    ("kind", "actors", "modes", "cameo", "sub"),
    [
        ("COERCE", "army", ("arrest",), "173", "Arrests"),
        ("COERCE", "army", ("seize",), "192", "Non-violent transfer of territory"),
        ("RETREAT", "army rebels", ("ceasefire",), "0871", "Agreement"),
        ("RETREAT", "army", ("withdraw",), "0874", "Change to group/activity"),
        ("MOBILIZE", "army", ("troops",), "154", "Change to group/activity"),
    ],
)
def test_developments(kind: str, actors: str, modes: tuple[str, ...], cameo: str, sub: str) -> None:
    found = codes(kind, actors, modes=modes, cameo=cameo)
    assert found is not None
    assert (found.event_type, found.sub_event_type) == ("Strategic developments", sub)
    assert found.disorder_type == "Strategic developments"


@pytest.mark.parametrize(
    ("modes", "event_type", "sub", "inter"),
    [
        ((), "Protests", "Peaceful protest", 6),
        (("demo",), "Protests", "Peaceful protest", 6),
        (("strike", "demo"), "Protests", "Peaceful protest", 6),
        (("riot",), "Riots", "Violent demonstration", 5),
        (("demo", "vandalize"), "Riots", "Violent demonstration", 5),
    ],
)
def test_crowds(modes: tuple[str, ...], event_type: str, sub: str, inter: int) -> None:
    found = codes("PROTEST", "crowd", modes=modes)
    assert found is not None
    assert (found.event_type, found.sub_event_type, found.inter1) == (event_type, sub, inter)
    assert found.interaction == inter * 10 and found.disorder_type == "Demonstrations"


@pytest.mark.parametrize(
    ("modes", "dead", "sub"),
    [
        (("crowd-control",), None, "Protest with intervention"),
        (("crowd-control", "firearms"), None, "Excessive force against protesters"),
        (("crowd-control",), 2, "Excessive force against protesters"),
    ],
)
def test_force_against_a_crowd(modes: tuple[str, ...], dead: int | None, sub: str) -> None:
    found = codes("ASSAULT", "army", "crowd", modes=modes, dead=dead)
    assert found is not None
    assert (found.sub_event_type, found.inter1, found.inter2) == (sub, 6, 1)
    assert found.civilian_targeting is (sub == "Excessive force against protesters")


def at_a_protest(*args: Any, **more: Any) -> AcledCodes | None:
    """The codes of an event whose recipients protest in the same story."""
    record, fact = staged(*args, **more)
    event = fact.value
    assert isinstance(event, Event)
    protest = Event(scheme="plover", type="PROTEST", trigger=event.trigger, actors=event.recipients)
    record.add(record.fact(protest, protest.trigger))
    return acled(record, fact)


@pytest.mark.parametrize("actors", ["", "rebels", "gunmen"])
def test_whoever_attacks_protesters_intervenes(actors: str) -> None:
    found = at_a_protest("ASSAULT", actors, "crowd")
    assert found is not None
    assert (found.event_type, found.sub_event_type, found.inter1) == ("Protests", "Protest with intervention", 6)
    bombed = at_a_protest("ASSAULT", actors, "crowd", modes=("explosives",))
    assert bombed is not None
    assert bombed.sub_event_type == "Excessive force against protesters"


def test_those_whom_the_story_counts_stand_in_for_things_and_nobody() -> None:
    bomb = codes("ASSAULT", "", "Karsvik", modes=("explosives",), dead=9, group="people")
    assert bomb is not None
    assert (bomb.sub_event_type, bomb.inter2, bomb.civilian_targeting) == ("Remote explosive/landmine/IED", 7, True)
    shot = codes("ASSAULT", "army", "Berg", modes=("firearms",), dead=1, group="protester")
    assert shot is not None
    assert (shot.sub_event_type, shot.interaction) == ("Excessive force against protesters", 16)
    raid = codes("ASSAULT", "rebels", "", dead=4)
    assert raid is None or raid.inter2 != 7, "of a bare number nobody knows whom it counts"


def test_protesters_who_are_arrested_had_police_intervene() -> None:
    found = at_a_protest("COERCE", "army", "crowd", modes=("arrest",), cameo="173")
    assert found is not None
    assert (found.event_type, found.sub_event_type, found.interaction) == ("Protests", "Protest with intervention", 16)


def test_who_is_sentenced_to_prison_is_not_arrested() -> None:
    record, fact = staged("COERCE", "officials", "Berg", modes=("arrest",), cameo="173")
    assert acled(record, fact) is not None
    convicted = Event(scheme="plover", type="SANCTION", modes=("convict",), trigger=fact.value.trigger)  # type: ignore[union-attr]
    record.add(record.fact(convicted, convicted.trigger))
    assert acled(record, fact) is None


@pytest.mark.parametrize("kind", ["CONSULT", "REQUEST", "ACCUSE", "SANCTION", "AID", "SUPPORT", "REJECT", "THREATEN"])
def test_talk_is_not_in_acled(kind: str) -> None:
    assert codes(kind, "army", "rebels") is None


@pytest.mark.parametrize("modes", [("strike",), ("hunger",), ("boycott",), ("strike", "boycott")])
def test_strikes_without_a_march_are_not(modes: tuple[str, ...]) -> None:
    assert codes("PROTEST", "crowd", modes=modes) is None


@pytest.mark.parametrize("status", ["planned", "possible", "requested", "denied"])
def test_what_did_not_happen_is_not(status: Any) -> None:
    assert codes("ASSAULT", "rebels", "army", status=status) is None


def test_private_crime_is_not() -> None:
    assert codes("ASSAULT", "Berg", "villagers") is None
    assert codes("COERCE", "villagers", modes=("seize",), cameo="171") is None


@pytest.mark.parametrize(
    ("actors", "modes"),
    [("army", ()), ("rebels", ("firearms",)), ("army@NOR gunmen", ("targeted",)), ("army officials", ()), ("", ())],
)
def test_one_side_alone_tells_no_type(actors: str, modes: tuple[str, ...]) -> None:
    assert codes("ASSAULT", actors, modes=modes) is None


def test_a_fact_of_another_kind_has_no_codes() -> None:
    record, _ = staged("ASSAULT", "rebels", "army")
    assert acled(record, record.of("organisation")[0]) is None


@pytest.mark.parametrize(
    ("actors", "where", "inter"),
    [
        ("army@NOR", "Karsvik", 1),
        ("army@SWE", "Karsvik", 8),
        ("army@SWE", "", 1),
        ("army@UNO", "", 8),
        ("rebels@SWE", "Karsvik", 2),
        ("gunmen@IMG", "Karsvik", 2),
        ("Norland", "", 1),
    ],
)
def test_forces_abroad_are_external(actors: str, where: str, inter: int) -> None:
    found = codes("ASSAULT", actors, "villagers", where=where)
    assert found is not None and found.inter1 == inter


def test_who_takes_land_in_a_fight() -> None:
    taken = codes("ASSAULT", "rebels", "army", cameo="192")
    regained = codes("ASSAULT", "army", "rebels", cameo="192")
    assert taken is not None and taken.sub_event_type == "Non-state actor overtakes territory"
    assert regained is not None and regained.sub_event_type == "Government regains territory"


EVENTS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from([*PLOVER, *OTHER]),
        "actors": st.lists(st.sampled_from([*SECTORS, "Norland", "Karsvik", "Berg"]), max_size=3, unique=True),
        "recipients": st.lists(st.sampled_from([*SECTORS, "Sudland", "Karsvik", "Berg"]), max_size=2, unique=True),
        "modes": st.sets(st.sampled_from(sorted({mode for modes in PLOVER.values() for mode in modes})), max_size=3),
        "status": st.sampled_from(["asserted", "historical", "possible", "denied"]),
        "cameo": st.sampled_from([None, "190", "192", "0871", "173", "141"]),
    }
)


@given(EVENTS)
def test_every_event_gets_a_consistent_answer(drawn: dict[str, Any]) -> None:
    kind = drawn["kind"]
    found = codes(
        kind, " ".join(drawn["actors"]), " ".join(drawn["recipients"]), modes=tuple(sorted(drawn["modes"])),
        cameo=drawn["cameo"], status=drawn["status"], scheme="other" if kind in OTHER else "plover",
    )  # fmt: skip
    if found is None:
        return
    assert kind in PLOVER and drawn["status"] in ("asserted", "historical")
    assert found.sub_event_type in acled_table().types[found.event_type]
    assert {found.inter1, found.inter2} <= set(range(9)) and found.inter1
    digits = sorted((found.inter1, found.inter2), key=lambda kind: kind or 9)
    assert found.interaction == digits[0] * 10 + digits[1]
    assert not found.civilian_targeting or found.event_type not in ("Battles", "Strategic developments")


@pytest.mark.parametrize(
    ("text", "event_type", "sub"),
    [
        ("Rebels attacked soldiers near Oslo.", "Battles", "Armed clash"),
        ("Gunmen killed four villagers near Oslo.", "Violence against civilians", "Attack"),
        ("The militia abducted two teachers.", "Violence against civilians", "Abduction/forced disappearance"),
        ("Thousands marched in Oslo against the new tax.", "Protests", "Peaceful protest"),
        ("Police shot dead three protesters in Oslo.", "Protests", "Excessive force against protesters"),
    ],
)
def test_read_sentences(told: Told, text: str, event_type: str, sub: str) -> None:
    record = told(text, upto="casualties")
    found = [codes for fact in record.of("event") if (codes := acled(record, fact)) is not None]
    assert (event_type, sub) in [(one.event_type, one.sub_event_type) for one in found]


def test_a_record_from_json_has_the_same_codes(told: Told) -> None:
    record = told("Rioters attacked police in Oslo.", upto="casualties")
    again = type(record).from_json(record.to_json())
    assert [acled(record, fact) for fact in record.of("event")] == [acled(again, fact) for fact in again.of("event")]
