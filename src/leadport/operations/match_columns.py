"""Which column of an import is what: what the account remembers, what presets know, and what the importer decided."""

from __future__ import annotations

from dataclasses import dataclass

from leadport.domain.mapping import Mapping, Match
from leadport.engine.artifacts import Records
from leadport.engine.choices import to_mapping
from leadport.operations.import_request import MatchChoices
from leadport.operations.match import suggest
from leadport.operations.naming import checked_name
from leadport.operations.remember import custom_fields, remembered_mapping, saved_mapping


@dataclass(frozen=True, kw_only=True)
class Matched:
    """The suggestion, and the mapping it became with the importer's decisions."""

    match: Match
    mapping: Mapping


def match_columns(*, account_id: int, records: Records, choices: MatchChoices) -> Matched:
    """The mapping of a source; raises what `to_mapping` refuses, UnknownPreset, and NameRefused for `save_preset`."""
    if choices.save_preset is not None:
        # Better now than after everything has landed.
        checked_name(choices.save_preset)
    saved = saved_mapping(account_id=account_id, name=choices.preset) if choices.preset is not None else None
    remembered = saved or remembered_mapping(account_id=account_id, header=records.header)
    match = suggest(records=records, remembered=remembered, preset=None if saved else choices.preset)
    known = custom_fields(account_id=account_id)
    return Matched(match=match, mapping=to_mapping(match=match, overrides=choices.overrides, known=known))
