"""/stories and /story/ID: articles on one happening and what followed."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import Field

from dateline.desk import Desk
from dateline.desk.asking.rows import Rows
from dateline.desk.asking.stories.flat import flat
from dateline.desk.asking.why.explanation import Explanation
from dateline.errors import NotInDesk
from dateline.faces.web.asked import Asked
from dateline.faces.web.formats import csv_of, json_answer, json_of, table_of
from dateline.faces.web.pages.judgements.notices import notice_of, why_not
from dateline.faces.web.pages.judgements.ways import Judged, leading
from dateline.faces.web.pages.stories.told import whole_of
from dateline.faces.web.served import Here, Served
from dateline.merging.outcomes import Story

router = APIRouter(tags=["stories"])
ORDERS = {"newest": "newest first", "reports": "told most first"}
COLUMNS = ("article", "outlet", "published", "headline", "copy_of", "how", "similarity", "location")


class StoriesAsked(Asked):
    """Which stories are asked for; each filter must hold of one of a story's articles."""

    words: str | None = Field(None, description="Words of its articles.")
    person: str | None = Field(None, description="Who is named in one of them.")
    organisation: str | None = Field(None, description="A body that is named in one of them.")
    place: str | None = Field(None, description="A place that is named in one of them.")
    country: str | None = Field(None, description="A name or an ISO code.")
    within: str | None = Field(None, description="50km:Osh")
    type: list[str] | None = Field(None, description="What happened, as one of them tells it.")
    said_by: str | None = Field(None, description="Somebody, or a body, whose words one of them has.")
    outlet: str | None = Field(None, description="Who published one of them.")
    since: str | None = Field(None, description="An article was published then, or later.")
    until: str | None = Field(None, description="An article was published then, or before.")
    min_killed: str | None = Field(None, description="At least so many were killed, as one of them tells it.")
    reports: str | None = Field(None, description="At least so many articles.")
    independent: str | None = Field(None, description="At least so many sources that copy no other.")
    disagreeing: str | None = Field(None, description="Of whose events reports disagree: killed, actor ... or any.")
    order: str | None = Field(None, description="best (with words), newest or reports.")


Question = Annotated[StoriesAsked, Query()]
Named = Annotated[str, Path(description="The id of a story; an article stands for its story.")]


@router.get("/stories", response_class=HTMLResponse, summary="Stories, each in all its articles")
def listed(request: Request, here: Here, asked: Question) -> Response:
    """A page of stories for people."""
    rows = _found(here, asked)
    return here.page(request, "stories.html", rows=rows, asked=asked, orders=ORDERS)


@router.get("/stories.json", summary="Stories, each in all its articles, as JSON", responses=json_answer(Rows[Story]))
def listed_json(here: Here, asked: Question) -> Response:
    """The same stories for programs."""
    return json_of(_found(here, asked))


@router.get("/stories.csv", summary="Stories, each in all its articles, as CSV")
def listed_csv(here: Here, asked: Question) -> Response:
    """The same stories for spreadsheets, one a row."""
    return csv_of(flat(_found(here, asked)), "stories")


@router.get("/story/{id}.json", summary="A story with its articles and reasons", responses=json_answer(Explanation))
def whole_json(here: Here, id: Named) -> Response:  # noqa: A002
    """A story, its articles, why they are one, what is near, what people decided."""
    with here.desk() as desk:
        return json_of(_why(desk, id))


@router.get("/story/{id}.csv", summary="The articles of a story, as CSV")
def whole_csv(here: Here, id: Named) -> Response:  # noqa: A002
    """A row for each article of a story."""
    with here.desk() as desk:
        explained = _why(desk, id)
    rows = ({name: getattr(telling, name) for name in COLUMNS} for telling in explained.tellings)
    return table_of(COLUMNS, rows, explained.id)


@router.get("/story/{id:path}", response_class=HTMLResponse, summary="A story in full")
def whole(request: Request, here: Here, id: Named, asked: Annotated[Judged, Query()]) -> Response:  # noqa: A002
    """A story for people. Where it is one with another by now, the answer leads there."""
    judged = asked.judged or []
    with here.desk() as desk, desk.moment():
        try:
            explained = desk.why(id)
        except NotInDesk:
            now = desk.where_now(id)
            if not now:
                raise
            return leading("story", now[0], judged)
        if explained.id != id or explained.story is None:
            return leading(explained.about, explained.id, judged)
        told, notice = whole_of(desk, explained), notice_of(desk, judged)
    return here.page(request, "story.html", told=told, notice=notice, why_not=why_not(here.path))


def _why(desk: Desk, name: str) -> Explanation:
    explained = desk.why(name)
    if explained.story is None:
        raise NotInDesk(f"{name!r} is an incident, and no story; its address is /incident/{name}")
    return explained


def _found(here: Served, asked: StoriesAsked) -> Rows[Story]:
    with here.desk() as desk:
        return desk.stories(asked.words, **asked.given("words"))
