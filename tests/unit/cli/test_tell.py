"""Previews and receipts, for people and as JSON."""

from __future__ import annotations

import io

from rich.console import Console

from leadport.cli.tell import preview_as_json, print_preview, print_receipt, receipt_as_json
from leadport.domain.actions import Actions, AddTag, AddToList, AddToSequence, ExistingStart
from leadport.domain.mapping import ColumnMatch, Match
from leadport.domain.receipt import ActionOutcome, Receipt
from leadport.domain.results import Preview
from leadport.domain.verdicts import Tally
from leadport.operations.import_request import ImportRequest
from leadport.operations.receive import Source

RECEIPT = Receipt(
    import_id=12,
    state="landed",
    uploaded=10,
    failed=1,
    duplicated=1,
    blocked=1,
    existing=3,
    new=4,
    created=4,
    updated=2,
    unchanged=1,
    suppressed=1,
    reasons={"email_missing": 1},
    actions=(
        ActionOutcome(kind="list", name="Customers", added=6, already=1, target_created=True),
        ActionOutcome(kind="sequence", name="Welcome", added=6, already=0, skipped=1),
    ),
    seconds={"read": 0.5, "land": 1.25},
)
PREVIEW = Preview(
    import_id=None,
    name="list.csv",
    match=Match(
        preset=None,
        columns=(
            ColumnMatch(column="Mail", index=0, field="email", confidence=1.0, fill=1.0),
            ColumnMatch(column="Colour", index=1, field=None, confidence=0.0, fill=1.0),
        ),
    ),
    tally=Tally(uploaded=10, new=4, existing=3, duplicated=1, blocked=1, failed=1, reasons={"email_missing": 1}),
    causes=(),
)
REQUEST = ImportRequest(
    source=Source(name="list.csv"),
    actions=Actions(
        lists=(AddToList(name="Customers"),),
        tags=(AddTag(name="Shop", category="Source"),),
        sequences=(
            AddToSequence(name="Welcome", step=2),
            AddToSequence(name="News", step=3, existing_start=ExistingStart.SAME),
        ),
    ),
)

PROMISED = {
    "import_id", "uploaded", "failed", "duplicated", "blocked", "existing", "new", "created", "updated", "reasons",
    "actions", "seconds",
}  # fmt: skip


def console() -> tuple[Console, io.StringIO]:
    file = io.StringIO()
    return Console(file=file, width=100), file


def test_json_has_every_promised_key() -> None:
    assert set(receipt_as_json(RECEIPT)) >= PROMISED
    assert set(preview_as_json(PREVIEW)) >= PROMISED
    assert preview_as_json(PREVIEW)["import_id"] is None
    assert receipt_as_json(RECEIPT)["actions"] == (
        {"kind": "list", "name": "Customers", "added": 6, "already": 1, "target_created": True, "skipped": 0},
        {"kind": "sequence", "name": "Welcome", "added": 6, "already": 0, "target_created": False, "skipped": 1},
    )


def test_a_receipt_says_what_happened_and_what_can_be_done_next() -> None:
    out, file = console()
    print_receipt(RECEIPT, (), name="list.csv", console=out)
    text = file.getvalue()
    assert text.startswith("Import 12 is done: 4 new people\nlist.csv, in 1.8 seconds\n")
    assert "+ Already existing   3  2 updated, 1 left as they were" in text
    assert "+ Blocked            1  1 put on the blocklist" in text
    assert "List      Customers  6 added, 1 there already (the list is new)" in text
    assert "Sequence  Welcome    6 added, 1 skipped" in text
    assert "leadport rows 12 --verdict failed --out to-fix.csv" in text
    assert text.endswith("leadport undo 12\n")


def test_an_import_that_did_not_land_offers_nothing_to_take_back() -> None:
    out, file = console()
    waiting = Receipt(**{**vars(RECEIPT), "state": "filtered"})
    print_receipt(waiting, (), name="list.csv", console=out)
    assert file.getvalue().startswith("Import 12 is filtered\n")
    assert "undo" not in file.getvalue()


def test_a_preview_says_what_would_happen() -> None:
    out, file = console()
    print_preview(PREVIEW, REQUEST, console=out)
    lines = [line.strip() for line in file.getvalue().splitlines()]
    assert lines[:2] == ["list.csv: 4 new people", "1 of 2 columns imported, not Colour"]
    assert "+ Already existing   3  only empty fields are filled" in lines
    assert "Tag       Source/Shop" in lines
    assert "Sequence  Welcome      new people at step 2, existing ones at step 1" in lines
    assert "Sequence  News         new people at step 3, existing ones at step 3" in lines
