"""The event lexicon: its files, what they may not hold, and rows of a user's own."""

from pathlib import Path

import pytest

from dateline.errors import BadLexicon, DatelineError
from dateline.languages import load, load_with
from dateline.languages.lexicon import joined, lexicon, own_rows, print_of, read_rows
from dateline.languages.sections import LexiconRow
from dateline.ontology import CONTEXTS, OTHER, PLOVER

TYPES = load("en").events.types


def write(folder: Path, name: str, text: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def test_the_codebook_has_its_sixteen_types_and_thirty_seven_contexts() -> None:
    assert (len(PLOVER), len(CONTEXTS)) == (16, 37)
    assert sum(map(len, PLOVER.values())) == 67
    assert set(TYPES) == {*PLOVER, *OTHER}


def test_every_type_has_a_file_and_every_mode_a_row_or_a_weapon() -> None:
    pack = load("en")
    told = {(row.type, mode) for row in pack.lexicon.rows for mode in row.modes}
    told |= {("ASSAULT", mode) for mode in pack.events.instruments}
    told |= {(kind, mode) for kind, table in pack.events.about.items() for _, mode in table.values() if mode}
    assert {row.type for row in pack.lexicon.rows} == set(TYPES)
    assert {(kind, mode) for kind, modes in PLOVER.items() for mode in modes} - told == set()


def test_names_of_rows_are_unique_within_a_type() -> None:
    named = [(row.type, row.name) for row in load("en").lexicon.rows]
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("assault.toml", 'type = "ASSAULT"\n[[rows]]\nname = "a"\n', "has no words"),
        ("assault.toml", 'type = "ASSAULT"\n[[rows]]\nname = "a"\nverbs = ["hit", " "]\n', "has no words"),
        ("assault.toml", 'type = "ASSAULT"\n[[rows]]\nname = "a"\nverbs = ["hit"]\nmodes = ["riot"]\n', "no mode of"),
        ("agree.toml", 'type = "AGREE"\n[[rows]]\nname = "a"\nverbs = ["nod"]\nmodes = ["visit"]\n', "there are: none"),
        ("assault.toml", 'type = "ASSAULT"\n[[rows]]\nname = "a"\nverbs = ["hit"]\ncontexts = ["war"]\n', "no context"),
        ("assault.toml", 'type = "ASSAULT"\n[[rows]]\nname = "a"\nverbs = ["hit"]\ncameo = "19x"\n', "no CAMEO code"),
        ("assault.toml", 'type = "AGREE"\n', "its name says ASSAULT"),
        ("assault.toml", 'type = "ASSAULT"\n[[rows]]\nname = "a"\nverb = ["hit"]\n', "verb"),
        ("assault.toml", 'type = "ASSAULT"\n[[rows]]\nname = "a"\nneeds = ["luck"]\nverbs = ["hit"]\n', "luck"),
        ("assault.toml", "type = ASSAULT", "assault.toml"),
        ("war.toml", 'type = "WAR"\n', "war is no type"),
        (
            "assault.toml",
            'type = "ASSAULT"\n' + '[[rows]]\nname = "a"\nverbs = ["hit"]\n' * 2,
            "two rows are called 'a'",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_place(tmp_path: Path, name: str, text: str, complaint: str) -> None:
    with pytest.raises(BadLexicon, match=complaint) as refusal:
        own_rows(write(tmp_path / "own", name, text), TYPES)
    assert name in str(refusal.value)
    assert isinstance(refusal.value, DatelineError)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadLexicon, match="no such folder"):
        own_rows(str(tmp_path / "nowhere"), TYPES)


def test_a_row_of_ones_own_takes_the_place_of_ours_or_stands_before_it() -> None:
    ours = (LexiconRow(name="a", type="AID", verbs=("help",)), LexiconRow(name="b", type="AID", verbs=("feed",)))
    new, other = LexiconRow(name="b", type="AID", verbs=("nourish",)), LexiconRow(name="c", type="AID", verbs=("arm",))
    assert joined(ours, (new, other)) == (other, ours[0], new)
    assert joined(ours, ()) == ours


def test_rows_of_ones_own_are_looked_up_like_ours(tmp_path: Path) -> None:
    own = write(tmp_path / "own", "protest.toml", 'type = "PROTEST"\n[[rows]]\nname = "pots"\nverbs = ["bang pot"]\n')
    pack = load_with("en", own)
    assert [pattern.row.name for pattern in pack.lexicon.verbs["bang"]] == ["pots"]
    assert load_with("en", None) is load("en")
    assert "bang" not in load("en").lexicon.verbs


def test_the_print_of_a_lexicon_changes_with_its_files(tmp_path: Path) -> None:
    own = write(tmp_path / "own", "aid.toml", 'type = "AID"\n')
    before = print_of(own)
    assert before == print_of(own)
    write(tmp_path / "own", "aid.toml", 'type = "AID"\n\n')
    assert print_of(own) != before


def test_a_type_without_a_file_has_no_rows(tmp_path: Path) -> None:
    write(tmp_path / "own", "aid.toml", 'type = "AID"\n[[rows]]\nname = "a"\nverbs = ["feed"]\n')
    found = read_rows(tmp_path / "own", ("ASSAULT", "AID"))
    assert [(row.type, row.name) for row in found] == [("AID", "a")]


def test_the_more_demanding_wording_is_looked_at_first() -> None:
    plain = LexiconRow(name="plain", type="AID", verbs=("give",))
    asking = LexiconRow(name="asking", type="AID", verbs=("give away", "give"), objects=("food",))
    found = lexicon((plain, asking)).verbs["give"]
    assert [(pattern.row.name, pattern.rest) for pattern in found] == [
        ("asking", ("away",)),
        ("asking", ()),
        ("plain", ()),
    ]
    assert lexicon((plain,)).first("AID") == plain
