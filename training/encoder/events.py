"""Corpora with events: triggers with their status and type, and who takes part in them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from training.encoder.documents import GOLD, NOWHERE, Document, Label, flat, rows
from training.encoder.entities import bare, head_of

Links = dict[str, tuple[tuple[int, int], ...]]

ENTITIES = {"PER": "person", "ORG": "organisation", "LOC": "place", "PRO": "other", "FIN": "other", "MIX": "other"}
PROPBANK = {"Arg0": "actor", "Arg1": "recipient", "Arg2": "recipient", "Argm-LOC": "place"}
ROLES = ("actor", "recipient", "place")

KAIROS_KINDS = (
    ("Conflict.Demonstrate", "PROTEST"),
    ("Conflict.", "ASSAULT"),
    ("Life.", "ASSAULT"),
    ("Justice.Arrest", "COERCE"),
    ("Justice.Charge", "ACCUSE"),
    ("Justice.Investigate", "ACCUSE"),
    ("Justice.Release", "YIELD"),
    ("Justice.Acquit", "YIELD"),
    ("Contact.Threaten", "THREATEN"),
    ("Contact.RequestCommand", "REQUEST"),
    ("Contact.Contact.Meet", "CONSULT"),
    ("Disaster.DiseaseOutbreak", "OUTBREAK"),
    ("GenericCrime", "CRIME"),
    ("Personnel.", "CAREER"),
)
"""KAIROS types that have one PLOVER or `other` type; the rest stay without."""
KAIROS_ACTORS = frozenset(
    [
        "Attacker",
        "Killer",
        "Injurer",
        "Jailer",
        "Communicator",
        "Demonstrator",
        "Transporter",
        "Investigator",
        "JudgeCourt",
        "Giver",
        "Impeder",
        "Perpetrator",
        "Destroyer",
        "Dismantler",
    ]
)
KAIROS_RECIPIENTS = frozenset(["Victim", "Target", "Recipient", "Defendant", "Detainee", "Employee", "Patient"])
KAIROS_INSTRUMENTS = frozenset(["ExplosiveDevice", "Instrument"])

CASE_KINDS = {
    "ASSAULT": "ARMED_CLASH GRENADE AIR_STRIKE SUIC_BOMB CHEM_WEAP ART_MISS_ATTACK REM_EXPLOS ATTACK SEX_VIOL MOB_VIOL "
    "GOV_REGAINS_TERIT NON_STATE_ACTOR_OVERTAKES_TER PROPERTY_DISTRUCT ABDUCT_DISSAP",
    "PROTEST": "VIOL_DEMONSTR PEACE_PROTEST PROTEST_WITH_INTER",
    "COERCE": "ARREST DISR_WEAP",
    "ACCIDENT": "MAN_MADE_DISASTER",
    "DISASTER": "NATURAL_DISASTER",
    "AGREE": "AGREEMENT",
    "CONSULT": "DIPLO",
    "CRIME": "ORG_CRIME",
}
"""ACLED's sub-types by the PLOVER or `other` type that they are."""


def meantime() -> Iterator[Document]:
    """Wikinews: entities, and every event with its factuality and participants, in the first sentences of a story."""
    for row in rows(GOLD / "events-meantime-intra" / "dev.jsonl"):
        text = "\n".join(row["text"].split("\n")[: row["meta"]["annotated_sents"] + 1])
        events = [g for g in row["gold"] if g["m"] == "EVENT_MENTION"]
        layers = {
            **_entities(text, row["gold"]),
            "trigger": flat(Label(*g["span"], "trigger") for g in events),
            "status": tuple(Label(*g["span"], status) for g in events if (status := _factuality(g))),
        }
        yield Document("meantime", row["id"], text, layers, _participants(text, events))


def _entities(text: str, gold: list[dict[str, Any]]) -> dict[str, tuple[Label, ...]]:
    names, nominal = [], []
    for each in gold:
        if each["m"] == "ENTITY_MENTION" and each.get("instance_class") in ENTITIES:
            label = Label(*each["span"], ENTITIES[each["instance_class"]])
            if each.get("syntactic_type") == "NAM":
                names.append(label)
            elif each.get("syntactic_type") == "NOM" and label.type != "other":
                nominal.append(head_of(text, label))
    return {"name": flat(bare(text, names)), "nominal": flat(x for x in nominal if x)}


def _factuality(event: dict[str, Any]) -> str | None:
    """The status that certainty, polarity and time amount to; None where one of them is left open."""
    sure = event.get("certainty"), event.get("polarity"), event.get("time")
    if None in sure or "UNDERSPECIFIED" in sure:
        return None
    if sure[1] == "NEG":
        return "denied"
    if sure[0] != "CERTAIN":
        return "possible"
    return "planned" if sure[2] == "FUTURE" else "asserted"


def _participants(text: str, events: Iterable[dict[str, Any]]) -> Links:
    arguments = [
        (event["span"][0], [(PROPBANK.get(p["role"]), _head_start(text, p["span"])) for p in event["participants"]])
        for event in events
        if "participants" in event
    ]
    return role_links(arguments, ROLES)


def _head_start(text: str, span: Iterable[int]) -> int:
    start, end = span
    head = head_of(text, Label(start, end, ""))
    return head.start if head else start


def role_links(arguments: Iterable[tuple[int, list[tuple[str | None, int]]]], roles: Iterable[str]) -> Links:
    """Links from triggers to the first argument of each role, or nowhere."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for trigger, parts in arguments:
        for role in roles:
            here = min((start for kind, start in parts if kind == role), default=NOWHERE)
            found[role][trigger] = found[role].get(trigger, NOWHERE) if here == NOWHERE else here
    return {role: tuple(sorted(links.items())) for role, links in found.items()}


def wikievents() -> Iterator[Document]:
    """Conflict news with KAIROS types and their arguments. It leaves many kinds of event out, so only its own count."""
    for row in rows(GOLD / "events-wikievents" / "dev.jsonl"):
        kinds = [(g, next((k for t, k in KAIROS_KINDS if g["type"].startswith(t)), None)) for g in row["gold"]]
        kind = tuple(Label(*g["span"], k) for g, k in kinds if k)
        arguments = [(g["span"][0], [(_kairos_role(a["role"]), a["span"][0]) for a in g["args"]]) for g in row["gold"]]
        links = role_links(arguments, (*ROLES, "instrument"))
        yield Document("wikievents", row["id"], row["text"], {"kind": tuple(sorted(kind, key=_place))}, links)


def _place(label: Label) -> tuple[int, int]:
    return label.start, label.end


def _kairos_role(role: str) -> str | None:
    if role in KAIROS_ACTORS:
        return "actor"
    if role in KAIROS_RECIPIENTS:
        return "recipient"
    if role in KAIROS_INSTRUMENTS:
        return "instrument"
    return "place" if role == "Place" else None


def ecbplus() -> Iterator[Document]:
    """ECB+: triggers in the sentences that annotators went over, with those that did not happen."""
    for row in rows(GOLD / "xdoc-ecbplus" / "train.jsonl"):
        lines = _lines(row["text"])
        text, moved = "", []
        for i in row["meta"]["validated_sentences"]:
            if i < len(lines):
                start, end = lines[i]
                moved.append((start, end, len(text)))
                text += row["text"][start:end] + "\n"
        events = [(g, _moved(g["span"], moved)) for g in row["gold"] if g["kind"] == "event"]
        labels = [(Label(*span, "trigger"), g["tag"].startswith("NEG")) for g, span in events if span]
        status = [Label(x.start, x.end, "denied") for x, negated in labels if negated]
        layers = {"trigger": flat(x for x, _ in labels), "status": tuple(sorted(status, key=_place))}
        yield Document("ecbplus", row["id"], text, layers)


def _lines(text: str) -> list[tuple[int, int]]:
    ends = [*(m.start() for m in re.finditer("\n", text)), len(text)]
    return list(zip([0, *(end + 1 for end in ends)], ends, strict=False))


def _moved(span: Iterable[int], moved: Iterable[tuple[int, int, int]]) -> tuple[int, int] | None:
    start, end = span
    return next(((start - a + to, end - a + to) for a, b, to in moved if a <= start and end <= b), None)


def timebank() -> Iterator[Document]:
    """TimeBank and AQUAINT: every event, states and reports included."""
    for row in rows(GOLD / "time-tempeval3" / "dev.jsonl"):
        events = flat(Label(*e["span"], "trigger") for e in row["meta"]["events"])
        yield Document("timebank", row["id"], row["text"], {"trigger": events})


def case2021() -> Iterator[Document]:
    """CASE 2021: snippets with the type of what they tell."""
    kinds = {theirs: ours for ours, many in CASE_KINDS.items() for theirs in many.split()}
    for row in rows(GOLD / "eventtype-case2021" / "dev.jsonl"):
        if kind := kinds.get(row["gold"][0]["type"]):
            yield Document("case2021", row["id"], row["text"], bag=kind)
