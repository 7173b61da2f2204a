"""Who runs the embedded PostgreSQL. It refuses to run as root, so root lends it a system user of its own."""

import os
import pwd
import shutil
import stat
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from leadport.config.environment import read
from leadport.config.failure import EmbeddedServerError


@dataclass(frozen=True)
class ServerUser:
    """The user and group the server's processes run as, and whether that means leaving root behind."""

    uid: int
    gid: int
    steps_down: bool


def current_user() -> ServerUser:
    """Return the user of this process: an ordinary user runs the server itself."""
    return ServerUser(uid=os.geteuid(), gid=os.getegid(), steps_down=False)


def for_directory(directory: Path) -> ServerUser:
    """Return who must run the server whose files are in this directory, which may be missing still.

    Root runs it as the owner of an existing directory, otherwise as the dedicated user. Raises EmbeddedServerError.
    """
    if os.geteuid() != 0:
        return current_user()
    try:
        owner = directory.stat()
    except FileNotFoundError:
        return dedicated_user()
    return ServerUser(uid=owner.st_uid, gid=owner.st_gid, steps_down=True) if owner.st_uid != 0 else dedicated_user()


def dedicated_user() -> ServerUser:
    """Return the system user for servers that root starts, making it when it is missing; raises EmbeddedServerError."""
    name = read("LEADPORT_SERVER_USER")
    entry = _look_up(name) or _make(name)
    if entry.pw_uid == 0:
        raise EmbeddedServerError("LEADPORT_SERVER_USER names root, and PostgreSQL does not run as root.")
    return ServerUser(uid=entry.pw_uid, gid=entry.pw_gid, steps_down=True)


def _look_up(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _make(name: str) -> pwd.struct_passwd:
    """Add the system user with the tool this system has: shadow's useradd, or the adduser of BusyBox."""
    why = "this system has neither useradd nor adduser"
    if shutil.which("useradd"):
        command = [
            "useradd",
            "--system",
            "--user-group",
            "--no-create-home",
            "--home-dir",
            "/nonexistent",
            "--shell",
            "/bin/false",
            name,
        ]
        why = _try(command)
    elif shutil.which("adduser"):
        why = _try(["adduser", "-S", "-D", "-H", "-h", "/nonexistent", "-s", "/bin/false", name])
    # Another process may have added it at the same moment: what counts is that it is there.
    entry = _look_up(name)
    if entry is None:
        raise EmbeddedServerError(
            f"PostgreSQL does not run as root, and the system user {name} for it could not be made: {why}. "
            "Add that user, name another in LEADPORT_SERVER_USER, do not run Leadport as root, or set DATABASE_URL."
        )
    return entry


def _try(command: list[str]) -> str:
    done = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return done.stdout.strip() or f"{command[0]} gave no reason"


def may_traverse(user: ServerUser, path: Path) -> bool:
    """Tell whether the user may walk through every directory of the path, by its permission bits."""
    return all(_grants(user, directory, read=False) for directory in (path, *path.parents))


def may_read(user: ServerUser, path: Path) -> bool:
    """Tell whether the user may walk to the path and read it."""
    return may_traverse(user, path.parent) and _grants(user, path, read=True)


def _grants(user: ServerUser, path: Path, *, read: bool) -> bool:
    """Look at the class of bits that applies to the user; access lists that grant more are not relied upon."""
    found = path.stat()
    shift = 6 if found.st_uid == user.uid else 3 if found.st_gid == user.gid else 0
    wanted = stat.S_IXOTH | (stat.S_IROTH if read else 0)
    return (found.st_mode >> shift) & wanted == wanted


def run_as(
    user: ServerUser, command: list[str], *, keep_open: Sequence[int] = ()
) -> "subprocess.CompletedProcess[str]":
    """Run a program as the server's user, with its own session, a private umask and none of our environment."""
    # The working directory of this process may be closed to that user, and PostgreSQL insists on knowing its own.
    return subprocess.run(
        command,
        check=False,
        cwd="/",
        env={"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C", "TZ": "UTC"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
        pass_fds=keep_open,
        umask=0o077,
        user=user.uid if user.steps_down else None,
        group=user.gid if user.steps_down else None,
        extra_groups=[] if user.steps_down else None,
    )
