"""What speaks of harm and tells of none: sport, tales, figures of speech, nobody in particular."""

from dateline.annotated import Annotation, Token
from dateline.understanding.harm.counts import Count

SPORTS = 3
"""So many different words of sport make a paragraph one of the sports page."""
_OF_SPORT = ("wounded", "freed")
"""What is told of players too; who dies in a match is dead."""


def is_no_harm(annotation: Annotation, count: Count) -> bool:
    """Whether a count is none: its words are those of harm, but nobody came to harm."""
    doubts = (_is_play, _is_vague, _is_figurative, _is_made_up, _is_off_scene, _is_only_thought, _is_pending)
    return any(doubt(annotation, count) for doubt in doubts)


def _is_play(annotation: Annotation, count: Count) -> bool:
    """A player hurt in a match, or released by a club: told by the sports page, no casualty of an event."""
    doubt = annotation.words.casualties.doubt
    trigger = count.harm.trigger
    routed = trigger.lemma in doubt.routs and count.sufferer.number is None  # "United were massacred"
    if not routed and not (count.is_one and count.harm.effect in _OF_SPORT):
        return False
    words = {*doubt.sport, *doubt.pitch}
    if len({t.lemma.lower() for t in annotation.tokens if t.block == trigger.block} & words) >= SPORTS:
        return True
    tied = count.event is not None and count.doubt is None
    beside = any(t.lemma.lower() in doubt.sport for t in annotation.tokens_of(annotation.sentence(trigger)))
    return count.harm.effect == "wounded" and not tied and beside


def _is_figurative(annotation: Annotation, count: Count) -> bool:
    """ "The slump hurt workers", "hurt by your words"."""
    verb = count.harm.trigger
    own = count.event is not None and verb.start in {span.start for span in count.event.spans}
    if (count.doubt is None and not own) or verb.lemma not in annotation.words.casualties.doubt.figurative:
        return False
    by = [noun for kid in annotation.children(verb, "agent") for noun in annotation.children(kid, "pobj")]
    owned = any(annotation.children(noun, "poss") for noun in by)
    return (bool(annotation.children(verb, "dobj")) and (count.sufferer.high or 1) > 0) or owned


def _is_vague(annotation: Annotation, count: Count) -> bool:
    """ "The murder of activists", "children have been maimed": nobody in particular, no number, no event of its own."""
    if not count.sufferer.bare:
        return False
    verb = count.harm.trigger
    helpers = annotation.children(verb, "aux", "auxpass")
    perfect = any(kid.lemma == "have" for kid in helpers)
    going_on = (verb.tag == "VBG" and bool(helpers)) or any(kid.tag == "VBG" for kid in helpers)
    charged = verb.tag == "VBG" and verb.dep in ("pcomp", "acl", "csubj")  # "accused of killing civilians"
    chain = [verb, *list(annotation.ancestors(verb))[:2]] if verb.pos != "VERB" else [verb]
    able = any(kid.tag == "MD" for one in chain for kid in annotation.children(one, "aux"))  # "can end up dead"
    past = verb.tag == "VBD" or any(kid.tag == "VBD" for kid in helpers)
    return verb.pos == "NOUN" or perfect or going_on or charged or able or (count.doubt is not None and not past)


def _is_made_up(annotation: Annotation, count: Count) -> bool:
    """ "In the film she plays a nurse who kills 12 men": a tale, told in the present tense."""
    verb = count.harm.trigger
    fiction = annotation.words.casualties.doubt.fiction
    told = (t.lemma.lower() for t in annotation.tokens if t.block == verb.block)
    return _is_present(annotation, verb) and any(lemma in fiction for lemma in told)


def _is_off_scene(annotation: Annotation, count: Count) -> bool:
    """ "Vanished from the campaign trail": seen no longer, but not missing."""
    if count.harm.effect != "missing":
        return False
    sources = annotation.children(count.harm.trigger, "prep")
    nouns = (noun for kid in sources for noun in annotation.children(kid, "pobj"))
    return any(noun.lemma.lower() in annotation.words.casualties.doubt.scenes for noun in nouns)


def _is_only_thought(annotation: Annotation, count: Count) -> bool:
    """ "No injuries are expected", "he died a thousand deaths"."""
    noun = count.harm.trigger
    above = annotation.head(noun).lemma.lower()
    words = annotation.words.casualties
    dies = any(noun.lemma.lower() in verbs for verbs in words.fates.values())
    deaths = words.counted.get(count.harm.effect, ())
    if dies and any(kid.tag == "NNS" and kid.lemma in deaths for kid in annotation.children(noun, "dobj")):
        return True
    if not count.harm.counted or noun.i == noun.head:
        return False
    died = any(above in verbs for verbs in words.fates.values())
    return (noun.dep in ("dobj", "nsubjpass") and above in words.doubt.expecting) or (noun.dep == "dobj" and died)


def _is_pending(annotation: Annotation, count: Count) -> bool:
    """ "Until the hostages are freed"."""
    verb = count.harm.trigger
    marks = annotation.children(verb, "mark")
    return _is_present(annotation, verb) and any(m.lower in annotation.words.casualties.doubt.pending for m in marks)


def _is_present(annotation: Annotation, verb: Token) -> bool:
    helpers = annotation.children(verb, "aux", "auxpass")
    return verb.tag in ("VBZ", "VBP") or any(kid.tag in ("VBZ", "VBP") and kid.lemma == "be" for kid in helpers)
