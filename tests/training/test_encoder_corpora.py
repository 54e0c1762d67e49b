"""Corpora as documents with layers: GUM's notation, names without their articles, fixed halves."""

import gzip
import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
CONLLU = """# newdoc id = one
# text = The old River Press of Coimbra hired Ana Reis, a ferry captain.
1\tThe\tthe\tDET\tDT\t_\t4\tdet\t_\tEntity=(1-organization-new
2\told\told\tADJ\tJJ\t_\t4\tamod\t_\t_
3\tRiver\tRiver\tPROPN\tNNP\t_\t4\tcompound\t_\t_
4\tPress\tPress\tPROPN\tNNP\t_\t7\tnsubj\t_\t_
5\tof\tof\tADP\tIN\t_\t6\tcase\t_\t_
6\tCoimbra\tCoimbra\tPROPN\tNNP\t_\t4\tnmod\t_\tEntity=(2-place-new)1)
7\thired\thire\tVERB\tVBD\t_\t0\troot\t_\t_
8\tAna\tAna\tPROPN\tNNP\t_\t7\tobj\t_\tEntity=(3-person-new
9\tReis\tReis\tPROPN\tNNP\t_\t8\tflat\t_\tSpaceAfter=No
10\t,\t,\tPUNCT\t,\t_\t13\tpunct\t_\t_
11\ta\ta\tDET\tDT\t_\t13\tdet\t_\tEntity=(4-person-giv
12\tferry\tferry\tNOUN\tNN\t_\t13\tcompound\t_\t_
13\tcaptain\tcaptain\tNOUN\tNN\t_\t8\tappos\t_\tEntity=4)3)|SpaceAfter=No
14\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_

"""


@pytest.fixture
def corpora(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT))
    return importlib.import_module("training.encoder.corpora")


@pytest.mark.usefixtures("corpora")
def test_mentions_of_gum(tmp_path: Path) -> None:
    path = tmp_path / "one.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(CONLLU)
    [(name, text, mentions)] = sys.modules["training.encoder.corpora"].gum_documents(path)
    assert (name, text) == ("one", "The old River Press of Coimbra hired Ana Reis, a ferry captain.\n")
    told = [(text[m.start : m.end], m.type, m.named, text[slice(*m.head)]) for m in mentions]
    assert told == [
        ("Coimbra", "place", True, "Coimbra"),
        ("River Press of Coimbra", "organization", True, "Press"),
        ("a ferry captain", "person", False, "captain"),
        ("Ana Reis", "person", True, "Ana"),
    ]


def test_names_have_one_form_in_every_corpus(corpora: ModuleType) -> None:
    text = "the River Press's man, its Ana Reis,"
    labels = [corpora.Label(0, 17, "organisation"), corpora.Label(23, 36, "person")]
    assert [text[x.start : x.end] for x in corpora._bare(text, labels)] == ["River Press", "Ana Reis"]


def test_the_head_of_a_phrase(corpora: ModuleType) -> None:
    for words, head in (
        ("the old captain of the ferry", "captain"),
        ("nine dockers, all armed", "dockers"),
        ("it", None),
    ):
        found = corpora._head(words, corpora.Label(0, len(words), "person"))
        assert (words[found.start : found.end] if found else None) == head


def test_parts_are_fixed_and_do_not_meet(corpora: ModuleType) -> None:
    documents = [corpora.Document("x", str(i), "", {}) for i in range(41)]
    for cut in (corpora.halves, corpora.aside):
        first, second = cut(documents)
        assert (first, second) == cut(documents[::-1])
        assert {d.id for d in first} | {d.id for d in second} == {str(i) for i in range(41)}
        assert not {d.id for d in first} & {d.id for d in second}
