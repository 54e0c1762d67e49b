"""The calendar of feeds and wires: months by their first letters, zones by their names, years of two digits."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
HOURS = {"z": 0.0, "ut": 0.0, "utc": 0.0, "gmt": 0.0, "wet": 0.0, "west": 1.0, "cet": 1.0, "cest": 2.0, "eet": 2.0}
HOURS |= {"eest": 3.0, "msk": 3.0, "sast": 2.0, "eat": 3.0, "pkt": 5.0, "hkt": 8.0, "sgt": 8.0, "awst": 8.0}
HOURS |= {"jst": 9.0, "kst": 9.0, "acst": 9.5, "aest": 10.0, "aedt": 11.0, "nzst": 12.0, "nzdt": 13.0}
HOURS |= {"ast": -4.0, "adt": -3.0, "est": -5.0, "edt": -4.0, "cst": -6.0, "cdt": -5.0, "mst": -7.0, "mdt": -6.0}
HOURS |= {"pst": -8.0, "pdt": -7.0, "akst": -9.0, "akdt": -8.0, "hst": -10.0, "nst": -3.5, "ndt": -2.5}
"""Hours east of Greenwich: RFC 822's own zones as it has them, and others that mean one thing only.

IST is three zones and BST two; they are left out, so that such a moment stays without a zone.
"""
PIVOT = 69
"""A year of two digits from here on belongs to the last century, as in POSIX."""


def full_year(year: int) -> int:
    """The year that two digits stand for; a full one as it is."""
    return year if year >= 100 else year + (1900 if year >= PIVOT else 2000)
