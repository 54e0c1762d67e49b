"""Words that take up what was named before: pronouns, and nouns by the kind of what they may mean."""

from typing import Literal

from dateline.languages.sections.base import Section


class Anaphors(Section, frozen=True):
    """`anaphors.toml`: pronouns of the first and second person, empty "it", and nouns that take up a name."""

    first_singular: tuple[str, ...]
    first_plural: tuple[str, ...]
    second: tuple[str, ...]
    """Pronouns of whoever is spoken to."""
    speaks_for: tuple[str, ...]
    """Posts whose holders say "we" of the body, the team or the country that the post is told with."""
    identifying: tuple[str, ...]
    """Lemmas of participles that lead from a noun to its name ("a man identified as Lund")."""
    asking: tuple[str, ...]
    """Lemmas of verbs of saying whose object is spoken to ("told Lund")."""
    definite: tuple[str, ...]
    """Determiners of what is known already."""
    indefinite: tuple[str, ...]
    """Determiners of what is new."""
    weather: tuple[str, ...]
    """Verbs whose "it" is nobody."""
    seeming: tuple[str, ...]
    """Verbs whose "it" announces a clause."""
    clause_nouns: tuple[str, ...]
    """Nouns that "it is" announces a clause with ("it is a pity that")."""
    clause_adjectives: tuple[str, ...]
    """Adjectives that are said of clauses only ("it was not clear when")."""
    taking: tuple[str, ...]
    """Verbs of "it took them an hour to", "it costs much to"."""
    time_nouns: tuple[str, ...]
    """Nouns of times and amounts, which no pronoun takes up."""
    person_nouns: tuple[str, ...]
    """Nouns that take up anybody named ("the woman")."""
    set_apart: tuple[str, ...]
    """Adjectives of somebody who has not been told of ("the other company")."""
    body_nouns: tuple[str, ...]
    """Nouns that take up a named body, unless its own name says that it is something else ("the committee")."""
    own_names: tuple[str, ...]
    """Those of them that stand in the names of such bodies: no other named body is a ministry."""
    any_body: tuple[str, ...]
    """Nouns that take up a body of any kind ("the organisation")."""
    same_bodies: tuple[tuple[str, ...], ...]
    """Nouns of which several are said of one body: a bank and an airline are companies, a ministry is none."""
    island_countries: tuple[str, ...]
    place_kinds: dict[Literal["city", "capital", "country", "admin1", "admin2", "region", "island"], tuple[str, ...]]
    """Kind of place to the nouns that take one up, beside those of `groups.toml`."""
