"""Proves a receipt again from the database: each claim beside what is really there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leadport.domain.receipt import Receipt
from leadport.domain.status import ImportState
from leadport.domain.verdicts import Verdict
from leadport.operations.receipt import ImportUnknown, receipt_of
from leadport.store.imports import ImportRow, find_import
from leadport.store.land_chunk import Counts
from leadport.store.ledger import landed_so_far
from leadport.store.proof import Proof, proof_of, verdicts_as_landed

_FINISHED = (ImportState.LANDED, ImportState.UNDOING, ImportState.UNDONE)


@dataclass(frozen=True, kw_only=True)
class Check:
    """One claim: what the receipt says and what was found."""

    name: str
    expected: int
    found: int

    @property
    def ok(self) -> bool:
        """True when both agree."""
        return self.expected == self.found


@dataclass(frozen=True, kw_only=True)
class Verification:
    """All claims about an import."""

    import_id: int
    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """True when every claim is proved."""
        return all(check.ok for check in self.checks)


def verify(*, account_id: int, import_id: int, verdicts: Path | None = None) -> Verification:
    """Count again, in the database, everything the receipt claims; raises ImportUnknown.

    `verdicts` is the file of verdicts while it is kept. What was removed since, by hand or by undo, was counted when it
    was removed, so the claims can be proved at any time.
    """
    row = find_import(account_id=account_id, import_id=import_id)
    if row is None:
        raise ImportUnknown(f"There is no import {import_id}. `leadport imports` lists them.")
    counts = landed_so_far(account_id=account_id, import_id=import_id)
    told = receipt_of(row=row, counts=counts)
    checks = [*_sums(row, told), *_written(told, counts, proof_of(row=row), row)]
    if verdicts is not None and verdicts.exists():
        checks += _verdicts(told, verdicts_as_landed(row=row, verdicts=verdicts))
    return Verification(import_id=import_id, checks=tuple(checks))


def _sums(row: ImportRow, told: Receipt) -> Iterator[Check]:
    outcomes = told.new + told.existing + told.duplicated + told.blocked + told.failed
    yield Check(name="records with an outcome", expected=told.uploaded, found=outcomes)
    if row.state in _FINISHED:
        yield Check(name="leads created for new records", expected=told.new, found=told.created)
        yield Check(
            name="leads updated or unchanged for existing records",
            expected=told.existing,
            found=told.updated + told.unchanged,
        )


def _written(told: Receipt, counts: Counts, proof: Proof, row: ImportRow) -> Iterator[Check]:
    if row.state in _FINISHED:
        yield Check(name="chunks in the ledger", expected=row.chunks or 0, found=_number(proof.chunks))
    yield Check(name="leads created, present or removed since", expected=told.created, found=_all(proof, "lead"))
    for kind, what in (("list", "list members"), ("tag", "tags"), ("sequence", "enrolments")):
        added = sum(numbers[0] for key, numbers in counts.links.items() if key.startswith(f"{kind}:"))
        yield Check(name=f"{what} added, present or removed since", expected=added, found=_all(proof, kind))
    entries = _all(proof, "suppression")
    yield Check(name="blocklist entries added, present or removed since", expected=told.suppressed, found=entries)
    yield Check(name="links without a lead", expected=0, found=proof.orphans)
    yield Check(name="leads created in spite of the blocklist", expected=0, found=proof.ignored_blocks)


def _verdicts(told: Receipt, found: dict[str, int]) -> Iterator[Check]:
    for verdict in Verdict:
        claimed = int(getattr(told, verdict.value))
        yield Check(name=f"records in the file: {verdict.value}", expected=claimed, found=found.get(verdict.value, 0))


def _all(proof: Proof, kind: str) -> int:
    return proof.present[kind] + proof.removed.get(kind, 0)


def _number(chunks: int | None) -> int:
    """A ledger with a gap proves nothing."""
    return -1 if chunks is None else chunks
