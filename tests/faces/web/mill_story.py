"""A record of two sentences made by hand, and its page: for tests of what stands in the margin."""

from typing import Any

from dateline.desk.asking.home.home import Home
from dateline.faces.lit import flows
from dateline.faces.web.pages.article.parts import parts
from dateline.faces.web.pages.article.proof import Proof, proof
from dateline.model import Article, Block, Source
from dateline.record import Record

TEXT = "Aino Berk left the mill.\n\nOlli Rask came late."


def told(text: str = TEXT, *blocks: Block, location: str = "mill.txt", outlet: str | None = None) -> Record:
    source = Source(location=location, media_type="text/plain", outlet=outlet)
    return Record(Article(id="a b", source=source, text=text, blocks=blocks))


def home(**more: Any) -> Home:
    given: dict[str, Any] = {"dated": None, "merged": False, "story": None, "own": None, "versions": (), "reports": ()}
    empty: dict[str, Any] = {"identities": {}, "incidents": {}, "wrong": {}}
    return Home(article="a b", number=1, read="2031-03-03", **given | empty | more)


def set_(record: Record, around: Home | None = None, version: int | None = None) -> Proof:
    return proof(record, around or home(), parts(record, flows(record))[0], version)


def words_of(found: Proof) -> str:
    return "".join(run.words for group in found.groups for passage in group.passages for run in passage.runs)
