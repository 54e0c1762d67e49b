"""Feasts and holidays whose day can be computed, by the codes that the language packs give their names.

Sources of the rules. Easter: the algorithm of Meeus, Jones and Butcher (J. Meeus, Astronomical Algorithms, 1991,
chapter 8); the Orthodox one by Meeus's Julian algorithm of the same chapter. The days counted from Easter: the General
Roman Calendar. Holidays of the United States: 5 U.S.C. 6103; Mother's Day: 36 U.S.C. 117; Father's Day: 36 U.S.C. 109;
election day: 2 U.S.C. 7. Canada: Holidays Act, R.S.C. 1985, c. H-5, and the proclamation on Thanksgiving of 31 January
1957. Days of independence: each state's own law.
Feasts of other calendars (Ramadan, Diwali, Passover, the lunar New Year) depend on the sighting of the moon or on
tables that are not computed here; they are left out rather than guessed.
"""

from collections.abc import Callable
from datetime import date, timedelta

from dateline.understanding.times.zones import nth_weekday

_MONDAY, _TUESDAY, _THURSDAY, _SUNDAY = 0, 1, 3, 6

FIXED: dict[str, tuple[int, int]] = {
    "new_year": (1, 1),
    "epiphany": (1, 6),
    "orthodox_christmas": (1, 7),
    "australia_day": (1, 26),
    "groundhog_day": (2, 2),
    "valentine": (2, 14),
    "womens_day": (3, 8),
    "st_patrick": (3, 17),
    "fools_day": (4, 1),
    "earth_day": (4, 22),
    "anzac_day": (4, 25),
    "may_day": (5, 1),
    "cinco_de_mayo": (5, 5),
    "juneteenth": (6, 19),
    "canada_day": (7, 1),
    "fourth_of_july": (7, 4),
    "bastille_day": (7, 14),
    "assumption": (8, 15),
    "halloween": (10, 31),
    "all_saints": (11, 1),
    "all_souls": (11, 2),
    "bonfire_night": (11, 5),
    "armistice_day": (11, 11),
    "veterans_day": (11, 11),
    "human_rights_day": (12, 10),
    "aids_day": (12, 1),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "boxing_day": (12, 26),
    "new_years_eve": (12, 31),
}
"""Month and day of the feasts that keep theirs."""

FROM_EASTER: dict[str, int] = {
    "shrove_tuesday": -47,
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "maundy_thursday": -3,
    "good_friday": -2,
    "holy_saturday": -1,
    "easter": 0,
    "easter_monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "whit_monday": 50,
}
"""How many days each of these lies after Easter Sunday."""

NTH_WEEKDAY: dict[str, tuple[int, int, int]] = {
    "king_day": (1, _MONDAY, 3),
    "presidents_day": (2, _MONDAY, 3),
    "mothers_day": (5, _SUNDAY, 2),
    "memorial_day": (5, _MONDAY, -1),
    "fathers_day": (6, _SUNDAY, 3),
    "labor_day": (9, _MONDAY, 1),
    "columbus_day": (10, _MONDAY, 2),
    "thanksgiving": (11, _THURSDAY, 4),
}
"""Month, weekday, and which of the month it is, of the movable holidays of the United States."""

OF_COUNTRIES: dict[str, dict[str, tuple[int, int]]] = {
    "independence_day": {
        "USA": (7, 4),
        "IND": (8, 15),
        "PAK": (8, 14),
        "BGD": (3, 26),
        "LKA": (2, 4),
        "IDN": (8, 17),
        "PHL": (6, 12),
        "UKR": (8, 24),
        "POL": (11, 11),
        "FIN": (12, 6),
        "NGA": (10, 1),
        "GHA": (3, 6),
        "KEN": (12, 12),
        "MEX": (9, 16),
        "BRA": (9, 7),
        "ARG": (7, 9),
        "COL": (7, 20),
        "PER": (7, 28),
        "VEN": (7, 5),
    }
}
"""Feasts of one name that each country keeps on a day of its own, by ISO 3166-1 alpha-3."""

AMERICAN = frozenset({"election_day", "mothers_day"})
"""Feasts whose name many countries give to other days."""

ELSEWHERE = {"memorial_day": frozenset({"ISR", "RUS"}), "labor_day": frozenset({"AUS", "NZL"})}
"""Countries that have another day by the same name."""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a Gregorian day; right from 1900 to 2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def election_day(year: int) -> date:
    """The Tuesday after the first Monday of November."""
    return (nth_weekday(year, 11, _MONDAY, 1) or date(year, 11, 1)) + timedelta(days=1)


def canadian_thanksgiving(year: int) -> date | None:
    """The second Monday of October, since 1957."""
    return nth_weekday(year, 10, _MONDAY, 2) if year >= 1957 else None


def victoria_day(year: int) -> date:
    """The Monday before 25 May."""
    day = date(year, 5, 24)
    return day - timedelta(days=day.weekday())


_OTHERS: dict[str, Callable[[int], date | None]] = {
    "orthodox_easter": orthodox_easter,
    "election_day": election_day,
    "victoria_day": victoria_day,
}


def holiday(code: str, year: int, country: str | None = None) -> date | None:
    """The day of a feast in a year; `country` (ISO 3166-1 alpha-3) is where it is kept. None where nobody can tell.

    >>> holiday("thanksgiving", 2015), holiday("thanksgiving", 2015, "CAN")
    (datetime.date(2015, 11, 26), datetime.date(2015, 10, 12))
    """
    if code in FIXED:
        return date(year, *FIXED[code])
    if code in FROM_EASTER:
        return easter(year) + timedelta(days=FROM_EASTER[code])
    if code in OF_COUNTRIES:
        day = OF_COUNTRIES[code].get(country or "")
        return date(year, *day) if day else None
    if code == "thanksgiving" and country == "CAN":
        return canadian_thanksgiving(year)
    if (code in AMERICAN and country not in (None, "USA")) or country in ELSEWHERE.get(code, ()):
        return None
    if code in NTH_WEEKDAY:
        return nth_weekday(year, *NTH_WEEKDAY[code])
    return _OTHERS[code](year) if code in _OTHERS else None
