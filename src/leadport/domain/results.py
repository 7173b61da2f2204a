"""What the importer sees of the records: a preview, pages of them, causes of their verdicts, likely typing errors."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from leadport.domain.mapping import Match
from leadport.domain.verdicts import Tally, Verdict


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


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """An import of exactly the same file that has landed before."""

    import_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Preview:
    """The advice on which the importer decides.

    `import_id` is None in a dry run. `export` is what people call the kind of export that was recognised.
    """

    import_id: int | None
    name: str
    match: Match
    tally: Tally
    causes: tuple[Cause, ...]
    typos: tuple[LikelyTypo, ...] = ()
    export: str | None = None
    earlier: Earlier | None = None
    seconds: dict[str, float] = field(default_factory=dict)
