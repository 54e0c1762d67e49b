"""Text of strangers, made fit to be shown: signs that HTML may not have become visible ones."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NOT_SHOWN = re.compile("[\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def visible(text: str) -> str:
    """As many characters: a control character becomes its picture (U+2400 on), what is none becomes U+FFFD."""
    pictured = _CONTROLS.sub(lambda found: chr(0x2400 + ord(found[0])), text)
    return _NOT_SHOWN.sub("\N{REPLACEMENT CHARACTER}", pictured)
