"""Stretches of time and codes in words."""

from collections.abc import Iterable

from markupsafe import Markup

from dateline.desk.asking.countries import country_name as land_name
from dateline.desk.asking.profiles.intervals import Interval
from dateline.desk.asking.profiles.tenures import Tenure
from dateline.faces.digest.wording import SUPRANATIONAL, sectors
from dateline.faces.web.dates import when
from dateline.faces.web.pages.incidents.spelling import cut

__all__ = ["country_name", "interval_told", "sector_words", "term_told", "time_told"]

PRECISIONS = {
    "exact": "known exactly",
    "near": "a point near it",
    "admin2": "the middle of its district",
    "admin1": "the middle of its province",
    "country": "the whole country, and no point in it",
    "region": "a whole region, and no point in it",
    "unresolved": "on no map",
}
"""What the point of a place is worth."""
POINTS = ("exact", "near", "admin2", "admin1")
"""Those that have one."""


def country_name(code: str) -> str:
    """A country's name by its code of ISO 3166-1 (or PLOVER's for what belongs to no one country), else the code."""
    return SUPRANATIONAL.get(code) or land_name(code)


def sector_words(codes: Iterable[str]) -> str:
    """PLOVER's codes in words, each once: "government, military"."""
    words = [word for each in codes for word in sectors(each).split(", ") if word]
    return ", ".join(dict.fromkeys(words))


def interval_told(told: Interval) -> Markup:
    """ "2029", "March 2029", "2 March 2029", "some time from 2 March 2029 to 5 April 2029"."""
    shortest = {"year": 4, "month": 7}.get(told.precision or "", 10)
    first, last = cut(told.earliest, shortest), cut(told.latest, shortest)
    if first == last:
        return Markup(when(first))
    return Markup("some time from {} to {}").format(when(first), when(last))


def time_told(earliest: str, latest: str | None, precision: str | None) -> Markup:
    """When an event was, as exact as its reports have it."""
    if precision in ("year", "month", None) or (latest or earliest)[:10] == earliest[:10]:
        return interval_told(Interval(earliest, latest or earliest, precision))
    return Markup("{} to {}").format(when(earliest, brief=True), when(latest, brief=True))


def term_told(tenure: Tenure) -> Markup:
    """When a post was held, in words; what articles do not tell is said to be untold."""
    return Markup(" · ").join(part for part in (_from(tenure), _to(tenure)) if part)


def _from(tenure: Tenure) -> Markup | str:
    if tenure.since and tenure.until:
        return Markup("{} to {}").format(interval_told(tenure.since), interval_told(tenure.until))
    if tenure.since:
        return Markup("since {}").format(interval_told(tenure.since))
    if tenure.until:
        return Markup("until {}, from when is not told").format(interval_told(tenure.until))
    return "" if tenure.state == "future" else "since when is not told"


def _to(tenure: Tenure) -> Markup | str:
    if tenure.until:
        return ""
    if tenure.state == "future":
        return Markup("to come, as told on {}").format(when(tenure.last)) if tenure.last else "to come"
    if tenure.over_by and tenure.state == "former":
        return Markup("over by {}").format(when(tenure.over_by))
    if tenure.state == "former":
        return "over"
    if tenure.held_first and tenure.held_first != tenure.held_last:
        return Markup("told as held from {} to {}").format(when(tenure.held_first), when(tenure.held_last))
    return Markup("told as held on {}").format(when(tenure.held_first)) if tenure.held_first else "told as held"
