"""The words of the law of a language, as sets to ask."""

from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.languages.sections import LegalVerb


class LawWords(Struct, frozen=True):
    """Verbs by lemma, nouns by lemma with the stage they tell, and the people and bodies of the law."""

    verbs: dict[str, LegalVerb]
    guilty: frozenset[str]
    cases: dict[str, str]
    outcomes: dict[str, str]
    each: frozenset[str]
    officials: frozenset[str]
    courts: frozenset[str]
    accusing: frozenset[str]
    sport: frozenset[str]
    signs: frozenset[str]
    absence: frozenset[str]
    pairwise: frozenset[str]
    figurative: frozenset[str]


@cache
def _law_words(code: str) -> LawWords:
    words = load(code).charges
    outcomes = words.outcomes
    cases = {noun: stage for stage in ("investigated", "charged", "tried") for noun in getattr(words.cases, stage)}
    ends = {noun: stage for stage in ("convicted", "sentenced", "acquitted") for noun in getattr(outcomes, stage)}
    orders = dict.fromkeys((*outcomes.warrants, *outcomes.extraditions), "charged")
    return LawWords(
        verbs={verb: entry for entry in words.verbs for verb in entry.verbs},
        guilty=frozenset(words.guilty.words),
        cases=cases,
        outcomes=ends | orders,
        each=frozenset(words.law.each),
        officials=frozenset(words.law.officials),
        courts=frozenset(words.law.courts),
        accusing=frozenset(words.law.accusing),
        sport=frozenset(words.law.sport),
        signs=frozenset(words.law.signs),
        absence=frozenset(words.law.absence),
        pairwise=frozenset(words.law.pairwise),
        figurative=frozenset(words.law.figurative),
    )


def law_words(annotation: Annotation) -> LawWords:
    """The words of the language that an article is written in."""
    return _law_words(annotation.words.language.code)


def names_one(annotation: Annotation, token: Token, kinds: frozenset[str]) -> bool:
    """Whether the phrase's head, or a word of a name that it ends, is one of these."""
    name = annotation.name_at(token)
    parts = annotation.tokens[name.first : name.last] if name is not None else (token,)
    near = [*parts, token, *annotation.children(token, "compound", "poss", "amod")]
    return any(part.lemma.lower() in kinds or part.lower in kinds for part in near)


def speaks_of_law(annotation: Annotation, token: Token) -> bool:
    """Whether another word of the sentence is the law's."""
    signs = law_words(annotation).signs
    sentence = annotation.tokens_of(annotation.sentence(token))
    return any(other.i != token.i and other.lemma.lower() in signs for other in sentence)
