"""From the file a user gave to the plain texts in it; the bytes say what it is, its name does not."""

from __future__ import annotations

import os
import re
import shutil
import stat
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from leadport.engine.artifacts import SourcePart
from leadport.engine.export_status import statuses_of
from leadport.engine.gzip_text import inflate_gzip
from leadport.engine.limits import DEFAULT_LIMITS, Limits
from leadport.engine.magic import HEAD_BYTES, Kind, kind_of
from leadport.engine.ole import ole_refusal
from leadport.engine.spreadsheet import sheet_to_csv
from leadport.engine.unreadable import (
    ArchiveMethod,
    ArchiveNested,
    BinaryFile,
    EmptySource,
    HtmlFile,
    NotAFile,
    NotATable,
    PdfFile,
    SourceBroken,
    SourceForbidden,
    SourceMissing,
    UnreadableSource,
)
from leadport.engine.zip_content import Content, content_of
from leadport.engine.zip_lists import Unzipped, unzip_lists
from leadport.engine.zip_table import checked_entries

_LONGEST_NAME = 255
_BLANK = b" \t\r\n\xef\xbb\xbf\xfe\xff\0"


@dataclass(frozen=True, kw_only=True)
class _Piece:
    """A file on its way to becoming a part; `archive` is the name of the archive it came out of."""

    path: Path
    name: str
    archive: str | None = None


def unpack(*, source: Path, name: str, workdir: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[SourcePart, ...]:
    """Return the plain texts of `source` in order: itself, or what its archive or spreadsheet holds, below `workdir`.

    `name` is what the user calls it. Plain text of any size stays where it is. Whatever is not a list of people is
    refused (`UnreadableSource`), and then nothing of it stays in `workdir`.
    """
    staging = workdir / "unpacked"
    try:
        pieces = _pieces(_Piece(path=source, name=clean_name(name=name)), staging, limits)
        parts = [
            _as_part(piece, staging / f"sheet-{number}.csv", limits) for number, piece in enumerate(pieces, start=1)
        ]
    except UnreadableSource:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    statuses = statuses_of(names=[piece.name for piece in pieces])
    return tuple(replace(part, status=status) for part, status in zip(parts, statuses, strict=True))


def clean_name(*, name: str) -> str:
    """A file name as plain data for sentences: no folders, no control or direction signs, at most 255 characters."""
    last = re.split(r"[/\\]", name.strip().rstrip("/\\"))[-1]
    shown = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    return shown[:_LONGEST_NAME].strip() or "This source"


def _pieces(outer: _Piece, staging: Path, limits: Limits) -> list[_Piece]:
    """The files that hold one list each: the source itself, or what is in it when it is an archive."""
    kind, _ = _look(outer)
    if kind is Kind.GZIP:
        _make_private(staging)
        target = staging / "inflated"
        inflate_gzip(source=outer.path, name=outer.name, target=target, limits=limits)
        return [
            _Piece(path=target, name=re.sub(r"\.gz(?:ip)?$", "", outer.name, flags=re.IGNORECASE), archive=outer.name)
        ]
    if kind is Kind.ZIP:
        return _from_zip(outer, staging, limits)
    return [outer]


def _from_zip(outer: _Piece, staging: Path, limits: Limits) -> list[_Piece]:
    with outer.path.open("rb") as stream:
        archive, entries = checked_entries(archive=stream, name=outer.name, limits=limits)
        if content_of(archive=archive, name=outer.name) is Content.WORKBOOK:
            return [outer]
        _make_private(staging)
        found = unzip_lists(archive=archive, entries=entries, name=outer.name, workdir=staging, limits=limits)
    names = _member_names(found)
    return [_Piece(path=item.path, name=name, archive=outer.name) for item, name in zip(found, names, strict=True)]


def _member_names(found: Sequence[Unzipped]) -> list[str]:
    """The names without folders, or with them where two files would bear the same name."""
    short = [clean_name(name=item.member) for item in found]
    often = Counter(short)
    return [
        name
        if often[name] == 1
        else " / ".join(clean_name(name=folder) for folder in re.split(r"[/\\]+", item.member) if folder)
        for name, item in zip(short, found, strict=True)
    ]


def _as_part(piece: _Piece, target: Path, limits: Limits) -> SourcePart:
    """One text: the piece as it is, or its spreadsheet written to `target`."""
    kind, label = _look(piece)
    if kind is Kind.TEXT:
        return SourcePart(path=piece.path, name=piece.name)
    if kind is Kind.ZIP:
        with piece.path.open("rb") as stream:
            archive, _ = checked_entries(archive=stream, name=piece.name, limits=limits)
            content = content_of(archive=archive, name=piece.name)
        if content is Content.WORKBOOK:
            _make_private(target.parent)
            name = sheet_to_csv(source=piece.path, name=piece.name, target=target, limits=limits)
            if piece.archive is not None:
                piece.path.unlink()
            return SourcePart(path=target, name=name, rows_from_sheet=True)
    raise ArchiveNested(name=piece.archive or piece.name, detail=label)


def _look(piece: _Piece) -> tuple[Kind, str]:
    """The kind of a file; files that can hold no list are refused."""
    head = _head(piece)
    kind, label = kind_of(head=head)
    if len(head) < HEAD_BYTES and not head.strip(_BLANK):
        raise EmptySource(name=piece.name)
    match kind:
        case Kind.HTML:
            raise HtmlFile(name=piece.name)
        case Kind.PDF:
            raise PdfFile(name=piece.name)
        case Kind.DOCUMENT:
            raise NotATable(name=piece.name, detail=label)
        case Kind.BINARY:
            raise BinaryFile(name=piece.name, detail=label)
        case Kind.ARCHIVE if piece.archive is not None:
            raise ArchiveNested(name=piece.archive, detail=label)
        case Kind.ARCHIVE:
            raise ArchiveMethod(name=piece.name, detail=label)
        case Kind.OLE:
            raise ole_refusal(path=piece.path, name=piece.name)
    return kind, label


def _head(piece: _Piece) -> bytes:
    """The first bytes of a regular file; devices, pipes and folders are never opened."""
    try:
        mode = piece.path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise NotAFile(name=piece.name, detail=_shape(mode))
        with piece.path.open("rb") as stream:
            return stream.read(HEAD_BYTES)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise SourceMissing(name=piece.name) from None
    except PermissionError:
        raise SourceForbidden(name=piece.name) from None
    except OSError as error:
        raise SourceBroken(name=piece.name, detail=os.strerror(error.errno or 0)) from None


def _shape(mode: int) -> str:
    for test, shape in ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket")):
        if test(mode):
            return shape
    return "a device"


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
