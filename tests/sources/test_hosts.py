import asyncio
import socket

import pytest

from dateline.errors import FetchFailed
from dateline.sources import hosts
from dateline.sources.hosts import Bounds, is_local

NAMES = {
    "courier.example": ["93.184.215.14"],
    "valley.example": ["2606:2800:21f:cb07::1"],
    "inside.example": ["192.168.7.9"],
    "both.example": ["93.184.215.14", "10.0.0.5"],
    "nas": ["192.168.7.9", "fe80::1%eth0"],
}


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    async def addresses(host: str, _: int | None) -> list[str]:
        if host not in NAMES:
            raise socket.gaierror(-2, "Name or service not known")
        return NAMES[host]

    monkeypatch.setattr(hosts, "_addresses", addresses)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.5", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.5", "64:ff9b::7f00:1", "2002:7f00:1::"),
        *("64:ff9b:1::a00:5", "::127.0.0.1", "fec0::1"),
    ],
)
def test_local_addresses(address: str) -> None:
    assert is_local(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e", "::ffff:8.8.8.8"])
def test_addresses_of_the_open_web(address: str) -> None:
    assert not is_local(address)


def visits(bounds: Bounds, *names: str) -> list[bool]:
    """Whether each host may be visited, one after the other."""
    allowed = []
    for name in names:
        try:
            allowed.append(bool(asyncio.run(bounds.addresses(name, None))))
        except FetchFailed as error:
            assert name in str(error)
            allowed.append(False)
    return allowed


def test_the_open_web_sends_nobody_inside() -> None:
    bounds = Bounds(own="courier.example")
    assert visits(bounds, "courier.example", "valley.example", "inside.example", "both.example") == [
        *(True, True),
        *(False, False),
    ]
    assert bounds.local is False


def test_what_is_inside_may_stay_inside() -> None:
    bounds = Bounds(own="nas")
    assert visits(bounds, "nas", "inside.example") == [True, True]
    assert bounds.local is True
    assert visits(bounds, "courier.example", "inside.example", "nas") == [True, False, True]
    assert bounds.local is False


def test_a_host_with_two_faces_is_not_inside() -> None:
    bounds = Bounds(own="both.example")
    assert visits(bounds, "both.example", "inside.example") == [True, False]


def test_a_feed_that_moved_within_the_house() -> None:
    assert visits(Bounds(own="nas"), "inside.example") == [True]
    assert visits(Bounds(own="courier.example"), "inside.example") == [False]
    assert visits(Bounds(), "inside.example") == [False]


@pytest.mark.parametrize(("local", "allowed"), [(True, True), (False, False)])
def test_links_go_as_far_as_their_feed(local: bool, allowed: bool) -> None:
    assert visits(Bounds(local=local), "inside.example", "courier.example", "inside.example") == [allowed, True, False]


def test_a_name_nobody_knows() -> None:
    with pytest.raises(OSError, match="not known"):
        visits(Bounds(own="nowhere.example"), "nowhere.example")
