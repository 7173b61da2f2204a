"""Starts, watches and stops the server process of the embedded PostgreSQL."""

import os
import signal
import time
from pathlib import Path
from typing import Literal

import psutil
from psycopg import pq

from leadport.config.cluster import SUPERUSER, server_options
from leadport.config.failure import EmbeddedServerError, explain
from leadport.config.place import Place, make_private
from leadport.config.server_user import ServerUser, run_as

# A server that was killed first reads its log again; that takes minutes after a large import.
LONGEST_RECOVERY = 1800.0
# A server that listens answers at once, if only to say that it is busy starting.
LONGEST_SILENCE = 15.0
LONGEST_SHUTDOWN = 120.0
LONGEST_OBSTACLE = 60.0
_PAUSE = 0.01

# What a server says when another one is ending still, or was begun just now by a starter that was killed.
_PASSING_OBSTACLES = ("pre-existing shared memory block", 'lock file "postmaster.pid" already exists')

# No process has this number. PostgreSQL looks for it, finds nobody, and goes on to check its shared memory as after any
# crash.
_NOBODY = 2**31 - 1

# The server is put into the background by a shell that ends at once, so it is nobody's child: it outlives its starter,
# and when it ends, the system and not a forgetful parent clears it away. PostgreSQL's own interlock stays in force:
# only the number in its lock file is changed, and only when that number is a stranger's. The socket needs no interlock
# of its own, as its directory is nobody else's.
_START_SCRIPT = f"""
log=$1 foreign=$2 lock=$3 socket=$4
shift 4
if [ -n "$foreign" ]; then
    sed '1s/.*/{_NOBODY}/' "$lock" >"$lock.new" && mv -f "$lock.new" "$lock" || exit 1
fi
rm -f "$socket" "$socket.lock" || exit 1
if [ -f "$log" ]; then mv -f "$log" "$log.1" || exit 1; fi
: >"$log" || exit 1
"$@" >"$log" 2>&1 </dev/null &
echo $!
"""

State = Literal["ready", "silent", "gone"]


def running_process(place: Place) -> int | None:
    """Return the process id of the server of this place, or None when none runs."""
    process = _noted_process(place)
    return process if process is not None and _is_server(process, place) else None


def _noted_process(place: Place) -> int | None:
    """Return the process id in PostgreSQL's lock file, which may belong to anybody after a crash."""
    try:
        first = (place.data / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0].strip()
    except FileNotFoundError:
        return None
    return int(first) if first.isdecimal() else None


def _is_server(process: int, place: Place) -> bool:
    """Tell whether this process is alive and runs on the data of this place."""
    try:
        found = psutil.Process(process)
        return found.status() != psutil.STATUS_ZOMBIE and str(place.data) in found.cmdline()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False


def ensure_started(*, place: Place, user: ServerUser, programs: Path) -> None:
    """Leave the server running and answering; raises EmbeddedServerError. The caller holds the lock of the home."""
    deadline = time.monotonic() + LONGEST_OBSTACLE
    while True:
        found = running_process(place)
        process = found or _launch(place=place, user=user, programs=programs)
        state = wait(place=place, process=process)
        if state == "ready":
            return
        if state == "silent":
            # It runs, but its socket is lost, by a cleaned /tmp for instance: nobody can ever reach it again.
            stop(place=place, process=process)
        said = _last_words(place)
        passes = state == "silent" or found is not None or any(obstacle in said for obstacle in _PASSING_OBSTACLES)
        if not passes or time.monotonic() > deadline:
            raise explain(said=said, where=place.directory, otherwise="PostgreSQL did not start:")
        time.sleep(10 * _PAUSE)


def _launch(*, place: Place, user: ServerUser, programs: Path) -> int:
    """Put the server into the background and return its process id."""
    make_private(place.socket_directory, user)
    # Process ids are used again, above all in containers. PostgreSQL would take a stranger with that id for itself.
    noted = _noted_process(place)
    foreign = "yes" if noted is not None and psutil.pid_exists(noted) else ""
    options = [f"--{name}={value}" for name, value in server_options(place=place).items()]
    script = ["/bin/sh", "-c", _START_SCRIPT, "sh"]
    files = [str(place.log), foreign, str(place.data / "postmaster.pid"), str(place.socket)]
    started = run_as(user, [*script, *files, str(programs / "postgres"), "-D", str(place.data), *options])
    if started.returncode != 0 or not started.stdout.strip().isdecimal():
        raise explain(said=started.stdout, where=place.directory, otherwise="PostgreSQL could not be started:")
    return int(started.stdout)


def wait(*, place: Place, process: int) -> State:
    """Wait until the server answers, has ended or has been silent for too long; raises EmbeddedServerError."""
    address = f"host='{_quoted(place.socket_directory)}' user={SUPERUSER} dbname=postgres".encode()
    began = last_word = time.monotonic()
    while True:
        match pq.PGconn.ping(address):
            case pq.Ping.OK:
                return "ready"
            case pq.Ping.REJECT:
                last_word = time.monotonic()
        if not _is_server(process, place):
            return "gone"
        if time.monotonic() - last_word > LONGEST_SILENCE:
            return "silent"
        if time.monotonic() - began > LONGEST_RECOVERY:
            raise EmbeddedServerError("PostgreSQL is still recovering from a crash. Run the same command again later.")
        time.sleep(_PAUSE)


def _quoted(path: Path) -> str:
    """Return a path as libpq wants it between single quotes."""
    return str(path).replace("\\", "\\\\").replace("'", "\\'")


def stop(*, place: Place, process: int) -> None:
    """End the server in good order, rolling back what is not committed; raises EmbeddedServerError."""
    deadline = time.monotonic() + LONGEST_SHUTDOWN
    try:
        os.kill(process, signal.SIGINT)
    except ProcessLookupError:
        return
    while _is_server(process, place):
        if time.monotonic() > deadline:
            raise EmbeddedServerError(f"PostgreSQL, process {process}, does not stop. Its log is {place.log}.")
        time.sleep(_PAUSE)


def _last_words(place: Place) -> str:
    """Return what the server said since its last start, as far as it can be read."""
    try:
        return place.log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
