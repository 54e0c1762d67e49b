"""What a sentence should be coded as, written in short."""

from typing import NamedTuple

from lexicon.conftest import Told


class Deed(NamedTuple):
    """A sentence, its code ("COERCE-arrest 173": type, mode and CAMEO, cut short at will), and words of its sides."""

    text: str
    code: str
    actor: str = ""
    recipient: str = ""

    def fits(self, event: Told) -> bool:
        """Whether an event is the one that the sentence should be."""
        wanted, _, cameo = self.code.partition(" ")
        type_, _, mode = wanted.partition("-")
        return (
            event.type == type_
            and (not mode or mode in event.modes)
            and (event.cameo or "").startswith(cameo)
            and self.actor.casefold() in " ".join(event.actors).casefold()
            and self.recipient.casefold() in " ".join(event.recipients).casefold()
        )
