"""Corpora with events: who takes part, what came to pass, which lines stay."""

import pytest
from training.encoder.documents import NOWHERE
from training.encoder.events import (
    CASE_KINDS,
    KAIROS_ACTORS,
    KAIROS_INSTRUMENTS,
    KAIROS_KINDS,
    KAIROS_RECIPIENTS,
    ROLES,
    _entities,
    _factuality,
    _kairos_role,
    _lines,
    _moved,
    _participants,
    role_links,
)

from dateline.annotation.encoder.layers import MARKS, POINTERS

# Who takes part


def test_a_trigger_points_to_its_arguments() -> None:
    assert role_links([(20, [("actor", 4), ("place", 31)])], ROLES) == {
        "actor": ((20, 4),),
        "recipient": ((20, NOWHERE),),
        "place": ((20, 31),),
    }


def test_the_first_of_several_arguments_counts() -> None:
    assert role_links([(20, [("actor", 31), ("actor", 4), ("actor", 9)])], ["actor"]) == {"actor": ((20, 4),)}


def test_other_roles_are_left_out() -> None:
    assert role_links([(20, [(None, 4), ("instrument", 9)])], ["actor"]) == {"actor": ((20, NOWHERE),)}


def test_links_are_in_the_order_of_their_triggers() -> None:
    assert role_links([(50, [("actor", 4)]), (20, [("actor", 9)])], ["actor"]) == {"actor": ((20, 9), (50, 4))}


def test_without_events_there_is_nothing_to_point_from() -> None:
    assert role_links([], ROLES) == {}


def test_two_events_of_one_word_share_their_arguments() -> None:
    assert role_links([(20, [("actor", 4)]), (20, [("recipient", 9)])], ["actor", "recipient"]) == {
        "actor": ((20, 4),),
        "recipient": ((20, 9),),
    }


def test_participants_are_their_head_nouns() -> None:
    text = "The old captain of the ferry hired nine dockers in Tarma."
    hired = {
        "span": [text.index("hired"), text.index("hired") + 5],
        "participants": [
            {"role": "Arg0", "span": [0, text.index(" hired")]},
            {"role": "Arg1", "span": [text.index("nine"), text.index(" in")]},
            {"role": "Argm-LOC", "span": [text.index("Tarma"), text.index(".")]},
            {"role": "Argm-TMP", "span": [0, 3]},
        ],
    }
    links = _participants(text, [hired, {"span": [0, 3]}])
    assert {role: text[end:].split()[0] for role, ((_, end),) in links.items()} == {
        "actor": "captain",
        "recipient": "dockers",
        "place": "Tarma.",
    }


def test_a_pronoun_takes_part_as_it_stands() -> None:
    event = {"span": [3, 7], "participants": [{"role": "Arg0", "span": [0, 2]}]}
    assert _participants("He left", [event])["actor"] == ((3, 0),)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Attacker", "actor"),
        ("Victim", "recipient"),
        ("ExplosiveDevice", "instrument"),
        ("Place", "place"),
        ("Vehicle", None),
        ("", None),
    ],
)
def test_roles_of_kairos(role: str, expected: str | None) -> None:
    assert _kairos_role(role) == expected


# What came to pass


@pytest.mark.parametrize(
    ("certainty", "polarity", "time", "expected"),
    [
        ("CERTAIN", "POS", "NON_FUTURE", "asserted"),
        ("CERTAIN", "POS", "FUTURE", "planned"),
        ("CERTAIN", "NEG", "NON_FUTURE", "denied"),
        ("POSSIBLE", "NEG", "FUTURE", "denied"),
        ("POSSIBLE", "POS", "NON_FUTURE", "possible"),
        ("PROBABLE", "POS", "FUTURE", "possible"),
        ("UNDERSPECIFIED", "POS", "FUTURE", None),
        ("CERTAIN", "UNDERSPECIFIED", "FUTURE", None),
        ("CERTAIN", "POS", "UNDERSPECIFIED", None),
        (None, "POS", "FUTURE", None),
        ("CERTAIN", None, "FUTURE", None),
    ],
)
def test_certainty_polarity_and_time_make_a_status(
    certainty: str | None, polarity: str | None, time: str | None, expected: str | None
) -> None:
    event = {"certainty": certainty, "polarity": polarity, "time": time}
    assert _factuality(event) == expected
    assert _factuality({key: value for key, value in event.items() if value}) == expected


# Entities


def marked(text: str, words: str, kind: str, form: str) -> dict[str, object]:
    span = [text.index(words), text.index(words) + len(words)]
    return {"m": "ENTITY_MENTION", "span": span, "instance_class": kind, "syntactic_type": form}


def test_names_and_nouns_are_told_apart() -> None:
    text = "The captain hired Ana Reis of the River Press; it paid the old euro."
    gold = [
        marked(text, "The captain", "PER", "NOM"),
        marked(text, "Ana Reis", "PER", "NAM"),
        marked(text, "the River Press", "ORG", "NAM"),
        marked(text, "it", "ORG", "PRO"),
        marked(text, "the old euro", "FIN", "NOM"),
        marked(text, "hired", "VEHICLE", "NOM"),
        {"m": "EVENT_MENTION", "span": [12, 17]},
    ]
    found = _entities(text, gold)
    told = {layer: [(text[x.start : x.end], x.type) for x in labels] for layer, labels in found.items()}
    names = [("Ana Reis", "person"), ("River Press", "organisation")]
    assert told == {"name": names, "nominal": [("captain", "person")]}


def test_a_pronoun_is_no_noun() -> None:
    assert _entities("They left", [marked("They left", "They", "PER", "NOM")]) == {"name": (), "nominal": ()}


# Lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\nTwo\n\nFour", ["One", "Two", "", "Four"]),
        ("One", ["One"]),
        ("One\n", ["One", ""]),
        ("", [""]),
    ],
)
def test_the_lines_of_a_text(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in _lines(text)] == expected


def test_a_span_moves_with_its_line() -> None:
    text = "Nobody came.\nRuiz fled.\nLund stayed."
    lines = _lines(text)
    kept = text[slice(*lines[0])] + "\n" + text[slice(*lines[2])] + "\n"
    moved = [(*lines[0], 0), (*lines[2], 13)]
    start, end = _moved((text.index("stayed"), text.index("stayed") + 6), moved) or (0, 0)
    assert kept[start:end] == "stayed"
    assert _moved((text.index("fled"), text.index("fled") + 4), moved) is None
    assert _moved((text.index("came"), text.index("came") + 12), moved) is None


# Tables


def test_every_kind_is_one_that_the_encoder_has() -> None:
    assert {kind for _, kind in KAIROS_KINDS} | CASE_KINDS.keys() <= set(MARKS["kind"])
    assert {*ROLES, "instrument"} <= set(POINTERS)


def test_no_type_has_two_kinds() -> None:
    theirs = [each for many in CASE_KINDS.values() for each in many.split()]
    assert len(set(theirs)) == len(theirs)
    assert not KAIROS_ACTORS & KAIROS_RECIPIENTS
    assert not KAIROS_INSTRUMENTS & (KAIROS_ACTORS | KAIROS_RECIPIENTS)


def test_a_narrow_type_stands_before_a_wide_one() -> None:
    first = {name: next(kind for start, kind in KAIROS_KINDS if name.startswith(start)) for name, _ in KAIROS_KINDS}
    assert first == dict(KAIROS_KINDS)
