"""Takes a source in: a file on disk is hashed where it stands, a stream is written to disk while it is hashed."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from leadport.engine.unreadable import (
    EmptySource,
    NotAFile,
    SourceBroken,
    SourceForbidden,
    SourceMissing,
    UnreadableSource,
)
from leadport.operations.progress import Progress, Step

_BLOCK = 1 << 20


class SourceChanged(UnreadableSource):
    """Somebody writes to the file, replaced it or took it away while it was being read."""

    code = "source_changed"
    sentence = "{name} was changed while it was being read. Wait until it is finished, and run the same command again."


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where the people come from: a file (`path`) or a stream of bytes; `name` is what the user calls it.

    `pasted` says that it holds one contact a line, cells between commas, lines of differing length, no header.
    """

    name: str
    path: Path | None = None
    stream: BinaryIO | None = None
    pasted: bool = False


@dataclass(frozen=True, kw_only=True)
class Received:
    """A source on disk with its size in bytes and its SHA-256 as hex digits.

    `name` is the last part of the name the user gave. `spooled` says that the file is a copy of ours; any other
    file has a `stamp`, which differs as soon as somebody writes to it or puts another one in its place.
    """

    path: Path
    name: str
    sha256: str
    size: int
    pasted: bool = False
    spooled: bool = False
    stamp: tuple[int, int, int] | None = None


def receive(*, source: Source, directory: Path, progress: Progress) -> Received:
    """The source as a file on disk; streams are written into `directory`.

    Raises SourceMissing, SourceForbidden, SourceBroken, SourceChanged, EmptySource or NotAFile.
    """
    if source.stream is not None:
        return _spooled(source=source, stream=source.stream, directory=directory, progress=progress)
    if source.path is None:
        raise ValueError("a source has a path or a stream")
    with _opened(source.path, name=source.name) as file:
        kind = os.fstat(file.fileno())
        if stat.S_ISFIFO(kind.st_mode):
            return _spooled(source=source, stream=file, directory=directory, progress=progress)
        digest = _hashed(file, size=kind.st_size, name=source.name, progress=progress)
    return Received(
        path=source.path.absolute(),
        name=_readable_name(source),
        sha256=digest,
        size=kind.st_size,
        pasted=source.pasted,
        stamp=_stamp(kind),
    )


@contextmanager
def unchanged(received: Received) -> Iterator[None]:
    """Raise SourceChanged when the file is not what was received any more, whatever trouble that made on the way."""
    try:
        yield
    except (OSError, UnreadableSource):
        _refuse_changed(received)
        raise
    _refuse_changed(received)


def _refuse_changed(received: Received) -> None:
    if received.stamp is None:
        return
    try:
        now = _stamp(received.path.stat())
    except OSError:
        now = None
    if now != received.stamp:
        raise SourceChanged(name=received.name) from None


def _stamp(kind: os.stat_result) -> tuple[int, int, int]:
    return kind.st_ino, kind.st_size, kind.st_mtime_ns


def _opened(path: Path, *, name: str) -> BinaryIO:
    try:
        kind = path.stat()
        _refuse_unreadable(path, kind, name=name)
        return path.open("rb")
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise SourceMissing(name=name) from None
    except PermissionError:
        raise SourceForbidden(name=name) from None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise SourceMissing(name=name) from None
        raise SourceBroken(name=name, detail=os.strerror(error.errno or 0)) from None


def _refuse_unreadable(path: Path, kind: os.stat_result, *, name: str) -> None:
    # The shell's <(command) is a pipe that somebody writes to already; any other one could keep us waiting for ever.
    is_from_shell = path.is_relative_to("/dev/fd") or path.is_relative_to("/proc/self/fd")
    if not stat.S_ISREG(kind.st_mode) and not (stat.S_ISFIFO(kind.st_mode) and is_from_shell):
        raise NotAFile(name=name, detail=_kind(kind.st_mode))
    if stat.S_ISREG(kind.st_mode) and kind.st_size == 0:
        # The system's own files call themselves empty, and some of them never end.
        raise EmptySource(name=name)


def _kind(mode: int) -> str:
    kinds = ((stat.S_ISDIR, "a directory"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"))
    return next((words for test, words in kinds if test(mode)), "a device")


def _readable_name(source: Source) -> str:
    """The last part of the name; bytes of a file name that are no text become marks."""
    name = Path(source.name).name or source.name
    return os.fsencode(name).decode("utf-8", errors="replace")


def _spooled(*, source: Source, stream: BinaryIO, directory: Path, progress: Progress) -> Received:
    path = directory / "source"
    with path.open("wb") as file:
        digest = _copied(stream, file, progress=progress)
        file.flush()
        os.fsync(file.fileno())
    name = _readable_name(source)
    return Received(path=path, name=name, sha256=digest, size=path.stat().st_size, pasted=source.pasted, spooled=True)


def _copied(stream: BinaryIO, copy: BinaryIO, *, progress: Progress) -> str:
    digest, done = hashlib.sha256(), 0
    while block := stream.read(_BLOCK):
        digest.update(block)
        copy.write(block)
        done += len(block)
        progress(step=Step.RECEIVE, done=done, total=None)
    return digest.hexdigest()


def _hashed(file: BinaryIO, *, size: int, name: str, progress: Progress) -> str:
    """The hash of the `size` bytes that the file had when it was opened; one that is still growing is refused."""
    digest, done = hashlib.sha256(), 0
    while block := _block(file, name=name):
        digest.update(block)
        done += len(block)
        if done > size:
            raise SourceChanged(name=name)
        progress(step=Step.RECEIVE, done=done, total=size)
    return digest.hexdigest()


def _block(file: BinaryIO, *, name: str) -> bytes:
    try:
        return file.read(_BLOCK)
    except OSError as error:
        raise SourceBroken(name=name, detail=os.strerror(error.errno or 0)) from None
