"""`dateline serve` as a process: what it says, whom it answers, how it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlsplit

import pytest
from newsroom import newsroom, run

from dateline.faces.exits import CANNOT, INTERRUPTED, USAGE

HAS_IPV6 = socket.has_ipv6 and Path("/proc/net/if_inet6").exists()


class Server:
    """A process, what it has said, and its address."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said: list[str] = []
        self.connections: list[HTTPConnection] = []
        assert process.stdout
        for line in process.stdout:
            self.said.append(line.rstrip("\n"))
            if line.startswith("Ctrl-C"):
                break
        assert self.said, process.communicate()[1]
        (self.address,) = re.findall(r"is open at (\S+)", "\n".join(self.said))

    def get(self, path: str, **headers: str) -> HTTPResponse:
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=20)
        self.connections.append(connection)
        connection.request("GET", path, headers=headers)
        return connection.getresponse()

    def end(self, number: int) -> tuple[int, float, str]:
        """Its exit code, the seconds it took, and what stands in its log."""
        began = monotonic()
        self.process.send_signal(number)
        log = self.process.communicate(timeout=20)[1]
        return self.process.returncode, monotonic() - began, log


@contextmanager
def serving(desk: Path, *arguments: str, **environment: str) -> Iterator[Server]:
    command = [sys.executable, "-m", "dateline", "serve", "--desk", str(desk), *arguments]
    given = {"DATELINE_TOKEN": "", "DISPLAY": "", "BROWSER": "", **environment}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **given}
    )
    connections: list[HTTPConnection] = []
    try:
        server = Server(process)
        connections = server.connections
        yield server
    finally:
        process.kill()
        process.communicate()
        for connection in connections:
            connection.close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return newsroom(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def taken() -> Iterator[int]:
    """A port that somebody else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_it_says_where_it_is_answers_and_ends_at_once(desk: Path) -> None:
    with serving(desk, "--no-browser", "--port", "0") as server:
        assert server.said == [f"news.db is open at {server.address}", "Ctrl-C ends it"]
        assert server.address.startswith("http://127.0.0.1:")
        page = server.get("/statements")  # its connection stays open
        assert (page.status, b"We will find them" in page.read()) == (200, True)
        assert server.get("/statements", Host="evil.example").status == 421
        code, seconds, log = server.end(signal.SIGINT)
    assert (code, log) == (INTERRUPTED, "")
    assert seconds < 3


def test_it_opens_the_browser_and_ends_when_it_is_told_to(desk: Path, tmp_path: Path) -> None:
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(0o755)
    token = "a-token-of-my-own"
    with serving(desk, "--port", "0", BROWSER=str(browser), DATELINE_TOKEN=token) as server:
        until = monotonic() + 10
        while not (opened.exists() and opened.read_text()) and monotonic() < until:
            sleep(0.02)
        assert opened.read_text().strip() == server.address
        assert server.address.endswith(f"/?token={token}")
        assert server.get("/statements").status == 401
        assert server.get("/statements", Authorization=f"Bearer {token}").status == 200
        code, seconds, log = server.end(signal.SIGTERM)
    assert (code, log) == (-signal.SIGTERM, "")
    assert seconds < 3


def test_beyond_this_machine_it_asks_for_a_token_that_it_made(desk: Path) -> None:
    with serving(desk, "--no-browser", "--port", "0", "--host", "0.0.0.0") as server:
        (own,) = [line for line in server.said if "127.0.0.1" in line][-1:]
        port, token = re.search(r":(\d+)/\?token=([\w-]{32})$", own).groups()  # type: ignore[union-attr]
        server.address = f"http://127.0.0.1:{port}/"
        assert server.get("/statements").status == 401
        assert server.get(f"/statements?token={token}").status == 303
        assert any("may read and judge" in line for line in server.said)


@pytest.mark.skipif(not HAS_IPV6, reason="this machine has no IPv6")
def test_it_listens_on_the_other_loopback_too(desk: Path) -> None:
    with serving(desk, "--no-browser", "--port", "0", "--host", "::1") as server:
        assert server.address.startswith("http://[::1]:")
        assert server.get("/statements").status == 200


def test_a_desk_that_goes_away_is_told_and_comes_back(tmp_path: Path) -> None:
    path = newsroom(tmp_path)
    with serving(path, "--no-browser", "--port", "0") as server:
        assert server.get("/statements").status == 200
        path.rename(tmp_path / "aside.db")
        gone = server.get("/statements")
        assert (gone.status, b"No desk is here" in gone.read()) == (503, True)
        (tmp_path / "aside.db").rename(path)
        assert server.get("/statements").status == 200
        assert server.end(signal.SIGINT)[2] == ""


def test_a_port_that_is_taken_is_said(desk: Path, taken: int) -> None:
    done = run("serve", "--desk", desk, "--no-browser", "--port", taken)
    assert (done.exit_code, done.stdout) == (CANNOT, "")
    assert done.stderr == f"dateline: port {taken} is taken by another program; give another one with --port, or none\n"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--host", "192.0.2.7"], CANNOT, "192.0.2.7 is no address of this machine; give 127.0.0.1"),
        (["--host", "no.such.host.invalid"], CANNOT, "nobody knows the name 'no.such.host.invalid'"),
        (["--host", ""], CANNOT, "--host: no name is given"),
        (["--token", "secret"], USAGE, "the token can be guessed; give 16 characters or more"),
        (["--port", "70000"], USAGE, "65535"),
    ],
)
def test_what_cannot_be_is_told_before_it_starts(desk: Path, arguments: list[str], code: int, told: str) -> None:
    done = run("serve", "--desk", desk, "--no-browser", *arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert told in done.stderr


@pytest.mark.parametrize(
    ("content", "told"), [(None, "no desk is here"), ("a letter", "this file is no desk"), ("", "the file is empty")]
)
def test_what_is_no_desk_is_told_before_it_starts(tmp_path: Path, content: str | None, told: str) -> None:
    path = tmp_path / "other.db"
    if content is not None:
        path.write_text(content)
    done = run("serve", "--desk", path, "--no-browser")
    assert (done.exit_code, done.stdout) == (CANNOT, "")
    assert told in done.stderr


def test_other_commands_load_nothing_of_it() -> None:
    loaded = "import sys, dateline.faces.cli; print(*{'fastapi', 'uvicorn', 'jinja2', 'webbrowser'} & {*sys.modules})"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "\n"
