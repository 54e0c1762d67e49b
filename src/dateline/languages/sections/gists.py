"""Words by which the five W's and the H of a lead are told."""

from dateline.languages.sections.base import Section


class Gists(Section, frozen=True):
    """`gists.toml`: what opens a cause, a manner, a site, and what belongs to a phrase."""

    expletives: tuple[str, ...]
    """Subjects that stand for a clause behind the verb."""
    causes: tuple[str, ...]
    """Phrases behind which a cause stands."""
    after_be: tuple[str, ...]
    """Those of them that tell a cause only behind a form of "be"."""
    sequels: tuple[str, ...]
    """Words of time behind which what brought the event about may stand."""
    over: tuple[str, ...]
    over_words: tuple[str, ...]
    """Lemmas whose "over" tells a cause."""
    reproaches: tuple[str, ...]
    """Lemmas of verbs of blame and praise."""
    reproached: tuple[str, ...]
    """Prepositions of their reason."""
    errands: tuple[str, ...]
    """Lemmas of verbs of coming, going and meeting."""
    errand: tuple[str, ...]
    sites: tuple[str, ...]
    """Prepositions before a place."""
    site_nouns: tuple[str, ...]
    place_before: tuple[str, ...]
    """Words before a place's name that belong to its phrase."""
    means: tuple[str, ...]
    company: tuple[str, ...]
    """Those of `means` behind which people are company and no means."""
    scenes: tuple[str, ...]
    """Conjunctions behind which stands what harmed somebody."""
    scene_nouns: tuple[str, ...]
    ways: tuple[str, ...]
    """Nouns of ways and forms."""
    forms: tuple[str, ...]
    """Prepositions before the form in which something is said."""
    known: tuple[str, ...]
    """Articles of what was told before."""
    own: tuple[str, ...]
    """Prepositions of a noun's arguments."""
    loose: tuple[str, ...]
    """Prepositions that open the time, cause or surroundings of what was done."""
    bare: tuple[str, ...]
    """Lemmas of verbs that tell nothing without the phrase behind them."""
    complements: dict[str, tuple[str, ...]]
    """For lemmas of verbs that are half told without it, the prepositions of their second part."""
