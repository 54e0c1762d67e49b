"""Where a server listens: a free port of a host, and its address as people type it."""

import errno
import os
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

from msgspec import Struct

from dateline.errors import CannotServe

HOST = "127.0.0.1"
"""This machine alone."""
PORT = 7374
"""Tried first where none is asked for."""
TRIES = 20
"""Ports that are tried then, one after the other."""
_ADVICE = "give 127.0.0.1 for this machine alone, 0.0.0.0 or :: for the network"


class Place(Struct, frozen=True):
    """A socket that listens, and under which name and port people find it."""

    socket: socket.socket
    host: str
    port: int
    instead_of: int | None = None
    """The port that was wanted and is taken."""

    @property
    def is_private(self) -> bool:
        """Whether nobody outside of this machine can reach it."""
        return _address(self.socket).is_loopback

    @property
    def address(self) -> str:
        """What people type into a browser, on this machine or elsewhere: `http://127.0.0.1:7374/`."""
        return _typed(_outward() if self._is_everywhere else self.host, self.port)

    @property
    def own_address(self) -> str:
        """The address for a browser on this machine."""
        return _typed(HOST if self._is_everywhere else self.host, self.port)

    @property
    def _is_everywhere(self) -> bool:
        return _address(self.socket).is_unspecified


def listening(host: str = HOST, port: int | None = None) -> Place:
    """Takes a port of this host: the one that is asked for, else the first free one from `PORT` on.

    Raises CannotServe where the host is none of this machine's, or the port is taken or forbidden.
    """
    family, address = _resolved(host)
    tries = [port] if port is not None else [*range(PORT, PORT + TRIES), 0]
    for number in tries:
        try:
            taken = _taken(family, address, number)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or number == tries[-1]:
                raise _refusal(error, host, number) from error
            continue
        found = taken.getsockname()[1]
        return Place(taken, host, found, None if found == tries[0] else tries[0])
    raise AssertionError("the last try gives or raises")


def _taken(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    # asyncio sends small packets at once only on sockets of which it is said that they are TCP.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, int(address != "::"))
        listening.bind((address, port))
        listening.listen(256)
    except BaseException:
        listening.close()
        raise
    return listening


def _resolved(host: str) -> tuple[socket.AddressFamily, str]:
    """The family and the numbers of a host's name. Raises CannotServe."""
    if not host.strip():
        raise CannotServe(f"--host: no name is given; {_ADVICE}")
    try:
        family, _, _, _, found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except (OSError, UnicodeError) as error:
        raise CannotServe(f"--host: nobody knows the name {host!r}; {_ADVICE}") from error
    return family, str(found[0])


def _refusal(error: OSError, host: str, port: int) -> CannotServe:
    told = {
        errno.EADDRINUSE: f"port {port} is taken by another program; give another one with --port, or none",
        errno.EACCES: f"port {port} may not be used by you; give one from 1024 up with --port",
        errno.EADDRNOTAVAIL: f"--host: {host} is no address of this machine; {_ADVICE}",
    }
    return CannotServe(
        told.get(error.errno or 0, f"{host}, port {port}: {error.strerror}; try another --host or --port")
    )


def _address(taken: socket.socket) -> IPv4Address | IPv6Address:
    return ip_address(taken.getsockname()[0].partition("%")[0])


def _outward() -> str:
    """The address by which others in the network reach this machine, as far as it knows; `HOST` without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))  # an address for examples; a datagram socket only looks for the way to it
            return str(asked.getsockname()[0])
        except OSError:
            return HOST


def _typed(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
