"""The benchmarks can be imported, and their parts work on a few invented rows."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

HOME = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> ModuleType:
    monkeypatch.syspath_prepend(str(HOME))
    return importlib.import_module(request.param)


@pytest.mark.parametrize("benchmark", ["coreference", "factuality", "names"], indirect=True)
def test_a_benchmark_says_what_it_measures(benchmark: ModuleType) -> None:
    assert benchmark.__doc__ and f"benchmarks/{benchmark.__name__}.py" in benchmark.__doc__
    assert callable(benchmark.main)


@pytest.mark.parametrize("benchmark", ["coreference"], indirect=True)
@pytest.mark.parametrize(
    ("words", "pronoun", "name"),
    [
        ("she", True, False),
        ("Their", True, False),
        ("Ana Lund", False, True),
        ("the mayor", False, False),
        ("the mayor of Lund", False, True),
        ("a b c d e Lund", False, False),
        ("", False, False),
    ],
)
def test_what_the_gold_marks(benchmark: ModuleType, words: str, pronoun: bool, name: bool) -> None:
    marked = benchmark.Marked((0, len(words)), "1", words)
    assert (marked.is_pronoun, marked.is_name) == (pronoun, name)


@pytest.mark.parametrize("benchmark", ["names"], indirect=True)
def test_pairs_are_read_with_their_kind(benchmark: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / benchmark.FOLDER
    folder.mkdir()
    row = '{"gold": [{"name1": "Ana Lund", "name2": "A. Lund"}], "meta": {"schema": "Person"}}'
    (folder / "dev.jsonl").write_text(f"{row}\n\n", encoding="utf-8")
    ((one, other, kind),) = benchmark.pairs(tmp_path)
    assert (one, other, kind) == ("Ana Lund", "A. Lund", "person")


@pytest.mark.parametrize("benchmark", ["names"], indirect=True)
def test_a_pair_takes_time(benchmark: ModuleType) -> None:
    asked = [("Ana Lund", "Ana Lunde", "person")]
    assert benchmark.microseconds(asked, benchmark.forget_pairs, 1) >= 0


@pytest.mark.parametrize("benchmark", ["factuality"], indirect=True)
@pytest.mark.parametrize(
    ("sure", "standing"),
    [
        (("CERTAIN", "POS", "NON_FUTURE"), "asserted"),
        (("CERTAIN", "POS", "FUTURE"), "future"),
        (("PROBABLE", "POS", "FUTURE"), "possible"),
        (("POSSIBLE", "NEG", "FUTURE"), "denied"),
        (("CERTAIN", "POS", "UNDERSPECIFIED"), None),
        (("CERTAIN", "POS", None), None),
    ],
)
def test_what_the_gold_says_of_an_event(
    benchmark: ModuleType, sure: tuple[str | None, ...], standing: str | None
) -> None:
    certainty, polarity, time = sure
    event = {"m": "EVENT_MENTION", "certainty": certainty, "polarity": polarity, "time": time}
    assert benchmark.standing(event) == standing
    assert benchmark.standing({**event, "m": "ENTITY_MENTION"}) is None


@pytest.mark.parametrize("benchmark", ["factuality"], indirect=True)
def test_the_figures_of_factuality(benchmark: ModuleType) -> None:
    found = [benchmark.Marked("denied", "denied", "not", ""), benchmark.Marked("future", "asserted", "-", "")]
    *_, last = benchmark.lines(found)
    assert last == "2 events, accuracy 0.500, macro F1 0.500"
