"""Counts a Verdicts file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import duckdb

from leadport.domain.verdicts import Tally, Verdict
from leadport.engine.artifacts import Verdicts
from leadport.engine.queries import fill, literal, queries


def count_verdicts(*, connection: duckdb.DuckDBPyConnection, verdicts: Verdicts) -> Tally:
    """The numbers of an import; a record with two repairs counts for both of them."""
    query = fill(queries("filter")["tally"], {"verdicts": literal(str(verdicts.path))})
    groups = connection.execute(query).fetchall()
    by_verdict: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    suggested = 0
    for verdict, reason, _, _, typo, records in groups:
        by_verdict[verdict] += records
        reasons[reason] += records
        suggested += records if typo else 0
    del reasons[None]
    return Tally(
        uploaded=verdicts.count,
        new=by_verdict[Verdict.NEW],
        existing=by_verdict[Verdict.EXISTING],
        duplicated=by_verdict[Verdict.DUPLICATED],
        blocked=by_verdict[Verdict.BLOCKED],
        failed=by_verdict[Verdict.FAILED],
        reasons=dict(sorted(reasons.items())),
        repairs=_codes((repairs, records) for _, _, repairs, _, _, records in groups),
        warnings=_codes((warnings, records) for _, _, _, warnings, _, records in groups),
        suggestions={"domain_typo": suggested} if suggested else {},
    )


def _codes(groups: Iterable[tuple[str | None, int]]) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for codes, records in groups:
        for code in filter(None, (codes or "").split(",")):
            counted[code] += records
    return dict(sorted(counted.items()))
