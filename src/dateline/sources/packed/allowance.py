"""What an archive, with all archives in it, may still unpack to."""

from collections.abc import Iterable, Iterator

from dateline.errors import TooLarge


class Allowance:
    """A number of bytes that is spent while members are unpacked, and its parent's with it."""

    def __init__(self, limit: int, reason: str, parent: "Allowance | None" = None) -> None:
        self._left = limit
        self._reason = reason
        self._parent = parent

    def spend(self, size: int) -> None:
        """Raises TooLarge, with the reason, where nothing is left."""
        self._left -= size
        if self._parent is not None:
            self._parent.spend(size)
        self.refuse_spent()

    def refuse_spent(self) -> None:
        """Raises TooLarge, with the reason, where nothing is left here or above."""
        if self._left < 0:
            raise TooLarge(self._reason)
        if self._parent is not None:
            self._parent.refuse_spent()


def allowed(chunks: Iterable[bytes], allowance: Allowance) -> Iterator[bytes]:
    """The chunks, as far as the allowance goes."""
    for chunk in chunks:
        allowance.spend(len(chunk))
        yield chunk
