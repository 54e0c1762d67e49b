"""The page: the text verbatim, every fact findable, nothing of a stranger's executed, nothing fetched."""

import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_story import LINES, Story, story

from dateline.faces.html import html
from dateline.faces.html.story import story as rendered
from dateline.model import Article, Block, Source
from dateline.record import Record
from dateline.references import spans_of
from dateline.values import Event, Mention, Person, Span


class Reader(HTMLParser):
    """What a browser would take from the page: the text of `div.text`, its marks, and every tag."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.marks = "", [], []
        self.depth, self._open = 0, []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag == "div" and given.get("class") == "text":
            self.depth = 1
        elif self.depth and tag == "div":
            self.depth += 1
        if self.depth and tag == "mark":
            self._open.append((len(self.text), given))

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag == "div":
            self.depth -= 1
        if self.depth and tag == "mark":
            start, given = self._open.pop()
            self.marks.append((start, len(self.text), given["data-f"].split()))

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.text += data


def page(*records: Record) -> str:
    out = io.StringIO()
    html(records, out)
    return out.getvalue()


def _record(text: str, *spans: Span) -> Record:
    source = Source(location="made up", media_type="text/plain")
    record = Record(Article(id="x", source=source, text=text, blocks=(Block("paragraph", 0, len(text)),)))
    for span in spans:
        mention = Mention(start=span.start, end=span.end)
        record.add(record.fact(Person(name=record.words(span), mentions=(mention,)), span))
    return record


def test_the_text_comes_out_as_it_went_in() -> None:
    assert Reader(page(story())).text == story().text


def test_every_span_is_covered_by_marks_with_the_number_of_its_fact() -> None:
    record = story()
    marks = Reader(page(record)).marks
    for number, fact in enumerate(record.facts):
        lit = {n for start, end, numbers in marks if str(number) in numbers for n in range(start, end)}
        spans = {n for span in (*fact.spans, *spans_of(fact.value)) for n in range(*span)}
        assert lit == spans, fact.kind


def test_every_fact_with_words_has_a_line() -> None:
    record = story()
    lines = [given for tag, given in Reader(page(record)).tags if tag in ("li", "div") and "data-m" in given]
    numbered = {number for given in lines for number in given["data-f"].split()}
    missing = [fact.kind for n, fact in enumerate(record.facts) if fact.spans and str(n) not in numbered]
    assert missing == []


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t<>&\"'😀"), min_size=1), st.data())
def test_any_text_comes_out_as_it_went_in(text: str, data: st.DataObject) -> None:
    edges = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(edges, edges).filter(lambda pair: pair[0] < pair[1]), max_size=4))
    record = _record(text, *(Span(*pair) for pair in pairs))
    turned = {ord(c): "\ufffd" for c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
    assert Reader(rendered(record, 0)).text == text.translate(turned)


HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)> & \x00\x1b[31m ${title} <!-- stories -->"


def test_what_strangers_wrote_stays_text() -> None:
    lines = (("headline", HOSTILE), *LINES)
    text = Story(lines)
    source = Source(location=HOSTILE, media_type="text/plain", outlet=HOSTILE)
    record = Record(Article(id=HOSTILE, source=source, text=text.text, blocks=text.blocks, language='en" x="'))
    span = Span(0, len(HOSTILE))
    person = Person(name=HOSTILE, aliases=(HOSTILE,), country=HOSTILE, mentions=(Mention(start=0, end=9),))
    record.add(record.fact(person, span, confidence=0.1, reason=HOSTILE))
    record.keep(record.report(HOSTILE, "error", HOSTILE, span))
    made = page(record, record)
    reader = Reader(made)
    tags = [tag for tag, _ in reader.tags]
    assert tags.count("script") == 1 and "img" not in tags
    assert not [name for _, given in reader.tags for name in given if name.startswith("on") or name == "x"]
    assert "\x1b" not in made and "\x00" not in made
    assert made.count("</html>") == 1 and made.count('<article class="story"') == 2


def test_the_page_asks_for_nothing_and_is_small() -> None:
    made = page(story())
    assert not re.search(r"(?:src|href)=[\"']?(?!#)|url\(|@import|fetch\(|https?://(?!meridian\.example)", made)
    assert len(made.encode()) < 60_000
    assert "default-src 'none'" in made


def test_the_page_tells_the_browser_which_script_and_style_are_ours() -> None:
    from base64 import b64encode
    from hashlib import sha256

    made = page(story())
    for tag in ("script", "style"):
        code = re.search(rf"<{tag}>(.*?)</{tag}>", made, re.DOTALL)
        assert code
        assert f"sha256-{b64encode(sha256(code[1].encode()).digest()).decode()}" in made


def test_several_stories_have_a_list_with_links_to_each() -> None:
    made = page(story(), _record("Nothing here."))
    links = [given["href"] for tag, given in Reader(made).tags if tag == "a"]
    assert links == ["#story-0", "#story-1"]
    assert all(f'id="{link[1:]}"' in made for link in links)
    assert "<nav" not in page(story())


def test_no_stories_make_an_empty_page() -> None:
    assert page().count("<article") == 0 and page().endswith("</html>")


def test_a_line_carries_its_step_confidence_and_reason() -> None:
    record = _record("Ana spoke.", Span(0, 3))
    person = Person(name="Ana")
    record.add(record.fact(person, Span(0, 3), confidence=0.3, reason="only a first name"))
    given = [given for tag, given in Reader(rendered(record, 0)).tags if tag == "li"][1]
    assert (given["data-c"], given["data-r"]) == ("0.30", "only a first name")


@pytest.mark.parametrize("words", ["a\r\nb", "a\rb"])
def test_carriage_returns_survive(words: str) -> None:
    assert Reader(rendered(_record(words), 0)).text == words


def test_a_line_about_an_event_lights_every_place_that_tells_it() -> None:
    text = "Gunmen attacked the port. The raid went on; the attack ended at noon."
    record = _record(text)
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("attacked", "raid", "attack ended")]
    record.add(record.fact(Event(scheme="plover", type="ASSAULT", trigger=spans[0]), *spans))
    made = page(record)
    line = re.search(r'<section class="events">.*?<li data-f="(\d+)"', made, re.DOTALL)
    assert line is not None
    lit = [Reader(made).text[start:end] for start, end, facts in Reader(made).marks if line[1] in facts]
    assert lit == ["attacked", "raid", "attack ended"]
    assert "told 3 times" in made
