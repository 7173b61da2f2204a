"""The calm account of an import on a terminal: the sum, the causes, what was done, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from leadport.cli.output import print_aligned
from leadport.cli.text import clean, lines, number
from leadport.domain.results import Cause, LikelyTypo
from leadport.domain.verdicts import Verdict

# The verdicts' words and colours are the same everywhere; the word is always there, so the colour is only a help.
WORDS: dict[Verdict, tuple[str, str]] = {
    Verdict.NEW: ("New", "green"),
    Verdict.EXISTING: ("Already existing", "blue"),
    Verdict.DUPLICATED: ("Duplicated", "bright_black"),
    Verdict.BLOCKED: ("Blocked", "magenta"),
    Verdict.FAILED: ("Failed", "red"),
}


_WORST_FIRST = tuple(reversed(WORDS))


@dataclass(frozen=True, kw_only=True)
class Sums:
    """The five verdicts of an import and a few words beside each."""

    uploaded: int
    counts: dict[Verdict, int]
    beside: dict[Verdict, str]


@dataclass(frozen=True, kw_only=True)
class Account:
    """What is told of one import; empty parts are left out.

    `actions` are rows of cells, `hints` pairs of a purpose and what to type for it.
    """

    heading: str
    subheading: str
    sums: Sums
    causes: Sequence[Cause] = ()
    typos: Sequence[LikelyTypo] = ()
    actions: Sequence[Sequence[str]] = ()
    hints: Sequence[tuple[str, str]] = ()


def print_account(account: Account, *, console: Console) -> None:
    """Everything about one import."""
    console.print(Text(clean(account.heading), style="bold"))
    console.print(Text(clean(account.subheading), style="dim"))
    console.print()
    print_aligned(_sums(account.sums), right=[1], indent=2, console=console)
    if account.causes:
        _title("Why", console)
        ordered = sorted(account.causes, key=lambda cause: (_WORST_FIRST.index(cause.verdict), -cause.count))
        print_aligned([_cause(cause) for cause in ordered], right=[1], indent=2, console=console)
    if account.typos:
        _title("Did they mean", console)
        rows = [[Text(number(each.count)), Text(f"@{each.domain}"), Text(f"@{each.likely}?")] for each in account.typos]
        print_aligned(rows, right=[0], indent=2, console=console)
    if account.actions:
        _title("Actions", console)
        print_aligned([[Text(clean(cell)) for cell in row] for row in account.actions], indent=2, console=console)
    if account.hints:
        console.print()
        rows = [[Text(words, style="dim"), Text(clean(typed))] for words, typed in account.hints]
        print_aligned(rows, console=console)


def _title(words: str, console: Console) -> None:
    console.print()
    console.print(Text(words, style="bold"))


def _sums(sums: Sums) -> list[list[Text]]:
    rows = [[Text("Uploaded", style="bold"), Text(number(sums.uploaded), style="bold")]]
    for sign, (verdict, (word, colour)) in zip("=++++", WORDS.items(), strict=True):
        amount = sums.counts.get(verdict, 0)
        style = colour if amount else "dim"
        beside = Text(clean(sums.beside.get(verdict, "")), style="dim")
        rows.append([Text(f"{sign} {word}", style=style), Text(number(amount), style=style), beside])
    return rows


def _cause(cause: Cause) -> list[Text]:
    where = lines(cause.first_lines, more=cause.count > len(cause.first_lines))
    word, colour = WORDS[cause.verdict]
    return [Text(word, style=colour), Text(number(cause.count)), Text(cause.title), Text(where, style="dim")]
