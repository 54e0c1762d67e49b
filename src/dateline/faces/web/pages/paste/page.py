"""/paste: a story of one's own, read at once and shown with its facts; nothing of it is kept in the desk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from msgspec import Struct

from dateline.errors import BadQuestion, CannotRead
from dateline.faces.web.formats import JSON
from dateline.faces.web.pages.paste.promised import READ, SENT_AS_FORM, SENT_AS_JSON
from dateline.faces.web.pages.paste.reading import Busy, Read, Readings
from dateline.faces.web.pages.paste.shown import shown
from dateline.faces.web.pages.paste.taken import Pasted, taken
from dateline.faces.web.served import Here
from dateline.model import Refused
from dateline.record import Record

_STATUS: tuple[tuple[type[Exception], int], ...] = ((BadQuestion, 400), (Busy, 503), (CannotRead, 422))


class Outcome(Struct, frozen=True):
    """What was pasted, and its record or why there is none."""

    pasted: Pasted
    read: Read | None = None
    trouble: Exception | None = None


@asynccontextmanager
async def _until_the_end(app: FastAPI) -> AsyncIterator[None]:
    yield
    if (readings := getattr(app.state, "readings", None)) is not None:
        readings.close()


router = APIRouter(tags=["reading"], lifespan=_until_the_end)


async def _outcome(request: Request, here: Here) -> Outcome:
    """What came of what was sent. Raises what leaves nothing to show again."""
    state = request.app.state
    if not hasattr(state, "readings"):
        state.readings = Readings(here.settings)
    pasted = await taken(request, here.settings)
    try:
        read = await state.readings.read(pasted.document, pasted.options)
    except (BadQuestion, Busy, CannotRead) as error:
        return Outcome(pasted, trouble=error)
    return Outcome(pasted, trouble=CannotRead(read.reason)) if isinstance(read, Refused) else Outcome(pasted, read)


Found = Annotated[Outcome, Depends(_outcome)]


@router.get("/paste", response_class=HTMLResponse, summary="A box for a story")
def page(request: Request, here: Here) -> Response:
    """The box into which a story is pasted or dropped."""
    return here.page(request, "paste.html", **_values(here), pasted=Pasted(), story=False, trouble=None)


@router.post("/paste", response_class=HTMLResponse, summary="Read a story", openapi_extra=SENT_AS_FORM)
def as_page(request: Request, here: Here, found: Found) -> Response:
    """The story with its facts; or the box again, with what was in it and why it cannot be read."""
    error, read = found.trouble, found.read
    told = None if error is None else _sentence(str(error))
    status = 200 if error is None else next(status for kind, status in _STATUS if isinstance(error, kind))
    story = {**shown(Record.from_json(read.record)), "more": read.more} if read else {}
    values: dict[str, Any] = {**_values(here), **story, "pasted": found.pasted, "story": bool(read), "trouble": told}
    answer = here.page(request, "paste.html", status=status, **values)
    answer.headers["cache-control"] = "no-store"
    return _not_kept(answer)


@router.post("/paste.json", summary="Read a story, its record as JSON", responses=READ, openapi_extra=SENT_AS_JSON)
def as_json(found: Found) -> Response:
    """The record of the first story in what was sent."""
    if found.read is None:
        raise found.trouble or CannotRead("there is no story in it")
    return Response(found.read.record, media_type=JSON, headers={"cache-control": "no-store"})


def _values(here: Here) -> dict[str, Any]:
    return {"most_bytes": here.settings.max_bytes}


def _not_kept(answer: Response) -> Response:
    if "x-dateline-keep" in answer.headers:
        del answer.headers["x-dateline-keep"]
    return answer


def _sentence(message: str) -> str:
    told = message[:1].upper() + message[1:]
    return told if told.endswith((".", "?", "!")) else f"{told}."
