"""Every fact lights its words, and cutting a text loses none of it."""

from hypothesis import given
from hypothesis import strategies as st
from invented_story import Story, story

from dateline.faces.digest.words import finding_id
from dateline.faces.lit import Light, flows, lights, segments
from dateline.model import Article, Block, Source
from dateline.record import Record
from dateline.references import spans_of
from dateline.values import Span


@st.composite
def _lit_text(draw: st.DrawFn) -> tuple[str, list[Light]]:
    text = draw(st.text(min_size=1, max_size=60))
    edges = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edges, edges).filter(lambda pair: pair[0] != pair[1]), max_size=12))
    return text, [Light(Span(min(pair), max(pair)), f"f{i}") for i, pair in enumerate(pairs)]


@given(_lit_text(), st.lists(st.integers(-3, 70), max_size=5))
def test_segments_put_together_are_the_text_and_cover_each_light_exactly(
    lit: tuple[str, list[Light]], cuts: list[int]
) -> None:
    text, shone = lit
    found = segments(len(text), shone, cuts)
    assert "".join(text[piece.start : piece.end] for piece in found) == text
    for light in shone:
        covered = [n for piece in found if light in piece.lights for n in range(piece.start, piece.end)]
        assert covered == list(range(*light.span))
    assert {cut for cut in cuts if 0 < cut < len(text)} <= {piece.start for piece in found}


@given(_lit_text())
def test_the_shortest_light_comes_first(lit: tuple[str, list[Light]]) -> None:
    text, shone = lit
    for piece in segments(len(text), shone):
        sizes = [light.span.end - light.span.start for light in piece.lights]
        assert sizes == sorted(sizes)


def test_no_text_has_no_segments() -> None:
    assert segments(0, []) == []


def test_every_span_of_every_fact_and_finding_is_lit() -> None:
    record = story()
    lit = {(light.span, light.fact) for light in lights(record)}
    for fact in record.facts:
        assert {(Span(*span), fact.id) for span in (*fact.spans, *spans_of(fact.value))} <= lit
    for index, finding in enumerate(record.findings):
        assert {(span, finding_id(index)) for span in finding.spans} <= lit


def test_tones_follow_the_kind_and_indirect_speech_has_none() -> None:
    record, text = story(), Story()
    tones = {(light.span, light.tone) for light in lights(record)}
    assert (text.at("Petar Dobrev"), "person") in tones
    assert (text.at("Blackline Cargo"), "organisation") in tones
    assert (text.at("Friday"), "moment") in tones
    assert (text.at("burned down"), "event") in tones
    assert (text.at("€4.5 million"), "number") in tones
    assert (text.at("“We heard two blasts and then the roof was gone,”"), "quote") in tones
    assert (text.at("that its alarms were off", 0), "quote") not in tones


def test_each_span_of_a_fact_is_lit_once() -> None:
    pairs = [(light.span, light.fact) for light in lights(story())]
    assert len(pairs) == len(set(pairs))


def _record(text: str, *blocks: Block) -> Record:
    source = Source(location="made up", media_type="text/plain")
    return Record(Article(id="x", source=source, text=text, blocks=blocks))


def test_a_dateline_flows_into_its_paragraph() -> None:
    record = _record("OSLO (AP) - It snowed.\n\nMore.", Block("dateline", 0, 9), Block("paragraph", 12, 22))
    first, second = flows(record)
    assert (record.text[first.start : first.end], first.role) == ("OSLO (AP) - It snowed.", "paragraph")
    assert (record.text[second.start : second.end], second.role) == ("More.", None)


def test_a_paragraph_broken_over_lines_is_one_flow() -> None:
    assert len(flows(_record("It snowed\nall day.", Block("paragraph", 0, 18)))) == 1


@given(st.text(max_size=80), st.data())
def test_between_flows_there_is_only_white_space(text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    blocks = [Block("paragraph", start, end) for start, end in zip(edges[::2], edges[1::2], strict=False)]
    record, at = _record(text, *blocks), 0
    for flow in flows(record):
        assert at <= flow.start < flow.end
        assert not text[at : flow.start].strip()
        at = flow.end
    assert not text[at:].strip()


def test_findings_are_lit_by_severity_and_notes_are_not() -> None:
    text = Story()
    tones = {light.fact: light.tone for light in lights(story()) if light.fact.startswith("finding-")}
    assert tones == {"finding-0": "plain", "finding-1": "finding"}
    assert story().findings[1].spans == (text.at("Monday, March 5"),)
