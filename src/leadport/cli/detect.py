"""`leadport detect`: how a file is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from leadport.cli import source as reading
from leadport.cli.command import Here, command
from leadport.cli.output import print_json, say
from leadport.cli.progress import shown
from leadport.cli.text import count, number
from leadport.domain.dialect import Dialect, DialectHints
from leadport.operations.receive import Source

if TYPE_CHECKING:
    from leadport.operations.detect import Detection

_SIGNS = {
    ",": "comma",
    "\t": "tab",
    ";": "semicolon",
    "|": "pipe",
    " ": "space",
    '"': "double quotes",
    "'": "single quotes",
    None: "none",
}


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the command."""

    @command(app, "detect", panel=panel)
    def detect(
        _here: Here,
        file: reading.FileArgument,
        encoding: reading.EncodingOption = None,
        delimiter: reading.DelimiterOption = None,
        no_header: reading.NoHeaderOption = False,
        as_json: reading.JsonOption = False,
    ) -> None:
        """Say how a file is written.

        Encoding, delimiter, quotes, line ends, header and the number of records. Writes nothing.
        """
        chosen = reading.hints(encoding=encoding, delimiter=delimiter, no_header=no_header)
        found = _detection(reading.source(file=file, pasted=False), chosen)
        if as_json:
            print_json(_as_json(found))
        else:
            _print(found)


def _detection(source: Source, hints: DialectHints) -> Detection:
    # The data plane takes a moment to load, so only the commands that use it wait for it.
    from leadport.operations.detect import detect_source

    with shown() as progress:
        return detect_source(source=source, hints=hints, progress=progress)


def _as_json(found: Detection) -> dict[str, object]:
    answer = _dialect_as_json(found.parts[0].dialect) | {"header": list(found.header), "records": found.records}
    if len(found.parts) > 1:
        answer["parts"] = [
            {"name": part.name, **_dialect_as_json(part.dialect), "header": list(part.dialect.header)}
            for part in found.parts
        ]
    return answer


def _dialect_as_json(dialect: Dialect) -> dict[str, object]:
    return {
        "encoding": dialect.encoding,
        "delimiter": dialect.delimiter,
        "quotechar": dialect.quotechar,
        "line_ending": dialect.line_ending.value,
        "preamble_lines": dialect.preamble_lines,
        "has_header": dialect.has_header,
    }


def _print(found: Detection) -> None:
    say(f"{count(found.records, 'record', 'records')} in {count(len(found.header), 'column', 'columns')}")
    for part in found.parts:
        if len(found.parts) > 1:
            say("")
            say(part.name)
        for label, value in _facts(part.dialect):
            say(f"  {label:<13}{value}")
    if any(part.dialect.has_header for part in found.parts):
        say("")
        for index, name in enumerate(found.header, start=1):
            say(f"  {index:>3}  {name or '(no name)'}")


def _facts(dialect: Dialect) -> list[tuple[str, str]]:
    facts = [
        ("Encoding", dialect.encoding),
        ("Delimiter", _SIGNS.get(dialect.delimiter, dialect.delimiter or "")),
        ("Quotes", _SIGNS.get(dialect.quotechar, dialect.quotechar or "")),
        ("Line ending", dialect.line_ending.value),
        ("Header", f"in line {number(dialect.preamble_lines + 1)}" if dialect.has_header else "none"),
    ]
    if dialect.preamble_lines:
        facts.append(("Skipped", count(dialect.preamble_lines, "line", "lines") + " before the data"))
    return facts
