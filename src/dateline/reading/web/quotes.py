"""Pull quotes: words of the story that its page sets again in large letters."""

import re

from lxml.html import HtmlElement

from dateline.reading.web.sight import words_of
from dateline.reading.web.titles import squashed

SHORTEST, LONGEST = 15, 300
"""Letters of a pull quote: fewer may stand in a story twice, and more are a document that is quoted."""

_TAGS = ("blockquote", "q", "div", "p", "span", "section", "figure")
_PULLED = re.compile(r"(?:^|[-_ ])(?:pull-?_*quotes?|quote-?_*(?:box|block)|callout)(?:$|[-_ ])")


def take_pull_quotes(tree: HtmlElement) -> None:
    """Take out the quotations in boxes of their own whose words a paragraph outside of them has too."""
    quoted = [element for element in tree.iter(*_TAGS) if _is_pulled(element)]
    if not quoted:
        return
    own = {each for element in quoted for each in (*element.iter("p"), *element.iterancestors("p"))}
    running = "\n".join(squashed(words_of(each)) for each in tree.iter("p") if each not in own)
    for element in quoted:
        words = squashed(words_of(element))
        if SHORTEST <= len(words) <= LONGEST and words in running and element.getparent() is not None:
            element.drop_tree()


def _is_pulled(element: HtmlElement) -> bool:
    return element.tag == "blockquote" or _PULLED.search((element.get("class") or "").lower()) is not None
