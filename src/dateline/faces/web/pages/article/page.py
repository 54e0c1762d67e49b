"""/article/ID: the text as it was published, with its facts in the margin; every version, and what each changed."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from dateline.desk import Desk
from dateline.desk.asking.versions.versions import Version
from dateline.errors import NotInDesk
from dateline.faces.lit import flows
from dateline.faces.web.addresses import id_of
from dateline.faces.web.asked import whole_number
from dateline.faces.web.formats import JSON, KEEP, geojson_of, json_of, record_answer, table_of
from dateline.faces.web.pages.article.heading import heading
from dateline.faces.web.pages.article.notes import KINDS
from dateline.faces.web.pages.article.parts import Part, part_of, parts
from dateline.faces.web.pages.article.proof import proof
from dateline.faces.web.pages.article.tables import COLUMNS, features, rows
from dateline.faces.web.served import Here, Served
from dateline.record import Record
from dateline.references import spans_of

router = APIRouter(tags=["articles"])


class ArticleAsked(BaseModel):
    """Which version of an article is asked for, and which part of it."""

    model_config = ConfigDict(frozen=True, str_max_length=2000, extra="ignore")

    version: str | None = Field(None, description="Its number, 1 for the first; the newest one unless it is given.")
    changes: str | None = Field(None, description="The number of a version: what it changed, instead of its text.")
    part: str | None = Field(None, description="Of a very long article: which part, 1 for the first.")
    fact: str | None = Field(None, description="The id of a fact: the part in which its words are.")


Question = Annotated[ArticleAsked, Query()]
Id = Annotated[str, Path(description="The article's id.", examples=["ferry-1"]), AfterValidator(id_of)]


@router.get(
    "/article/{id:path}.json",
    summary="An article's record, as the contract has it",
    responses=record_answer("The record; with `changes`, what a version changed.", Version),
)
def as_json(request: Request, here: Here, id: Id, asked: Question) -> Response:  # noqa: A002
    """The whole record, one object of the format "dateline/1"; with `changes`, what a version changed."""
    if _is_whole(here, whole := f"{id}.json"):
        return page(request, here, whole, asked)
    if asked.changes:
        with here.desk() as desk:
            return json_of(_changed(desk, id, whole_number("changes", asked.changes, 1, 1)))
    return Response(_record(here, id, asked).to_json(), media_type=JSON, headers=KEEP)


@router.get("/article/{id:path}.csv", summary="An article's facts, as CSV")
def as_csv(request: Request, here: Here, id: Id, asked: Question) -> Response:  # noqa: A002
    """A row for each fact, in the order of the record."""
    if _is_whole(here, whole := f"{id}.csv"):
        return page(request, here, whole, asked)
    return table_of(COLUMNS, rows(_record(here, id, asked)), "facts")


@router.get("/article/{id:path}.geojson", summary="An article's places and events, as GeoJSON")
def as_geojson(request: Request, here: Here, id: Id, asked: Question) -> Response:  # noqa: A002
    """Its places, and its events where they were. What is known by its country alone has no point."""
    if _is_whole(here, whole := f"{id}.geojson"):
        return page(request, here, whole, asked)
    return geojson_of(features(_record(here, id, asked)))


@router.get("/article/{id:path}", response_class=HTMLResponse, summary="An article, with its facts in the margin")
def page(request: Request, here: Here, id: Id, asked: Question) -> Response:  # noqa: A002
    """The article for people."""
    if asked.changes:
        return _changes(request, here, id, asked)
    number = _version(asked)
    with here.desk() as desk, desk.moment():
        record, around = desk.record(id, number), desk.home(id)
    every = parts(record, flows(record))
    part = _part(record, every, asked)
    old = number if number not in (None, around.number) else None
    return here.page(
        request,
        "article.html",
        id=id,
        home=around,
        proof=proof(record, around, part, old),
        heading=heading(record),
        language=record.article.language or "und",
        made_by=record.made_by,
        kinds=KINDS,
        old=old,
        parts=every,
    )


def _changes(request: Request, here: Served, id: str, asked: ArticleAsked) -> Response:  # noqa: A002
    number = whole_number("changes", asked.changes, 1, 1)
    with here.desk() as desk, desk.moment():
        changed, around = _changed(desk, id, number), desk.home(id)
    return here.page(
        request, "article/changes.html", id=id, home=around, changed=changed, title=(changed.headline or id)[:400]
    )


def _record(here: Served, id: str, asked: ArticleAsked) -> Record:  # noqa: A002
    with here.desk() as desk:
        return desk.record(id, _version(asked))


def _is_whole(here: Served, id: str) -> bool:  # noqa: A002
    """Whether an id ends like the name of a format."""
    with here.desk() as desk:
        return id in desk


def _changed(desk: Desk, id: str, number: int) -> Version:  # noqa: A002
    found = desk.versions(id, limit=1, before=number + 1)
    if not found or found[0].number != number:
        raise NotInDesk(f"the article {id!r} has no version {number}; it has {found.total}")
    return found[0]


def _part(record: Record, every: tuple[Part, ...], asked: ArticleAsked) -> Part:
    number = whole_number("part", asked.part, 1, 0)
    if not number:
        fact = record.get(asked.fact)
        spans = (fact.spans or spans_of(fact.value)) if fact else ()
        return part_of(every, min((span[0] for span in spans), default=0))
    if number > len(every):
        raise NotInDesk(f"this article has {len(every)} {'part' if len(every) == 1 else 'parts'}")
    return every[number - 1]


def _version(asked: ArticleAsked) -> int | None:
    return whole_number("version", asked.version, 1, 0) or None
