"""Stories in a language that nobody has written a pack of words for."""

from collections.abc import Iterator

from dateline.languages import available
from dateline.model import Finding
from dateline.record import Record


def language(record: Record) -> Iterator[Finding]:
    """A story that is not read beyond its furniture and dateline, or whose language could not be told."""
    code = record.article.language
    if code is None:
        message = "the language could not be told; read as English (give --language to say which it is)"
        yield record.report("language", "note", message)
    elif code not in available():
        message = f"the language is {code!r}; only furniture and dateline are read, since there is no pack for it"
        yield record.report("language", "note", message)
