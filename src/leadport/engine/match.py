"""Which field each column of a source holds: remembered, known from a preset, or suggested from headers and values."""

from __future__ import annotations

from collections import Counter

from leadport.domain.fields import FIELDS, Storage
from leadport.domain.mapping import Assignment, ColumnMatch, Mapping, Match
from leadport.engine.headers import header_key
from leadport.engine.looks import Look
from leadport.engine.presets import Preset, all_presets, preset_called, preset_fields, recognise
from leadport.engine.profile import ColumnProfile, profile, profile_rows
from leadport.engine.proposals import Suggested, Suggestions
from leadport.engine.suggest import suggest
from leadport.engine.wording import squash, words

SURE = 0.9
"""From here on a suggestion is called sure; from `proposals.LEAST` (0.7) on, likely; below, none is made."""

_YES_MEANS_NO = frozenset(
    {"blacklisted", "blocklisted", "disabled", "stop", "stopped", "unsubscribed", "suppressed", "bounced", "blocked"}
)

__all__ = ["SURE", "header_key", "match", "profile", "profile_rows"]


def match(
    *,
    profiles: tuple[ColumnProfile, ...],
    presets: tuple[Preset, ...] | None = None,
    remembered: Mapping | None = None,
    preset_name: str | None = None,
) -> Match:
    """The suggestion for a whole source, one entry a column, in order.

    A preset asked for by name wins, then a remembered mapping for the same header set, then the one preset recognised
    among `presets` (None: all that come with Leadport; empty: none). Columns that a preset does not know are suggested
    from headers and values.

    Raises:
        UnknownPreset: there is no preset called `preset_name`.
    """
    known = all_presets() if presets is None else presets
    if preset_name is not None:
        return _with_preset(profiles, preset_called(name=preset_name, presets=known))
    if remembered is not None:
        return _remembered(profiles, remembered)
    return _with_preset(profiles, recognise(header=tuple(each.column for each in profiles), presets=known))


def _with_preset(profiles: tuple[ColumnProfile, ...], preset: Preset | None) -> Match:
    """The preset's columns as it says, the others suggested; without a preset all are suggested."""
    header = tuple(each.column for each in profiles)
    told = preset_fields(preset=preset, header=header) if preset else {}
    taken = frozenset(field for field in told.values() if field is not None)
    found = suggest(profiles=tuple(each for each in profiles if each.index not in told), taken=taken)
    certain = {index: Suggested(field=field, confidence=1.0) for index, field in told.items() if field is not None}
    everything: Suggestions = {**found, **certain}
    return Match(
        preset=preset.name if preset else None,
        columns=tuple(_column(each, everything.get(each.index), preset) for each in profiles),
        continuation_rows=preset.continuation_rows if preset else False,
    )


def _column(each: ColumnProfile, suggested: Suggested | None, preset: Preset | None) -> ColumnMatch:
    field = suggested.field if suggested else None
    told = preset.separator_of(column=each.column) if preset else None
    return ColumnMatch(
        column=each.column,
        index=each.index,
        field=field,
        confidence=round(suggested.confidence, 2) if suggested else 0.0,
        fill=each.fill,
        samples=each.samples,
        separator=(told or each.separator) if field and FIELDS[field].storage is Storage.LINK else None,
        reads_as="opt_out" if field == "status" and _is_opt_out(each, preset) else None,
    )


def _is_opt_out(each: ColumnProfile, preset: Preset | None) -> bool:
    """True for a status column of yes and no whose name says that a yes means no: blacklisted, disabled, stop."""
    if preset is not None and preset.knows(column=each.column):
        return preset.is_opt_out(column=each.column)
    flags = each.share(Look.YES_NO) >= 0.8 and each.share(Look.MAIL_STATUS) < 0.5
    return flags and not _YES_MEANS_NO.isdisjoint(words(text=each.column))


def _remembered(profiles: tuple[ColumnProfile, ...], mapping: Mapping) -> Match:
    """What was chosen for the same columns before; a column is found by its name, where names repeat by its turn."""
    turns: Counter[str] = Counter()
    chosen: dict[tuple[str, int], Assignment] = {}
    for assignment in sorted(mapping.assignments, key=lambda each: each.index):
        key = squash(text=assignment.column)
        chosen[key, turns[key]] = assignment
        turns[key] += 1
    seen: Counter[str] = Counter()
    columns = []
    for each in profiles:
        key = squash(text=each.column)
        columns.append(_again(each, chosen.get((key, seen[key]))))
        seen[key] += 1
    return Match(preset=None, columns=tuple(columns), continuation_rows=mapping.continuation_rows, fixed=mapping.fixed)


def _again(each: ColumnProfile, before: Assignment | None) -> ColumnMatch:
    return ColumnMatch(
        column=each.column,
        index=each.index,
        field=before.field if before else None,
        confidence=1.0 if before else 0.0,
        fill=each.fill,
        samples=each.samples,
        separator=before.separator if before else None,
        label=before.label if before else None,
        type=before.type if before else None,
    )
