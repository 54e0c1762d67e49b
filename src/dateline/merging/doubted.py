"""A report without what people judged to be wrong in it."""

from collections.abc import Collection

from msgspec.structs import replace

from dateline.merging.reports.report import Happening, Report, Toll

__all__ = ["without"]


def without(report: Report, wrong: Collection[str]) -> Report:
    """The report as if these facts had never been told. Names stay, as others go by their places, but take no part."""
    if not wrong:
        return report
    left_out = {place for place, named in enumerate(report.names) if named.fact in wrong}
    told = (_happening(each, wrong, left_out) for each in report.happenings if each.fact not in wrong)
    sayings = (
        replace(each, about=tuple(fact for fact in each.about if fact not in wrong))
        for each in report.sayings
        if each.fact not in wrong
    )
    return replace(
        report,
        names=tuple(replace(each, words=(), proper=False) if each.fact in wrong else each for each in report.names),
        happenings=tuple(told),
        tolls=_tolls(report.tolls, wrong, left_out),
        sayings=tuple(
            replace(each, speaker=None, source=None) if each.speaker in left_out else each for each in sayings
        ),
    )


def _happening(told: Happening, wrong: Collection[str], left_out: Collection[int]) -> Happening:
    return replace(
        told,
        places=_kept(told.places, left_out),
        actors=_kept(told.actors, left_out),
        recipients=_kept(told.recipients, left_out),
        tolls=_tolls(told.tolls, wrong, left_out),
    )


def _tolls(tolls: Collection[Toll], wrong: Collection[str], left_out: Collection[int]) -> tuple[Toll, ...]:
    return tuple(replace(each, victims=_kept(each.victims, left_out)) for each in tolls if each.fact not in wrong)


def _kept(places: tuple[int, ...], left_out: Collection[int]) -> tuple[int, ...]:
    return tuple(place for place in places if place not in left_out)
