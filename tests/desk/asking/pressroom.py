"""A desk of news from several places, days and outlets, in which every filter finds something."""

from pathlib import Path

from shelf import Story, shelved

from dateline.desk.storage.opening import DeskFile

LUND = {"geonames": 2693678, "lat": 55.706, "lon": 13.187, "country": "SWE", "precision": "exact"}
VARDE = {"geonames": 2612630, "lat": 55.621, "lon": 8.481, "country": "DNK", "precision": "exact"}


def raid() -> Story:
    """A raid in Lund that killed four, planned talks in Varde."""
    text = (
        "Raid in Lund. Gunmen of the Brek Front raided a mill in Lund and killed four. Ana Brek denied it. "
        "Talks in Varde are planned. Makhmud Osei waits."
    )
    story = Story("raid", text, "2031-04-02")
    lund, varde = story.place("in Lund and", name="Lund", **LUND), story.place("Varde", **VARDE)
    front, brek = story.body("Brek Front", sector="REB"), story.person("Ana Brek", country="SWE")
    story.person("Makhmud Osei")
    attack = story.event("ASSAULT", "raided", where=(lund,), actors=(front,), modes=("firearms",))
    story.event("CONSULT", "Talks in", "planned", where=(varde,))
    story.harm("killed four", effect="killed", low=4, high=4, best=4, event=attack.id)
    story.said(brek, "it", stance="denies")
    story.record.keep(story.record.report("weekday_and_date", "warning", "no such day", story.span("Raid")))
    return story


def march() -> Story:
    """A march in Varde against a raid in Lund long ago, and a denied arrest."""
    text = (
        "March in Varde. Ana Brek led a march in Varde. In 2019 a raid shook Lund. Police denied that they arrested "
        "anyone. Six died, the Brek Front says."
    )
    story = Story("march", text, "2031-04-02", outlet="Calm Times")
    varde, lund = story.place("in Varde. In", name="Varde", **VARDE), story.place("Lund", **LUND)
    brek = story.person("Ana Brek", country="SWE")
    story.body("Brek Front", sector="REB")
    story.event("PROTEST", "march in", actors=(brek,), where=(varde,))
    story.event("ASSAULT", "raid shook", "historical", where=(lund,))
    story.event("COERCE", "arrested", "denied")
    story.harm("Six died", effect="killed", low=6)
    return story


def quiet() -> Story:
    """Nothing happened, nobody knows when."""
    story = Story("quiet", "Calm at the mill. Mahmud Osei slept in Lund.", None, outlet="calm times")
    story.person("Mahmud Osei")
    story.place("Lund", **LUND)
    return story


def talks(number: int, day: str, country: str | None = None) -> Story:
    """One of many reports of talks, alike but for their number."""
    text = f"Talks {number} in Lund. Ana Brek met the Harbour Union in Lund for talks number {number}."
    story = Story(f"talks-{number}", text, day, outlet="Varde Radio")
    lund = story.place("in Lund for", name="Lund", **LUND)
    brek = story.person("Ana Brek", country=country)
    story.body("Harbour Union")
    story.event("CONSULT", "met", actors=(brek,), where=(lund,))
    return story


def pressroom(folder: Path) -> DeskFile:
    """A desk of eight articles: a raid, a march, a quiet story and five of talks on as many days."""
    many = [talks(number, f"2031-03-{10 + number}") for number in range(1, 6)]
    connection = shelved(folder, raid(), march(), quiet(), *many)
    assert isinstance(connection, DeskFile)
    return connection
