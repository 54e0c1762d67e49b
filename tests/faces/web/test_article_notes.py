"""Notes in the margin: what each says of its fact."""

import dateline
from dateline.faces.web.pages.article.notes import Note, notes


def said(note: Note) -> str:
    """What stands in the margin."""
    return "".join(part.text for part in note.parts)


def test_a_place_that_only_acts_says_so_and_keeps_its_coordinates_below() -> None:
    text = "Oslo and London agreed on a treaty. Oslo said it would pay for ships."
    record = dateline.read({"id": "ships", "text": text})
    told = {said(note): note for note in notes(record, ()) if note.kind == "place"}
    assert list(told) == [
        "Oslo · Norway · no scene: it acts, or describes others",
        "London · United Kingdom · no scene: it acts, or describes others",
    ]
    assert all("°" in line.parts[0].text for note in told.values() for line in note.below)
