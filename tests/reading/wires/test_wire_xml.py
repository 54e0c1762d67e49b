"""XML from strangers: what is safe is read by local names, what is not is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import BadMarkup
from dateline.reading.wires.xml import first, found, name_of, phrases_in, words_in, xml_root


def test_names_without_their_namespaces() -> None:
    root = xml_root('<a:news xmlns:a="urn:x" xmlns="urn:y"><line>One</line><a:line>Two</a:line></a:news>')
    assert name_of(root) == "news"
    assert [words_in(each) for each in found(root, "line")] == ["One", "Two"]
    assert first(root, "line", "none") is None and first(None, "line") is None


def test_a_prefix_that_nobody_declared_is_part_of_the_name() -> None:
    assert name_of(xml_root("<a:b-1:c/>")) == "a:b-1:c"


def test_words_and_phrases() -> None:
    root = xml_root("<by>By <person>Rui Paz</person><byttl>Faro</byttl> , <b>R</b>NA</by>")
    assert words_in(root) == "By Rui PazFaro , RNA"
    assert phrases_in(root) == "By Rui Paz Faro, R NA"
    assert (words_in(None), phrases_in(None)) == ("", "")


def test_named_characters_and_comments() -> None:
    root = xml_root(
        "\ufeff<?xml version='1.0' encoding='utf-16'?><p>caf&eacute;<!-- x --> &nope; &amp; t<?pi x?>ea</p>"
    )
    assert words_in(root) == "café &nope; & tea"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "no XML"),
        ("words", "no XML"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "entities"),
        ("<!doctype a [<!entity % b SYSTEM 'http://example.org/x.dtd'>]><a/>", "entities"),
        ("<a>" * 1000, "nested too deeply"),
    ],
)
def test_refusals(content: str, expected: str) -> None:
    with pytest.raises(BadMarkup, match=expected):
        xml_root(content)


@pytest.mark.parametrize("content", ["<a><b>One</b><c>Tw", "<a><b>One</b", "<a><b>One</b></a"])
def test_half_a_document_is_refused(content: str) -> None:
    with pytest.raises(BadMarkup, match="it ends in the middle, before </a>; get it again, whole"):
        xml_root(content)


@pytest.mark.parametrize("content", ["<a>R & D</a>", "<a>One<br>two</a>", "<a>One</b></a>\n<!-- sent -->\n"])
def test_a_stray_sign_costs_only_itself(content: str) -> None:
    assert name_of(xml_root(content)) == "a"


@given(st.text(alphabet="<>/&;:!?='\"[]ab1 \x00\n", max_size=60))
@settings(max_examples=300, deadline=None)
def test_anything_is_a_tree_or_bad_markup(content: str) -> None:
    try:
        root = xml_root(content)
    except BadMarkup as error:
        assert str(error)
    else:
        assert all(isinstance(name_of(each), str) for each in root.iter())
