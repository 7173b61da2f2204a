"""Says how a file is written, without a database."""

from __future__ import annotations

from dataclasses import dataclass

from leadport.domain.dialect import Dialect, DialectHints
from leadport.operations.progress import Progress
from leadport.operations.read_source import read_source
from leadport.operations.receive import Source, receive
from leadport.operations.workspace import passing_workspace


@dataclass(frozen=True, kw_only=True)
class DetectedPart:
    """One text of the source: the name the user knows it by, and how it is written."""

    name: str
    dialect: Dialect


@dataclass(frozen=True, kw_only=True)
class Detection:
    """How a source is written; `header` names the columns of all its texts together, `records` counts their records."""

    parts: tuple[DetectedPart, ...]
    header: tuple[str, ...]
    records: int


def detect_source(*, source: Source, hints: DialectHints, progress: Progress) -> Detection:
    """Read the source once, keep nothing, and say how it is written; raises what `receive` and `read_source` refuse."""
    with passing_workspace(home=None) as workspace:
        received = receive(source=source, directory=workspace.path, progress=progress)
        found = read_source(received=received, hints=hints, workspace=workspace, progress=progress)
        named = zip(found.detected.parts, found.detected.dialects, strict=True)
        parts = tuple(DetectedPart(name=part.name, dialect=dialect) for part, dialect in named)
        return Detection(parts=parts, header=found.records.header, records=found.records.count)
