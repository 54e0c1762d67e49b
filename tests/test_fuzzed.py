"""Inputs that once broke a reader, and a short run of `benchmarks/fuzz.py`, which found them."""

import json
import random
import sys
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from dateline.model import Article, Refused
from dateline.reading import read_page
from dateline.reading.web.dates import moment_of
from dateline.settings import Settings
from dateline.sources import pages

ROOT = Path(__file__).parent.parent
LEAD = "The ferry across the river will run again from Monday, the town hall said on Tuesday."
MORE = "It carries forty cars and has stood still since an accident in the autumn."
BODY = f"<article><h1>Ferry runs again</h1><p>{LEAD}</p><p>{MORE}</p></article>"


@pytest.fixture
def fuzz(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module of the command; its folder is on the path as it is when the command runs."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    yield import_module("fuzz")
    for name in ("fuzz", "fuzz_seeds"):
        sys.modules.pop(name, None)


def outcomes(raw: bytes) -> list[Article | Refused]:
    """What the readers make of these bytes."""
    found: list[Article | Refused] = []
    for page in pages([raw], Settings()):
        found += [page] if isinstance(page, Refused) else read_page(page)
    return found


def article(content: str) -> Article:
    """The one article that these words hold."""
    (found,) = outcomes(content.encode())
    assert isinstance(found, Article)
    return found


def values(found: Article, name: str) -> list[str]:
    return [field.value for field in found.all_fields(name)]


HALF_IN_XML = {
    "newsml-g2": '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:f"><contentMeta><headline>'
    "Ferry {} runs</headline></contentMeta><contentSet><inlineXML><html><body><p>{lead}</p></body></html></inlineXML>"
    "</contentSet></newsItem>",
    "newsml-1": "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Ferry {} runs</HeadLine></NewsLines>"
    "<ContentItem><DataContent><p>{lead}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
    "nitf": "<nitf><body><body.head><hedline><hl1>Ferry {} runs</hl1></hedline></body.head><body.content><p>{lead}</p>"
    "</body.content></body></nitf>",
    "rss": "<rss><channel><item><title>Ferry {} runs</title><description>{lead}</description></item></channel></rss>",
}


@pytest.mark.parametrize("half", ["&#xD800;", "&#xdfff;", "&#x00DBFF;", "&#55296;", "&#057343;"])
@pytest.mark.parametrize("name", HALF_IN_XML)
def test_a_reference_to_half_a_character_in_xml_becomes_the_sign_for_none(name: str, half: str) -> None:
    found = article(HALF_IN_XML[name].format(half, lead=LEAD))
    headline = next(found.text[block.start : block.end] for block in found.blocks_of("headline"))
    assert headline == "Ferry \ufffd runs"
    assert LEAD in found.text


@pytest.mark.parametrize(("whole", "shown"), [("&#xE000;", "\ue000"), ("&#55295;", "\ud7ff"), ("&#x1F6A2;", "🚢")])
def test_a_reference_to_a_whole_character_is_kept(whole: str, shown: str) -> None:
    assert f"Ferry {shown} runs" in article(HALF_IN_XML["nitf"].format(whole, lead=LEAD)).text


@pytest.mark.parametrize("sign", ["\x01", "\x0b", "\x0c", "\x1f", "\ufffe", "&#1;", "&#x1F;", "&#012 ", "&#xFFFF;"])
def test_a_control_character_behind_a_box_that_is_dropped(sign: str) -> None:
    page = (
        f'<html><body><div>{BODY}<script>x</script>{sign}<aside class="related">More</aside>{sign}</div></body></html>'
    )
    found = article(page)
    assert [found.text[b.start : b.end] for b in found.blocks_of("paragraph")] == [LEAD, MORE]


def test_references_that_only_begin_like_a_control_character_are_read() -> None:
    page = f"<html><body>{BODY.replace('forty', '&#12354;&#x1F6A2;&#49;&#x31;')}</body></html>"
    assert "It carries あ🚢11 cars" in article(page).text


def with_data(**data: str) -> str:
    told = json.dumps({"@type": "NewsArticle", "headline": "Ferry runs again"} | data)
    return f'<html><head><script type="application/ld+json">{told}</script></head><body>{BODY}</body></html>'


def test_half_a_character_in_json_ld() -> None:
    found = article(with_data(articleSection="Trans\ud800port", author="Ana\udc00 Luz", description="The 🚢 is old."))
    assert values(found, "section") == ["Trans\ufffdport"]
    assert values(found, "deck") == ["The 🚢 is old."]
    assert not any("\ud800" <= sign <= "\udfff" for field in found.fields for sign in field.value)


def test_half_a_character_in_the_body_that_json_ld_tells() -> None:
    found = article(with_data(articleBody=f"{LEAD} The ship\ud83d is old. {MORE} " * 4))
    assert "The ship\ufffd is old." in found.text
    assert found.text.encode().decode() == found.text


@pytest.mark.parametrize("address", ["http://[river", "//[", "http://river]/x"])
def test_an_address_with_a_stray_bracket(address: str) -> None:
    links = f'<link rel="canonical" href="{address}"><meta property="og:url" content="https://river.example/f">'
    found = article(f"<html><head>{links}</head><body>{BODY}</body></html>")
    assert values(found, "url") == ["https://river.example/f"]


@pytest.mark.parametrize("code", ["cn", "yn", "xx", "q1"])
def test_a_language_that_nobody_speaks_beside_a_date_in_words(code: str) -> None:
    assert moment_of("5 March 2024, 14:05", code) == "2024-03-05T14:05:00"
    page = f'<html lang="{code}"><head><meta name="date" content="5 March 2024"></head><body>{BODY}</body></html>'
    assert values(article(page), "published") == ["2024-03-05"]


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2024-03-05T10:30:00+41:00", "2024-03-05T10:30:00"),
        ("2024-03-05T10:30:00-15:00", "2024-03-05T10:30:00"),
        ("2024-03-05T10:30:00+0199", "2024-03-05T10:30:00"),
        ("2024-03-05T10:30:00+14:00", "2024-03-05T10:30:00+14:00"),
        ("2024-03-05T10:30:00-03:30", "2024-03-05T10:30:00-03:30"),
        ("25.03.2024, 14:75", "2024-03-25"),
        ("25.03.2024, 14:05", "2024-03-25T14:05:00"),
    ],
)
def test_zones_and_minutes_that_no_clock_has_are_left_out(words: str, moment: str) -> None:
    assert moment_of(words) == moment


def test_a_damaged_pdf_is_refused_in_words_for_people() -> None:
    (found,) = outcomes(b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nxref\nnothing")
    assert isinstance(found, Refused)
    assert "this PDF is damaged" in found.reason
    assert "Error" not in found.reason


def test_a_short_run_over_every_reader_finds_nothing(fuzz: Any) -> None:
    for name, kind in fuzz.KINDS.items():
        tally = fuzz.Tally()
        for raw in islice(fuzz.inputs(kind, random.Random(f"{name} 7")), 20):
            wrong = [told for told in fuzz.tried(name, raw, tally) if not told.startswith("took")]
            assert not wrong, (name, raw, wrong)
        assert tally.inputs == 20
        assert tally.articles + tally.refused >= 20 or name == "dates"


def test_the_run_sees_what_is_wrong(fuzz: Any) -> None:
    good = article(f"<html><body>{BODY}</body></html>")
    page = next(iter(pages([f"<html>{BODY}</html>".encode()], Settings())))
    assert list(fuzz.problems_of(page, good)) == []
    one, *_ = good.blocks
    for bad, told in [
        (replace(good, blocks=(one, one)), "overlap"),
        (replace(good, blocks=(replace(one, end=10_000),)), "outside"),
        (replace(good, blocks=()), "without blocks"),
        (replace(good, text=" " * len(good.text)), "blank"),
        (Refused("x", "reading", " "), "no sentence"),
        (Refused("x", "reading", "ValueError: x"), "no sentence"),
        (None, "came out"),
    ]:
        assert any(told in problem for problem in fuzz.problems_of(page, bad)), told


def test_the_same_seed_gives_the_same_inputs(fuzz: Any) -> None:
    for name in ("rows", "warc", "pdf"):
        first, second = (list(islice(fuzz.inputs(fuzz.KINDS[name], random.Random(1)), 5)) for _ in range(2))
        assert first == second
