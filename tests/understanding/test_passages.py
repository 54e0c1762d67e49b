"""Months without a year in a passage of history."""

import pytest

from conftest import Told
from dateline.model import Fact
from dateline.values import Moment

ANCHOR = "2015-09-16"


def moment_of(told: Told, text: str, words: str) -> tuple[Fact, Moment]:
    record = told(text, upto="moments", published=ANCHOR)
    fact = next(f for f in record.of("moment") if f.spans and record.words(f.spans[0]) == words)
    assert isinstance(fact.value, Moment)
    return fact, fact.value


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("In 1997 the mine was closed. In June the pumps failed.", "June", "1997-06"),
        ("In 1997 the mine was closed. The pumps failed on 3 June.", "3 June", "1997-06-03"),
        ("The war began in March 1992. In April, the town was besieged.", "April", "1992-04"),
        ("The war began in November 1992. In February, the town was besieged.", "February", "1993-02"),
        ("The war began in March 1992. In April the town fell. In February it ended.", "February", "1993-02"),
        ("In 1997 the mine was closed.\nIn June the pumps failed.", "June", "1997-06"),
        ("In 1997, the court ruled. Two years later, in March, it closed.", "March", "1999-03"),
        ("Last year, in May, the mine was closed.", "May", "2014-05"),
        ("In 1997 the mine was closed. That June the pumps failed. In October the shaft fell.", "October", "1997-10"),
        ("In March 1992 the war began and in April the town was besieged.", "April", "1992-04"),
    ],
)
def test_a_month_belongs_to_the_passage(told: Told, text: str, words: str, timex: str) -> None:
    fact, value = moment_of(told, text, words)
    assert value.timex == timex
    assert fact.confidence == 0.6
    assert "the passage tells of" in (fact.reason or "")
    assert value.anchor in fact.because


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        # The year does not set the scene.
        ("The mine, closed in 1997, was sold. In June the pumps failed.", "June", "2015-06"),
        ("The firm was founded in 1987. In June it lost money.", "June", "2015-06"),
        ("He said the 1997 treaty held. In June the pumps failed.", "June", "2015-06"),
        # The story is back at its own day.
        ("In 1997 the mine was closed. Yesterday it opened. In June the pumps failed.", "June", "2015-06"),
        ("In 1997 the mine was closed. It will open in June.", "June", "2016-06"),
        ("Next year, in May, the mine will be opened.", "May", "2016-05"),
        ("He was hurt in 2013 and left in May.", "May", "2015-05"),
        ("The mine closed in 2013. In May it opened.", "May", "2015-05"),
        # It is news.
        ("In 1997 the mine was closed. In September the pumps failed.", "September", "2015-09"),
        # The passage is over.
        ("In 1997 the mine was closed. It rained. It snowed. Men left. In June the pumps failed.", "June", "2015-06"),
        ("In 2015 the mine was closed. In June the pumps failed.", "June", "2015-06"),
    ],
)
def test_a_month_of_the_story_stays_its_own(told: Told, text: str, words: str, timex: str) -> None:
    fact, value = moment_of(told, text, words)
    assert value.timex == timex
    assert "passage" not in (fact.reason or "")
