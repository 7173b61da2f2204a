"""The lists in a ZIP file, written to disk one by one."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from leadport.engine.limits import KIB, Limits
from leadport.engine.magic import HEAD_BYTES, Kind, kind_of
from leadport.engine.unreadable import ArchiveBroken, ArchiveNested, ArchiveWithoutText
from leadport.engine.written import CountedFile

_STEP = 256 * KIB
_COMPANION = re.compile(
    r"(?:\.(?:pdf|html?|css|js|png|jpe?g|gif|svg|ico|md|docx?|json|xml)|(?:^|/)(?:read[-_ ]?me|licen[cs]e)(?:\.txt)?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Unzipped:
    """One file taken out of a ZIP file; `member` is its whole name in there."""

    path: Path
    member: str


def unzip_lists(
    *, archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], name: str, workdir: Path, limits: Limits
) -> tuple[Unzipped, ...]:
    """Write every file that may be a list to `workdir`, in the order of the archive.

    Empty files are passed over, and so are the pages, pictures and read-me files that travel with exports. Archives
    inside are refused; any other file is written, and whoever looks at it next says what is wrong with it.
    """
    chosen = tuple(_lists(archive, entries, name))
    if not chosen:
        raise ArchiveWithoutText(name=name)
    spent = 0
    found: list[Unzipped] = []
    for number, entry in enumerate(chosen, start=1):
        target = workdir / f"unzipped-{number}"
        with CountedFile(target=target, name=name, packed=entry.compress_size, limits=limits, spent=spent) as out:
            for block in _blocks(archive, entry, name):
                out.write(block)
        spent += out.written
        found.append(Unzipped(path=target, member=entry.filename))
    return tuple(found)


def _lists(archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], name: str) -> Iterator[zipfile.ZipInfo]:
    for entry in entries:
        if entry.file_size == 0 or _COMPANION.search(entry.filename):
            continue
        kind, label = kind_of(head=next(_blocks(archive, entry, name), b"")[:HEAD_BYTES])
        if kind in (Kind.GZIP, Kind.ARCHIVE):
            raise ArchiveNested(name=name, detail=label)
        yield entry


def _blocks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    try:
        with archive.open(entry) as stream:
            while block := stream.read(_STEP):
                yield block
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError):
        raise ArchiveBroken(name=name, detail="its checksum or its contents are wrong") from None
