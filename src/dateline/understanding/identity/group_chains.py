"""Chains of groups without a name: which earlier group "the rebels" take up."""

from collections.abc import Sequence

from dateline.annotated import Annotation
from dateline.understanding.identity.codes import ARMED
from dateline.understanding.identity.groups import Group
from dateline.understanding.identity.named_bodies import BodyChain
from dateline.values import Mention

HEADERS = ("headline", "deck", "caption")
NEAR = 4
"""Sentences within which "the rebels" may take up a group introduced before."""


def join_group(annotation: Annotation, chains: list[BodyChain], group: Group) -> None:
    """A group joins the chain that it takes up, else begins one."""
    tokens = annotation.tokens
    sentence = tokens[group.head].sentence
    start, end = tokens[group.first].start, tokens[group.head].end
    header = annotation.sentences[sentence].role in HEADERS
    chain, rule = _antecedent(chains, group, sentence)
    if chain is None:
        name = annotation_words(annotation, group.core, group.head)
        mention = Mention(start=start, end=end, form="nominal", rule="group")
        chains.append(
            BodyChain(
                name, group.lemma, group.sector, group.country, [mention], sentence, [], False, group.definite, header
            )
        )
        return
    chain.mentions.append(Mention(start=start, end=end, form="nominal", rule=rule))
    chain.sentence = sentence
    chain.header = chain.header and header
    chain.country = chain.country or group.country


def _antecedent(chains: Sequence[BodyChain], group: Group, sentence: int) -> tuple[BodyChain | None, str]:
    fits = [c for c in chains if not c.named and (not group.country or c.country in (None, group.country))]
    same = [chain for chain in fits if chain.lemma == group.lemma]
    if same and (group.definite or group.country or same[-1].definite or same[-1].header):
        return same[-1], "same words"
    if not group.definite:
        return None, ""
    head = group.lemma.split()[-1]
    near = [chain for chain in fits if sentence - chain.sentence <= NEAR]
    if len(heads := [chain for chain in near if chain.lemma.split()[-1] == head]) == 1:
        return heads[0], "same head"
    if group.bare and group.sector in ARMED and len(armed := [chain for chain in near if chain.sector in ARMED]) == 1:
        return armed[0], "only armed group nearby"
    return None, ""


def annotation_words(annotation: Annotation, first: int, last: int) -> str:
    """The words of tokens `first` to `last`, inclusive, with single spaces."""
    return "".join(t.text + (" " if t.space else "") for t in annotation.tokens[first : last + 1]).strip()
