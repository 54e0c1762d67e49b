"""The same story in another style: labels and links follow their words."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.encoder import styles
from training.encoder.documents import NOWHERE, Document, Label
from training.encoder.styles import edited, varied

TEXT = "“Nobody saw Marta Lund,” said Ruiz in Tarma. Marta Lund fled."


def label(words: str, type_: str, text: str = TEXT) -> Label:
    return Label(text.index(words), text.index(words) + len(words), type_)


def at(words: str, text: str = TEXT) -> int:
    return text.index(words)


NAMES = (label("Marta Lund", "person"), label("Ruiz", "person"), label("Tarma", "place"))
STORY = Document(
    "invented",
    "1",
    TEXT,
    {
        "name": (*NAMES, Label(at("Marta Lund fled"), at(" fled"), "person")),
        "content": (label("Nobody saw Marta Lund,", "content"),),
        "cue": (label("said", "cue"),),
        "trigger": (label("fled", "trigger"),),
    },
    {"cue": ((at("Nobody"), at("said")),), "place": ((at("fled"), at("Tarma")), (at("said"), NOWHERE))},
    bag="CRIME",
)


def words(document: Document, layer: str) -> list[str]:
    return [document.text[x.start : x.end] for x in document.layers[layer]]


def ends(document: Document, kind: str) -> list[tuple[str, str]]:
    """Where links begin and end, in the words that stand there."""
    return [
        (document.text[a:].split()[0].strip(".,”"), "" if b == NOWHERE else document.text[b:].split()[0].strip(".,”"))
        for a, b in document.links[kind]
    ]


def edit(words: str, by: str) -> styles.Edit:
    return at(words), at(words) + len(words), by, None


# Edits


def test_no_edits_change_nothing() -> None:
    assert edited(STORY, []) == STORY


@pytest.mark.parametrize("by", ["Bo", "Maximiliana Lundquist-Oberon", "Xorba Yarb"])
def test_labels_follow_their_words(by: str) -> None:
    found = edited(STORY, [edit("Marta Lund", by)])
    assert found.text == TEXT.replace("Marta Lund", by, 1)
    assert words(found, "name") == [by, "Ruiz", "Tarma", "Marta Lund"]
    assert words(found, "content") == [f"Nobody saw {by},"]
    assert (words(found, "cue"), words(found, "trigger")) == (["said"], ["fled"])


def test_links_follow_their_words() -> None:
    found = edited(STORY, [edit("Marta Lund", "Bo"), edit("Tarma", "Old Harbour")])
    assert ends(found, "cue") == [("Nobody", "said")]
    assert ends(found, "place") == [("fled", "Old"), ("said", "")]


def test_edits_need_no_order() -> None:
    edits = [edit("Tarma", "Oslo"), edit("Marta Lund", "Bo"), edit("Ruiz", "Xorba")]
    assert edited(STORY, edits) == edited(STORY, edits[::-1])
    assert words(edited(STORY, edits), "name") == ["Bo", "Xorba", "Oslo", "Marta Lund"]


def test_neighbours_may_both_be_edited() -> None:
    document = Document("invented", "1", "LundRuiz", {"name": (Label(0, 4, "person"), Label(4, 8, "person"))})
    found = edited(document, [(0, 4, "Bo", None), (4, 8, "Xorbason", None)])
    assert words(found, "name") == ["Bo", "Xorbason"]


def test_what_is_put_in_front_moves_all_the_rest() -> None:
    found = edited(STORY, [(0, 0, "OSLO", "place"), (0, 0, ", May 3 (", None), (0, 0, "AFP", "organisation")])
    assert found.text == "OSLO, May 3 (AFP" + TEXT
    assert words(found, "name") == ["OSLO", "AFP", *words(STORY, "name")]
    assert [x.type for x in found.layers["name"][:2]] == ["place", "organisation"]
    assert words(found, "content") == words(STORY, "content")
    assert ends(found, "cue") == [("Nobody", "said")]


def test_a_label_at_the_very_start_moves_as_well() -> None:
    document = Document("invented", "1", "Ruiz left", {"name": (Label(0, 4, "person"),)}, {"actor": ((5, 0),)})
    found = edited(document, [(0, 0, "OSLO ", "place")])
    assert words(found, "name") == ["OSLO ", "Ruiz"]
    assert ends(found, "actor") == [("left", "Ruiz")]


def test_what_the_text_tells_of_stays() -> None:
    found = edited(STORY, [edit("Ruiz", "Bo")])
    assert (found.corpus, found.id, found.bag) == ("invented", "1", "CRIME")


@pytest.mark.parametrize("by", ["Li Bo", "Bo", "Alexandra Bo"])
def test_a_link_to_the_last_word_of_a_replaced_name_stays_on_one(by: str) -> None:
    document = Document("invented", "1", "Marta Lund fled", {"name": (Label(0, 10, "person"),)}, {"actor": ((11, 6),)})
    [(_, end)] = edited(document, [(0, 10, by, None)]).links["actor"]
    assert end == by.rfind(" ") + 1


WORD = st.text("abc", min_size=1, max_size=5)


@settings(max_examples=80)
@given(st.lists(st.tuples(WORD, st.sampled_from(["", "label", "edit", "insert"]), WORD), min_size=1, max_size=10))
def test_labelled_words_stay_the_same_after_edits_elsewhere(parts: list[tuple[str, str, str]]) -> None:
    text, labels, edits, links = "", [], [], []
    for word, part, other in parts:
        span = len(text), len(text) + len(word)
        if part == "label":
            labels.append(Label(*span, "trigger"))
            links.append((span[0], labels[0].start))
        elif part == "edit":
            edits.append((*span, other, "place"))
        elif part == "insert":
            edits.append((span[0], span[0], other + " ", None))
        text += word + " "
    before = Document("invented", "1", text, {"trigger": tuple(labels), "name": ()}, {"actor": tuple(links)})
    after = edited(before, edits)
    assert words(after, "trigger") == words(before, "trigger")
    assert words(after, "name") == [by for _, _, by, kind in edits if kind]
    assert after.links["actor"] == tuple((x.start, after.layers["trigger"][0].start) for x in after.layers["trigger"])


# Styles


def roll(monkeypatch: pytest.MonkeyPatch, **shares: float) -> None:
    """Only the styles named here, always or by their share."""
    for name in ("STRAIGHT", "CAPITALS", "SMALL", "NO_QUOTES", "NEW_NAMES", "NEW_DATELINE"):
        monkeypatch.setattr(styles, name, shares.get(name, 0.0))
    monkeypatch.setattr(styles, "_towns", lambda: ("Xorba", "Old Xorba Harbour"))


def test_the_usual_style_is_the_storys_own(monkeypatch: pytest.MonkeyPatch) -> None:
    roll(monkeypatch)
    assert varied(STORY, random.Random(1)) == STORY


@pytest.mark.parametrize(
    ("style", "start"),
    [
        ("STRAIGHT", '"Nobody saw Marta Lund," said'),
        ("CAPITALS", "“NOBODY SAW MARTA LUND,” SAID"),
        ("SMALL", "“nobody saw marta lund,” said"),
        ("NO_QUOTES", " Nobody saw Marta Lund,  said"),
    ],
)
def test_letters_and_marks_change_in_their_places(monkeypatch: pytest.MonkeyPatch, style: str, start: str) -> None:
    roll(monkeypatch, **{style: 1.0})
    found = varied(STORY, random.Random(1))
    assert found.text.startswith(start)
    assert replace(found, text=TEXT) == STORY


@pytest.mark.parametrize("style", ["CAPITALS", "SMALL"])
def test_letters_that_would_grow_stay(monkeypatch: pytest.MonkeyPatch, style: str) -> None:
    roll(monkeypatch, **{style: 1.0})
    text = "die Straße in İzmir ŉ ﬁx"
    assert len(varied(Document("invented", "1", text), random.Random(1)).text) == len(text)


def test_a_name_is_replaced_by_one_other_throughout(monkeypatch: pytest.MonkeyPatch) -> None:
    roll(monkeypatch, NEW_NAMES=1.0)
    first, ruiz, town, again = words(varied(STORY, random.Random(1)), "name")
    assert first == again != "Marta Lund"
    assert len(first.split()) == 2
    assert len(ruiz.split()) == 1
    assert town in ("Xorba", "Old Xorba Harbour")


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("River Bank", "organisation"),
        ("Xorban", "other"),
        ("McRuiz", "person"),
        ("NATO", "place"),
        ("Marta Ana Bo Lund", "person"),
    ],
)
def test_other_names_stay(monkeypatch: pytest.MonkeyPatch, name: str, type_: str) -> None:
    roll(monkeypatch, NEW_NAMES=1.0)
    document = Document("invented", "1", name, {"name": (Label(0, len(name), type_),)})
    assert varied(document, random.Random(1)) == document


def test_a_dateline_is_a_town_and_an_agency(monkeypatch: pytest.MonkeyPatch) -> None:
    roll(monkeypatch, NEW_DATELINE=1.0)
    found = varied(STORY, random.Random(1))
    assert found.text.endswith(TEXT)
    town, agency, *rest = found.layers["name"]
    assert (town.start, town.type, agency.type) == (0, "place", "organisation")
    assert words(found, "name")[1] in styles.AGENCIES
    assert [found.text[x.start : x.end] for x in rest] == words(STORY, "name")


def test_without_names_nothing_is_named_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    roll(monkeypatch, NEW_NAMES=1.0, NEW_DATELINE=1.0)
    document = replace(STORY, layers={"cue": STORY.layers["cue"]})
    assert varied(document, random.Random(1)) == document


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_in_any_style_the_words_are_those(seed: int) -> None:
    found = varied(STORY, random.Random(seed))
    assert [each.lower() for each in words(found, "cue") + words(found, "trigger")] == ["said", "fled"]
    assert [x.type for x in found.layers["name"]][-4:] == ["person", "person", "place", "person"]
    assert found == varied(STORY, random.Random(seed))
    [(begin, end)] = found.links["cue"]
    assert found.layers["content"][0].start == begin
    assert found.layers["cue"][0].start == end
