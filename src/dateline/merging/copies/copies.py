"""Whether an article's words are another one's, which of the two came first, and what was done to them."""

from dateline.merging.copies.order import days_apart, first_of, knows_later, of_one_outlet, of_one_source
from dateline.merging.copies.signatures import OPENING, Shared, bands, shared
from dateline.merging.keys import key
from dateline.merging.outcomes import Copy, How
from dateline.merging.reports.report import Report
from dateline.merging.words import stems

__all__ = ["copy_of", "keys_of"]

_FEWEST = 12
"""Words of a body below which its words are no author's own."""
_SAME, _NEAR, _HELD = 0.97, 0.5, 0.75
"""The share of words by which two bodies are the same; nearly the same; and by which one holds the other."""
_LEAST = 0.12
"""The share of all words that a cut article and its source have in common at least; signatures tell no less."""
_OPENS = 0.6
"""The share of the opening's words by which a cut or longer article opens as its source does."""
_SHORTER = 0.9
"""The length of the shorter article to the longer one's by which something is left out or added."""
_FIGURES, _NAMES = 0.8, 0.7
"""The share of the figures, and of the weight of the names, of the shorter that a copy has too."""
_LONG, _REWRITTEN = 120, 0.5
"""Words of an article, and the share of its figures, by which it is a version of another one of its day."""
_WITHIN = 2
"""Days within which an outlet updates a story; what comes later with nearly the same words is the next of its kind."""


def keys_of(report: Report) -> tuple[int, ...]:
    """The keys under which copies of an article are found."""
    if report.length < _FEWEST:
        return ()
    return tuple(key("copy", at, band.hex()) for at, band in enumerate(bands(report.signature)))


def copy_of(one: Report, other: Report) -> Copy | None:
    """How one of two articles copies the other; None where it does not."""
    words = shared(one.signature, other.signature)
    if words.whole < _LEAST or min(one.length, other.length) < _FEWEST:
        return None
    held = _held(words.whole, one, other)
    opens = _OPENS * min(1.0, min(one.length, other.length) / OPENING)
    if words.whole < _NEAR and not (held >= _HELD and words.opening >= opens):
        return None
    first, later = first_of(one, other)
    how = _how(first, later, words, held)
    if how is None:
        return None
    similarity = round(held if how in ("trimmed", "extended") else words.whole, 3)
    replaces = how == "updated" and of_one_outlet(first, later)
    return Copy(article=later.article, of=first.article, how=how, similarity=similarity, replaces=replaces)


def _held(whole: float, one: Report, other: Report) -> float:
    """The share of the shorter article's words that stand in the longer one, as the share of all of them tells it."""
    shorter, longer = sorted((one.length, other.length))
    return min(1.0, whole * (shorter + longer) / ((1 + whole) * shorter))


def _how(first: Report, later: Report, words: Shared, held: float) -> How | None:
    length = later.length / first.length
    whole = words.whole >= _SAME and _SHORTER < length < 1 / _SHORTER
    if whole and set(first.outline.figures) == set(later.outline.figures) and _same_names(first, later):
        return "exact" if _headline(first) == _headline(later) else "headline"
    if not _same_names(first, later):
        return None
    if _updates(first, later):
        return "updated"
    if not (_same_figures(first, later) or _rewritten(first, later)):
        return None
    if held >= _HELD and not _SHORTER < length < 1 / _SHORTER:
        return "trimmed" if length < 1 else "extended"
    return "near" if words.whole >= _NEAR else None


def _headline(report: Report) -> list[str]:
    return stems(report.headline or "")


def _same_names(one: Report, other: Report) -> bool:
    """Whether the names of the shorter one stand in the longer one as well, by their weight."""
    shorter, longer = sorted((one, other), key=lambda report: (report.length, report.article))
    names = {stem for named in longer.names if named.proper for stem in stems(named.name)}
    weights = shorter.outline.called
    kept = sum(much for stem, much in weights.items() if stem in names or stem in longer.terms)
    return kept >= _NAMES * sum(weights.values())


def _same_figures(one: Report, other: Report, least: float = _FIGURES) -> bool:
    """Whether the figures of the one with fewer stand in the other as well."""
    fewer, more = sorted((set(one.outline.figures), set(other.outline.figures)), key=len)
    return len(fewer & more) >= least * len(fewer)


def _rewritten(one: Report, other: Report) -> bool:
    """Whether both are versions of one long story of one day, though some figures differ; no template is that long."""
    long = min(one.length, other.length) >= _LONG
    return long and days_apart(one, other) == 0 and _same_figures(one, other, _REWRITTEN)


def _updates(first: Report, later: Report) -> bool:
    """Whether the later one is a new version: of one source, at one address or within days; with other figures only
    on the same day, or where its desk says so."""
    if not of_one_source(first, later) or not knows_later(first, later):
        return False
    apart = days_apart(first, later)
    if later.status in ("updated", "corrected") or (first.location == later.location and "://" in first.location):
        return apart is None or apart <= _WITHIN
    return apart is not None and apart <= (_WITHIN if _same_figures(first, later) else 0)
