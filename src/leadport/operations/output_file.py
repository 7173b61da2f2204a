"""A file that a user asked for: checked before the work begins, and there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leadport.domain.refusal import Refusal


class OutputRefused(Refusal):
    """The file cannot be written where it was asked for."""

    code = "output_refused"


def check_output(*, path: Path, source: Path | None = None) -> None:
    """Return when the file may be written; raises OutputRefused, also when it is the source itself."""
    try:
        path.stat()
    except FileNotFoundError:
        pass
    except (OSError, ValueError):
        raise OutputRefused("No file can be written under this name. Choose another one.") from None
    if path.is_dir():
        raise OutputRefused(f"{path} is a directory. Name a file.")
    if not path.absolute().parent.is_dir():
        raise OutputRefused(f"There is no directory {path.absolute().parent} to write {path.name} into.")
    if not os.access(path if path.exists() else path.absolute().parent, os.W_OK):
        raise OutputRefused(f"You may not write {path}.")
    if source is not None and source.exists() and path.exists() and path.samefile(source):
        raise OutputRefused(f"{path} is the file to be read. Name another one.")


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A path to write to; when that went well the file takes its place, otherwise nothing of it remains."""
    if path.exists() and not path.is_file():
        # A pipe or a device such as /dev/stdout cannot be replaced, only written to.
        yield path
        return
    try:
        handle, name = tempfile.mkstemp(prefix=".leadport-", dir=path.absolute().parent)
    except (FileNotFoundError, PermissionError):
        raise OutputRefused(f"No new file can be made where {path} is to be. Name another place.") from None
    os.close(handle)
    unfinished = Path(name)
    try:
        yield unfinished
        mask = os.umask(0)
        os.umask(mask)
        unfinished.chmod(0o666 & ~mask)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
