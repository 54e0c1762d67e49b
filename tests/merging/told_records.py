"""Records of short stories, made by hand: one event each, with a place, a day and a toll."""

from dateline.model import Article, Block, Source
from dateline.record import Record
from dateline.values import Casualties, Event, Mention, Moment, Organisation, Place, Publication, Span

BREKHOLM = ("Brekholm", 9100001, 59.1, 11.2)
LUNDVIK = ("Lundvik", 9100002, 61.9, 12.8)

LEADS = {
    "ASSAULT": "A bomb tore through the fish market in {town} on {day}, killing {toll} people.",
    "PROTEST": "Thousands of dockers marched in the rain in {town} on {day}; {toll} people were hurt.",
}
TRIGGERS = {"ASSAULT": "bomb", "PROTEST": "marched"}
REST = {
    "ASSAULT": "Stalls burnt for hours, and ambulances could not pass the bridge. The Brek Front said it did it.",
    "PROTEST": "Dockers carried banners and blocked the quay, where a ferry waited with its passengers till dusk.",
}


def record(
    article: str,
    *,
    type: str = "ASSAULT",  # noqa: A002
    day: str = "2024-05-03",
    published: str | None = None,
    town: tuple[str, int, float, float] = BREKHOLM,
    toll: int = 9,
    headline: str = "Blast in {town} kills {toll}",
    rest: str | None = None,
    outlet: str | None = None,
) -> Record:
    """A record of a story on an event of this type in this town on this day."""
    title = headline.format(town=town[0], toll=toll)
    lead = LEADS[type].format(town=town[0], day=day, toll=toll)
    text = "\n".join((title, lead, rest if rest is not None else REST[type]))
    blocks = (Block("headline", 0, len(title)), Block("paragraph", len(title) + 1, len(text)))
    source = Source(location=f"stories/{article}.txt", media_type="text/plain", outlet=outlet or f"The {article} Post")
    made = Record(Article(id=article, source=source, text=text, blocks=blocks, language="en"))
    _fill(made, type, day, published or day, town, toll)
    return made


def _fill(made: Record, kind: str, day: str, published: str, town: tuple[str, int, float, float], toll: int) -> None:
    title = made.text.partition("\n")[0]

    def at(words: str, start: int = 0) -> Span:
        found = made.text.index(words, start)
        return Span(found, found + len(words))

    out = made.add(made.fact(_day(published), field="row: published"))
    made.add(made.fact(Publication(published=out.id, headline=title, outlet=made.article.source.outlet), at(title)))
    when = made.add(made.fact(_day(day), at(day)))
    name, geonames, lat, lon = town
    mention = at(name, len(title))
    place = made.add(made.fact(Place(
        name=name, geonames=geonames, lat=lat, lon=lon, country="NOR", admin1="01", feature="PPL", precision="exact",
        mentions=(Mention(start=mention.start, end=mention.end),),
    ), mention))  # fmt: skip
    actors: tuple[str, ...] = ()
    if "Brek Front" in made.text:
        span = at("Brek Front")
        body = Organisation(name="Brek Front", sector="REB", mentions=(Mention(start=span.start, end=span.end),))
        actors = (made.add(made.fact(body, span)).id,)
    trigger = at(TRIGGERS[kind], len(title))
    event = made.add(made.fact(
        Event(type=kind, trigger=trigger, when=when.id, where=(place.id,), actors=actors), trigger
    ))  # fmt: skip
    effect = "killed" if kind == "ASSAULT" else "wounded"
    span = at(f"{toll} people")
    made.add(made.fact(Casualties(effect=effect, low=toll, high=toll, best=toll, group="people", event=event.id), span))


def _day(day: str) -> Moment:
    return Moment(type="DATE", timex=day, earliest=day, latest=day, precision="day")


def event_of(made: Record) -> str:
    """The id of the record's event."""
    return made.of("event")[0].id
