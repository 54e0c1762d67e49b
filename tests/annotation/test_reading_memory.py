"""A process that reads for days: it keeps the language, and forgets the names."""

import functools
import gc
from threading import Thread

import pytest

import dateline
from dateline.annotated import Sentence, Token
from dateline.annotation import parser
from dateline.annotation.parser import READ_ROLES, Prepared, case_words, parse, pipeline
from dateline.languages import load
from dateline.model import Article, Block, Source

STORY = (
    "{0} CITY, March 5 (Fjord News) - Gunmen of the {1} Liberation Front killed three soldiers in {2} on Monday, "
    "{3} {4} said. “We were sleeping,” {3} told the {5} Tribune. He was charged with murder in {6}. "
    "{7} of the Ministry of {8} Affairs denied it. The {1} Liberation Front, led by {9}, was not there."
)
SYLLABLES = ("bra", "dol", "fim", "gur", "hev", "jot", "kal", "lun", "mep", "niv")


def invented(number: int) -> str:
    """A story whose ten names nobody else has."""
    names = ["".join(SYLLABLES[int(digit)] for digit in f"{number * 10 + i:04d}").capitalize() for i in range(10)]
    return STORY.format(*names)


def prepared(text: str) -> Prepared:
    source = Source(location="x", media_type="text/plain")
    each = Prepared(Article(id="x", source=source, text=text, blocks=(Block("paragraph", 0, len(text)),)), READ_ROLES)
    each.fill(lambda: case_words("en", lambda _: False, lambda _: False))
    return each


def parsed(*texts: str) -> list[tuple[tuple[Token, ...], tuple[Sentence, ...]]]:
    return parse([prepared(text) for text in texts], pipeline(load("en").language.pipeline))


def known_strings() -> int:
    return len(pipeline(load("en").language.pipeline).vocab.strings)


def unbounded_caches() -> dict[str, int]:
    """Entries of each cache of ours that has no limit."""
    caches = [each for each in gc.get_objects() if type(each) is functools._lru_cache_wrapper]
    ours = [each for each in caches if each.__module__.startswith("dateline")]
    sizes = {f"{each.__module__}.{each.__qualname__}": each.cache_info() for each in ours}
    return {name: info.currsize for name, info in sizes.items() if info.maxsize is None}


def test_a_parser_that_knows_enough_words_forgets_new_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "MOST_WORDS", 0)
    parsed(invented(1))
    before = known_strings()
    told = parsed(*map(invented, range(100, 120)))
    assert known_strings() == before
    assert sum(token.text == "Liberation" for tokens, _ in told for token in tokens) == 40
    assert {token.lemma for tokens, _ in told for token in tokens if token.text == "soldiers"} == {"soldier"}
    assert len(pipeline(load("en").language.pipeline).get_pipe("lemmatizer").cache) < 200  # type: ignore[attr-defined]


def test_it_parses_the_same_whether_it_forgets_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [invented(number) for number in range(200, 206)]
    monkeypatch.setattr(parser, "MOST_WORDS", 0)
    forgetful = parsed(*texts)
    monkeypatch.undo()
    assert parsed(*texts) == forgetful


def test_threads_do_not_forget_each_other_s_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "MOST_WORDS", 0)
    texts = [[invented(10 * thread + number) for number in range(300, 304)] for thread in range(4)]
    found: dict[int, object] = {}
    threads = [Thread(target=lambda i=i: found.update({i: parsed(*texts[i])})) for i in range(4)]  # type: ignore[misc]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[i] for i in range(4)] == [parsed(*each) for each in texts]


def test_what_is_cached_without_a_limit_does_not_grow_with_the_names_of_the_world() -> None:
    for number in (400, 401):
        dateline.read({"id": "x", "text": invented(number)})
    before = unbounded_caches()
    for number in range(402, 406):
        dateline.read({"id": "x", "text": invented(number)})
    after = unbounded_caches()
    assert len(before) > 50
    assert {name: (before.get(name), size) for name, size in after.items() if size != before.get(name)} == {}
