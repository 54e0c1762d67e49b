"""All forms in which somebody speaks without a verb of saying, and what they leave of the other attributions."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.understanding.speech.cues import Attribution, Discourse
from dateline.understanding.speech.forms.introduced import introduced
from dateline.understanding.speech.forms.labels import Form, paragraphs, words
from dateline.understanding.speech.forms.signed import signed
from dateline.understanding.speech.forms.transcripts import transcripts
from dateline.values import Span


def forms(discourse: Discourse, ruled: Sequence[Attribution]) -> list[Form]:
    """The turns of transcripts, signed quotations and posts, and what a colon introduces; no words in two of them."""
    blocks = paragraphs(discourse)
    found: list[Form] = []
    for form in (
        *transcripts(discourse, blocks, ruled),
        *signed(discourse, blocks),
        *introduced(discourse, blocks, ruled),
    ):
        if not any(_touch(form.found.content, other.found.content) for other in found):
            found.append(form)
    return found


def beside(discourse: Discourse, attributions: Sequence[Attribution], found: Sequence[Form]) -> Iterator[Attribution]:
    """The attributions as far as no form tells better whose words they are.

    What is said within a form's words stays, since its speaker may report what others say; "I think" there is his own.
    """
    for one in attributions:
        inside = any(_holds(form, one) for form in found)
        if inside and one.source is not None and _is_own(discourse, one.source):
            continue
        taken = [] if inside else [span for span in one.content if any(_touch(f.found.content, (span,)) for f in found)]
        if kept := tuple(span for span in one.content if span not in taken):
            yield one if not taken else replace(one, content=kept)


def _holds(form: Form, one: Attribution) -> bool:
    return any(own.start <= one.cue.start and one.cue.end <= own.end for own in form.found.content)


def _is_own(discourse: Discourse, source: Span) -> bool:
    return discourse.words_of(source) in words(discourse).first_person


def _touch(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in some for b in others)
