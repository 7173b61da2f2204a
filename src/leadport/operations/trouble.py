"""Turns what the disk and the database say when they fail into a sentence for people."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import psycopg
from django.db import InterfaceError, OperationalError

from leadport.domain.fault import Fault
from leadport.engine.unreadable import DiskFull

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FULL_WORDS = ("no space left", "disk full", "could not write", "disk quota", "out of disk space", "no space")
_INTERRUPTED = "Query interrupted"
_AGAIN = "Nothing is half done: run the same command again to go on."


@contextmanager
def foreseen() -> Iterator[None]:
    """Raise Fault for a full disk, a disk that fails and a server that went away; everything else goes through.

    Ctrl-C in the middle of a DuckDB query, which DuckDB turns into an error of its own, is KeyboardInterrupt again.
    """
    try:
        yield
    except DiskFull as error:
        raise Fault(error.message, code="disk_full") from error
    except OSError as error:
        known = _of_system(error)
        if known is None:
            raise
        raise known from error
    except duckdb.InterruptException as error:
        raise KeyboardInterrupt from error
    except RuntimeError as error:
        if str(error) != _INTERRUPTED:
            raise
        raise KeyboardInterrupt from error
    except duckdb.IOException as error:
        raise _of_words(
            str(error), otherwise=Fault(f"The work files cannot be used. {_AGAIN}", code="disk_failed")
        ) from error
    except (OperationalError, InterfaceError, psycopg.OperationalError, psycopg.InterfaceError) as error:
        gone = Fault(f"The database server cannot be reached any more. {_AGAIN}", code="server_gone")
        raise _of_words(str(error), otherwise=gone) from error


def _of_system(error: OSError) -> Fault | None:
    if error.errno in _FULL:
        return _full()
    if error.errno in (errno.EIO, errno.EROFS):
        return Fault(f"The disk cannot be written to: {error.strerror}. {_AGAIN}", code="disk_failed")
    return None


def _of_words(said: str, *, otherwise: Fault) -> Fault:
    lowered = said.lower()
    return _full() if any(words in lowered for words in _FULL_WORDS) else otherwise


def _full() -> Fault:
    return Fault(f"The disk is full. Free some space. {_AGAIN}", code="disk_full")
