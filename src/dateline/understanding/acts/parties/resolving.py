"""Whom the head word of a participant stands for: a person or body, who stands behind it, or a country."""

from dateline.annotated import Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.parties.participants import PEOPLE, THROUGH, is_country, words
from dateline.understanding.acts.setting.circumstances import MATERIAL
from dateline.understanding.acts.wording import clauses
from dateline.understanding.acts.wording.triggers import Match
from dateline.values import Mention, Organisation, Person, Place, Span

PEACEFUL = THROUGH | {"CONSULT", "THREATEN", "AID", "COOPERATE", "SANCTION"}
"""Types that are no deeds of force: a city that takes part in them is its government or its people ("aid to Oslo")."""
TOWARD = frozenset(("THREATEN", "AGREE", "SUPPORT", "REJECT", "CONCEDE", "RETREAT", "SANCTION"))
"""Types whose recipient is at whom a measure is aimed: "threatened sanctions against Norway"."""
NOBODYS = frozenset(("ACCIDENT", "DISASTER", "OUTBREAK"))
"""Types that nobody does, but for whoever drives into something."""
ABROAD = frozenset(("MOBILIZE", "RETREAT", "COERCE"))
"""Types that befall the country where they happen, when another state does them."""
HANDS = ("MIL", "REB", "COP", "GOV", "UAF", "SPY", "PRM")
"""Sectors of people through whom a body acts ("Brek Front guerrillas"); its workers or voters act for themselves."""


def resolve(record: Record, token: Token, trigger_type: str, *, seek: bool = False) -> list[Fact]:
    """The facts that a head word stands for: a person or a body, else who stands behind it, else a country.

    `seek` is for those acted upon: it looks for the person behind a deed ("condemned the raid by the army"). Of those
    who act the body is told too through which they do ("Brek Front guerrillas": the guerrillas and the front).
    """
    annotation = record.annotation
    here = Span(token.start, token.end)
    found = record.who(here, *PEOPLE)
    if found:
        if not _may_be(found, token, trigger_type, seek=seek):
            return []
        return [found, *([] if seek else _principal(record, token, found))]
    behind = annotation.children(token, "appos")
    if token.lemma.lower() in words(annotation, "counting") or token.pos == "NUM":
        behind = clauses.after(annotation, token, *annotation.words.events.of) + behind
    for other in behind:
        if fact := record.who(Span(other.start, other.end), *PEOPLE):
            return [fact, *([] if seek else _principal(record, other, fact))]
    if token.dep == "compound" and (fact := _of_same_word(record, token)):
        return [fact]
    place = record.who(here, "place")
    if place and (is_country(place) or trigger_type in PEACEFUL):
        return [place]
    members = token.tag == "NNS" and token.lemma.lower() in words(annotation, "members")
    if members and (body := _body_of(record, token)):
        return [body] if _may_be(body, token, trigger_type, seek=seek) else []
    return _through(record, token, trigger_type, seek=seek) if token.pos == "NOUN" else []


def abroad(trigger_type: str, actors: tuple[Fact, ...], where: list[Fact]) -> tuple[Fact, ...]:
    """The countries where another state acts: "Norway strengthened its forces in Sweden"."""
    if trigger_type not in ABROAD:
        return ()
    own = {_country(fact) for fact in actors}
    return tuple(fact for fact in where if is_country(fact) and own - {None} and _country(fact) not in own)


def _country(fact: Fact) -> str | None:
    return fact.value.country if isinstance(fact.value, Person | Organisation | Place) else None


def _through(record: Record, noun: Token, trigger_type: str, *, seek: bool) -> list[Fact]:
    """Who stands behind a thing: whose deed, target or aircraft it is; of a measure, against whom it is."""
    annotation, events = record.annotation, record.annotation.words.events
    owners = [kid for kid in annotation.children(noun, "amod", "compound") if annotation.name_at(kid)]
    owners = annotation.children(noun, "poss") + owners
    lemma = noun.lemma.lower()
    if not seek and trigger_type in PEACEFUL and lemma in words(annotation, "papers"):
        near = clauses.after(annotation, noun, *events.papers_by) or owners
        return [fact for word in near for fact in _first(record, [word])]
    if not seek:
        return _first(record, owners) if lemma in words(annotation, "craft") else []
    if lemma in words(annotation, "holdings"):
        return _first(record, owners + clauses.after(annotation, noun, *events.of))
    found: list[Fact] = []
    if trigger_type in THROUGH:
        near = clauses.after(annotation, noun, *events.by) + owners + clauses.after(annotation, noun, *events.of_body)
        near += [agent for kid in annotation.children(noun, "acl") for agent in clauses.agents(annotation, kid)]
        found = _first(record, near)
    if not found and trigger_type in TOWARD:
        found = _first(record, clauses.after(annotation, noun, *events.toward))
    return found


def _first(record: Record, near: list[Token]) -> list[Fact]:
    """The first person, body or country that one of these words names."""
    for token in near:
        fact = record.who(Span(token.start, token.end), *PEOPLE, "place")
        if fact and (fact.kind != "place" or is_country(fact)):
            return [fact]
    return []


def _may_be(fact: Fact, token: Token, trigger_type: str, *, seek: bool) -> bool:
    """Whether somebody may have such a part: nobody makes a drought, no tram a crash, and no court dies."""
    if trigger_type in NOBODYS and not seek:
        return trigger_type == "ACCIDENT" and fact.kind == "person"
    if trigger_type == "DEATH" and seek:
        return fact.kind == "person" or not _is_named(fact)
    return trigger_type != "ASSAULT" or token.dep != "compound" or seek or _is_force(fact)


def _is_named(fact: Fact) -> bool:
    return any(mention.form == "name" for mention in _mentions(fact))


def _is_force(fact: Fact) -> bool:
    """Whether a name before a noun of violence may be its doer: "the Brek Front raid", not "the Brek Hotel raid"."""
    return isinstance(fact.value, Organisation) and (fact.value.sector or "").startswith(HANDS)


def _principal(record: Record, token: Token, found: Fact) -> list[Fact]:
    """The body with a name whose people act: "Brek Front guerrillas", "members of the Brek Front"."""
    annotation, group = record.annotation, found.value
    if not isinstance(group, Organisation) or _is_named(found):
        return []
    member = token.lemma.lower() in words(annotation, "members")
    if not member and not (group.sector or "").startswith(HANDS):
        return []
    near = annotation.children(token, "compound", "nmod", "poss", "amod")
    near += clauses.after(annotation, token, *annotation.words.events.of_body)
    for kid in annotation.children(token, "acl"):
        if kid.lemma.lower() in words(annotation, "belonging"):
            near += clauses.after(annotation, kid, *annotation.words.events.with_whom)
    for other in near:
        body = record.who(Span(other.start, other.end), "organisation") if other.pos != "PRON" else None
        if body is None or body == found:
            continue
        if member or _is_named(body):
            return [body]
    return []


def _body_of(record: Record, member: Token) -> Fact | None:
    """The body with a name whose members are told of, and no group of their own: "45 Brek Front members"."""
    annotation = record.annotation
    near = [kid for kid in annotation.children(member, "compound", "nmod") if annotation.name_at(kid)]
    near += clauses.after(annotation, member, *annotation.words.events.of_body)
    found = (record.who(Span(other.start, other.end), "organisation") for other in near)
    return next((fact for fact in found if fact is not None and _is_named(fact)), None)


def _mentions(fact: Fact) -> tuple[Mention, ...]:
    return fact.value.mentions if isinstance(fact.value, Organisation) else ()


def _of_same_word(record: Record, token: Token) -> Fact | None:
    """Who is called by the noun before an event noun elsewhere in the story ("the police shooting"): one group only."""
    annotation, lemma = record.annotation, token.lemma.lower()
    found = {}
    for fact in record.of("organisation"):
        for mention in _mentions(fact):
            last = annotation.token_at(mention.end - 1)
            if mention.form == "nominal" and last is not None and last.lemma.lower() == lemma:
                found[fact.id] = fact
    return next(iter(found.values())) if len(found) == 1 else None


def struck_places(record: Record, match: Match, heads: tuple[Token, ...]) -> list[Fact]:
    """Places that are the object itself: "attacked Oslo", "a visit to Norway"."""
    visit = "visit" in match.row.modes
    if not visit and match.row.type not in MATERIAL:
        return []
    found = [record.who(Span(h.start, h.end), *PEOPLE, "place") for h in heads if h.pos == "PROPN"]
    places = [fact for fact in found if fact is not None and fact.kind == "place"]
    return [place for place in places if visit or not is_country(place)]
