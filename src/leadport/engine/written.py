"""A file of ours that unpacking writes: private, counted, and gone again when unpacking fails."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from leadport.engine.limits import GIB, MIB, Limits
from leadport.engine.unreadable import ArchiveBomb, ArchiveTooLarge, DiskFull

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def open_private(*, target: Path) -> BinaryIO:
    """Open `target` for writing, empty, readable by its owner only, never through a symbolic link."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
    return os.fdopen(os.open(target, flags, 0o600), "wb")


class CountedFile:
    """Takes the bytes that come out of an archive; refuses them beyond the limits and then leaves no file behind."""

    def __init__(self, *, target: Path, name: str, packed: int, limits: Limits, spent: int = 0) -> None:
        self._target = target
        self._name = name
        self._packed = max(1, packed)
        self._limits = limits
        self._spent = spent
        self.written = 0

    def __enter__(self) -> Self:
        self._file = open_private(target=self._target)
        return self

    def write(self, block: bytes) -> None:
        """Write one block, or refuse."""
        self.written += len(block)
        if self._spent + self.written > self._limits.unpacked_bytes:
            raise ArchiveTooLarge(name=self._name, detail=size_text(size=self._limits.unpacked_bytes))
        if self.written > self._limits.ratio_free_bytes and self.written > self._packed * self._limits.ratio:
            raise ArchiveBomb(name=self._name, detail=str(self._limits.ratio))
        try:
            self._file.write(block)
        except OSError as error:
            raise self._full(error) from None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        trouble: OSError | None = None
        try:
            self._file.close()
        except OSError as problem:
            trouble = problem
        if trouble is not None or error is not None:
            self._target.unlink(missing_ok=True)
        if trouble is not None and error is None:
            raise self._full(trouble) from None

    def _full(self, error: OSError) -> Exception:
        return DiskFull(name=self._name) if error.errno in FULL else error


def size_text(*, size: int) -> str:
    """A size for a sentence, in the largest unit that fits."""
    unit, label = (GIB, "GB") if size >= GIB else (MIB, "MB")
    return f"{size / unit:g} {label}"
