"""What happened, read from single sentences; towns and people are invented or far from any corpus."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.languages import load
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Event, Moment, Organisation, Person, Place

Told = Callable[..., Record]
TYPES = """
    AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE
    ASSAULT
"""
PLOVER = TYPES.split()
OTHER = ["ACCIDENT", "DISASTER", "OUTBREAK", "DEATH", "CRIME", "CAREER", "GATHERING"]


@pytest.fixture
def happened(told: Told) -> Callable[..., list[tuple[Record, Fact, Event]]]:
    """The events of a text, with their record."""

    def read(text: str, **more: str) -> list[tuple[Record, Fact, Event]]:
        record = told(text, upto="events", **{"published": "2024-03-05", **more})
        return [(record, fact, fact.value) for fact in record.of("event") if isinstance(fact.value, Event)]

    return read


Happened = Callable[..., list[tuple[Record, Fact, Event]]]


def the(events: list[tuple[Record, Fact, Event]], kind: str) -> tuple[Record, Fact, Event]:
    """The only event of a type."""
    found = [event for event in events if event[2].type == kind]
    assert len(found) == 1, [(e.type, r.words(e.trigger)) for r, _, e in events]
    return found[0]


def named(record: Record, ids: tuple[str, ...]) -> list[str]:
    """The names of facts."""
    values = [fact.value for one in ids if (fact := record.get(one))]
    return [value.name for value in values if isinstance(value, Person | Organisation | Place)]


def test_active_verb_with_time_and_place(happened: Happened) -> None:
    record, fact, event = the(happened("Gunmen attacked police officers in Bergen on Monday."), "ASSAULT")
    assert record.words(event.trigger) == "attacked"
    assert named(record, event.actors) == ["Gunmen"]
    assert named(record, event.recipients) == ["police officers"]
    assert named(record, event.where) == ["Bergen"]
    when = record.get(event.when)
    assert when is not None and isinstance(when.value, Moment) and when.value.timex == "2024-03-04"
    assert (event.scheme, event.cameo, event.intensity) == ("plover", "190", -9.0)
    assert fact.status == "asserted" and fact.confidence >= 0.8


def test_passive_with_agent_and_two_places(happened: Happened) -> None:
    record, _, event = the(happened("Two soldiers were shot dead by militants in Bergen and Oslo."), "ASSAULT")
    assert named(record, event.actors) == ["militants"]
    assert named(record, event.recipients) == ["soldiers"]
    assert sorted(named(record, event.where)) == ["Bergen", "Oslo"]
    assert event.modes == ("firearms",)


def test_harm_belongs_to_the_event_noun_that_it_came_by(happened: Happened) -> None:
    text = "Nine police officers were killed as a result of the rebels' attacks and 12 others were wounded."
    events = happened(text)
    record, _, event = the(events, "ASSAULT")
    assert len(events) == 1
    assert record.words(event.trigger) == "attacks"
    assert named(record, event.actors) == ["rebels"]
    assert "police officers" in named(record, event.recipients)


def test_harm_by_an_agent_is_an_assault(happened: Happened) -> None:
    record, _, event = the(happened("Rebels killed nine soldiers."), "ASSAULT")
    assert (named(record, event.actors), named(record, event.recipients)) == (["Rebels"], ["soldiers"])


def test_harm_without_agent_or_weapon_is_a_death(happened: Happened) -> None:
    record, _, event = the(happened("Nine soldiers were killed in Bergen."), "DEATH")
    assert event.scheme == "other" and event.actors == () and event.intensity is None
    assert named(record, event.recipients) == ["soldiers"]


def test_killed_in_a_crash_is_no_assault(happened: Happened) -> None:
    kinds = {event.type for _, _, event in happened("Nine soldiers were killed when a bus crashed near Bergen.")}
    assert "ASSAULT" not in kinds and "ACCIDENT" in kinds


def test_took_part_in_attacking(happened: Happened) -> None:
    text = "Colonel Henrik Dahl took part in arming a gang and attacking policemen in Oslo and Bergen."
    record, _, event = the(happened(text), "ASSAULT")
    assert named(record, event.actors) == ["Henrik Dahl"]
    assert named(record, event.recipients) == ["policemen"]
    assert sorted(named(record, event.where)) == ["Bergen", "Oslo"]


def test_mission_to_detain_is_planned_and_lies_where_the_gang_hides(happened: Happened) -> None:
    text = "Norway's soldiers press a mission to detain an armed group headed by Henrik Dahl, hiding in Bergen."
    record, fact, event = the(happened(text), "COERCE")
    assert event.modes == ("arrest",)
    assert named(record, event.recipients) == ["armed group"]
    assert named(record, event.where) == ["Bergen"]
    assert fact.status == "planned"


def test_talks_belong_to_the_subject_of_the_frame(happened: Happened) -> None:
    text = "President Ana Souza told a press conference after the talks with President Henrik Dahl that it rained."
    record, _, event = the(happened(text), "CONSULT")
    assert named(record, event.actors) == ["Ana Souza"]
    assert named(record, event.recipients) == ["Henrik Dahl"]


def test_talks_between_two(happened: Happened) -> None:
    record, _, event = the(happened("Talks between Norway and Portugal began in Oslo on Monday."), "CONSULT")
    assert (named(record, event.actors), named(record, event.recipients)) == (["Norway", "Portugal"], [])
    assert named(record, event.where) == ["Oslo"]
    assert event.when is not None


def test_visitor_is_actor_and_host_recipient(happened: Happened) -> None:
    record, _, event = the(happened("President Ana Souza visited Norway on Monday."), "CONSULT")
    assert event.modes == ("visit",) and event.intensity == 4.0
    assert (named(record, event.actors), named(record, event.recipients)) == (["Ana Souza"], ["Norway"])


def test_criminal_case_is_an_allegation_of_the_prosecutor(happened: Happened) -> None:
    text = "The state prosecutor's office opened a criminal case against Henrik Dahl over bribery."
    record, _, event = the(happened(text), "ACCUSE")
    assert event.modes == ("allege",) and event.cameo == "115"
    assert named(record, event.recipients) == ["Henrik Dahl"]
    assert len(event.actors) == 1


def test_charges_against_somebody_without_actor_say_so(happened: Happened) -> None:
    record, fact, event = the(happened("Graver charges were brought against Henrik Dahl."), "ACCUSE")
    assert named(record, event.recipients) == ["Henrik Dahl"]
    assert fact.reason == "no actor is named"


def test_dismissal_is_a_career_event_by_the_superior(happened: Happened) -> None:
    text = "Defence Minister Henrik Dahl was dismissed as mayor by President Ana Souza on Friday."
    record, _, event = the(happened(text), "CAREER")
    assert event.scheme == "other"
    assert (named(record, event.actors), named(record, event.recipients)) == (["Ana Souza"], ["Henrik Dahl"])


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("The rebels did not attack police officers in Oslo.", "ASSAULT", "denied"),
        ("The rebels denied attacking police officers in Oslo.", "ASSAULT", "denied"),
        ("Norway refused to release the prisoners.", "RETREAT", "denied"),
        ("The rebels may attack police officers in Oslo.", "ASSAULT", "possible"),
        ("Did the rebels attack police officers in Oslo?", "ASSAULT", "possible"),
        ("If the rebels attack police officers, the town is lost.", "ASSAULT", "possible"),
        ("Henrik Dahl was suspected of attacking police officers.", "ASSAULT", "possible"),
        ("Often rebels attack police officers in Oslo.", "ASSAULT", "possible"),
        ("The rebels planned to attack police officers in Oslo.", "ASSAULT", "planned"),
        ("Norway will arrest the rebels.", "COERCE", "planned"),
        ("Ana Souza urged Norway to release the prisoners.", "RETREAT", "requested"),
        ("Ana Souza called for an attack on the rebels in Oslo.", "ASSAULT", "requested"),
        ("The rebels signed a ceasefire with Norway in 1998.", "RETREAT", "historical"),
        ("Rebels attacked police officers in Oslo.", "ASSAULT", "asserted"),
    ],
)
def test_status(happened: Happened, sentence: str, kind: str, status: str) -> None:
    assert the(happened(sentence), kind)[1].status == status


def test_a_past_moment_reaches_the_next_sentence(happened: Happened) -> None:
    text = "In 1998, rebels attacked police officers in Oslo. They killed four soldiers."
    assert [fact.status for _, fact, _ in happened(text)] == ["historical", "historical"]


def test_without_a_story_day_nothing_is_history(told: Told) -> None:
    record = told("The rebels signed a ceasefire with Norway in 1998.", upto="events")
    assert [fact.status for fact in record.of("event")] == ["asserted"]


def test_announced_cooperation_is_a_promise(happened: Happened) -> None:
    _, fact, event = the(happened("President Ana Souza will visit Norway next week."), "AGREE")
    assert (fact.status, event.modes, event.cameo) == ("planned", (), "036")


def test_should_is_a_request_to_others_and_a_promise_of_ones_own(happened: Happened) -> None:
    record, fact, event = the(happened('"Norway must release the prisoners," President Ana Souza said.'), "REQUEST")
    assert named(record, event.actors) == ["Ana Souza"]
    assert "Norway" in named(record, event.recipients)
    assert event.modes == ("yield",) and fact.status == "requested"
    _, own, _ = the(happened('"Our soldiers should cooperate with Norway," President Ana Souza said.'), "AGREE")
    assert own.status == "requested"


def test_said_by_is_the_statement_that_covers_the_trigger(happened: Happened) -> None:
    record, fact, _ = the(happened("Rebels attacked police officers in Oslo, President Ana Souza said."), "ASSAULT")
    assert fact.said_by in {said.id for said in record.of("statement")}


def test_allegations_hold_where_somebody_makes_them(happened: Happened) -> None:
    _, fact, event = the(happened("Norway accused Portugal of bombing a hospital."), "ASSAULT")
    assert fact.reason is not None and "accused" in fact.reason
    assert fact.status == ("asserted" if fact.said_by else "possible")
    assert event.modes == ("explosives",)


def test_weapons_give_the_mode(happened: Happened) -> None:
    record, _, event = the(happened("Rebels attacked police officers with rifles and a hand grenade."), "ASSAULT")
    assert set(event.modes) == {"firearms", "explosives"}
    assert [record.words(span) for span in event.instruments] == ["rifles", "hand grenade"]


def test_a_threat_takes_its_mode_from_the_deed(happened: Happened) -> None:
    _, _, event = the(happened("The rebels threatened to kill the hostages."), "THREATEN")
    assert event.modes == ("violence",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Henrik Dahl died of an asthma attack.",
        "Henrik Dahl survived a heart attack.",
        "Henrik Dahl shot a film in Oslo.",
        "Norway met the demand.",
        "Stocks rallied on Monday.",
        "The team beat the champion on Monday.",
        "Attacks are common.",
        "Norway fights terrorism and drug trafficking.",
        "The protest song was sung in Oslo.",
    ],
)
def test_words_in_another_sense_are_no_events(happened: Happened, sentence: str) -> None:
    kinds = {event.type for _, _, event in happened(sentence)}
    assert not kinds & {"ASSAULT", "PROTEST", "CONSULT"}, kinds


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The two rebels struck a deal in Oslo.", "SUPPORT"),
        ("Ana Souza fired Defence Minister Henrik Dahl.", "CAREER"),
        ("Soldiers fired at protesters.", "ASSAULT"),
        ("Bus drivers began a strike in Oslo on Monday.", "PROTEST"),
        ("The army carried out air strikes against the rebels.", "ASSAULT"),
        ("Norway expelled two diplomats.", "SANCTION"),
        ("Portugal imposed sanctions on Norway.", "COERCE"),
        ("Norway sent humanitarian aid to Portugal.", "AID"),
        ("Norway deployed troops to Portugal.", "MOBILIZE"),
        ("Norway rejected the demand.", "REJECT"),
        ("Norway praised Portugal.", "SUPPORT"),
        ("Norway apologised to Portugal.", "CONCEDE"),
        ("Norway is cooperating with Portugal.", "COOPERATE"),
        ("Rebels withdrew from Oslo.", "RETREAT"),
        ("The latest bomb attacks in Oslo were organised by Portugal.", "ASSAULT"),
        ("Norway condemned Portugal.", "ACCUSE"),
        ("An earthquake shook Oslo on Monday.", "DISASTER"),
        ("Prime Minister Henrik Dahl resigned on Friday.", "RETREAT"),
    ],
)
def test_types(happened: Happened, sentence: str, kind: str) -> None:
    the(happened(sentence), kind)


def test_recipient_places_are_not_where_it_happens(happened: Happened) -> None:
    record, _, event = the(happened("Portugal imposed sanctions on Norway."), "COERCE")
    assert named(record, event.recipients) == ["Norway"] and event.where == ()


def test_a_moment_of_another_clause_is_not_taken(happened: Happened) -> None:
    text = "Rebels attacked police officers, Ana Souza, who arrived on Monday, said."
    assert the(happened(text), "ASSAULT")[2].when is None


def test_headlines_count_and_captions_do_not(told: Told) -> None:
    line = "Rebels attack police officers in Oslo"
    assert told(line, upto="events", headline=line).of("event")
    assert not told(line, upto="events", caption=line).of("event")


def test_every_event_shows_its_trigger(happened: Happened) -> None:
    for record, fact, event in happened("Rebels opened fire on soldiers in Oslo."):
        assert fact.spans == (event.trigger,)
        assert record.words(event.trigger) == "opened"


def test_the_pack_names_only_types_and_modes_that_exist() -> None:
    words = load("en").events
    modes = {name for name in words.scores if "-" in name} | {"PROTEST-vandalize"}
    assert {name for name in words.scores if "-" not in name and name.isupper()} == set(PLOVER)
    for row in load("en").lexicon.rows:
        assert row.type in {*PLOVER, *OTHER}
        assert all(f"{row.type}-{mode}" in modes for mode in row.modes), row
        assert row.verbs or row.nouns
    for mode in words.instruments:
        assert f"ASSAULT-{mode}" in modes


SOUP = """
    rebels attacked the a police in of by with Oslo Monday who which denied to attack talks between and killed , . nine
    were said on charges bomb exploded will not if Norway against deal signed him they
"""
WORDS = st.lists(st.sampled_from(SOUP.split()), min_size=1, max_size=25).map(" ".join)


@given(WORDS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_word_order_breaks_it(told: Told, text: str) -> None:
    record = told(text, upto="events", published="2024-03-05")
    assert not [finding for finding in record.findings if finding.severity == "error"]
    for fact in record.of("event"):
        assert isinstance(fact.value, Event)
        assert 0 <= fact.value.trigger.start < fact.value.trigger.end <= len(text)
        assert not set(fact.value.actors) & set(fact.value.recipients)
