"""The whole import: what it asks, what it keeps, and how it goes on after an interruption."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.domain.actions import Actions, AddToList
from leadport.domain.fault import Fault
from leadport.domain.permissions import Actor, NotPermitted, Role
from leadport.domain.refusal import OpenQuestion
from leadport.domain.status import ImportState
from leadport.engine.choices import EmailColumnOpen
from leadport.operations import complete_import, land
from leadport.operations.output_file import OutputRefused
from leadport.operations.progress import Step
from leadport.operations.receipt import receipt
from leadport.operations.workspace import workspace_path
from tests.support.imports import Talk, request, run
from tests.support.lead_book import account, dump, rows, state_of, value

pytestmark = pytest.mark.usefixtures("database")

LIST = "first name,email\nZoe,zoe@example.com\nMax,max@example.com\nZoe,ZOE@example.com\nAda,nothing\n"
CUSTOMERS = Actions(lists=(AddToList(name="Customers"),))


def test_everything_is_accounted_for(tmp_path: Path) -> None:
    talk, steps = Talk(), set()

    def progress(*, step: Step, done: int, total: int | None) -> None:
        steps.add(step)

    done = run(request(LIST, actions=CUSTOMERS), account_id=account(), home=tmp_path, talk=talk, progress=progress)
    assert done.receipt is not None
    assert done.receipt.balanced
    assert (done.receipt.uploaded, done.receipt.new, done.receipt.duplicated, done.receipt.failed) == (4, 2, 1, 1)
    assert {cause.code: cause.first_lines for cause in done.causes} == {"duplicate_in_file": (4,), "email_no_at": (5,)}
    assert talk.previews[0].tally.new == 2
    assert {Step.RECEIVE, Step.READ, Step.NORMALISE, Step.LAND} <= steps
    assert set(done.receipt.seconds) == {"read", "match", "normalise", "filter", "plan", "land", "total"}


def test_a_no_leaves_a_cancelled_import_without_files(tmp_path: Path) -> None:
    account_id = account()
    before = dump()
    done = run(request(LIST), account_id=account_id, home=tmp_path, talk=Talk(answer=False))
    assert done.receipt is None
    assert dump() == before
    assert state_of(account_id=account_id, import_id=1) is ImportState.CANCELLED
    assert not workspace_path(home=tmp_path, account_id=account_id, import_id=1).exists()


def test_an_open_question_keeps_the_work_and_the_answer_goes_on_with_fresh_numbers(tmp_path: Path) -> None:
    account_id = account()
    with pytest.raises(OpenQuestion):
        run(request(LIST), account_id=account_id, home=tmp_path, talk=Talk(answer=OpenQuestion("?", option="--yes")))
    assert state_of(account_id=account_id, import_id=1) is ImportState.FILTERED
    run(request("email\nmax@example.com\n"), account_id=account_id, home=tmp_path)
    talk = Talk()
    done = run(request(LIST), account_id=account_id, home=tmp_path, talk=talk)
    assert talk.taken_up == [1]
    assert done.receipt is not None
    assert (done.receipt.import_id, done.receipt.new, done.receipt.existing) == (1, 1, 1)


def test_a_refused_source_leaves_neither_row_nor_file(tmp_path: Path) -> None:
    account_id = account()
    with pytest.raises(EmailColumnOpen):
        run(request("name,city\nZoe,Oslo\nMax,Rome\n"), account_id=account_id, home=tmp_path)
    assert value("SELECT count(*) FROM lead_import") == 0
    assert [path for path in (tmp_path / "imports").rglob("*") if path.is_file()] == []


def test_a_crash_after_the_last_chunk_leaves_a_whole_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    account_id = account()
    with monkeypatch.context() as patch:
        patch.setattr(complete_import, "remember", _out_of_room)
        with pytest.raises(Fault):
            run(request(LIST, actions=CUSTOMERS), account_id=account_id, home=tmp_path)
    assert receipt(account_id=account_id, import_id=1).balanced
    landed = dump("lead", "list_member")
    again = run(request(LIST, actions=CUSTOMERS), account_id=account_id, home=tmp_path)
    assert dump("lead", "list_member") == landed
    assert again.receipt is not None
    assert (again.receipt.import_id, again.receipt.existing) == (2, 2)


def test_a_landing_that_stopped_goes_on_without_asking_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    account_id = account()
    with monkeypatch.context() as patch:
        patch.setattr(land, "land_all", _out_of_room)
        with pytest.raises(Fault) as fault:
            run(request(LIST, actions=CUSTOMERS), account_id=account_id, home=tmp_path)
    assert fault.value.code == "disk_full"
    assert state_of(account_id=account_id, import_id=1) is ImportState.LANDING
    talk = Talk(answer=AssertionError("asked again"))
    done = run(request(LIST, actions=CUSTOMERS), account_id=account_id, home=tmp_path, talk=talk)
    assert (talk.taken_up, talk.previews, done.preview) == ([1], [], None)
    assert done.receipt is not None
    assert (done.receipt.created, done.receipt.balanced) == (2, True)
    assert rows("SELECT id, state FROM lead_import") == [(1, "landed")]


def _out_of_room(**_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_viewer_imports_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotPermitted):
        run(request(LIST), account_id=account(), home=tmp_path, actor=Actor(name="vic", role=Role.VIEWER))


def test_where_the_rows_shall_go_is_checked_before_anything_else(tmp_path: Path) -> None:
    with pytest.raises(OutputRefused):
        run(request(LIST), account_id=account(), home=tmp_path, rows=tmp_path / "nowhere" / "rows.csv")
    assert not (tmp_path / "imports").exists()


def test_the_same_file_is_mentioned_and_imported_again(tmp_path: Path) -> None:
    account_id, talk = account(), Talk()
    run(request(LIST), account_id=account_id, home=tmp_path, talk=talk)
    again = run(request(LIST), account_id=account_id, home=tmp_path, talk=talk)
    assert [preview.earlier.import_id if preview.earlier else None for preview in talk.previews] == [None, 1]
    assert again.receipt is not None
    assert (again.receipt.import_id, again.receipt.existing, again.receipt.created) == (2, 2, 0)
