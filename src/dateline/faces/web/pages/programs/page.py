"""/docs and /openapi.json: how programs ask, told to people and to programs."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from dateline.faces.web.asked import LARGEST
from dateline.faces.web.formats import json_of
from dateline.faces.web.pages.programs.described import described, operations
from dateline.faces.web.served import Here, Served

router = APIRouter(include_in_schema=False)


@router.get("/docs", response_class=HTMLResponse)
def page(request: Request, here: Here) -> Response:
    """How to ask this desk by a program, and every address to try."""
    base = str(request.base_url).rstrip("/")
    told = operations(_openapi(request, here))
    answer = here.page(request, "programs.html", base=base, largest=LARGEST, served=here, operations=told)
    del answer.headers["x-dateline-keep"]  # it tells the name by which it was asked
    return answer


@router.get("/openapi.json")
def openapi(request: Request, here: Here) -> Response:
    """The OpenAPI of this desk."""
    return json_of(_openapi(request, here))


def _openapi(request: Request, here: Served) -> dict[str, Any]:
    """Made once: it follows from the application alone."""
    state = request.app.state
    if not hasattr(state, "openapi"):
        state.openapi = described(request.app, token=here.token is not None)
    told: dict[str, Any] = state.openapi
    return told
