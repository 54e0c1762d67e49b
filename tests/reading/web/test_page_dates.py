"""Dates of web pages: markup, visible lines and addresses in one form."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.web.dates import day_in_address, local_day, moment_in, moment_of


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2024-03-05", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("2024/03/05 10:15", "2024-03-05T10:15:00"),
        ("2024-03-05T10:15Z", "2024-03-05T10:15:00Z"),
        ("2024-03-05T10:15:30.123+0100", "2024-03-05T10:15:30+01:00"),
        ("20240305T101530Z", "2024-03-05T10:15:30Z"),
        ("2024-03-05 10:15:00 +0100", "2024-03-05T10:15:00+01:00"),
        ("2024-03-05T10:15:00+01", "2024-03-05T10:15:00+01:00"),
        ("2024-03-05T10:15:00 UTC", "2024-03-05T10:15:00Z"),
        ("2024-03-05T10:15:00-05:00[America/Lima]", "2024-03-05T10:15:00-05:00"),
        ("2024-03-05T30:15:00Z", "2024-03-05"),
        ("Tue, 05 Mar 2024 10:15:00 +0100", "2024-03-05T10:15:00+01:00"),
        ("5 Mar 2024 10:15:00 GMT", "2024-03-05T10:15:00+00:00"),
        ("1709633700", "2024-03-05T10:15:00+00:00"),
        ("1709633700000", "2024-03-05T10:15:00+00:00"),
        ("March 5, 2024 10:15 am EST", "2024-03-05T10:15:00-05:00"),
        ("04:25:06 PM IST Mar 05, 2024", "2024-03-05T16:25:06"),
        ("Mar. 5, 2024", "2024-03-05"),
        ("২০২৪-০৩-০৫T১০:১৫", "2024-03-05T10:15:00"),
    ],
)
def test_dates_of_markup(words: str, moment: str) -> None:
    assert moment_of(words, "en") == moment


@pytest.mark.parametrize(
    ("words", "language", "moment"),
    [
        ("5. März 2024", "de", "2024-03-05"),
        ("Dienstag, 05. März 2024 um 10:15 Uhr", "de-AT", "2024-03-05T10:15:00"),
        ("le 5 mars 2024 à 10h15", "fr", "2024-03-05T10:15:00"),
        ("5 de marzo de 2024", "es", "2024-03-05"),
        ("5 marca 2024", "pl", "2024-03-05"),
        ("2024年03月05日", "ja", "2024-03-05"),
        ("5 марта 2024, 10:15", "ru", "2024-03-05T10:15:00"),
        ("05.03.2024, 10:15", "de", "2024-03-05T10:15:00"),
        ("05/03/2024", "fr", "2024-03-05"),
        ("05/03/2024", "en-GB", "2024-03-05"),
        ("05/03/2024", "en-US", "2024-05-03"),
        ("25/03/2024", "en", "2024-03-25"),
        ("March 5, 2024", "de", "2024-03-05"),
    ],
)
def test_dates_in_the_page_s_language(words: str, language: str, moment: str) -> None:
    assert moment_of(words, language) == moment


@pytest.mark.parametrize(
    "words",
    [
        "",
        "x",
        "2 hours ago",
        "March 2024",
        "2024",
        "1970-01-01",
        "2038-01-19",
        "31/02/2024",
        "2024-13-05",
        "0000-00-00",
        "12:30",
    ],
)
def test_what_is_no_date_or_no_believable_one(words: str) -> None:
    assert moment_of(words, "en") is None


def test_a_date_that_both_orders_allow_is_not_guessed() -> None:
    assert moment_of("05/03/2024", "en") is None


def test_nothing_is_published_after_it_was_fetched() -> None:
    assert moment_of("2024-03-09", "en", "2024-03-05T10:00:00Z") is None
    assert moment_of("2024-03-06", "en", "2024-03-05T10:00:00Z") == "2024-03-06"  # the day begins in the east
    assert moment_of("2024-03-09", "en", "some day") == "2024-03-09"


@pytest.mark.parametrize(
    ("line", "language", "moment"),
    [
        ("Posted on September 21, 2020 by Joana Reis", "en", "2020-09-21"),
        ("Veröffentlicht am 5. März 2024 um 10:15 Uhr", "de", "2024-03-05T10:15:00"),
        ("5. 3. 2024 Redaktion", "cs", "2024-03-05"),
        ("الثلاثاء 5 آذار / مارس 2024", "ar", "2024-03-05"),
        ("5 de março de 2024 às 20h10", "pt", "2024-03-05"),
        (
            "The bridge was closed on 5 March 2024 and nobody in the town has been told when it will be opened again.",
            "en",
            None,
        ),
        ("Sales of horses 2024/7/11-12", "en", None),
        ("No date at all", "en", None),
    ],
)
def test_dates_in_visible_lines(line: str, language: str, moment: str | None) -> None:
    assert moment_in(line, language) == moment


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/2024/03/05/bridge", "2024-03-05"),
        ("https://example.org/news/2024/3/5/bridge.html", "2024-03-05"),
        ("https://example.org/news/20240305/bridge", "2024-03-05"),
        ("https://example.org/bridge-2024-03-05", "2024-03-05"),
        ("https://example.org/2024/02/31/bridge", None),
        ("https://example.org/article/20240305123", None),
        ("https://example.org/120240305123", None),
        ("https://2024-03-05.example.org/bridge", None),
        ("https://example.org/bridge?day=2024-03-05", None),
        ("https://example.org/2024/03/bridge", None),
        ("bridge", None),
    ],
)
def test_days_in_addresses(address: str, day: str | None) -> None:
    assert day_in_address(address) == day


@pytest.mark.parametrize(
    ("moment", "day", "local"),
    [
        ("2024-03-05T02:25:00Z", "2024-03-04", True),
        ("2024-03-05T22:30:00Z", "2024-03-06", True),
        ("2024-03-05T22:30:00Z", "2024-03-04", False),
        ("2024-03-05T08:30:00Z", "2024-03-06", False),
        ("2024-03-05T02:25:00Z", "2024-03-05", False),
        ("2024-03-05T02:25:00+01:00", "2024-03-04", False),
        ("2024-03-05", "2024-03-04", False),
    ],
)
def test_the_local_day_of_a_moment_in_utc(moment: str, day: str, local: bool) -> None:
    assert local_day(moment, day) is local


@given(st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1)), st.integers(-12, 14))
def test_every_iso_moment_comes_back_as_the_same_instant(when: datetime, hours: int) -> None:
    zoned = when.replace(microsecond=0, tzinfo=timezone(timedelta(hours=hours)))
    read = moment_of(zoned.isoformat())
    assert read is not None
    assert datetime.fromisoformat(read) == zoned


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_every_day_in_an_address_is_found(day: date) -> None:
    assert day_in_address(f"https://example.org/{day:%Y/%m/%d}/story") == day.isoformat()


@given(st.text(max_size=60), st.sampled_from(["", "en", "de", "xx"]))
def test_any_words_give_a_day_of_the_calendar_or_nothing(words: str, language: str) -> None:
    for read in (moment_of(words, language), moment_in(words, language)):
        assert read is None or date.fromisoformat(read[:10])
