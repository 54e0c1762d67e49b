"""How a command ends: exit codes, and errors told in one plain line."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from dateline.errors import BadQuestion, BadSettings, DatelineError

READ, CANNOT, USAGE, SOME_REFUSED, INTERRUPTED = 0, 1, 2, 3, 130
"""All went well; this installation or the disk cannot do it; wrong usage; not all was read; Ctrl-C."""


@contextmanager
def plainly() -> Iterator[None]:
    """Turns what may go wrong into one line on standard error and an exit code; a closed pipe into a quiet end."""
    try:
        yield
    except BrokenPipeError:
        _leave_pipe()
        raise typer.Exit(READ) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except (BadSettings, BadQuestion) as error:
        raise _told(error, USAGE) from error
    except (DatelineError, OSError) as error:
        raise _told(error, CANNOT) from error


def _told(error: Exception, code: int) -> typer.Exit:
    typer.echo(f"dateline: {error}", err=True)
    return typer.Exit(code)


def _leave_pipe() -> None:
    # Python flushes standard output once more at its end; without this it would complain there.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
