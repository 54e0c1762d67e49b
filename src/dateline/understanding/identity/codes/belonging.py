"""The body that somebody belongs to: "Boeing spokesman Lund", "Lund, head of the bank", "a band led by Lund"."""

from dateline.annotated import Token
from dateline.understanding.identity.codes.clues import Story
from dateline.understanding.identity.titles import Title
from dateline.values import Organisation, Span

Body = tuple[Organisation, Span]
"""An organisation, and the words that stand for it here."""


def title_body(story: Story, title: Title, behind: int) -> Body | None:
    """The body right before a title, inside it, or behind "of", "for" and "at"; `behind` is the token behind it all."""
    return body_behind(story, title.last) or _before(story, title.begin) or body_behind(story, behind)


def body_beside(story: Story, tokens: tuple[Token, ...]) -> Body | None:
    """The body behind a name: "Ana Lund of the Oslo Bank"."""
    return body_behind(story, tokens[-1].i + 1) if tokens else None


def led_by(story: Story, token: Token) -> Body | None:
    """The body that somebody leads: "an armed group headed by Lund", "Lund, who heads an armed group"."""
    annotation = story.annotation
    leading = {verb for verbs in annotation.words.roles.lead.values() for verb in verbs}
    over = annotation.head(token)
    if token.dep == "appos":
        return _beside_post(story, over)
    if token.dep == "pobj" and over.dep == "agent" and annotation.head(over).lemma in leading:
        verb = annotation.head(over)
        return _body(story, annotation.head(verb)) if verb.dep in ("acl", "relcl") else None
    if token.dep == "nsubj" and over.lemma in leading:
        return next((body for kid in annotation.children(over, "dobj") if (body := _body(story, kid))), None)
    for verb in annotation.children(token, "relcl"):
        if verb.lemma in leading and any(kid.tag == "WP" for kid in annotation.children(verb, "nsubj")):
            return next((body for kid in annotation.children(verb, "dobj") if (body := _body(story, kid))), None)
    return None


def _beside_post(story: Story, beside: Token) -> Body | None:
    """ "The leader of the Brek Front, Ana Lund": the words that a name stands beside are the post's, or the body's."""
    if beside.lower in story.words.borrowing:
        return body_behind(story, beside.i + 1) or _before(story, beside.i)
    link = story.annotation.head(beside)
    post = story.annotation.head(link)
    held = beside.dep == "pobj" and link.lower in story.words.body_links and post.lower in story.words.borrowing
    return _body(story, beside) if held else None


def _before(story: Story, first: int) -> Body | None:
    """The named body that qualifies a title: "Boeing spokesman", "the FBI's director"."""
    tokens = story.annotation.tokens
    i = first - 1
    while i > 0 and tokens[i].tag in ("POS", "HYPH"):
        i -= 1
    if i < 0 or tokens[i].sentence != tokens[first].sentence:
        return None
    name = story.annotation.name_at(tokens[i])
    return _body(story, tokens[i]) if name and name.label == "organisation" else None


def body_behind(story: Story, i: int) -> Body | None:
    """The body behind "of", "for", "at" or "with" at token `i`."""
    tokens = story.annotation.tokens
    if not 0 < i < len(tokens) or tokens[i].lower not in story.words.body_links:
        return None
    if tokens[i].sentence != tokens[i - 1].sentence:
        return None
    noun = next(iter(story.annotation.children(tokens[i], "pobj")), None)
    return _body(story, noun) if noun else None


def _body(story: Story, token: Token) -> Body | None:
    body = story.body_at(token)
    return (body, Span(token.start, token.end)) if body else None
