"""Who says what, as the layout and the marks tell it; and what stands around the words: whom, where, when."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from dateline.model import Fact
from dateline.record import Record
from dateline.values import Span, Statement

Told = Callable[..., Record]
HEADLINE = "H:"
"""Marks a text whose first line is a headline."""


class Said(NamedTuple):
    """What a statement has; None where it does not matter."""

    content: str | tuple[str, ...] | None = None
    source: str | None = None
    cue: str | None = None
    speaker: str | None = None
    manner: str | None = None
    stance: str | None = None
    within: int | None = None
    addressee: str | None = None
    occasion: str | None = None
    where: str | None = None
    when: bool | None = None
    insertions: tuple[str, ...] | None = None


def found(record: Record, fact: Fact, asked: Said) -> Said:
    """The statement as it is, where it matters."""
    value, facts = fact.value, record.of("statement")
    assert isinstance(value, Statement)

    def words(span: Span | None) -> str | None:
        return record.words(span) if span else None

    def name(identity: str | None) -> str | None:
        known = record.get(identity)
        return getattr(known.value, "name", None) if known else None

    whole = tuple(record.words(span) for span in value.content)
    within = [i for i, other in enumerate(facts) if other.id == fact.said_by]
    there = Said(
        whole[0] if len(whole) == 1 else whole,
        words(value.speaker_span),
        words(value.cue),
        name(value.speaker),
        value.manner,
        value.stance,
        within[0] if within else None,
        name(value.addressee),
        words(value.occasion),
        name(value.where),
        value.when is not None,
        tuple(record.words(span) for span in value.insertions),
    )
    return Said(*(there[i] if each is not None else None for i, each in enumerate(asked)))


MAYOR = "Mayor Greta Holm opened the new library on Tuesday."


def lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs)


def check(told: Told, text: str, *said: Said) -> None:
    roles = {}
    if text.startswith(HEADLINE):
        text = text.removeprefix(HEADLINE)
        roles = {"headline": text.split("\n")[0]}
    record = told(text, upto="statements", published="2024-03-05", **roles)
    facts = record.of("statement")
    assert len(facts) == len(said)
    assert [found(record, *pair) for pair in zip(facts, said, strict=True)] == list(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            lines(MAYOR, '"Every town needs a library." - Greta Holm'),
            [Said("Every town needs a library.", source="Greta Holm", speaker="Greta Holm", manner="direct")],
        ),
        (
            lines(MAYOR, '"Every town needs a library," -Commissioner Pavel Novak'),
            [Said("Every town needs a library,", source="Commissioner Pavel Novak", speaker="Pavel Novak")],
        ),
        (
            lines(MAYOR, "“Every town needs a library.” — Pavel Novak, reader"),
            [Said("Every town needs a library.", speaker="Pavel Novak")],
        ),
    ],
)
def test_a_dash_signs(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            lines(MAYOR, 'And from Pavel Novak: "Every town needs a library."'),
            [Said("Every town needs a library.", source="Pavel Novak", speaker="Pavel Novak", manner="direct")],
        ),
        (
            lines(MAYOR, 'And from Holm: "Every town needs a library."'),
            [Said("Every town needs a library.", source="Holm", speaker="Greta Holm")],
        ),
        (
            lines(MAYOR, 'More from Pavel Novak: "Every town needs a library."'),
            [Said("Every town needs a library.", source="Pavel Novak", speaker="Pavel Novak")],
        ),
    ],
)
def test_a_colon_introduces(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            lines(
                "Reporter Tom Alder spoke with Minister Lena Marsh in Porto.",
                "Q: Why was the pier closed?",
                "A: It was old and rusty.",
            ),
            [Said("Why was the pier closed?"), Said("It was old and rusty.")],
        ),
        (
            lines(
                "Minister Lena Marsh answered questions in Porto.",
                "Question: Why was the pier closed?",
                "Answer: It was old and rusty.",
                "Question: When does it open?",
                "Answer: In May, I hope.",
            ),
            [
                Said("Why was the pier closed?"),
                Said("It was old and rusty."),
                Said("When does it open?"),
                Said("In May, I hope."),
            ],
        ),
    ],
)
def test_questions_and_answers(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            lines(
                MAYOR,
                'Holm said: "We waited for a year.',
                '"Then the lift came. It never worked.',
                '"In the end we sent it back."',
                "The lift cost a fortune.",
            ),
            [
                Said(
                    ("We waited for a year.", "Then the lift came. It never worked.", "In the end we sent it back."),
                    "Holm",
                    "said",
                    "Greta Holm",
                    manner="direct",
                )
            ],
        ),
        (
            lines(MAYOR, "“We waited for a year,” Holm said. “The winter was cold.", "“Then the lift came.”"),
            [
                Said(
                    ("We waited for a year,", "The winter was cold.", "Then the lift came."),
                    "Holm",
                    "said",
                    "Greta Holm",
                    manner="direct",
                )
            ],
        ),
        (
            lines(MAYOR, "«We waited for a year.", "«Then the lift came», Holm said."),
            [Said(("We waited for a year.", "Then the lift came"), "Holm", "said", "Greta Holm", manner="direct")],
        ),
    ],
)
def test_quotations_go_on_over_paragraphs(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            lines(MAYOR, '"We waited for a year," Holm said. "Then the lift came."'),
            [Said(("We waited for a year,", "Then the lift came."), "Holm", "said", "Greta Holm")],
        ),
        (
            lines(MAYOR, '"We waited for a year," Holm said.', '"Then the lift came and never worked."'),
            [
                Said("We waited for a year,", speaker="Greta Holm"),
                Said("Then the lift came and never worked.", speaker="Greta Holm", manner="direct"),
            ],
        ),
        (
            'Pavel Novak is tired. "I have not slept for a week."',
            [Said("I have not slept for a week.", speaker="Pavel Novak")],
        ),
    ],
)
def test_quotations_go_on_without_a_verb(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "\"My boss told me 'go home' on Monday,\" Greta Holm said.",
            [Said("My boss told me 'go home' on Monday,", "Greta Holm", "said", "Greta Holm", manner="direct")],
        ),
        (
            "“They call it ‘the hole’ here,” Greta Holm said.",
            [Said("They call it ‘the hole’ here,", "Greta Holm", "said", manner="direct")],
        ),
        (
            "'She said \"go home\" to all of us,' Greta Holm said.",
            [Said('She said "go home" to all of us,', "Greta Holm", "said", manner="direct")],
        ),
    ],
)
def test_marks_inside_marks(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"The roof is safe," Greta Holm said.', [Said("The roof is safe,", "Greta Holm", "said", manner="direct")]),
        ("“The roof is safe,” Greta Holm said.", [Said("The roof is safe,", "Greta Holm", "said", manner="direct")]),
        ("'The roof is safe,' Greta Holm said.", [Said("The roof is safe,", "Greta Holm", "said", manner="direct")]),
        ("‘The roof is safe,’ Greta Holm said.", [Said("The roof is safe,", "Greta Holm", "said", manner="direct")]),
        ("«The roof is safe,» Greta Holm said.", [Said("The roof is safe,", "Greta Holm", "said", manner="direct")]),
        ("„The roof is safe,“ Greta Holm said.", [Said("The roof is safe,", "Greta Holm", "said", manner="direct")]),
        ("''The roof is safe,'' Greta Holm said.", [Said("The roof is safe,", "Greta Holm", "said", manner="direct")]),
        ("``The roof is safe,'' Greta Holm said.", [Said("The roof is safe,", "Greta Holm", "said", manner="direct")]),
        (
            "&quot;The roof is safe,&quot; Greta Holm said.",
            [Said("The roof is safe,", "Greta Holm", "said", manner="direct")],
        ),
        ("»The roof is safe,« Greta Holm said.", [Said("The roof is safe,", "Greta Holm", "said", manner="direct")]),
        ("„The roof is safe,” Greta Holm said.", [Said("The roof is safe,", "Greta Holm", "said", manner="direct")]),
        ("‹The roof is safe,› Greta Holm said.", [Said("The roof is safe,", "Greta Holm", "said", manner="direct")]),
        (
            lines("THE MAYOR MET THE COUNCIL IN BERGEN.", '"THE ROOF IS SAFE," GRETA HOLM SAID.'),
            [Said("THE ROOF IS SAFE,", "GRETA HOLM", "SAID", manner="direct")],
        ),
        (
            lines("THE MAYOR MET THE COUNCIL IN BERGEN.", "''THE ROOF IS SAFE,'' GRETA HOLM SAID."),
            [Said("THE ROOF IS SAFE,", "GRETA HOLM", "SAID", manner="direct")],
        ),
        (
            lines("THE MAYOR MET THE COUNCIL IN BERGEN.", "&quot;THE ROOF IS SAFE,&quot; GRETA HOLM SAID."),
            [Said("THE ROOF IS SAFE,", "GRETA HOLM", "SAID", manner="direct")],
        ),
    ],
)
def test_every_kind_of_mark(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Greta Holm told Pavel Novak that the roof was safe.",
            [Said("that the roof was safe", addressee="Pavel Novak")],
        ),
        (
            "Greta Holm said in Bergen on Monday that the roof was safe.",
            [Said("that the roof was safe", where="Bergen", when=True)],
        ),
        (
            "Greta Holm told reporters in Bergen after a meeting with Pavel Novak that the roof was safe.",
            [Said("that the roof was safe", where="Bergen", occasion="after a meeting with Pavel Novak")],
        ),
        (
            '"The roof is safe," Greta Holm told Pavel Novak at a rally in Bergen on Monday.',
            [
                Said(
                    "The roof is safe,",
                    addressee="Pavel Novak",
                    occasion="at a rally in Bergen",
                    where="Bergen",
                    when=True,
                )
            ],
        ),
        (
            "Greta Holm said the meeting in Bergen on Monday was short.",
            [Said("the meeting in Bergen on Monday was short", when=False)],
        ),
    ],
)
def test_to_whom_where_when_and_on_which_occasion(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '"They [the council] never paid," Greta Holm said.',
            [Said("They [the council] never paid,", insertions=("[the council]",))],
        ),
        ('"They should of (sic) paid," Greta Holm said.', [Said("They should of (sic) paid,", insertions=("(sic)",))]),
        (
            '"We waited ... and nobody came," Greta Holm said.',
            [Said("We waited ... and nobody came,", insertions=("...",))],
        ),
        (
            '"We waited … and nobody came [to us]," Greta Holm said.',
            [Said("We waited … and nobody came [to us],", insertions=("…", "[to us]"))],
        ),
    ],
)
def test_what_an_editor_put_in_is_marked(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Greta Holm denied that she took the money.", [Said(stance="denies")]),
        ("Greta Holm rejected the charge that she took the money.", [Said(stance="denies")]),
        ("Greta Holm confirmed that the money was gone.", [Said(stance="confirms")]),
        ("Greta Holm admitted that she took the money.", [Said(stance="confirms")]),
        ("Greta Holm accused the council of theft.", [Said(stance="accuses")]),
        ("Greta Holm blamed the council for the fire.", [Said(stance="accuses")]),
        ("Greta Holm promised that the roof would be mended.", [Said(stance="promises")]),
        ("Greta Holm pledged to mend the roof.", [Said(stance="promises")]),
        ("Greta Holm warned that the roof would fall.", [Said(stance="warns")]),
        ("Greta Holm cautioned that the roof might fall.", [Said(stance="warns")]),
        ("Greta Holm demanded that the council resign.", [Said(stance="demands")]),
        ("Greta Holm urged the council to resign.", [Said(stance="demands")]),
        ("Greta Holm asked whether the roof was safe.", [Said(stance="asks")]),
        ("Greta Holm wondered whether the roof was safe.", [Said(stance="asks")]),
        ("Greta Holm believes that the roof is safe.", [Said(stance="believes")]),
        ("Greta Holm said that the roof was safe.", [Said(stance="says")]),
        ("Greta Holm acknowledged that the roof was old.", [Said(stance="confirms")]),
        ("Greta Holm ordered the council to mend the roof.", [Said(stance="demands")]),
        ("Greta Holm alleged that the council stole the money.", [Said(stance="accuses")]),
        ("Greta Holm insisted that the roof was safe.", [Said(stance="says")]),
    ],
)
def test_the_verb_tells_the_stance_of_the_speaker(told: Told, text: str, said: list[Said]) -> None:
    check(told, text, *said)
