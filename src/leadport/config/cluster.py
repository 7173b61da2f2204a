"""Makes the data directory of the embedded PostgreSQL, and decides the options its server runs with."""

import os
import shutil
from pathlib import Path

from leadport.config.failure import EmbeddedServerError, explain
from leadport.config.place import Place, make_private
from leadport.config.programs import MAJOR_VERSION
from leadport.config.server_user import ServerUser, run_as

SUPERUSER = "leadport"

_MEBIBYTE = 1024 * 1024


def ensure_cluster(*, place: Place, user: ServerUser, programs: Path, lock: int) -> None:
    """Leave behind a complete data directory of the right version, or raise EmbeddedServerError.

    It is made under another name and renamed when it is finished, so a power cut leaves nothing half made in its place.
    When this process is killed meanwhile, `initdb` goes on alone and keeps the caller's lock until it has ended.
    """
    make_private(place.directory, user)
    if place.data.exists():
        _check_version(place)
        return
    unfinished = place.data.with_name("data.unfinished")
    if unfinished.exists():
        shutil.rmtree(unfinished)
    made = run_as(user, [str(programs / "initdb"), *_initdb_options(), f"--pgdata={unfinished}"], keep_open=[lock])
    if made.returncode != 0:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise explain(
            said=made.stdout, where=place.directory, otherwise="PostgreSQL could not make its data directory:"
        )
    unfinished.rename(place.data)
    _sync(place.directory)


def _initdb_options() -> list[str]:
    """Return how the cluster is made: compared byte by byte, upper and lower case known in all scripts.

    Everybody who can reach the socket is let in (`trust`), because only the server's own user and root can: its
    directory has mode 0700. There is no password to keep, lose or leak.
    """
    return [
        f"--username={SUPERUSER}",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--auth-local=trust",
        "--auth-host=reject",
        "--data-checksums",
        "--no-instructions",
    ]


def _check_version(place: Place) -> None:
    try:
        version = (place.data / "PG_VERSION").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        raise EmbeddedServerError(f"{place.data} is not a PostgreSQL data directory; put a copy of it back.") from None
    if version != str(MAJOR_VERSION):
        raise EmbeddedServerError(
            f"{place.data} was made by PostgreSQL {version}; this Leadport brings PostgreSQL {MAJOR_VERSION}. "
            "Dump it with the Leadport that made it, and restore it into a new home."
        )


def _sync(directory: Path) -> None:
    """Make a rename in this directory outlast a power cut."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def server_options(*, place: Place) -> dict[str, str]:
    """Return PostgreSQL's settings for this machine, tuned for bulk loads and safe against a power cut.

    They are given on the command line at every start, so those of a newer Leadport reach the clusters of an older one.
    """
    memory = _usable_memory()
    disk = shutil.disk_usage(place.directory).free
    return {
        # The socket is the only door.
        "listen_addresses": "",
        "unix_socket_directories": str(place.socket_directory),
        "unix_socket_permissions": "0700",
        # What was committed stays, whatever happens.
        "fsync": "on",
        "synchronous_commit": "on",
        "full_page_writes": "on",
        # Loads are written once, in large pieces, with few checkpoints in between. Nothing replicates from here.
        "wal_level": "minimal",
        "max_wal_senders": "0",
        "wal_buffers": "64MB",
        "wal_compression": "on",
        "max_wal_size": _megabytes(disk // 10, least=512, most=8192),
        "checkpoint_timeout": "15min",
        "checkpoint_completion_target": "0.9",
        # Memory: a quarter for the shared cache and no more than a gigabyte, as the importer wants its share too.
        "shared_buffers": _megabytes(memory // 4, least=128, most=1024),
        "effective_cache_size": _megabytes(memory // 2, least=256, most=65536),
        "maintenance_work_mem": _megabytes(memory // 16, least=64, most=512),
        "work_mem": _megabytes(memory // 128, least=16, most=64),
        "effective_io_concurrency": "32",
        "random_page_cost": "1.1",
        # Compiling a query costs more than the queries of an import take.
        "jit": "off",
        "max_connections": "50",
        # Statements that fail are the caller's business: their details hold people's data and must not reach the log.
        "log_min_messages": "log",
        "log_min_error_statement": "panic",
        "log_checkpoints": "off",
        "log_timezone": "UTC",
        "timezone": "UTC",
    }


def _megabytes(wanted: int, *, least: int, most: int) -> str:
    return f"{max(least, min(most, wanted // _MEBIBYTE))}MB"


def _usable_memory() -> int:
    """Return the bytes of memory this machine, or the container around us, has."""
    installed = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    try:
        limit = Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii").strip()
    except OSError:
        return installed
    return min(installed, int(limit)) if limit.isdecimal() else installed
