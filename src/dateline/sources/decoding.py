"""Bytes into text: strictly, or not at all. A guess that has rivals is no guess: then the document is refused."""

import codecs
import re
from collections.abc import Iterator

from dateline.errors import NotText

SAMPLE = 32_768
"""Bytes that the guess at an encoding looks at."""
CONTROLS = 0.02
"""A larger share of control characters than this is no text. Wire services' own marks stay well below."""
RIVAL = 0.1
"""Two encodings that read as well as each other, but for this much of charset-normalizer's coherence, are rivals."""

# What a browser reads these declared names as (WHATWG Encoding Standard), where Python would read less.
_BROWSERS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# The encodings that browsers know; the others are rarer than a wrong guess at them.
_GUESSES = [
    *(f"cp125{number}" for number in range(9)),
    *("cp866", "cp874", "cp932", "cp949", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp"),
    *("koi8_r", "iso8859_2", "iso8859_5", "iso8859_7", "mac_roman", "mac_cyrillic"),
]
# Names that a page may declare and that do not say how its bytes are written.
_NO_CHARSETS = re.compile(r"utf-(7|16|32)|.*unicode.escape|idna|punycode|undefined|mbcs|oem")
_DECLARED = (
    re.compile(rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE),
    re.compile(rb"""<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE),
)
OFFICE = "this is a Word, OpenDocument or EPUB file; save it as plain text, HTML or PDF"
"""The sentence for zips that are no archives."""
_MAGIC = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or a Word, OpenDocument or EPUB file)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x1f\x8b", "gzip data within gzip data"),
    (b"BZh91AY&SY", "bzip2 data"),
    (b"\xfd7zXZ\0", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstandard data (unpack them with zstd -d)"),
    (b"\x5d\x2a\x4d\x18", "zstandard data with a dictionary (unpack them with zstd -d)"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
)
_CONTROL_BYTES = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b"))
# Signs that text read as Windows-1252 is something else: a symbol inside a word, capitals where none can be.
_NOT_WESTERN = re.compile(r"[a-zà-ÿ][À-ÖØ-Þ]|[À-ÖØ-Þ]{2}|[^\W\d_][¡-©«-¬®-´¶¸-¿×÷€‚ƒ„†‡ˆ‰‹›˜][^\W\d_]")


def refuse_known_binary(head: bytes) -> None:
    """Raises NotText where the first bytes are known to begin a file that is no text."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            raise NotText(f"this is {name}; give plain text, HTML or JSONL")


def text_of(raw: bytes, charset: str | None = None, *, controls: bool = False) -> str:
    """The text of a whole document, its line ends as they are. `charset` is what a server said.

    Control characters may not be many, unless `controls` says that the format is made of them.

    Trusted in this order: UTF-8, the server, the page's own declaration, a guess. Raises NotText.
    """
    refuse_known_binary(raw)
    if not controls:
        _refuse_controls(raw)
    declared = [codec for name in (charset, *_declared(raw)) if name and (codec := _codec(name))]
    # Encodings that switch with ESC look like UTF-8 and are not.
    candidates = [*declared, "utf-8"] if b"\x1b" in raw else ["utf-8", *declared]
    for codec in candidates:
        if (text := _strictly(raw, codec)) is not None:
            return text
        if codec == "utf-8":
            _refuse_damaged_utf8(raw)
    return _guessed(raw)


def _refuse_controls(raw: bytes) -> None:
    if 0 in raw:
        if _every_other_is_zero(raw):
            raise NotText("every other byte is zero, as in UTF-16 without a byte order mark; save it as UTF-8")
        raise NotText("it holds zero bytes, as binary data do; give plain text, HTML or JSONL")
    controls = len(raw) - len(raw.translate(None, _CONTROL_BYTES))
    if controls > CONTROLS * len(raw):
        raise NotText(f"{controls} of its {len(raw)} bytes are control characters; give plain text, HTML or JSONL")


def _every_other_is_zero(raw: bytes) -> bool:
    fewer, more = sorted((raw[::2].count(0), raw[1::2].count(0)))
    return fewer == 0 and len(raw) > 3 and more * 3 > len(raw)


def _declared(raw: bytes) -> Iterator[str]:
    for pattern in _DECLARED:
        if found := pattern.search(raw, 0, 4096):
            yield found[1].decode("ascii", "replace")


def _codec(name: str) -> str | None:
    try:
        found = codecs.lookup(name.strip())
        "".encode(found.name)  # refuses Python's codecs that are no encodings of text
    except (LookupError, ValueError):
        return None
    return None if _NO_CHARSETS.match(found.name) else _BROWSERS.get(found.name, found.name)


def _strictly(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeError:
        return None


def _refuse_damaged_utf8(raw: bytes) -> None:
    """UTF-8 with a few bad bytes would come out of any other encoding as nonsense, all of it."""
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd") - raw.count("\ufffd".encode())
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    if good > bad:
        at = _first_bad_byte(raw)
        raise NotText(
            f"it is UTF-8 but for {bad} damaged characters, the first at byte {at}; mend them or save it again"
        )


def _first_bad_byte(raw: bytes) -> int:
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return error.start
    return len(raw)


def _guessed(raw: bytes) -> str:
    """Windows-1252 where nothing speaks against it, as in browsers; else the one encoding that reads well."""
    sample = _sample(raw)
    western = _strictly(raw, "cp1252")
    if western is not None and _is_western(sample):
        return western
    # Here and not above: most documents are UTF-8 and need not wait for this import.
    from charset_normalizer import from_bytes

    matches = from_bytes(sample, cp_isolation=_GUESSES)
    best = matches.best()
    rivals = [m.encoding for m in matches if best and m.chaos <= best.chaos and m.coherence > best.coherence - RIVAL]
    readings = {text: codec for codec in rivals if (text := _strictly(raw, codec)) is not None}
    if len(readings) == 1:
        return next(iter(readings))
    doubt = f"; it may be {' or '.join(list(readings.values())[:3])}" if readings else ""
    raise NotText(f"its encoding could not be told{doubt}; save it as UTF-8")


def _is_western(sample: bytes) -> bool:
    """Mostly plain Latin letters, and nothing that Windows-1252 would not have there."""
    letters = sum(map(sample.count, b"abcdefghijklmnopqrstuvwxyz"))
    high = len(sample) - len(sample.decode("ascii", "ignore"))
    return letters > 3 * high and not _NOT_WESTERN.search(sample.decode("cp1252", "replace"))


def _sample(raw: bytes) -> bytes:
    """A stretch with the first byte that is not ASCII in it, from the start of that byte's line."""
    first = re.search(rb"[\x80-\xff]", raw)
    at = first.start() if first else 0
    start = max(raw.rfind(b"\n", 0, at) + 1, at - SAMPLE // 2)
    return raw[start : start + SAMPLE]
