"""What a ZIP file lists, checked before a byte of it is unpacked."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
from typing import BinaryIO

from leadport.engine.limits import Limits
from leadport.engine.unreadable import (
    ArchiveBomb,
    ArchiveBroken,
    ArchiveEncrypted,
    ArchiveMethod,
    ArchiveTooLarge,
    ArchiveTooManyFiles,
    ArchiveUnsafe,
)
from leadport.engine.written import size_text

_END = b"PK\x05\x06"
_LOCATOR = b"PK\x06\x07"
_LOCAL_HEADER_BYTES = 30
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA})
_CLUTTER = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)


def checked_entries(
    *, archive: BinaryIO, name: str, limits: Limits
) -> tuple[zipfile.ZipFile, tuple[zipfile.ZipInfo, ...]]:
    """Open a ZIP and return it with its files (no folders, no clutter of operating systems), all found harmless.

    Refuses encrypted, unsafe, overlapping, too many and too large entries (APPNOTE 6.3.10, sections 4.3 and 4.4).
    """
    _check_directory(archive, name, limits)
    try:
        opened = zipfile.ZipFile(archive)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):
        raise ArchiveBroken(name=name, detail="its table of contents is wrong") from None
    entries = opened.infolist()
    if len(entries) > limits.archive_entries:
        raise ArchiveTooManyFiles(name=name, detail=str(limits.archive_entries))
    for entry in entries:
        _check_entry(entry, name, limits)
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise ArchiveTooLarge(name=name, detail=size_text(size=limits.unpacked_bytes))
    _check_overlap(archive, entries, name)
    return opened, tuple(entry for entry in entries if not entry.is_dir() and not _CLUTTER.search(entry.filename))


def _check_directory(archive: BinaryIO, name: str, limits: Limits) -> None:
    """Refuse a table of contents that is too long to be read into memory at all."""
    size = archive.seek(0, 2)
    tail_bytes = min(size, 22 + 65535)
    archive.seek(size - tail_bytes)
    tail = archive.read(tail_bytes)
    place = tail.rfind(_END)
    if place < 0 or len(tail) < place + 22:
        raise ArchiveBroken(name=name, detail="it ends too early")
    entries, directory = struct.unpack_from("<HI", tail, place + 10)
    if tail[max(0, place - 20) : place].startswith(_LOCATOR):
        entries, directory = _wide_directory(archive, tail[place - 20 : place], name)
    if entries > limits.archive_entries or directory > limits.archive_directory_bytes:
        raise ArchiveTooManyFiles(name=name, detail=str(limits.archive_entries))
    archive.seek(0)


def _wide_directory(archive: BinaryIO, locator: bytes, name: str) -> tuple[int, int]:
    (offset,) = struct.unpack_from("<Q", locator, 8)
    if offset >= 1 << 63:
        raise ArchiveBroken(name=name, detail="its table of contents is wrong")
    archive.seek(offset)
    record = archive.read(56)
    if len(record) < 56:
        raise ArchiveBroken(name=name, detail="its table of contents is wrong")
    entries, directory = struct.unpack_from("<QQ", record, 32)
    return entries, directory


def _check_entry(entry: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    path = entry.orig_filename.replace("\\", "/")
    if path.startswith("/") or path[1:2] == ":" or ".." in path.split("/") or "\0" in path:
        raise ArchiveUnsafe(name=name, detail="a file whose name leads out of the archive")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise ArchiveUnsafe(name=name, detail="a link to another file")
    if entry.flag_bits & 0x1:
        raise ArchiveEncrypted(name=name)
    if entry.compress_type not in _METHODS:
        raise ArchiveMethod(name=name, detail="packed in a way that is not supported")
    if entry.file_size > limits.unpacked_bytes:
        raise ArchiveTooLarge(name=name, detail=size_text(size=limits.unpacked_bytes))
    if entry.file_size > limits.ratio_free_bytes and entry.file_size > max(1, entry.compress_size) * limits.ratio:
        raise ArchiveBomb(name=name, detail=str(limits.ratio))


def _check_overlap(archive: BinaryIO, entries: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse entries that share bytes: the trick that lets a small file unpack without end."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise ArchiveUnsafe(name=name, detail="files that share the same bytes")
        archive.seek(entry.header_offset)
        header = archive.read(_LOCAL_HEADER_BYTES)
        if len(header) < _LOCAL_HEADER_BYTES or not header.startswith(b"PK\x03\x04"):
            raise ArchiveBroken(name=name, detail="its table of contents is wrong")
        name_bytes, extra_bytes = struct.unpack_from("<HH", header, 26)
        end = entry.header_offset + _LOCAL_HEADER_BYTES + name_bytes + extra_bytes + entry.compress_size
    archive.seek(0)
