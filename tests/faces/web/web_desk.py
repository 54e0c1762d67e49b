"""Desks for the tests of the pages: the project's own examples, read once a session, copied for whoever writes."""

from functools import cache
from pathlib import Path
from shutil import copyfile
from tempfile import mkdtemp

from fastapi.testclient import TestClient

import dateline
from dateline.faces.web.application import application
from dateline.faces.web.served import Served

EXAMPLES = Path(__file__).parents[3] / "examples"


@cache
def _read_once() -> Path:
    path = Path(mkdtemp(prefix="dateline-web-")) / "examples.db"
    with dateline.open(path, create=True) as desk:
        desk.ingest([EXAMPLES])
        desk.writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def examples_desk(folder: Path) -> Path:
    """A desk of the examples in this folder, to read and to write."""
    path = folder / "examples.db"
    copyfile(_read_once(), path)
    return path


def client(path: Path, **options: object) -> TestClient:
    """A client of an application that serves this desk; what goes wrong in a page is an answer of status 500."""
    served = Served(path, **options)  # type: ignore[arg-type]
    return TestClient(application(served), base_url="http://127.0.0.1", raise_server_exceptions=False)
