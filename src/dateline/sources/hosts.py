"""Hosts of this machine and of its network, and how to stay away from them: strangers may not send us there."""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from ssl import SSLContext
from urllib.request import getproxies

import httpx

from dateline.errors import FetchFailed

_AS_IPV6 = tuple(map(IPv6Network, ("::/96", "64:ff9b::/96", "64:ff9b:1::/48")))
"""Networks whose last four bytes are an IPv4 address, by which a gateway or a system goes on."""


class Bounds:
    """How far one visit may go. An address of this machine or its network is met only on behalf of its own kind.

    `own` is the host that the user named. It may be anywhere; where it is local, so may be what it redirects to, until
    a host of the open web has spoken. Other hosts must be on the open web unless `local` says that we come from a
    local one. Afterwards `local` tells whether all hosts that were met were local, None where none was.
    """

    def __init__(self, own: str = "", local: bool | None = None) -> None:
        self._own = own
        self.local = local

    async def addresses(self, host: str, port: int | None) -> list[str]:
        """The addresses of a host that may be visited. Raises FetchFailed where it may not, OSError without any."""
        found = await _addresses(host, port)
        if not any(map(is_local, found)):
            self.local = False
        elif self.local is None:
            own = found if host == self._own else await _addresses(self._own, port) if self._own else []
            self.local = bool(own) and all(map(is_local, [*own, *found]))
        if any(map(is_local, found)) and not self.local and host != self._own:
            raise FetchFailed(f"{host} is on this machine or its network, where nothing from the open web may send us")
        return found


class BoundedTransport(httpx.AsyncBaseTransport):
    """Connects to no host out of bounds. A name is looked up once: what was checked is what is connected to."""

    def __init__(self, bounds: Bounds, certificates: SSLContext) -> None:
        self._bounds = bounds
        self._inner = httpx.AsyncHTTPTransport(verify=certificates)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer of the first of a host's addresses that can be reached."""
        addresses = await self._bounds.addresses(_name(request), request.url.port)
        for address in addresses[:-1]:
            try:
                return await self._inner.handle_async_request(_pinned(request, address, len(addresses)))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._inner.handle_async_request(_pinned(request, addresses[-1], 1))

    async def aclose(self) -> None:
        """Closes its connections."""
        await self._inner.aclose()


def bounded_client(bounds: Bounds, certificates: SSLContext, **options: object) -> httpx.AsyncClient:
    """A client that stays within bounds. A proxy looks names up itself: then they are checked before it is asked."""
    if not any(scheme in getproxies() for scheme in ("http", "https", "all")):
        return httpx.AsyncClient(transport=BoundedTransport(bounds, certificates), **options)  # type: ignore[arg-type]

    async def check(request: httpx.Request) -> None:
        try:
            await bounds.addresses(_name(request), request.url.port)
        except OSError:
            bounds.local = False  # only the proxy knows this name

    hooks = {"request": [check]}
    return httpx.AsyncClient(verify=certificates, event_hooks=hooks, **options)  # type: ignore[arg-type]


def is_local(address: str) -> bool:
    """Whether an IP address is this machine's, its network's, or otherwise none of the open web."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        within = ip.ipv4_mapped or ip.sixtofour
        if any(ip in network for network in _AS_IPV6):
            within = IPv4Address(int(ip) & 0xFFFFFFFF)
        if within is not None:
            return is_local(str(within))
        if ip.is_site_local:
            return True
    return not ip.is_global or ip.is_multicast


def _name(request: httpx.Request) -> str:
    return request.url.raw_host.decode("ascii")


async def _addresses(host: str, port: int | None) -> list[str]:
    """Every address of a host, the system's first choice first. Raises OSError where there is none."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port or 80, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def _pinned(request: httpx.Request, address: str, share: int) -> httpx.Request:
    """The same request at this very address; the host's name stays in its header and in the handshake.

    Where several addresses are tried, each has its share of the time to connect in.
    """
    times = dict(request.extensions.get("timeout", {}))
    if times.get("connect"):
        times["connect"] /= share
    name = _name(request)
    names = {"timeout": times} if name == address else {"timeout": times, "sni_hostname": name}
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, **names},
    )
