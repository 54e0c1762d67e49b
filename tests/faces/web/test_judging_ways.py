"""Where a browser goes after a judgement: never to anybody else."""

import pytest

from dateline.faces.web.pages.judgements.ways import ELSE, after, ours


@pytest.mark.parametrize(
    "back",
    [
        None, "", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "http:/evil",
        "https:evil.example", "javascript:alert(1)", "evil.example/x", "/\t/evil.example", "\t//evil.example",
        "/a\r\nset-cookie: x=1", " //evil.example", "/ /evil", "///evil.example", "/x\\..\\y", "/\x00", "/\ud800",
        "/" + "x" * 3000, "?judged=1", "#top",
    ],
)  # fmt: skip
def test_what_is_no_path_of_ours_leads_to_the_list(back: str | None) -> None:
    assert ours(back) == ELSE


@pytest.mark.parametrize(
    "back", ["/", "/incident/incident-1", "/article/a%2Fb?version=2", "/news?words=a+b&x=//c", "/ü"]
)
def test_paths_of_ours_stay(back: str) -> None:
    assert ours(back) == back


def test_the_way_back_says_what_was_judged_and_forgets_what_was_before() -> None:
    assert (
        after("/incident/i?judged=old&judged=older&x=1#why", ("a b", "c&d"))
        == "/incident/i?x=1&judged=a+b&judged=c%26d#why"
    )
    assert after("//evil", ("a",)) == f"{ELSE}?judged=a"
    assert after("/stories", ()) == "/stories"
    assert after("/article/a#event-1", ()) == "/article/a#event-1", "back at the fact that was judged"
