"""What happened: an event for each trigger that passes its restrictions; of what is told several times, one."""

from collections.abc import Iterator

from dateline.model import Fact
from dateline.record import Record
from dateline.references import references_of
from dateline.understanding.acts.coding.beside import beside
from dateline.understanding.acts.drafting import Drafting
from dateline.understanding.acts.parties.unnamed import Unnamed
from dateline.understanding.acts.sameness.merging import grouped, merged
from dateline.understanding.acts.tellings import Tellings

READ_ROLES = ("headline", "deck", "paragraph")


def events(record: Record) -> Iterator[Fact]:
    """What happened: who did what to whom, when, where and with what, as PLOVER types it."""
    annotation = record.annotation
    if not annotation.parsed:
        return
    drafting = Drafting(record)
    tellings, unnamed = Tellings(record, drafting), Unnamed(record)
    read = [sentence for sentence in annotation.sentences if sentence.role in READ_ROLES]
    drafts = [draft for sentence in read for draft in drafting.drafts(annotation.tokens_of(sentence))]
    for told in grouped(tellings.telling(draft) for draft in beside(record, drafts)):
        people, event = unnamed.joined(merged(record, told), told)
        yield from people
        yield from drafting.facilities.unsaid(references_of(event.value))
        yield event
