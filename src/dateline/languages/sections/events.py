"""Words about what happens."""

from dateline.languages.sections.base import Section


class GistWords(Section, frozen=True):
    """What opens a cause and what a manner in a lead."""

    causes: tuple[str, ...]
    sites: tuple[str, ...]
    manners: tuple[str, ...]


class Events(Section, frozen=True):
    """`events.toml`: the types in order, verbs that carry nouns, PLOVER's scores, instruments, contexts."""

    types: tuple[str, ...]
    """All types; where two rows ask for as much, that of the earlier type is taken."""

    light: tuple[str, ...]
    undergoing: tuple[str, ...]
    happening: tuple[str, ...]
    parts: tuple[str, ...]
    by: tuple[str, ...]
    of: tuple[str, ...]
    amounts: tuple[str, ...]
    topics: tuple[str, ...]
    with_whom: tuple[str, ...]
    engaged: tuple[str, ...]
    as_post: tuple[str, ...]
    against: tuple[str, ...]
    between: tuple[str, ...]
    relatives: tuple[str, ...]
    object_control: tuple[str, ...]
    harm: tuple[str, ...]
    dying: tuple[str, ...]
    harm_ties: tuple[str, ...]
    results: tuple[str, ...]
    violent: tuple[str, ...]
    places_by: tuple[str, ...]
    place_nouns: tuple[str, ...]
    when_links: tuple[str, ...]
    """Conjunctions that put two clauses in one scene."""
    scene_links: tuple[str, ...]
    """Prepositions that make an event the scene of what a verb tells."""
    staying: tuple[str, ...]
    using: tuple[str, ...]
    counting: tuple[str, ...]
    own_side: tuple[str, ...]
    """Words by which a speaker counts himself in."""
    refusing: tuple[str, ...]
    promised: dict[str, tuple[str, str]]
    asked: dict[str, str]
    refused: dict[str, tuple[str, str]]
    threatened: dict[str, str]
    scores: dict[str, float]
    gist: GistWords
    instruments: dict[str, tuple[str, ...]]
    contexts: dict[str, tuple[str, ...]]
