"""The SQL of one column: where its value, its faults and what it says of the person are found.

The names in the query follow the place of the column in the mapping: c… is the cell in `source`; with place 3, u3
is what Python said of an odd text (NULL for all others), v3 the value, x3 the text as it stood. A column of
people's addresses has besides v3 the key k3, the mailbox m3, the fault r3, the other addresses s3 and the
suggestion t3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import duckdb

from leadport.domain.mapping import Assignment
from leadport.engine.judge_functions import add_judge
from leadport.engine.judges import ColumnStyle, Kind, judge_of, kind_of
from leadport.engine.queries import fill, literal, queries
from leadport.engine.typos import LONGEST, SHORTEST, likely_domain

_MOST_SHOWN = 200
_BATCH = 20_000
_MOST_TYPOS = 1000
_SIGNALS = frozenset({Kind.STATUS, Kind.CONSENT, Kind.DATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One assigned column: `judged` defines its u and x, `read` its other names from them."""

    place: int
    assignment: Assignment
    kind: Kind
    judged: str
    read: tuple[str, ...]

    @property
    def field(self) -> str:
        """The field the column is matched to."""
        return self.assignment.field

    @property
    def text(self) -> str:
        """The beginning of the text, for sentences."""
        return f"left(c{self.assignment.index}, {_MOST_SHOWN})"

    @property
    def signals(self) -> bool:
        """True when the column may say that somebody has left."""
        return self.kind in _SIGNALS

    @property
    def unfit(self) -> str:
        """The condition that the text did not fit; for the email column itself that is another matter."""
        if self.kind is Kind.ADDRESS:
            return f"(r{self.place} IS NOT NULL AND r{self.place} <> 'email_missing')"
        return f"coalesce(u{self.place}.bad, false)"


def prepared_cell(
    *, connection: duckdb.DuckDBPyConnection, place: int, assignment: Assignment, style: ColumnStyle
) -> Cell:
    """Give the connection the judge of a column, and say how to read it."""
    kind = kind_of(field=assignment.field, value_type=assignment.type)
    cell = f"c{assignment.index}"
    if kind is Kind.ADDRESS:
        return Cell(
            place=place,
            assignment=assignment,
            kind=kind,
            judged=f"CASE WHEN {_odd_address(connection, cell)} THEN parse_address({cell}) END AS u{place}",
            read=_address(place, cell),
        )
    judge = judge_of(assignment=assignment, style=style)
    add_judge(connection=connection, name=f"judge{place}", judge=judge.judge)
    odd, plain = judge.odd.replace("{c}", cell), judge.plain.replace("{c}", cell)
    return Cell(
        place=place,
        assignment=assignment,
        kind=kind,
        judged=f"CASE WHEN {cell} IS NOT NULL AND ({odd}) THEN judge{place}({cell}) END AS u{place}",
        read=(f"CASE WHEN u{place} IS NULL THEN {plain} ELSE u{place}.value END AS v{place}",),
    )


def _address(place: int, cell: str) -> tuple[str, ...]:
    found = f"u{place}"
    plain = {"v": ("plain_email", "email"), "k": ("lower", "email_key"), "m": ("plain_mailbox", "mailbox_key")}
    keys = (
        f"CASE WHEN {found} IS NULL THEN {function}({cell}) ELSE {found}.{member} END AS {mark}{place}"
        for mark, (function, member) in plain.items()
    )
    others = {"r": "reason", "s": "second", "t": "suggestion"}
    return (*keys, *(f"{found}.{member} AS {mark}{place}" for mark, member in others.items()))


def _odd_address(connection: duckdb.DuckDBPyConnection, cell: str) -> str:
    """The condition that Python has to look: no plain address, or a domain that is probably a slip of a big one."""
    domains = fill(queries("values")["domains"], {"cell": cell, "shortest": str(SHORTEST), "longest": str(LONGEST)})
    slips: list[str] = []
    with connection.cursor() as reading:
        reading.execute(domains)
        while batch := reading.fetchmany(_BATCH):
            slips += [domain for (domain,) in batch if likely_domain(domain)]
            if len(slips) > _MOST_TYPOS:
                # A file like no other: let Python look at every address, which is slower and as right.
                return f"{cell} IS NOT NULL"
    pattern = "|".join(re.escape(slip) for slip in sorted(slips))
    odd = f"NOT plain_address({cell})"
    return f"{odd} OR regexp_matches({cell}, {literal(f'(?i)@(?:{pattern})$')})" if slips else odd
