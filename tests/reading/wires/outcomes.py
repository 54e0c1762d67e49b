"""What the tests of the agencies' formats look at: outcomes of a page, blocks as words, fields as values."""

from dateline.model import Article, Page, Refused
from dateline.reading import read_page

G2 = "application/vnd.iptc.g2.newsmessage+xml"
NEWSML = "text/vnd.iptc.newsml"
NITF = "text/vnd.iptc.nitf"
NINJS = "application/vnd.iptc.ninjs+json"


def outcomes(media_type: str, content: str) -> list[Article | Refused]:
    return list(read_page(Page(id="page", location="wire.xml", media_type=media_type, content=content)))


def articles(media_type: str, content: str) -> list[Article]:
    found = outcomes(media_type, content)
    assert all(isinstance(each, Article) for each in found), found
    return [each for each in found if isinstance(each, Article)]


def only(media_type: str, content: str) -> Article:
    [article] = articles(media_type, content)
    return article


def reason(media_type: str, content: str) -> str:
    [refused] = outcomes(media_type, content)
    assert isinstance(refused, Refused), refused
    assert refused.stage == "reading"
    return refused.reason


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.role, article.text[block.start : block.end]) for block in article.blocks]


def fields(article: Article) -> list[tuple[str, str, str]]:
    return [(field.name, field.value, field.path) for field in article.fields]


def values(article: Article, name: str) -> list[str]:
    return [field.value for field in article.all_fields(name)]


def is_sound(outcome: Article | Refused) -> bool:
    """Refused with a reason, or blocks in order that lie within the text, without white space around them."""
    if isinstance(outcome, Refused):
        return bool(outcome.reason) and outcome.stage in ("reading", "sources")
    at = 0
    for block in outcome.blocks:
        words = outcome.text[block.start : block.end]
        if not at <= block.start < block.end <= len(outcome.text) or words != words.strip():
            return False
        at = block.end
    return bool(outcome.blocks)
