"""Courts without a name of their own that their place tells: "a court in Lund", "a Lund court"."""

from dateline.annotated import Token
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Code, Mention, Organisation, Place, Span

_SECTOR = "JUD"


def unnamed_court(record: Record, court: Token) -> tuple[Organisation | None, tuple[Span, ...]]:
    """The court as an organisation with the span of its words, where a place of the record tells which one it is."""
    annotation = record.annotation
    before = [t for t in annotation.subtree(court) if t.i < court.i and t.dep != "det" and t.head == court.i]
    places = [
        *before,
        *(
            t
            for m in annotation.children(court, "prep")
            if m.lower in annotation.words.charges.law.within
            for t in _objects(record, m)
        ),
    ]
    told = next(((t, fact) for t in places if (fact := _place(record, t)) is not None), None)
    if told is None or court.tag != "NN":
        return None, ()
    token, place = told
    first, last = min([*before, court], key=lambda t: t.i), max(court, token, key=lambda t: t.i)
    first = _leftmost(record, first)
    span = annotation.span(first, last)
    country = place.value.country if isinstance(place.value, Place) else None
    codes = [Code(code=_SECTOR, kind="sector", start=court.start, end=court.end, rule="words")]
    if country is not None:
        codes.insert(0, Code(code=country, kind="country", start=token.start, end=token.end, rule="place"))
    value = Organisation(
        name=" ".join(record.words(span).split()),
        country=country,
        sector=_SECTOR,
        codes=tuple(codes),
        mentions=(Mention(start=span.start, end=span.end, form="nominal", rule="court and place"),),
    )
    return value, (span,)


def _objects(record: Record, mark: Token) -> list[Token]:
    return record.annotation.children(mark, "pobj")


def _place(record: Record, token: Token) -> Fact | None:
    fact = record.who(Span(token.start, token.end), "place")
    name = record.annotation.name_at(token)
    return fact if name is not None and name.label == "place" else None


def _leftmost(record: Record, token: Token) -> Token:
    name = record.annotation.name_at(token)
    return record.annotation.tokens[name.first] if name is not None else token
