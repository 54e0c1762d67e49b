"""Where an outlet is at home, by its name and its address: a local paper means the towns of its own country."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from dateline.annotated import PlaceEntry
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.name_words import name_words
from dateline.languages import LanguagePack
from dateline.model import Article

LONGEST = 3
"""Words of the longest town looked for in an outlet's name."""
ANYWHERES = frozenset(("ai", "am", "cc", "co", "eu", "fm", "gg", "io", "ly", "me", "sh", "to", "tv", "ws"))
"""Domains of countries that sites anywhere use."""

Candidates = tuple[PlaceEntry, ...]


def outlet_home(article: Article, words: LanguagePack, gazetteer: Gazetteer) -> tuple[Candidates, ...]:
    """The places that an outlet's name names ("The Lund Herald") and the country of its address (".co.uk").

    Each with all its candidates; empty where neither tells any.
    """
    url = article.field("url")
    host = urlsplit(url.value if url else article.source.location).hostname or ""
    domain = host.rpartition(".")[2]
    country = gazetteer.country_of_domain(domain) if domain not in ANYWHERES else None
    named = tuple(_named((article.source.outlet or "").split(), words, gazetteer))
    return (*named, (country.place,)) if country else named


def _named(written: Sequence[str], words: LanguagePack, gazetteer: Gazetteer) -> list[Candidates]:
    ordinary = name_words(words.language.code)
    found: list[Candidates] = []
    i = 0
    while i < len(written):
        for end in range(min(len(written), i + LONGEST), i, -1):
            text = " ".join(written[i:end])
            if end - i == 1 and (text.lower() in ordinary.common or text.lower() in ordinary.organisation):
                continue
            if places := gazetteer.places(text):
                found.append(places)
                i = end - 1
                break
        i += 1
    return found
