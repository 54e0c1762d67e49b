"""What a value refers to and points at: found by the types of its fields, so that a new field needs no other word."""

from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from dateline.values import KINDS, Code, Mention, Span, Value


def _fields_with(mark: str) -> dict[type[Value], tuple[str, ...]]:
    found = {}
    for value in KINDS.values():
        hints = get_type_hints(value, include_extras=True)
        found[value] = tuple(name for name, hint in hints.items() if _mentions_type(hint, mark))
    return found


def _mentions_type(hint: Any, mark: str) -> bool:
    if hint in (Span, Mention, Code):
        return mark == "span"
    for extra in getattr(hint, "__metadata__", ()):
        if isinstance(extra, msgspec.Meta) and (extra.extra or {}).get(mark):
            return True
    return get_origin(hint) is not None and any(_mentions_type(part, mark) for part in get_args(hint))


_REFERENCES = _fields_with("reference")
_SPANS = _fields_with("span")


def references_of(value: Value) -> list[str]:
    """The ids of facts that a value refers to."""
    found: list[str] = []
    for name in _REFERENCES[type(value)]:
        part = getattr(value, name)
        found.extend([part] if isinstance(part, str) else part or ())
    return found


def spans_of(value: Value) -> list[Span]:
    """The spans and mentions that a value holds."""
    found: list[Span] = []
    for name in _SPANS[type(value)]:
        part = getattr(value, name)
        if isinstance(part, Span):
            found.append(part)
        else:
            found.extend(Span(p.start, p.end) for p in part or ())
    return found
