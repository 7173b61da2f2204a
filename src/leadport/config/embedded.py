"""The PostgreSQL that Leadport brings along: one server for each home, shared by all processes that use the home.

It is made and started when first needed, and keeps running when the command that started it has ended, so that the
next one finds it warm. It listens on a Unix socket only, in a directory of mode 0700; whoever gets there is trusted,
and that is the user who runs it and root. `place` says where its files are, and `server_user` who runs it when Leadport
is run by root.
"""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

from leadport.config import server_process
from leadport.config.cluster import SUPERUSER, ensure_cluster
from leadport.config.failure import EmbeddedServerError, explain, explain_system
from leadport.config.place import KEY_FILE, LOCK_FILE, SYSTEM_DIRECTORY, Place, choose, find, is_private, usual
from leadport.config.programs import programs
from leadport.config.server_user import for_directory

__all__ = [
    "EmbeddedServerError",
    "database_url",
    "ensure_running",
    "ensure_secret_key",
    "is_running",
    "secret_key",
    "stop",
]

DATABASE = "leadport"


def database_url(*, home: Path) -> str:
    """Return the address of the home's database; nothing is started, and there may be nothing there yet."""
    return _address(find(home) or usual(home), DATABASE)


def _address(place: Place, database: str) -> str:
    return f"postgresql://{SUPERUSER}@/{database}?host={quote(str(place.socket_directory), safe='')}"


def ensure_running(*, home: Path, system_directory: Path = SYSTEM_DIRECTORY) -> str:
    """Return the address of the home's database after making sure that it is there and answers.

    Any number of processes may call this at once: one makes and starts the server, the others wait for it and use the
    same. What a killed server left behind is recovered. Raises EmbeddedServerError with a sentence for the user.
    """
    try:
        found = find(home)
        if found is None or not _answers(found):
            with _lock(home) as lock:
                found = _bring_up(home=home, system_directory=system_directory, lock=lock)
    except OSError as error:
        raise explain_system(error, where=error.filename or home) from error
    return _address(found, DATABASE)


def is_running(*, home: Path) -> bool:
    """Tell whether the home's server is up and lets us in."""
    try:
        found = find(home)
        return found is not None and _answers(found)
    except OSError as error:
        raise explain_system(error, where=error.filename or home) from error


def stop(*, home: Path) -> bool:
    """Stop the home's server in good order and return whether there was one; raises EmbeddedServerError."""
    if not home.is_dir():
        return False
    try:
        with _lock(home):
            found = find(home)
            process = server_process.running_process(found) if found else None
            if found is None or process is None:
                return False
            server_process.stop(place=found, process=process)
            return True
    except OSError as error:
        raise explain_system(error, where=error.filename or home) from error


def _answers(place: Place) -> bool:
    """Tell whether Leadport's database can be connected to, and its door is where only its owner could put it."""
    try:
        if not is_private(place.socket_directory, uid=place.directory.stat().st_uid):
            return False
        psycopg.connect(_address(place, DATABASE), connect_timeout=5).close()
    except (psycopg.OperationalError, FileNotFoundError):
        return False
    return True


@contextmanager
def _lock(home: Path) -> Iterator[int]:
    """Let one process at a time make, start or stop the home's server; the kernel frees the lock of a killed one.

    Yields the file descriptor that holds the lock.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Opened for reading only, so that root and the owner of the home can take turns whoever made the file.
    lock = os.open(home / LOCK_FILE, os.O_CREAT | os.O_RDONLY | os.O_NOFOLLOW, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock
    finally:
        os.close(lock)


def _bring_up(*, home: Path, system_directory: Path, lock: int) -> Place:
    """Leave the home's server running, with its database. The caller holds the lock."""
    found = find(home)
    user = for_directory(found.directory if found else home)
    place = found or choose(home=home, user=user, system_directory=system_directory)
    binaries = programs(user=user, system_directory=system_directory)
    ensure_cluster(place=place, user=user, programs=binaries, lock=lock)
    server_process.ensure_started(place=place, user=user, programs=binaries)
    _ensure_database(place)
    return place


def _ensure_database(place: Place) -> None:
    try:
        with psycopg.connect(_address(place, "postgres"), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if known is None:
                connection.execute(f"CREATE DATABASE {DATABASE}")
    except psycopg.Error as error:
        raise explain(said=str(error), where=place.directory, otherwise="The database could not be opened:") from error


def secret_key(*, home: Path) -> str:
    """Return the home's secret key, or nothing when it has none yet."""
    try:
        return (home / KEY_FILE).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise explain_system(error, where=home / KEY_FILE) from error


def ensure_secret_key(*, home: Path) -> None:
    """Leave a secret key in the home, readable by its owner alone; one that is there stays as it is."""
    path = home / KEY_FILE
    if path.exists():
        return
    try:
        with _lock(home):
            if not path.exists():
                part = path.with_name(f"{KEY_FILE}.part")
                part.unlink(missing_ok=True)
                handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
                with os.fdopen(handle, "w", encoding="ascii") as file:
                    file.write(f"{secrets.token_urlsafe(48)}\n")
                    # Root may be working in the home of somebody who will come back without being root.
                    owner = home.stat()
                    os.fchown(file.fileno(), owner.st_uid, owner.st_gid) if os.geteuid() == 0 else None
                part.replace(path)
    except OSError as error:
        raise explain_system(error, where=path) from error
