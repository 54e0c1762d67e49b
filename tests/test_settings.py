"""Settings: where they come from, which of them wins, and what they may not be."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import BadSettings
from dateline.settings import Settings, is_moment, load


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.__struct_fields__:
        monkeypatch.delenv(f"DATELINE_{name.upper()}", raising=False)


def write(folder: Path, toml: str) -> Path:
    (folder / "dateline.toml").write_text(toml, encoding="utf-8")
    return folder


def test_nothing_said_gives_the_defaults(tmp_path: Path) -> None:
    assert load(folder=tmp_path) == Settings()


def test_arguments_beat_environment_beats_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, 'outlet = "File"\nlanguage = "de"\nbatch = 3\nlimit = 9')
    monkeypatch.setenv("DATELINE_OUTLET", "Environment")
    monkeypatch.setenv("DATELINE_LANGUAGE", "fr")
    monkeypatch.setenv("DATELINE_BATCH", "5")
    found = load({"outlet": "Argument", "batch": None}, folder=tmp_path)
    assert (found.outlet, found.language, found.batch, found.limit) == ("Argument", "fr", 5, 9)


def test_the_working_directory_is_the_default_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, "limit = 4"))
    assert load().limit == 4


def test_an_empty_variable_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_LIMIT", "")
    assert load(folder=write(tmp_path, "limit = 4")).limit == 4


def test_other_variables_are_none_of_our_business(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_SOMETHING_ELSE", "1")
    assert load(folder=tmp_path) == Settings()


def test_the_gazetteer_is_a_path_from_wherever_settings_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, 'gazetteer = "from/file.sqlite"')
    assert load(folder=tmp_path).gazetteer == "from/file.sqlite"
    monkeypatch.setenv("DATELINE_GAZETTEER", "~/environment.sqlite")
    assert load(folder=tmp_path).gazetteer == "~/environment.sqlite"
    assert load({"gazetteer": "argument.sqlite"}, folder=tmp_path).gazetteer == "argument.sqlite"
    assert Settings().gazetteer is None


@pytest.mark.parametrize("toml", ["published = 2024-03-05", 'published = "2024-03-05"'])
def test_a_date_in_the_file_may_stand_bare(tmp_path: Path, toml: str) -> None:
    assert load(folder=write(tmp_path, toml)).published == "2024-03-05"


def test_python_dates_are_dates() -> None:
    assert load({"published": date(2024, 3, 5)}).published == "2024-03-05"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"limit": 0}, "limit cannot be 0; give a whole number from 1 up"),
        ({"batch": -1}, "batch cannot be -1"),
        ({"max_chars": 0}, "max_chars cannot be 0"),
        ({"max_bytes": 0}, "max_bytes cannot be 0"),
        ({"max_unpacked": 0}, "max_unpacked cannot be 0"),
        ({"max_members": -3}, "max_members cannot be -3"),
        ({"max_pages": 0}, "max_pages cannot be 0; give a whole number from 1 up"),
        ({"timeout": 0}, "give seconds above 0"),
        ({"patience": 0}, "patience cannot be 0.0; give seconds above 0"),
        ({"patience": float("inf")}, "give seconds above 0"),
        ({"timeout": float("nan")}, "give seconds above 0"),
        ({"timeout": float("inf")}, "give seconds above 0"),
        ({"language": "english"}, "give two letters: 'en'"),
        ({"language": "EN"}, "give two letters: 'en'"),
        ({"published": "last Tuesday"}, "give a date in ISO 8601"),
        ({"published": ""}, "give a date in ISO 8601"),
        ({"published": 5}, "arguments: published cannot be 5"),
        ({"outlet": "  "}, "give a name"),
        ({"gazetteer": " "}, "gazetteer cannot be ' '; give the path of a file"),
        ({"gazetteer": 3}, "arguments: gazetteer cannot be 3"),
        ({"user_agent": "a\r\nHost: b"}, "no line breaks"),
        ({"user_agent": ""}, "no line breaks"),
        ({"limit": "many"}, "arguments: limit cannot be 'many'; Expected `int | null`"),
        ({"limt": 3}, "no setting is called 'limt'; did you mean 'limit'?"),
        ({"zzz": 3}, "no setting is called 'zzz'; the settings are: published, outlet"),
    ],
)
def test_bad_values_are_refused_with_a_sentence(tmp_path: Path, given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(BadSettings) as refusal:
        load(given, folder=tmp_path)
    assert sentence in str(refusal.value)


def test_values_are_checked_without_load_too() -> None:
    with pytest.raises(BadSettings):
        Settings(limit=0)


def test_the_sentence_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=r"dateline\.toml: no setting is called 'languge'"):
        load(folder=write(tmp_path, 'languge = "en"'))


def test_the_sentence_names_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_BATCH", "several")
    with pytest.raises(BadSettings, match="environment: batch cannot be 'several'"):
        load(folder=tmp_path)


@pytest.mark.parametrize("toml", [b"limit = ", b"\xff\xfe", b"[limit]\nmost = 3"])
def test_a_broken_file_is_refused(tmp_path: Path, toml: bytes) -> None:
    (tmp_path / "dateline.toml").write_bytes(toml)
    with pytest.raises(BadSettings, match=r"dateline\.toml: "):
        load(folder=tmp_path)


@pytest.mark.parametrize("words", ["2024-03-05", "2024-03-05T10:00:00Z", "2024-03-05 10:00+05:00", "20240305"])
def test_iso_moments(words: str) -> None:
    assert is_moment(words)
    assert Settings(published=words).published == words


@pytest.mark.parametrize("words", ["2024", "2024-13-01", "5 March 2024", "2024-03-05T25:00", "today"])
def test_other_words_are_no_moments(words: str) -> None:
    assert not is_moment(words)
