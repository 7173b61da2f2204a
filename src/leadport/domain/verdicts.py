"""What the filter says of a record: exactly one verdict each."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """The five verdicts; Uploaded is always their sum."""

    NEW = "new"
    EXISTING = "existing"
    DUPLICATED = "duplicated"
    BLOCKED = "blocked"
    FAILED = "failed"


class ExistingPolicy(StrEnum):
    """What happens to the fields of leads that exist already; a blank cell never erases."""

    KEEP = "keep"
    FILL = "fill"
    OVERWRITE = "overwrite"


class StatusPolicy(StrEnum):
    """What happens to people whose source says they left, bounced or never subscribed."""

    BLOCK = "block"
    IGNORE = "ignore"


class BadValuePolicy(StrEnum):
    """What a value that does not parse in an optional field does: leave it blank with a warning, or fail the record."""

    BLANK = "blank"
    FAIL = "fail"


@dataclass(frozen=True, kw_only=True)
class FilterOptions:
    """The importer's choices that change verdicts."""

    status: StatusPolicy = StatusPolicy.BLOCK
    bad_value: BadValuePolicy = BadValuePolicy.BLANK
    existing: ExistingPolicy = ExistingPolicy.FILL


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Counts of an import by verdict, reason, repair and warning; every number counts records."""

    uploaded: int
    new: int = 0
    existing: int = 0
    duplicated: int = 0
    blocked: int = 0
    failed: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    repairs: dict[str, int] = field(default_factory=dict)
    warnings: dict[str, int] = field(default_factory=dict)
    suggestions: dict[str, int] = field(default_factory=dict)

    @property
    def balanced(self) -> bool:
        """True when every record has exactly one verdict."""
        return self.uploaded == self.new + self.existing + self.duplicated + self.blocked + self.failed
