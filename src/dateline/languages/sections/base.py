"""The root of all sections."""

from msgspec import Struct


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a pack. A word that the struct does not know is an error, so a typing slip cannot hide."""
