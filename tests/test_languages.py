"""Language packs: every file decodes, and whatever is wrong with one is told with its name."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import dateline.languages.pack as packs
from dateline.errors import UnknownLanguage
from dateline.languages import LanguagePack, available, load
from dateline.languages.given import given_names, plain
from dateline.languages.sections import Section

SECTIONS = LanguagePack.__struct_fields__
HOME = Path(packs.__file__).parent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the English pack under the code `xx`, which tests may spoil."""
    (tmp_path / "xx").mkdir()
    for file in (HOME / "en").glob("*.toml"):
        (tmp_path / "xx" / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(packs, "_folder", lambda: tmp_path)
    load.cache_clear()
    yield tmp_path / "xx"
    load.cache_clear()


@pytest.mark.parametrize("code", available())
def test_every_pack_decodes(code: str) -> None:
    pack = load(code)
    assert pack.language.code == code
    assert pack.language.pipeline
    for name in SECTIONS:
        assert isinstance(getattr(pack, name), Section), name


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_has_a_file_and_every_file_a_section(code: str, section: str) -> None:
    assert (HOME / code / f"{section}.toml").is_file()
    assert {file.stem for file in (HOME / code).glob("*.toml")} == set(SECTIONS)


def words_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from words_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from words_in(inner)


@pytest.mark.parametrize("section", ["names", "given_names", "groups", "roles"])
def test_words_are_small_and_have_no_stray_blanks(section: str) -> None:
    raw = msgspec.to_builtins(getattr(load("en"), section))
    if section == "names":
        raw["titles"] = list(raw["titles"].values())
    if section == "groups":
        raw["groups"] = list(raw["groups"].values())
    words = list(words_in(raw))
    assert words
    assert [word for word in words if word != word.lower() or word != " ".join(word.split())] == []


@pytest.mark.parametrize(
    "field", ["organisation_nouns", "determiners", "clitics", "prefixes", "capitalised_bodies", "body_adjectives"]
)
def test_no_word_stands_twice_in_a_list(field: str) -> None:
    words = getattr(load("en").names, field)
    assert len(set(words)) == len(words)


def test_lists_that_lean_on_each_other_agree() -> None:
    names = load("en").names
    assert set(names.indefinite) & set(names.determiners) == {"a", "an", "any", "some", "another"}
    assert set(names.field_links) <= set(names.organisation_links)
    assert set(names.capitalised_bodies) <= set(names.organisation_nouns) | {"cartel", "command"}
    assert set(names.body_adjectives).isdisjoint(names.outside_names)
    assert set(names.never_places).isdisjoint(names.place_prepositions)


def test_an_unknown_language_is_told_with_the_known_ones() -> None:
    with pytest.raises(UnknownLanguage, match=r"no pack for 'qq'; add languages/qq/ \(there are: .*en"):
        load("qq")


@pytest.mark.parametrize("code", ["", ".", "..", "en/", "EN", "sections"])
def test_a_code_is_no_path(code: str) -> None:
    with pytest.raises(UnknownLanguage, match="no pack for"):
        load(code)


def test_a_pack_of_ones_own_loads(folder: Path) -> None:
    assert available() == ["xx"]
    assert load("xx").names.honorifics == tuple(msgspec.toml.decode((folder / "names.toml").read_bytes())["honorifics"])


@pytest.mark.parametrize("section", [name for name in SECTIONS if name != "language"])
def test_a_missing_file_is_named(folder: Path, section: str) -> None:
    (folder / f"{section}.toml").unlink()
    with pytest.raises((UnknownLanguage, FileNotFoundError), match=rf"xx/{section}\.toml"):
        load("xx")


def test_without_its_language_file_there_is_no_pack(folder: Path) -> None:
    (folder / "language.toml").unlink()
    assert available() == []
    with pytest.raises(UnknownLanguage, match="no pack for 'xx'"):
        load("xx")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("honorifics = [", "honorific = [", r"names\.toml: .*honorific"),
        ("honorifics = [", "honorifics = 3\nmore = [", r"names\.toml: "),
        ("honorifics = [", "honorifics = [3, ", r"names\.toml: .*honorifics"),
        ("[relations]", "[relations]\nbeside = ['by']", r"names\.toml: .*relations"),
        ("[relations]", "[relations", r"names\.toml: "),
    ],
)
def test_a_slip_names_the_file(folder: Path, old: str, new: str, message: str) -> None:
    file = folder / "names.toml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(UnknownLanguage, match=message):
        load("xx")


def test_a_misspelt_field_is_refused_in_every_section(folder: Path) -> None:
    for section in SECTIONS:
        file = folder / f"{section}.toml"
        text = file.read_text(encoding="utf-8")
        file.write_text(f"no_such_field = 1\n{text}", encoding="utf-8")
        load.cache_clear()
        with pytest.raises(UnknownLanguage, match=rf"languages/xx/{section}\.toml: .*no_such_field"):
            load("xx")
        file.write_text(text, encoding="utf-8")


def test_a_pack_loads_once() -> None:
    assert load("en") is load("en")


# Given names, looked up


@pytest.mark.parametrize(("word", "expected"), [("Marta", True), ("JOSÉ", True), ("Xorba", False), ("", False)])
def test_given_names_by_any_letters(word: str, expected: bool) -> None:
    assert (word in given_names("en")) is expected


def test_only_words_are_given_names() -> None:
    assert 3 not in given_names("en")
    assert None not in given_names("en")


@pytest.mark.parametrize(("word", "expected"), [("José", "jose"), ("ZOË", "zoe"), ("", ""), ("Ana-Maria", "ana-maria")])
def test_plain_words(word: str, expected: str) -> None:
    assert plain(word) == expected
