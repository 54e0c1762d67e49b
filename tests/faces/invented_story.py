"""A story made up for these tests, with a record built by hand that has every kind of fact."""

from dateline.model import Article, Block, BlockRole, Fact, Field, Source
from dateline.record import MadeBy, Record
from dateline.values import (
    Casualties,
    Charge,
    Credit,
    Dateline,
    Event,
    Gist,
    Mention,
    Moment,
    Organisation,
    Person,
    Place,
    Publication,
    Quantity,
    Role,
    Span,
    Statement,
)

LINES: tuple[tuple[BlockRole, str], ...] = (
    ("furniture", "World | Subscribe | Contact us"),
    ("headline", "Two dead as warehouse fire halts the port of Varna"),
    ("deck", "Prosecutors charge a former harbour master; the owner denies that its alarms were off"),
    ("byline", "By Elena Markova"),
    ("caption", "Firefighters stand at the gate of the port on Tuesday"),
    ("credit", "Photo: Anna Weiss/Meridian"),
    ("dateline", "VARNA, Bulgaria, March 5 (Meridian) — "),
    (
        "paragraph",
        "Two dock workers were killed and at least seven others were hurt, three of them badly, when a warehouse "
        "burned down in Varna on Monday, March 5, Interior Minister Petar Dobrev said.",
    ),
    (
        "paragraph",
        "“We heard two blasts and then the roof was gone,” Dobrev told reporters. “Nobody [in the company - Meridian] "
        "should have let them in.”",
    ),
    (
        "paragraph",
        "Prosecutors charged Georgi Stanev, known as Goro, harbour master from 2009 to 2016, with negligence and "
        "forgery. Blackline Cargo, which owns the warehouse, denied that its alarms were off.",
    ),
    (
        "paragraph",
        "Some 3,000 dockers plan to strike on Friday over “killer sheds”, their union said. Losses may reach "
        "€4.5 million. Dobrow said the inquiry would take about six weeks.",
    ),
    ("note", "Editing by Tom Hale"),
)


class Story:
    """The text, its blocks, and spans by their words."""

    def __init__(self, lines: tuple[tuple[BlockRole, str], ...] = LINES) -> None:
        self.text, blocks = "", []
        for role, line in lines:
            blocks.append(Block(role, len(self.text), len(self.text) + len(line.rstrip())))
            self.text += line if role == "dateline" else line + "\n\n"
        self.blocks = tuple(blocks)

    def at(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def mention(self, words: str, nth: int = 0, **rest: str) -> Mention:
        span = self.at(words, nth)
        return Mention(start=span.start, end=span.end, **rest)  # type: ignore[arg-type]


def story() -> Record:
    """A full record: every kind of fact, every status of interest, doubts, and findings."""
    text = Story()
    article = Article(
        id="varna-1",
        source=Source(location="stories/varna.txt", media_type="text/plain", outlet="Meridian"),
        text=text.text,
        blocks=text.blocks,
        language="en",
        fields=(Field("published", "2024-03-05T18:20:00Z", "row: published"),),
    )
    record = Record(article, made_by=MadeBy(dateline="0.1.0", steps=("people", "events"), model="none"))
    moments = _moments(record, text)
    actors = _actors(record, text)
    _published(record, text, moments, actors)
    _happened(record, text, moments, actors)
    for finding in _findings(record, text):
        record.keep(finding)
    return record


def _moments(record: Record, text: Story) -> dict[str, Fact]:
    def day(timex: str, *spans: Span, **rest: str) -> Fact:
        value = Moment(type="DATE", timex=timex, earliest=timex, latest=timex, precision="day")
        return record.add(record.fact(value, *spans, **rest))  # type: ignore[arg-type]

    published = "2024-03-05T18:20:00+00:00"
    years = {
        year: Moment(type="DATE", timex=year, earliest=f"{year}-01-01", latest=f"{year}-12-31", precision="year")
        for year in ("2009", "2016")
    }
    record.add(record.fact(Moment(type="DURATION", timex="P6W", mod="APPROX"), text.at("about six weeks")))
    return {
        "published": record.add(
            record.fact(
                Moment(type="TIME", timex=published, earliest=published, latest=published, precision="minute"),
                field="row: published",
            )
        ),
        "dateline": day("2024-03-05", text.at("March 5")),
        "fire": day("2024-03-05", text.at("Monday, March 5")),
        "tuesday": day("2024-03-05", text.at("Tuesday")),
        "friday": day("2024-03-08", text.at("Friday")),
        **{year: record.add(record.fact(value, text.at(year))) for year, value in years.items()},
    }


def _actors(record: Record, text: Story) -> dict[str, Fact]:
    varna = Place(
        name="Varna", geonames=1, lat=43.2167, lon=27.9167, country="BGR", admin1="Varna", precision="exact",
        mentions=(text.mention("Varna"), text.mention("VARNA"), text.mention("Varna", 1)),
    )  # fmt: skip
    bulgaria = Place(name="Bulgaria", country="BGR", precision="country", mentions=(text.mention("Bulgaria"),))
    dobrev = Person(
        name="Petar Dobrev", country="BGR", sector="GOV", mentions=(
            text.mention("Petar Dobrev"), text.mention("Dobrev", 1), text.mention("Dobrow", rule="spelling"),
        ),
    )  # fmt: skip
    stanev = Person(name="Georgi Stanev", aliases=("Goro",), country="BGR", sector="ELI", mentions=(
        text.mention("former harbour master", form="nominal", rule="title"), text.mention("Georgi Stanev"),
        text.mention("Goro"),
    ))  # fmt: skip
    found: dict[str, Fact] = {}
    for key, value, confidence, reason in (
        ("varna", varna, 0.95, None),
        ("bulgaria", bulgaria, 0.95, None),
        ("dobrev", dobrev, 0.9, None),
        ("stanev", stanev, 0.9, None),
        ("weiss", Person(name="Anna Weiss", mentions=(text.mention("Anna Weiss"),)), 0.9, None),
        ("cargo", _group(text, "Blackline Cargo", "BUS"), 0.9, None),
        ("prosecutors", _group(text, "Prosecutors", "JUD", 1), 0.9, None),
        ("dockers", _group(text, "dockers", "LAB"), 0.5, "a group with a number, perhaps no body of its own"),
    ):
        spans = tuple(Span(mention.start, mention.end) for mention in value.mentions)
        found[key] = record.add(record.fact(value, *spans, confidence=confidence, reason=reason))
    return found


def _group(text: Story, words: str, sector: str, nth: int = 0) -> Organisation:
    return Organisation(name=words, country="BGR", sector=sector, mentions=(text.mention(words, nth),))


def _published(record: Record, text: Story, moments: dict[str, Fact], actors: dict[str, Fact]) -> None:
    headline = text.at("Two dead as warehouse fire halts the port of Varna")
    for value, span in (
        (
            Dateline(place=actors["varna"].id, date=moments["dateline"].id, agency="Meridian",
                     raw="VARNA, Bulgaria, March 5 (Meridian)"),
            text.at("VARNA, Bulgaria, March 5 (Meridian)"),
        ),
        (
            Publication(published=moments["published"].id, agency="Meridian", outlet="The Meridian",
                        bylines=("Elena Markova",), headline=text.text[headline.start : headline.end],
                        tags=("ports", "fires"), url="https://meridian.example/varna"),
            headline,
        ),
        (
            Credit(person=actors["weiss"].id, agency="Meridian", block=text.at("Photo: Anna Weiss/Meridian")),
            text.at("Photo: Anna Weiss/Meridian"),
        ),
    ):  # fmt: skip
        record.add(record.fact(value, span))
    record.add(
        record.fact(
            Role(person=actors["dobrev"].id, title="interior minister", country="BGR"), text.at("Interior Minister")
        )
    )
    record.add(
        record.fact(
            Role(person=actors["stanev"].id, title="harbour master", since=moments["2009"].id,
                 until=moments["2016"].id, state="former"),
            text.at("harbour master from 2009 to 2016"),
        )
    )  # fmt: skip


def _happened(record: Record, text: Story, moments: dict[str, Fact], actors: dict[str, Fact]) -> None:
    told = {key: record.add(record.fact(value, *value.content)) for key, value in _statements(text, actors).items()}
    fire = Event(scheme="other", type="ACCIDENT", trigger=text.at("burned down"), when=moments["fire"].id,
                 where=(actors["varna"].id,))  # fmt: skip
    accident = record.add(record.fact(fire, fire.trigger, said_by=told["minister"].id))
    strike = Event(type="PROTEST", modes=("strike",), trigger=text.at("strike"), actors=(actors["dockers"].id,),
                   when=moments["friday"].id)  # fmt: skip
    record.add(record.fact(strike, strike.trigger, status="planned", said_by=told["union"].id))
    accuse = Event(type="ACCUSE", modes=("allege",), trigger=text.at("charged"),
                   actors=(actors["prosecutors"].id,), recipients=(actors["stanev"].id,))  # fmt: skip
    record.add(record.fact(accuse, accuse.trigger))
    off = Event(type="REJECT", trigger=text.at("denied"), actors=(actors["cargo"].id,))
    record.add(record.fact(off, off.trigger, confidence=0.4, reason="nobody is named whose claim is denied"))
    for harm, words in (
        (
            Casualties(effect="killed", low=2, high=2, best=2, group="dock workers", event=accident.id),
            "Two dock workers",
        ),
        (Casualties(effect="wounded", low=7, best=7, group="dock workers", event=accident.id), "at least seven others"),
    ):
        hurt = record.add(record.fact(harm, text.at(words), said_by=told["minister"].id))
    badly = Casualties(effect="wounded", low=3, high=3, best=3, event=accident.id, part_of=hurt.id)
    record.add(record.fact(badly, text.at("three of them")))
    record.add(
        record.fact(Quantity(of="dockers", low=2700.0, high=3300.0, unit="people"), text.at("Some 3,000 dockers"))
    )
    record.add(
        record.fact(
            Quantity(of="losses", low=4.5e6, high=4.5e6, unit="EUR"), text.at("€4.5 million"), status="possible"
        )
    )
    record.add(
        record.fact(
            Charge(accused=actors["stanev"].id, by=actors["prosecutors"].id, offences=("negligence", "forgery"),
                   stage="charged"),
            text.at("charged"),
        )
    )  # fmt: skip
    gist = Gist(who=text.at("Two dock workers"), what=text.at("were killed"), when=text.at("Monday, March 5"),
                where=text.at("Varna", 1), how=text.at("a warehouse burned down"))  # fmt: skip
    record.add(record.fact(gist, *(span for span in (gist.who, gist.what, gist.when, gist.where) if span)))


def _statements(text: Story, actors: dict[str, Fact]) -> dict[str, Statement]:
    dobrev = actors["dobrev"].id
    first = text.at("Two dock workers").start
    return {
        "minister": Statement(
            speaker=dobrev, speaker_span=text.at("Interior Minister Petar Dobrev"), cue=text.at("said"),
            content=(Span(first, text.at("March 5, Interior").end - len(", Interior")),), manner="indirect",
        ),
        "blasts": Statement(
            speaker=dobrev, speaker_span=text.at("Dobrev", 1), cue=text.at("told"), manner="direct",
            content=(text.at("“We heard two blasts and then the roof was gone,”"),
                     text.at("“Nobody [in the company - Meridian] should have let them in.”")),
            insertions=(text.at("[in the company - Meridian]"),),
        ),
        "union": Statement(
            speaker_span=text.at("their union"), cue=text.at("said", 1), manner="mixed",
            content=(text.at("Some 3,000 dockers plan to strike on Friday over “killer sheds”"),),
        ),
        "sheds": Statement(content=(text.at("“killer sheds”"),), manner="scare"),
        "company": Statement(
            speaker=actors["cargo"].id, cue=text.at("denied"), content=(text.at("that its alarms were off"),),
            manner="indirect", stance="denies",
        ),
    }  # fmt: skip


def _findings(record: Record, text: Story):  # type: ignore[no-untyped-def]
    yield record.report("spellings", "note", "“Dobrow” may be “Dobrev” misspelt", text.at("Dobrow"))
    yield record.report("weekdays", "error", "5 March 2024 was a Tuesday", text.at("Monday, March 5"))
    yield record.report("arithmetic", "warning", "the headline counts two dead and nobody hurt")
