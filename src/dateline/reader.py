"""The whole way: a source in, a record out. `read` for one, `read_many` for a stream."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.errors import CannotRead
from dateline.model import Article, Page, Refused
from dateline.record import MadeBy, Record
from dateline.settings import Settings, load

SourceLike = str | Path | bytes | Mapping[str, Any]
"""A path, an address, "-" for standard input, a document's bytes, or a row with "text" or "html"."""

WARM_UP = Page(id="", location="", media_type="text/plain", content="OSLO - Two men were hurt on Monday, police said.")
"""Read where there is no page, so that models are loaded before the clock of a worker runs."""

log = logging.getLogger("dateline")


def read(source: SourceLike, settings: Settings | None = None) -> Record:
    """The record of one source; of the first article where a source holds several.

    Raises CannotRead with the reason when there is no article.
    """
    refused: list[Refused] = []
    for record in read_many([source], settings, refused=refused.append):
        return record
    reason = refused[0].reason if refused else "there is no document in it"
    raise CannotRead(f"{_place(source)}: {reason}")


def read_many(
    sources: Iterable[SourceLike],
    settings: Settings | None = None,
    *,
    workers: int = 1,
    refused: Callable[[Refused], None] | None = None,
) -> Iterator[Record]:
    """The records of many sources, in order, parsed a batch at a time, by so many processes.

    What cannot be read is handed to `refused` (default: a logged warning) and never ends the run.
    """
    from dateline.sources import pages

    settings = settings or load()
    refuse = refused or _warn
    found = islice(_pages(pages(sources, settings), refuse), settings.limit)
    outcomes = _read_parallel(found, settings, workers) if workers > 1 else _read_here(found, settings)
    yield from islice(_records(outcomes, refuse), settings.limit)  # a page may hold several articles


def _read_here(found: Iterator[Page], settings: Settings) -> Iterator[Record | Refused]:
    for batch in _batches(found, settings.batch):
        for outcomes in read_by_page(batch, settings):
            yield from outcomes


def read_by_page(batch: Iterable[Page], settings: Settings) -> Iterator[list[Record | Refused]]:
    """One batch through reading, annotation, understanding and checks; a list for each page, as soon as it is read.

    Without a page it only loads what reading needs. Raises MissingPart.
    """
    from dateline.reading import read_page

    found = [list(read_page(page)) for page in list(batch) or [WARM_UP]]
    articles = [outcome for outcomes in found for outcome in outcomes if isinstance(outcome, Article)]
    records = read_articles(articles, settings)
    for outcomes in found:
        yield [next(records) if isinstance(outcome, Article) else outcome for outcome in outcomes]


def read_articles(articles: Sequence[Article], settings: Settings) -> Iterator[Record]:
    """Articles through annotation, understanding and checks; in order, parsed together."""
    from dateline.annotation.annotate import annotate
    from dateline.annotation.gazetteer import gazetteer
    from dateline.pipeline import understand

    made_by = made_by_now(settings)
    world = gazetteer(settings.gazetteer)
    annotations = annotate(articles, model=settings.model == "on", world=world, lexicon=settings.lexicon)
    for article, annotation in zip(articles, annotations, strict=True):
        yield understand(Record(article, annotation, made_by))


def _read_parallel(found: Iterator[Page], settings: Settings, workers: int) -> Iterator[Record | Refused]:
    from dateline.workers import outcomes

    for _, outcome in outcomes(found, settings, workers, _as_json):
        for each in (outcome,) if isinstance(outcome, Refused) else outcome:
            yield each if isinstance(each, Refused) else Record.from_json(each)


def _as_json(batch: Sequence[Page], settings: Settings) -> Iterator[list[bytes | Refused]]:
    """The work of a worker process: for each page its records as JSON, and its refusals."""
    for outcomes in read_by_page(batch, settings):
        yield [outcome if isinstance(outcome, Refused) else outcome.to_json() for outcome in outcomes]


def _records(outcomes: Iterable[Record | Refused], refuse: Callable[[Refused], None]) -> Iterator[Record]:
    for outcome in outcomes:
        if isinstance(outcome, Refused):
            refuse(outcome)
        else:
            yield outcome


def _pages(found: Iterable[Page | Refused], refuse: Callable[[Refused], None]) -> Iterator[Page]:
    for page in found:
        if isinstance(page, Refused):
            refuse(page)
        else:
            yield page


def _batches(found: Iterator[Page], size: int) -> Iterator[list[Page]]:
    # Small batches first: a person at a terminal sees the first record at once.
    step = 1
    while batch := list(islice(found, step)):
        yield batch
        step = min(size, step * 4)


def made_by_now(settings: Settings) -> MadeBy:
    """What reads with these settings: versions of Dateline and of the model, and the steps."""
    from dateline.annotation.encoder import VERSION
    from dateline.annotation.gazetteer import gazetteer
    from dateline.languages import load as words_of
    from dateline.languages.lexicon import print_of
    from dateline.pipeline import steps

    parser = words_of("en").language.pipeline
    model = f"{parser} {_version(parser)}" + (f", encoder {VERSION}" if settings.model == "on" else "")
    if settings.gazetteer:
        about = gazetteer(settings.gazetteer).about()
        model += f", gazetteer of {about['source']} {about['made']}".rstrip()
    if settings.lexicon:
        model += f", own lexicon {print_of(settings.lexicon)}"
    return MadeBy(dateline=_version("dateline"), steps=tuple(s.name for s in steps()), model=model)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "0"


def _warn(refused: Refused) -> None:
    log.warning("refused %s: %s", refused.location, refused.reason)


def _place(source: SourceLike) -> str:
    return str(source) if isinstance(source, str | Path) else "this document"
