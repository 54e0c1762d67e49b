"""The measures of the desk work on a few invented stories: clones that are whole, figures, questions."""

import importlib
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import dateline
from dateline.model import Article, Block, Source
from dateline.record import Record
from dateline.values import Event, Mention, Moment, Person, Place, Span, Statement

HOME = Path(__file__).parent.parent / "benchmarks"
TEXT = "Anders Lundqvist said on March 3, 2031 that rebels had attacked a bridge in Tarvasholm.\nNobody was hurt."
Loaded = Callable[[str], ModuleType]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Loaded:
    monkeypatch.syspath_prepend(str(HOME))
    return importlib.import_module


def story(number: int = 0) -> Record:
    text = f"{TEXT} Number {number}."
    source = Source(location=f"{number}.txt", media_type="text/plain")
    record = Record(Article(id=f"story {number}", source=source, text=text, blocks=(Block("paragraph", 0, len(text)),)))

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    start, end = span("Anders Lundqvist")
    who = record.add(
        record.fact(Person(name="Anders Lundqvist", mentions=(Mention(start=start, end=end),)), Span(start, end))
    )
    where = record.add(record.fact(
        Place(name="Tarvasholm", geonames=7, lat=59.0, lon=17.0, country="SWE", precision="exact"), span("Tarvasholm")
    ))  # fmt: skip
    when = record.add(record.fact(Moment(type="DATE", earliest="2031-03-03", latest="2031-03-03"), span("March 3")))
    said = Statement(speaker=who.id, content=(span("rebels had attacked"),), manner="indirect", when=when.id)
    by = record.add(record.fact(said, span("said"), because=(who.id,)))
    deed = Event(type="ASSAULT", trigger=span("attacked"), where=(where.id,), when=when.id)
    record.add(record.fact(deed, span("attacked"), said_by=by.id))
    return record


def test_it_says_what_it_measures(load: Loaded) -> None:
    module = load("desk")
    assert module.__doc__ and "benchmarks/desk.py kills" in module.__doc__ and callable(module.main)


def test_a_clone_is_another_story_with_the_same_shape(load: Loaded) -> None:
    clones = list(load("desk_corpus").cloned_records([story()], 40))
    assert len({clone.article.id for clone in clones}) == 40
    assert len({fact.id for clone in clones for fact in clone.facts}) == 40 * len(story().facts)
    assert len({clone.article.source.outlet for clone in clones}) > 5
    assert len({fact.value.type for clone in clones for fact in clone.of("event") if isinstance(fact.value, Event)}) > 3
    for clone in clones:
        assert len(clone.text) == len(TEXT) + len(" Number 0.")
        (who,) = clone.of("person")
        assert isinstance(who.value, Person)
        assert who.value.name == clone.words(who.spans[0])
        assert [len(word) for word in who.value.name.split()] == [6, 9]
    days = {fact.value.earliest for clone in clones for fact in clone.of("moment") if isinstance(fact.value, Moment)}
    assert len(days) > 30


def test_clones_are_the_same_in_every_run(load: Loaded) -> None:
    corpus = load("desk_corpus")
    assert [c.to_json() for c in corpus.cloned_records([story()], 3)] == [
        c.to_json() for c in corpus.cloned_records([story()], 3)
    ]
    rows = [{"text": TEXT}]
    assert list(corpus.cloned_rows(rows, 5)) == list(corpus.cloned_rows(rows, 9))[:5]


def test_rows_vary_in_their_names_and_dates(load: Loaded) -> None:
    rows = list(load("desk_corpus").cloned_rows([{"text": TEXT}], 30))
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == 30
    assert sum("Lundqvist" in row["text"] for row in rows) < 30
    assert all("rebels had attacked a bridge" in row["text"] and "March 3, 2031" not in row["text"] for row in rows)


def test_rows_are_cut_behind_a_sentence(load: Loaded, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"id": 1, "text": "It rained all day. It snowed all night. It was cold."}\n\n', encoding="utf-8")
    assert load("desk_corpus").source_rows(file, 40) == [{"text": "It rained all day. It snowed all night."}]
    assert len(load("desk_corpus").source_rows(None, None)) > 2


def test_records_are_read_from_a_file(load: Loaded, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    file.write_bytes(story(1).to_json() + b"\n" + story(2).to_json() + b"\n")
    found = load("desk_corpus").source_records(file)
    assert [record.article.id for record in found] == ["story 1", "story 2"]


def test_a_desk_of_clones_is_measured_and_asked(load: Loaded, tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    load("desk_ingests").fill(path, [story(n) for n in range(3)], 70)
    with dateline.open(path) as desk:
        assert len(desk) == 70
    figures = list(load("desk_ingests").size(path))
    assert figures[0].value == 70 and figures[2].name == "the desk"
    asked = list(load("desk_questions").queries(path, seed=1, each=1))
    assert {"ALL words, p95", "ALL filters, p95"} <= {figure.name for figure in asked}


def test_two_desks_are_compared(load: Loaded, tmp_path: Path) -> None:
    fill, kills = load("desk_ingests").fill, load("desk_kills")
    for name, many in (("a", 3), ("b", 3), ("c", 4)):
        fill(tmp_path / name, [story()], many)
    assert kills.contents(tmp_path / "a") == kills.contents(tmp_path / "b") != kills.contents(tmp_path / "c")
    assert kills.is_sound(tmp_path / "a")
    assert kills.acknowledged(tmp_path / "nowhere") == 0


@pytest.mark.parametrize(
    ("given", "verdict"),
    [({}, ""), ({"most": 5}, "yes"), ({"most": 4}, "NO"), ({"least": 5}, "yes"), ({"least": 6}, "NO")],
)
def test_a_figure_says_whether_its_target_is_met(load: Loaded, given: dict[str, Any], verdict: str) -> None:
    assert load("desk_figures").Figure("f", 5.0, **given).verdict == verdict


def test_figures_are_printed_beside_their_targets(load: Loaded, capsys: pytest.CaptureFixture[str]) -> None:
    figures = load("desk_figures")
    figures.show("rate", [figures.Figure("articles", 20_000), figures.Figure("p95", 12.34, "ms", most=20)])
    title, articles, slow = capsys.readouterr().out.strip().splitlines()
    assert title == "rate" and articles.split() == ["articles", "20,000"]
    assert slow.split() == ["p95", "12.3", "ms", "at", "most", "20", "yes"]


@pytest.mark.parametrize(("share", "expected"), [(0.5, 3.0), (0.95, 5.0), (1.0, 5.0), (0.0, 1.0)])
def test_percentiles(load: Loaded, share: float, expected: float) -> None:
    assert load("desk_figures").percentile([5.0, 1.0, 2.0, 4.0, 3.0], share) == expected
    assert load("desk_figures").percentile([], share) == 0.0


def test_memory_is_sampled_while_somebody_works(load: Loaded) -> None:
    memory = load("desk_memory")
    assert memory.tree_bytes(os.getpid()) > 1_000_000
    sampler = memory.Sampler(every=0.01)
    sampler.samples = [(done, 100 + done / 100) for done in range(0, 4000, 100)]
    assert sampler.slope(2000) == pytest.approx(10)
    assert sampler.at(9000) == 0.0 and 100 < sampler.at(0) < sampler.end()
