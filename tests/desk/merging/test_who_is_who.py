"""Names of articles are given to people, bodies and places that the desk knows; people's judgements are obeyed."""

from pathlib import Path

import pytest
from merged_newsroom import assert_agreed, keep, likeness, record_of, told
from test_merged_as_they_come import reread

import dateline

__all__ = ["likeness"]
pytestmark = pytest.mark.usefixtures("likeness")

TEXTS = {
    "a": "Harbour blast in Tornby\nMarta Quill saw it.",
    "b": "Harbour again\nMarta Quill was heard. A blast in Tornby.",
    "c": "Vote rally in Vik\nOddvar Vang spoke.",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return keep(tmp_path / "news.db", *(record_of(name, text) for name, text in TEXTS.items()))


def people(path: Path) -> list[str]:
    """Each person with the articles that name him or her: "Marta Quill: a b"."""
    rows = told(
        path,
        "SELECT identities.key, identities.name, articles.id FROM identities "
        "JOIN identity_facts ON identity = identities.key JOIN facts ON facts.key = fact "
        "JOIN articles ON articles.key = article WHERE identities.kind = 'person' ORDER BY articles.id",
    )
    found: dict[tuple[int, str], list[str]] = {}
    for key, name, article in rows:
        found.setdefault((key, name), []).append(article)
    return sorted(f"{name}: {' '.join(articles)}" for (_, name), articles in found.items())


def person(path: Path, article: str) -> str:
    asked = (
        "SELECT facts.id FROM facts JOIN articles ON articles.key = article WHERE kind = 'person' AND articles.id = ?"
    )
    return str(told(path, asked, article)[0])


def identity(path: Path, article: str) -> str:
    of = "SELECT identity FROM identity_facts JOIN facts ON facts.key = fact WHERE facts.id = ?"
    return str(told(path, f"SELECT id FROM identities WHERE key = ({of})", person(path, article))[0])


def test_one_name_in_two_articles_is_one_person(path: Path) -> None:
    assert people(path) == ["Marta Quill: a b", "Oddvar Vang: c"]
    assert told(path, "SELECT count(*) FROM identities WHERE kind = 'place'")[0] >= 1
    assert identity(path, "a").startswith("identity-")


def test_who_is_not_named_any_more_is_not_known_any_more(path: Path) -> None:
    before = identity(path, "b")
    keep(path, record_of("b", "Harbour again\nOddvar Vang was heard."))
    assert people(path) == ["Marta Quill: a", "Oddvar Vang: b c"]
    assert identity(path, "a") == before
    with dateline.open(path) as desk:
        desk.forget("b", "c")
        desk.close()
    assert people(path) == ["Marta Quill: a"]
    assert b"Oddvar" not in path.read_bytes()
    assert_agreed(path)


def test_ids_outlive_a_new_reading_and_merging_anew(path: Path) -> None:
    before = told(path, "SELECT id, name, profile FROM identities ORDER BY id")
    reread(path, *(record_of(name, text) for name, text in TEXTS.items()))
    assert told(path, "SELECT id, name, profile FROM identities ORDER BY id") == before
    with dateline.open(path) as desk:
        desk.merge(all=True)
    assert told(path, "SELECT id, name, profile FROM identities ORDER BY id") == before


def test_two_of_one_name_are_told_apart_and_put_together_again(path: Path) -> None:
    with dateline.open(path) as desk:
        decided = desk.judge("different", person(path, "a"), person(path, "b"))
        apart = ["Marta Quill: a", "Marta Quill: b", "Oddvar Vang: c"]
        assert people(path) == apart and len(decided.now) == 2
        reread(path, *(record_of(name, text) for name, text in TEXTS.items()))
        desk.merge(all=True)
        assert people(path) == apart
        desk.judge("undo", person(path, "b"), person(path, "a"))
    assert people(path) == ["Marta Quill: a b", "Oddvar Vang: c"]
    assert_agreed(path)


def test_two_of_two_names_are_one(path: Path) -> None:
    with dateline.open(path) as desk:
        one, other = identity(path, "a"), identity(path, "c")
        assert desk.judge("same", one, other).now == (one,)
        assert people(path) == ["Marta Quill: a b c"]
        desk.merge(all=True)
        assert people(path) == ["Marta Quill: a b c"]
        desk.judge("undo", one, other)
    assert people(path) == ["Marta Quill: a b", "Oddvar Vang: c"]
