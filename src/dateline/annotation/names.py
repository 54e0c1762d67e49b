"""The names of an article, each with one label throughout: runs of capitals, voted on by the whole document."""

import itertools
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from dateline.annotated import NameMention, Sentence, Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.joined_names import apart
from dateline.annotation.name_edges import Run, is_acronym
from dateline.annotation.name_words import NameWords, name_words
from dateline.annotation.place_rows import place_rows
from dateline.annotation.runs import RunFinder, is_title_case
from dateline.annotation.towns import Town, Towns
from dateline.annotation.votes import LEARNT, WEIGHTS, Votes, are_letters, title_span
from dateline.annotation.whole_names import whole_names
from dateline.languages import LanguagePack, load

AGENCY_MARKS = ("(", "/")


@cache
def _agencies(code: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in getattr(load(code).furniture, "agencies", ()))


def names(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    words: LanguagePack,
    gazetteer: Gazetteer,
    *,
    learnt: bool = False,
) -> tuple[NameMention, ...]:
    """Every name, in the order of the text. Headlines in title case are searched for names known from elsewhere.

    `learnt` says that the tokens' labels are the encoder's, which deserve more trust than the parser's.
    """
    code = words.language.code
    finder = RunFinder(tokens, code, gazetteer, learnt=learnt)
    votes = Votes(tokens, name_words(code), gazetteer, _agencies(code), LEARNT if learnt else WEIGHTS)
    shouted = [sentence for sentence in sentences if is_title_case(tokens, sentence)]
    plain = [sentence for sentence in sentences if sentence not in shouted]
    lines = _datelines(tokens, sentences, words, gazetteer)
    ends = {line.first: line.end for line in lines}
    towns = [town for line in lines for town in line.found]
    runs = [_in_dateline(tokens, sentence, run) for sentence in plain for run in finder.runs(sentence)]
    heads = [run for sentence in shouted for run in finder.sure_runs(sentence)]
    runs = sorted((*runs, *heads), key=lambda run: run.first)
    runs = [run for run in runs if not any(first <= run.first < end for first, end in ends.items())]
    runs = list(_without_namesakes(tokens, runs, name_words(code)))
    runs = list(apart(tokens, runs, name_words(code)))
    runs = list(whole_names(tokens, runs, name_words(code), gazetteer))
    for town in towns:
        if town.places:
            votes.cast(Run(first=town.first, last=town.last, geographic=True), town.text)
    for run in runs:
        votes.cast(run, text_of(tokens, run.first, run.last))
    for run, other in itertools.pairwise(runs):
        in_dateline = sentences[tokens[run.first].sentence].role == "dateline"  # there a city stands before its agency
        if not in_dateline and _explains(tokens, run, other):
            votes.explain(text_of(tokens, run.first, run.last), text_of(tokens, other.first, other.last))
        if _is_alias(tokens, run, other, words):
            votes.alias(text_of(tokens, run.first, run.last), text_of(tokens, other.first, other.last))
    votes.close()
    found = [name for run in runs if (name := _name(tokens, run, votes, words, gazetteer))]
    found += [_of_town(tokens, town) for town in towns]
    found += _known_again(tokens, shouted, found, heads, gazetteer)
    return tuple(sorted(found, key=lambda name: name.first))


def _without_namesakes(tokens: Sequence[Token], runs: Sequence[Run], words: NameWords) -> Iterator[Run]:
    """The runs but those of things that bear a name, such as "the Lund virus", and what is told of them then.

    Where there is a Lund virus, "Lund cases" are no town's either; "in Lund" is the town.
    """
    things = [run for run in runs if words.bears_name(tokens, run.first, run.last)]
    called = {text_of(tokens, run.first, run.last) for run in things}
    for run in runs:
        behind = tokens[run.last].lemma.lower() if run.last < len(tokens) else ""
        ill = behind in words.illness and text_of(tokens, run.first, run.last) in called
        if run not in things and not ill:
            yield run


def _explains(tokens: Sequence[Token], run: Run, other: Run) -> bool:
    """ "Free Water Army (FWA)", "FWA [Free Water Army]": nothing else in the bracket, nothing between."""
    if other.first - run.last != 1 or other.last >= len(tokens) or run.country or other.country:
        return False
    bracketed = tokens[run.last].text in "([" and tokens[other.last].text in ")]"
    acronyms = [is_acronym(text_of(tokens, each.first, each.last)) for each in (run, other)]
    return bracketed and acronyms.count(True) == 1


def _is_alias(tokens: Sequence[Token], run: Run, other: Run, words: LanguagePack) -> bool:
    """ "Ana Lund, also known as the Fox": nothing else stands between the two."""
    between = [token for token in tokens[run.last : other.first] if token.pos not in ("PUNCT", "DET")]
    phrase = " ".join(token.lower for token in between)
    return phrase in words.names.alias_words or phrase in words.names.alias_phrases


def _datelines(
    tokens: Sequence[Token], sentences: Sequence[Sentence], words: LanguagePack, gazetteer: Gazetteer
) -> list[Towns]:
    """The towns of each dateline."""
    lines: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        if sentence.role == "dateline":
            lines.setdefault(sentence.block, []).append(sentence)
    return [Towns(tokens, line[0].first, line[-1].last, words.furniture, gazetteer) for line in lines.values()]


def _of_town(tokens: Sequence[Token], town: Town) -> NameMention:
    return NameMention(
        first=town.first,
        last=town.last,
        start=tokens[town.first].start,
        end=tokens[town.last - 1].end,
        text=town.text,
        label="place",
        score=1.0 if town.places else 0.5,
        places=town.places,
        country=town.places[0].country if town.places and town.places[0].kind == "country" else None,
    )


def _in_dateline(tokens: Sequence[Token], sentence: Sentence, run: Run) -> Run:
    """In a dateline whatever stands in brackets or slashes is the agency."""
    if sentence.role == "dateline" and _in_brackets(tokens, sentence, run):
        return replace(run, organisation=True, geographic=False, country=None, agency=True)
    return run


def _in_brackets(tokens: Sequence[Token], sentence: Sentence, run: Run) -> bool:
    """Behind an opened bracket or a slash, be it with other words between: "(RADIO ORLA)"; a country in it is none."""
    for i in range(run.first - 1, sentence.first - 1, -1):
        if tokens[i].text in AGENCY_MARKS:
            return True
        if not tokens[i].text.isalpha():
            return False
    return False


def text_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of a name with single spaces, hyphens closed up."""
    words = [token.text + (" " if token.space else "") for token in tokens[first:last]]
    return "".join(words).strip()


def _name(
    tokens: Sequence[Token], run: Run, votes: Votes, words: LanguagePack, gazetteer: Gazetteer
) -> NameMention | None:
    text = text_of(tokens, run.first, run.last)
    decided = votes.label(text, agency=run.agency)
    if decided is None:
        return None
    label, score = decided
    places = place_rows(tokens, run.first, run.last, text, words, gazetteer) if label == "place" else ()
    places = () if are_letters(text, places) else places
    country = run.country or (places[0].country if places and places[0].kind == "country" else None)
    if label == "demonym" and (home := gazetteer.home_of_demonym(text)):
        places = (home,)
    return NameMention(
        first=run.first,
        last=run.last,
        start=tokens[run.first].start,
        end=tokens[run.last - 1].end,
        text=text,
        label=label,
        score=round(score, 2),
        places=places,
        country=country,
        titles=title_span(tokens, run),
    )


def _known_again(
    tokens: Sequence[Token],
    shouted: Sequence[Sentence],
    found: Sequence[NameMention],
    heads: Sequence[Run],
    gazetteer: Gazetteer,
) -> Iterator[NameMention]:
    """Names known from elsewhere, in the headlines whose capitals tell nothing; not over those found there already."""
    taken = {i for run in heads for i in range(run.first, run.last)}
    known = {tuple(name.text.split()): name for name in found}
    longest = max(map(len, known), default=1)
    for sentence in shouted:
        i = sentence.first
        while i < sentence.last:
            name, size = _longest_known(tokens, i, min(longest, sentence.last - i), known, gazetteer)
            if name and taken.isdisjoint(range(i, i + size)):
                yield name
            i += size


def _longest_known(
    tokens: Sequence[Token],
    i: int,
    longest: int,
    known: dict[tuple[str, ...], NameMention],
    gazetteer: Gazetteer,
) -> tuple[NameMention | None, int]:
    for size in range(longest, 0, -1):
        group = tokens[i : i + size]
        text = text_of(tokens, i, i + size)
        like = known.get(tuple(text.split()))
        places = gazetteer.places(text) if size <= 2 and text[0].isupper() else ()
        country = places[0] if places and places[0].kind == "country" else None
        if like or country:
            return (
                NameMention(
                    first=i,
                    last=i + size,
                    start=group[0].start,
                    end=group[-1].end,
                    text=text,
                    label=like.label if like else "place",
                    score=like.score if like else 0.9,
                    places=like.places if like else places,
                    country=like.country if like else places[0].country,
                ),
                size,
            )
    return None, 1
