"""The benchmark of merging works on a small world: its truth holds, its records are records, its measures run."""

import importlib
import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from dateline.record import Record

HOME = Path(__file__).parent.parent / "benchmarks"
WORDS = tuple(f"thing{letter}{other}" for letter in "abcdefgh" for other in "abcd")
Loaded = Callable[[str], ModuleType]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Loaded:
    monkeypatch.syspath_prepend(str(HOME))
    return importlib.import_module


def test_the_world_is_the_same_for_the_same_seed(load: Loaded) -> None:
    world, records = load("merging_world"), load("merging_records")
    one, other = ([*records.lines(world.World(20, 7, WORDS), range(20))] for _ in range(2))
    assert one == other
    assert one != [*records.lines(world.World(20, 8, WORDS), range(20))]


def test_its_records_are_records_and_its_facts_tell_their_incident(load: Loaded) -> None:
    world, records = load("merging_world"), load("merging_records")
    for line in records.lines(world.World(30, 3, WORDS), range(30)):
        made = Record.from_json(line)
        told = {world.truth(fact.id) for fact in made.of("event")}
        assert int(made.article.id[:8], 16) in told
        assert all(0 <= number < 30 for number in told)


def test_one_in_ten_looks_like_the_one_before(load: Loaded) -> None:
    world = load("merging_world").World(40, 1, WORDS)
    one, other = world.happened(18), world.happened(19)
    assert (one.kind, one.town) == (other.kind, other.town)
    assert 2 <= (other.day - one.day).days <= 6


def test_b_cubed(load: Loaded) -> None:
    b3 = load("merging_batch").b3
    perfect = b3([["a1", "a2"], ["b1"]], lambda thing: thing[0])
    assert (perfect.precision, perfect.recall, perfect.f1) == (1.0, 1.0, 1.0)
    lumped = b3([["a1", "a2", "b1", "b2"]], lambda thing: thing[0])
    assert (lumped.precision, lumped.recall) == (0.5, 1.0)
    assert b3([], lambda thing: thing).f1 == 0.0


def test_a_small_world_is_made_and_merged(load: Loaded, tmp_path: Path) -> None:
    world, records, batch = load("merging_world"), load("merging_records"), load("merging_batch")
    path = tmp_path / "world.jsonl"
    path.write_bytes(b"".join(line + b"\n" for line in records.lines(world.World(40, 1, WORDS), range(40))))
    figures = {figure.name.strip(): figure for figure in batch.batch(path, 1, False, lambda _: None)}
    assert figures["records"].value == len(path.read_bytes().splitlines())
    assert figures["incidents: B3 F1"].value > 0.9
    assert figures["incidents: B3 F1"].verdict == "yes"


def test_arrivals_and_orders_are_measured(load: Loaded, tmp_path: Path) -> None:
    world, records, arrivals = load("merging_world"), load("merging_records"), load("merging_arrivals")
    path = tmp_path / "world.jsonl"
    path.write_bytes(b"".join(line + b"\n" for line in records.lines(world.World(8, 1, WORDS), range(8))))
    figures = list(arrivals.arrivals(tmp_path / "desk.db", path, 20, 5, lambda _: None))
    assert figures[0].value == 20
    orders = list(arrivals.order(path, 30, 2, 1, lambda _: None))
    assert {figure.verdict for figure in orders} <= {"yes", "NO"}


def test_it_says_how_it_is_called(load: Loaded) -> None:
    load("merging_batch")  # the path is set; a folder of tests bears the name of the benchmark
    spec = importlib.util.spec_from_file_location("benchmark_of_merging", HOME / "merging.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.__doc__ and "benchmarks/merging.py growth" in module.__doc__ and callable(module.main)


def test_a_line_is_json_of_one_line(load: Loaded) -> None:
    world, records = load("merging_world"), load("merging_records")
    line = next(records.lines(world.World(5, 1, WORDS), range(5)))
    assert b"\n" not in line and json.loads(line)["format"] == "dateline/1"
