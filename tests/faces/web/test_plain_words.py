"""What every page says in the same words, and where every page belongs."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web_desk import examples_desk

from dateline.faces.web.application import application
from dateline.faces.web.rendering import section_of, told_as, type_words
from dateline.faces.web.served import Served


@pytest.mark.parametrize(
    ("type", "words"),
    [
        ("COERCE", "coercion"), (" assault", "violence"),
        ("ASSAULT/heavy_weapons", "violence: heavy weapons"), ("X_Y", "x y"),
    ],
)  # fmt: skip
def test_types_are_told_in_plain_words(type: str, words: str) -> None:  # noqa: A002
    assert type_words(type) == words


def test_how_it_is_told_is_said_in_words() -> None:
    assert [told_as(each) for each in ("asserted", "historical", "denied")] == ["a fact", "in the past", "denied"]


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("/news", "/news"), ("/article/a%2Fb", "/news"),
        ("/incident/incident-1", "/incidents"), ("/story/x", "/incidents"),
        ("/judgements", "/incidents"), ("/place/identity-1", "/people"), ("/statements", "/statements"), ("*", "/"),
    ],
)  # fmt: skip
def test_pages_belong_to_a_section(path: str, section: str) -> None:
    assert section_of(path) == section


def test_the_navigation_shows_where_one_is(tmp_path: Path) -> None:
    with TestClient(application(Served(examples_desk(tmp_path))), base_url="http://127.0.0.1") as site:
        incident = re.search(r'href="(/incident/[^"]+)"', site.get("/incidents").text)
        assert incident
        for path, current, how in (("/incidents", "Incidents", "page"), (incident[1], "Incidents", "true")):
            (sections,) = re.findall(r'<nav class="sections".*?</nav>', site.get(path).text, re.DOTALL)
            assert re.findall(r'aria-current="(\w+)">([^<]+)<', sections) == [(how, current)]
