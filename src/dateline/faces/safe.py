"""Text of strangers made safe to print: no control characters, no letters that turn the line around."""

_PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
_C1 = dict.fromkeys(range(0x7F, 0xA0), 0xFFFD)
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_TABLE = {**_PICTURES, **_C1, **_TURNING, **_SURROGATES, 0x0D: 0x20}


def printable(text: str) -> str:
    """The text with every dangerous character replaced by one visible character, so that offsets stay true."""
    return text.translate(_TABLE)
