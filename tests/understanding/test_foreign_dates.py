"""The dates of datelines whose story is in a language that nobody reads here."""

import pytest
from msgspec.structs import replace

from conftest import article_of
from dateline.annotation.annotate import annotate
from dateline.languages import load
from dateline.pipeline import STEPS, run_step
from dateline.record import Record
from dateline.values import Moment


def dates(line: str, language: str, published: str | None = None) -> list[tuple[str, str | None]]:
    article = replace(article_of(f"{line}\nLorem ipsum dolor.", published, dateline=line), language=language)
    record = Record(article, next(annotate([article], model=False)))
    run_step(record, next(step for step in STEPS if step.name == "moments"))
    facts = [fact for fact in record.of("moment") if fact.spans and isinstance(fact.value, Moment)]
    return [(record.words(f.spans[0]), f.value.timex) for f in facts if isinstance(f.value, Moment)]


@pytest.mark.parametrize(
    ("line", "language", "words", "timex"),
    [
        ("PARIS, 3 mai 2014 (AFP) -", "fr", "3 mai 2014", "2014-05-03"),
        ("PARIS, 1er août 2014 (AFP) -", "fr", "1er août 2014", "2014-08-01"),
        ("BERLIN, 12. März 2014 (dpa) -", "de", "12. März 2014", "2014-03-12"),
        ("BERLIN, 3. April 2014 (dpa) -", "de", "3. April 2014", "2014-04-03"),
        ("MADRID, 4 de mayo de 2014 (EFE) -", "es", "4 de mayo de 2014", "2014-05-04"),
        ("ROMA, 7 gennaio 2014 (ANSA) -", "it", "7 gennaio 2014", "2014-01-07"),
        ("LISBOA, 9 de outubro de 2014 (Lusa) -", "pt", "9 de outubro de 2014", "2014-10-09"),
        ("WARSZAWA, 2 maja 2014 (PAP) -", "pl", "2 maja 2014", "2014-05-02"),
        ("МОСКВА, 5 мая 2014 -", "ru", "5 мая 2014", "2014-05-05"),
        ("ANKARA, 6 Temmuz 2014 (AA) -", "tr", "6 Temmuz 2014", "2014-07-06"),
    ],
)
def test_a_day_under_its_foreign_name(line: str, language: str, words: str, timex: str) -> None:
    assert dates(line, language) == [(words, timex)]


def test_the_year_comes_from_publication_or_stays_open() -> None:
    assert dates("PARIS, 3 mai (AFP) -", "fr", "2014-05-04") == [("3 mai", "2014-05-03")]
    assert dates("PARIS, 3 mai (AFP) -", "fr") == [("3 mai", "XXXX-05-03")]


@pytest.mark.parametrize(
    ("line", "language"), [("PARIS (AFP) -", "fr"), ("PARIS, 3 mai 2014 -", "zh"), ("PARIS, 42 mai 2014 -", "fr")]
)
def test_no_date_is_found_where_there_is_none(line: str, language: str) -> None:
    assert dates(line, language) == []


def test_each_language_has_twelve_months_and_no_name_twice() -> None:
    for names in load("en").moments.foreign_months.values():
        words = [word for row in names for word in row.split()]
        assert len(names) == 12
        assert len(set(words)) == len(words)
        assert all(word == word.lower() for word in words)
