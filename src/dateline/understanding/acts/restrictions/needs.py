"""What rows of the event lexicon may ask for about the kind of those who take part, beyond that somebody does."""

from dateline.annotated import Annotation, Token
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.coding.doubt import acts_in_public
from dateline.understanding.acts.coding.draft import Draft
from dateline.understanding.acts.parties.participants import is_country, words
from dateline.understanding.acts.setting.contexts import themes
from dateline.understanding.acts.wording import clauses
from dateline.understanding.acts.wording.triggers import Match
from dateline.understanding.harm.people_words import people_words
from dateline.values import Organisation, Person, Span


def is_met(record: Record, draft: Draft, need: str) -> bool:
    """Whether a draft has what a row needs; one of the needs that `NEEDS` in the language's sections explains."""
    match need:
        case "human":
            return is_human(record, draft)
        case "crowd":
            return is_crowd(record, draft)
        case "parties":
            return len({fact.id for fact in (*draft.actors, *draft.recipients)}) > 1
        case "public":
            cities = any(fact.kind == "place" for fact in draft.actors)
            return cities or any(is_public(fact) for fact in (*draft.actors, *draft.recipients))
        case "clause":
            return draft.match.token.dep != "amod"  # "elected officials"
        case "object":
            word = draft.match.token
            own = clauses.objects(record.annotation, word)
            return draft.match.noun or clauses.is_passive(record.annotation, word) or bool(own)
        case "deed":
            return bool(record.annotation.children(draft.match.token, "xcomp", "ccomp"))
        case "act":
            return bool(record.annotation.children(draft.match.token, "xcomp"))
        case "direct":
            return _is_direct(record.annotation, draft.match)
        case "traveller":
            return any(map(acts_in_public, draft.actors))
        case "peacekeeping":
            return "peacekeeping" in themes(record.annotation, draft.match.token.sentence)
        case "land":
            heads = draft.sides.recipients
            return any(record.who(Span(head.start, head.end), "place") is not None for head in heads)
        case _:
            return not _is_stricken(record.annotation, draft.match.token)


def _is_direct(annotation: Annotation, match: Match) -> bool:
    """Whether the preposition of a wording is the verb's own: "called for aid", not "called it a fight for aid"."""
    own = annotation.children(match.token, "prep", "prt", "advmod", "agent", "dative")
    near = [*own, *(kid for word in own if word.dep != "prep" for kid in annotation.children(word, "prep"))]
    named = annotation.children(match.token, "oprd")  # "was called a liar for it"
    return match.preposition is None or (not named and any(word.lower == match.preposition for word in near))


def is_human(record: Record, draft: Draft) -> bool:
    """Whether people suffer it: persons, groups without a name, or a noun, number or pronoun for them."""
    if any(_is_people(fact) for fact in draft.recipients):
        return True
    annotation = record.annotation
    nouns = people_words(annotation.words.language.code)
    pronouns = nouns.plural_pronouns | nouns.singular_pronouns
    heads = draft.sides.recipients
    people = pronouns | nouns.collectives
    return any(
        h.pos == "NUM"
        or h.lower in people
        or h.lemma.lower() in people
        or nouns.is_person(annotation, h)
        or (h.pos == "PROPN" and h.entity not in ("DATE", "TIME") and annotation.name_at(h) is None)
        for h in heads
    )


def _is_people(fact: Fact) -> bool:
    value = fact.value
    if isinstance(value, Organisation):
        return all(mention.form != "name" for mention in value.mentions)
    return isinstance(value, Person)


def is_crowd(record: Record, draft: Draft) -> bool:
    """Whether many do it: not one person alone, and no firm or army. Where nobody is told of, it may be so."""
    if not draft.sides.actors:
        return True
    firms = [_sector(fact).startswith("BUS") for fact in draft.actors]
    groups = [
        isinstance(fact.value, Organisation) and not _sector(fact).startswith(("BUS", "MIL")) for fact in draft.actors
    ]
    return any(groups) or (not any(firms) and any(_is_many(record.annotation, h) for h in draft.sides.actors))


def _is_many(annotation: Annotation, head: Token) -> bool:
    plural = people_words(annotation.words.language.code).plural_pronouns
    counted = head.pos == "NUM" or head.lemma.lower() in words(annotation, "counting")
    return head.tag in ("NNS", "NNPS") or head.lower in plural or counted


def is_public(fact: Fact) -> bool:
    """Whether someone acts for more than himself: a body, a country, or a person whose sector is known."""
    return isinstance(fact.value, Organisation) or is_country(fact) or bool(_sector(fact))


def _sector(fact: Fact) -> str:
    return (fact.value.sector or "") if isinstance(fact.value, Person | Organisation) else ""


def _is_stricken(annotation: Annotation, trigger: Token) -> bool:
    """Whether the paragraph tells of a disaster or of a disease."""
    contexts = annotation.words.events.contexts
    told = {*contexts["disasters"], *contexts["health"]}
    return any(t.block == trigger.block and t.lemma.lower() in told for t in annotation.tokens)
