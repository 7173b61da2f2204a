"""The final account of an import: every record has one outcome and the sums are proved."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class ActionOutcome:
    """What one action did: `added` people, `already` there before.

    `target_created` says that the import made the list, tag or sequence; `skipped` counts the people it passed over.
    """

    kind: str
    name: str
    added: int
    already: int
    target_created: bool = False
    skipped: int = 0


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """All numbers count records, except `created`, `updated` and `unchanged`, which count leads.

    After landing `created` equals `new`, and `existing` equals `updated` + `unchanged`.
    """

    import_id: int
    state: str
    uploaded: int
    failed: int
    duplicated: int
    blocked: int
    existing: int
    new: int
    created: int
    updated: int
    unchanged: int
    suppressed: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    actions: tuple[ActionOutcome, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def balanced(self) -> bool:
        """True when uploaded = new + existing + duplicated + blocked + failed and the leads agree with the records."""
        records = self.new + self.existing + self.duplicated + self.blocked + self.failed
        leads = self.created == self.new and self.updated + self.unchanged == self.existing
        return self.uploaded == records and leads
