"""Facts in words: names, numbers, who said it, how sure we are."""

import re

from dateline.annotation.gazetteer import gazetteer
from dateline.faces.digest.dates import written
from dateline.faces.digest.parts import Line, Part, Parts, Tone, join
from dateline.model import Fact, Status
from dateline.record import Record
from dateline.values import Moment, Organisation, Person, Place, Span, Statement

DOUBTFUL = 0.6
"""A fact below this confidence is marked, with its reason."""

_MARKS = '"“”„«»'
_INNER = re.compile(f"[{_MARKS}]")

_BECAUSE = re.compile(r"(?:denied|possible|planned|requested|historical) because of ")

LONGEST = 180
"""Quoted words beyond this many characters are cut."""

STATUSES: dict[Status, Part] = {
    "denied": Part("denied", "finding"),
    "possible": Part("possible, not certain", "warning"),
    "planned": Part("planned", "warning"),
    "requested": Part("asked for", "warning"),
    "historical": Part("in the past", "dim"),
}
SECTORS = {
    "AGR": "farming", "BUS": "business", "COP": "police", "CRM": "criminals", "CVL": "civilians", "EDU": "education",
    "ELI": "former officials", "GOV": "government", "JRN": "journalists", "JUD": "judiciary", "LAB": "labour",
    "LEG": "legislature", "MED": "medicine", "MIL": "military", "OPP": "opposition", "PRE": "partly recognised",
    "PRM": "paramilitary", "PTY": "party", "REB": "rebels", "REF": "refugees", "REL": "religion",
    "SOC": "civil society", "SPY": "intelligence", "UAF": "armed, unidentified",
}  # fmt: skip
"""PLOVER's sector codes; UNK is left out, since it says nothing."""


SUPRANATIONAL = {
    "EUR": "European Union", "IGO": "between governments", "IMG": "armed, of many countries", "MNC": "multinational",
    "NGO": "international society", "UNO": "United Nations",
}  # fmt: skip
"""PLOVER's codes for those who belong to no one country; they stand where a country stands."""


def line(fact: Fact, *pieces: Parts | Part | None, label: str = "", details: tuple[Line, ...] = ()) -> Line:
    """A line about one fact, its pieces set apart by dots, marked where the fact is doubtful."""
    tone: Tone = "event" if fact.kind in ("event", "charge") else "dim"
    return Line(facts=(fact.id,), parts=join(pieces), label=label, tone=tone, details=details, doubt=doubt(fact))


def doubt(fact: Fact) -> str | None:
    """Why a reader should not trust this fact too far; None where there is no need to say so."""
    if fact.confidence >= DOUBTFUL:
        return None
    return fact.reason or "low confidence"


def named(record: Record, fact_id: str | None) -> Part | None:
    """The name of what a reference leads to."""
    fact = record.get(fact_id)
    match fact.value if fact else None:
        case Person(name=name):
            return Part(name, "person", fact_id)
        case Organisation(name=name):
            return Part(name, "organisation", fact_id)
        case Place(name=name):
            return Part(name, "place", fact_id)
        case Moment() as moment if fact:
            return Part(written(moment, first_words(record, fact)), "moment", fact_id)
    return None


def names(record: Record, fact_ids: tuple[str, ...]) -> list[Part]:
    """The names of what several references lead to, each once."""
    found = dict.fromkeys(named(record, fact_id) for fact_id in fact_ids)
    return [part for part in found if part]


def first_words(record: Record, fact: Fact) -> str:
    """The words that a fact rests on first, on one line; its field's path where it has none."""
    return flat(record.words(fact.spans[0])) if fact.spans else fact.field or ""


def flat(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def quoted(record: Record, spans: tuple[Span, ...], longest: int = LONGEST) -> str:
    """The words of each span in quotation marks of ours, shortened together."""
    pieces, left = [], longest
    for span in spans:
        words = shortened(_unquoted(flat(record.words(span))), max(left, 20))
        pieces.append(f"“{words}”")
        left -= len(words)
        if left <= 0 and span is not spans[-1]:
            pieces.append("…")
            break
    return " ".join(pieces)


def told(record: Record, spans: tuple[Span, ...], longest: int = LONGEST) -> str:
    """The words of the spans as the story has them, shortened."""
    return shortened(" … ".join(flat(record.words(span)) for span in spans), longest)


def _unquoted(words: str) -> str:
    inner = words.strip(_MARKS + " ")
    return _INNER.sub("'", inner) or words


def shortened(words: str, longest: int) -> str:
    """Words up to a length, cut between two of them."""
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0].rstrip(",;:–— ") + " …"


def bounds(low: float | None, high: float | None) -> str:
    """An interval of numbers: "9", "at least 12", "24 to 99"."""
    if low is None and high is None:
        return "an unknown number"
    if low is None or high is None:
        return f"at most {_number(high)}" if low is None else f"at least {_number(low)}"
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(number: float | None) -> str:
    if number is None:
        return ""
    return f"{int(number):,}" if number == int(number) else f"{number:,}"


def status(fact: Fact) -> Part | None:
    """What keeps the fact from being plainly asserted."""
    return STATUSES.get(fact.status)


def standing(fact: Fact) -> Part | None:
    """What keeps the fact from being plainly asserted, and the word that says so, unless doubt tells it."""
    part = status(fact)
    if part is None or not fact.reason or doubt(fact):
        return part
    why = next((why for why in fact.reason.split("; ") if _BECAUSE.match(why)), None)
    if why is None or f'"{fact.status}"' in why.casefold():
        return part
    return part._replace(text=f"{part.text}, {_BECAUSE.sub('because of ', why)}")


def according_to(record: Record, fact: Fact) -> Parts:
    """Whose word it is."""
    statement = record.get(fact.said_by)
    if statement is None or not isinstance(statement.value, Statement):
        return ()
    speaker = speaker_of(record, statement.value)
    if statement.value.manner == "scare" and not speaker:
        return (Part("in quotation marks", "dim"),)
    return (Part("according to ", "dim"), _within(speaker) if speaker else Part("an unnamed speaker", "dim"))


def _within(speaker: Part) -> Part:
    """A speaker's words as they stand within a sentence: "a witness", where the story opened one with them."""
    article, _, rest = speaker.text.partition(" ")
    return speaker._replace(text=f"{article.lower()} {rest}") if rest and article in ("A", "An", "The") else speaker


def speaker_of(record: Record, statement: Statement) -> Part | None:
    """Who speaks: the one referred to, else the words that name the speaker."""
    if part := named(record, statement.speaker):
        return part
    return Part(flat(record.words(statement.speaker_span))) if statement.speaker_span else None


def sectors(codes: str | None) -> str:
    """PLOVER codes side by side, in words."""
    pieces = [(codes or "")[i : i + 3] for i in range(0, len(codes or ""), 3)]
    return ", ".join(SECTORS.get(piece, piece) for piece in pieces if piece != "UNK")


def country(record: Record, code: str | None) -> str:
    """The country's name, as the story has it, else as the gazetteer does; its code where neither knows it."""
    for fact in record.of("place"):
        value = fact.value
        if code and isinstance(value, Place) and value.country == code and value.precision == "country":
            return value.name
    if code in SUPRANATIONAL:
        return SUPRANATIONAL[code]
    known = gazetteer().country(code) if code else None
    return known.name if known else code or ""


def position(fact: Fact) -> int:
    """Where a fact's words begin; facts without words come last."""
    return min((span.start for span in fact.spans), default=1 << 60)
