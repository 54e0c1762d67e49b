"""An expression with the text around it, as the tests of contexts look at it."""

import re
from functools import cache

from msgspec import Struct

from dateline.annotated import Annotation, Token
from dateline.languages import load
from dateline.understanding.times.time_forms import Found

_LEAD = 32
"""Characters before an expression in which its preposition is looked for."""

_SMALL_LETTERS = 12
"""A sentence of so many small letters and no capital is copy without capitals."""


class Scene(Struct, frozen=True):
    """An expression with the text around it. `plain` is the text in small letters, character for character."""

    found: Found
    text: str
    plain: str
    annotation: Annotation

    def after(self, words: str) -> bool:
        """Whether one of the words (a pattern) stands right before it."""
        before = self.plain[max(0, self.found.start - _LEAD) : self.found.start]
        return re.search(rf"(?<!\w)(?:{words}) $", before) is not None

    def before(self, words: str) -> bool:
        """Whether one of the words (a pattern) comes next."""
        return re.compile(rf"[ -]{{1,2}}(?:{words})(?!\w)").match(self.plain, self.found.end) is not None

    def capital(self, part: str) -> bool:
        """Whether a part is written with a capital, if it is there at all."""
        return part not in self.found or not self.text[self.found.spans[part][0]].islower() or self.all_small()

    def all_small(self) -> bool:
        """Whether the sentence is written without capitals, so that none can be asked for."""
        token = self.token(self.found.start)
        if token is None:
            return False
        sentence = self.annotation.sentence(token)
        words = self.text[sentence.start : sentence.end]
        return words.islower() and sum(map(str.isalpha, words)) >= _SMALL_LETTERS

    def token(self, offset: int) -> Token | None:
        """The token that begins at, or covers, the offset."""
        return self.annotation.token_at(offset)


@cache
def leads(language: str, name: str) -> str:
    """The words of a list of the pack, as a pattern."""
    words: tuple[str, ...] = getattr(load(language).moments, name)
    return "|".join(re.escape(word) for word in words)


def led(scene: Scene, name: str) -> bool:
    """Whether one of the words of a list stands right before the expression."""
    return scene.after(leads(scene.annotation.words.language.code, name))
