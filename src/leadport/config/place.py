"""Where the embedded PostgreSQL of a home keeps its files, and how only its own user gets at them.

Usually that is `postgresql/` in the home. When root runs Leadport with a home that the server's user cannot reach, such
as one below `/root`, it is `/var/lib/leadport/clusters/HASH` instead: no directory outside the home is ever opened to
anybody. The home then holds a file `postgresql.path` that says so, and that keeps saying so when the home is moved.
"""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from leadport.config.failure import EmbeddedServerError
from leadport.config.server_user import ServerUser, may_traverse

# What root keeps for the server: copies of the programs, and the files of homes the server's user cannot reach.
SYSTEM_DIRECTORY = Path("/var/lib/leadport")
LOCK_FILE = "postgresql.lock"
PATH_FILE = "postgresql.path"
KEY_FILE = "secret_key"

# The shortest limit for the path of a socket is that of macOS, 104 bytes with the closing NUL; Linux has four more.
_LONGEST_SOCKET_PATH = 103
_SOCKET_NAME = ".s.PGSQL.5432"


@dataclass(frozen=True)
class Place:
    """The directory of one embedded server, mode 0700 and owned by the user who runs it."""

    directory: Path

    @property
    def data(self) -> Path:
        """What PostgreSQL calls the data directory; it is there complete or not at all."""
        return self.directory / "data"

    @property
    def log(self) -> Path:
        """What the server said since its last start; the start before that is kept beside it as `server.log.1`."""
        return self.directory / "server.log"

    @property
    def socket_directory(self) -> Path:
        """The directory of the server's only door: beside the data, or in /tmp if that path is too long for one."""
        beside = self.directory / "run"
        if len(os.fsencode(beside / _SOCKET_NAME)) <= _LONGEST_SOCKET_PATH:
            return beside
        return Path("/tmp") / f"leadport-{_digest(self.directory)}"  # noqa: S108 - owner and mode are checked before use

    @property
    def socket(self) -> Path:
        """The socket itself."""
        return self.socket_directory / _SOCKET_NAME


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:16]


def usual(home: Path) -> Place:
    """Return the place in the home itself."""
    return Place(home / "postgresql")


def find(home: Path) -> Place | None:
    """Return the place that was chosen for this home, or None when it has no server yet."""
    try:
        return Place(Path((home / PATH_FILE).read_text(encoding="utf-8").rstrip("\n")))
    except FileNotFoundError:
        place = usual(home)
        return place if place.directory.is_dir() else None


def choose(*, home: Path, user: ServerUser, system_directory: Path) -> Place:
    """Choose the place for a new server, once and for all. The caller holds the lock of the home."""
    if not user.steps_down:
        return usual(home)
    _let_in(home, user)
    if may_traverse(user, home):
        return usual(home)
    clusters = system_directory / "clusters"
    clusters.mkdir(mode=0o755, parents=True, exist_ok=True)
    place = Place(clusters / _digest(home))
    part = home / f"{PATH_FILE}.part"
    part.write_text(f"{place.directory}\n", encoding="utf-8")
    part.replace(home / PATH_FILE)
    return place


def _let_in(home: Path, user: ServerUser) -> None:
    """Let the server's group walk through a home that is still empty and root's own; all others stay shut out."""
    found = home.stat()
    if found.st_uid == os.geteuid() and {entry.name for entry in home.iterdir()} <= {LOCK_FILE, KEY_FILE}:
        os.chown(home, -1, user.gid)
        home.chmod(0o710)


def make_private(directory: Path, user: ServerUser) -> None:
    """Make a directory that only the server's user gets into; a directory of others raises EmbeddedServerError."""
    directory.mkdir(mode=0o700, exist_ok=True)
    found = directory.lstat()
    # Root's own one is left over from a start that was cut off just here.
    unclaimed = user.steps_down and found.st_uid == 0 and stat.S_ISDIR(found.st_mode)
    if unclaimed:
        os.chown(directory, user.uid, user.gid, follow_symlinks=False)
    if not is_private(directory, uid=user.uid):
        raise EmbeddedServerError(
            f"{directory} belongs to somebody else or is open to others, so Leadport does not use it."
        )


def is_private(directory: Path, *, uid: int) -> bool:
    """Tell whether this is a real directory of that user which is closed to everybody else."""
    try:
        found = directory.lstat()
    except FileNotFoundError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == uid and stat.S_IMODE(found.st_mode) == 0o700
