"""What is asked of many reports together, incidents or stories: filters of a search, and how many reports tell it."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, get_args, get_type_hints

from msgspec import Struct

from dateline.desk.asking.limits import whole_number
from dateline.desk.asking.question.filters import ANY, Filters, filters
from dateline.errors import BadQuestion
from dateline.values import Casualties

EFFECTS: tuple[str, ...] = get_args(get_type_hints(Casualties)["effect"])
"""What befalls people, as casualties count it."""
ABOUT = (*EFFECTS, "actor", "recipient", "when", "where", "cause", "motive", "name", "statement", "happened")
"""What reports may disagree on."""
DISPUTED = "disputed"
"""The status of an incident of which a report denies that it happened."""
_OWN = ("organisation", "reports", "independent", "disagreeing", "order", "status")


class Gathered(Struct, frozen=True, kw_only=True):
    """A question about incidents or stories, understood."""

    filters: Filters
    organisation: str | None = None
    reports: int | None = None
    """At least so many articles."""
    independent: int | None = None
    """At least so many sources that copy no other."""
    disagreeing: str | None = None
    """What the reports disagree on, or "any"; None: not asked for."""
    status: str | None = None
    order: str = "newest"


def gathered(words: str | None, asked: dict[str, Any], names: Sequence[str], orders: Sequence[str]) -> Gathered:
    """The question that was asked in plain values. `names` are the filters that there are, `orders` the orders.

    Raises BadQuestion with a way out.
    """
    given = {name: value for name, value in asked.items() if name == "limit" or not _nothing(value)}
    _refuse_unknown(given, names)
    plain = {name: value for name, value in given.items() if name not in _OWN}
    status = _choice("status", given.get("status"), (*_STATUSES, DISPUTED, ANY))
    understood = filters(words, **plain)
    ranked = understood.words is not None and understood.words.wanted is not None
    return Gathered(
        filters=understood,
        organisation=given.get("organisation"),
        reports=_least("reports", given),
        independent=_least("independent", given),
        disagreeing=_disagreeing(given.get("disagreeing")),
        status=status,
        order=_order(given.get("order"), orders, ranked=ranked),
    )


_STATUSES = ("asserted", "denied", "possible", "planned", "requested", "historical")


def _nothing(value: object) -> bool:
    return value is None or value is False or (isinstance(value, str) and not value.strip()) or value in ((), [])


def _refuse_unknown(given: dict[str, Any], names: Sequence[str]) -> None:
    for name in given:
        if name not in names:
            near = get_close_matches(name, names, n=1)
            advice = f"did you mean {near[0]!r}?" if near else f"the filters are: words, {', '.join(names)}"
            raise BadQuestion(f"no filter is called {name!r}; {advice}")


def _least(name: str, given: dict[str, Any]) -> int | None:
    return whole_number(name, given[name], 1) if name in given else None


def _disagreeing(given: Any) -> str | None:
    return ANY if given is True else _choice("disagreeing", given, (*ABOUT, ANY))


def _order(given: Any, orders: Sequence[str], *, ranked: bool) -> str:
    order = _choice("order", given, orders)
    if order == "best" and not ranked:
        others = ", ".join(each for each in orders if each != "best")
        raise BadQuestion(f"order cannot be 'best'; there are no words to rank by; give words, or one of {others}")
    return order or ("best" if ranked else "newest")


def _choice(name: str, given: Any, allowed: Sequence[str]) -> str | None:
    """What was given, None for nothing. Raises BadQuestion where it is none of those allowed."""
    if given is None:
        return None
    told = str(given).strip().casefold()
    if told not in allowed:
        near = get_close_matches(told, allowed, n=1)
        advice = f"did you mean {near[0]!r}?" if near else f"give one of {', '.join(allowed)}"
        raise BadQuestion(f"{name} cannot be {given!r}; {advice}")
    return told
