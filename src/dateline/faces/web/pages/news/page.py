"""/news: what came in, newest first, grouped by day and story, with what it may be narrowed to."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse
from msgspec import Struct

from dateline.desk.asking.news.news import News, by_day
from dateline.desk.asking.news.newsroom import LOOK
from dateline.faces.web.addresses import changed
from dateline.faces.web.formats import csv_of, geojson_of, json_answer, json_of
from dateline.faces.web.kept import KEEP
from dateline.faces.web.pages.news.brush import brush
from dateline.faces.web.pages.news.chips import OF_A_PAGE, chips, value_words
from dateline.faces.web.pages.news.question import ArrivedAsked, NewsAsked
from dateline.faces.web.pages.news.rows import features, flat
from dateline.faces.web.served import Here, Served

router = APIRouter(tags=["news"])
Question = Annotated[NewsAsked, Query()]


class Arrived(Struct, frozen=True):
    """What has come in since an earlier answer."""

    total: int
    """How many articles that fit."""
    newest: int
    """What to ask `after` the next time."""


@router.get("/news", response_class=HTMLResponse, summary="All news")
def page(request: Request, here: Here, asked: Question) -> Response:
    """A page of news for people."""
    news = _news(here, asked)
    answer = here.page(
        request,
        "news.html",
        news=news,
        days=by_day(news.cards),
        asked=asked,
        chips=chips(request, asked, news),
        brush=brush(news.spread, asked.since, asked.until, changed(request, *OF_A_PAGE, "since", "until")),
        of_a_page=OF_A_PAGE,
        value_words=value_words,
    )
    return _of_now(here, answer)


@router.get("/news.json", summary="All news, as JSON", responses=json_answer(News, "A page of news."))
def as_json(here: Here, asked: Question) -> Response:
    """The same page for programs; `older` is what to ask `before` for the next one."""
    return _of_now(here, json_of(_news(here, asked)))


@router.get("/news.csv", summary="All news, as CSV")
def as_csv(here: Here, asked: Question) -> Response:
    """The cards of the page for spreadsheets."""
    return _of_now(here, csv_of(flat(_news(here, asked).cards), "news"))


@router.get("/news.geojson", summary="Where the news happened, as GeoJSON")
def as_geojson(here: Here, asked: Question) -> Response:
    """The events that the articles of the page tell; without a point where no exact place is known."""
    return _of_now(here, geojson_of(features(_news(here, asked).cards)))


@router.get("/news/arrived.json", summary="How many came in since", responses=json_answer(Arrived))
def arrived(here: Here, asked: Annotated[ArrivedAsked, Query()]) -> Response:
    """How many articles that fit have come in since an earlier answer: for a page that stays open."""
    asking = asked.to_desk() | {"limit": 1, "offset": 0, "before": None, "every": None, "order": "newest"}
    with here.desk() as desk:
        news = desk.news(room=here.desks.newsroom(), **asking)
    return _of_now(here, json_of(Arrived(news.total, news.newest)))


def _news(here: Served, asked: NewsAsked) -> News:
    with here.desk() as desk:
        return desk.news(room=here.desks.newsroom(), **asked.to_desk())


def _of_now(here: Served, answer: Response) -> Response:
    """The answer, to be kept for a moment only where the desk has moved on since it was counted."""
    if KEEP in answer.headers and here.desks.newsroom().is_behind():
        answer.headers[KEEP] = str(LOOK)
    return answer
