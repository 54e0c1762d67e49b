"""The split: fixed, without overlap, and by halves where a corpus has one part only."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.encoder import corpora
from training.encoder.corpora import ASIDE, HALVED, SPLIT, TRAIN_PARTS, split
from training.encoder.documents import Document

IDS = [f"story-{i}" for i in range(100)]
HALF, WHOLE = "wikigold", "polnear"


def test_a_corpus_with_a_development_part_only_is_halved() -> None:
    parts = split(HALF, IDS)
    assert {part: len(ids) for part, ids in parts.items()} == {"learnt": 42, "aside": 8, "judged": 50}


def test_a_corpus_with_a_part_to_learn_from_is_not_judged_by() -> None:
    parts = split(WHOLE, IDS)
    assert {part: len(ids) for part, ids in parts.items()} == {"learnt": 85, "aside": 15}


def test_the_split_does_not_hang_on_the_order() -> None:
    for name in (HALF, WHOLE):
        assert split(name, IDS) == split(name, IDS[::-1])


def test_the_split_stays_as_it_was() -> None:
    assert split(HALF, "abcdefghij") == {
        "learnt": ["b", "d", "h", "i"],
        "aside": ["e"],
        "judged": ["a", "c", "f", "g", "j"],
    }


def test_parts_are_no_stretches_of_the_corpus() -> None:
    assert all(sorted(IDS)[: len(ids)] != ids for ids in split(HALF, IDS).values())


@settings(max_examples=50)
@given(st.sets(st.text("abc0", max_size=4), max_size=40), st.sampled_from([HALF, WHOLE]))
def test_every_document_has_one_part(ids: set[str], name: str) -> None:
    parts = split(name, ids)
    found = [each for part in parts.values() for each in part]
    assert sorted(found) == sorted(ids)
    assert all(part == sorted(part) for part in parts.values())
    assert len(parts["aside"]) == round(ASIDE * (len(parts["aside"]) + len(parts["learnt"])))


def test_no_corpus_is_both() -> None:
    assert not TRAIN_PARTS.keys() & HALVED.keys()


# The file


def test_the_file_has_every_corpus_and_no_document_twice() -> None:
    written = json.loads(SPLIT.read_text(encoding="utf-8"))
    assert written.keys() == TRAIN_PARTS.keys() | HALVED.keys()
    for name, parts in written.items():
        ids = [each for part in parts.values() for each in part]
        assert parts.keys() == ({"learnt", "aside", "judged"} if name in HALVED else {"learnt", "aside"})
        assert len(set(ids)) == len(ids), name


def test_the_file_is_what_the_split_says() -> None:
    for name, parts in json.loads(SPLIT.read_text(encoding="utf-8")).items():
        assert split(name, [each for part in parts.values() for each in part]) == parts, name


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Two corpora of ten texts each, and a file of their own."""
    texts = [Document("invented", id_, f"Story {id_}.") for id_ in "abcdefghij"]
    monkeypatch.setattr(corpora, "TRAIN_PARTS", {WHOLE: lambda: iter(texts)})
    monkeypatch.setattr(corpora, "HALVED", {HALF: lambda: iter(texts)})
    monkeypatch.setattr(corpora, "SPLIT", tmp_path / "split.json")
    return tmp_path / "split.json"


def test_the_command_writes_the_file(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpora.main()
    assert json.loads(small.read_text(encoding="utf-8"))[HALF] == split(HALF, "abcdefghij")
    assert capsys.readouterr().out.splitlines() == [
        "polnear {'learnt': 8, 'aside': 2}",
        "wikigold {'learnt': 4, 'aside': 1, 'judged': 5}",
    ]


@pytest.mark.parametrize("part", ["learnt", "aside", "judged"])
def test_documents_are_those_of_their_part(small: Path, part: str) -> None:
    corpora.main()
    assert [document.id for document in corpora.documents(HALF, part)] == split(HALF, "abcdefghij")[part]
