"""Words that tell of people: titles, ranks, honorifics, careers."""

from typing import Literal

from dateline.languages.sections.base import Section


class Titles(Section, frozen=True):
    """`titles.toml`: titles and ranks, what stands before and behind them, and the gender that words tell."""

    former: tuple[str, ...]
    future: tuple[str, ...]
    thens: tuple[str, ...]
    """Words before an article that put a title into the past ("then the mayor")."""
    behind: tuple[str, ...]
    """Joined to the end of a title that is not held yet ("president-elect")."""
    acting: tuple[str, ...]
    honorifics: tuple[str, ...]
    male: tuple[str, ...]
    female: tuple[str, ...]
    title_modifiers: tuple[str, ...]
    ranks: tuple[str, ...]
    doubtful: tuple[str, ...]
    """Titles that are adjectives where they stand in small letters before a name or a noun ("a major fire")."""
    doubtful_ranks: tuple[str, ...]
    """Ranks that in small letters are as often posts of another kind ("the captain of the team")."""
    field_links: tuple[str, ...]
    """Between a post or a body and its field: "Minister of Trade"."""
    head_links: tuple[str, ...]
    """Words inside a title, right behind its head: "secretary of state"."""
    kin: tuple[str, ...]
    spouses: tuple[str, ...]
    """Posts of whoever is married to the holder of another ("first lady")."""
    apart: tuple[str, ...]
    """Titles where they stand apart from a name; right before one they are ordinary words ("fellow")."""
    short_forms: dict[str, str]
    """Short form to what it stands for ("Gen.")."""
    by_sector: dict[str, tuple[str, ...]]
    """PLOVER sector to titles; a word with a full stop is known without it too."""


class Roles(Section, frozen=True):
    """`roles.toml`: verbs by which people come into a post, hold it and lose it; where groups and posts are led."""

    appoint: tuple[str, ...]
    begin: tuple[str, ...]
    """Of these, those that without a post tell that the one just told of began ("Lund was appointed in 2009")."""
    nominate: tuple[str, ...]
    """Verbs that name somebody for a post that others must grant."""
    be: tuple[str, ...]
    become: tuple[str, ...]
    """Verbs whose subject comes into a post ("became mayor", "took over as mayor")."""
    become_phrases: tuple[str, ...]
    """A verb and the word behind it, which do the same ("step in")."""
    hold: tuple[str, ...]
    """Verbs whose object is a post that the subject holds ("held the post of mayor")."""
    assume: tuple[str, ...]
    """Verbs whose object is a post that the subject comes into ("assumed the post of mayor")."""
    dismiss: tuple[str, ...]
    """Verbs whose object loses a post."""
    resign: tuple[str, ...]
    """Verbs, with a particle where they need one, whose subject gives up a post."""
    leave: tuple[str, ...]
    """Verbs whose subject leaves the body or post that is their object."""
    join: tuple[str, ...]
    """Verbs whose subject becomes a member of the body that is their object."""
    defect: tuple[str, ...]
    succeed: tuple[str, ...]
    """Verbs whose subject takes the post of their object."""
    stand: tuple[str, ...]
    """Verbs of candidates ("ran for mayor")."""
    lead: dict[str, tuple[str, ...]]
    """Title to the verbs that give it ("headed by" makes a head)."""
    candidate: str
    member: str
    post_words: tuple[str, ...]
    post_links: tuple[str, ...]
    body_links: tuple[str, ...]
    """Between a post and the body that has it ("an analyst at")."""
    home_links: tuple[str, ...]
    """Between the holder of a post and the body that has it ("director Ana Lund of Acme")."""
    party_words: tuple[str, ...]
    """Members of parties, by the party's name ("a Democrat")."""
    whiles: tuple[str, ...]
    """Words right before the post that somebody had at the time ("while mayor")."""
    appoint_nouns: tuple[str, ...]
    """Nouns that bring somebody into a post ("her appointment as mayor")."""
    dismiss_nouns: tuple[str, ...]
    """Nouns that take somebody out of one ("his resignation as mayor")."""
    tenure_nouns: tuple[str, ...]
    """Nouns for the time in a post, which is over ("her time as mayor")."""
    agents: tuple[str, ...]
    """Before whoever does what the passive tells ("was replaced by")."""
    member_words: tuple[str, ...]
    once: tuple[str, ...]
    """Adverbs that put a post into the past ("was once mayor")."""
    still: tuple[str, ...]
    no_longer: tuple[str, ...]
    nothings: tuple[str, ...]
    """Words before a post that make it nobody's ("no judge", "neither mayor nor judge")."""
    nearly: tuple[str, ...]
    """Adverbs by which it did not come to pass ("was almost appointed")."""
    hearsay: tuple[str, ...]
    """Adverbs, and lemmas of the word above a clause, by which nobody answers for what is told ("allegedly")."""
    rests: tuple[str, ...]
    """What somebody retires for or to who gives up no post ("for the night")."""
    expected: tuple[str, ...]
    """Words before "to" that make a post one to come ("is to become", "is expected to become")."""
    achieved: tuple[str, ...]
    """Verbs whose infinitive or participle came to pass ("went on to become")."""
    unreal: tuple[str, ...]
    """Verbs and adjectives that take it back that somebody has a post ("refused to become", "claims to be")."""
    like: tuple[str, ...]
    """Words that compare ("as if he were mayor")."""
    choices: tuple[str, ...]
    """Words that leave open which of two people is meant."""
    no_posts: tuple[str, ...]
    """Titles that tell what befell somebody, and no post ("passenger")."""
    since: tuple[str, ...]
    until: tuple[str, ...]
    lower_grades: tuple[str, ...]
    """Words that make a post a lesser one ("deputy minister" is no minister)."""
    reflexives: tuple[str, ...]
    """Pronouns that mean the subject of their own verb."""
    pronouns: dict[Literal["male", "female"], tuple[str, ...]]
