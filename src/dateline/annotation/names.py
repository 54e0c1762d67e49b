"""The names of an article, each with one label throughout: runs of capitals, voted on by the whole document."""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from dateline.annotated import NameMention, PlaceEntry, Sentence, Token
from dateline.annotation.gazetteer import Gazetteer
from dateline.annotation.runs import Run, RunFinder, is_title_case, name_words
from dateline.annotation.votes import Votes, title_span
from dateline.languages import LanguagePack, load

AGENCY_MARKS = ("(", "/")


@cache
def _agencies(code: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in getattr(load(code).furniture, "agencies", ()))


def names(
    tokens: Sequence[Token], sentences: Sequence[Sentence], words: LanguagePack, gazetteer: Gazetteer
) -> tuple[NameMention, ...]:
    """Every name, in the order of the text. Headlines in title case are searched for names known from elsewhere."""
    code = words.language.code
    finder = RunFinder(tokens, code, gazetteer)
    votes = Votes(tokens, name_words(code), gazetteer, _agencies(code))
    shouted = [sentence for sentence in sentences if is_title_case(tokens, sentence)]
    plain = [sentence for sentence in sentences if sentence not in shouted]
    runs = [_agency(tokens, sentence, run) for sentence in plain for run in finder.runs(sentence)]
    for run in runs:
        votes.cast(run, text_of(tokens, run.first, run.last))
    votes.close()
    found = [name for run in runs if (name := _name(tokens, run, votes, gazetteer))]
    found += _known_again(tokens, shouted, found, gazetteer)
    return tuple(sorted(found, key=lambda name: name.first))


def _agency(tokens: Sequence[Token], sentence: Sentence, run: Run) -> Run:
    """In a dateline whatever stands in brackets or slashes is the agency, be it called after a city."""
    if sentence.role == "dateline" and run.first > sentence.first and tokens[run.first - 1].text in AGENCY_MARKS:
        return replace(run, organisation=True, geographic=False, country=None)
    return run


def text_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of a name with single spaces, hyphens closed up."""
    words = [token.text + (" " if token.space else "") for token in tokens[first:last]]
    return "".join(words).strip()


def _name(tokens: Sequence[Token], run: Run, votes: Votes, gazetteer: Gazetteer) -> NameMention | None:
    text = text_of(tokens, run.first, run.last)
    decided = votes.label(text)
    if decided is None:
        return None
    label, score = decided
    places = _places(text, gazetteer) if label == "place" else ()
    country = run.country or (places[0].country if places and places[0].kind == "country" else None)
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


def _places(text: str, gazetteer: Gazetteer) -> tuple[PlaceEntry, ...]:
    """The gazetteer's rows; "City of Bath" is looked up whole, then as Bath."""
    return gazetteer.places(text) or gazetteer.places(text.partition(" of ")[2])


def _known_again(
    tokens: Sequence[Token], shouted: Sequence[Sentence], found: Sequence[NameMention], gazetteer: Gazetteer
) -> Iterator[NameMention]:
    known = {tuple(name.text.split()): name for name in found}
    longest = max(map(len, known), default=1)
    for sentence in shouted:
        i = sentence.first
        while i < sentence.last:
            name, size = _longest_known(tokens, i, min(longest, sentence.last - i), known, gazetteer)
            if name:
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
