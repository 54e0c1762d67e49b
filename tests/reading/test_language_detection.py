"""The language of a text."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Field
from dateline.reading.languages import language_of

ENGLISH = "The mayor told reporters on Friday that the bridge would stay closed until the end of the month."
PORTUGUESE = "A presidente da câmara disse aos jornalistas que a ponte vai ficar fechada até ao fim do mês."
GERMAN = "Die Bürgermeisterin sagte am Freitag, die Brücke bleibe bis zum Ende des Monats geschlossen."


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (PORTUGUESE, "pt"), (GERMAN, "de")])
def test_languages_are_told_apart(text: str, code: str) -> None:
    assert language_of(text) == code


def test_capitals_and_line_ends_do_not_mislead() -> None:
    assert language_of(ENGLISH.upper()) == "en"
    assert language_of(ENGLISH.upper().replace(" ", "\n")) == "en"


@pytest.mark.parametrize(
    "text", ["", "   \n", "Closed", "12 345 678 90 12 345 678 90 - - -", "zq xv kw qj zz xk qv wz kx vq jz qq xv wk"]
)
def test_too_little_to_tell(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(("value", "code"), [("pt", "pt"), ("pt-PT", "pt"), ("EN_us", "en"), (" de ", "de")])
def test_a_field_wins(value: str, code: str) -> None:
    assert language_of(ENGLISH, (Field("language", value, "row: language"),)) == code


@pytest.mark.parametrize("value", ["", "english", "x-default", "e", "12"])
def test_a_field_that_is_no_code_does_not_count(value: str) -> None:
    assert language_of(GERMAN, (Field("language", value, "html[lang]"),)) == "de"


def test_other_fields_do_not_count() -> None:
    assert language_of(GERMAN, (Field("section", "en", "row: section"),)) == "de"


def test_only_the_beginning_is_looked_at() -> None:
    assert language_of(f"{ENGLISH} " * 20 + f"{GERMAN} " * 500) == "en"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert language_of(GERMAN) == "de"


@given(st.text(max_size=200))
def test_any_text_has_a_code_or_none(text: str) -> None:
    code = language_of(text)
    assert code is None or (len(code) == 2 and code.islower())
