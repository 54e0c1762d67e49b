"""Which port a server takes, and the address that people type."""

import socket
from collections.abc import Iterator

import pytest

from dateline.errors import CannotServe
from dateline.faces.web.serving import listening as rules
from dateline.faces.web.serving.listening import Place, listening


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_the_next_free_port_is_used_where_none_is_asked_for(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "PORT", taken)
    place = listening()
    with place.socket:
        assert (place.host, place.instead_of) == ("127.0.0.1", taken)
        assert place.port != taken


def test_a_port_that_is_asked_for_is_used_or_refused(taken: int) -> None:
    with pytest.raises(CannotServe, match=f"port {taken} is taken by another program"):
        listening(port=taken)
    place = listening(port=0)
    with place.socket:
        assert place.port and not place.instead_of
        assert place.address == place.own_address == f"http://127.0.0.1:{place.port}/"


def test_small_answers_are_sent_at_once() -> None:
    """asyncio turns Nagle's waiting off only for sockets that say that they are TCP: 40 ms an answer."""
    place = listening(port=0)
    with place.socket:
        assert place.socket.proto == socket.IPPROTO_TCP


@pytest.mark.parametrize(
    ("host", "private"), [("127.0.0.1", True), ("127.0.0.9", True), ("localhost", True), ("0.0.0.0", False)]
)
def test_who_can_reach_it(host: str, private: bool) -> None:
    place = listening(host, 0)
    with place.socket:
        assert place.is_private is private
        assert place.own_address == f"http://{host if private else '127.0.0.1'}:{place.port}/"
        assert "0.0.0.0" not in place.address


def test_an_address_of_six_stands_in_brackets() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as bound:
        bound.bind(("127.0.0.1", 0))
        assert Place(bound, "fe80::1", 80).address == "http://[fe80::1]:80/"
