"""Which column is what: decisions, saved matchings, remembered ones, suggestions, in this order."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from leadport.domain.dialect import DialectHints
from leadport.domain.mapping import MatchOverrides
from leadport.engine.artifacts import Records
from leadport.engine.presets import UnknownPreset
from leadport.operations.import_request import MatchChoices
from leadport.operations.match_columns import match_columns
from leadport.operations.naming import NameRefused
from leadport.operations.progress import silent
from leadport.operations.read_source import read_source
from leadport.operations.receive import Source, receive
from leadport.operations.remember import remember
from leadport.operations.workspace import Workspace
from tests.support.lead_book import NOW, account

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def records(tmp_path: Path) -> Records:
    source = Source(name="list.csv", stream=io.BytesIO(b"E-mail,Colour\nzoe@example.com,blue\n"))
    received = receive(source=source, directory=tmp_path, progress=silent)
    workspace = Workspace(path=tmp_path, kept=True)
    return read_source(received=received, hints=DialectHints(), workspace=workspace, progress=silent).records


def fields(records: Records, choices: MatchChoices) -> dict[str, str]:
    matched = match_columns(account_id=account(), records=records, choices=choices)
    return {each.column: each.field for each in matched.mapping.assignments}


def test_each_source_of_knowledge_beats_the_one_below_it(records: Records) -> None:
    assert fields(records, MatchChoices()) == {"E-mail": "email"}
    for column, name in (("city", None), ("notes", "Ours")):
        overrides = MatchOverrides(match=(("Colour", column),))
        decided = match_columns(account_id=account(), records=records, choices=MatchChoices(overrides=overrides))
        header = records.header if name is None else ("other",)
        remember(account_id=account(), header=header, mapping=decided.mapping, name=name, now=NOW)
    assert fields(records, MatchChoices()) == {"E-mail": "email", "Colour": "city"}
    assert fields(records, MatchChoices(preset="ours")) == {"E-mail": "email", "Colour": "notes"}
    decided_now = MatchChoices(preset="ours", overrides=MatchOverrides(ignore=("Colour",)))
    assert fields(records, decided_now) == {"E-mail": "email"}


def test_a_preset_nobody_knows_and_a_name_that_cannot_be_one_are_refused(records: Records) -> None:
    with pytest.raises(UnknownPreset):
        fields(records, MatchChoices(preset="unheard of"))
    with pytest.raises(NameRefused):
        fields(records, MatchChoices(save_preset=" "))
