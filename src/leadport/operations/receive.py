"""Takes a source in: a file on disk is hashed where it stands, a stream is written to disk while it is hashed."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from leadport.engine.unreadable import NotAFile, SourceForbidden, SourceMissing
from leadport.operations.progress import Progress, Step

_BLOCK = 1 << 20


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

    `name` is the last part of the name the user gave. `spooled` says that the file is a copy of ours.
    """

    path: Path
    name: str
    sha256: str
    size: int
    pasted: bool = False
    spooled: bool = False


def receive(*, source: Source, directory: Path, progress: Progress) -> Received:
    """The source as a file on disk; streams are written into `directory`.

    Raises SourceMissing, SourceForbidden or NotAFile.
    """
    if source.stream is not None:
        return _spooled(source=source, stream=source.stream, directory=directory, progress=progress)
    if source.path is None:
        raise ValueError("a source has a path or a stream")
    try:
        with _opened(source.path, name=source.name) as file:
            kind = os.fstat(file.fileno())
            if stat.S_ISFIFO(kind.st_mode):
                return _spooled(source=source, stream=file, directory=directory, progress=progress)
            digest = _copied(file, None, progress=progress, total=kind.st_size)
    except FileNotFoundError:
        raise SourceMissing(name=source.name) from None
    except PermissionError:
        raise SourceForbidden(name=source.name) from None
    name = Path(source.name).name or source.name
    return Received(path=source.path.absolute(), name=name, sha256=digest, size=kind.st_size, pasted=source.pasted)


def _opened(path: Path, *, name: str) -> BinaryIO:
    mode = path.stat().st_mode
    # The shell's <(command) is a pipe that somebody writes to already; any other one could keep us waiting for ever.
    is_from_shell = path.is_relative_to("/dev/fd") or path.is_relative_to("/proc/self/fd")
    if not stat.S_ISREG(mode) and not (stat.S_ISFIFO(mode) and is_from_shell):
        raise NotAFile(name=name, detail=_kind(mode))
    return path.open("rb")


def _kind(mode: int) -> str:
    kinds = ((stat.S_ISDIR, "a directory"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"))
    return next((words for test, words in kinds if test(mode)), "a device")


def _spooled(*, source: Source, stream: BinaryIO, directory: Path, progress: Progress) -> Received:
    path = directory / "source"
    with path.open("wb") as file:
        digest = _copied(stream, file, progress=progress, total=None)
        file.flush()
        os.fsync(file.fileno())
    name = Path(source.name).name or source.name
    return Received(path=path, name=name, sha256=digest, size=path.stat().st_size, pasted=source.pasted, spooled=True)


def _copied(stream: BinaryIO, copy: BinaryIO | None, *, progress: Progress, total: int | None) -> str:
    digest, done = hashlib.sha256(), 0
    while block := stream.read(_BLOCK):
        digest.update(block)
        if copy is not None:
            copy.write(block)
        done += len(block)
        progress(step=Step.RECEIVE, done=done, total=total)
    return digest.hexdigest()
