"""Everything that the page of an incident tells, put together from the desk once."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from dateline.desk import Desk
from dateline.desk.asking.judgements.judgements import JudgementRow
from dateline.desk.asking.why.details import Details
from dateline.desk.asking.why.explanation import Explanation, Struck
from dateline.faces.web.pages.incidents.brief import Brief, brief_of
from dateline.faces.web.pages.incidents.figures import Effect, effects_of
from dateline.faces.web.pages.incidents.known import Point, points_of
from dateline.faces.web.pages.incidents.near import Neighbour, neighbours, reasons_of
from dateline.faces.web.pages.incidents.reports import Cell, Row, rows_of
from dateline.faces.web.pages.incidents.sides import Difference, differences
from dateline.faces.web.pages.judgements.notices import Notice, noticed
from dateline.merging.outcomes import Incident

COLUMNS = (
    "article", "outlet", "published", "headline", "words", "killed", "wounded", "others", "earliest", "latest", "where",
    "who", "whom", "copy_of", "how",
)  # fmt: skip
"""Of the table of reports."""


class Whole(Struct, frozen=True, kw_only=True):
    """An incident in full."""

    incident: Incident
    brief: Brief
    points: tuple[Point, ...]
    reports: tuple[Row, ...]
    effects: tuple[Effect, ...]
    differences: tuple[Difference, ...]
    sentences: tuple[str, ...]
    near: tuple[Neighbour, ...]
    decided: tuple[Notice, ...]
    wrong: tuple[Struck, ...]
    judged: dict[str, JudgementRow]
    """What holds of single facts, by their ids."""


def whole_of(desk: Desk, explained: Explanation) -> Whole:
    """All of it. The explanation is one of an incident."""
    incident = explained.incident
    assert incident is not None
    beside = desk.details(explained)
    return Whole(
        incident=incident,
        brief=brief_of(incident),
        points=points_of(incident),
        reports=rows_of(incident, explained.tellings, beside.scenes),
        effects=effects_of(incident, explained.tellings),
        differences=differences(incident.disagreements, explained.tellings, beside.quotes),
        sentences=reasons_of(explained),
        near=neighbours("incident", explained.apart, beside.near),
        decided=tuple(noticed(desk, explained.judgements)),
        wrong=explained.wrong,
        judged={row.left: row for row in reversed(explained.judgements) if row.holds and row.right is None},
    )


def table_rows(explained: Explanation, beside: Details) -> Iterator[dict[str, Any]]:
    """The reports of an incident as rows of a table."""
    incident = explained.incident
    assert incident is not None
    scenes = beside.scenes
    tellings = {telling.article: telling for telling in explained.tellings}
    for row in rows_of(incident, explained.tellings, scenes):
        own = [scenes[event.fact] for event in row.events]
        timed = next((scene for scene in own if scene.earliest or scene.latest), None)
        yield {
            "article": row.article,
            "outlet": row.outlet,
            "published": row.published,
            "headline": row.headline,
            "words": " ".join(event.sentence for event in row.events),
            "killed": _cells(row.killed),
            "wounded": _cells(row.wounded),
            "others": "; ".join(f"{cell.number} {cell.effect}" for cell in row.others),
            "earliest": timed.earliest if timed else None,
            "latest": timed.latest if timed else None,
            "where": "; ".join(row.where),
            "who": "; ".join(row.who),
            "whom": "; ".join(row.whom),
            "copy_of": tellings[row.article].copy_of,
            "how": tellings[row.article].how,
        }


def _cells(cells: tuple[Cell, ...]) -> str:
    return "; ".join(cell.number for cell in cells)
