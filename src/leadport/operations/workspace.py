"""The work files of imports: one private directory each, held by one process at a time."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_LOCK = "lock"
_PASSING = "passing"
_PRIVATE = 0o700


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """A directory of mode 0700; `kept` says that it outlives the process."""

    path: Path
    kept: bool

    @property
    def spill(self) -> Path:
        """Where stages put what does not fit into memory; empty between the stages."""
        directory = self.path / "spill"
        directory.mkdir(mode=_PRIVATE, exist_ok=True)
        return directory


def workspace_path(*, home: Path, account_id: int, import_id: int) -> Path:
    """Where the work files of an import are, whether they exist or not."""
    return home / "imports" / str(account_id) / str(import_id)


@contextmanager
def import_workspace(*, home: Path, account_id: int, import_id: int) -> Iterator[Workspace | None]:
    """The work directory of an import, made when missing and locked; None while another process holds it.

    The kernel lets go of the lock when the process ends, however it ends.
    """
    path = workspace_path(home=home, account_id=account_id, import_id=import_id)
    _make(path)
    with _locked(path) as mine:
        yield Workspace(path=path, kept=True) if mine else None


@contextmanager
def passing_workspace(*, home: Path | None) -> Iterator[Workspace]:
    """A work directory that is removed at the end, in the home or, with None, where the system keeps temporary files.

    What killed processes left behind in the home is removed on the way.
    """
    above = _make(home / "imports" / _PASSING) if home else None
    if above:
        _sweep(above)
    path = Path(tempfile.mkdtemp(prefix="leadport-", dir=above))
    try:
        with _locked(path):
            yield Workspace(path=path, kept=False)
    finally:
        shutil.rmtree(path, ignore_errors=True)


def remove_workspace(*, home: Path, account_id: int, import_id: int) -> None:
    """Delete an import's work files; none being there is fine."""
    shutil.rmtree(workspace_path(home=home, account_id=account_id, import_id=import_id), ignore_errors=True)


def _make(path: Path) -> Path:
    path.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    # `parents` obeys the umask only, so each of our own directories is closed by hand.
    for directory in (path, *path.parents):
        directory.chmod(_PRIVATE)
        if directory.name == "imports":
            break
    return path


@contextmanager
def _locked(path: Path) -> Iterator[bool]:
    handle = os.open(path / _LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)


def _sweep(above: Path) -> None:
    for path in above.iterdir():
        # A directory without a lock file has just been made by somebody who is about to lock it.
        if (path / _LOCK).exists():
            with _locked(path) as free:
                if free:
                    shutil.rmtree(path, ignore_errors=True)
