"""What the importer sees of the records: pages of them, why they got their verdicts, likely typing errors."""

from __future__ import annotations

from dataclasses import dataclass

from leadport.domain.verdicts import Verdict


@dataclass(frozen=True, kw_only=True)
class Note:
    """A repair, a warning or a suggestion about one record: its code (`domain/reasons.py`) and the full sentence."""

    code: str
    sentence: str


@dataclass(frozen=True, kw_only=True)
class ResultRow:
    """One record with its verdict.

    `cells` are those of the source, as many as its header has. `part` is the name of the text it stands in,
    `reason` a code and `sentence` what it says here; both are None for new people. `first_record` is the record
    that a duplicate repeats.
    """

    record_number: int
    line_number: int
    part: str
    verdict: Verdict
    reason: str | None
    sentence: str | None
    cells: tuple[str, ...]
    notes: tuple[Note, ...] = ()
    first_record: int | None = None
    suggestion: str | None = None


@dataclass(frozen=True, kw_only=True)
class ResultsPage:
    """Some records in order.

    `total` counts all that fit the question, `next_after` asks for the next page (None: this is the last).
    """

    header: tuple[str, ...]
    rows: tuple[ResultRow, ...]
    total: int
    next_after: int | None = None


@dataclass(frozen=True, kw_only=True)
class Cause:
    """One reason, how many records it decided, and the first physical lines it stands on."""

    code: str
    verdict: Verdict
    title: str
    count: int
    first_lines: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LikelyTypo:
    """Addresses that may land and end in a domain which is probably a slip of a big one."""

    domain: str
    likely: str
    count: int
