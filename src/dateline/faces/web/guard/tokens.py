"""The token that a desk asks for which others can reach."""

from secrets import token_urlsafe

from dateline.errors import BadSettings

VARIABLE = "DATELINE_TOKEN"
SHORTEST = 16
"""Characters: fewer can be guessed."""


def token_for(given: str | None, *, private: bool) -> str | None:
    """The token to ask for: the given one, else none where nobody else can reach the desk, else a new one.

    Raises BadSettings for one that can be guessed, or that no header can hold.
    """
    if not given:
        return None if private else token_urlsafe(24)
    if len(given) < SHORTEST or len(set(given)) < 6:
        raise BadSettings(f"the token can be guessed; give {SHORTEST} characters or more, or none: then one is made")
    if not (given.isascii() and given.isprintable()) or set(given) & set(' ",;\\'):
        raise BadSettings("the token has signs that a browser cannot keep; take letters and digits")
    return given
