"""Handles as sources: whose "@idaberg" is, where the article says so elsewhere."""

import re

from dateline.understanding.speech.cues import Discourse
from dateline.values import Span

_HANDLE = re.compile(r"@\w{1,30}")
GAP = 3
"""Letters that may stand between a name and the bracket with its handle."""


def owner_of(discourse: Discourse, source: Span) -> Span | None:
    """Where the article names the one whose handle a source is: "Ida Berg (@idaberg)"; None where it does not."""
    handle = discourse.text[source.start : source.end]
    if _HANDLE.fullmatch(handle) is None:
        return None
    for match in re.finditer(rf"\(\s*{handle}\b", discourse.text, re.IGNORECASE):
        for name in discourse.annotation.names_in(Span(0, match.start())):
            if match.start() - name.end <= GAP and name.label in ("person", "organisation"):
                return Span(name.start, name.end)
    return None
