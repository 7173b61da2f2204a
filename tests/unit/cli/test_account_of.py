"""The account of an import reads well, in colour and without."""

from __future__ import annotations

import io

from rich.console import Console

from leadport.cli.account_of import WORDS, Account, Sums, print_account
from leadport.domain.results import Cause
from leadport.domain.verdicts import Verdict

SUMS = Sums(
    uploaded=4996,
    counts={
        Verdict.NEW: 4812,
        Verdict.EXISTING: 96,
        Verdict.DUPLICATED: 41,
        Verdict.BLOCKED: 12,
        Verdict.FAILED: 35,
    },
    beside={Verdict.EXISTING: "41 updated, 55 left as they were"},
)


def printed(account: Account) -> str:
    console = Console(file=io.StringIO(), width=100)
    print_account(account, console=console)
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def test_the_sum_stands_over_its_parts_and_numbers_line_up() -> None:
    assert printed(Account(heading="Import 12", subheading="list.csv", sums=SUMS)).splitlines() == [
        "Import 12",
        "list.csv",
        "",
        "  Uploaded            4,996",
        "  = New               4,812",
        "  + Already existing     96  41 updated, 55 left as they were",
        "  + Duplicated           41",
        "  + Blocked              12",
        "  + Failed               35",
    ]


def test_causes_the_worst_first_actions_and_hints_follow_when_there_are_any() -> None:
    account = Account(
        heading="Import 12",
        subheading="list.csv",
        sums=SUMS,
        causes=[
            Cause(code="blocked_unsubscribe", verdict=Verdict.BLOCKED, title="Unsubscribed", count=12),
            Cause(code="email_domain", verdict=Verdict.FAILED, title="Wrong after the @", count=28, first_lines=(3, 7)),
            Cause(code="email_missing", verdict=Verdict.FAILED, title="No email address", count=1, first_lines=(1200,)),
        ],
        actions=[("List", "Customers", "4,908 added"), ("Sequence", "Welcome", "")],
        hints=[("Take it back", "leadport undo 12")],
    )
    assert printed(account).splitlines()[9:] == [
        "",
        "Why",
        "  Failed   28  Wrong after the @  lines 3, 7 ...",
        "  Failed    1  No email address   line 1,200",
        "  Blocked  12  Unsubscribed",
        "",
        "Actions",
        "  List      Customers  4,908 added",
        "  Sequence  Welcome",
        "",
        "Take it back  leadport undo 12",
    ]


def test_names_cannot_steer_the_terminal() -> None:
    text = printed(Account(heading="Import \x1b[2J12", subheading="[bold]x[/bold]", sums=SUMS))
    assert "\x1b" not in text
    assert "[bold]x[/bold]" in text


def test_every_verdict_has_its_word() -> None:
    assert set(WORDS) == set(Verdict)
