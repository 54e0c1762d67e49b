"""Trouble with a location into a Refused with a sentence, so that one bad source never ends a run."""

import errno
from collections.abc import Iterable, Iterator

from dateline.errors import CannotRead
from dateline.model import Page, Refused

_SENTENCES = {
    errno.ENOENT: "no file or folder is here; check the path",
    errno.ENOTDIR: "no file or folder is here; check the path",
    errno.EACCES: "permission denied; ask for the right to read it",
    errno.EPERM: "permission denied; ask for the right to read it",
    errno.ENAMETOOLONG: 'too long for a path; to read a text itself, give its bytes or a row {"text": ...}',
    errno.ELOOP: "its links lead in a circle; name the file itself",
}


def refusing(location: str, found: Iterable[Page | Refused]) -> Iterator[Page | Refused]:
    """What was found, and as its last a Refused where reading on was impossible."""
    try:
        yield from found
    except CannotRead as error:
        yield Refused(location, error.stage, str(error))
    except OSError as error:
        yield Refused(location, "sources", sentence_of(error))


def sentence_of(error: OSError) -> str:
    """What the system said, and what to do about it."""
    return _SENTENCES.get(error.errno or 0) or f"it could not be read: {error.strerror or error}; try again"
