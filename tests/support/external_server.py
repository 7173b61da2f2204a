"""Runs a command with LEADPORT_TEST_DATABASE_URL set to a PostgreSQL server that is started for it alone.

The server is any PostgreSQL from 15 on that is installed; it runs as an ordinary user and listens on a socket only.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from psycopg import pq

from leadport.config.server_user import ServerUser, current_user, dedicated_user, run_as


def installed_programs() -> Path:
    """Return the directory of the newest PostgreSQL that is found, or end with a sentence."""
    places = [Path(path) for path in Path("/").glob("usr/lib/postgresql/*/bin")]
    for name, arguments in (("pg_config", ["--bindir"]), ("postgres", None)):
        program = shutil.which(name)
        if program and arguments:
            said = subprocess.run([program, *arguments], check=False, capture_output=True, text=True)
            places.append(Path(said.stdout.strip()))
        elif program:
            places.append(Path(program).resolve().parent)
    versions = [(version_of(place), place) for place in places if (place / "initdb").exists()]
    version, newest = max(versions, default=(0, Path()))
    if version < 15:
        sys.exit("No PostgreSQL server, version 15 or newer, is installed on this machine.")
    return newest


def version_of(programs: Path) -> int:
    """Return the major version of the server in this directory."""
    said = subprocess.run([programs / "postgres", "--version"], check=True, capture_output=True, text=True).stdout
    found = re.search(r"\d+", said)
    return int(found[0]) if found else 0


def start(*, programs: Path, directory: Path, user: ServerUser) -> "subprocess.Popen[bytes]":
    """Make a cluster in the directory and start its server, which is a child of this process."""
    made = run_as(
        user, [str(programs / "initdb"), "-U", "tester", "-A", "trust", "-E", "UTF8", "-D", f"{directory}/data"]
    )
    if made.returncode != 0:
        sys.exit(made.stdout)
    command = [f"{programs}/postgres", "-D", f"{directory}/data", "-k", f"{directory}", "-c", "listen_addresses="]
    with (directory / "log").open("wb") as log:
        return subprocess.Popen(
            command,
            cwd=directory,
            stdout=log,
            stderr=log,
            start_new_session=True,
            user=user.uid if user.steps_down else None,
            group=user.gid if user.steps_down else None,
            extra_groups=[] if user.steps_down else None,
        )


def main(command: list[str]) -> int:
    """Run the command on a server of its own and return its exit code."""
    programs = installed_programs()
    user = dedicated_user() if os.geteuid() == 0 else current_user()
    directory = Path(tempfile.mkdtemp(prefix="leadport-external-"))
    try:
        os.chown(directory, user.uid, user.gid)
        server = start(programs=programs, directory=directory, user=user)
        try:
            url = f"postgresql://tester@/postgres?host={directory}"
            deadline = time.monotonic() + 60
            while pq.PGconn.ping(url.encode()) != pq.Ping.OK:
                if server.poll() is not None or time.monotonic() > deadline:
                    sys.exit((directory / "log").read_text())
                time.sleep(0.05)
            sys.stderr.write(f"Tests run on PostgreSQL {version_of(programs)} of {programs}.\n")
            return subprocess.run(
                command, check=False, env={**os.environ, "LEADPORT_TEST_DATABASE_URL": url}
            ).returncode
        finally:
            server.terminate()
            server.wait(60)
    finally:
        shutil.rmtree(directory)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
