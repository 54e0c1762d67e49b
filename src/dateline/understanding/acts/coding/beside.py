"""What a draft owes to its story: PLOVER's rules on events beside each other, and who is understood to act."""

from collections.abc import Iterable, Iterator

from dateline.annotated import Annotation
from dateline.model import Fact
from dateline.record import Record
from dateline.understanding.acts.coding.draft import Draft
from dateline.understanding.acts.parties.participants import words
from dateline.understanding.acts.parties.resolving import resolve
from dateline.understanding.acts.wording import clauses
from dateline.values import Organisation

_CONVICT, _ARREST = "convict", "arrest"
_POLICE = "COP"
UNDERSTOOD = "the police of the paragraph are taken for those who made the arrest"


def beside(record: Record, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts of a story with those that PLOVER adds, and without those that it does not code apart.

    An arrest by nobody named is the police's of its paragraph.
    """
    police = _police(record)
    found = [one for draft in drafts for one in (draft, *_prison(record.annotation, draft))]
    found = [_understood(record.annotation, draft, police) for draft in found]
    attacks = [draft for draft in found if draft.match.row.type == "ASSAULT"]
    return [draft for draft in found if not any(_is_part(draft, attack) for attack in attacks)]


def _prison(annotation: Annotation, draft: Draft) -> Iterator[Draft]:
    """ "Sentenced to five years in prison": COERCE-arrest beside SANCTION-convict."""
    if _CONVICT not in draft.match.row.modes or draft.match.noun:
        return
    below = {token.lemma.lower() for token in annotation.subtree(draft.match.token)}
    if below.isdisjoint(words(annotation, "imprisoning")) or not below.isdisjoint(words(annotation, "suspending")):
        return
    rows = annotation.words.lexicon.rows
    row = next((row for row in rows if row.type == "COERCE" and _ARREST in row.modes), None)
    if row is not None:
        yield draft._replace(match=draft.match._replace(row=row))


def _is_part(draft: Draft, attack: Draft) -> bool:
    """Whether troops are sent by those who attack in the same paragraph."""
    if draft.match.row.type != "MOBILIZE" or draft.match.token.block != attack.match.token.block:
        return False
    return not {fact.id for fact in draft.actors}.isdisjoint(fact.id for fact in attack.actors)


def sent(record: Record, draft: Draft) -> Draft:
    """ "400 soldiers were sent to the border": the soldiers are who mobilised, and nobody's recipients."""
    force = draft.match.object
    if draft.match.row.type != "MOBILIZE" or force is None:
        return draft
    together = clauses.together(record.annotation, force)
    forces = tuple({fact.id: fact for one in together for fact in resolve(record, one, "MOBILIZE")}.values())
    others = tuple(fact for fact in draft.recipients if fact not in forces)
    return draft._replace(actors=draft.actors or forces, recipients=others)


def _police(record: Record) -> dict[int, dict[str, Fact]]:
    """The police that each paragraph speaks of."""
    found: dict[int, dict[str, Fact]] = {}
    for fact in record.of("organisation"):
        if isinstance(fact.value, Organisation) and (fact.value.sector or "").startswith(_POLICE):
            for mention in fact.value.mentions:
                token = record.annotation.token_at(mention.start)
                if token is not None:
                    found.setdefault(token.block, {})[fact.id] = fact
    return found


def _understood(annotation: Annotation, draft: Draft, police: dict[int, dict[str, Fact]]) -> Draft:
    """ "Two men were arrested": by the police, where the paragraph speaks of one; not "should be arrested"."""
    told = _ARREST in draft.match.row.modes and draft.match.row.type == "COERCE" and draft.match.token.dep != "amod"
    modal = any(aux.tag in ("MD", "TO") for aux in annotation.children(draft.match.token, "aux"))
    if not told or modal or draft.actors or draft.sides.actors:
        return draft
    near = [fact for fact in police.get(draft.match.token.block, {}).values() if fact not in draft.recipients]
    return draft._replace(actors=(near[0],), guess=UNDERSTOOD) if len(near) == 1 else draft
