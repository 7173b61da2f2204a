"""Preparing uses finished stages again, and asks the lead book anew each time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leadport.domain.mapping import MatchOverrides
from leadport.domain.verdicts import BadValuePolicy, FilterOptions
from leadport.engine.artifacts import Values
from leadport.engine.normalise import normalise
from leadport.operations import prepare_import as module
from leadport.operations.import_request import ImportRequest, MatchChoices
from leadport.operations.prepare_import import Prepared, prepare_import
from leadport.operations.progress import silent
from leadport.operations.receive import receive
from leadport.operations.workspace import Workspace
from tests.support.imports import request, run
from tests.support.lead_book import account

pytestmark = pytest.mark.usefixtures("database")

LIST = "first name,email,birthday\nZoe,zoe@example.com,never\nMax,max@example.com,1990-01-02\n"


def prepare(wanted: ImportRequest, *, account_id: int, directory: Path) -> Prepared:
    directory.mkdir(exist_ok=True)
    received = receive(source=wanted.source, directory=directory, progress=silent)
    return prepare_import(
        account_id=account_id,
        received=received,
        request=wanted,
        workspace=Workspace(path=directory, kept=True),
        progress=silent,
    )


def test_records_in_are_records_out_at_every_stage(tmp_path: Path) -> None:
    found = prepare(request(LIST), account_id=account(), directory=tmp_path / "work")
    assert found.source.records.count == found.values.count == found.verdicts.count == found.tally.uploaded == 2
    assert found.tally.balanced


def test_normalising_is_done_once_for_the_same_mapping_and_options(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    account_id, work = account(), tmp_path / "work"
    first = prepare(request(LIST), account_id=account_id, directory=work)
    calls: list[str] = []

    def counted(**asked: Any) -> Values:
        calls.append("normalise")
        return normalise(**asked)

    monkeypatch.setattr(module, "normalise", counted)
    assert prepare(request(LIST), account_id=account_id, directory=work).values == first.values
    assert calls == []
    stricter = request(LIST, options=FilterOptions(bad_value=BadValuePolicy.FAIL))
    assert prepare(stricter, account_id=account_id, directory=work).tally.failed == 1
    other = request(LIST, choices=MatchChoices(overrides=MatchOverrides(ignore=("birthday",))))
    assert "birthday" not in prepare(other, account_id=account_id, directory=work).values.fields
    assert len(calls) == 2


def test_the_lead_book_is_asked_anew(tmp_path: Path) -> None:
    account_id, work = account(), tmp_path / "work"
    assert prepare(request(LIST), account_id=account_id, directory=work).tally.new == 2
    run(request("email\nmax@example.com\n"), account_id=account_id, home=tmp_path / "home")
    again = prepare(request(LIST), account_id=account_id, directory=work)
    assert (again.tally.new, again.tally.existing) == (1, 1)
