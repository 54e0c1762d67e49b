"""The words that tell of harm, by role and effect, and what shows that a sentence tells of a rate."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Sentence, Token
from dateline.languages import load
from dateline.languages.sections import LightVerb
from dateline.understanding.harm.number_words import match, phrases


class HarmWords(Struct, frozen=True):
    """The words of the section `casualties` that tell of harm, ready to be asked."""

    roles: dict[str, list[tuple[str, str]]]
    light: dict[str, list[LightVerb]]
    tolls: dict[str, str]
    tallies: frozenset[str]
    remains: frozenset[str]
    plural_pronouns: frozenset[str]
    beside: tuple[tuple[str, ...], ...]
    tallied: dict[str, str]
    rolls: dict[str, str]
    telling: frozenset[str]
    """All words that may tell of harm."""
    naming: frozenset[str]
    among: frozenset[str]
    dismissing: frozenset[str]
    reflexive: frozenset[str]
    linking: frozenset[str]
    alternatives: frozenset[str]
    marks: frozenset[str]
    averted: frozenset[str]
    towards: frozenset[str]
    judging: frozenset[str]
    rates: dict[str, list[tuple[list[str], bool]]]
    no_rate_after: frozenset[str]
    no_rate_before: frozenset[str]


@cache
def harm_words(code: str) -> HarmWords:
    """The words of a language, made once."""
    words = load(code).casualties
    roles: dict[str, list[tuple[str, str]]] = {}
    for role in ("verbs", "fates", "states", "modifiers", "deeds", "counted", "spared"):
        for effect, lemmas in getattr(words, role).items():
            for lemma in lemmas:
                roles.setdefault(lemma, []).append((role, effect))
    tallied = {lemma: entry[1] for lemma, entries in roles.items() for entry in entries if entry[0] != "deeds"}
    light: dict[str, list[LightVerb]] = {}
    for entry in words.light:
        for noun in entry.objects:
            light.setdefault(noun, []).append(entry)
    return HarmWords(
        roles=roles,
        light=light,
        tolls=words.tolls.nouns,
        tallies=frozenset(words.people.tallies),
        remains=frozenset(words.people.remains),
        plural_pronouns=frozenset(words.people.plural_pronouns),
        beside=tuple(tuple(phrase.split()) for phrase in words.people.beside),
        tallied=tallied,
        rolls=words.rolls.nouns,
        telling=frozenset({*roles, *light, *words.tolls.nouns, *words.rolls.nouns, *words.people.tallies}),
        naming=frozenset(words.rolls.naming),
        among=frozenset(words.rolls.among),
        dismissing=frozenset(words.doubt.dismissing),
        reflexive=frozenset(words.people.reflexive),
        alternatives=frozenset(words.hedges.alternatives),
        linking=frozenset(words.doubt.linking),
        marks=frozenset(words.tolls.marks),
        averted=frozenset(words.doubt.averted),
        towards=frozenset(words.doubt.towards),
        judging=frozenset(words.doubt.judging),
        rates=phrases((rate, True) for rate in words.doubt.rates),
        no_rate_after=frozenset(words.doubt.no_rate_after),
        no_rate_before=frozenset(words.doubt.no_rate_before),
    )


def candidates(annotation: Annotation) -> Iterator[Token]:
    """The tokens that may tell of harm, in the order of the text."""
    words = harm_words(annotation.words.language.code)
    for token in annotation.tokens:
        if token.lemma.lower() in words.telling or token.lower in words.telling:
            yield token


def has_rate(annotation: Annotation, sentence: Sentence) -> bool:
    """Whether the sentence tells what happens every year or month: no incident. "A month later" is no rate."""
    words = harm_words(annotation.words.language.code)
    forms = [token.lower for token in annotation.tokens_of(sentence)]
    for i in range(1, len(forms)):
        if forms[i] not in words.rates or forms[i - 1] in words.no_rate_after:
            continue
        rate, end = match(forms, i, words.rates)
        if rate and (forms[end] if end < len(forms) else "") not in words.no_rate_before:
            return True
    return False
