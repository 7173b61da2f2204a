"""Says which column of a file is what, without a database."""

from __future__ import annotations

from leadport.domain.dialect import DialectHints
from leadport.domain.mapping import Mapping, Match
from leadport.engine.artifacts import Records
from leadport.engine.match import match, profile
from leadport.engine.presets import all_presets
from leadport.operations.progress import Progress
from leadport.operations.read_source import read_source
from leadport.operations.receive import Source, receive
from leadport.operations.workspace import passing_workspace


def match_source(*, source: Source, hints: DialectHints, progress: Progress) -> Match:
    """Read the source, keep nothing, and suggest a field for each column; raises what reading refuses."""
    with passing_workspace(home=None) as workspace:
        received = receive(source=source, directory=workspace.path, progress=progress)
        found = read_source(received=received, hints=hints, workspace=workspace, progress=progress)
        return suggest(records=found.records)


def export_title(match: Match) -> str | None:
    """What people call the export that was recognised, or None."""
    return next((preset.title for preset in all_presets() if preset.name == match.preset), None)


def suggest(*, records: Records, remembered: Mapping | None = None, preset: str | None = None) -> Match:
    """The suggestion for a source: what is remembered, what a preset knows, what headers and values say.

    Raises UnknownPreset.
    """
    profiles = profile(records=records.path, header=records.header)
    return match(profiles=profiles, remembered=remembered, preset_name=preset)
