"""Chains of groups without a name: which earlier group "the rebels" take up."""

from collections.abc import Sequence
from functools import cache

from dateline.annotated import Annotation
from dateline.languages import load
from dateline.understanding.identity.antecedents.grammar import SUBJECTS
from dateline.understanding.identity.bodies.by_name import BodyChain
from dateline.understanding.identity.bodies.nouns import body_beside
from dateline.understanding.identity.codes import ARMED, STATE
from dateline.understanding.identity.groups.found import Group, groups
from dateline.understanding.identity.groups.words import GroupWords, group_words
from dateline.values import Mention

HEADERS = ("headline", "deck", "caption")
LATELY = frozenset({"be", "have"})
"""Helping verbs whose present tense tells of what goes on or has just happened ("tourists are leaving")."""
NEAR = 4
"""Sentences within which "the rebels" may take up a group introduced before."""


def add_groups(annotation: Annotation, chains: list[BodyChain]) -> None:
    """Adds the groups of a text to the bodies that were named in it, which may be meant by a group's words as well."""
    named = {mention.end: chain for chain in chains for mention in chain.mentions}
    taken = {m.end for chain in chains for m in chain.mentions if m.form == "nominal"}
    known = group_words(annotation.words.language.code)
    for group in groups(annotation):
        end = annotation.tokens[group.head].end
        if end in taken:
            continue
        body, rule = body_beside(annotation, group.first, group.core, group.head)
        chain = named.get(body.end) if body else None
        if chain is None:
            _join(annotation, chains, group, known)
        else:
            start = annotation.tokens[group.first].start
            chain.mentions.append(Mention(start=start, end=end, form="nominal", rule=rule))
            chain.sector = chain.sector or group.sector


def _join(annotation: Annotation, chains: list[BodyChain], group: Group, known: GroupWords) -> None:
    """A group joins the chain that it takes up, else begins one."""
    tokens = annotation.tokens
    sentence = tokens[group.head].sentence
    start, end = tokens[group.first].start, tokens[group.head].end
    header = annotation.sentences[sentence].role in HEADERS
    chain, rule = _antecedent(chains, group, sentence, known)
    if chain is None:
        chains.append(_begun(annotation, group, header))
        return
    chain.mentions.append(Mention(start=start, end=end, form="nominal", rule=rule))
    chain.sentence = sentence
    chain.header = chain.header and header
    chain.country = chain.country or group.country
    chain.number = group.number if chain.number is None else chain.number
    chain.modifiers |= group.modifiers


def _begun(annotation: Annotation, group: Group, header: bool) -> BodyChain:
    tokens = annotation.tokens
    start, end = tokens[group.first].start, tokens[group.head].end
    name = annotation_words(annotation, *(group.name or (group.core, group.head)))
    peoples = group_words(annotation.words.language.code).peoples
    people = group.lemma in peoples or annotation.name_at(tokens[group.head]) is not None
    return BodyChain(
        name=name.capitalize() if people else name,
        lemma=group.lemma,
        sector=group.sector,
        country=group.country,
        mentions=[Mention(start=start, end=end, form="nominal", rule="group")],
        sentence=tokens[group.head].sentence,
        named=False,
        definite=group.definite,
        header=header,
        number=group.number,
        modifiers=group.modifiers,
        several=group.several,
        plural=group.plural,
        owner=group.owner,
        loose=group.loose,
        owned=group.owned and not group.country,
        doubt=_doubt(annotation, group, header),
    )


def _doubt(annotation: Annotation, group: Group, header: bool) -> str | None:
    """Why a group may be nobody in particular, or no group."""
    if not group.several:
        return "one person without a name"
    head = annotation.tokens[group.head]
    if not group.loose or header or group.country or group.sector in STATE or head.dep not in SUBJECTS:
        return None
    verb, code = annotation.head(head), annotation.words.language.code
    helpers = annotation.children(verb, "aux", "auxpass")
    first = helpers[0] if helpers else verb
    if first.tag not in ("VBP", "MD") or (helpers and first.lemma in LATELY) or verb.lemma in _saying(code):
        return None
    return "the words may mean such people in general"


@cache
def _saying(code: str) -> frozenset[str]:
    """Verbs of saying, whose present tense tells of one occasion."""
    return frozenset(verb for verbs in load(code).statements.stances.values() for verb in verbs)


def _antecedent(
    chains: Sequence[BodyChain], group: Group, sentence: int, known: GroupWords
) -> tuple[BodyChain | None, str]:
    fits = [chain for chain in chains if _may_be(chain, group)]
    same = [chain for chain in fits if chain.lemma == group.lemma]
    last = max(same, key=lambda chain: (chain.modifiers <= group.modifiers, chain.sentence), default=None)
    if last is not None and _taken_up(last, group, known):
        return last, "same words"
    if group.fresh or group.restricted or not group.definite:
        return None, ""
    near = [chain for chain in fits if not chain.named and sentence - chain.sentence <= NEAR]
    head = group.lemma.split()[-1]
    heads = [chain for chain in near if chain.lemma.split()[-1] == head and head in (chain.lemma, group.lemma)]
    if len(heads) == 1:
        return heads[0], "same head"
    if (people := known.same_people.get(group.lemma)) is not None and not group.modifiers:
        alike = [chain for chain in near if known.same_people.get(chain.lemma) == people]
        if len(alike) == 1:
            return alike[0], "the same people"
    armed = [chain for chain in near if chain.sector in ARMED]
    if group.bare and group.standing and group.sector in ARMED and len(armed) == 1:
        return armed[0], "only armed group nearby"
    return None, ""


def _taken_up(chain: BodyChain, group: Group, known: GroupWords) -> bool:
    """Whether the same words mean the same group again."""
    if chain.named or chain.header:
        return True
    if group.fresh:
        return False
    if group.standing:
        return True
    if group.restricted and (group.plural or group.lemma in known.wide_plurals):
        return False
    return group.definite or (bool(group.country) and (chain.definite or not chain.loose))


def _may_be(chain: BodyChain, group: Group) -> bool:
    """Whether nothing contradicts: country, number, singular and plural, and the words that tell one from another."""
    if chain.named:
        return chain.lemma == group.lemma and group.country in (None, chain.country) and not group.modifiers
    if group.country and chain.country != group.country and (chain.country or chain.modifiers or chain.owned):
        return False
    if group.number is not None and chain.number is not None and group.number != chain.number:
        return False
    if group.several != chain.several or (group.lemma == chain.lemma and group.plural != chain.plural):
        return False
    if group.owner not in ("", chain.owner):
        return False
    return group.modifiers <= chain.modifiers or _only_told_more(chain, group)


def _only_told_more(chain: BodyChain, group: Group) -> bool:
    """Whether other words may be said of the same one: of one country's army, and of the rebels of a story."""
    if group.lemma != chain.lemma or not group.standing:
        return False
    return (bool(group.country) and group.country == chain.country) or (not chain.modifiers and group.sector in ARMED)


def annotation_words(annotation: Annotation, first: int, last: int) -> str:
    """The words of tokens `first` to `last`, inclusive, with single spaces."""
    return "".join(t.text + (" " if t.space else "") for t in annotation.tokens[first : last + 1]).strip()
