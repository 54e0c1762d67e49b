"""The moments of agencies, as ISO 8601."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.wires.moments import is_after, moment_of


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2024-03-05T10:15:00Z", "2024-03-05T10:15:00+00:00"),
        ("2024-03-05T10:15:00+01:00", "2024-03-05T10:15:00+01:00"),
        ("2024-03-05T10:15:00.250-05:00", "2024-03-05T10:15:00.250000-05:00"),
        ("2024-03-05 10:15", "2024-03-05T10:15:00"),
        ("20240305T101500+0100", "2024-03-05T10:15:00+01:00"),
        ("20240305T101500Z", "2024-03-05T10:15:00+00:00"),
        ("20240305T1015+0530", "2024-03-05T10:15:00+05:30"),
        ("20240305101500+0100", "2024-03-05T10:15:00+01:00"),
        ("202403051015", "2024-03-05T10:15:00"),
        ("20240305000000-0500", "2024-03-05"),
        ("20240305T000000Z", "2024-03-05T00:00:00+00:00"),
        ("2024-03-05", "2024-03-05"),
        (" 20240305 ", "2024-03-05"),
        ("20240230", None),
        ("2024-03", None),
        ("5 March 2024", None),
        ("20240305T256100Z", None),
        ("", None),
        ("tomorrow", None),
        ("2024-03-05T10:15:00Z" * 9, None),
        ("２０２４-03-05", None),
    ],
)
def test_moments(words: str, moment: str | None) -> None:
    assert moment_of(words) == moment


@pytest.mark.parametrize(
    ("later", "earlier", "after"),
    [
        ("2024-03-05T10:00:00+00:00", "2024-03-05T10:30:00+01:00", True),
        ("2024-03-05T10:00:00+00:00", "2024-03-05T10:00:00+00:00", False),
        ("2024-03-05", "2024-03-04", True),
        ("2024-03-05", "2024-03-04T10:00:00+00:00", False),
    ],
)
def test_after(later: str, earlier: str, after: bool) -> None:
    assert is_after(later, earlier) is after


@given(st.text(alphabet="0123456789-+:TZ. ", max_size=30) | st.text(max_size=30))
def test_any_words_give_a_moment_or_none(words: str) -> None:
    moment = moment_of(words)
    assert moment is None or moment_of(moment) == moment


@given(st.datetimes(timezones=st.timezones()))
def test_iso_8601_stays_the_moment_it_is(moment: object) -> None:
    words = moment.isoformat()  # type: ignore[attr-defined]
    if moment_of(words):
        assert not is_after(moment_of(words) or "", words) and not is_after(words, moment_of(words) or "")
