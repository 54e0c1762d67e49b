"""Datelines as the agencies of many countries write them, and openings that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.plain.datelines import datelines_of

STORY = "The mayor told reporters that the bridge would stay closed until the end of the month."


def found(text: str, code: str = "en") -> str | None:
    finder = datelines_of(code)
    span = finder.find(text, 0, len(text)) or finder.find_bare(text, 0, len(text))
    return None if span is None else text[span.start : span.end]


HABITS = """
COIMBRA, September 14. /TASS/.
COIMBRA, September 14. /TASS Correspondent Ana Lund/.
COIMBRA (Reuters) -
COIMBRA, Feb 3 (AFP) –
COIMBRA —
COIMBRA, Sept. 15 (Xinhua) --
COIMBRA/BEJA, March 3 (Reuters) -
COIMBRA/BEJA/NEW YORK (Reuters) -
COIMBRA and BEJA, Portugal (AP) —
COIMBRA, Portugal (AP) —
COIMBRA, Portugal —
Coimbra, Portugal —
Coimbra, Portugal -
Coimbra, Portugal --
Springfield, Ill. —
Springfield, New South Wales —
5 March, Coimbra –
5 March, Coimbra (Lusa) –
March 5, COIMBRA (Lusa) -
Monday, 5 March, Coimbra (Lusa) –
COIMBRA, Mar 5, 2019 (Lusa) -
COIMBRA, 5 Mar 2019 (Lusa) -
COIMBRA, 5th of March (Lusa) -
coimbra, march 5 (lusa) -
COIMBRA, March 5 (lusa) -
(LUSA) COIMBRA, March 5 -
LUSA, COIMBRA, March 5 -
LUSA - COIMBRA, March 5 -
(ANSA) - ROME, MAR 5 -
COIMBRA, March 5 LUSA -
COIMBRA, LUSA, March 5 -
COIMBRA 5 March (Lusa) -
COIMBRA, Mon Mar 5 (Lusa) -
COIMBRA, Monday, March 5 (Lusa) -
COIMBRA, 05 MAR 90 (RADIO MONDEGO) --
TOKYO, March 5, Kyodo -
Tokyo, March 5 (Jiji Press)--
SEOUL, March 5 (Yonhap) --
Rome, March 5 -
Madrid, Mar 5 (EFE).-
Madrid, Mar 5 (EFE) .-
Berlin (dpa) -
Berlin (dpa/tmn) -
MOSCOW. March 5 (Interfax) -
MOSCOW. March 5. INTERFAX -
KYIV. March 5 (Interfax-Ukraine) –
New Delhi, Mar 5 (PTI)
New Delhi [India], March 5 (ANI):
TEHRAN, Mar. 5 (IRNA) –
Tehran, March 5, IRNA –
ISLAMABAD, Mar 5 (APP):
KUALA LUMPUR, March 5 (Bernama) --
ANKARA, March 5 (AA) -
WARSAW (PAP) –
Lagos, March 5, 2019 (NAN)
Accra, March 5, GNA –
TIRANA, March 5 /ATA/
SOFIA, March 5 (BTA) -
Zagreb, 5 March 2019 (Hina) -
Jakarta (ANTARA) -
UNITED NATIONS (AP) —
ABOARD THE MV NORDLYS (AP) —
AT SEA (Reuters) -
NEAR BERGEN, Norway (AP) —
BERGEN, March 5 (Ana Lund, NTB) -
BERGEN 2019/03/05 (NTB) -
BERGEN (CNN) --
(CNN) --
(CNN)
2019-03-05, BERGEN (NTB) -
PORT-AU-PRINCE, Haiti (AP) —
""".strip().splitlines()


@pytest.mark.parametrize("dateline", HABITS)
def test_a_habit_of_some_agency(dateline: str) -> None:
    assert found(f"{dateline} {STORY}") == dateline


ELSEWHERE = """
de|Berlin, 5. März (dpa) -
de|BERLIN, 05. Mai -
de|Frankfurt/Main (dpa) -
de|München/Berlin (dpa) –
es|MADRID, 5 mar (EFE).-
es|San José, 5 mar (EFE).-
es|BOGOTÁ, 5 de marzo (Reuters) -
es|CARACAS, 5 de marzo de 2019 —
fr|PARIS, 5 mars (AFP) -
fr|Alger, 5 février (APS) –
fr|DAKAR, 1er mars (APS) –
it|ROMA, 5 MAR -
it|(ANSA) - ROMA, 5 MAR -
it|Roma, 5 mar. (Adnkronos) -
pt|Lisboa, 05 mar 2019 (Lusa) -
pt|BRASÍLIA, 5 de março (Reuters) -
ru|МОСКВА, 5 марта. /ТАСС/.
ru|МОСКВА, 5 мар — РИА Новости.
""".strip().splitlines()


@pytest.mark.parametrize("line", ELSEWHERE)
def test_the_months_of_other_languages(line: str) -> None:
    code, _, dateline = line.partition("|")
    assert found(f"{dateline} {STORY}", code) == dateline


@pytest.mark.parametrize(
    "text",
    [
        f"Ana Lund, Labour — {STORY}",
        f"Ana Lund, Mayor — {STORY}",
        f"Coimbra — {STORY}",
        f"In Coimbra, Portugal — {STORY}",
        f"She left Coimbra, Portugal - {STORY}",
        f"Mayor Ana Lund of Coimbra, Portugal — {STORY}",
        f"(Again) {STORY}",
        f"(The mayor) {STORY}",
        f"(CNN reporters were there) {STORY}",
        f"Lund, March 5 (again) {STORY}",
        "Coimbra, Portugal — Closed.",
        f"Portugal - {STORY}",
        f"EU: {STORY} {STORY}",
        f"Reuters, however, said on March 5 - {STORY}",
    ],
)
def test_these_only_look_like_one(text: str) -> None:
    assert found(text) is None


@given(
    st.lists(st.sampled_from(["OSLO", "Oslo", ", ", "Norway", " — ", " - ", "5 mar", "(NTB)", "(", "]", ". ", "The"]))
)
def test_any_opening_is_read_within_its_text(parts: list[str]) -> None:
    text = "".join(parts) + f" {STORY}"
    dateline = found(text)
    assert dateline is None or (text.startswith(dateline) and dateline.strip() == dateline)
