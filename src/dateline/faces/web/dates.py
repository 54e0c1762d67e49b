"""Moments as people read them. The browser puts them into the reader's own language (`scripts/dates.js`)."""

from datetime import date, datetime

from markupsafe import Markup

_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905


def when(moment: str | None, brief: bool = False) -> Markup | str:
    """An ISO 8601 moment as a `time` element, in the story's own zone; "" for none. `brief` leaves the time of day out.

    "2026-03-09T06:30:00+05:00" is "9 March 2026, 06:30 +05:00"; a day, a month and a year stay as exact as they are.
    """
    if not moment:
        return ""
    told = moment[:10] if brief else moment
    return Markup('<time datetime="{}">{}</time>').format(told, written(told))


def clock(moment: str | None) -> Markup | str:
    """The time of day alone, where the day stands above; "" where none is told."""
    if not moment or len(moment) <= 10:
        return ""
    try:
        return Markup('<time datetime="{}" data-clock>{}</time>').format(moment, _clock(moment).removeprefix(", "))
    except ValueError:
        return ""


def day(moment: str | None) -> str:
    """The day of a moment in words: "Monday, 9 March 2026"; what is no day is given back."""
    try:
        found = date.fromisoformat((moment or "")[:10])
    except ValueError:
        return moment or ""
    return f"{found:%A}, {found.day} {_MONTHS[found.month - 1]} {found.year}"


def written(moment: str) -> str:
    """A moment in English words, as exact as it is told; what is none is given back."""
    parts = moment[:10].split("-")
    if "00" in parts[1:]:  # no month and no day is called so
        return moment
    try:
        year, month = int(parts[0]), _MONTHS[int(parts[1]) - 1] if len(parts) > 1 else ""
        told = " ".join(filter(None, (str(int(parts[2])) if len(parts) > 2 else "", month, f"{year:04}")))
        return told + _clock(moment) if len(moment) > 10 else told
    except (ValueError, IndexError):
        return moment


def _clock(moment: str) -> str:
    found = datetime.fromisoformat(moment)
    zone = f"{found:%z}"
    return f", {found:%H:%M}" + (f" {zone[:3]}:{zone[3:5]}" if zone and zone != "+0000" else " UTC" if zone else "")
