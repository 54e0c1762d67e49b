"""Reading without our encoder: how it is switched off, and that a record is useful all the same."""

from pathlib import Path

import pytest

import dateline
from dateline.annotation.encoder import VERSION
from dateline.errors import BadSettings
from dateline.record import Record
from dateline.settings import Settings, load
from dateline.values import Casualties, Person

RAID = Path(__file__).parent.parent / "examples" / "harbour-raid.txt"


@pytest.fixture(scope="module")
def raid() -> Record:
    return dateline.read(RAID, Settings(model="off"))


# How it is set


def test_the_encoder_reads_along_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATELINE_MODEL", raising=False)
    assert load(folder=tmp_path).model == "on"


@pytest.mark.parametrize(("given", "model"), [("off", "off"), ("on", "on"), ("", "on")])
def test_the_environment_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, given: str, model: str) -> None:
    monkeypatch.setenv("DATELINE_MODEL", given)
    assert load(folder=tmp_path).model == model


def test_an_argument_overrules_the_environment_and_that_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DATELINE_MODEL", raising=False)
    (tmp_path / "dateline.toml").write_text('model = "off"')
    assert load(folder=tmp_path).model == "off"
    monkeypatch.setenv("DATELINE_MODEL", "on")
    assert load(folder=tmp_path).model == "on"
    assert load({"model": "off"}, tmp_path).model == "off"


@pytest.mark.parametrize("value", ["maybe", "OFF", "0", False, 1])
def test_there_is_nothing_between_on_and_off(tmp_path: Path, value: object) -> None:
    with pytest.raises(BadSettings, match=r"arguments: model cannot be"):
        load({"model": value}, tmp_path)


def test_a_bad_word_in_the_environment_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_MODEL", "maybe")
    with pytest.raises(BadSettings, match=r"environment: model cannot be 'maybe'"):
        load(folder=tmp_path)


# What is read


def test_the_people_are_known(raid: Record) -> None:
    names = [fact.value.name for fact in raid.of("person") if isinstance(fact.value, Person)]
    assert {"Karim Haddoud", "Nadia Saroufim", "Andreas Petrides", "Walid Nohra"} <= set(names)


def test_the_dead_and_the_wounded_are_counted(raid: Record) -> None:
    counted = [fact.value for fact in raid.of("casualties") if isinstance(fact.value, Casualties)]
    assert {("killed", 7), ("wounded", 14)} <= {(value.effect, value.low) for value in counted}


@pytest.mark.parametrize("kind", ["event", "statement", "place", "organisation", "charge", "moment", "dateline"])
def test_every_kind_is_told(raid: Record, kind: str) -> None:
    assert raid.of(kind)


def test_no_step_fails(raid: Record) -> None:
    assert [finding for finding in raid.findings if finding.severity == "error"] == []


def test_the_record_says_who_read_it(raid: Record) -> None:
    assert "encoder" not in raid.made_by.model
    assert raid.made_by.model
    along = dateline.read(RAID, Settings(model="on")).made_by.model
    assert along == f"{raid.made_by.model}, encoder {VERSION}"


def test_nothing_is_asked_of_the_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("asked")

    monkeypatch.setattr("dateline.annotation.annotate.encoder", refuse)
    assert dateline.read({"id": "x", "text": "The mayor of Oslo left."}, Settings(model="off")).of("place")
    with pytest.raises(AssertionError, match="asked"):
        dateline.read({"id": "x", "text": "The mayor of Oslo left."}, Settings(model="on"))
