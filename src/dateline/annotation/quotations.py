"""Stand-in until the engineer of quotations replaces it."""

from dateline.annotated import Quotation
from dateline.model import Article
from dateline.values import Span


def quotations(article: Article) -> tuple[tuple[Quotation, ...], tuple[Span, ...]]:
    """The quotations of an article and its stray marks."""
    return (), ()
