"""A record as the rows of a desk: made where the article was read, written by the one who writes."""

from collections.abc import Iterator
from hashlib import blake2b

from msgspec import Struct, json

from dateline.desk.merging.packing import Packed, packed_of
from dateline.desk.name_words import name_words
from dateline.desk.saving.compact import compact
from dateline.desk.saving.tables import TABLES, Cells, Keys, Reference
from dateline.model import Article, Fact
from dateline.record import MadeBy, Record
from dateline.values import Event, Moment, Organisation, Person, Place, Publication

SIDES = {"actors": "actor", "recipients": "recipient"}


class ArticleRows(Struct, frozen=True, kw_only=True):
    """An article as rows, table by table. A `Reference` in a cell stands for a fact's key, which the desk gives."""

    id: str
    version: str
    digest: bytes
    made_by: MadeBy
    article: dict[str, str | None]
    blocks: list[Cells]
    findings: list[Cells]
    facts: list[Cells]
    """Cells of `facts` behind key and article."""
    tables: dict[str, list[Cells]]
    """Cells whole, the fact's own reference first; `article` is left out."""
    packed: Packed
    """What merging compares it by."""


def digest_of(article: Article) -> bytes:
    """Text, blocks and fields: an article of the same digest would be read the same."""
    told = json.encode((article.text, article.blocks, article.fields, article.language))
    return blake2b(told, digest_size=16).digest()


def rows_of(record: Record) -> ArticleRows:
    """The rows of a record that was just read, or comes from a desk. Raises UnicodeEncodeError for half a character."""
    article, keys = record.article, Keys(record)
    told = _article(record)
    json.encode((article.id, told))  # raises here, where it costs this article alone
    tables: dict[str, list[Cells]] = {}
    for place, fact in enumerate(record.facts):
        for name, cells in _typed(fact, Reference(place), keys):
            tables.setdefault(name, []).append(cells)
    return ArticleRows(
        id=article.id,
        version=article.version,
        digest=digest_of(article),
        made_by=record.made_by,
        article=told,
        blocks=[(block.start, block.end, block.role) for block in article.blocks],
        findings=[
            (
                each.check,
                each.severity,
                each.message,
                json.encode(each.spans).decode(),
                json.encode(each.facts).decode(),
            )
            for each in record.findings
        ],
        facts=[_fact(fact, keys) for fact in record.facts],
        tables=tables,
        packed=packed_of(record),
    )


def _article(record: Record) -> dict[str, str | None]:
    article = record.article
    publication = next((f.value for f in record.of("publication") if isinstance(f.value, Publication)), None)
    published = _earliest(record, publication.published if publication else None)
    return {
        "location": article.source.location,
        "media_type": article.source.media_type,
        "fetched": article.source.fetched,
        "outlet": article.source.outlet or (publication.outlet if publication else None),
        "language": article.language,
        "headline": publication.headline if publication else None,
        "published": published,
        "dated": published or _dateline_day(record) or article.source.fetched,
        "fields": json.encode(article.fields).decode(),
        "text": article.text,
    }


def _dateline_day(record: Record) -> str | None:
    days = (_earliest(record, getattr(fact.value, "date", None)) for fact in record.of("dateline"))
    return next((day for day in days if day), None)


def _earliest(record: Record, moment: str | None) -> str | None:
    fact = record.get(moment)
    return fact.value.earliest if fact and isinstance(fact.value, Moment) else None


def _fact(fact: Fact, keys: Keys) -> Cells:
    return (
        fact.id,
        fact.kind,
        compact(fact.value).decode(),
        fact.field,
        json.encode(fact.because).decode() if fact.because else None,
        fact.confidence,
        fact.method,
        fact.status,
        keys(fact.said_by),
        fact.reason,
    )


def _typed(fact: Fact, own: Reference, keys: Keys) -> Iterator[tuple[str, Cells]]:
    """The rows of a fact outside `facts`: that of its kind first."""
    table = TABLES[fact.kind]
    standing = (fact.status, fact.confidence) if table.standing else ()
    yield table.name, (own, *table.cells(fact.value, keys), *standing)
    for number, span in enumerate(fact.spans):
        yield "spans", (own, number, *span)
    if isinstance(fact.value, Person | Organisation | Place):
        for word in name_words(fact.value):
            yield "name_words", (word, own)
    elif isinstance(fact.value, Event):
        for place in dict.fromkeys(fact.value.where):
            yield "event_places", (own, keys(place))
        for side, name in SIDES.items():
            for party in dict.fromkeys(getattr(fact.value, side)):
                yield "event_parties", (own, name, keys(party))
