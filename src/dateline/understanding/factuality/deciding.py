"""THE decision whether something is told as a fact: every step that tells what happened asks here."""

from dateline.annotated import Annotation, Token
from dateline.understanding.factuality.governors import clause, said_of
from dateline.understanding.factuality.nouns import noun
from dateline.understanding.factuality.reading import Reading

_CLAUSES = ("ccomp", "xcomp", "advcl", "relcl")
_SAID_OF = ("acomp", "attr", "oprd", "prep")


def factuality(annotation: Annotation, token: Token, carrier: Token | None = None) -> Reading:
    """Reads the words at what tells of a deed and above them, as far as its clause is their content.

    `carrier` is the verb that tells that a noun's deed took place. "Denied", "requested", "planned" and "possible"
    name the word that makes them; what nothing speaks against is "asserted".
    """
    if token.pos in ("VERB", "AUX"):
        return clause(annotation, carrier or token)
    if token.pos == "ADJ" and carrier is None and token.dep in _SAID_OF:
        return said_of(annotation, token)
    if token.pos == "ADJ" and carrier is None and token.dep in _CLAUSES:
        return clause(annotation, token)  # "wanted him dead"
    return noun(annotation, token, carrier)
