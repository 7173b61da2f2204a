"""The one table from trouble to exit codes, and the way trouble is said on a terminal and in JSON."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import typer

from leadport.cli.text import clean, json_line
from leadport.domain.fault import Fault
from leadport.domain.refusal import OpenQuestion, Refusal


class ExitCode(IntEnum):
    """What a command's exit code means; `docs/reference/exit-codes.md` says what to do about each."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    REFUSED = 3
    QUESTION = 4
    INTERRUPTED = 130


# What writing to a full or broken disk says; operations turn their own into a Fault before.
_OUTPUT_FAILS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})

# The first class that fits decides, so the special ones stand before the general ones.
_CODES: tuple[tuple[type[Exception], ExitCode], ...] = (
    (OpenQuestion, ExitCode.QUESTION),
    (Refusal, ExitCode.REFUSED),
    (Fault, ExitCode.FAULT),
)


def exit_code(error: Refusal | Fault) -> ExitCode:
    """The exit code for a refusal, an open question or a fault."""
    return next(code for kind, code in _CODES if isinstance(error, kind))


@contextmanager
def told(*, as_json: bool, when_stopped: str = "") -> Iterator[None]:
    """Turn the trouble of a command into a sentence on stderr, JSON on stdout if asked for, and an exit code.

    `when_stopped` is the sentence that Ctrl-C ends with. Everything that is not in the table goes through: it is a bug.
    """
    try:
        yield
        sys.stdout.flush()
    except (Refusal, Fault) as error:
        _tell(error, as_json=as_json)
        raise typer.Exit(exit_code(error)) from None
    except KeyboardInterrupt:
        _say(f"Stopped. {when_stopped}".strip())
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    except BrokenPipeError:
        _close_stdout()
        raise typer.Exit(ExitCode.FAULT) from None
    except OSError as error:
        if error.errno not in _OUTPUT_FAILS:
            raise
        _close_stdout()
        _say(f"The output cannot be written: {error.strerror}. [output_failed]")
        raise typer.Exit(ExitCode.FAULT) from None


def _tell(error: Refusal | Fault, *, as_json: bool) -> None:
    option = error.option if isinstance(error, OpenQuestion) else None
    _say(f"{error.message} [{error.code}]")
    if as_json:
        answer = {"code": error.code, "message": error.message} | ({"option": option} if option else {})
        sys.stdout.write(json_line({"error": answer}) + "\n")
        sys.stdout.flush()


def _say(sentence: str) -> None:
    sys.stderr.write(clean(sentence) + "\n")
    sys.stderr.flush()


def _close_stdout() -> None:
    """Whoever read our output has gone; nothing more is to be written, not even by the interpreter when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
