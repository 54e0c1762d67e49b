"""Events of ordinary news: of people without a name, of fires, falls, the found and the run over, of posts."""

import pytest

from lexicon.conftest import Case, Coded

UNNAMED = {
    "A man was arrested.": "COERCE",
    "Ten people were killed.": "DEATH",
    "Gunmen opened fire in a mill, killing two workers.": "ASSAULT",
    "A teenager was charged with arson.": "ACCUSE",
    "The driver faces manslaughter charges.": "ACCUSE",
    "Three nurses were indicted on Monday.": "ACCUSE",
    "The coach was sacked.": "CAREER",
    "A tanker was saved after a raid by sea robbers.": "ASSAULT",
    "The striker was detained.": "COERCE",
}
"""Deeds of which nobody is named, and what each is."""
NOBODY = {
    "No guard was killed.": "ASSAULT",
    "The law could kill some people.": "DEATH",
    "A man may be arrested.": "COERCE",
    "The police chief was charged with protecting the town.": "ACCUSE",
    "He charged the guests ten dollars.": "ACCUSE",
    "Any man would have been arrested.": "COERCE",
    "The chef fired up the oven.": "CAREER",
    "The firm fired a rocket.": "CAREER",
}
"""What is told in general, is not told as a fact, or is another story; and what it is not."""
FOUND = {
    "Two hikers were found dead in a hut.": "found dead",
    "A doctor pronounced the boy dead.": "pronounced the boy dead",
    "The heat left three tourists dead.": "left three tourists dead",
    "Police found the body of Ana Souza in a lake.": None,
    "Ana Souza fell to her death in Norway.": "fell",
    "A climber plunged to his death.": "plunged",
}
"""Deaths by what was found, with the trigger."""
NOT_FOUND = (
    "The letter was declared dead.",
    "The cat was found dead.",
    "Divers found the remains of an ancient ship.",
    "The team found a home in Lund.",
    "Prices plunged on Monday.",
)
FIRES = {
    "A fire destroyed the depot.": "fire",
    "Fire destroys church in Lund": "Fire",
    "The school was destroyed by fire.": "fire",
    "The school was damaged in a blaze.": "blaze",
    "A fire broke out at a hotel.": "fire",
    "A blaze gutted the warehouse on Monday.": "blaze",
}
"""Fires, whatever the verb says of them: the fire is the event."""
NO_FIRES = (
    "A woman opened fire at the college.",
    "Soldiers returned fire at the camp.",
    "The minister came under fire in Lund.",
    "Fire from a tank hit the school.",
    "The club will fire the coach.",
)
ACCIDENTS = {
    "A lorry hit a cyclist.": "hit",
    "A cyclist was struck by a train.": "struck",
    "A widow was struck and killed by a motorist.": "struck",
    "A child was run over by a bus.": "run over",
    "A boy fell from a balcony.": "fell from a balcony",
    "A hiker fell 200 feet.": "fell",
    "Ana Souza fell off a ladder on Monday.": "fell off a ladder",
    "There was a power outage in Lund on Monday.": "outage",
    "Three undersea cables were severed on Monday.": "severed",
}
NO_ACCIDENTS = (
    "Prices fell 200 points.",
    "The government fell on Monday.",
    "Ana Souza fell from grace.",
    "The song hit the charts.",
    "A strike by drivers hit commuters.",
    "The bank cut costs on Monday.",
    "A media blackout was ordered in Lund.",
)
CRIMES = {
    "Robbers made off with diamonds.": "made off with diamonds",
    "Thieves snatched a necklace.": "snatched a necklace",
    "Nine inmates escaped from a prison.": "escaped from a prison",
    "Henrik Dahl broke out of jail.": "broke out of jail",
}
NO_CRIMES = (
    "Voters grabbed the chance.",
    "Henrik Dahl escaped injury.",
    "Ana Souza fled the rain.",
    "The team made off with the win.",
    "Henrik Dahl escaped a prison sentence.",
)
CAUGHT = {
    "The coast guard captured nine pirates.": "captured nine pirates",
    "Villagers caught a thief.": "caught a thief",
    "The convict was recaptured.": "recaptured",
}
NOT_CAUGHT = (
    "The camera captured the thieves on film.",
    "The song captured the public.",
    "The report caught the suspect to be wrong.",
)
CAREERS = {
    "Norway named a judge as ambassador to Japan.": "named",
    "A surgeon was nominated to be minister.": "nominated",
    "The board relieved Ana Souza of her responsibilities.": "relieved",
    "The club parted ways with the coach.": "parted",
}
NO_CAREERS = (
    "Sunday was chosen as the date of the vote.",
    "The paper named a boy as the winner.",
    "Nine suspects were confirmed to have been members of a ring.",
    "The party parted ways with the past.",
)
GATHERINGS = {
    "Ana Souza will host the ceremony.": "host the ceremony",
    "Norway hosted the festival.": "hosted the festival",
    "A Christmas party was held in Lund.": "party",
}
NO_GATHERINGS = ("The server hosts games.", "Henrik Dahl hosts a website.", "The party won in Lund.")

TOLD = (
    ("DEATH", FOUND),
    ("ACCIDENT", FIRES),
    ("ACCIDENT", ACCIDENTS),
    ("CRIME", CRIMES),
    ("COERCE", CAUGHT),
    ("CAREER", CAREERS),
    ("GATHERING", GATHERINGS),
)
NOT = (
    ("DEATH", NOT_FOUND),
    ("ACCIDENT", NO_FIRES),
    ("ACCIDENT", NO_ACCIDENTS),
    ("CRIME", NO_CRIMES),
    ("COERCE", NOT_CAUGHT),
    ("CAREER", NO_CAREERS),
    ("GATHERING", NO_GATHERINGS),
)
FOILED = {
    "The navy foiled an attack on a tanker off Bergen on Monday.": "denied",
    "Guards thwarted a hijack attempt in Lund.": "denied",
    "Police prevented a raid by armed men in Lund.": "denied",
}
PLACES = {
    "The bank was damaged in an attack by rebels.": Case("", recipients={"bank"}),
    "The church was wrecked in a bomb attack.": Case("", recipients={"church"}),
}
SENTENCES = (
    *UNNAMED,
    *NOBODY,
    *(sentence for _, group in (*TOLD, *NOT) for sentence in group),
    *FOILED,
    *PLACES,
)


@pytest.mark.parametrize(("sentence", "kind"), UNNAMED.items())
def test_deeds_done_to_people_without_a_name(coded: Coded, sentence: str, kind: str) -> None:
    told = [event for event in coded(sentence) if event.type == kind]
    assert told
    assert all(event.status == "asserted" for event in told)


@pytest.mark.parametrize(("sentence", "kind"), NOBODY.items())
def test_what_befell_nobody_in_particular(coded: Coded, sentence: str, kind: str) -> None:
    assert kind not in [event.type for event in coded(sentence)]


@pytest.mark.parametrize(
    ("kind", "sentence", "trigger"), [(kind, text, word) for kind, group in TOLD for text, word in group.items()]
)
def test_ordinary_news(coded: Coded, kind: str, sentence: str, trigger: str | None) -> None:
    triggers = [event.trigger for event in coded(sentence) if event.type == kind]
    assert triggers if trigger is None else trigger in triggers


@pytest.mark.parametrize(("kind", "sentence"), [(kind, text) for kind, group in NOT for text in group])
def test_what_only_sounds_like_it(coded: Coded, kind: str, sentence: str) -> None:
    assert kind not in [event.type for event in coded(sentence)]


@pytest.mark.parametrize(("sentence", "status"), FOILED.items())
def test_what_came_to_nothing_did_so_somewhere(coded: Coded, sentence: str, status: str) -> None:
    assert [event.status for event in coded(sentence) if event.type in ("ASSAULT", "COERCE")] == [status]


@pytest.mark.parametrize(("sentence", "case"), PLACES.items())
def test_what_suffered_by_an_attack_is_its_recipient(coded: Coded, sentence: str, case: Case) -> None:
    assert any(case.holds(event) for event in coded(sentence) if event.type == "ASSAULT")


def test_whoever_is_run_over_was_not_attacked(coded: Coded) -> None:
    told = coded("A widow was struck and killed by a motorist.")
    assert {event.type for event in told} <= {"ACCIDENT", "DEATH"}
