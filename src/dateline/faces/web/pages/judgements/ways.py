"""Where a browser goes after a judgement: back to the page that it came from, and to no page of anybody else."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Response
from fastapi.responses import RedirectResponse
from pydantic import Field

from dateline.faces.web import addresses
from dateline.faces.web.asked import Asked

ELSE = "/judgements"
"""Where it goes when it came from nowhere that is ours."""
_PATH = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f\x7f-\x9f\ud800-\udfff]*")
"""No second slash, no backslash and no blank: browsers read some of them as the beginning of another host."""


class Judged(Asked):
    """What was judged just now, so that the page can say so."""

    judged: list[str] | None = Field(None, description="One id, or two, as they were judged.")


def ours(back: str | None) -> str:
    """The path with its question, if it is one of ours; else the list of judgements. Never another host."""
    if not back or len(back) > 2000 or not _PATH.fullmatch(back):
        return ELSE
    parts = urlsplit(back)
    return back if not (parts.scheme or parts.netloc) else ELSE


def after(back: str | None, judged: Iterable[str]) -> str:
    """The page to go back to, which tells there what was decided on these: `/incident/ID?judged=LEFT&judged=RIGHT`."""
    parts = urlsplit(ours(back))
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name != "judged"]
    query = urlencode([*kept, *(("judged", each) for each in judged)], errors="replace")
    return parts.path + (f"?{query}" if query else "") + (f"#{parts.fragment}" if parts.fragment else "")


def leading(kind: str, name: str, judged: Iterable[str]) -> Response:
    """To the page of another incident or story, which tells what was judged just now."""
    return RedirectResponse(after(addresses.of(kind, name), judged), status_code=303)
