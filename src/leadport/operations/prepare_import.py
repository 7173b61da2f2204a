"""From a received source to a verdict for every record; nothing is written to the lead book."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from leadport.domain.mapping import Mapping, Match
from leadport.domain.refusal import Refusal
from leadport.domain.verdicts import Tally
from leadport.engine.artifacts import Values, Verdicts
from leadport.engine.filter import filter_records, keys_for_lookup
from leadport.engine.normalise import normalise
from leadport.operations.fingerprint import Stage, fingerprint
from leadport.operations.import_request import ImportRequest
from leadport.operations.kept import keep, kept
from leadport.operations.match_columns import match_columns
from leadport.operations.progress import Progress, Step, of_step
from leadport.operations.read_source import ReadSource, read_source
from leadport.operations.receive import Received
from leadport.operations.workspace import Workspace
from leadport.store.lookup import look_up


class NoRecords(Refusal):
    """The source is readable and there is nobody in it."""

    code = "no_records"


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """Everything known about an import before it lands; `seconds` by step."""

    source: ReadSource
    match: Match
    mapping: Mapping
    values: Values
    verdicts: Verdicts
    tally: Tally
    watermark: int
    seconds: dict[str, float] = field(default_factory=dict)


def prepare_import(
    *, account_id: int, received: Received, request: ImportRequest, workspace: Workspace, progress: Progress
) -> Prepared:
    """Detect, read, match, normalise, look up and filter; finished stages of an earlier run are used again.

    Raises the refusals of the stages: an unreadable file, no address column, two columns for one field.
    """
    seconds: dict[str, float] = {}
    with _timed(seconds, "read"):
        source = read_source(received=received, hints=request.hints, workspace=workspace, progress=progress)
    if source.records.count == 0:
        raise NoRecords(f"{received.name} has a header and nobody below it. Export the list again.")
    with _timed(seconds, "match"):
        matched = match_columns(account_id=account_id, records=source.records, choices=request.choices)
    with _timed(seconds, "normalise"):
        values = _values(
            source=source, mapping=matched.mapping, request=request, workspace=workspace, progress=progress
        )
    with _timed(seconds, "filter"):
        verdicts, tally, watermark = _verdicts(
            account_id=account_id, values=values, request=request, workspace=workspace, progress=progress
        )
    return Prepared(
        source=source,
        match=matched.match,
        mapping=matched.mapping,
        values=values,
        verdicts=verdicts,
        tally=tally,
        watermark=watermark,
        seconds=seconds,
    )


def _values(
    *, source: ReadSource, mapping: Mapping, request: ImportRequest, workspace: Workspace, progress: Progress
) -> Values:
    key = fingerprint(stage=Stage.NORMALISE, inputs=[source.key], options=[mapping, request.options])
    told = workspace.path / f"normalise-{key[:16]}.json"
    before = kept(path=told, kind=Values)
    if before is not None and before.path.exists():
        return before
    values = normalise(
        records=source.records,
        mapping=mapping,
        options=request.options,
        target=workspace.path / f"normalise-{key[:16]}.parquet",
        spill=workspace.spill,
        progress=of_step(progress, step=Step.NORMALISE),
    )
    keep(path=told, result=values)
    return values


def _verdicts(
    *, account_id: int, values: Values, request: ImportRequest, workspace: Workspace, progress: Progress
) -> tuple[Verdicts, Tally, int]:
    """Always anew: the lead book and the blocklist may have changed since the last time."""
    keys = workspace.path / "keys.parquet"
    progress(step=Step.LOOK_UP, done=0, total=None)
    keys_for_lookup(values=values, target=keys, spill=workspace.spill)
    found = look_up(account_id=account_id, keys=keys, directory=workspace.path)
    verdicts, tally = filter_records(
        values=values,
        existing=found.existing,
        suppressed=found.suppressed,
        options=request.options,
        target=workspace.path / "verdicts.parquet",
        spill=workspace.spill,
        progress=of_step(progress, step=Step.FILTER),
    )
    keys.unlink(missing_ok=True)
    return verdicts, tally, found.watermark


@contextmanager
def _timed(seconds: dict[str, float], step: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    seconds[step] = round(time.monotonic() - began, 3)
