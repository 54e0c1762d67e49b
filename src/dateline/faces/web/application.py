"""The pages of a desk as one application: what it consists of, in order."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio.to_thread
from fastapi import FastAPI
from fastapi.responses import RedirectResponse

from dateline.faces.web.guard.headers import Headers
from dateline.faces.web.guard.origins import Origins
from dateline.faces.web.guard.visitors import Visitors
from dateline.faces.web.kept import Kept
from dateline.faces.web.pages.article.page import router as article
from dateline.faces.web.pages.findings.page import router as findings
from dateline.faces.web.pages.incidents.page import router as incidents
from dateline.faces.web.pages.judgements.page import router as judgements
from dateline.faces.web.pages.map.page import router as map_page
from dateline.faces.web.pages.news.page import router as news
from dateline.faces.web.pages.paste.page import router as paste
from dateline.faces.web.pages.programs.page import router as programs
from dateline.faces.web.pages.statements.page import router as statements
from dateline.faces.web.pages.stories.page import router as stories
from dateline.faces.web.pages.timeline.page import router as timeline
from dateline.faces.web.pages.who.page import router as who
from dateline.faces.web.served import Served
from dateline.faces.web.statics import Statics
from dateline.faces.web.trouble import Mishaps, tell_trouble
from dateline.faces.web.versions import own_version

PAGES = (news, article, incidents, stories, map_page, timeline, findings, who, statements, judgements, paste, programs)
"""In the order in which the documentation lists them."""
READERS = 4
"""Answers that are worked on at the same time. SQLite works outside of Python's lock, drawing within it: more of them
would only wait for each other."""


def application(served: Served) -> FastAPI:
    """The application that serves this desk; any ASGI server runs it."""
    app = FastAPI(
        title="Dateline",
        version=own_version(),
        description="The record of the news: articles and their facts, and the events that they tell together.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,  # `pages/programs` serves it, complete
        lifespan=_open,
        redirect_slashes=False,
    )
    app.state.served = served
    for page in PAGES:
        app.include_router(page)
    app.add_api_route("/", _front, include_in_schema=False)
    app.mount("/static", Statics(), name="static")
    tell_trouble(app)
    # The last one added is the outermost.
    app.add_middleware(Kept, state=served.desks.state)
    app.add_middleware(Origins)
    app.add_middleware(Visitors, token=served.token, hosts=served.hosts)
    app.add_middleware(Mishaps)
    app.add_middleware(Headers)
    return app


async def _front() -> RedirectResponse:
    return RedirectResponse("/news", status_code=307)


@asynccontextmanager
async def _open(app: FastAPI) -> AsyncIterator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = READERS
    yield
    app.state.served.desks.close()
