"""What the examples must turn into, written from how they were made and never from what the program says."""

from __future__ import annotations

import json
from collections.abc import Sequence

from examples.making.odd_ones import Odd
from examples.making.sheet import Row, Sheet, tally

_VERDICTS = ("new", "existing", "duplicated", "blocked", "failed")
_HEAD = """\
# What each example must turn into in an empty lead book. Written by `python -m examples.make` from how the rows were
# made, never from a run of the program. `header_line` 0 means that there is no header; `by_position` then names the
# columns' fields. An encoding is right when it decodes the file to the same text as the encoding named here.
"""


def expectations(*, sheets: Sequence[Sheet], odd_ones: Sequence[Odd]) -> str:
    """The text of `expected.toml`: one table for each file."""
    return "\n".join([_HEAD, *map(_of_sheet, sheets), *map(_of_odd, odd_ones)])


def _of_sheet(sheet: Sheet) -> str:
    known = sheet.known
    return _table(
        slug=known.slug,
        facts={
            "file": sheet.file,
            "source": known.source,
            "delimiter": known.delimiter,
            "encoding": known.encoding,
            "header_line": sheet.before.count("\n") + 1,
            "records": len(sheet.all_rows),
        },
        rows=sheet.all_rows,
        matching=known.matching,
    )


def _of_odd(odd: Odd) -> str:
    return _table(
        slug=odd.slug,
        facts={
            "file": odd.file,
            "source": odd.source,
            "delimiter": odd.delimiter,
            "encoding": odd.encoding,
            "header_line": odd.header_line,
            "records": len(odd.rows),
            "by_position": list(odd.by_position),
        },
        rows=odd.rows,
        matching=odd.matching,
    )


def _table(*, slug: str, facts: dict[str, object], rows: Sequence[Row], matching: dict[str, str]) -> str:
    verdicts, reasons, statuses = tally(rows)
    counts = {"uploaded": len(rows), **{verdict: verdicts[verdict] for verdict in _VERDICTS}}
    lines = [f"[{slug}]", *(f"{key} = {_toml(value)}" for key, value in facts.items() if value != [])]
    lines += ["", f"[{slug}.tally]", *(f"{key} = {count}" for key, count in counts.items())]
    lines += ["", f"[{slug}.reasons]", *(f"{key} = {count}" for key, count in sorted(reasons.items()))]
    lines += ["", f"[{slug}.statuses]", *(f"{key} = {count}" for key, count in sorted(statuses.items()))]
    lines += [
        "",
        f"[{slug}.matching]",
        *(f"{_toml(column)} = {_toml(field)}" for column, field in matching.items()),
        "",
    ]
    return "\n".join(lines)


def _toml(value: object) -> str:
    """A JSON text, which for words, numbers and lists of words is TOML as well."""
    return json.dumps(value, ensure_ascii=False)
