"""Rows of GeoNames' table of alternate names, alternateNamesV2.txt, which tells the language of each."""

from typing import NamedTuple

from dateline.annotation.gazetteer.compiling.folding import worth_keeping

_COLUMNS = 4
_LONGEST_NAME = 200
_PINYIN = "piny"


class OtherName(NamedTuple):
    """A further name of the place with this GeoNames id; `own` if English prefers it or says it for short."""

    geonames: int
    name: str
    own: bool


def other_name(line: str) -> OtherName | None:
    """The name of a line; None where the line is broken, or what it holds is no name: a link, a code, an address.

    Such rows have a word for the language ("link", "iata", "wkdt"), names have a code of ISO 639 of up to three
    letters, or none.
    """
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) < _COLUMNS:
        return None
    language, name = cells[2], cells[3].strip()
    if len(language.partition("-")[0]) > 3 and language != _PINYIN:
        return None
    if not cells[1].isdecimal() or not 0 < len(name) <= _LONGEST_NAME or "\0" in name or not worth_keeping(name):
        return None
    flags = [*cells[4:8], "", "", "", ""]
    preferred, short, colloquial, historic = (flag == "1" for flag in flags[:4])
    own = language == "en" and (preferred or short) and not (colloquial or historic)
    return OtherName(int(cells[1]), name, own)
