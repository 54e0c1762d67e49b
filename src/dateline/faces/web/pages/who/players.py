"""/person/ID and /organisation/ID: all that is told of one."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from dateline.desk.asking.people.encounters import PlayerKind
from dateline.desk.asking.profiles.profile import Profile
from dateline.desk.asking.profiles.tenures import Tenure
from dateline.faces.web.addresses import of
from dateline.faces.web.formats import csv_of, geojson_of, json_answer, json_of
from dateline.faces.web.pages.who import wording
from dateline.faces.web.pages.who.asked import Given, PartQuestion, ProfileAsked, Question
from dateline.faces.web.pages.who.careers import career_of
from dateline.faces.web.pages.who.tables import features_of, table_of_part, ties_of
from dateline.faces.web.served import Here, Served

router = APIRouter(tags=["people"])
POSTS = 24
"""That are drawn; a ministry may have more."""


@router.get("/person/{who}.json", summary="A person, as JSON", responses=json_answer(Profile))
@router.get("/organisation/{who}.json", summary="A body, as JSON", responses=json_answer(Profile))
def as_json(here: Here, who: Given, asked: Question) -> Response:
    """All that is told of one, for programs."""
    return json_of(_known(here, who, asked.pages))


@router.get("/person/{who}.csv", summary="Posts, statements, events ... of a person, as CSV")
@router.get("/organisation/{who}.csv", summary="Posts in a body, its statements, events ..., as CSV")
def as_csv(here: Here, who: Given, asked: PartQuestion) -> Response:
    """A part of it for spreadsheets: the posts, unless another is asked for."""
    part = asked.wanted("posts")
    known = _known(here, who, asked.pages)
    return csv_of(table_of_part(known, part), f"{known.name}-{part}")


@router.get("/person/{who}.geojson", summary="Where a person's events were, as GeoJSON")
@router.get("/organisation/{who}.geojson", summary="Where a body's events were, as GeoJSON")
def as_geojson(here: Here, who: Given, asked: PartQuestion) -> Response:
    """The events for maps; those of which only the country is known have no point."""
    return geojson_of(features_of(_known(here, who, asked.pages).incidents.rows))


@router.get("/person/{who}", response_class=HTMLResponse, summary="A person: posts, statements, events, company")
def person(request: Request, here: Here, who: Given, asked: Question) -> Response:
    """A person for people."""
    return _page(request, here, who, asked, "person")


@router.get("/organisation/{who}", response_class=HTMLResponse, summary="A body: who leads it, what it says and does")
def organisation(request: Request, here: Here, who: Given, asked: Question) -> Response:
    """A body for people."""
    return _page(request, here, who, asked, "organisation")


def _page(request: Request, here: Served, who: str, asked: ProfileAsked, kind: PlayerKind) -> Response:
    """The page; who is named by a fact or by name, or is of the other kind, has another address."""
    known = _known(here, who, asked.pages)
    if (known.id and known.id != who) or known.kind != kind:
        return RedirectResponse(of(known.kind, known.id or who), status_code=307)
    posts = [post for post in known.posts if not post.rank][:POSTS]
    return here.page(
        request,
        "who/player.html",
        known=known,
        wording=wording,
        ties=ties_of(known.company),
        asked=asked,
        posts=list(zip(posts, (career := career_of(posts)).rows, strict=True)),
        career=career,
        ranks=[post for post in known.posts if post.rank],
        line=_line(known.posts) if kind == "person" else "",
    )


def _line(posts: tuple[Tenure, ...]) -> str:
    """What somebody is, in a line: the posts held now, else the one held last."""
    held = [post for post in posts if post.state == "current" and not post.rank] or list(posts[:1])
    return "; ".join(dict.fromkeys(map(_named, sorted(held, key=lambda post: -post.articles)[:2])))


def _named(post: Tenure) -> str:
    words = f"{post.title}, {post.organisation.name}" if post.organisation else post.title
    return {"former": f"formerly {words}", "future": f"to be {words}", "current": words}[post.state]


def _known(here: Served, who: str, pages: dict[str, Any]) -> Profile:
    with here.desk() as desk:
        return desk.profile(who, **pages)
