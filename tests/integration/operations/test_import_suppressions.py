"""A file of people who must not be mailed: every row is accounted for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from leadport.domain.permissions import LOCAL_OWNER
from leadport.domain.suppressions import SuppressionKind
from leadport.operations import import_suppressions as module
from leadport.operations.import_suppressions import ColumnOpen, SuppressionsImported, import_suppressions
from leadport.operations.progress import silent
from leadport.operations.receive import Source
from tests.support.lead_book import NOW, account, rows

pytestmark = pytest.mark.usefixtures("database")


def bring(text: str, *, account_id: int, home: Path) -> SuppressionsImported:
    return import_suppressions(
        account_id=account_id,
        home=home,
        source=Source(name="left.csv", stream=io.BytesIO(text.encode())),
        kind=SuppressionKind.UNSUBSCRIBE,
        reason="",
        actor=LOCAL_OWNER,
        now=NOW,
        progress=silent,
    )


def test_records_are_the_sum_of_what_became_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BATCH", 4)
    account_id = account()
    lines = [f"{number},p{number % 7}@example.com" for number in range(20)] + ["20,nobody", "21,"]
    done = bring("\n".join(["id,mail", *lines]), account_id=account_id, home=tmp_path)
    assert (done.records, done.done.added, done.done.already, done.unreadable) == (22, 7, 13, 2)
    assert done.unreadable_lines == (22, 23)
    assert done.column == "mail"
    assert not list((tmp_path / "imports" / "passing").iterdir())


def test_a_column_called_kind_decides_for_its_row(tmp_path: Path) -> None:
    bring(
        "entry,kind\nann@example.com,complaint\nspam.example,\nbob@example.com,whatever\n",
        account_id=account(),
        home=tmp_path,
    )
    assert rows("SELECT key, kind FROM suppression ORDER BY key") == [
        ("ann@example.com", "complaint"),
        ("bob@example.com", "unsubscribe"),
        ("spam.example", "unsubscribe"),
    ]


def test_one_address_a_line_needs_no_header(tmp_path: Path) -> None:
    done = bring("ann@example.com\nbob@example.com\n", account_id=account(), home=tmp_path)
    assert done.done.added == 2


def test_without_any_entry_the_question_is_open(tmp_path: Path) -> None:
    with pytest.raises(ColumnOpen):
        bring("name,city\nAnn,Oslo\n", account_id=account(), home=tmp_path)
