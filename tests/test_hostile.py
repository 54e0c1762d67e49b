"""Damaged quotation marks: the parts of `benchmarks/hostile.py`, and a short run of it."""

import random
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
TEXT = 'Ana Ruiz said "We stay" and “we pay” at the pier.'


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The module of the command; its folder is on the path as it is when the command runs."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    yield import_module("hostile")
    sys.modules.pop("hostile", None)


@pytest.mark.parametrize(("kind", "more"), [("removed", -1), ("doubled", 1), ("swapped", 0)])
def test_one_mark_is_damaged(hostile: Any, kind: str, more: int) -> None:
    for seed in range(20):
        text, at = hostile.damaged(TEXT, kind, random.Random(seed))
        assert len(text) == len(TEXT) + more
        assert text != TEXT
        assert TEXT[at] in '"“”'


@pytest.mark.parametrize("kind", ["inserted", "replaced"])
def test_other_letters_stay(hostile: Any, kind: str) -> None:
    for seed in range(20):
        text, _ = hostile.damaged(TEXT, kind, random.Random(seed))
        assert text != TEXT
        assert hostile._bare(text) == hostile._bare(TEXT)


def test_the_same_seed_gives_the_same_variants(hostile: Any) -> None:
    texts = hostile.stories()
    assert len(texts) >= 8
    assert list(hostile.variants(texts, 30, 1)) == list(hostile.variants(texts, 30, 1))
    assert list(hostile.variants(texts, 30, 1)) != list(hostile.variants(texts, 30, 2))
    assert {variant.kind for variant in hostile.variants(texts, 5, 1)} == set(hostile.KINDS)


def test_files_are_read_as_texts_or_rows(hostile: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "Ana said \\"no\\"."}\n{"text": "Nothing quoted."}\n', encoding="utf-8")
    assert hostile.stories([tmp_path / "a.txt", tmp_path / "b.jsonl"]) == [TEXT, 'Ana said "no".']


def test_the_table_has_a_line_for_each_kind(hostile: Any) -> None:
    tally = hostile.Tally(variants=2, others=10, others_kept=9, touched=4, touched_kept=3)
    assert tally.holds
    assert not hostile.Tally(runaways=1).holds
    lines = hostile.table({"removed": tally}).splitlines()
    assert lines[1].split() == ["removed", "2", "0", "0", "10", "90.0%", "4", "75.0%"]


@pytest.mark.slow
def test_a_damaged_mark_costs_its_own_paragraph_at_most(hostile: Any) -> None:
    tallies = hostile.run(hostile.stories(), 100, 7)
    for kind, tally in tallies.items():
        assert tally.holds, (kind, tally.examples[:3])
        assert tally.touched_share >= 0.5, kind
