"""Options that say what to read and how it is written, shared by detect, match and import."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import Annotated

import typer

from leadport.cli.output import note
from leadport.domain.dialect import DialectHints
from leadport.operations.receive import Source

FileArgument = Annotated[
    str, typer.Argument(metavar="FILE", help="The file; - reads standard input.", show_default=False)
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="E", help="The file's encoding, such as utf-8 or windows-1252, when the guess is wrong."
    ),
]
DelimiterOption = Annotated[
    str | None,
    typer.Option(
        "--delimiter",
        metavar="D",
        help="What stands between cells: one character, or tab, comma, semicolon, pipe, space.",
    ),
]
NoHeaderOption = Annotated[
    bool, typer.Option("--no-header", help="The first line is a person, not the names of the columns.")
]
PasteOption = Annotated[
    bool,
    typer.Option(
        "--paste",
        help="One contact a line, cells between commas, no header; lines may differ in length.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Answer with JSON on standard output.")]

_NAMED_DELIMITERS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " ", "colon": ":"}


def hints(*, encoding: str | None, delimiter: str | None, no_header: bool) -> DialectHints:
    """What the user fixed by hand; raises typer.BadParameter for an encoding or a delimiter that cannot be one."""
    if encoding is not None:
        try:
            codecs.lookup(encoding)
        except LookupError:
            raise typer.BadParameter(f"There is no encoding {encoding}.", param_hint="--encoding") from None
    sign = _NAMED_DELIMITERS.get(delimiter.lower(), delimiter) if delimiter is not None else None
    if sign is not None and (len(sign) != 1 or sign in "\r\n\"'\0" or sign.isalnum()):
        raise typer.BadParameter("One character, or tab, comma, semicolon, pipe, space.", param_hint="--delimiter")
    return DialectHints(encoding=encoding, delimiter=sign, has_header=False if no_header else None)


def source(*, file: str | None, pasted: bool) -> Source:
    """The file, or standard input for `-` and for pasted lines without a file."""
    if file is None and not pasted:
        raise typer.BadParameter("Name a file, or - for standard input, or use --paste.", param_hint="FILE")
    if file is not None and file != "-":
        return Source(name=file, path=Path(file), pasted=pasted)
    if sys.stdin.isatty():
        note("Paste one contact a line, cells between commas. Finish with Ctrl-D on an empty line.")
    return Source(name="pasted lines" if pasted else "standard input", stream=sys.stdin.buffer, pasted=pasted)
