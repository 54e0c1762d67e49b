"""Under which keys an identity is kept, and under which those are found that it may be."""

from collections.abc import Iterator

from dateline.merging.identities.forms import NameForm, form_of
from dateline.merging.identities.profiles import Profile, name_of_profile
from dateline.merging.keys import key

__all__ = ["asked_of", "keys_of"]

_MOST = 4
"""Names of a profile that are looked for."""


def keys_of(profile: Profile) -> tuple[int, ...]:
    """The keys under which a profile is kept: of a place its GeoNames id, else its name."""
    own = (key("geonames", profile.geonames),) if profile.geonames is not None else ()
    return tuple(dict.fromkeys([*own, *(found for form in _forms(profile) for found in form.stored)]))


def asked_of(profile: Profile) -> tuple[int, ...]:
    """The keys under which those are kept that a profile may be.

    They are fewer than all keys that look alike: a full name finds full names, initials and bare surnames of its kind,
    but a bare surname is found by all, so that a search for "John Smith" does not meet every Smith.
    """
    if profile.geonames is not None:
        return (key("geonames", profile.geonames),)
    return tuple(dict.fromkeys(found for form in _forms(profile) for found in form.asked))


def _forms(profile: Profile) -> Iterator[NameForm]:
    """The forms of the name that it is called by, and of others as full as that; of bodies the other names too."""
    main = name_of_profile(profile)
    first = form_of(main, profile.kind)
    yield first
    others = [*profile.names, *profile.aliases] if profile.kind != "place" else []
    for name in [name for name in others if name != main][: _MOST - 1]:
        form = form_of(name, profile.kind)
        if profile.kind == "organisation" or form.grade == first.grade:
            yield form
