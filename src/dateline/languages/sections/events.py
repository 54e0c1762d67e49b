"""Words about what happens."""

from dateline.languages.sections.base import Section


class Events(Section, frozen=True):
    """`events.toml`: the types in order, verbs that carry nouns, PLOVER's scores, instruments, contexts."""

    types: tuple[str, ...]
    """All types; where two rows ask for as much, that of the earlier type is taken."""

    light: tuple[str, ...]
    undergoing: tuple[str, ...]
    happening: tuple[str, ...]
    parts: tuple[str, ...]
    toward: tuple[str, ...]
    holdings: tuple[str, ...]
    craft: tuple[str, ...]
    papers: tuple[str, ...]
    papers_by: tuple[str, ...]
    blast_sites: tuple[str, ...]
    building_parts: tuple[str, ...]
    conditions: tuple[str, ...]
    relative_adverbs: tuple[str, ...]
    apart_from: tuple[str, ...]
    needing_object: tuple[str, ...]
    needing_aim: tuple[str, ...]
    shot_at: tuple[str, ...]
    perfect: tuple[str, ...]
    blaming: tuple[str, ...]
    blamed_on: tuple[str, ...]
    accusing: tuple[str, ...]
    involving: tuple[str, ...]
    responsible: tuple[str, ...]
    accused_of: tuple[str, ...]
    behind: tuple[str, ...]
    members: tuple[str, ...]
    of_body: tuple[str, ...]
    belonging: tuple[str, ...]
    by: tuple[str, ...]
    of: tuple[str, ...]
    amounts: tuple[str, ...]
    topics: tuple[str, ...]
    with_whom: tuple[str, ...]
    taking_part: tuple[str, ...]
    engaged: tuple[str, ...]
    as_post: tuple[str, ...]
    against: tuple[str, ...]
    anti: tuple[str, ...]
    pro: tuple[str, ...]
    asked_from: tuple[str, ...]
    ordering: tuple[str, ...]
    announcing: tuple[str, ...]
    reasons_by: tuple[str, ...]
    no_people: tuple[str, ...]
    between: tuple[str, ...]
    relatives: tuple[str, ...]
    object_control: tuple[str, ...]
    own_deeds: tuple[str, ...]
    harm: tuple[str, ...]
    dying: tuple[str, ...]
    harm_ties: tuple[str, ...]
    results: tuple[str, ...]
    violent: tuple[str, ...]
    """Words that make an explosion in their paragraph an attack."""
    bloodshed: tuple[str, ...]
    """Beside them, words that show that what stands near is told of violence."""
    disputed: tuple[str, ...]
    """Of both, those of two senses, which show nothing."""
    proofless: tuple[str, ...]
    """Words of bloodshed that stand beside harm of other causes too."""
    mishaps: tuple[str, ...]
    """Words of accidents and disasters."""
    armed: tuple[str, ...]
    """Nouns for those who bear arms."""
    marchers: tuple[str, ...]
    """Nouns for those who protest in public, as groups are called by them."""
    rioters: tuple[str, ...]
    traffic: tuple[str, ...]
    foiling: tuple[str, ...]
    possessives: tuple[str, ...]
    unreal: tuple[str, ...]
    """Nouns for a crowd that does violence."""
    targets: tuple[str, ...]
    """Nouns for things that force strikes."""
    single: tuple[str, ...]
    """Words before a single deed."""
    owned: tuple[str, ...]
    """What somebody claims for a deed of violence."""
    clearing: tuple[str, ...]
    """Those who clear bombs away, or a word before them."""
    found_out: tuple[str, ...]
    """Verbs by which it comes out that something happened."""
    suicides: tuple[str, ...]
    """Words for attackers who kill themselves, and before them."""
    selves: tuple[str, ...]
    places_by: tuple[str, ...]
    place_nouns: tuple[str, ...]
    when_links: tuple[str, ...]
    """Conjunctions that put two clauses in one scene."""
    scene_links: tuple[str, ...]
    """Prepositions that make an event the scene of what a verb tells."""
    staying: tuple[str, ...]
    using: tuple[str, ...]
    means: tuple[str, ...]
    weapon_parts: tuple[str, ...]
    weapon_uses: tuple[str, ...]
    counting: tuple[str, ...]
    own_side: tuple[str, ...]
    """Words by which a speaker counts himself in."""
    asked: tuple[str, ...]
    refused: tuple[str, ...]
    refusing: tuple[str, ...]
    imprisoning: tuple[str, ...]
    """Words that make a sentence one of prison."""
    suspending: tuple[str, ...]
    """Words by which nobody goes to prison."""
    aims: tuple[str, ...]
    willing: tuple[str, ...]
    announced: tuple[str, ...]
    vowing: tuple[str, ...]
    promised: dict[str, str]
    """What a type becomes that is still to come."""
    leaves: dict[str, dict[str, str]]
    """CAMEO's leaf of a root, by theme."""
    about: dict[str, dict[str, tuple[str, str]]]
    """CAMEO code and mode of a type of words, by the first digits of the code of the deed that they are about."""
    scores: dict[str, float]
    instruments: dict[str, tuple[str, ...]]
    weapon_codes: dict[str, str]
    """CAMEO code of an attack without one of its own, by the mode that its weapon makes."""
    facilities: dict[str, tuple[str, ...]]
    """Nouns for what is built, by GeoNames' feature code; `other` has none."""
    contexts: dict[str, tuple[str, ...]]
