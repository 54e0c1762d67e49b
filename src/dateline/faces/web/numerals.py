"""Numbers as people read them: counts with their noun, and intervals whose ends may be open."""


def many(number: int | float) -> str:
    """ "12,480"."""
    return f"{number:,}"


def counted(number: int, one: str, more: str | None = None) -> str:
    """ "1 report", "2 reports"; `more` where an s does not do."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def interval(low: float | None, high: float | None, best: float | None = None) -> str:
    """ "12", "9 to 12", "12 or more", "up to 12", "about 11 (9 to 12)"; "not known" where neither end is."""
    shown = _ends(low, high)
    return f"about {best:,} ({shown})" if best is not None and best not in (low, high) and low != high else shown


def _ends(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return "not known"
    if high is None:
        return f"{low:,} or more"
    if low is None or (low == 0 and high > 0):
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
