"""From a received source to records: unpack, detect, read, each finished stage kept under its fingerprint."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace

from leadport.domain.dialect import Dialect, DialectHints
from leadport.engine.artifacts import Records, SourcePart
from leadport.engine.detect import detect
from leadport.engine.limits import MAX_COLUMNS
from leadport.engine.lines import RECORD_LIMIT
from leadport.engine.read import read
from leadport.engine.unpack import unpack
from leadport.engine.unreadable import TooManyColumns
from leadport.operations.fingerprint import Stage, fingerprint
from leadport.operations.kept import keep, kept
from leadport.operations.progress import Progress, Step, of_step
from leadport.operations.receive import Received, unchanged
from leadport.operations.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Detected:
    """The texts of a source and how each is written, in the same order."""

    parts: tuple[SourcePart, ...]
    dialects: tuple[Dialect, ...]


@dataclass(frozen=True, kw_only=True)
class ReadSource:
    """A source split into records; `key` is the fingerprint of everything that decided how."""

    detected: Detected
    records: Records
    key: str


def read_source(*, received: Received, hints: DialectHints, workspace: Workspace, progress: Progress) -> ReadSource:
    """The records of a source, from the kept files when the same was read before.

    Raises the refusals of the unpacker and the detector (an empty or binary file, an archive of many files, a bomb),
    and SourceChanged.
    """
    key = fingerprint(stage=Stage.READ, inputs=[received.sha256], options=[received.name, received.pasted, hints])
    told = workspace.path / f"read-{key[:16]}.json"
    before = kept(path=told, kind=ReadSource)
    if before is not None and before.key == key and before.records.path.exists():
        return before
    with unchanged(received):
        detected = detect_parts(received=received, hints=hints, workspace=workspace)
        records = read(
            parts=detected.parts,
            dialects=detected.dialects,
            target=workspace.path / f"read-{key[:16]}.parquet",
            progress=of_step(progress, step=Step.READ),
        )
    result = ReadSource(detected=detected, records=records, key=key)
    keep(path=told, result=result)
    return result


def detect_parts(*, received: Received, hints: DialectHints, workspace: Workspace) -> Detected:
    """The texts of a source and their dialects; pasted lines are cells between commas without a header."""
    unpacked = workspace.path / "parts"
    unpacked.mkdir(mode=0o700, exist_ok=True)
    if received.pasted:
        hints = replace(hints, delimiter=hints.delimiter or ",", has_header=False)
    parts = unpack(source=received.path, name=received.name, workdir=unpacked)
    dialects = tuple(detect(part=part, hints=hints) for part in parts)
    if received.pasted:
        dialects = tuple(_as_pasted(part, dialect) for part, dialect in zip(parts, dialects, strict=True))
    return Detected(parts=parts, dialects=dialects)


def _as_pasted(part: SourcePart, dialect: Dialect) -> Dialect:
    """Pasted lines differ in length, so the longest decides how many columns there are; blanks round cells go."""
    longest = dialect.columns
    with part.path.open(encoding=dialect.encoding, errors="replace", newline="") as file:
        while line := file.readline(RECORD_LIMIT):
            longest = max(longest, _cells(line, delimiter=dialect.delimiter or ","))
            if longest > MAX_COLUMNS:
                raise TooManyColumns(name=part.name, detail=str(MAX_COLUMNS))
    return replace(dialect, skip_space=True, has_header=False, header_lines=0, header=("",) * longest)


def _cells(line: str, *, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), []))
    except csv.Error:
        # A cell of this length fails its line when that is read, so it need not fit.
        return 0
