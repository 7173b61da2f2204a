"""Everything an importer decides before an import begins."""

from __future__ import annotations

from dataclasses import dataclass, field

from leadport.domain.actions import Actions
from leadport.domain.dialect import DialectHints
from leadport.domain.mapping import MatchOverrides
from leadport.domain.verdicts import FilterOptions
from leadport.operations.fingerprint import Stage, fingerprint
from leadport.operations.receive import Received, Source


@dataclass(frozen=True, kw_only=True)
class MatchChoices:
    """What the importer decides about the columns.

    `preset` names a matching the account saved or an export that Leadport knows; `save_preset` keeps the matching under
    that name when the import has landed.
    """

    overrides: MatchOverrides = field(default_factory=MatchOverrides)
    preset: str | None = None
    save_preset: str | None = None


@dataclass(frozen=True, kw_only=True)
class ImportRequest:
    """One import as it was asked for."""

    source: Source
    hints: DialectHints = field(default_factory=DialectHints)
    choices: MatchChoices = field(default_factory=MatchChoices)
    options: FilterOptions = field(default_factory=FilterOptions)
    actions: Actions = field(default_factory=Actions)


def request_fingerprint(*, account_id: int, received: Received, request: ImportRequest) -> str:
    """The same for the same bytes, choices and actions in the same account: a killed import is found again by it."""
    asked = [received.pasted, request.hints, request.choices, request.options, request.actions]
    return fingerprint(stage=Stage.REQUEST, inputs=[str(account_id), received.sha256], options=asked)
