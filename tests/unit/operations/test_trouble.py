"""A full disk and a lost server become sentences; mistakes of ours stay what they are."""

from __future__ import annotations

import errno

import duckdb
import psycopg
import pytest
from django.db import IntegrityError, OperationalError

from leadport.domain.fault import Fault
from leadport.engine.unreadable import DiskFull
from leadport.operations.trouble import foreseen


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        DiskFull(name="list.zip"),
        duckdb.IOException("IO Error: Could not write file: No space left on device"),
        OperationalError('could not extend file "base/1": No space left on device'),
        psycopg.errors.DiskFull("could not write to file: No space left on device"),
    ],
)
def test_a_full_disk_is_said_to_be_full(error: Exception) -> None:
    with pytest.raises(Fault, match="The disk is full") as fault, foreseen():
        raise error
    assert fault.value.code == "disk_full"


@pytest.mark.parametrize(
    "error",
    [OperationalError("server closed the connection unexpectedly"), psycopg.InterfaceError("the connection is closed")],
)
def test_a_lost_server_is_said_to_be_lost(error: Exception) -> None:
    with pytest.raises(Fault, match="run the same command again") as fault, foreseen():
        raise error
    assert fault.value.code == "server_gone"


@pytest.mark.parametrize(
    "error", [OSError(errno.EIO, "Input/output error"), OSError(errno.EROFS, "Read-only file system")]
)
def test_a_broken_disk_is_no_full_one(error: OSError) -> None:
    with pytest.raises(Fault) as fault, foreseen():
        raise error
    assert fault.value.code == "disk_failed"


@pytest.mark.parametrize("error", [IntegrityError("duplicate key"), FileNotFoundError("gone"), ValueError("a mistake")])
def test_what_nobody_foresaw_goes_through(error: Exception) -> None:
    with pytest.raises(type(error)), foreseen():
        raise error


@pytest.mark.parametrize("error", [RuntimeError("Query interrupted"), duckdb.InterruptException("Interrupted!")])
def test_ctrl_c_in_the_middle_of_a_query_is_ctrl_c(error: Exception) -> None:
    with pytest.raises(KeyboardInterrupt), foreseen():
        raise error


def test_a_mistake_of_ours_is_not_taken_for_ctrl_c() -> None:
    with pytest.raises(RuntimeError, match="a mistake"), foreseen():
        raise RuntimeError("a mistake")
