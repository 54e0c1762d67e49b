"""The measure of the desk in the browser works on a small desk: readers ask for pages that are there, and are timed."""

import asyncio
import importlib
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

sys.path += [str(Path(__file__).parent / "faces" / name) for name in ("web", "desk")]

from newsroom import newsroom
from serving import site_of

HOME = Path(__file__).parent.parent / "benchmarks"
Loaded = Callable[[str], ModuleType]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Loaded:
    monkeypatch.syspath_prepend(str(HOME))
    return importlib.import_module


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return newsroom(tmp_path)


def test_it_says_what_it_measures(load: Loaded) -> None:
    module = load("web")
    assert module.__doc__ and "benchmarks/web.py DESK" in module.__doc__ and callable(module.main)
    assert sum(load("web_readers").MIX.values()) == 100


def test_addresses_are_made_of_the_desk(load: Loaded, desk: Path) -> None:
    readers = load("web_readers")
    pages = readers.addresses(desk, seed=1, each=5)
    assert len(pages["article"]) == 5 and "/article/raid" in readers.addresses(desk, seed=1)["article"]
    assert "/statements?by=Ana+Brek" in pages["statements"]
    assert {"/news?type=ASSAULT", "/news?country=NOR"} <= set(pages["news: a facet"])
    assert pages["news: first page"] == ["/news"]
    assert all(address.startswith("/news?words=") for address in pages["search: words"])


def test_readers_ask_and_are_timed(load: Loaded, desk: Path) -> None:
    module = load("web_readers")
    pages = {"statements": ["/statements", "/nowhere"]}
    with site_of(desk) as site:
        port = int(site.address.rpartition(":")[2])
        answers = asyncio.run(module.read(port, pages, 5, 1.5, 1))
    assert 5 <= len(answers) <= 15
    assert {each.status for each in answers} <= {200, 404}
    assert all(each.size > 500 and 0 < each.milliseconds < 1500 for each in answers)
    ((kind, times),) = module.kinds_of(answers)
    assert (kind, len(times)) == ("statements", len(answers))
    assert asyncio.run(module.read(port, pages, 1, 1.0, 1))[0].status == 0, "nobody is there any more"


def test_a_first_visit_is_weighed(load: Loaded, desk: Path) -> None:
    module = load("web")
    figures = {figure.name: figure.value for figure in module.view(Namespace(desk=desk))}
    parts = {"page", "styles", "scripts", "fonts", "fonts of further letters"}
    assert set(figures) == {*parts, "ALL"}
    assert all(figures.values())
    assert figures["ALL"] == pytest.approx(sum(figures[part] for part in parts))
