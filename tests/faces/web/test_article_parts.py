"""How a long article is cut, and what stands in the margin of each part."""

from msgspec.structs import replace

from dateline.desk.asking.home.home import Home
from dateline.desk.asking.why.explanation import Struck
from dateline.faces.lit import flows
from dateline.faces.web.pages.article.heading import heading
from dateline.faces.web.pages.article.parts import LONGEST, part_of, parts
from dateline.faces.web.pages.article.proof import MOST, Proof, proof
from dateline.model import Article, Block, Source
from dateline.record import Record
from dateline.values import Event, Mention, Person, Publication, Quantity, Role, Span, Statement

SENTENCE = "Aino Berk spoke of the mill at Vellholm. "


def told(text: str, *blocks: Block, location: str = "mill.txt") -> Record:
    source = Source(location=location, media_type="text/plain")
    return Record(Article(id="mill", source=source, text=text, blocks=blocks or (Block("paragraph", 0, len(text)),)))


def alone() -> Home:
    return Home(
        article="mill", number=1, versions=(), read="2031-03-03", dated=None, merged=False, identities={}, incidents={},
        story=None, own=None, reports=(), wrong={},
    )  # fmt: skip


def set_(record: Record, number: int = 1) -> Proof:
    return proof(record, alone(), parts(record, flows(record))[number - 1], None)


def words_of(found: Proof) -> str:
    return "".join(run.words for group in found.groups for passage in group.passages for run in passage.runs)


def test_parts_are_the_whole_text_and_end_between_words() -> None:
    record = told(SENTENCE * 3000)
    found = parts(record, flows(record))
    assert [part.start for part in found[1:]] == [part.end for part in found[:-1]]
    assert found[0].start == 0
    assert found[-1].end == len(record.text)
    assert all(part.end - part.start <= LONGEST for part in found)
    assert all(record.text[part.start - 1] == " " for part in found[1:])
    assert part_of(found, found[2].start) == found[2]


def test_a_part_ends_with_a_paragraph_where_one_is_near() -> None:
    text = ("x" * 20_000 + "\n") * 3
    edges = [(at, at + 20_000) for at in range(0, len(text), 20_001)]
    record = told(text, *(Block("paragraph", start, end) for start, end in edges))
    assert [part.end for part in parts(record, flows(record))][:2] == [20_000, 40_001]


def test_many_facts_make_more_parts_and_one_crowd_is_told_as_left_out() -> None:
    record = told(SENTENCE * 100)
    for at in range(0, 4000, 4):
        record.add(record.fact(Quantity(of=f"n{at}", low=at), Span(at, at + 3)))
    assert [part.of for part in parts(record, flows(record))] == [3, 3, 3]
    crowd = told(SENTENCE)
    for n in range(MOST + 50):
        crowd.add(crowd.fact(Quantity(of=f"n{n}", low=n), Span(5, 9)))
    assert set_(crowd).left_out == 50


def test_words_are_verbatim_and_somebody_is_noted_in_every_part_that_names_him() -> None:
    record = told(SENTENCE * 1000)
    spans = [Span(at, at + 9) for at in range(0, len(record.text), len(SENTENCE))]
    aino = record.add(
        record.fact(Person(name="Aino Berk", mentions=tuple(Mention(start=a, end=b) for a, b in spans)), *spans)
    )
    first, second = set_(record), set_(record, 2)
    assert words_of(first) + words_of(second) == record.text
    for part in (first, second):
        (notes,) = part.margins.values()
        assert [note.note.facts for note in notes] == [(aino.id,)]
        assert notes[0].evidence[0].left_out == 1000 - 6


def test_notes_stand_by_the_paragraph_of_their_first_words() -> None:
    text = "Mill burns\n\nAino Berk left.\n\nOlli Rask came, he said."
    record = told(text, Block("headline", 0, 10), Block("paragraph", 12, 27), Block("paragraph", 29, len(text)))
    aino = record.add(record.fact(Person(name="Aino Berk"), Span(12, 21)))
    olli = record.add(record.fact(Person(name="Olli Rask"), Span(29, 38)))
    post = record.add(record.fact(Role(person=olli.id, title="miller"), Span(39, 43)))
    said = record.add(
        record.fact(
            Statement(speaker=olli.id, content=(Span(29, 43),), manner="indirect", stance="denies"), Span(29, 43)
        )
    )
    record.add(record.fact(Publication(headline="Mill burns"), field="option: --title"))
    found = set_(record)
    beside = {start: {note.note.facts[0] for note in notes} for start, notes in found.margins.items()}
    assert beside == {12: {aino.id}, 29: {olli.id, said.id, post.id}}
    told_words = {note.note.facts[0]: "".join(part.text for part in note.note.parts) for note in found.margins[29]}
    assert told_words[said.id] == "Olli Rask denies"
    assert told_words[post.id] == "Olli Rask: miller"
    assert {kind: found.counts[kind] for kind in ("person", "post", "statement")} == {
        "person": 2, "post": 1, "statement": 1,
    }  # fmt: skip
    assert [note.note.kind for note in found.rest] == ["report"]


def test_what_reads_the_same_stands_at_its_own_words() -> None:
    record = told("They raided a mill.\n\nThey raided a mine.", Block("paragraph", 0, 19), Block("paragraph", 21, 40))
    for at in (5, 26):
        record.add(record.fact(Event(type="ASSAULT", trigger=Span(at, at + 6)), Span(at, at + 6)))
    assert {start: len(notes) for start, notes in set_(record).margins.items()} == {0: 1, 21: 1}


def test_furniture_is_folded_where_it_is_long() -> None:
    lines = [f"Subscribe to list {n}" for n in range(8)] + ["The mill burnt down."]
    text, blocks, at = "\n".join(lines), [], 0
    for line in lines:
        blocks.append(Block("furniture" if line.startswith("Subscribe") else "paragraph", at, at + len(line)))
        at += len(line) + 1
    found = set_(told(text, *blocks))
    assert [(group.folded, len(group.passages)) for group in found.groups] == [(True, 8), (False, 1)]


def test_addresses_that_a_browser_may_follow() -> None:
    def address(location: str) -> str | None:
        return heading(told(SENTENCE, location=location)).address

    assert address("https://vellholm.example/mill") == "https://vellholm.example/mill"
    for location in ("javascript:alert(1)", "data:text/html,x", "file:///etc/mill", "http://[", "https:", "mill.txt"):
        assert address(location) is None


def test_an_event_judged_wrong_keeps_its_tie_to_the_words_and_loses_its_colour() -> None:
    record = told("They raided the mill.")
    event = record.add(record.fact(Event(type="ASSAULT", trigger=Span(5, 11)), Span(5, 11)))
    struck = Struck(fact=event.id, kind="event", words="raided", article="mill", who="Ines", why=None, at="2031-03-04")
    home = replace(alone(), wrong={event.id: struck})
    found = proof(record, home, parts(record, flows(record))[0], None)
    (run,) = [run for group in found.groups for passage in group.passages for run in passage.runs if run.facts]
    assert (run.words, run.tones) == ("raided", "plain")
    assert found.margins[0][0].note.struck
