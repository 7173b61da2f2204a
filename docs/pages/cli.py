"""The reference of the command line, from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator

import typer.main
from typer.core import TyperArgument, TyperOption

from leadport.cli.main import app
from pages.markdown import code, table

_INTRODUCTION = """
# The command line

Data goes to standard output, progress and messages to standard error. `./leadport` in a checkout and
`.venv/bin/leadport` are the same program.

`--account NAME` and `--home DIR` may stand before the command or behind it. Without `--account` the only account is
used, and where there is none yet the first one is made. `--help` explains every command.

See also [exit codes](exit-codes.md) and [JSON answers](json.md).
"""

_SHARED = {"--account", "--home"}


def page() -> str:
    """Every command with its arguments and options."""
    sections = [_INTRODUCTION]
    for words, command in _commands("leadport", typer.main.get_command(app)):
        sections.append(_section(words, command))
    return "\n\n".join(section.strip() for section in sections)


def _commands(words: str, command: object) -> Iterator[tuple[str, object]]:
    """The command and all below it, in the order the help shows them."""
    yield words, command
    for name, member in getattr(command, "commands", {}).items():
        yield from _commands(f"{words} {name}", member)


def _section(words: str, command: object) -> str:
    options = [each for each in _parameters(command, "option") if words == "leadport" or not _SHARED & set(each.opts)]
    arguments = _parameters(command, "argument")
    parts = [f"{'##' if words.count(' ') < 2 else '###'} `{words}`", _paragraphs(getattr(command, "help", None))]
    if words != "leadport" and hasattr(command, "commands"):
        alone = "list" in command.commands and _parameters(command, "option")
        parts.append(f"On its own it does what `{words} list` does." if alone else "")
        return "\n\n".join(part for part in parts if part)
    if words != "leadport":
        usage = [words, "[OPTIONS]" if options else "", *(_argument(each) for each in arguments)]
        parts.append("    " + " ".join(part for part in usage if part))
    if arguments:
        rows = [(code(_argument(each)), each.help or "") for each in arguments]
        parts.append(table(headings=("Argument", "Meaning"), rows=rows))
    if options:
        parts.append(table(headings=("Option", "Meaning", "Default"), rows=[_option(each) for each in options]))
    return "\n\n".join(part for part in parts if part)


def _parameters(command: object, kind: str) -> list[TyperArgument | TyperOption]:
    wanted = TyperOption if kind == "option" else TyperArgument
    return [each for each in getattr(command, "params", []) if isinstance(each, wanted) and "--help" not in each.opts]


def _paragraphs(text: str | None) -> str:
    return "\n\n".join(" ".join(part.split()) for part in (text or "").split("\n\n"))


def _argument(argument: TyperArgument | TyperOption) -> str:
    """An argument as a usage line shows it."""
    name = argument.metavar or (argument.name or "").upper()
    return name if argument.required else f"[{name}]"


def _option(option: TyperArgument | TyperOption) -> tuple[str, str, str]:
    names = ", ".join(code(name) for name in option.opts)
    default = getattr(option.default, "value", option.default)
    several = " May be given several times." if getattr(option, "multiple", False) else ""
    shown = "" if default in (None, False, (), []) else code(str(default))
    return f"{names} {code(option.metavar or '')}".strip(), f"{option.help or ''}{several}", shown
