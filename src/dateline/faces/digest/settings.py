"""Lines about where, when and how it was reported: places, moments, publication."""

from collections.abc import Iterator

from dateline.faces.digest.dates import written
from dateline.faces.digest.parts import Line, Part, Parts, join
from dateline.faces.digest.wording import country, doubt, first_words, flat, line, named, position
from dateline.model import Fact
from dateline.record import Record
from dateline.values import Credit, Dateline, Moment, Place, Publication

_KNOWN = {
    "near": "somewhere near",
    "admin2": "a county or district",
    "admin1": "a state or province",
    "region": "a region",
    "unresolved": "not found on the map",
}
_FEATURES = {
    "STM": "a river",
    "LK": "a lake",
    "ISL": "an island",
    "ISLS": "islands",
    "MTS": "mountains",
    "DSRT": "a desert",
    "SEA": "a sea",
    "OCN": "an ocean",
    "GULF": "a gulf",
    "STRT": "a strait",
    "BAY": "a bay",
    "VAL": "a valley",
}
"""What GeoNames' codes for what is no point say in words."""


def places(record: Record) -> Iterator[Line]:
    """Places with their country, how exactly they are known, and coordinates."""
    for fact in sorted(record.of("place"), key=position):
        place = fact.value
        assert isinstance(place, Place)
        whole = place.precision == "country"
        known, where = _known(place), _coordinates(place)
        # GeoNames codes its provinces; beyond the American states these codes tell a reader nothing.
        province = place.admin1 if place.admin1 and (place.country == "USA" or len(place.admin1) > 3) else ""
        around = ", ".join(filter(None, (province, "" if whole else country(record, place.country))))
        yield line(
            fact,
            Part(place.name, "place", fact.id),
            Part(around, "dim") if around and around != place.name else None,
            Part(known, "dim") if known else None,
            Part(where, "dim") if where and not whole else None,
            Part("no scene: it acts, or describes others", "dim") if _only_acts(place) else None,
        )


def _known(place: Place) -> str:
    if place.precision == "region" and place.feature in _FEATURES:
        return _FEATURES[place.feature]
    return _KNOWN.get(place.precision, "")


def _only_acts(place: Place) -> bool:
    """Whether the story names it as who acts and beside other words alone."""
    named = [mention for mention in place.mentions if mention.form == "name"]
    return bool(named) and all(mention.role in ("metonym", "modifier") for mention in named)


def _coordinates(place: Place) -> str:
    if place.lat is None or place.lon is None:
        return ""
    north, east = "N" if place.lat >= 0 else "S", "E" if place.lon >= 0 else "W"
    return f"{abs(place.lat):.2f}° {north}, {abs(place.lon):.2f}° {east}"


def moments(record: Record) -> Iterator[Line]:
    """Times that the text speaks of, in the order of time; words for the same time share a line."""
    together: dict[str, list[Fact]] = {}
    for fact in sorted((fact for fact in record.of("moment") if fact.spans), key=_chronological):
        assert isinstance(fact.value, Moment)
        together.setdefault(written(fact.value, f"“{first_words(record, fact)}”"), []).append(fact)
    for when, facts in together.items():
        words = list(dict.fromkeys(first_words(record, fact) for fact in sorted(facts, key=position)))
        shown = [Part(f"“{word}”", "dim") for word in words if when not in (word, f"“{word}”")]
        unresolved = all(isinstance(fact.value, Moment) and not _resolved(fact.value) for fact in facts)
        yield Line(
            facts=tuple(fact.id for fact in facts),
            parts=join(
                [
                    Part(when, "moment", facts[0].id),
                    join(shown, ", "),
                    Part("no calendar date", "dim") if unresolved else None,
                ]
            ),
            doubt=next(filter(None, (doubt(fact) for fact in facts)), None),
        )


def _resolved(moment: Moment) -> bool:
    return moment.type in ("DURATION", "SET") or bool(moment.earliest or moment.latest)


def _chronological(fact: Fact) -> tuple[str, int]:
    moment = fact.value
    assert isinstance(moment, Moment)
    return moment.earliest or moment.latest or "~", position(fact)


def publication(record: Record) -> Iterator[Line]:
    """How the report was published, and who made its words and pictures."""
    for fact in record.of("publication"):
        yield from _published(record, fact)
    for fact in record.of("dateline"):
        assert isinstance(fact.value, Dateline)
        yield line(fact, Part(flat(fact.value.raw)), named(record, fact.value.date), label="dateline")
    for fact in record.of("credit"):
        assert isinstance(fact.value, Credit)
        agency = Part(fact.value.agency, "organisation") if fact.value.agency else None
        words = Part(flat(record.words(fact.value.block)))
        yield line(fact, join([named(record, fact.value.person), agency], ", ") or words, label="credit")


def _published(record: Record, fact: Fact) -> Iterator[Line]:
    report = fact.value
    assert isinstance(report, Publication)
    rows: tuple[tuple[str, Parts | Part | None], ...] = (
        ("outlet", Part(report.outlet, "organisation") if report.outlet else None),
        ("agency", Part(report.agency, "organisation") if report.agency else None),
        ("by", Part(", ".join(report.bylines), "person") if report.bylines else None),
        ("published", named(record, report.published)),
        ("updated", named(record, report.updated)),
        ("section", Part(report.section) if report.section else None),
        ("tags", Part(", ".join(report.tags)) if report.tags else None),
        ("address", Part(report.url) if report.url else None),
        ("status", Part(report.status, "finding") if report.status != "usable" else None),
    )
    for label, parts in rows:
        if parts:
            yield line(fact, parts, label=label)
