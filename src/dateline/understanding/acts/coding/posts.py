"""Whether a post that somebody gives up is one of state: PLOVER's RETREAT-resign is for officials."""

from dateline.annotated import Annotation, Token
from dateline.languages.titles import title_words
from dateline.record import Record
from dateline.understanding.acts.coding.doubt import sector, speaks_for_himself
from dateline.understanding.acts.coding.draft import Draft
from dateline.understanding.acts.wording import clauses
from dateline.values import Span

_RESIGN = "resign"


def is_private_resignation(record: Record, draft: Draft) -> bool:
    """Whether a firm's, a paper's or a school's post is given up: "resigned as chief executive", "from the bank".

    What is left counts first, then who leaves; where nobody knows either, it may be an official.
    """
    row = draft.match.row
    if row.type != "RETREAT" or _RESIGN not in row.modes:
        return False
    annotation, events = record.annotation, record.annotation.words.events
    holders = [word for word in (draft.match.token, draft.match.object) if word is not None]
    left = [noun for word in holders for noun in clauses.after(annotation, word, *events.as_post, *events.of_body)]
    left += [owner for word in holders[1:] for owner in annotation.children(word, "poss", "compound")]
    told = [found for noun in left if (found := _of_post(annotation, noun) or _of_body(record, noun))]
    told = told or [found for fact in draft.actors if (found := sector(fact))]
    return bool(told) and all(map(speaks_for_himself, told))


def _of_post(annotation: Annotation, noun: Token) -> str:
    """The PLOVER sector of a title: "as the bank's chief executive"."""
    titles, sentence = title_words(annotation.words.language.code), annotation.sentence(noun)
    words = [token.lower for token in annotation.tokens_of(sentence)][: noun.i - sentence.first + 1]
    size = titles.ends(words, len(words) - 1)
    return titles.sectors[tuple(words[-size:])] if size else ""


def _of_body(record: Record, noun: Token) -> str:
    body = record.who(Span(noun.start, noun.end), "organisation")
    return sector(body) if body is not None else ""
