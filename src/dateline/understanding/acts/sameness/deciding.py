"""THE decision whether a telling is of an event told before: first what speaks against it, then what ties the two."""

from collections.abc import Sequence
from functools import reduce

from dateline.annotated import Token
from dateline.understanding.acts.parties.participants import words as event_words
from dateline.understanding.acts.sameness.parties import Party, Verdict, compared, shared_count, shared_nouns, words
from dateline.understanding.acts.sameness.scene import places, times
from dateline.understanding.acts.sameness.telling import REAL, Telling
from dateline.understanding.acts.setting.circumstances import MATERIAL
from dateline.understanding.acts.wording import clauses
from dateline.understanding.factuality.clause_shapes import partner_of
from dateline.values import Person

Tellings = Sequence[Telling]
"""The tellings of one event, in the order of the text."""
_VIOLENT = frozenset(("ASSAULT", "DEATH", "ACCIDENT", "DISASTER"))
"""Types of which one may tell the cause and another the harm."""
_MEETINGS = frozenset(("CONSULT", "AGREE", "COOPERATE"))
_LASTING = frozenset((*_MEETINGS, "SUPPORT"))
_LASTING_MODES = frozenset(("investigate",))
"""What the same two do to each other once in a story, unless the story says otherwise: it goes on, or is said again."""
_MUTUAL = frozenset((*_MEETINGS, "ASSAULT"))
"""Types whose sides may change places: "A met B", "B met A"."""
_ONCE = frozenset(("ASSAULT", "DEATH", "COERCE", "CAREER", "RETREAT"))
"""Types that befall one person once in a story, as far as nothing speaks against it."""
_DEEDS = frozenset(("abduct", "beat", "torture", "sexual", "crowd-control", "visit"))
"""Modes of PLOVER that are a deed of their own; the others say with what, or how, it was done."""
_EFFECTS = frozenset(("targeted", "destroy"))
"""Modes of ASSAULT that tell what came of a deed, as harm does."""
_BLASTS = frozenset(("explosives", "heavy-weapons", "aerial", "drone", "suicide-attack"))
_WEAPONS = (_BLASTS, frozenset(("firearms",)), frozenset(("primitive",)), frozenset(("unconventional",)))
"""Modes of ASSAULT that may be one attack."""
_CONTENT = ("xcomp", "advcl", "dobj")
LEAD = 2
"""So many sentences of the body tell the news that the headline tells."""
NEAR = 2
"""A definite noun without any other tie means an event told at most so many sentences before."""


def against(event: Tellings, new: Telling) -> str | None:
    """What speaks against a telling being of this event, in a word; None where nothing does."""
    if any(_is_content_of(told, new) for told in event):
        return None
    if not any(_is_kin(told, new) for told in event):
        return "type"
    if not _is_of_one_status(event, new):
        return "status"
    if frozenset().union(*(told.others for told in event)) != new.others:
        return "another one"
    if any(told.is_plural for told in event) != new.is_plural and not any(_is_tied(told, new) for told in event):
        return "number"
    if any(times(told.when, new.when) == "apart" for told in event):
        return "time"
    if any(places(told.where, new.where) == "apart" for told in event):
        return "place"
    return "participants" if "apart" in sides(event, new) else None


def ties(event: Tellings, new: Telling) -> list[str]:
    """What ties a telling to an event that nothing speaks against, in words; an echo can only point back."""
    if new.echo:
        alike = new.points_back and any(told.type == new.type for told in event)
        return ["points back"] if alike and _is_meant(event, new) else []
    found = {
        "harm": any(_is_tied(told, new) for told in event),
        "harm by the same": any(_goes_on(told, new) for told in event),
        "headline": any(_is_headline_of(told, new) and _is_alike(event, told, new) for told in event),
        "once": new.type in _ONCE and new.fact.status != "denied" and _befell_one(event, new),
        "count": any(_has_one_toll(told, new) for told in event),
        "same words": _is_said_again(event, new),
        "same scene": _is_same_scene(event, new),
        "one clause": any(_is_one_clause(told, new) for told in event),
        "points back": new.points_back and _is_meant(event, new),
    }
    return [reason for reason, holds in found.items() if holds]


def sides(event: Tellings, new: Telling) -> tuple[Verdict, Verdict]:
    """How the actors and the recipients compare; of mutual deeds the way that fits."""
    actors = reduce(Party.joined, (told.actors for told in event))
    recipients = reduce(Party.joined, (told.recipients for told in event))
    straight = (compared(actors, new.actors), compared(recipients, new.recipients))
    crossed = (compared(recipients, new.actors), compared(actors, new.recipients))
    if new.type in _MUTUAL and "apart" in straight:
        return straight if "apart" in crossed else crossed
    swapped = new.type not in _MUTUAL and "same" in crossed and "same" not in straight
    return ("apart", "apart") if swapped else straight


def _is_kin(told: Telling, new: Telling) -> bool:
    """Whether their types and modes may be one event's."""
    mine, theirs = frozenset(told.value.modes), frozenset(new.value.modes)
    if mine & _DEEDS != theirs & _DEEDS:
        return False
    if told.type != new.type:
        return {told.type, new.type} <= _VIOLENT and (told.harms or new.harms or told.family == new.family)
    if told.type != "ASSAULT":
        return not mine or not theirs or bool(mine & theirs)
    weapons = [{i for i, kind in enumerate(_WEAPONS) if kind & modes} for modes in (mine, theirs)]
    return not all(weapons) or bool(weapons[0] & weapons[1])


def _is_of_one_status(event: Tellings, new: Telling) -> bool:
    """What took place is one thing, what is planned another; "the talks" are as real as the talks it points back to.

    What is history is no news of a day of its own.
    """
    if new.fact.status not in REAL:
        return any(told.fact.status == new.fact.status for told in event)
    if not any(told.fact.status in REAL for told in event):
        return new.points_back and new.when is None and event[-1].fact.status == "planned"
    return not any(_is_history_of(one, other) for told in event for one, other in ((told, new), (new, told)))


def _is_history_of(old: Telling, news: Telling) -> bool:
    return old.fact.status == "historical" and news.fact.status == "asserted" and news.when is not None


def _is_tied(told: Telling, new: Telling) -> bool:
    return _explains(told, new) or _explains(new, told)


def _explains(told: Telling, new: Telling) -> bool:
    """Harm, and what in its sentence did it: "attacked a convoy, killing nine", "died when a bomb went off"."""
    if told.sentence == new.sentence and _is_what_the_bomb_did(told, new):
        return True
    if told.sentence != new.sentence or told.harms or not (new.harms or _EFFECTS & set(new.value.modes)):
        return False
    cause, harm = told.token, new.token
    return _is_above(told, harm) or _is_below(told, cause, harm)


def _is_what_the_bomb_did(told: Telling, new: Telling) -> bool:
    """ "A bomb that destroyed a bank went off"."""
    bombs = {span.end for span, _ in told.draft.weapons}
    return new.token.dep == "relcl" and told.annotation.head(new.token).end in bombs


def _goes_on(told: Telling, new: Telling) -> bool:
    """ "Rebels attacked a base. They killed nine soldiers": harm by the same, at no other time or place, said next."""
    if told.harms or told.type != "ASSAULT" or not new.harms or new.when or new.where:
        return False
    next_to = 0 < new.sentence - told.sentence <= 1 and told.token.block == new.token.block
    by_name = any(head.pos == "PRON" for head in new.draft.sides.actors)
    return next_to and by_name and bool(told.actors.ids & new.actors.ids)


def _is_above(told: Telling, harm: Token) -> bool:
    """ "The raid that killed nine", "attacked, killing nine": the harm hangs on its cause, or on the verb of it."""
    annotation, token = told.annotation, harm
    causes = {told.token.i, *([told.draft.sides.carrier.i] if told.draft.sides.carrier else [])}
    while token.head != token.i and token.dep in ("advcl", "relcl", "acl", "conj", "xcomp", "pcomp", "prep"):
        below, token = token, annotation.head(token)
        if token.i in causes:
            return below.tag in ("VBG", "VBN") or below.dep in ("relcl", "acl") or not _subjects(told, below)
    return False


def _subjects(told: Telling, verb: Token) -> list[Token]:
    return told.annotation.children(verb, "nsubj")


def _is_below(told: Telling, cause: Token, harm: Token) -> bool:
    """ "Died when a bomb went off", "the murder of nine in an attack": the cause hangs on the harm."""
    annotation = told.annotation
    if cause.dep == "acl" and cause.tag == "VBG":
        cause = annotation.head(cause)  # "in army fire hitting a village": the noun that its participle hangs on
    link = annotation.head(cause)
    if cause.dep == "pobj":
        return link.head == harm.i and link.lower in event_words(annotation, "scene_links")
    marks = annotation.children(cause, "mark", "advmod")
    tied = any(mark.lower in event_words(annotation, "harm_ties") for mark in marks)
    return cause.dep == "advcl" and cause.head == harm.i and tied


def _is_headline_of(told: Telling, new: Telling) -> bool:
    """Whether one stands above the story and the other in the lead, or in the deck below the headline."""
    if told.role == "paragraph":
        return False
    return new.role != "paragraph" or _body_sentence(new) < LEAD


def _body_sentence(new: Telling) -> int:
    """How many sentences of the body stand before it."""
    return sum(sentence.role == "paragraph" for sentence in new.annotation.sentences[: new.sentence])


def _is_alike(event: Tellings, told: Telling, new: Telling) -> bool:
    """Whether a headline and a lead share a participant, a number, a place or the word."""
    if "same" in sides(event, new) or places(told.where, new.where) == "same" or told.family == new.family:
        return True
    nouns = shared_nouns(told.actors, new.actors) | shared_nouns(told.recipients, new.recipients)
    return bool(nouns) or shared_count(told.recipients, new.recipients)


def _has_one_toll(told: Telling, new: Telling) -> bool:
    """ "Killed nine" and "the nine who were killed", "an attack on nine": as many, and not as many of another harm."""
    if new.type not in _VIOLENT or (told.harms and new.harms and told.token.lemma != new.token.lemma):
        return False
    undated = told.when is None or new.when is None
    if not _are_of_one_kind(told.recipients, new.recipients):
        return False
    return shared_count(told.recipients, new.recipients) and (undated or times(told.when, new.when) == "same")


def _are_of_one_kind(one: Party, other: Party) -> bool:
    """Whether both can be counted together: "two soldiers" are no "two cars"."""
    mixed = (one.people and not other.people and other.things) or (other.people and not one.people and one.things)
    return not mixed


def _befell_one(event: Tellings, new: Telling) -> bool:
    """Whether it befell the same person, by name: one dies, is arrested and leaves a post once; so do "the guards"."""
    if new.type == "RETREAT":
        people = _named(new.actors) if "resign" in new.value.modes else frozenset()
        return any(people & told.actors.ids for told in event)
    if new.harms and any(new.recipients.known & told.recipients.people for told in event):
        return True
    return any(_named(new.recipients) & told.recipients.ids for told in event)


def _named(side: Party) -> frozenset[str]:
    return frozenset(fact.id for fact in side.facts if isinstance(fact.value, Person))


def _is_said_again(event: Tellings, new: Telling) -> bool:
    """Whether a word of the same row tells it of the same on both sides, or of the same on one at one time or place.

    What is said may be said again on the same day; who meets, meets once unless the story says otherwise.
    """
    told_so = any(told.family == new.family and told.type == new.type for told in event)
    if not (told_so and _is_meant_by_word(event, new)):
        return False
    found = sides(event, new)
    lasting = new.type in _LASTING or _LASTING_MODES & set(new.value.modes)
    if found == ("same", "same") and (lasting or _is_dated_alike(event, new)):
        return True
    return new.type in MATERIAL and "same" in found and _is_set_alike(event, new)


def _is_set_alike(event: Tellings, new: Telling) -> bool:
    return _is_dated_alike(event, new) or any(places(told.where, new.where) == "same" for told in event)


def _is_dated_alike(event: Tellings, new: Telling) -> bool:
    return any(times(told.when, new.when) == "same" for told in event)


def _is_same_scene(event: Tellings, new: Telling) -> bool:
    """Violence on the same day in the same town."""
    in_town = any(places(told.where, new.where) == "same" for told in event)
    return new.type in _VIOLENT and in_town and _is_dated_alike(event, new) and _is_meant_by_word(event, new)


def _is_one_clause(told: Telling, new: Telling) -> bool:
    """ "Met and discussed": two words of one clause for one act; "urged X and urged Y" are two."""
    link = _link(told, new)
    mine, theirs = (set(each.draft.sides.recipients) for each in (told, new))
    two = mine and theirs and mine.isdisjoint(theirs) and compared(told.recipients, new.recipients) != "same"
    return link in _CONTENT or (link == "conj" and not two)


def _is_content_of(told: Telling, new: Telling) -> bool:
    """ "Agreed to lend", "summoned him to complain": one act, whatever the status of its content."""
    return _link(told, new) in _CONTENT


def _link(told: Telling, new: Telling) -> str | None:
    """How the words of a telling hang on those of another, of one type of words and not of deeds, in one clause."""
    if told.type != new.type or told.sentence != new.sentence or new.type in MATERIAL:
        return None
    annotation, link = new.annotation, None
    home, token = (each.draft.sides.carrier or each.token for each in (told, new))
    while token.i != home.i and token.dep in (*_CONTENT, "conj"):
        if annotation.children(token, *clauses.SUBJECTS):
            return None
        head = annotation.head(token)
        token, link = (partner_of(annotation, token, head) if token.dep == "conj" else head), token.dep
    return link if token.i == home.i else None


def _is_meant(event: Tellings, new: Telling) -> bool:
    """Whether a definite noun means this event: by its word, and by what it shares with it, or by nearness.

    "The raid on the harbour" need mean no event that was told before: what the noun names must be the event's.
    """
    if not _is_meant_by_word(event, new):
        return False
    if not new.is_bare:
        return "same" in sides(event, new) or any(places(told.where, new.where) == "same" for told in event)
    near = new.sentence - event[-1].sentence <= NEAR
    lead = any(told.role != "paragraph" or _body_sentence(told) < 1 for told in event)
    return near or lead or _is_dated_alike(event, new)


def _is_meant_by_word(event: Tellings, new: Telling) -> bool:
    """Whether the noun is one for what was told: of the same row, or one for any deed; "the raid" is no bombing."""
    akin = any(told.family == new.family or _shares_mode(told, new) for told in event)
    if new.type not in _VIOLENT:
        return akin or (new.type in _MEETINGS and _may_name(event, new))
    annotation = new.annotation
    any_deed, campaigns = words(annotation, "any_deed"), words(annotation, "campaigns")
    lemma, lemmas = new.token.lemma.lower(), {told.token.lemma.lower() for told in event}
    if (lemmas | {lemma}) & campaigns:
        return lemma in lemmas
    harmed = any(told.harms or "targeted" in told.value.modes for told in event)
    by_word = lemma in any_deed or bool(lemmas & any_deed) or harmed
    return by_word or akin


def _may_name(event: Tellings, new: Telling) -> bool:
    """Whether a noun for one kind of meeting can mean what was told: "the talks" a summit, "the summit" no talks."""
    nouns = all(told.is_noun for told in event)
    return not (nouns and set(new.value.modes) - {mode for told in event for mode in told.value.modes})


def _shares_mode(told: Telling, new: Telling) -> bool:
    return bool(set(told.value.modes) & set(new.value.modes))
