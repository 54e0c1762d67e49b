"""The words of careers in a language, prepared once."""

from functools import cache
from typing import Literal

from dateline.languages import load
from dateline.languages.titles import State, title_words

Manner = Literal[
    "appoint", "nominate", "be", "become", "hold", "assume", "dismiss", "resign", "leave", "join", "defect", "succeed",
    "stand", "lead"
]  # fmt: skip
"""What a verb tells of a post: that one comes into it, holds it, loses it."""
MANNERS: tuple[Manner, ...] = (
    "appoint", "nominate", "be", "become", "hold", "assume", "dismiss", "resign", "leave", "join", "defect", "succeed",
    "stand"
)  # fmt: skip


class CareerWords:
    """Verbs of careers by what they tell, and the small words around posts."""

    def __init__(self, code: str) -> None:
        pack = load(code)
        words = pack.roles
        self.titles = title_words(code)
        self.lead = {verb: title for title, verbs in words.lead.items() for verb in verbs}
        self.verbs: dict[str, frozenset[Manner]] = {}
        """Lemma to all that a verb may tell."""
        for manner in MANNERS:
            for lemma in getattr(words, manner):
                self.verbs[lemma] = self.verbs.get(lemma, frozenset()) | {manner}
        for lemma in self.lead:
            self.verbs[lemma] = self.verbs.get(lemma, frozenset()) | {"lead"}
        self.phrases = frozenset(words.become_phrases)
        self.particles = frozenset(phrase.split()[0] for phrase in (*words.become_phrases, *words.resign))
        self.resign = frozenset(words.resign)
        self.candidate, self.member = words.candidate, words.member
        self.posts = frozenset(words.post_words)
        self.post_links = frozenset(words.post_links)
        self.body_links = frozenset(words.body_links)
        self.home_links = frozenset(words.home_links)
        self.parties = frozenset(words.party_words)
        self.of_bodies = frozenset(words.member_words)
        self.once, self.still = frozenset(words.once), frozenset(words.still)
        self.no_longer = frozenset(words.no_longer)
        self.nothings, self.nearly = frozenset(words.nothings), frozenset(words.nearly)
        self.hearsay, self.rests = frozenset(words.hearsay), frozenset(words.rests)
        self.expected, self.achieved = frozenset(words.expected), frozenset(words.achieved)
        self.unreal, self.like = frozenset(words.unreal), frozenset(words.like)
        self.nouns: dict[str, State] = dict.fromkeys(words.appoint_nouns, "current")
        """Nouns of careers, and the state of the post that they are told with."""
        self.nouns |= dict.fromkeys((*words.dismiss_nouns, *words.tenure_nouns), "former")
        self.begin = frozenset(words.begin)
        self.whiles = frozenset(words.whiles)
        self.choices = frozenset(words.choices)
        self.no_posts = frozenset(words.no_posts)
        self.since, self.until, self.agents = frozenset(words.since), frozenset(words.until), frozenset(words.agents)
        self.grades = frozenset(words.lower_grades)
        self.kin = self.titles.kin
        self.kin_firsts = {kin[0]: kin for kin in sorted(self.kin, key=len)}


@cache
def career_words(code: str) -> CareerWords:
    """The career words of a language."""
    return CareerWords(code)
