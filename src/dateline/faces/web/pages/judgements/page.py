"""/judgements: what people decided, the newest first; and the address by which they decide."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from dateline.desk import Desk
from dateline.desk.asking.judgements.judgements import JudgementRow
from dateline.desk.asking.rows import Rows
from dateline.errors import BadQuestion, DatelineError, DeskBusy, DeskReadOnly, NotInDesk
from dateline.faces.web import kept
from dateline.faces.web.asked import Asked
from dateline.faces.web.formats import JSON, Promise, csv_of, json_answer, json_of
from dateline.faces.web.pages.judgements.deciding import ON_TWO, Decided, decide
from dateline.faces.web.pages.judgements.notices import notice_of, noticed, why_not
from dateline.faces.web.pages.judgements.ways import after, ours
from dateline.faces.web.schemas import REF
from dateline.faces.web.served import Here

router = APIRouter(tags=["judgements"])
VERDICTS = ("same", "different", "unsure", "wrong", "right", "undo")
_STATUS: tuple[tuple[type[DatelineError], int], ...] = (
    (BadQuestion, 400), (NotInDesk, 404), (DeskReadOnly, 409), (DatelineError, 503),
)  # fmt: skip


class JudgementsAsked(Asked):
    """Which judgements are asked for."""

    who: str | None = Field(None, description="Who decided.")
    verdict: str | None = Field(None, description="same, different, unsure, wrong, right or undo.")
    about: str | None = Field(None, description="The id of something that was judged.")
    judged: list[str] | None = Field(None, description="What was judged just now: the page says so, above the list.")


Question = Annotated[JudgementsAsked, Query()]


class Judgement(BaseModel):
    """What somebody decides."""

    model_config = ConfigDict(frozen=True)

    verdict: Literal["same", "different", "unsure", "wrong", "right", "undo"] = Field(
        description="Of two: same, different, unsure. Of one fact: wrong, right. `undo` takes back what was decided."
    )
    left: str = Field(max_length=2000, description="The id of a fact, an article, an incident or a story.")
    right: str | None = Field(None, max_length=2000, description="The other one, where it is about two.")
    why: str | None = Field(None, max_length=2000, description="The reason, which is kept beside it.")
    who: str | None = Field(None, max_length=200, description="Who decides; else whoever runs the server.")


_REFUSED = {
    400: "It makes no sense: a story and an incident, or one thing twice.",
    403: "It came from another page than ours.",
    404: "The desk has no such id, or nothing to undo.",
    409: "The desk may only be read.",
    503: "Another process is writing to the desk; try again.",
}
_ERROR = {"content": {JSON: {"schema": {"$ref": REF.format(name="Error")}}}}
ANSWERS: Promise = {
    201: json_answer(Decided, "What was decided, and what it changed.")[200],
    **{status: {"description": words, **_ERROR} for status, words in _REFUSED.items()},
}
"""Of a judgement, for the OpenAPI."""


@router.get("/judgements", summary="What people decided", response_class=HTMLResponse)
def page(request: Request, here: Here, asked: Question) -> Response:
    """A page of judgements for people."""
    with here.desk() as desk, desk.moment():
        rows = _found(desk, asked)
        told, notice = noticed(desk, rows), notice_of(desk, asked.judged or [])
    return here.page(
        request, "judgements.html", rows=rows, told=told, asked=asked, verdicts=VERDICTS, notice=notice,
        why_not=why_not(here.path),
    )  # fmt: skip


@router.get("/judgements.json", summary="What people decided, as JSON", responses=json_answer(Rows[JudgementRow]))
def as_json(here: Here, asked: Question) -> Response:
    """The same judgements for programs."""
    with here.desk() as desk:
        return json_of(_found(desk, asked))


@router.get("/judgements.csv", summary="What people decided, as CSV")
def as_csv(here: Here, asked: Question) -> Response:
    """The same judgements for spreadsheets."""
    with here.desk() as desk:
        return csv_of(_found(desk, asked), "judgements")


def _found(desk: Desk, asked: JudgementsAsked) -> Rows[JudgementRow]:
    return desk.judgements(**asked.filters("judged"), limit=asked.first + asked.rows)[asked.first :]


@router.post("/judgements.json", status_code=201, summary="Decides something", responses=ANSWERS)
def judge(here: Here, given: Judgement) -> Response:
    """Writes down what somebody decides, which goes before what the machine thinks, at once and always.

    It is kept with who, when and why, and can be undone. Send JSON: what a page elsewhere makes a browser send is
    turned away.
    """
    with here.writing() as desk:
        done = decide(desk, given.verdict, given.left, given.right, given.why, given.who)
    answer = json_of(done)
    answer.status_code = 201
    del answer.headers[kept.KEEP]
    return answer


class JudgementForm(BaseModel):
    """The same from a form of ours. What is on one fact has no right one, whatever the form carries."""

    verdict: str = Field("", max_length=50)
    left: str = Field("", max_length=2000)
    right: str = Field("", max_length=2000)
    why: str = Field("", max_length=2000)
    who: str = Field("", max_length=200)
    back: str = Field("", max_length=4000, description="The path of ours to go back to.")

    @property
    def other(self) -> str | None:
        """The right one, where the verdict may be on two."""
        return self.right if self.right and self.verdict in ON_TWO else None


@router.post("/judgements", include_in_schema=False)
def judge_by_form(request: Request, here: Here, given: Annotated[JudgementForm, Form()]) -> Response:
    """A judgement from a button of ours; then back to the page, which tells it."""
    try:
        with here.writing() as desk:
            done = decide(desk, given.verdict, given.left, given.other, given.why.strip(), given.who.strip()).decision
    except DatelineError as error:
        status = next(status for kind, status in _STATUS if isinstance(error, kind))
        told = str(error).removeprefix(f"{here.path}: ")  # where it lies on the server is nobody's business
        return here.page(
            request, "judgements/failed.html", status=status, given=given, back=ours(given.back), error=told,
            busy=isinstance(error, DeskBusy),
        )  # fmt: skip
    return RedirectResponse(after(given.back, filter(None, (done.left, done.right))), status_code=303)
