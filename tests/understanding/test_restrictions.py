"""For each kind of trigger a sentence that it must read and one that only looks like it: precision before recall."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.record import Record
from dateline.values import Event

Told = Callable[..., Record]


@pytest.fixture
def kinds(told: Told) -> Callable[..., set[str]]:
    """The types of the events of a text."""

    def read(text: str, **more: str) -> set[str]:
        record = told(text, upto="events", **{"published": "2024-03-05", **more})
        assert not [finding for finding in record.findings if finding.severity == "error"]
        return {fact.value.type for fact in record.of("event") if isinstance(fact.value, Event)}

    return read


Kinds = Callable[..., set[str]]


@pytest.mark.parametrize(
    ("kind", "fires", "sleeps"),
    [
        ("REQUEST", "Ana Souza asked Norway to help.", "Asked about the border, Ana Souza said it was closed."),
        ("REQUEST", "Ana Souza asked Norway for help.", "When asked about the report, Henrik Dahl left."),
        ("REQUEST", "Ana Souza called on Norway to help.", "Ana Souza asked Henrik Dahl whether it rained."),
        ("REQUEST", "Norway demanded an apology from Portugal.", "Asked if he would leave, Henrik Dahl laughed."),
        ("REQUEST", "Norway sought aid from Portugal.", "Norway sought to enter the union."),
        ("REQUEST", "Norway appealed to Portugal for help.", "Henrik Dahl ordered a pizza."),
        (
            "CONSULT",
            "A peace conference between Norway and Portugal began.",
            "Ana Souza spoke at the Lisbon Peace Conference.",
        ),
        ("CONSULT", "Norway met Portugal in Oslo.", "Norway met the deadline."),
        (
            "CONSULT",
            "President Henrik Dahl discussed the border with Ana Souza.",
            "Henrik Dahl told a news conference that it rained.",
        ),
        ("CONSULT", "President Henrik Dahl phoned Ana Souza.", "President Henrik Dahl called Ana Souza a liar."),
        ("CONSULT", "President Ana Souza visited Norway.", "President Ana Souza visited a museum."),
        ("ASSAULT", "A bomb went off in Oslo.", "The alarm went off in Oslo."),
        ("ASSAULT", "Rebels fought soldiers in Oslo.", "The nurse used a medicine to combat the symptoms."),
        ("ASSAULT", "Rebels fought against Norway.", "Henrik Dahl fought cancer."),
        ("ASSAULT", "Rebels shot a judge.", "Henrik Dahl shot a film in Oslo."),
        ("ASSAULT", "Rebels struck the base with rockets.", "Teachers struck in Oslo."),
        ("ASSAULT", "Soldiers beat Henrik Dahl.", "The team beat its rival on Monday."),
        ("ASSAULT", "Rebels hanged Henrik Dahl.", "Henrik Dahl hanged a picture in Oslo."),
        ("ASSAULT", "Rebels executed Henrik Dahl.", "The army executed the order on Monday."),
        ("ASSAULT", "Rebels destroyed a bridge in Oslo.", "The report destroyed the hopes of Henrik Dahl."),
        ("ASSAULT", "Rebels poisoned Henrik Dahl.", "The quarrel poisoned the atmosphere in Oslo."),
        ("ASSAULT", "Rebels fired missiles at Oslo.", "Norway fired Henrik Dahl."),
        ("ASSAULT", "Police used tear gas against workers.", "Police used the gas pipe in Oslo."),
        ("ASSAULT", "Rebels threw stones at soldiers.", "Henrik Dahl threw a party in Oslo."),
        ("ASSAULT", "Rebels took a hostage in Oslo.", "Henrik Dahl took a train in Oslo."),
        ("PROTEST", "Workers demonstrated in Oslo.", "Workers demonstrated a telephone in Oslo."),
        ("PROTEST", "Workers rallied in Oslo.", "Stocks rallied in Oslo on Monday."),
        ("PROTEST", "Workers marched in Oslo.", "Prices marched upward in Oslo."),
        ("PROTEST", "Teachers began a strike in Oslo.", "The army began a strike on the base."),
        ("PROTEST", "Workers blocked a road in Oslo.", "Norway blocked the bill on Monday."),
        ("REJECT", "Norway rejected the demand.", "Henrik Dahl declined to comment."),
        ("REJECT", "Norway refused to help Portugal.", "Prices declined on Monday."),
        ("REJECT", "Norway cancelled talks with Portugal.", "The nurse declined to give her name."),
        ("SUPPORT", "Norway hailed Portugal.", "Senator Ana Souza hails from Oslo."),
        ("SUPPORT", "Norway backed Portugal.", "The study supports the theory."),
        ("AGREE", "Norway pledged to help Portugal.", "Rebels pledged allegiance to Henrik Dahl."),
        ("AGREE", "Norway offered to help Portugal.", "The police offered a reward on Monday."),
        ("AGREE", "Norway accepted the plan of Portugal.", "Henrik Dahl accepted the medal in Oslo."),
        ("SUPPORT", "Norway signed a deal with Portugal.", "Henrik Dahl signed a shirt in Oslo."),
        ("THREATEN", "Norway warned Portugal against an attack.", "Nurses warned the police of their fears."),
        ("THREATEN", "Norway threatened Portugal.", "Rain threatened the harvest in Oslo."),
        ("GATHERING", "Workers held a funeral in Oslo on Monday.", "The bus will enter service in Oslo in 2030."),
        ("GATHERING", "Workers gathered in Oslo on Monday.", "Workers gathered evidence in Oslo on Monday."),
        ("RETREAT", "Norway released two prisoners.", "Norway released a report on Monday."),
        ("RETREAT", "Norway withdrew its troops from Oslo.", "Henrik Dahl withdrew money in Oslo."),
        ("RETREAT", "Prime Minister Henrik Dahl resigned on Monday.", "Henrik Dahl quit smoking."),
        ("RETREAT", "Norway lifted the sanctions on Portugal.", "Norway lifted the lid on Monday."),
        ("SANCTION", "Norway withdrew peacekeepers from Oslo.", "Norway withdrew its troops from Oslo."),
        ("SANCTION", "A court convicted Henrik Dahl on Monday.", "Henrik Dahl has a religious conviction."),
        ("COERCE", "Police arrested Henrik Dahl.", "Henrik Dahl suffered a cardiac arrest."),
        ("COERCE", "Norway banned the newspaper.", "The hotel had a ban on smoking."),
        ("COERCE", "Police seized a ship in Oslo.", "Henrik Dahl seized the opportunity."),
        ("ACCUSE", "Norway accused Portugal of lying.", "Henrik Dahl charged the battery."),
        ("ACCUSE", "Norway criticised Portugal.", "Norway disputed the weather."),
        ("CAREER", "Norway appointed Henrik Dahl as minister.", "Norway promoted tourism on Monday."),
        ("CAREER", "Norway fired Henrik Dahl.", "Norway fired a missile."),
        ("ACCIDENT", "A bus crashed near Oslo on Monday.", "The market crashed on Monday."),
        ("ACCIDENT", "An explosion at a bakery in Oslo broke windows.", "A population explosion came in Oslo."),
        ("DISASTER", "A flood hit Oslo on Monday.", "A storm of criticism hit Oslo on Monday."),
        ("OUTBREAK", "An outbreak of cholera began in Oslo.", "An outbreak of violence began in Oslo."),
        ("DEATH", "Henrik Dahl died in Oslo on Monday.", "The death penalty was debated in Oslo."),
        ("CRIME", "Henrik Dahl robbed a nurse.", "Henrik Dahl stole the show."),
        ("MOBILIZE", "Norway sent troops to Oslo.", "Norway sent flowers to Oslo."),
        ("AID", "Norway gave food to Portugal.", "Norway gave a warning to Portugal."),
        ("CONCEDE", "Norway apologised to Portugal.", "Henrik Dahl declared the shop open."),
        ("COOPERATE", "Norway cooperated with Portugal.", "The spices worked in Oslo."),
    ],
)
def test_a_trigger_and_its_double(kinds: Kinds, kind: str, fires: str, sleeps: str) -> None:
    assert kind in kinds(fires)
    assert kind not in kinds(sleeps)


@pytest.mark.parametrize(
    "sentence",
    [
        "It rained in Oslo on Monday.",
        "Ana Souza is the president of Norway.",
        "Henrik Dahl was born in Oslo in 1961.",
        "The hotel has ninety rooms and a view of the sea.",
        "Prices rose by two per cent in March.",
        "In March 2022, the weather in Oslo was fine.",
        "The attack helicopter stood in a hall.",
        "He has a heart attack once a year.",
        "The War Museum in Oslo opens at nine.",
        "The Attack, a film by Ana Souza, is long.",
    ],
)
def test_a_quiet_sentence_has_no_event(kinds: Kinds, sentence: str) -> None:
    assert kinds(sentence) == set()


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "?", "“”", "Attack", "ATTACK", "Bomb!", "a" * 300])
def test_next_to_nothing_breaks_nothing(kinds: Kinds, text: str) -> None:
    assert kinds(text) == set()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("REBELS ATTACKED SOLDIERS IN OSLO ON MONDAY.", "ASSAULT"),
        ("“Rebels attacked soldiers in Oslo,” President Ana Souza said.", "ASSAULT"),
        ("'Rebels attacked soldiers in Oslo,' President Ana Souza said.", "ASSAULT"),
        ("“Attacks on soldiers in Oslo go on,” President Ana Souza said.", "ASSAULT"),
        ("Attacks on soldiers in Oslo go on.", "ASSAULT"),
        ("OSLO, March 5 - Rebels attacked soldiers on Monday.", "ASSAULT"),
        ("Rebels  attacked   soldiers in Oslo.", "ASSAULT"),
        ("Rebels attacked soldiers in Oslo", "ASSAULT"),
        ("- Rebels attacked soldiers in Oslo;", "ASSAULT"),
    ],
)
def test_the_look_of_a_sentence_does_not_matter(kinds: Kinds, sentence: str, kind: str) -> None:
    assert kind in kinds(sentence)


def test_a_capital_inside_a_sentence_is_a_name_but_not_in_a_headline(kinds: Kinds) -> None:
    assert "ASSAULT" not in kinds("Henrik Dahl saw the Great Attack in Oslo.")
    line = "Rebels Launch Attack on Soldiers in Oslo"
    assert kinds(line, headline=line) & {"ASSAULT", "DEATH"}


def test_each_of_several_events_is_found_once(told: Told) -> None:
    text = "Rebels attacked soldiers in Oslo, kidnapped a judge and robbed a nurse, and police arrested two men."
    record = told(text, upto="events")
    events = [fact.value for fact in record.of("event") if isinstance(fact.value, Event)]
    assert [record.words(event.trigger) for event in events] == ["attacked", "kidnapped", "robbed", "arrested"]
    assert [event.type for event in events] == ["ASSAULT", "ASSAULT", "CRIME", "COERCE"]


def test_the_same_deed_in_two_sentences_is_two_events(told: Told) -> None:
    record = told("Rebels attacked soldiers in Oslo. Rebels attacked soldiers in Bergen.", upto="events")
    assert len(record.of("event")) == 2


def test_events_come_in_the_order_of_the_text(told: Told) -> None:
    text = "The raid on a bank in Oslo came after police arrested a man, Ana Souza criticised Norway and a bus crashed."
    starts = [fact.spans[0].start for fact in told(text, upto="events").of("event")]
    assert len(starts) >= 3 and starts == sorted(starts)


def test_a_text_in_a_language_without_a_parse_has_no_events(told: Told) -> None:
    record = told("Rebels attacked soldiers in Oslo.", upto="places")
    assert list(record.of("event")) == []


PARTS = st.tuples(
    st.sampled_from(["Rebels", "Nobody", "Norway", "The army", "Ana Souza", "“Soldiers", "RIOT POLICE", "He"]),
    st.sampled_from(["attacked", "did not meet", "will not help", "asked", "was told that", "refused to", "blew up"]),
    st.sampled_from(["Oslo", "no soldiers", "a treaty", "the rebels’ talks", "about", "Henrik Dahl,", "who", "”"]),
    st.sampled_from(["on Monday.", "in 1998?", "with a bomb", "by police", "”", "and resigned.", "", "if it rains."]),
)


@given(st.lists(PARTS, min_size=1, max_size=3))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_put_together_stays_within_bounds(told: Told, sentences: list[tuple[str, str, str, str]]) -> None:
    text = " ".join(" ".join(parts) for parts in sentences)
    record = told(text, upto="events", published="2024-03-05")
    assert not [finding for finding in record.findings if finding.severity == "error"]
    for fact in record.of("event"):
        assert isinstance(fact.value, Event)
        assert 0.0 < fact.confidence <= 1.0
        for span in (fact.value.trigger, *fact.value.instruments):
            assert 0 <= span.start < span.end <= len(text)
        for one in (*fact.value.actors, *fact.value.recipients, *fact.value.where):
            assert record.get(one) is not None
        assert fact.value.intensity is None or -10 <= fact.value.intensity <= 10
        assert (fact.value.scheme == "plover") == (fact.value.intensity is not None)
